"""The whole way of one report: what must hold for any text, and the reference cases where the data is at hand."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.ledger import Document, Ledger, Span
from sayso.pipeline import encoder, read_report
from sayso.settings import Settings


def spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def read_text(text: str, published: date | None = None) -> Ledger:
    return read_report(Document(text, published=published), encoder(1), Settings())


LONG_QUOTATION = """Inspector Ada Quill said the harbour was safe.

“We have looked at every pile of the old pier.

“We have looked at every one of the new,” she said. “We found nothing.”

The mayor denied that the report had been changed.
"""


@pytest.mark.parametrize(
    "text", [LONG_QUOTATION, (Path("examples") / "minquiers-courier.txt").read_text(encoding="utf-8")]
)
def test_line_ends_of_another_system_change_nothing(text: str) -> None:
    """The quotation that a paragraph leaves open ends before its line break, whatever that is made of."""

    def told(ledger: Ledger) -> list[tuple[object, ...]]:
        return [
            (each.act, each.source and each.source.text, *(span.text for span in each.content))
            for each in ledger.statements
        ]

    there = read_text(text.replace("\n", "\r\n"))
    assert told(there) == told(read_text(text))
    assert all(span.text == span.text.strip() for each in there.statements for span in spans(each))


PIECES = st.sampled_from(
    [
        "The minister said ",
        "“we will not go,” ",
        "she added. ",
        "He denied the claim that ",
        "according to officials",
        "\n\n",
        "\r\n",
        "on Tuesday ",
        "$3.5 million ",
        "🙂👩‍👩‍👧 ",
        "é́ ",
        "שלום אמר ",
        "‮",
        "\u0000",
        "'' ``",
        "…",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join))
def test_every_span_shows_its_characters_whatever_the_text(text: str) -> None:
    ledger = read_text(text, date(2021, 12, 21))
    for value in (*ledger.statements, *ledger.figures, *ledger.actors, *ledger.responses):
        for span in spans(value):
            assert text[span.start : span.end] == span.text
    ids = {statement.id for statement in ledger.statements}
    actors = {actor.id for actor in ledger.actors}
    assert len(ids) == len(ledger.statements)
    assert all(response.from_id in ids and response.to_id in ids for response in ledger.responses)
    assert all(s.actor_id in actors for s in ledger.statements if s.actor_id)
    assert all(s.parent_id in ids for s in ledger.statements if s.parent_id)
    assert Ledger.from_dict(ledger.to_dict()).to_dict() == ledger.to_dict()


def test_the_actors_of_a_file_are_known_through_the_command_line(tmp_path: Path) -> None:
    table = tmp_path / "actors.csv"
    table.write_text("name,kind,aliases,country,sector\nHarbour Board of Lima,organisation,Lima,PER,BUS\n", "utf-8")
    report = tmp_path / "report.txt"
    report.write_text("Lima said on Friday that the port would close.\n", "utf-8")
    command = [sys.executable, "-m", "sayso", "read", "--format", "json", "--actors", str(table), str(report)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    (actor,) = json.loads(done.stdout)["actors"]
    assert (actor["name"], actor["kind"], actor["country"], actor["sector"]) == (
        "Harbour Board of Lima", "organisation", "PER", "BUS"
    )  # fmt: skip


def test_an_unpaired_surrogate_is_refused() -> None:
    with pytest.raises(sayso.SaysoError, match="surrogate"):
        Document("He said \ud800 yes.")


EXCHANGES = [
    # text, (act, actor's last word) in the order of the text
    (
        "LIMA — The mayor of Callao, Rosa Quispe, accused the port company of hiding an oil spill. "
        "The company denied the accusation.",
        [("allege", "Quispe"), ("deny", "company")],
    ),
    (
        "Norway demanded that the trawlers leave by Friday. The skippers’ union rejected the demand.",
        [("demand", "Norway"), ("reject", "union")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), EXCHANGES)
def test_exchanges(text: str, expected: list[tuple[str, str]]) -> None:
    ledger = read_text(text)
    names = {actor.id: actor.name for actor in ledger.actors}
    found = [(s.act, names[s.actor_id].split()[-1]) for s in ledger.statements if s.actor_id and s.parent_id is None]
    assert found == expected
    first, second = (s for s in ledger.statements if s.parent_id is None)
    assert [(r.from_id, r.to_id) for r in ledger.responses] == [(second.id, first.id)]
    assert not ledger.unanswered()


PAGE = """<html><head><title>Gate shut</title>{head}</head><body><article><h1>Gate shut at the old mill</h1>
<p>The miller, Anna Berg, said on Tuesday that the gate had been shut for the winter and would open in spring.</p>
<p>The council meets again next week to talk of the road, the bridge and the long wall along the river.</p>
</article></body></html>"""


@pytest.mark.parametrize(
    ("head", "value", "anchor"),
    [
        ('<meta property="article:published_time" content="2021-12-23T09:00:00Z">', "2021-12-21", "published"),
        ("", None, None),
    ],
)
def test_a_weekday_has_its_day_where_the_page_has_one_and_else_its_words(
    head: str, value: str | None, anchor: str | None, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(head=head), "utf-8")
    (told,) = (s for s in sayso.read(page).statements if s.source and s.source.text.startswith("The miller"))
    assert told.time is not None
    assert (told.time.text, told.time.value, told.time.anchor) == ("Tuesday", value, anchor)


def test_reading_twice_gives_the_same_ledger() -> None:
    text = EXCHANGES[0][0]
    assert read_text(text) == read_text(text)


def test_a_long_text_without_line_breaks_is_read() -> None:
    ledger = read_text("The clerk said the gate was shut. " * 600)
    assert len(ledger.statements) > 500


def score(shared: Path, ledger: Ledger, folder: str) -> dict[str, dict[str, float]]:
    script = "import json,sys; sys.path.insert(0, sys.argv[1]); import score_ledger as s; "
    script += "print(json.dumps(s.score(json.load(sys.stdin), [sys.argv[2]])[0]))"
    command = [sys.executable, "-c", script, str(shared / "score"), str(shared / folder)]
    done = subprocess.run(command, input=json.dumps(ledger.to_dict()), capture_output=True, text=True, check=True)
    result: dict[str, dict[str, float]] = json.loads(done.stdout)
    return result


@pytest.fixture(scope="module")
def seed(request: pytest.FixtureRequest) -> tuple[Path, Ledger]:
    shared: Path = request.getfixturevalue("shared")
    return shared, sayso.read(shared / "seed" / "report.txt", published=date(2021, 12, 21))


def test_the_seed_is_read_as_an_editor_would(seed: tuple[Path, Ledger]) -> None:
    table = score(*seed, "seed")
    assert table["statements"]["must_recall"] >= 90
    assert table["statements"]["f1"] >= 76
    assert table["accuracy over matched"]["act class"] >= 80
    assert table["anchored"]["share"] == 1.0


def test_the_seed_links_each_denial_to_what_it_answers(seed: tuple[Path, Ledger]) -> None:
    ledger = seed[1]
    by_id = {statement.id: statement for statement in ledger.statements}
    links = {(by_id[r.from_id].cue, r.relation, by_id[r.to_id].cue) for r in ledger.responses}
    told = {(one.text if one else "", relation, other.text if other else "") for one, relation, other in links}
    assert ("is flatly rejecting", "denies", "’s claim") in told
    assert any(one == "said" and relation == "denies" and "suggestion" in other for one, relation, other in told)
    assert any("rejected" in one and relation == "rejects" for one, relation, _ in told)
