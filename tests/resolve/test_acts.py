"""Which act the fitted table gives to words, what the lexicon says of hedges and negation, what the network’s say."""

import pytest

from sayso import lexicon
from sayso.ledger import ACTS, Attribution, Span
from sayso.resolve import acts
from sayso.resolve.acts_table import act_table


def attribution(cue: str, *scored: tuple[str, float]) -> Attribution:
    return Attribution(Span(0, len(cue), cue), None, (), acts=scored)


# cue, the act that the lexicon alone would give, the report's distance
CUES = [
    ("has flatly denied", "deny", "neutral"),
    ("is opposing", "reject", "neutral"),
    ("accused", "allege", "neutral"),
    ("’s claim that", "allege", "neutral"),
    ("demands", "demand", "neutral"),
    ("calls on", "urge", "neutral"),
    ("’s call for", "urge", "neutral"),
    ("promised", "promise", "neutral"),
    ("vowed", "promise", "neutral"),
    ("threatening", "threaten", "neutral"),
    ("warned", "warn", "neutral"),
    ("declined to comment", "decline_comment", "neutral"),
    ("would not say", "decline_comment", "neutral"),
    ("apologised", "apologise", "neutral"),
    ("hailed", "praise", "neutral"),
    ("lambasted", "condemn", "neutral"),
    ("conceded", "acknowledge", "endorsed"),
    ("offered", "propose", "neutral"),
    ("expects", "predict", "neutral"),
    ("was ruled out", "reject", "neutral"),
    ("asked whether", "ask", "neutral"),
]


@pytest.mark.parametrize(("cue", "act", "hedge"), CUES)
def test_the_lexicon_alone(cue: str, act: str, hedge: str) -> None:
    found = attribution(cue)
    assert acts.decide(found)[0][0] == act
    assert acts.hedge(found) == hedge


@pytest.mark.parametrize(
    ("cue", "hedge"),
    [("claimed", "doubted"), ("pointed out", "endorsed"), ("said", "neutral"), ("allegedly", "doubted")],
)
def test_hedges(cue: str, hedge: str) -> None:
    assert acts.hedge(attribution(cue)) == hedge


@pytest.mark.parametrize(
    ("cue", "behind", "lemma"),
    [
        ("had to deny", "accusations", "deny"),
        ("has denied", "seeking", "deny"),
        ("refuses", "to back", "refuse"),
        ("rejected the claim that", "", "reject"),
        ("did not refuse to admit", "", "refuse"),
        ("repeated the claim that", "", "claim"),
        ("declined", "to comment", "decline to comment"),
        ("refused to say", "", "refuse to say"),
        ("asked", "whether", "ask whether"),
        ("frobnicated", "claims", None),
    ],
)
def test_what_is_refused_is_not_said(cue: str, behind: str, lemma: str | None) -> None:
    entry = acts.cue_entry(cue, behind)
    assert (entry.lemma if entry else None) == lemma


def test_who_would_agree_to_something_agrees_to_nothing_yet() -> None:
    """ "beyond anything they have said [they would agree to]": a relative clause leaves open to what."""
    words = "they would agree to"
    found = Attribution(Span(0, 9, "have said"), None, (Span(10, 10 + len(words), words),))
    assert acts.decide(found)[0][0] not in ("agree", "promise", "threaten")
    assert dict(acts.decide(found))["agree"] < 0.1


