"""Why a statement is as it is: every reason is one that the deciding code has, on marked texts without the network."""

from __future__ import annotations

import math
from datetime import date

import pytest

from sayso import lexicon
from sayso.ledger import ACTS, Attribution, Decision, Document, Span
from sayso.ledger.explanation import About
from sayso.ledger.steps import told
from sayso.read import Given, read_bytes
from sayso.resolve import acts
from sayso.resolve.explain import explain
from sayso.resolve.statements import Resolved, resolve
from tests.resolve.times.test_saying import read

TUESDAY = date(2021, 12, 21)


def understood(marked: str, published: date | None = None, **roles: str) -> tuple[Resolved, tuple[Decision, ...]]:
    """What a marked text means, and the decisions about its last statement; `roles` are words that its cue governs."""
    text, found = read(marked)
    spans = {role: Span.of(text, text.index(words), text.index(words) + len(words)) for role, words in roles.items()}
    last = found[-1]
    given = Attribution(last.cue, last.source, last.content, **spans)
    resolved = resolve(Document(text, published=published), (*found[:-1], given), ())
    return resolved, explain(resolved.grounds, resolved.statements[-1])


def about(decisions: tuple[Decision, ...], name: About) -> Decision:
    return next(decision for decision in decisions if decision.about == name)


def test_who_is_a_way_from_the_pronoun_to_the_fullest_mention() -> None:
    _, decisions = understood("Mayor Jane Roe spoke in Ely. On Friday Roe left. [Enough,] <she> {said}.")
    who = about(decisions, "who")
    assert who.answer == "Jane Roe"
    assert told(who.way).startswith("“she” ← “Roe” (")
    assert told(who.way).endswith("← “Mayor Jane Roe” (short for)")
    assert who.way[0].score == pytest.approx(who.probability, abs=1e-3)
    assert who.way[0].signs
    assert any(reason.words.startswith("role: “Mayor”") for reason in who.reasons)


def test_a_rule_that_tied_a_pronoun_says_where_it_looked() -> None:
    _, decisions = understood("<The Kenyan foreign ministry> {spoke} on Friday. [It rained,]2 <it>2 {said}2.")
    first, *_, last = about(decisions, "who").way
    assert first.rule.startswith("the likeliest body before the pronoun: one sentence back")
    assert last.span.text == "The Kenyan foreign ministry"


def test_who_else_a_pronoun_might_mean_is_told() -> None:
    _, decisions = understood("Jane Roe met Ann Poe in Ely on Friday. Roe was late. [It rained,] <she> {said}.")
    who = about(decisions, "who")
    assert who.answer == "Jane Roe"
    assert "Ann Poe" in [option.answer for option in who.options]


@pytest.mark.parametrize(
    ("marked", "answer", "words"),
    [
        ("[It rained], {it is said}.", None, "the text names no source"),
        ("[It rained], <he> {said}.", None, "no person likely enough"),
        ("<Kenya’s fisheries minister, Jane Roe>, {said} [it rained].", "Jane Roe", "country: Kenya (KEN): the office"),
        ("<The Kenyan president> {said} [it rained].", "Uhuru Kenyatta", "president of KEN from 2013"),
        ("<The Kremlin> {said} [it rained].", "Russia", "kind: state"),
    ],
)
def test_where_it_comes_from(marked: str, answer: str | None, words: str) -> None:
    _, decisions = understood(marked, TUESDAY)
    who = about(decisions, "who")
    assert who.answer == answer
    assert any(words in reason.words for reason in who.reasons)


def test_each_row_of_the_gazetteer_that_speaks_says_its_source() -> None:
    _, decisions = understood("<The Kenyan president> {said} [it rained].", TUESDAY)
    assert any("(source: " in reason.words for reason in about(decisions, "who").reasons)


ACTS_OF = [
    ("<The firm> {denied} [that it had sold the ship].", "deny", "the word of saying, by the table of cues: deny"),
    ("<The firm> {said} [the charge was false].", "deny", "words of the content: calls a saying untrue"),
    ("<The firm> {rejected} [the demand to sell].", "reject", "what it is that is denied or refused"),
    ("<The firm> {said} [it rained].", "state", "how common the act is in reports"),
]


@pytest.mark.parametrize(("marked", "act", "words"), ACTS_OF)
def test_what_spoke_for_an_act(marked: str, act: str, words: str) -> None:
    _, decisions = understood(marked)
    decision = about(decisions, "act")
    assert decision.answer == act
    assert words in [reason.words[: len(words)] for reason in decision.reasons]
    assert act not in [option.answer for option in decision.options]


@pytest.mark.parametrize("marked", [marked for marked, _, _ in ACTS_OF])
def test_the_grounds_are_all_that_decides(marked: str) -> None:
    _, (found,) = read(marked)
    scores = dict.fromkeys(ACTS, 0.0)
    for ground in acts.grounds(found):
        for act, added in ground.added:
            scores[act] += added
    total = sum(math.exp(score) for score in scores.values())
    decided = dict(acts.decide(found))
    assert {act: pytest.approx(math.exp(score) / total) for act, score in scores.items()} == decided


