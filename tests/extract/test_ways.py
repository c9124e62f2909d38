"""The way that words came."""

import pytest

from sayso.extract.ways import quoter, way_of
from tests.marked import marked, shown

CASES: list[tuple[str, str | None]] = [
    # quoted, carried, reported
    ("<The road is open>, [according to] {the water ministry}, quoted by local media.", "local media"),
    ("<“The road is open,”> [said] {the engineer}, as quoted by the Harbour Gazette.", "the Harbour Gazette"),
    ("{The engineer}, quoted by state television, [said] <the road was open>.", "state television"),
    ("{The engineer}, who was cited by a regional daily, [denied] <the leak>.", "a regional daily"),
    ("{The engineer} [said] in remarks carried by state radio <that the road was open>.", "state radio"),
    ("{The engineer} [said] in an interview published by the Coast Tribune <that the road was open>.",
     "the Coast Tribune"),
    ("{The engineer} [said] in a video released on Monday by the agency Delta News <that it was open>.",
     "the agency Delta News"),
    ("{The engineer} [told] the council in comments broadcast on local television <that it was open>.",
     "local television"),
    ("{The engineer} [said] <the road was open>, according to the Polar news agency.", "the Polar news agency"),
    ("<“The road is open,”> {the engineer} [said], according to Radio Delta.", "Radio Delta"),
    ("<“The road is open,”> {the engineer} [said], the Polar Press agency reported.", "the Polar Press agency"),
    ("Delta News, citing {two engineers}, [reported] <that the road was open>.", "Delta News"),
    ("A local paper, quoting {the engineer}, [said] <the road was open>.", "A local paper"),
    # sent through somebody
    ("{The singer} [said] through a spokesman <that she was well>.", "a spokesman"),
    ("{The singer} [denied] <the charge> through her lawyer.", None),
    ("{The prisoner} [said] through his lawyers <that he was well>.", "his lawyers"),
    ("{The rebels} [offered] via two intermediaries <to talk>.", "two intermediaries"),
    ("{The coach} [said] through an interpreter <that they had slept badly>.", "an interpreter"),
    ("{The queen} [asked] through her private secretary <that it be moved>.", "her private secretary"),
    # none
    ("{The engineer} [said] <the road was open>.", None),
    ("{The engineer} [said] <the road was open>, according to plan.", None),
    ("{The engineer} [said] <the road was open>, according to his brother.", None),
    ("[According to] {the Polar news agency}, <the road is open>.", None),
    ("{The engineer} [said] <he had read of the leak in a report carried by state radio>.", None),
    ("{The engineer}, who was helped by two colleagues, [said] <the road was open>.", None),
    ("{The engineer} [said] through tears <that the road was open>.", None),
    ("{The engineer} [said] through the night <that help was coming>.", None),
    ("{The engineer} [said] <the road was open>, the driver reported that it was not.", None),
    ("Prosecutors, citing {two clerks}, [said] <the trial must move>.", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_way(words: str, expected: str | None) -> None:
    text, (found,) = marked(words)
    assert shown(way_of(text, found), text) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The road is shut. The agency ", "The agency"),
        ("A line from Oslo, where state radio ", "state radio"),
        ("Her words were carried by the coast press, which also ", "the coast press"),
        ("On Monday, Delta News ", "Delta News"),
        ("It was late and Delta News later ", "Delta News"),
        ("The minister was ", None),
    ],
)
def test_who_quotes(before: str, expected: str | None) -> None:
    text = f"{before}quoted the engineer as saying it was open."
    assert shown(quoter(text, len(before)), text) == expected
