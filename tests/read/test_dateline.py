"""Datelines, and sentences that only look like one."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.read import dateline, opening

# Paragraph, the dateline it opens with, (year, month, day).
PREFIXES = [
    ("HAVN, Dec 21 (Harbour Wire) - The ministry denied it", "HAVN, Dec 21 (Harbour Wire) -", (None, 12, 21)),
    ("MOSCOW, Dec 21 — The ministry denied it", "MOSCOW, Dec 21 —", (None, 12, 21)),
    ("CAIRO, July 6 (Delta Wire) - Egypt said", "CAIRO, July 6 (Delta Wire) -", (None, 7, 6)),
    ("KYIV, Ukraine, Dec. 21, 2021 (XP) — It said", "KYIV, Ukraine, Dec. 21, 2021 (XP) —", (2021, 12, 21)),
    ("MOSCOW, December 21. /RASS/. The ministry", "MOSCOW, December 21. /RASS/.", (None, 12, 21)),
    ("KYIV. Dec 21 (Wire-Ukraine) – The ministry", "KYIV. Dec 21 (Wire-Ukraine) –", (None, 12, 21)),
    ("BEIJING, Dec. 21 (Sinwire) -- China said", "BEIJING, Dec. 21 (Sinwire) --", (None, 12, 21)),
    ("Dec 21 (Harbourwire) - Russia said", "Dec 21 (Harbourwire) -", (None, 12, 21)),
    ("Dec 21, 2021 (Harbour News Agency) - Russia said", "Dec 21, 2021 (Harbour News Agency) -", (2021, 12, 21)),
    ("WASHINGTON, Tuesday, Dec. 21 — The", "WASHINGTON, Tuesday, Dec. 21 —", (None, 12, 21)),
    ("Moscow, 21 December 2021 – “We deny it”", "Moscow, 21 December 2021 –", (2021, 12, 21)),
    ("(Dec. 21, 2021) The minister said", "(Dec. 21, 2021)", (2021, 12, 21)),
    ("MOSCOW (Dec. 21, 2021) — The minister", "MOSCOW (Dec. 21, 2021) —", (2021, 12, 21)),
    ("LONDON (Wire, Dec 21, 2021) - The minister", "LONDON (Wire, Dec 21, 2021) -", (2021, 12, 21)),
    ("WASHINGTON — The administration", "WASHINGTON —", None),
    ("NEW DELHI: India has summoned", "NEW DELHI:", None),
    ("SURREY, B.C. — For the family", "SURREY, B.C. —", None),
    ("PORT-AU-PRINCE, Haiti (XP) — Gangs", "PORT-AU-PRINCE, Haiti (XP) —", None),
]
SENTENCES = [
    "On Dec 21, 2021 - the day of the vote - the minister said",
    "Moscow, Dec. 21, 2021, was cold and he said so",
    "May 9, 1945 (Victory Day) – the war ended",
    "March 5 - 7, 2024: a schedule",
    "The Pentagon — which denied it — said",
    "Dec 21, 2021 was the day",
    "In Moscow on Dec. 21, 2021 — he said",
    "Putin: I will not",
    "Q: Was the log book altered?",
    "Born Dec. 21, 2021 — he",
    "He said on Dec 21 (Tuesday) - that it was false",
    "The agreement of 21 December 2021 — which both signed — is void",
    "",
    "—",
]
# Line, the day it gives.
LINES = [
    ("22 December 2021, Moscow", date(2021, 12, 22)),
    ("Thursday 23 December 2021. All times GMT.", date(2021, 12, 23)),
    ("Thursday 8 July 2021. New York time.", date(2021, 7, 8)),
    ("(Dec. 21, 2021)", date(2021, 12, 21)),
    ("Published 21 December 2021 10:45 GMT", date(2021, 12, 21)),
    ("December 21, 2021 10:45 AM EST", date(2021, 12, 21)),
    ("Published: Dec 21, 2021 at 5:12 PM ET | Updated: Dec 22, 2021", date(2021, 12, 21)),
    ("By Ann Example | Dec 21, 2021", date(2021, 12, 21)),
    ("21.12.2021 14:05", date(2021, 12, 21)),
    ("2021-12-21", date(2021, 12, 21)),
    ("Updated 22 December 2021", None),
    ("Last modified: Dec 22, 2021", None),
    ("Minsk agreement, 12 February 2015", None),
    ("Talks on 12 February 2015 failed", None),
    ("Dec 21", None),
    ("December 2021", None),
    ("30 February 2021", None),
    ("The ministry denied on 21 December 2021 that it had bought the ship.", None),
]
BYLINES = [
    ("By Ann Example", True),
    ("By Ann Example and Bo Sample in Kyiv", True),
    ("BY ANN EXAMPLE, HARBOUR WIRE", True),
    ("By Ann van der Example, diplomatic correspondent", True),
    ("By Tuesday the ships had left.", False),
    ("By force if needed, the minister said", False),
    ("Bye Bye Birdie", False),
    ("by", False),
]


@pytest.mark.parametrize(("text", "span", "when"), PREFIXES)
def test_a_paragraph_opens_with_a_dateline(text: str, span: str, when: tuple[int | None, int, int] | None) -> None:
    found = dateline.opening(text, 0, len(text))
    assert found is not None
    assert text[found.start : found.end] == span
    assert (found.when and (found.when.year, found.when.month, found.when.day)) == when


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert dateline.opening(text, 0, len(text)) is None


@pytest.mark.parametrize(("text", "day"), LINES)
def test_a_line_is_a_dateline_when_nothing_else_is_in_it(text: str, day: date | None) -> None:
    found = dateline.line(text, 0, len(text))
    assert (found.when.on() if found and found.when else None) == day


@pytest.mark.parametrize(("line", "expected"), BYLINES)
def test_bylines(line: str, expected: bool) -> None:
    assert opening.is_byline(line) is expected


BODY = "The ministry denied on Monday that the ship had ever been sold to anybody. It said so twice."
# Text, title, start of the running text, day that the dateline gives.
OPENINGS = [
    (f"Ministry denies ship sale\n\n{BODY}", "Ministry denies ship sale", BODY, None),
    (f"Ministry denies ship sale\r\n\r\n{BODY}", "Ministry denies ship sale", BODY, None),
    (f"‘Not one krone’: minister\nBy Ann Example\n\n{BODY}", "‘Not one krone’: minister", BODY, None),
    (
        f"Who sold the ship?\n\nBy Ann Example\n\n22 March 2022, Havn\n\n{BODY}",
        "Who sold the ship?",
        BODY,
        (2022, 3, 22),
    ),
    (
        f"LIVE: talks begin\n\nThursday 10 March 2022. All times GMT.\n\n10:25\n{BODY}",
        "LIVE: talks begin",
        "10:25",
        (2022, 3, 10),
    ),
    (f"Ship sale denied\n\nHAVN, March 7, 2022 (Wire) - {BODY}", "Ship sale denied", "HAVN", (2022, 3, 7)),
    (
        f"Ship sale denied\n\nA standfirst that sums it up.\n\nHAVN, March 7, 2022 - {BODY}",
        "Ship sale denied",
        "A stand",
        (2022, 3, 7),
    ),
    (f"Ship sale denied\n\nHAVN, March 7 (Wire) - {BODY}", "Ship sale denied", "HAVN", None),
    (f"HAVN, March 7, 2022 - {BODY}\n\n{BODY}", None, "HAVN", (2022, 3, 7)),
    (f"{BODY}\n\n{BODY}", None, BODY, None),
    (f"{BODY}\n{BODY}", None, BODY, None),
    (f"Ship sale denied\n{BODY} {BODY}\n{BODY}", "Ship sale denied", BODY, None),
    ("Wrapped text has short\nlines and no stop at their\nends, yet no headline.", None, "Wrapped", None),
    ("“We will not leave.”\n\n" + BODY, None, "“We", None),
    (f"{BODY}\n\nOn March 7, 2022 it was founded. {BODY}", None, BODY, None),
    (f"10:25\n\n{BODY}", None, "10:25", None),
    (f"Ship sale denied.\n\nHAVN, March 7 (Wire) - {BODY}", "Ship sale denied.", "HAVN", None),
    (f"Ship sale denied.\n\n{BODY}", None, "Ship", None),
    (f"EXCLUSIVE – Ship sale denied\n\n{BODY}", "EXCLUSIVE – Ship sale denied", BODY, None),
    ("Only a headline", None, "Only", None),
    ("By Ann Example\n\n22 March 2022", None, "By Ann", (2022, 3, 22)),
    ("\n\n  \n" + BODY, None, BODY, None),
]


@pytest.mark.parametrize(("text", "title", "begins", "day"), OPENINGS)
def test_how_a_text_opens(text: str, title: str | None, begins: str, day: tuple[int, int, int] | None) -> None:
    found = opening.read(text)
    assert found.title == title
    assert text[found.body :].startswith(begins)
    assert found.dated().day == (date(*day) if day else None)


@pytest.mark.parametrize(
    ("near", "year", "day"),
    [
        (None, None, None),
        (None, 2022, date(2022, 12, 31)),
        (date(2022, 1, 1), 2022, date(2021, 12, 31)),
        (date(2021, 12, 31), 2021, date(2021, 12, 31)),
        (date(2021, 6, 1), 2021, date(2021, 6, 1)),
    ],
)
def test_a_dateline_without_a_year_takes_it_from_the_address(
    near: date | None, year: int | None, day: date | None
) -> None:
    found = opening.read("HAVN, Dec. 31 (Wire) - The ministry denied it.")
    assert found.dated(near, year).day == day
