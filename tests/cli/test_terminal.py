"""The text view: what stands in it, at any width, with and without colour, whatever the report holds."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from sayso.cli import terminal
from sayso.ledger import Document, Ledger
from tests.ledger.strategies import ledgers
from tests.sample import DOCUMENT, LEDGER, hostile


def shown(ledger: Ledger, width: int = 80, *, is_full: bool = False) -> str:
    stream = io.StringIO()
    terminal.show(ledger, terminal.console(stream, width), is_full=is_full)
    return stream.getvalue()


@pytest.mark.parametrize(
    "line",
    [
        "Harbour board denies selling tainted gravel",
        "The Tarn Courier · 14 May 2024 · 117 words · 10 statements · 2 unanswered",
        "  2 deny        Tarn Harbour Board",
        "                Mayor Ilse Brandt’s claim … (3)",
        "                ↳ denies Brandt’s claim (3) that it had sold tainted gravel …",
        "  └ 3 allege      Ilse Brandt, Mayor                                    41% sure",
        "                  ← denied by Oduya (4), Tarn Harbour Board (2)",
        "                “Not one lorry left our yard without a test,” … “and the papers",
        "  5 demand      Ilse Brandt, Mayor                                    Mon 13 May",
        "  7 threaten    Ilse Brandt, Mayor → the board",
        "                on condition: If the digging goes on",
        "  8 allege      unattributed",
        "                doubted by the report",
        "  9 state       A parent                                             “since May”",
        " 10 no comment  Bureau of Inspection “The regional inspectorate”",
        "                (declined to comment)",
        "Unanswered  nothing in this report answers these",
        "  7 threaten    Ilse Brandt: the town will cut the power to the yard",
        "     12 miles                    19.3 km",
        "  3  three schools    3 schools",
    ],
)
def test_lines_at_eighty_columns(line: str) -> None:
    assert line in shown(LEDGER).split("\n")


def test_a_wide_terminal_gives_the_speaker_a_column() -> None:
    line = next(line for line in shown(LEDGER, 140).split("\n") if line.lstrip().startswith("6 reject"))
    assert re.fullmatch(r" +6 reject +Piet Oduya +to open any ledger to the town", line)


@pytest.mark.parametrize("width", [40, 60, 80, 111, 112, 140, 152, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    lines = [line for ledger in (LEDGER, hostile()) for line in shown(ledger, width).split("\n")]
    assert max(cell_len(line) for line in lines) <= width
    assert not [line for line in lines if line.endswith(" ")]


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(ledgers(), st.sampled_from([40, 80, 120]))
def test_any_ledger_is_shown_and_nothing_in_it_acts(ledger: Ledger, width: int) -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown(ledger, width))


def test_hostile_text_is_shown_literally() -> None:
    text = shown(hostile(), 152)
    assert "[bold]x[/bold]" in text
    assert "␛[31mred␛[0m" in text


@pytest.mark.parametrize(("act", "code"), [("deny", "36"), ("demand", "33"), ("threaten", "35")])
def test_acts_have_the_colour_of_their_class(act: str, code: str) -> None:
    stream = io.StringIO()
    console = Console(
        file=stream, width=80, force_terminal=True, color_system="standard", highlight=False, markup=False
    )
    terminal.show(LEDGER, console)
    assert f"\x1b[1;{code}m{act}" in stream.getvalue()


def test_the_header_breaks_between_its_parts() -> None:
    assert "The Tarn Courier · 14 May 2024 · 117 words\n10 statements · 2 unanswered\n" in shown(LEDGER, 42)


def test_long_contents_are_clipped_unless_full() -> None:
    words = " ".join(["gravel"] * 80)
    document = Document(f"A parent said {words}.")
    from tests.sample import REMARK, span

    statement = replace(
        REMARK,
        document_id=document.id,
        source=None,
        actor_id=None,
        time=None,
        cue=span("said", document=document),
        content=(span(words, document=document),),
    )
    ledger = Ledger((document,), (), (statement,))
    assert shown(ledger).count("gravel") < 45
    assert "gravel …" in shown(ledger)
    assert shown(ledger, is_full=True).count("gravel") == 80


@pytest.mark.parametrize(
    ("document", "line"),
    [
        (Document("Nobody spoke."), "No statements found."),
        (replace(DOCUMENT, coverage=0.62), "62% of the original’s visible text was kept"),
        (replace(DOCUMENT, published=None), "The Tarn Courier · undated · 117 words · 0 statements"),
    ],
)
def test_headers_say_what_is_amiss(document: Document, line: str) -> None:
    assert line in shown(Ledger((document,))).split("\n")
