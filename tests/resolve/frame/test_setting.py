"""Where, on what occasion, by which medium something was said."""

from dataclasses import replace

import pytest

from sayso.ledger import Mention, Span
from sayso.resolve.frame import addressed, placed
from sayso.resolve.times import find_times
from tests.marked import marked, shown

CASES: list[tuple[str, str | None]] = [
    # behind the cue
    ("{The mill} [said] in a statement <that two looms had burned>.", "in a statement"),
    ("<“Two looms burned,”> {the mill} [said] in a statement on Friday.", "in a statement"),
    ("{The mill} [said] in a strongly worded statement <it would sue>.", "in a strongly worded statement"),
    ("{Ada Voss} [said] at a news conference in Turin <the vote was void>.", "at a news conference in Turin"),
    ("{Ada Voss} [said] at Monday’s hearing <the vote was void>.", "at Monday’s hearing"),
    ("{Ada Voss} [told] his year-end press conference <the vote was void>.", "his year-end press conference"),
    ("{Ada Voss} [told] a rally in Novara, Piedmont, <that the vote was void>.", "a rally in Novara, Piedmont"),
    ("{Ada Voss} [told] reporters in Turin <that the vote was void>.", "in Turin"),
    ("{Ada Voss} [told] reporters on her way into the talks <that it was void>.", "on her way into the talks"),
    ("{The singer} [wrote] on Instagram <that the tour was off>.", "on Instagram"),
    ("{The singer} [wrote] in a post on X <that the tour was off>.", "in a post on X"),
    ("{The general} [said] on state television <that the pass was held>.", "on state television"),
    ("{The general} [told] viewers during a live broadcast <that the pass was held>.", "during a live broadcast"),
    ("{The nurse} [told] the paper by phone <that beds were short>.", "by phone"),
    ("{The nurse} [claimed] in court <that beds were short>.", "in court"),
    ("{The envoy} [said] on the sidelines of the summit <that the text was ready>.", "on the sidelines of the summit"),
    ("{The envoy} [said] during a visit to Malta <that the text was ready>.", "during a visit to Malta"),
    ("{The envoy} [argued] in a letter to the council <that the text was ready>.", "in a letter to the council"),
    ("{The pilot} [said in a recorded message] <that he was well>.", "in a recorded message"),
    # between source and cue
    ("{The bishop}, at a service in Lund, [said] <the poor came first>.", "at a service in Lund"),
    ("{The bishop}, speaking at a vigil on Sunday, [said] <the poor came first>.", "at a vigil"),
    ("{The union}, which in a statement on Monday [had voiced] <concern>, is small.", "in a statement"),
    ("{The premier}, receiving the Danish king in Rome on Tuesday, [saw] <no danger>.",
     "receiving the Danish king in Rome"),
    ("{The speaker}, who chaired the session, [blamed] <the clerk>.", "the session"),
    ("{The member} rose in parliament [to say] <that the dam leaked>.", "in parliament"),
    # before the source
    ("In a statement issued at noon, {the port} [said] <the crane had failed>.", "In a statement issued at noon"),
    ("Speaking at a regular briefing, {the spokeswoman} [said] <the crane had failed>.", "at a regular briefing"),
    ("In his reply {he} [conveyed] <the king’s regret>.", "In his reply"),
    ("In Bergen, {the owner of the ship} [called] <the verdict absurd>.", "In Bergen"),
    ("In Bergen on Wednesday, {the owner} [called] <the verdict absurd>.", "In Bergen"),
    ("At the Foreign Ministry, {Lia Moss} [told] reporters <that visas would end>.", "At the Foreign Ministry"),
    # behind the content
    ("{The choir} [condemned] <the closure> in an open letter.", "in an open letter"),
    # none
    ("{The mill} [said] <two looms had burned>.", None),
    ("{The mill} [said] on Friday <that two looms had burned>.", None),
    ("{The mill} [said] in June <that two looms had burned>.", None),
    ("{The mill} [said] in Danish <that two looms had burned>.", None),
    ("{The mill} [said] in fact <that two looms had burned>.", None),
    ("In an effort to calm the town, {the mill} [said] <it would pay>.", None),
    ("At the same time, {the mill} [said] <it would pay>.", None),
    ("In response, {the mill} [said] <it would pay>.", None),
    ("{The mayor} [commented] on the summit <that it was dull>.", None),
    ("{The ministry} [advised] citizens in Peru <to stay indoors>.", None),
    ("The fire broke out at a rally, {a guard} [said] <it began backstage>.", None),
    ("{Critics} of the speech [said] <it was long>.", None),
    ("{The statement} [said] <that the crane had failed>.", None),
    ("Its rally in Oslo began with songs, and {its leader} [said] <it had grown>.", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_setting(words: str, expected: str | None) -> None:
    text, found = marked(words)
    times = find_times(text, None)
    got = placed(text, addressed(text, found, times), (), times)
    assert shown(got[0].setting, text) == expected


# What the network has, and what is made of it.
GIVEN: list[tuple[str, str, str | None]] = [
    ("{The mill} [said] on Delta News <that looms had burned>.", "Delta News", "on Delta News"),
    (
        "In an essay for a journal, {the miller} [said] <that looms had burned>.",
        "an essay",
        "In an essay for a journal",
    ),
    ("{The miller} [told] Ada Voss of Delta News <that looms had burned>.", "of Delta News", None),
    ("{The miller} [shouted] to the crowd <that looms had burned>.", "to the crowd", None),
    ("{The miller} [spoke] with warmth on his looms <that had burned>.", "on his looms", None),
    ("{The miller} [said] over dinner <that looms had burned>.", "over dinner", "over dinner"),
    ("{The miller} [said] aboard the ferry <that looms had burned>.", "aboard the ferry", "aboard the ferry"),
]


@pytest.mark.parametrize(("words", "given", "expected"), GIVEN)
def test_what_the_network_has_is_checked(words: str, given: str, expected: str | None) -> None:
    text, found = marked(words)
    span = Span.of(text, text.index(given), text.index(given) + len(given))
    got = placed(text, (replace(found[0], setting=span),), (), find_times(text, None))
    assert shown(got[0].setting, text) == expected


def test_a_person_is_no_place() -> None:
    text, found = marked("{The mill} [said] in Marlowe <that two looms had burned>.")
    person = Mention(Span.of(text, text.index("Marlowe"), text.index(" that")), "person")
    assert placed(text, found, (person,), ())[0].setting is None
