"""Descriptions without a name, documents that speak, short names of bodies: whom they mean further on in a report."""

from __future__ import annotations

import pytest

from tests.resolve.actors.test_find import names_in


@pytest.mark.parametrize(
    ("case", "names"),
    [
        pytest.param(
            "⟦Ida Holm⟧ disagreed. “No,” ⟦the former swimmer⟧ said. ⟦The 31-year-old⟧ left.",
            ["Ida Holm"] * 3,
            id="the last speaker",
        ),
        pytest.param(
            "⟦A driver⟧ waited. ⟦Ida Holm⟧ disagreed. ⟦The driver⟧ said no.",
            ["A driver", "Ida Holm", "A driver"],
            id="somebody brought in before",
        ),
        pytest.param(
            "⟦Police chief Ida Holm⟧ spoke. ⟦The suspect⟧ said no.",
            ["Ida Holm", "The suspect"],
            id="an officer is no suspect",
        ),
        pytest.param(
            "⟦Judge Ida Holm⟧ spoke. ⟦The ambassador⟧ said no.", ["Ida Holm", "The ambassador"], id="another office"
        ),
        pytest.param(
            "⟦Ida Holm⟧ spoke. ⟦The vote on tariffs⟧ shows it. ⟦She⟧ left.",
            ["Ida Holm", "The vote on tariffs", "Ida Holm"],
            id="no thing is she",
        ),
        pytest.param(
            "⟦A former minister⟧ has quit.\n\n⟦Pavel Horak⟧, who ran the ministry, said so.",
            ["Pavel Horak"] * 2,
            id="named in the next sentence",
        ),
        pytest.param(
            "⟦A resident⟧ has complained.\n\n⟦Pavel Horak⟧, who ran the ministry, said so.",
            ["A resident", "Pavel Horak"],
            id="a stranger and a name",
        ),
    ],
)
def test_descriptions(case: str, names: list[str]) -> None:
    assert names_in(case) == names


@pytest.mark.parametrize(
    ("case", "names"),
    [
        pytest.param(
            "⟦Pavel Horak⟧ published a letter. ⟦The letter⟧ says so. ⟦Ida Holm⟧ left. ⟦The letter⟧ adds it.",
            ["Pavel Horak", "Pavel Horak", "Ida Holm", "Pavel Horak"],
            id="the same letter",
        ),
        pytest.param(
            "⟦The prosecutors⟧ spoke. ⟦The prosecutors’ document⟧ says it. ⟦The document⟧ adds it.",
            ["The prosecutors"] * 3,
            id="owned by officers",
        ),
    ],
)
def test_documents_speak_for_one_and_the_same(case: str, names: list[str]) -> None:
    assert names_in(case) == names


@pytest.mark.parametrize(
    ("case", "names"),
    [
        pytest.param("⟦Mining President and CEO Ida Holm⟧ said so.", ["Ida Holm"], id="two offices"),
        pytest.param("⟦A trader and member of the club, Ida Holm,⟧ said so.", ["Ida Holm"], id="a calling and a name"),
        pytest.param("⟦Chief of Police General Pavel Horak⟧ spoke.", ["Pavel Horak"], id="a rank behind an office"),
        pytest.param("⟦Peruvian Ambassador to Malta H E Ida Holm⟧ spoke.", ["Ida Holm"], id="initials of respect"),
        pytest.param("⟦The undersecretary for railways Ida Holm⟧ spoke.", ["Ida Holm"], id="an area in small letters"),
        pytest.param(
            "⟦A lawyer for businessman Ida Holm⟧ spoke.", ["A lawyer for businessman Ida Holm"], id="whom one serves"
        ),
        pytest.param(
            "⟦Ida Holm⟧ spoke. ⟦Pavel Horak⟧ spoke. ⟦He and Holm⟧ left.",
            ["Ida Holm", "Pavel Horak", "Pavel Horak and Ida Holm"],
            id="he and another",
        ),
        pytest.param("⟦Pavel Horak⟧ spoke, it said.He left. ⟦Horak⟧ came.", ["Pavel Horak"] * 2, id="no space"),
        pytest.param(
            "⟦Datuk Seri Omar Bakri⟧ spoke. ⟦Bakri⟧ left.", ["Omar Bakri"] * 2, id="an honour before the name"
        ),
        pytest.param(
            "⟦Ida Holm⟧ spoke. ⟦Ida Holm⟧ left. ⟦Tom Holm Jr.⟧ stayed. ⟦Holm Jr.⟧ wept.",
            ["Ida Holm", "Ida Holm", "Tom Holm Jr.", "Tom Holm Jr."],
            id="a son of his father’s name",
        ),
        pytest.param(
            "⟦Rosa Quispe Mamani⟧ spoke. ⟦Rosa Quispe⟧ left.", ["Rosa Quispe Mamani"] * 2, id="a name of two families"
        ),
    ],
)
def test_whole_sources(case: str, names: list[str]) -> None:
    assert names_in(case) == names


@pytest.mark.parametrize(
    ("case", "names"),
    [
        pytest.param(
            "⟦The Department of Roads and Parks (RoadPark)⟧ spoke. ⟦RoadPark⟧ added it.",
            ["Department of Roads and Parks"] * 2,
            id="a short name in brackets",
        ),
        pytest.param(
            "⟦A rights group, the League of Anglers,⟧ spoke. ⟦The league⟧ added it.",
            ["League of Anglers"] * 2,
            id="a sort and a name",
        ),
        pytest.param(
            "⟦Customs officials⟧ spoke. ⟦Officials⟧ added it.", ["Customs officials"] * 2, id="the plain noun again"
        ),
    ],
)
def test_bodies_and_groups(case: str, names: list[str]) -> None:
    assert names_in(case) == names
