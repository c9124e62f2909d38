"""How long a setting holds, and sentences that only set the stage."""

import pytest

from sayso.ledger import Actor, Document, Statement
from sayso.resolve.frame import carried, staged
from sayso.resolve.statements import resolve
from sayso.resolve.times import find_times
from tests.marked import marked, shown

# A text with several attributions and the setting of each.
CASES: list[tuple[str, list[str | None]]] = [
    # a frame before the cue lasts through the paragraph
    ("In Bergen, {Ada Voss} [called] <the verdict absurd>. |{She} [said] <she would appeal>.", ["In Bergen"] * 2),
    ("{Ada Voss}, at a briefing, [said] <the mill was shut>. |{She} [said] <the looms were sold>.",
     ["at a briefing"] * 2),
    ("In Bergen, {Ada Voss} [called] <the verdict absurd>.\n|{She} [said] <she would appeal>.", ["In Bergen", None]),
    ("In Bergen, {Ada Voss} [called] <the verdict absurd>. |{Otto Lind} [said] <he agreed>.", ["In Bergen", None]),
    # behind a cue it is that saying's alone
    ("{Ada Voss} [said] in a letter <the mill was shut>. |{She} [said] <the looms were sold>.", ["in a letter", None]),
    ("{Ada Voss} [told] reporters in Oslo <that it was shut>. |{She} [said] <the looms were sold>.", ["in Oslo", None]),
    ("In Bergen, {Ada Voss} [called] <the verdict absurd>. |{She} [declined to comment] <on her plans>.",
     ["In Bergen", None]),
    # a sentence before sets the stage
    ("Ada Voss faced the press at the town hall. |{She} [said] <she would appeal>.", ["at the town hall"]),
    ("Ada Voss held a news conference in Oslo. |{She} [said] <she would appeal>.", ["a news conference in Oslo"]),
    ("Ada Voss spoke at a rally in Oslo on Monday. |{She} [said] <she would appeal>.", ["at a rally in Oslo"]),
    ("Ada Voss addressed a meeting of miners. |{Voss} [said] <she would appeal>.", ["a meeting of miners"]),
    ("The annual debate is under way. |{Ada Voss} [says] <she will appeal>.", ["The annual debate"]),
    ("At the ministry, the mood was grim. |{Ada Voss} [said] <she would appeal>.", ["At the ministry"]),
    ("Ada Voss spoke at a rally in Oslo. |{Otto Lind} [said] <she was wrong>.", [None]),
    ("Ada Voss walked home at noon. |{She} [said] <she would appeal>.", [None]),
    ("In Oslo, the rain went on. |{Ada Voss} [said] <she would appeal>.", [None]),
    ("Ada Voss gave a warm smile. |{She} [said] <she would appeal>.", [None]),
    ("Ada Voss spoke at a rally in Oslo.\n|{She} [said] <she would appeal>.", [None]),
    # a sentence behind tells where it was
    ("{Ada Voss} [said] <she would appeal>. Voss was speaking at a hearing in Oslo.", ["at a hearing in Oslo"]),
    ("{Ada Voss} [said] <she would appeal>. She was speaking during a visit to Malta.", ["during a visit to Malta"]),
    ("{Ada Voss} [said] <she would appeal>.\nVoss’s remarks came in an interview with the Harbour Post.",
     ["in an interview with the Harbour Post"]),
    ("{Ada Voss} [said] <she would appeal>. The comments were made at a dinner.", ["at a dinner"]),
    ("{Ada Voss} [said] <she would appeal>. Voss was reporting to a meeting of bankers.", ["to a meeting of bankers"]),
    ("{Ada Voss} [said] <she would appeal>. She was walking to a meeting.", [None]),
    ("{Ada Voss} [said] <she would appeal>. Her house was sold at a fair.", [None]),
    ("{Ada Voss} [said] <she would appeal>. Her remarks came as rain fell.", [None]),
]  # fmt: skip


def _settings(words: str) -> list[str | None]:
    text, found = marked(words)
    found = tuple(each for each in found if each.content)
    return [shown(each.setting, text) for each in resolve(Document(text), found, ()).statements]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_setting_of_each(words: str, expected: list[str | None]) -> None:
    assert _settings(words) == expected


def test_in_one_sentence_any_setting_holds_on() -> None:
    text, found = marked("{Ada Voss} [said] in a letter <it was shut> and |[added] <that it was sold>.")
    actor = Actor("Ada Voss", "person")
    given = [
        Statement("d", each.source, actor.id, each.cue, each.content, "indirect", "state", setting=setting)
        for each, setting in zip(found, (found[0].content[0], None), strict=True)
    ]
    assert carried(text, given)[1].setting == found[0].content[0]


def test_what_was_not_said_has_no_setting() -> None:
    text, found = marked("Ada Voss spoke at a rally. |{She} [did not mention] <the mill>.")
    she = found[1]
    one = Statement("d", she.source, "a", she.cue, she.content, "indirect", "state", negated=True)
    actor = Actor("Ada Voss", "person")
    assert staged(text, (one,), (actor,), find_times(text, None))[0].setting is None
