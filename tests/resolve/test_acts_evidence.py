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
        ("the mayor", "declined to comment", "", "verb unquoted cue-first no-content"),
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


@pytest.mark.parametrize(("cue", "refused"), [("denied", "the charge"), ("said", "")])
def test_only_of_a_denial_or_a_rejection_is_the_content_what_is_refused(cue: str, refused: str) -> None:
    found = attribution("she", cue, "The charge")
    told = words(found, acts.entry_of(found))
    assert (told["refused"], told["content"], told["source"]) == (refused, "the charge", "she")


def test_signs_name_their_place() -> None:
    found = attribution("police", "said", "the survey was completely false")
    assert {("source", "the source is police or justice"), ("content", "says of a thing that it is false")} <= {
        (sign.where, sign.why) for sign in signs(found, acts.entry_of(found))
    }
