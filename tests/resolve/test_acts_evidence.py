"""Where signs are looked for, and the shape of an attribution in words."""

import pytest

from sayso.ledger import Attribution, Span
from sayso.resolve import acts
from sayso.resolve.acts_evidence import shape, signs, words


def attribution(source: str, cue: str, content: str) -> Attribution:
    """Source, cue and content one behind the other."""
    at = len(source) + 1
    told = at + len(cue) + 1
    return Attribution(
        Span(at, at + len(cue), cue),
        Span(0, len(source), source) if source else None,
        (Span(told, told + len(content), content),) if content else (),
    )


@pytest.mark.parametrize(
    ("source", "cue", "content", "told"),
    [
        ("the mayor", "said", "that the bridge would be closed on Friday", "verb unquoted cue-first middling"),
        ("the mayor", "’s claim", "that it leaks", "noun unquoted cue-first short"),
        ("the mayor", "said", "“it leaks”", "verb whole-quoted cue-first short"),
        ("the mayor", "said", "the roof was “a sieve”", "verb part-quoted cue-first middling"),
        ("the mayor", "said", "‘it leaks’", "verb whole-quoted cue-first short"),
        ("the mayor", "said", "the firm’s roof was ‘a sieve’", "verb part-quoted cue-first middling"),
        ("the mayor", "said", "the firm’s roof didn’t leak", "verb unquoted cue-first middling"),
        ("the mayor", "declined to comment", "", "verb unquoted cue-first no-content"),
        ("MAYOR QUILL", ":", "it leaks", "mark unquoted cue-first short"),
        ("the mayor", "frobnicated", "it leaks", "unlisted unquoted cue-first short"),
        ("Mayor Quill", "said", "Quill would not run again", "verb unquoted cue-first own-name middling"),
        (
            "Mayor Quill",
            "said",
            "the Harbour Board had lied about it",
            "verb unquoted cue-first other-name other-name-past middling",
        ),
        ("Mayor Quill", "said", "we opened the bridge again", "verb unquoted cue-first self-subject middling"),
    ],
)
def test_the_shape(source: str, cue: str, content: str, told: str) -> None:
    found = attribution(source, cue, content)
    assert shape(found, acts.entry_of(found)) == told


def test_a_content_that_opens_the_sentence_names_nobody_by_its_capital() -> None:
    found = Attribution(Span(20, 24, "said"), None, (Span(0, 19, "Bread will be cheap"),))
    assert shape(found, acts.entry_of(found)) == "verb unquoted content-first short"


# cue, content, and what of the content is looked at as the speaker's own words and as what is refused
OWN = [
    ("said", "The charge was false", "the charge was false", ""),
    ("denied", "The charge", "", "the charge"),
    ("rejected", "a demand that it withdraw", "", "a demand that it withdraw"),
    ("dismissed", "it as “a fairy tale”", "it as “a fairy tale”", "it as “a fairy tale”"),
    ("denied", "«a fairy tale»", "«a fairy tale»", "«a fairy tale»"),
    ("demanded", "an end to the strike", "an end to the strike", ""),
    ("frobnicated", "an end to the strike", "an end to the strike", ""),
]


@pytest.mark.parametrize(("cue", "content", "own", "refused"), OWN)
def test_what_is_refused_is_not_the_speakers_own_but_where_it_is_quoted(
    cue: str, content: str, own: str, refused: str
) -> None:
    found = attribution("she", cue, content)
    told = words(found, acts.entry_of(found))
    assert (told["content"], told["refused"], told["source"], told["cue"]) == (own, refused, "she", cue)
    assert told["said"] == f"{cue} {own}".strip()


@pytest.mark.parametrize(("cue", "is_evidence"), [("said", True), ("denied", False)])
def test_signs_in_what_is_denied_tell_nothing_of_the_act(cue: str, is_evidence: bool) -> None:
    found = attribution("she", cue, "that the board had lied about the reef")
    told = {sign.why for sign in signs(found, acts.entry_of(found)) if sign.where == "content"}
    assert ("speaks of lies and cover-up" in told) is is_evidence


def test_signs_name_their_place() -> None:
    found = attribution("police", "said", "the survey was completely false")
    assert {("source", "the source is police or justice"), ("content", "says of a thing that it is false")} <= {
        (sign.where, sign.why) for sign in signs(found, acts.entry_of(found))
    }


