"""The fitted table as it ships, and how its text is read."""

from sayso import lexicon
from sayso.ledger import ACTS
from sayso.resolve.acts_table import act_table, parsed

TEXT = """# made by hand
kind,place,name,acts
usual,,,state:0.5 deny:-0.25
cue's weight,,,0.8
open,,,state:0.9 deny:0.1
sign,content,"says no, at once",deny:1.5
cue,deny,verb,deny:0.9 state:0.1
"""


def test_a_table_is_read_row_by_row() -> None:
    table = parsed(TEXT)
    assert (table.usual, table.cue) == ((("state", 0.5), ("deny", -0.25)), 0.8)
    assert table.open == (("state", 0.9), ("deny", 0.1))
    assert table.signs == {("content", "says no, at once"): (("deny", 1.5),)}
    assert table.cues == {("deny", "verb"): (("deny", 0.9), ("state", 0.1))}


def test_what_ships_weighs_signs_and_words_that_there_are() -> None:
    table = act_table()
    assert [act for act, _ in table.usual] == list(ACTS)
    assert set(table.signs) <= {(sign.where, sign.why) for sign in lexicon.signs()}
    assert set(table.cues) <= {(cue.lemma, cue.part) for cue in lexicon.cues()}
    assert all(0.9 < sum(share for _, share in row) < 1.03 for row in table.cues.values())


def test_no_two_signs_have_the_same_name() -> None:
    names = [(sign.where, sign.why) for sign in lexicon.signs()]
    assert len(names) == len(set(names))