@pytest.mark.parametrize(("content", "act"), [("whether it was safe", "ask"), ("to leave at once", "urge")])
def test_the_content_tells_a_question_from_a_request(content: str, act: str) -> None:
    found = Attribution(Span(0, 5, "asked"), None, (Span(6, 6 + len(content), content),))
    assert acts.decide(found)[0][0] == act


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("the report is completely false", "deny"),
        ("the ministry had never agreed to it and the story was nonsense", "deny"),
        ("who will pay for it?", "ask"),
        ("they must leave by Friday", "demand"),
        ("if they cross the line, we will respond with force", "threaten"),
        ("the plan is a non-starter", "reject"),
        ("the captain rammed the ferry on purpose", "allege"),
        ("they are responsible for the delay, which is shameful", "condemn"),
        ("we will continue to help the islanders", "promise"),
        ("prices are likely to fall", "predict"),
        ("the harbour opened in 1902", "state"),
        ("the port will not bow to pressure from the ferry lines", "reject"),
        ("all options are open", "threaten"),
        ("any new blockade would carry a very high price", "threaten"),
        ("it plans to open a second quarry in May", "announce"),  # the month, not the verb
        ("all sides should return to the table", "urge"),
        ("the islanders were brave and he was proud of them", "praise"),
        ("staying silent would send the wrong message", "warn"),
        ("the town strongly condemns the raid", "condemn"),
        ("he knew of no such deal", "deny"),
        ("the ferry line had secretly dumped its waste", "allege"),
        ("we reserve the right to respond", "threaten"),
    ],
)
def test_a_verb_of_saying_leaves_the_act_to_the_content(content: str, act: str) -> None:
    found = Attribution(Span(0, 4, "said"), None, (Span(5, 5 + len(content), content),))
    assert acts.decide(found)[0][0] == act


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("the claim that the dam leaks", "deny"),
        ("any wrongdoing", "deny"),
        ("some of the islanders’ requests", "reject"),
        ("the ceasefire proposal", "reject"),
    ],
)
def test_a_claim_is_denied_and_a_demand_rejected(content: str, act: str) -> None:
    found = Attribution(Span(0, 9, "dismissed"), None, (Span(10, 10 + len(content), content),))
    assert acts.decide(found)[0][0] == act


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("warned that", "it would have no choice but to defend the quarry", "threaten"),
        ("warned that", "the old bridge might give way", "warn"),
        ("called", "the survey completely false", "deny"),
        ("called", "the manoeuvre reckless and illegal", "condemn"),
        ("described", "the draft as balanced", "praise"),
        ("described", "the road as a mountain track", "assess"),
        ("ordered", "the ferry line to leave the harbour", "demand"),
        ("pleaded", "not guilty", "deny"),
        ("wants", "a written guarantee", "demand"),
        ("refuses to recognise", "the verdict", "reject"),
        ("recognised", "the mistake", "acknowledge"),
        ("sees", "no need to reopen the treaty", "reject"),
        ("expressed support for", "the harbour master", "praise"),
        ("expressed concern about", "the price of bread", "assess"),
    ],
)
def test_a_verb_leaves_open_what_it_allows(cue: str, content: str, act: str) -> None:
    found = Attribution(Span(0, len(cue), cue), None, (Span(len(cue) + 1, len(cue) + 1 + len(content), content),))
    assert acts.decide(found)[0][0] == act


def test_the_network_has_a_voice() -> None:
    by_itself = dict(acts.decide(attribution("warned")))
    told = dict(acts.decide(attribution("warned", ("threaten", 0.97), ("warn", 0.0))))
    assert told["threaten"] > by_itself["threaten"]
    assert told["warn"] < by_itself["warn"]


def test_a_word_of_saying_has_the_acts_that_were_counted() -> None:
    table = act_table()
    (claim,) = (cue for cue in lexicon.cues() if (cue.lemma, cue.part) == ("claim", "verb"))
    assert acts.chances(claim, table) == table.cues["claim", "verb"]
    uncounted = lexicon.Cue(("mutter",), "verb", (("state", 1.0),), "neutral", "mutter")
    assert acts.chances(uncounted, table) == table.open
    uncounted = lexicon.Cue(("nix",), "verb", (("reject", 1.0),), "neutral", "nix")
    assert acts.chances(uncounted, table) == (("reject", 1.0),)


@pytest.mark.parametrize(
    ("cue", "is_silence"),
    [
        ("did not immediately comment", True),
        ("gave no further details", True),
        ("declined to say", True),
        ("would not be drawn", True),
        ("said", False),
        ("denied", False),
        ("did not want", False),
    ],
)
def test_a_refusal_to_answer_needs_no_content(cue: str, is_silence: bool) -> None:
    assert acts.is_silence(attribution(cue)) == is_silence


@pytest.mark.parametrize(
    ("cue", "act", "is_negated"),
    [
        ("did not say", "state", True),
        ("stopped short of calling on", "urge", True),
        ("has yet to demand", "demand", True),
        ("would not say", "decline_comment", False),
        ("said", "state", False),
        ("denied", "deny", False),
        ("noted", "state", False),
    ],
)
def test_negation(cue: str, act: acts.Act, is_negated: bool) -> None:
    assert acts.is_negated(attribution(cue), act) == is_negated


def test_probabilities_cover_every_act_once_and_sum_to_one() -> None:
    decided = acts.decide(attribution("denied", ("deny", 0.5), ("reject", 0.5)))
    assert sorted(act for act, _ in decided) == sorted(ACTS)
    assert sum(weight for _, weight in decided) == pytest.approx(1.0)
    assert [weight for _, weight in decided] == sorted((weight for _, weight in decided), reverse=True)
