"""Quotations that no word introduces."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.page import Page
from sayso.extract.cueless import with_cueless
from sayso.extract.subjects import subjects
from sayso.ledger import Attribution, Document, Ledger, Mention, Span
from sayso.link import nest
from sayso.resolve.statements import resolve

# text; people's names in it; who has the quotation without a cue ("–": one of two); its pieces
ALONE = [
    ("The umpire looked away. “It was out.”", [], "The umpire", ["“It was out.”"]),
    ("Mrs Adeyemi folded her arms. “Not in my street.”", ["Adeyemi"], "Mrs Adeyemi", ["“Not in my street.”"]),
    ("Then she closed the ledger. “We are finished here.”", [], "she", ["“We are finished here.”"]),
    ("The ferryman’s answer was brief. “No boats today.”", [], "The ferryman", ["“No boats today.”"]),
    ("His voice cracked. “They took the dog as well.”", [], "His", ["“They took the dog as well.”"]),
    ("The colonel did not move: “Hold the bridge.”", [], "The colonel", ["“Hold the bridge.”"]),
    ("No help came from the registrar. “Come back in May.”", [], "the registrar", ["“Come back in May.”"]),
    ("The crew roared when the skipper slipped. “He does that.”", [], "the skipper", ["“He does that.”"]),
    ("“Far too dear.” With that the auctioneer sat down.", [], "the auctioneer", ["“Far too dear.”"]),
    (
        "“First the roof went.” Ilse Brandt wiped her glasses. “Then the walls.”",
        ["Ilse Brandt"],
        "Ilse Brandt",
        ["“First the roof went.”", "“Then the walls.”"],
    ),
    (
        "Her brother, Tomas, tends the grave. “Nobody else comes.”",
        ["Tomas"],
        "Her brother, Tomas",
        ["“Nobody else comes.”"],
    ),
    (
        "Finance minister Ada Kroll shut her folder. “The money is gone.”",
        ["Ada Kroll"],
        "Finance minister Ada Kroll",
        ["“The money is gone.”"],
    ),
    ("The mayor of Lund shrugged and the vicar sighed. “It will pass.”", [], "–", ["“It will pass.”"]),
    (
        "The clerk stood up.\n“Here is the list.\n“It is short.”",
        [],
        "The clerk",
        ["“Here is the list.", "“It is short.”"],
    ),
    (
        "Rates rose again – Ada Kroll: “We were warned for years.”",
        ["Ada Kroll"],
        "Ada Kroll",
        ["“We were warned for years.”"],
    ),
]
# Nothing is said here by anybody, or nobody can be told.
LEFT: list[tuple[str, list[str]]] = [
    ("The pilot pointed at the sign. “No Entry After Dark.”", []),
    ("The widow read the headstone: “He sleeps here now.”", []),
    ("The chef loves one film. “Death in the Afternoon.”", []),
    ("The so-called “quiet week.” It was loud.", []),
    ("The teacher shrugged. “Maybe.”", []),
    ("The engine stalled. “It was the fuel.”", []),
    ("The miner has a new word for it: “progress of a sort.”", []),
    ("The judge called it “a sorry business.” The court rose.", []),
    ("Ferry strike enters second week\n“We will not go back.”\nThe port was shut.", []),
    ("The baker opened early.\n\n“A hard winter”\n\nSnow fell.", []),
]


@pytest.mark.parametrize(("text", "names", "source", "pieces"), ALONE)
def test_a_quotation_without_a_cue(text: str, names: list[str], source: str, pieces: list[str]) -> None:
    (found,) = with_cueless(text, (), _mentions(text, names))
    assert found.cue is None
    assert (found.source.text if found.source else "–") == source
    assert [span.text for span in found.content] == pieces
    assert 0.35 <= found.confidence < 0.8


@pytest.mark.parametrize(("text", "names"), LEFT)
def test_what_is_left_alone(text: str, names: list[str]) -> None:
    assert with_cueless(text, (), _mentions(text, names)) == ()


# text; source, cue and contents as the network found them; all contents of that statement afterwards
PIECES = [
    ("“We lost the mast,” she said. “The hull is whole.”", ("she", "said", ["“We lost the mast,”"]), 2),
    (
        "She said: “The mast went first.” She drank some tea. “Then the rudder.”",
        ("She", "said", ["“The mast went first.”"]),
        2,
    ),
    (
        "“We lost the mast,” she said.\n\n“The hull is whole.”\n\nIt rained.",
        ("she", "said", ["“We lost the mast,”"]),
        1,
    ),
    (
        "“We lost the mast,” she said.\n\n“The hull was whole until the second night.”\n\nIt rained.",
        ("she", "said", ["“We lost the mast,”"]),
        2,
    ),
    (
        "She wrote: “The mast went first.\n“The rudder went next.\n“We prayed.”",
        ("She", "wrote", ["“The mast went first."]),
        3,
    ),
    (
        "She wrote: “The mast went first.\n“The rudder went next.\n“We prayed to be seen.\nIt rained.",
        ("She", "wrote", ["“The mast went first."]),
        3,
    ),
    ("She said the mast had gone. “It snapped like a twig.”", ("She", "said", ["the mast had gone"]), 2),
    ("He said:\n\n“The tide was against us from the first hour.”", ("He", "said", []), 1),
    ("The song “Come Home Again.” She said it was old.", ("She", "said", ["it was old"]), 1),
]


@pytest.mark.parametrize(("text", "marked", "pieces"), PIECES)
def test_further_pieces(text: str, marked: tuple[str, str, list[str]], pieces: int) -> None:
    source, cue, contents = marked
    known = Attribution(_span(text, cue), _span(text, source), tuple(_span(text, each) for each in contents))
    (found,) = with_cueless(text, (known,), ())
    assert (found.cue, found.source) == (known.cue, known.source)
    assert len(found.content) == pieces


# Two who talk: whoever spoke last may not be the one who answers.
DIALOGUES = [
    "“Did you lock the gate?” asked Ines.\n\n“It was locked when I came by at six.”",
    "“The gate was open,” said Ines.\n\nThe porter agreed. “It was wide open all the night.”",
    "Ines was firm: “The gate was open.”\n\n“It was locked when I came by at six.”",
]


@pytest.mark.parametrize("text", DIALOGUES)
def test_dialogues(text: str) -> None:
    content = text[text.index("“") : text.index("”") + 1]
    cue = next(word for word in ("asked", "said", "was firm") if word in text)
    known = Attribution(_span(text, cue), _span(text, "Ines"), (_span(text, content),))
    kept, other = with_cueless(text, (known,), _mentions(text, ["Ines"]))
    assert kept == known
    assert other.cue is None
    assert (other.source.text if other.source else None) == ("The porter" if "porter" in text else None)


def test_it_becomes_a_statement_like_any_other() -> None:
    text = "The nurse put down the tray. “He said he was cold. Did nobody hear him?”"
    inner = Attribution(_span(text, "said"), _span(text, "He"), (_span(text, "he was cold"),))
    document = Document(text)
    resolved = resolve(document, with_cueless(text, (inner,), ()), ())
    told, outer = sorted(nest(resolved.statements), key=lambda each: each.cue is None)
    assert (outer.cue, outer.time, outer.hedge, outer.negated) == (None, None, "neutral", False)
    assert (outer.manner, outer.act) == ("direct", "ask")
    assert told.parent_id == outer.id
    ledger = Ledger((document,), resolved.actors, (outer, told))
    assert [each.cue for each in Ledger.from_dict(ledger.to_dict()).statements] == [None, inner.cue]
    assert b"Did nobody hear him?" in Page().written(ledger)


def test_what_is_said_inside_is_no_reason_to_leave_a_quotation() -> None:
    text = "The nurse put down the tray. “He said he was cold. I believed him.”"
    inner = Attribution(_span(text, "said"), _span(text, "He"), (_span(text, "he was cold"),))
    found = with_cueless(text, (inner,), ())
    assert inner in found
    assert [each.source.text for each in found if each.cue is None and each.source] == ["The nurse"]


WORDS = (
    *("“", "”", '"', "‘", "’", ".", ",", ":", "?", "\n", "The judge", "Mr Adeyemi", "he", "his", "sat", "down", "of"),
    *("and", "who", "’s", "No", "ships", "sail", "said"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.integers(0, 39))
def test_spans_are_anchored_and_nothing_is_lost(words: list[str], at: int) -> None:
    text = " ".join(words).replace(" .", ".").replace("“ ", "“").replace(" ”", "”")
    said = text.find("said", at)
    known = (Attribution(Span.of(text, said, said + 4), None, ()),) if said >= 0 else ()
    found = with_cueless(text, known, _mentions(text, ["Adeyemi"] if "Adeyemi" in text else []))
    assert {each.cue for each in known} <= {each.cue for each in found}
    pieces = sorted(span for each in found for span in each.content)
    for span in pieces + [each.source for each in found if each.source]:
        assert span.text == text[span.start : span.end]
    assert all(one.end <= other.start for one, other in pairwise(pieces))
    assert list(found) == sorted(found, key=lambda each: each.anchor)


@pytest.mark.parametrize(
    ("sentence", "best"),
    [
        ("When the lawyer sat down, the judge smiled.", "the judge"),
        ("The rain soaked the surveyor.", "the surveyor"),
        ("After the vote the speaker of the lower house left.", "the speaker of the lower house"),
        ("The ministry sent the miner a letter.", "The ministry"),
        ("The river rose.", None),
        ("The police station was dark.", None),
    ],
)
def test_whom_a_sentence_is_about(sentence: str, best: str | None) -> None:
    found = subjects(sentence, 0, len(sentence), ())
    assert (min(found, key=lambda each: each[1])[0].text if found else None) == best


def _span(text: str, piece: str) -> Span:
    start = text.index(piece)
    return Span.of(text, start, start + len(piece))


def _mentions(text: str, names: list[str]) -> tuple[Mention, ...]:
    return tuple(Mention(_span(text, name), "person") for name in names)