# source, cue, content, the sign that holds
SIGNS = [
    ("she", "said", "that was an urban legend", "calls a saying a myth or a distortion"),
    ("she", "said", "the figure isn’t accurate", "says that a thing does not hold"),
    ("she", "said", "the charge has no merit", "says that a thing does not hold"),
    ("she", "said", "“The idea that we drained the lake is laughable”", "begins with a saying of others"),
    ("she", "said", "she had never met the owner", "says of itself that it did no such thing"),
    ("she", "said", "“I didn’t sign it”", "says of itself that it did no such thing"),
    ("she", "said", "they are not smugglers", "says of itself that it is or does no such thing"),
    ("she", "said", "“It’s not a tax”", "says of what was told that it is not so"),
    ("she", "said", "there was no leak", "says that there is no such thing"),
    ("she", "said", "the raid never happened", "says that it never happened or was nothing wrong"),
    ("she", "said", "her crew did nothing wrong", "says that it never happened or was nothing wrong"),
    ("she", "said", "that there had been no negligence", "says that there is no wrong and no such matter"),
    ("she", "said", "the sale was in accordance with the by-laws", "says that all was in order"),
    ("she", "said", "the ferry was in fact empty", "sets a fact against a saying"),
    ("she", "said", "otherwise", "says the opposite"),
    ("he", "maintains", "his innocence", "maintains its innocence"),
    ("he", "said", "“No, no, no”", "answers no"),
    ("he", "refused to admit", "that the dam leaks", "will not believe or admit it"),
    ("he", "tamped down", "talk of a sale", "beats back a saying"),
    ("the port", "denied entry to", "the crew", "denies another what it asks for"),
    ("the port", "said no to", "the new pier", "says no to a course"),
    ("the port", "has campaigned against", "the new pier", "votes or works against a course"),
    ("the port", "’s opposition to", "the new pier", "votes or works against a course"),
    ("the port", "boycotted", "the talks", "takes back, blocks or keeps away from a course"),
    ("the port", "declined", "the offer", "declines a thing"),
    ("the port", "has no plans", "of moving", "has no plan or wish"),
    ("he", "said", "“I won’t be there”", "says of itself that it will not or cannot"),
    ("he", "said", "the town isn’t going to pay", "is not going to"),
    ("he", "said", "the town could not support the toll", "will not do what is wanted"),
    ("he", "said", "that he opposed the toll", "says of itself that it is against"),
    ("he", "declared", "his firm opposition to the toll", "names its opposition"),
    ("he", "said", "the town doesn’t need a toll", "does not want it"),
    ("he", "rejected", "the amendment", "refuses a measure or a deed"),
    ("he", "rejected", "the notion that tolls are theft", "refuses a view or a told deed"),
    ("he", "said", "the board lied about the reef", "speaks of lies and cover-up"),
    ("he", "said", "it was done to silence the divers", "names a bad purpose"),
    ("he", "said", "the board took large bribes", "tells of money taken"),
    ("he", "said", "the board was behind the fire", "ties a doer to a deed"),
    ("he", "said", "the divers were badly beaten", "tells of ill treatment"),
    ("he", "said", "the board did not disclose the survey", "tells of a duty left undone"),
    ("he", "said", "the draw was rigged", "speaks of bias and self-interest"),
    ("he", "said", "the board had secretly sold the pier", "tells how ill it was done"),
    ("he", "said", "guards had beaten a diver", "a doer and an ill deed"),
    ("the gang", "claimed responsibility for", "the fire", "claims a deed for itself"),
    ("the police", "linked", "the diver to the fire", "suspects or ties"),
    ("the mayor", "took a swipe at", "the board", "strikes at somebody in words"),
]


@pytest.mark.parametrize(("source", "cue", "content", "why"), SIGNS)
def test_a_sign_holds(source: str, cue: str, content: str, why: str) -> None:
    found = attribution(source, cue, content)
    assert why in {sign.why for sign in signs(found, acts.entry_of(found))}


@pytest.mark.parametrize("why", sorted({why for *_, why in SIGNS}))
def test_a_plain_statement_has_none_of_these(why: str) -> None:
    found = attribution("the mayor", "said", "the new pier opens on Friday and the old one closes")
    assert why not in {sign.why for sign in signs(found, acts.entry_of(found))}
