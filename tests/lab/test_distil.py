"""A student at the smallest size: it begins with its teacher's layers and ends nearer to what the teacher says."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.train
torch = pytest.importorskip("torch", reason="training needs torch: pip install 'sayso[lab]'")

from lab import distil  # noqa: E402
from lab.batches import Batch, Sample, collated, samples  # noqa: E402
from lab.corpora import Example  # noqa: E402
from lab.distil import divergence, soft_losses, student, taught_by  # noqa: E402
from lab.fit import fit, scores  # noqa: E402
from lab.network import Network  # noqa: E402
from sayso.errors import MissingPart  # noqa: E402
from sayso.extract.weights import checked  # noqa: E402
from tests.lab.test_fit import EXAMPLES, PLAN, SHAPE, tokenise  # noqa: E402

PLAN = replace(PLAN, epochs=6, heads=1.0, fresh=1.0)


@pytest.fixture(scope="module")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> Network:
    torch.manual_seed(3)
    network = Network(replace(SHAPE, layers=3))
    return fit(network, lambda _: EXAMPLES, tokenise, PLAN, tmp_path_factory.mktemp("teacher")).eval()


def batch() -> Batch:
    return collated([row for each in EXAMPLES for row in samples(each, tokenise, random.Random(1), is_training=False)])


def apart(network: Network, teacher: Network) -> float:
    with torch.no_grad():
        parts = soft_losses(scores(network.eval(), batch()), scores(teacher, batch()), batch())
    return sum(part.item() for part in parts.values())


def test_a_student_has_the_chosen_layers_and_all_the_rest(teacher: Network) -> None:
    whole, part = teacher.state_dict(), student(teacher, (0, 2)).state_dict()
    assert torch.equal(part["encoder.layers.1.up.weight"], whole["encoder.layers.2.up.weight"])
    assert torch.equal(part["encoder.layers.0.qkv.bias"], whole["encoder.layers.0.qkv.bias"])
    assert torch.equal(part["role.mix.weight"], whole["role.mix.weight"])
    assert not any(name.startswith("encoder.layers.2") for name in part)


def test_a_student_of_all_layers_says_the_same(teacher: Network) -> None:
    assert apart(student(teacher, (0, 1, 2)), teacher) == pytest.approx(0.0, abs=1e-5)


def test_divergence_is_nothing_between_equals_and_positive_otherwise() -> None:
    one, other = torch.tensor([[2.0, 0.0, -1.0]]), torch.tensor([[0.0, 2.0, -1.0]])
    assert divergence(one, one + 5.0).item() == pytest.approx(0.0, abs=1e-6)
    assert divergence(one, other).item() > 1.0


def test_padding_teaches_nothing(teacher: Network) -> None:
    """A text is as far from its teacher alone as beside one that is longer."""
    one, other = (samples(each, tokenise, random.Random(1), is_training=False) for each in (EXAMPLES[0], EXAMPLES[5]))
    pupil = student(teacher, (0,)).eval()

    def told(rows: list[Sample]) -> dict[str, float]:
        made = collated(rows)
        with torch.no_grad():
            parts = soft_losses(scores(pupil, made), scores(teacher, made), made)
        return {name: part.item() for name, part in parts.items()}

    alone, beside, both = told(one), told(other), told([*one, *other])
    for name in ("cue", "act"):  # not the roles, whose convolution sees what stands past the end
        assert both[name] == pytest.approx((alone[name] + beside[name]) / 2, rel=1e-4)


def test_a_taught_student_comes_nearer_and_can_be_resumed(
    teacher: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distil, "SOFT", 1.0)  # a toy teacher leaves much to learn, which the corpora would teach too
    fresh = student(teacher, (0, 2))
    before = apart(fresh, teacher)
    whole = fit(fresh, lambda _: EXAMPLES, tokenise, PLAN, tmp_path / "whole", taught_by(teacher))
    assert apart(whole, teacher) < before / 2

    def cut_off(epoch: int) -> list[Example]:
        if epoch == 3:
            raise KeyboardInterrupt
        return EXAMPLES

    with pytest.raises(KeyboardInterrupt):
        fit(student(teacher, (0, 2)), cut_off, tokenise, PLAN, tmp_path / "cut", taught_by(teacher))
    again = fit(student(teacher, (0, 2)), lambda _: EXAMPLES, tokenise, PLAN, tmp_path / "cut", taught_by(teacher))
    assert apart(again, teacher) == pytest.approx(apart(whole, teacher), rel=1e-2, abs=1e-4)


def test_without_a_teacher_it_says_what_to_train(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distil, "WORK", tmp_path)
    with pytest.raises(SystemExit, match=r"no network to learn from[\s\S]*python -m lab\.train last"):
        distil.distilled()


def test_shipping_fills_the_folder_that_fast_reads(tmp_path: Path) -> None:
    made, place = tmp_path / "made", tmp_path / "weights" / "fast"
    made.mkdir()
    for name in ("encoder.onnx", "roles.onnx", "acts.onnx"):
        (made / name).write_bytes(b"graph")
    distil.ship(made, place)
    with pytest.raises(MissingPart, match=r"tokenizer\.json is missing"):
        checked(place)
    (made / "tokenizer.json").write_text("{}", encoding="utf-8")
    distil.ship(made, place)
    assert checked(place) == place
