"""The page as a file: complete without a script, needs no network, and no report can put anything into it."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from sayso.export import EXPORTERS
from sayso.ledger import Document, Ledger, Span, Statement, Timex
from tests.sample import LEDGER, STATEMENTS, TEXT, hostile


class Parsed(HTMLParser):
    """Tags with their attributes, and the text of paragraphs of the report without the numbers in it."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: list[str] = []
        self._depth: list[str] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if given.get("class") == "text":
            self.paragraphs.append("")
            self._depth = [tag]
        elif self._depth:
            self._depth.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._depth:
            self._depth.pop()

    def handle_data(self, data: str) -> None:
        if self._depth and "a" not in self._depth:
            self.paragraphs[-1] += data

    def ids(self) -> list[str]:
        return [value for _, given in self.tags if (value := given.get("id"))]


def page(*ledgers: Ledger) -> bytes:
    stream = io.BytesIO()
    EXPORTERS["html"].write(ledgers, stream)
    return stream.getvalue()


def test_the_text_stands_there_word_for_word() -> None:
    assert Parsed(page(LEDGER)).paragraphs == TEXT.split("\n")


def test_every_statement_has_a_card_and_a_number_in_the_text() -> None:
    ids = Parsed(page(LEDGER)).ids()
    assert [i for i in ids if re.fullmatch(r"s1-\d+", i)] == [f"s1-{n}" for n in range(1, len(STATEMENTS) + 1)]
    assert sorted(i for i in ids if i.startswith("m1-")) == sorted(f"m1-{n}" for n in range(1, len(STATEMENTS) + 1))


def test_every_link_leads_somewhere_in_the_page() -> None:
    parsed = Parsed(page(LEDGER, hostile()))
    targets = [given["href"] for tag, given in parsed.tags if tag == "a"]
    assert len(parsed.ids()) == len(set(parsed.ids()))
    assert targets
    assert {str(target) for target in targets} <= {f"#{i}" for i in parsed.ids()}


def test_reports_stand_in_the_order_given() -> None:
    other = Ledger((Document("Another report.", title="Another"),))
    for given, first in (((LEDGER, other), "Harbour"), ((other, LEDGER), "Another")):
        titles = re.findall(r'<section class="sheet" id="r\d" aria-label="(\w+)', page(*given).decode())
        assert titles[0] == first
        assert len(titles) == 2


def test_a_report_read_twice_stands_once() -> None:
    assert page(LEDGER, LEDGER) == page(LEDGER)


@pytest.mark.parametrize("ledger", [Ledger(), Ledger((Document("Nothing said."),)), Ledger((Document("\n"),))])
def test_pages_of_next_to_nothing(ledger: Ledger) -> None:
    assert page(ledger).startswith(b"<!doctype html>")


def test_hostile_text_makes_no_tag_and_no_attribute() -> None:
    calm = Parsed(page(hostile("a harmless name of the same kind")))
    angry = Parsed(page(hostile()))
    assert [(tag, sorted(given)) for tag, given in angry.tags] == [(tag, sorted(given)) for tag, given in calm.tags]
    assert not [given for _, given in angry.tags if any(name.startswith("on") or name == "style" for name in given)]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page(hostile()).decode())


def test_only_our_own_style_and_script_may_run() -> None:
    text = page(LEDGER).decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.replace("&#39;", "'").split(";"))
    assert rules["default-src"] == "'none'"
    for name in ("style", "script"):
        (inner,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert rules[f"{name}-src"] == f"'sha256-{digest}'"


def test_nothing_is_fetched() -> None:
    text = page(LEDGER).decode()
    assert not re.findall(r"(?:src|href)=[\"'](?!#)|@import|url\(|fetch\(|innerHTML", text)


def test_the_time_of_a_statement_is_there_in_edtf() -> None:
    text = "The mayor said on Tuesday that the pier was safe."
    cue, source, day = (
        Span.of(text, text.index(words), text.index(words) + len(words)) for words in ("said", "The mayor", "Tuesday")
    )
    document = Document(text)
    time = Timex(day, "date", "2021-12-21", "published")
    content = Span.of(text, text.index("that"), len(text) - 1)
    statement = Statement(document.id, source, None, cue, (content,), "indirect", "state", time=time)
    for told, wanted in ((time, ["2021-12-21"]), (replace(time, value=None), []), (None, [])):
        ledger = Ledger((document,), (), (replace(statement, time=told),), (), (), ())
        assert [given["data-edtf"] for _, given in Parsed(page(ledger)).tags if "data-edtf" in given] == wanted
