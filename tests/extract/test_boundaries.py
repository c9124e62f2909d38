"""Where spans begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.boundaries import content_span, in_paragraphs, source_near, trimmed, whole_words
from sayso.ledger import Span

# (text, what the network marked, what an editor would mark)
CONTENTS = [
    ("He said “we are done,” and left.", "we are done", "“we are done,”"),
    ("He said “we are done,” and left.", "“we are done,” and", "“we are done,”"),
    ("“It is false,” she said.", "It is false,”", "“It is false,”"),
    ("She said the bridge was safe, but nobody knew.", "the bridge was safe, but", "the bridge was safe"),
    ("She said the bridge was safe.", "the bridge was safe.", "the bridge was safe"),
    ("She said it lies in the U.S.", "it lies in the U.S.", "it lies in the U.S."),
    ("They sent anti-armour weapons.", "armour weapons", "anti-armour weapons"),
    ("It was “quite” safe, he said.", "It was “quite” safe,", "It was “quite” safe"),
    ("He called it ‘a farce’ today.", "a farce", "‘a farce’"),
    ('They said: "Stop this at once!"', "Stop this at once", '"Stop this at once!"'),
    ("He said that—", "—", None),
    (
        "She said: ''It has the virtue of being ours,'' and sat.",
        "It has the virtue of being ours",
        "''It has the virtue of being ours,''",
    ),
]


@pytest.mark.parametrize(("text", "marked", "right"), CONTENTS)
def test_contents(text: str, marked: str, right: str | None) -> None:
    start = text.index(marked)
    span = content_span(text, start, start + len(marked))
    assert (span.text if span else None) == right


@pytest.mark.parametrize(
    ("text", "marked", "right"),
    [
        ("anti-tank mines", "tank", "anti-tank"),
        ("the U.S. army", "S", "U.S"),
        ("Mr. O’Neill went", "Neill", "O’Neill"),
        ("said. Then", "said", "said"),
        ("(R-Okla.)", "Okla", "R-Okla"),
        ("3,417 miles", "417", "3,417"),
    ],
)
def test_whole_words(text: str, marked: str, right: str) -> None:
    start = text.index(marked)
    first, last = whole_words(text, start, start + len(marked))
    assert text[first:last] == right


TEXTS = st.text(alphabet=st.sampled_from("ab .,“”\"'’—-\n\r🙂é\u0301א")) | st.text()


@given(TEXTS, st.data())
def test_spans_are_anchored_whatever_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for span in (content_span(text, start, end) if start < end else None, trimmed(text, start, end)):
        assert span is None or (text[span.start : span.end] == span.text and span.text.strip() == span.text)
    pieces = list(in_paragraphs(text, start, end))
    assert all(start <= a < b <= end and "\n" not in text[a:b] for a, b in pieces)


@pytest.mark.parametrize(
    ("text", "cue", "source", "is_kept"),
    [
        ("The mayor left and urged the port to wait.\nThe port has not replied.", "urged", "The port", False),
        ("“It is over,” said the mayor.\nThe port waits.", "said", "the mayor", True),
        ("The mayor\nsaid it was over.", "said", "The mayor", True),
        ("It is over.”\n—\nThe mayor", "—", "The mayor", True),
    ],
)
def test_a_source_in_a_later_paragraph_is_none(text: str, cue: str, source: str, is_kept: bool) -> None:
    said, by = (Span(text.index(words), text.index(words) + len(words), words) for words in (cue, source))
    assert (source_near(text, said, by) == by) == is_kept
    assert source_near(text, said, None) is None
