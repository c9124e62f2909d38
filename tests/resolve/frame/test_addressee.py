"""Whom something was said to, by the grammar around the cue."""

from dataclasses import replace

import pytest

from sayso.ledger import Span
from sayso.resolve.frame import addressed
from sayso.resolve.times import find_times
from tests.marked import marked, shown

CASES: list[tuple[str, str | None]] = [
    # the object of a verb of telling
    ("{The harbour master} [told] reporters <that the ferry was safe>.", "reporters"),
    ("{The harbour master} [told] the committee on Friday <the ferry was safe>.", "the committee"),
    ("{She} [told] the board of the museum late on Monday <that the roof leaked>.", "the board of the museum"),
    ("<“The roof leaks,”> {the curator} [told] Radio Delta on Monday.", "Radio Delta"),
    ("<“The roof leaks,”> {the curator} [told] USA Today.", "USA Today"),
    ("{The union} [urged] drivers <to stay at home>.", "drivers"),
    ("{The union} [asked] the city council <whether wages would rise>.", "the city council"),
    ("{The envoy} [assured] his hosts <that the loan was coming>.", "his hosts"),
    ("{The firm} [informed] its shareholders in March <that the mine would close>.", "its shareholders"),
    ("{Bakers} [warned] the minister <that flour was short>.", "the minister"),
    ("{The bishop} [reminded] them <that the bells were old>.", "them"),
    ("<“Go home,”> {he} [urged] the crowd.", "the crowd"),
    ("{The king} [advised] fishermen and their families <to leave the coast>.", "fishermen and their families"),
    ("{The court} [ordered] the company <to drain the pond>.", "the company"),
    ("{The law} [requires] owners <to insure their boats>.", "owners"),
    ("{Pavo} [asks] Ketland <to reopen the bridge>", "Ketland"),
    # with a preposition
    ("{The premier} [called on] both sides <to hold their fire>.", "both sides"),
    ("{The premier} [again called on] both sides <to hold their fire>.", "both sides"),
    ("{The pilots} [appealed to] the airline <to pay them>.", "the airline"),
    ("{She} [wrote] to the mayor <that the bridge was unsafe>.", "the mayor"),
    ("{She} [said] to a neighbour <that the bridge was unsafe>.", "a neighbour"),
    ("{He} [complained] to officials <that the road was shut>.", "officials"),
    ("{The clinic} [confirmed] to Polar Press <that two nurses had left>.", "Polar Press"),
    ("{Marsh} to Parliament[:] <no more money for the canal>", "Parliament"),
    # a noun, a message, a participle
    ("In a letter to the governor on Tuesday, {the farmers} [said] <the wells were dry>.", "the governor"),
    ("In a phone call with his Danish counterpart, {the minister} [said] <the route was open>.",
     "his Danish counterpart"),
    ("Addressing cadets, {the general} [said] <the army was too small>.", "cadets"),
    ("Speaking to students in Turin, {the author} [said] <books were dear>.", "students"),
    ("Speaking by video link with investors, {the founder} [said] <the debt was paid>.", "investors"),
    ("{The minister} has written to her colleagues [to say] <that she will resign>.", "her colleagues"),
    ("{Its} [warning] to skippers <that the reef had moved> came late.", "skippers"),
    # the content has it
    ("{The guild} [urged] <members to strike>.", "members"),
    ("{The guild} [called on] <Pavo not to sign>.", "Pavo"),
    # passives
    ("The mayor [had been warned by] {an engineer} <that the bridge was unsafe>.", "The mayor"),
    ("The tenants [were told] <to leave by noon>.", "The tenants"),
    ("On her way out, the judge [was asked] <whether she would resign>.", "the judge"),
    ("[Asked] <whether he would sign>, |{the owner} [said] <it was too soon>.", "the owner"),
    ("[Pressed for] <a date>, |{Ines Roth} [said] <there was none>.", "Ines Roth"),
    # none
    ("{The harbour master} [said] <that the ferry was safe>.", None),
    ("{The harbour master} [said] on Friday <that the ferry was safe>.", None),
    ("{The union} [urged] <restraint>.", None),
    ("{The union} [demanded] <that drivers stay at home>.", None),
    ("{The envoy} [told] a news conference <that the loan was coming>.", None),
    ("{The envoy} [promised] <help>.", None),
    ("{She} [asked] <for a new map>.", None),
    ("{The crew} [said] to applause <that they would go>.", None),
    ("{The trader} [replied] with a shrug <that prices rise>.", None),
    ("{The firm} [responded] to the claims <that it had cheated> with a shrug.", None),
    ("{He} [said] in a talk about letters to the dead <that grief was slow>.", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_addressee(words: str, expected: str | None) -> None:
    text, found = marked(words)
    got = addressed(text, found, find_times(text, None))
    assert shown(got[0].addressee, text) == expected


def test_the_network_is_believed_where_it_names_somebody() -> None:
    text, found = marked("For the mayor {the envoy} [had] a word and [told] the crowd <that it was over>.")
    given = Span.of(text, text.index("the mayor"), text.index(" the envoy"))
    assert addressed(text, (replace(found[0], addressee=given),), ())[0].addressee == given


@pytest.mark.parametrize(("part", "expected"), [("The", "The Coast Tribune"), ("Tribune", "The Coast Tribune")])
def test_a_part_of_a_name_grows(part: str, expected: str) -> None:
    text, found = marked("{The envoy} [told] The Coast Tribune <that it was over>.")
    at = text.rindex(part)
    got = addressed(text, (replace(found[0], addressee=Span.of(text, at, at + len(part))),), ())
    assert shown(got[0].addressee, text) == expected


def test_a_preposition_is_nobody() -> None:
    text, found = marked("[Asked] by a visitor <about the price>, |{the owner} [laughed] <aloud>.")
    by = Span.of(text, text.index("by"), text.index("by") + 2)
    got = addressed(text, (replace(found[0], addressee=by), found[1]), ())
    assert shown(got[0].addressee, text) == "the owner"


def test_a_setting_leaves_the_hearers_to_the_addressee() -> None:
    text, found = marked("{The envoy} [told] reporters in Oslo <that it was over>.")
    both = Span.of(text, text.index("reporters"), text.index(" that it"))
    got = addressed(text, (replace(found[0], setting=both),), ())[0]
    assert (shown(got.addressee, text), shown(got.setting, text)) == ("reporters", "in Oslo")
