"""The JSON form: there and back over any text, in step with the published schema, strict about what it is given."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from sayso.errors import SaysoError
from sayso.ledger import (
    ACTS,
    Actor,
    Dispute,
    Document,
    Event,
    Figure,
    Ledger,
    Party,
    Response,
    Role,
    Span,
    Statement,
    Timex,
)
from sayso.ledger.actor import Kind
from sayso.ledger.event import Status
from sayso.ledger.form import READERS, WRITERS
from sayso.ledger.response import Relation
from sayso.ledger.statement import Hedge, Manner
from sayso.ledger.value import Anchor, Bound, TimexType
from tests.ledger.strategies import ledgers

SCHEMA = json.loads((Path(__file__).resolve().parents[2] / "docs/ledger.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def full() -> Ledger:
    """One row of everything, no field left out, so that every name of the form is written."""
    text = "Harbour master Ana Quill told the council on Monday that 40 boats had left the port."
    report = Document(text, "a.txt", "https://paper.example/a", "Boats leave", "The Paper", date(2021, 5, 3), "en")
    who, what = Span.of(text, 0, 24), Span.of(text, 57, 84)
    when = Timex(Span.of(text, 45, 51), "date", "2021-05-03", "published")
    role = Role("Harbour master", "the port", report.id, who)
    quill = Actor("Ana Quill", "person", "GBR", "GOV", ("Quill",), (role,), ((report.id, who),))
    said = Statement(
        document_id=report.id,
        source=who,
        actor_id=quill.id,
        cue=Span.of(text, 25, 29),
        content=(what,),
        manner="indirect",
        act="state",
        addressee=Span.of(text, 30, 41),
        target_ids=(quill.id,),
        time=when,
        setting=what,
        via=what,
        condition=what,
        parent_id="s" + "0" * 16,
    )
    count = Figure(report.id, Span.of(text, 57, 59), value=40, unit="boats", si_unit="m", si_value=40, what=what)
    spread = Figure(report.id, Span.of(text, 57, 65), low=1, high=2, si_unit="m", si_low=1, si_high=2)
    left = Event(report.id, Span.of(text, 74, 78), "RETREAT", "withdraw", ("maritime",), "087", place=what, time=when)
    answer = Response(said.id, said.id, "repeats", (what,))
    quarrel = Dispute(
        "Boats", (said.id,), (Party(quill.id, (said.id,)),), date(2021, 5, 3), date(2021, 5, 4), (said.id,)
    )
    return Ledger((report,), (quill,), (said,), (answer,), (left,), (count, spread), (quarrel,))


def names(form: Any, schema: dict[str, Any]) -> Iterator[tuple[str, set[str], set[str]]]:
    """For each object of a written form: where it stands, the names written, the names of the schema."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if isinstance(form, dict):
        schema = next((option for option in schema.get("anyOf", []) if "$ref" in option), schema)
        if "$ref" in schema:
            yield from names(form, schema)
            return
        yield schema.get("description", ""), set(form), set(schema["properties"])
        for name, value in form.items():
            yield from names(value, schema["properties"].get(name, {}))
    elif isinstance(form, list):
        for row in form:
            yield from names(row, schema["items"])


def test_the_schema_is_a_schema_and_shuts_out_other_names() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    objects = [part for part in [SCHEMA, *SCHEMA["$defs"].values()] if part.get("type") == "object"]
    assert len(objects) == 13
    assert all(part["additionalProperties"] is False for part in objects)


def test_the_schema_has_exactly_the_names_that_are_written() -> None:
    in_si = {"si_value", "si_low", "si_high"}
    rows = list(names(full().to_dict(), SCHEMA))
    assert len({where for where, _, _ in rows}) == 13, "a row of every kind is looked at"
    for where, written, published in rows:
        # A figure writes its SI value or its SI bounds; the schema knows both ways.
        assert published - (in_si - written if "si_unit" in written else set()) == written, where
    written_si = {name for row in full().to_dict()["figures"] for name in row} & in_si
    assert written_si == in_si
    assert set(SCHEMA["properties"]) == set(WRITERS) == set(READERS)


@pytest.mark.parametrize(
    ("of", "field", "values"),
    [
        ("statement", "act", ACTS),
        ("statement", "manner", get_args(Manner)),
        ("statement", "hedge", get_args(Hedge)),
        ("response", "relation", get_args(Relation)),
        ("event", "status", get_args(Status)),
        ("actor", "kind", get_args(Kind)),
        ("figure", "bound", get_args(Bound)),
        ("time", "type", get_args(TimexType)),
        ("time", "anchor", (*get_args(Anchor), None)),
    ],
)
def test_the_schema_has_exactly_the_values_of_the_types(of: str, field: str, values: tuple[str | None, ...]) -> None:
    assert tuple(SCHEMA["$defs"][of]["properties"][field]["enum"]) == values


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ledgers())
def test_there_and_back_again(ledger: Ledger) -> None:
    form = ledger.to_dict()
    again = Ledger.from_dict(json.loads(json.dumps(form, ensure_ascii=False)))
    assert again == ledger
    assert again.to_dict() == form


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ledgers())
def test_whatever_is_written_is_in_the_schema_and_anchored(ledger: Ledger) -> None:
    form = ledger.to_dict()
    VALIDATOR.validate(form)
    texts = {row["id"]: row["text"] for row in form["documents"]}
    for row in form["statements"]:
        for span in [row["cue"], *row["content"], *filter(None, [row["source"], row["addressee"]])]:
            assert texts[row["document"]][span["start"] : span["end"]] == span["text"]


def test_a_full_ledger_is_in_the_schema() -> None:
    VALIDATOR.validate(full().to_dict())


@pytest.mark.parametrize(
    ("collection", "change"),
    [
        ("statements", {"act": "shout"}),
        ("statements", {"claim": "x"}),
        ("statements", {"confidence": 1.5}),
        ("statements", {"id": "s1"}),
        ("documents", {"published": "3 May 2021"}),
        ("actors", {"country": "France"}),
        ("figures", {"si_low": 1.0, "si_high": 2.0}),
        ("events", {"type": "FIGHT"}),
    ],
)
def test_the_schema_refuses(collection: str, change: dict[str, Any]) -> None:
    form = full().to_dict()
    form[collection][0] |= change
    assert not VALIDATOR.is_valid(form)


@pytest.mark.parametrize(
    ("collection", "at", "row"),
    [
        ("documents", 0, {"text": "x"}),
        ("documents", 0, {**full().to_dict()["documents"][0], "published": "yesterday"}),
        ("statements", 0, {**full().to_dict()["statements"][0], "cue": {"text": "said", "start": 4, "end": 4}}),
        ("actors", 0, None),
    ],
)
def test_a_row_that_is_not_in_the_form_is_named(collection: str, at: int, row: Any) -> None:
    with pytest.raises(SaysoError, match=rf"{collection}\[{at}\]") as caught:
        Ledger.from_dict({**full().to_dict(), collection: [row]})
    assert "ledger.schema.json" in caught.value.hint
