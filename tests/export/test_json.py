"""JSON and JSON lines: the published form, one object or one a line, with nothing in them that a terminal obeys."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator

import pytest

from sayso.export import EXPORTERS
from sayso.ledger import Ledger
from tests.sample import LEDGER, hostile


def written(form: str, *ledgers: Ledger) -> str:
    stream = io.BytesIO()
    EXPORTERS[form].write(iter(ledgers), stream)
    return stream.getvalue().decode("utf-8")


def test_json_is_one_merged_ledger() -> None:
    both = written("json", LEDGER, hostile())
    assert Ledger.from_dict(json.loads(both)).to_dict() == Ledger.merged([hostile(), LEDGER]).to_dict()
    assert both.endswith("}\n")


def test_jsonl_is_one_ledger_a_line() -> None:
    first, second = written("jsonl", LEDGER, hostile()).splitlines()
    assert json.loads(first) == LEDGER.to_dict()
    assert json.loads(second) == hostile().to_dict()


def test_jsonl_writes_each_ledger_as_it_comes() -> None:
    stream = io.BytesIO()
    seen: list[int] = []

    def slowly() -> Iterator[Ledger]:
        for _ in range(3):
            seen.append(stream.getvalue().count(b"\n"))
            yield LEDGER

    EXPORTERS["jsonl"].write(slowly(), stream)
    assert seen == [0, 1, 2]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_no_control_character_stands_raw(form: str) -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", written(form, hostile()))


@pytest.mark.parametrize("form", EXPORTERS)
def test_the_table_names_formats_by_their_suffix(form: str) -> None:
    assert EXPORTERS[form].suffix == f".{form}"


@pytest.mark.parametrize("form", EXPORTERS)
def test_one_ledger_as_bytes_is_a_whole_file(form: str) -> None:
    assert EXPORTERS[form].written(LEDGER).decode("utf-8").count("Oduya") > 3