def test_the_spans_of_a_sign_are_its_words() -> None:
    _, decisions = understood("<The firm> {said} [the charge was false].")
    (span,) = next(r.spans for r in about(decisions, "act").reasons if "untrue" in r.words)
    assert span.text == "false"


@pytest.mark.parametrize(
    ("marked", "published", "value", "words"),
    [
        ("<Roe> {said} on Monday that [it rained].", TUESDAY, "2021-12-20", "counted from the day of publication"),
        ("<Roe> {said} on Monday that [it rained].", None, None, "no value: the report has no day of publication"),
        ("<Roe> {said} on 3 May 2021 that [it rained].", None, "2021-05-03", "it names its day itself"),
        (
            "The ship sank on 3 May 2021. <Roe> {said} two days later that [it rained].",
            None,
            "2021-05-05",
            "counted from the date before it in the text, 2021-05-03",
        ),
    ],
)
def test_when(marked: str, published: date | None, value: str | None, words: str) -> None:
    _, decisions = understood(marked, published)
    when = about(decisions, "when")
    assert when.answer == value
    assert any(reason.words.startswith(words) for reason in when.reasons)


@pytest.mark.parametrize(
    ("words", "given", "by"),
    [
        ("Roe said it rained.", TUESDAY, "you (--published)"),
        ("LIMA, Dec 21, 2021 — Roe said it rained.", None, "its dateline"),
        ("https://news.example/2021/12/21/rain\n\nRoe said it rained.", None, "its address"),
        ("Roe said it rained.", None, None),
    ],
)
def test_what_gave_the_day(words: str, given: date | None, by: str | None) -> None:
    (document,) = read_bytes(words.encode(), "report.txt", Given(published=given))
    assert isinstance(document, Document)
    said, start = "Roe said it rained.", document.text.index("Roe said")
    source, cue, content = (
        Span.of(document.text, start + said.index(word), start + said.index(word) + len(word))
        for word in ("Roe", "said", "it rained")
    )
    resolved = resolve(document, (Attribution(cue, source, (content,)),), ())
    when = about(explain(resolved.grounds, resolved.statements[0]), "when")
    words_of = [reason.words for reason in when.reasons if reason.words.startswith("the day of the report")]
    assert words_of == ([f"the day of the report, 2021-12-21, is from {by}"] if by else [])


def test_times_that_are_not_it_say_why() -> None:
    _, decisions = understood("<Roe> {said} that [it rained on Monday], after Sunday’s storm.", TUESDAY)
    why = {option.spans[0].text: option.reasons[0].words for option in about(decisions, "when").options}
    assert why == {
        "Monday": "it stands in what is said",
        "Sunday": "it dates something else in the sentence: too far from the cue, in a clause of its own, or a bound",
    }


@pytest.mark.parametrize(
    ("marked", "roles", "name", "answer", "words"),
    [
        ("<Roe> {told} Ann Poe [it rained].", {"addressee": "Ann Poe"}, "addressee", "Ann Poe", "read as a role"),
        ("<Roe> {said} in Ely [it rained].", {"setting": "in Ely"}, "setting", "in Ely", "read as a role of the cue"),
        ("<Roe> {said} [it would rain].", {}, "via", None, ""),
        ("<Roe> {never said} [it rained].", {}, "negated", "negated", "the cue says that it was not said"),
        ("<Roe> {pointed out} [it rained].", {}, "hedge", "endorsed", "with this cue a report stands behind"),
        ("<Roe> {said} [“it rained”].", {}, "manner", "direct", "all of its 2 words"),
        ("<Roe> {accused} [Ann Poe of theft].", {}, "targets", "Ann Poe", "the content names Ann Poe"),
    ],
)
def test_fields(marked: str, roles: dict[str, str], name: About, answer: str | None, words: str) -> None:
    _, decisions = understood(marked, None, **roles)
    decision = about(decisions, name)
    assert decision.answer == answer
    assert not words or any(reason.words.startswith(words) for reason in decision.reasons)


def test_every_span_that_is_shown_stands_in_the_text() -> None:
    marked = "Mayor Jane Roe spoke on Monday. If it rains, [we will not go,] <she> {told} Ann Poe."
    resolved, decisions = understood(marked, TUESDAY, addressee="Ann Poe")
    text = resolved.grounds.sayings.text
    spans = [span for d in decisions for span in d.spans]
    spans += [span for d in decisions for reason in d.reasons for span in reason.spans]
    spans += [step.span for d in decisions for step in d.way]
    assert spans
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_every_sign_has_words_that_say_why() -> None:
    assert all(sign.why for sign in lexicon.signs())
