"""Passives, possessives and a verb before a noun of saying, from what the network joins to what the grammar has."""

from __future__ import annotations

import pytest

from sayso.extract.constructions import construed
from sayso.ledger import Attribution, Span


def attribution(text: str, source: str | None, cue: str, content: str) -> Attribution:
    def span(part: str) -> Span:
        return Span.of(text, text.index(part), text.index(part) + len(part))

    return Attribution(cue=span(cue), source=span(source) if source else None, content=(span(content),))


def shown(found: tuple[Attribution, ...]) -> list[tuple[str | None, str, str]]:
    return [(each.source.text if each.source else None, each.cue.text, each.content[0].text) for each in found]


@pytest.mark.parametrize(
    ("text", "given", "wanted"),
    [
        (
            "She rejects the idea that the pier is unsafe.",
            ("She", "rejects the idea", "that the pier is unsafe"),
            [("She", "rejects", "the idea that the pier is unsafe"), (None, "idea", "that the pier is unsafe")],
        ),
        (
            "The mayor brushed aside reports of a leak.",
            ("The mayor", "brushed aside reports of", "a leak"),
            [("The mayor", "brushed aside", "reports of a leak"), (None, "reports of", "a leak")],
        ),
        (
            "He denied the union's claim that the crew was tired.",
            ("He", "denied the union's claim", "that the crew was tired"),
            [
                ("He", "denied", "the union's claim that the crew was tired"),
                ("the union", "claim", "that the crew was tired"),
            ],
        ),
        (
            "In a call with the mayor, Ann Lee, Okoro has promised to pay.",
            ("Ann Lee", "promised", "to pay"),
            [("Okoro", "promised", "to pay")],
        ),
        (
            "Ann Lee, the mayor of Port Okoro, promised to pay.",
            ("Ann Lee", "promised", "to pay"),
            [("Ann Lee", "promised", "to pay")],
        ),
        (
            "They made the claim that the pier is unsafe.",
            ("They", "made the claim", "that the pier is unsafe"),
            [("They", "made the claim", "that the pier is unsafe")],
        ),
        (
            "The captain dismissed the harbour board’s accusation that he had left early.",
            ("The captain", "harbour board’s accusation", "that he had left early"),
            [("harbour board", "’s accusation", "that he had left early")],
        ),
        (
            "The crew had been told to wait.",
            ("The crew", "had been told", "to wait"),
            [(None, "had been told", "to wait")],
        ),
        (
            "The port was warned by two pilots that the tide was rising.",
            ("The port", "was warned", "that the tide was rising"),
            [("two pilots", "was warned by", "that the tide was rising")],
        ),
        (
            "Asked by two reporters whether she would resign, she laughed.",
            (None, "Asked", "whether she would resign"),
            [("two reporters", "Asked by", "whether she would resign")],
        ),
        (
            "An announcement by the prime minister that the road is closed came late.",
            (None, "announcement by", "that the road is closed"),
            [("the prime minister", "announcement by", "that the road is closed")],
        ),
        (
            "The ban was condemned by fishermen, who said it was late.",
            ("The ban", "was condemned by", "it was late"),
            [("fishermen", "was condemned by", "it was late")],
        ),
        (
            "The pilots told the port that the tide was rising.",
            ("The pilots", "told", "that the tide was rising"),
            [("The pilots", "told", "that the tide was rising")],
        ),
        (
            "She urged them to adopt a draft, now in print, that calls for calm.",
            (None, "calls for", "calm"),
            [("that", "calls for", "calm")],
        ),
        (
            "Despite international calls for restraint the siege went on.",
            ("international", "calls for", "restraint"),
            [(None, "calls for", "restraint")],
        ),
        (
            "Despite their calls for restraint the siege went on.",
            ("their", "calls for", "restraint"),
            [("their", "calls for", "restraint")],
        ),
        (
            "The suggestion that she lied is absurd.",
            ("The", "suggestion", "that she lied"),
            [(None, "suggestion", "that she lied")],
        ),
    ],
)
def test_a_construction(text: str, given: tuple[str | None, str, str], wanted: list[tuple[str, str, str]]) -> None:
    assert shown(construed(text, (attribution(text, *given),))) == wanted


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        (
            "It rained. The bill, argued Senator Ode Vik, would drown the valley.",
            None,
            "argued",
            "would drown the valley",
            ("Senator Ode Vik", ["The bill", "would drown the valley"]),
        ),
        (
            "Nobody, insisted the harbour master, had given the order.",
            "Nobody",
            "insisted",
            "the harbour master, had given the order",
            ("the harbour master", ["Nobody", "had given the order"]),
        ),
        (
            "The frost was early, recalled two growers.",
            None,
            "recalled",
            "The frost was early",
            ("two growers", ["The frost was early"]),
        ),
        (
            "Ode Vik, who heads the union, said the strike was over and that talks had begun.",
            "Ode Vik, who heads the union",
            "said",
            "the strike was over",
            ("Ode Vik, who heads the union", ["the strike was over"]),
        ),
        (
            "Ode Vik, who heads the union, said the strike was over.",
            None,
            "said",
            "the strike was over",
            (None, ["the strike was over"]),
        ),
        (
            "The captain, said to be ill, stayed ashore.",
            None,
            "said",
            "to be ill",
            (None, ["to be ill"]),
        ),
    ],
)
def test_an_inverted_verb(
    text: str, source: str | None, cue: str, content: str, wanted: tuple[str | None, list[str]]
) -> None:
    (found,) = construed(text, (attribution(text, source, cue, content),))
    assert (found.source.text if found.source else None, [span.text for span in found.content]) == wanted


