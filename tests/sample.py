"""A ledger made by hand over a report of our own: every kind of thing that a view has to show is in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sayso.ledger import Actor, Document, Figure, Ledger, Response, Role, Span, Statement, Timex

TEXT = """Harbour board denies selling tainted gravel
The Tarn Harbour Board denied Mayor Ilse Brandt’s claim that it had sold tainted gravel to three schools.
“Not one lorry left our yard without a test,” said spokesman Piet Oduya, “and the papers show it.”
Brandt demanded on Monday that the board open its books within ten days. Oduya refused to open any ledger to the town.
If the digging goes on, Brandt warned the board, the town will cut the power to the yard.
Residents hauled away about 40 tonnes of the stone, allegedly at night, over 12 miles of road.
A parent pointed out that the playground had been shut since May.
The regional inspectorate declined to comment."""

DOCUMENT = Document(
    TEXT,
    path="gravel.txt",
    title="Harbour board denies selling tainted gravel",
    publisher="The Tarn Courier",
    published=date(2024, 5, 14),
    language="en",
    body=len("Harbour board denies selling tainted gravel\n"),
)


def span(words: str, after: str = "", document: Document = DOCUMENT) -> Span:
    """The first place of `words` in the text, at or after the first place of `after`."""
    start = document.text.index(words, document.text.index(after))
    return Span.of(document.text, start, start + len(words))


def _actor(name: str, kind: Any, *aliases: str, title: str = "", country: str | None = None) -> Actor:
    roles = (Role(title, None, DOCUMENT.id, span(title)),) if title else ()
    mentions = tuple((DOCUMENT.id, span(alias)) for alias in aliases)
    return Actor(name, kind, country, None, aliases, roles, mentions)


BOARD = _actor("Tarn Harbour Board", "organisation", "The Tarn Harbour Board", "the board")
BRANDT = _actor("Ilse Brandt", "person", "Ilse Brandt", "Brandt", title="Mayor")
ODUYA = _actor("Piet Oduya", "person", "Piet Oduya", "Oduya", title="spokesman")
PARENT = _actor("A parent", "unnamed", "A parent")
INSPECTORS = _actor("Bureau of Inspection", "organisation", "The regional inspectorate")


def _said(act: Any, actor: Actor | None, source: Span | None, cue: Span, *content: Span, **more: Any) -> Statement:
    manner = more.pop("manner", "indirect")
    return Statement(DOCUMENT.id, source, actor and actor.id, cue, content, manner, act, **more)


HEADLINE = _said("deny", BOARD, span("Harbour board"), span("denies"), span("selling tainted gravel"))
DENIAL = _said(
    "deny",
    BOARD,
    span("The Tarn Harbour Board"),
    span("denied"),
    span("Mayor Ilse Brandt’s claim that it had sold tainted gravel to three schools"),
    target_ids=(BRANDT.id,),
)
CLAIM = _said(
    "allege",
    BRANDT,
    span("Mayor Ilse Brandt"),
    span("claim"),
    span("that it had sold tainted gravel to three schools"),
    parent_id=DENIAL.id,
    confidence=0.41,
)
QUOTATION = _said(
    "deny",
    ODUYA,
    span("spokesman Piet Oduya"),
    span("said"),
    span("“Not one lorry left our yard without a test,”"),
    span("“and the papers show it.”"),
    manner="direct",
)
DEMAND = _said(
    "demand",
    BRANDT,
    span("Brandt", "Brandt demanded"),
    span("demanded"),
    span("that the board open its books within ten days"),
    time=Timex(span("on Monday"), "date", "2024-05-13", "published"),
)
REFUSAL = _said(
    "reject", ODUYA, span("Oduya", "Oduya refused"), span("refused"), span("to open any ledger to the town")
)
THREAT = _said(
    "threaten",
    BRANDT,
    span("Brandt", "Brandt warned"),
    span("warned"),
    span("the town will cut the power to the yard"),
    condition=span("If the digging goes on"),
    addressee=span("the board", "Brandt warned"),
)
RUMOUR = _said("allege", None, None, span("allegedly"), span("at night"), hedge="doubted")
REMARK = _said(
    "state",
    PARENT,
    span("A parent"),
    span("pointed out"),
    span("that the playground had been shut since May"),
    hedge="endorsed",
    time=Timex(span("since May"), "date"),
)
SILENCE = _said("decline_comment", INSPECTORS, span("The regional inspectorate"), span("declined to comment"))

STATEMENTS = (HEADLINE, DENIAL, CLAIM, QUOTATION, DEMAND, REFUSAL, THREAT, RUMOUR, REMARK, SILENCE)
LEDGER = Ledger(
    documents=(DOCUMENT,),
    actors=(BOARD, BRANDT, ODUYA, PARENT, INSPECTORS),
    statements=STATEMENTS,
    responses=(
        Response(DENIAL.id, CLAIM.id, "denies", (span("denied"),)),
        Response(QUOTATION.id, CLAIM.id, "denies"),
        Response(REFUSAL.id, DEMAND.id, "rejects"),
        Response(DENIAL.id, HEADLINE.id, "same_utterance"),
    ),
    figures=(
        Figure(DOCUMENT.id, span("three schools"), 3, unit="schools"),
        Figure(DOCUMENT.id, span("about 40 tonnes"), 40, unit="tonne", si_unit="kg", si_value=40_000, bound="about"),
        Figure(DOCUMENT.id, span("12 miles"), 12, unit="mile", si_unit="m", si_value=19_312.128),
    ),
)

# What a report can do to whoever prints it: escape sequences, mark-up of HTML and of rich, text turned round.
HOSTILE = (
    "\x1b[31mred\x1b[0m \x9b2J [bold]x[/bold] <script>alert(1)</script> \"'><img src=x onerror=alert(1)> \u202egpj.exe"
)


def hostile(words: str = HOSTILE) -> Ledger:
    """A ledger whose every text is `words`."""
    document = Document(f"{words} said {words}\n", words, words, words, words, date(2024, 5, 14))
    whole = span(words, document=document)
    content = span(words, " said ", document)
    role = Role(words, words, document.id, whole)
    actor = Actor(words, "person", roles=(role,), mentions=((document.id, whole),))
    cue = span("said", document=document)
    first = Statement(document.id, whole, actor.id, cue, (content,), "indirect", "allege", whole, condition=whole)
    second = replace(first, source=None, actor_id=None, time=Timex(whole, "date"))
    figure = Figure(document.id, whole, 1, unit=words, per=words)
    response = Response(second.id, first.id, "denies")
    return Ledger((document,), (actor,), (first, second), (response,), (), (figure,))
