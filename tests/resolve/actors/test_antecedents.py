"""What a pronoun means: texts of our own with one marked pronoun, and the way that the resolver tells of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import lexicon
from sayso.ledger import Attribution, Document, Span
from sayso.ledger.steps import Step, told
from sayso.resolve.actors import resolve_actors
from sayso.resolve.actors.antecedents import NONE, choose, weighed
from sayso.resolve.actors.find import read_scene
from sayso.resolve.actors.pairs import Anaphor, fits, pairs, pronoun_at
from sayso.resolve.actors.positions import position
from sayso.resolve.actors.scene import Scene
from sayso.resolve.actors.signs import NAMES

NAMES_AND_PRONOUNS = ("Tom Hale", "Anna Berg", "the mayor", "he", "she", "his", "her", "him")
WORDS = (*NAMES_AND_PRONOUNS, "said", "and", "with", ",", ".", "“", "”", "\n", "’s", "🙂", "ß")


def scene_with(case: str, sources: tuple[str, ...] = ()) -> tuple[Scene, Anaphor]:
    """The scene of a text whose pronoun stands in ⟦…⟧; `sources` are phrases whose first place is a source."""
    start = case.index("⟦")
    word = case[start + 1 : case.index("⟧")]
    text = case.replace("⟦", "").replace("⟧", "")
    spans = [Span.of(text, text.index(each), text.index(each) + len(each)) for each in sources]
    attributions = [Attribution(Span.of(text, span.end + 1, span.end + 5), span, ()) for span in spans]
    scene = read_scene(Document(text), attributions, ())
    at = scene.within(Span.of(text, start, start + len(word)))[0]
    return scene, Anaphor(word.lower(), start, scene.token(at).sentence)


def meant(case: str, sources: tuple[str, ...] = ()) -> str | None:
    scene, anaphor = scene_with(case, sources)
    gender = "m" if anaphor.word in ("he", "him", "his", "himself") else "f"
    answer = choose(scene, anaphor, lambda draft: fits(draft, gender))
    return answer.draft.name if answer else None


@pytest.mark.parametrize(
    ("case", "name"),
    [
        pytest.param("Anna Berg wrote to Tom Hale. Then ⟦she⟧ left.", "Anna Berg", id="gender by the given name"),
        pytest.param("Anna Berg wrote to Tom Hale. Then ⟦he⟧ left.", "Tom Hale", id="the other gender"),
        pytest.param("Tom Hale left. ⟦He⟧ took the train.", "Tom Hale", id="nobody else"),
        pytest.param("Tom Hale rang Paul Moss twice. ⟦He⟧ got no answer.", "Tom Hale", id="subject for subject"),
        pytest.param("Nobody came. ⟦He⟧ left.", None, id="nobody at all"),
    ],
)
def test_a_pronoun_means_the_likeliest_person(case: str, name: str | None) -> None:
    assert meant(case) == name


@pytest.mark.parametrize(
    ("text", "head", "place"),
    [
        ("Tom Hale rang Paul Moss.", "Tom Hale", "subject"),
        ("Tom Hale rang Paul Moss.", "Paul Moss", "object"),
        ("The letter went to Paul Moss.", "Paul Moss", "behind"),
        ("Everyone read Paul Moss’s letter.", "Paul Moss", "owner"),
        ("They invited Tom Hale and Paul Moss.", "Paul Moss", "second"),
        ("Paul Moss, a baker from Ely, complained.", "Paul Moss", "subject"),
        ("They saw her.", "her", "object"),
        ("They saw her house.", "her", "owner"),
        ("They spoke of her.", "her", "behind"),
    ],
)
def test_positions(text: str, head: str, place: str) -> None:
    scene = read_scene(Document(text), (), ())
    start = text.index(head)
    at = scene.within(Span.of(text, start, start + len(head)))[0]
    assert position(scene, at).startswith({"behind": "oblique"}.get(place, place))


def test_the_network_has_its_say() -> None:
    case = "Tom Hale rang Paul Moss twice. ⟦He⟧ got no answer."
    scene, anaphor = scene_with(case)
    sure = choose(
        scene, anaphor, lambda draft: fits(draft, "m"), lambda _, spans: [9.0 * ("Moss" in s.text) for s in spans]
    )
    assert sure is not None
    assert sure.draft.name == "Paul Moss"


def test_every_sign_has_its_weights_and_no_weight_is_left_over() -> None:
    assert list(lexicon.antecedents()) == [*NAMES, NONE]


def test_the_way_is_told_in_one_line() -> None:
    text = "Mayor Jane Roe spoke. Roe said she won."
    spans = [Span.of(text, 28, 31), Span.of(text, 22, 25), Span.of(text, 0, 14)]
    steps = (Step(spans[0], "nearest", 0.9), Step(spans[1], "short for"), Step(spans[2], ""))
    assert told(steps).endswith("← “Roe” (nearest, 0.90) ← “Mayor Jane Roe” (short for)")
    assert told(()) == ""


def test_the_way_leads_over_the_short_name_to_the_full_one() -> None:
    text = "Mayor Jane Roe spoke in Ely. On Friday Roe left. “Enough,” she said."
    start = text.index("she")
    said = Span.of(text, start + 4, start + 8)
    scene = read_scene(Document(text), [Attribution(said, Span.of(text, start, start + 3), ())], ())
    (steps,) = scene.traces.values()
    assert [step.span.text for step in steps] == ["she", "Roe", "Mayor Jane Roe"]
    assert steps[0].score is not None


def test_whoever_is_told_of_in_its_words_does_not_say_them() -> None:
    text = "Tom Hale, the mayor, spoke in Ely. The plan was old, and it was Paul Moss who wrote it, he said."
    start = text.index("he said")
    content = Span.of(text, text.index("The plan"), start - 2)
    he, said = Span.of(text, start, start + 2), Span.of(text, start + 3, start + 7)
    cast = resolve_actors(Document(text), [Attribution(said, he, (content,))])
    assert [step.span.text for step in cast.way(he)] == ["he", "Tom Hale"]


def test_every_resolved_source_has_a_way_to_its_actor() -> None:
    text = "Mayor Jane Roe spoke in Ely. “Enough,” she said. The mayor left. “I won,” Roe added."
    sources = ["she", "The mayor", "Roe added"]
    spans = [Span.of(text, text.index(each), text.index(each) + len(each.split(" added")[0])) for each in sources]
    attributions = [Attribution(Span.of(text, span.end + 1, span.end + 5), span, ()) for span in spans]
    cast = resolve_actors(Document(text), attributions)
    ways = [[step.span.text for step in cast.way(span)] for span in spans]
    assert ways == [["she", "Mayor Jane Roe"], ["The mayor", "Mayor Jane Roe"], ["Roe", "Mayor Jane Roe"]]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_probabilities_add_up_whatever_the_text(words: list[str]) -> None:
    text = " ".join(words)
    scene = read_scene(Document(text), (), ()) if text.strip() else None
    for chunk in scene.chunks if scene else ():
        if scene is None or chunk.low not in ("he", "she", "his", "her", "him"):
            continue
        at = scene.within(Span.of(text, chunk.start, chunk.end))[0]
        anaphor = Anaphor(chunk.low, chunk.start, scene.token(at).sentence)
        pronoun = pronoun_at(scene, anaphor)
        found = pairs(scene, pronoun, lambda draft: fits(draft, "m")) if pronoun else ()
        if found:
            shares = weighed(found, None)
            assert all(0 <= share <= 1 for share in shares)
            assert sum(shares) <= 1 + 1e-9