def test_an_infinitive_is_the_content() -> None:
    text = "The ministry declined to comment."
    (found,) = construed(text, (Attribution(Span.of(text, 13, 32), Span.of(text, 0, 12), ()),))
    assert (found.cue.text, [span.text for span in found.content]) == ("declined", ["to comment"])


def test_a_bare_noun_of_saying_is_the_content() -> None:
    text = "The skippers rejected the demand."
    (found,) = construed(text, (Attribution(Span.of(text, 13, 25), Span.of(text, 0, 12), ()),))
    assert (found.anchor.text, [span.text for span in found.content]) == ("rejected", ["the demand"])


def test_who_was_told_is_the_addressee() -> None:
    text = "The crew had been told to wait."
    assert construed(text, (attribution(text, "The crew", "had been told", "to wait"),))[0].addressee.text == "The crew"


@pytest.mark.parametrize(
    ("text", "inner", "stays"),
    [
        ("Her deputy said he hoped to sail on Friday.", ("he", "hoped", "to sail on Friday"), False),
        ("Her deputy said that he had warned the crew.", ("he", "had warned", "the crew"), True),
        ("Her deputy said the owners hoped to sail.", ("the owners", "hoped", "to sail"), True),
    ],
)
def test_an_attitude_of_the_speaker_is_no_saying_of_its_own(
    text: str, inner: tuple[str, str, str], stays: bool
) -> None:
    outer = attribution(text, "Her deputy", "said", text[len("Her deputy said ") : -1])
    assert (len(construed(text, (outer, attribution(text, *inner)))) == 2) == stays


@pytest.mark.parametrize(
    ("text", "cut_at", "whole"),
    [
        ("He vowed to resign if the vote fails.", "to resign", "to resign if the vote fails"),
        ("She threatened strikes unless “the fees” fall, he said.", "strikes", "strikes unless “the fees” fall"),
        ("He said “we leave” if asked.", "“we leave”", "“we leave”"),  # the report's own words
        ("He said he would resign.", "he would resign", "he would resign"),
    ],
)
def test_what_a_content_hangs_on_is_part_of_it(text: str, cut_at: str, whole: str) -> None:
    cue = text.split()[1]
    found = construed(text, (attribution(text, text.split()[0], cue, cut_at),))
    assert [span.text for span in found[0].content] == [whole]


@pytest.mark.parametrize(
    ("text", "said", "wanted"),
    [
        ("She seemed to reject the plan.", "to reject the plan", ("seemed to reject", "the plan")),
        ("She appeared to have brushed aside the plan.", "to have brushed aside the plan",
         ("appeared to have brushed aside", "the plan")),
        ("She seemed to sleep through it.", "to sleep through it", ("seemed", "to sleep through it")),
    ],
)  # fmt: skip
def test_what_seems_to_be_said(text: str, said: str, wanted: tuple[str, str]) -> None:
    (found,) = construed(text, (attribution(text, "She", text.split()[1], said),))
    assert (found.cue and found.cue.text, found.content[0].text) == wanted
