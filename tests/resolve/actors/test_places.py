"""Bodies that a noun sorts or a place names: companies, parties, cities, provinces, and "the two leaders"."""

from __future__ import annotations

import pytest

from tests.resolve.actors.test_find import names_in
from tests.resolve.actors.test_identify import brief, resolved


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("⟦The company Solbank⟧ denied it.", ("Solbank", "organisation", None, "BUS")),
        ("⟦Carmaker Hoshida⟧ said so.", ("Hoshida", "organisation", None, "BUS")),
        ("⟦Peru’s ruling party Nueva Senda⟧ said so.", ("Nueva Senda", "organisation", "PER", "PTY")),
        ("⟦Rights group Open Quay⟧ said so.", ("Open Quay", "organisation", None, "NGO")),
        ("⟦The rebel group Red Tide⟧ said so.", ("Red Tide", "organisation", None, "REB")),
        ("⟦The opposition alliance Nueva Senda⟧ said so.", ("Nueva Senda", "organisation", None, "OPP")),
        ("Germany waits. ⟦The city of Emden⟧ said so.", ("Emden", "organisation", None, "GOV")),
        ("⟦Ghana’s ministry of roads and bridges⟧ said so.",
         ("Roads and Bridges Ministry of Ghana", "organisation", "GHA", "GOV")),
        ("⟦The talks’ host, Kenya⟧, said so.", ("Kenya", "state", "KEN", "GOV")),
        ("LAGOS — ⟦Sen. Bola Adeyinka⟧ of Nigeria said so.", ("Bola Adeyinka", "person", "NGA", "LEG")),
        ("WASHINGTON — ⟦Sen. Carla Stone⟧ said so.", ("Carla Stone", "person", "USA", "LEG")),
        ("⟦EAM Rohan Deo⟧ said so.", ("Rohan Deo", "person", "IND", "GOV")),
        ("⟦Commodore Jun Pagaspas⟧ said so.", ("Jun Pagaspas", "person", None, "MIL")),
        ("ACCRA — ⟦TDP MP for Tern North, Kofi Mensah⟧, said.", ("Kofi Mensah", "person", "GHA", "LEG")),
        ("ACCRA — ⟦MP for Tern East Grace Mensah⟧ said so.", ("Grace Mensah", "person", "GHA", "LEG")),
        ("⟦Rebel spokeswoman Hana Bekele⟧ said so.", ("Hana Bekele", "person", None, "REB")),
        ("BAGHDAD — ⟦A Western official in Baghdad⟧ said so.",
         ("A Western official in Baghdad", "unnamed", None, "GOV")),
        ("SUVA - ⟦The opposition⟧ said so in Australia.", ("Opposition of Fiji", "organisation", "FJI", "OPP")),
    ],
)  # fmt: skip
def test_sorted(case: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert brief(resolved(case)[0]) == expected


@pytest.mark.parametrize(
    ("case", "names"),
    [
        pytest.param("⟦The company Solbank⟧ denied it. ⟦The firm⟧ is new.", ["Solbank"] * 2, id="the firm"),
        pytest.param("⟦Nueva Senda⟧ left. ⟦The party Ida Holm leads⟧ said no.",
                     ["Nueva Senda", "The party Ida Holm leads"], id="leads"),
        pytest.param("⟦The city of Emden⟧ paid. ⟦Ida Holm⟧ left. ⟦The city⟧ said so.", ["Emden", "Ida Holm", "Emden"],
                     id="the city"),
        pytest.param("⟦The province of Salta⟧ paid. ⟦The province⟧ said so.", ["Salta"] * 2, id="the province"),
        pytest.param("⟦Ida Holm, mayor of Emden,⟧ left. ⟦The municipality⟧ said so.", ["Ida Holm", "Emden"],
                     id="mayor"),
        pytest.param("The Kenyan minister met his Ugandan colleague. ⟦Both sides⟧ said so.", ["Kenya and Uganda"],
                     id="sides of two adjectives"),
        pytest.param("⟦Foreign Minister Ida Holm⟧ of Norway left. ⟦His Dutch counterpart, Jan Roos⟧, stayed. "
                     "⟦The Dutch foreign minister⟧ said so.", ["Ida Holm", "Jan Roos", "Jan Roos"], id="counterpart"),
        pytest.param("⟦A bank official⟧ spoke. ⟦A bank official, who declined to be named⟧ said so.",
                     ["A bank official", "A bank official (2)"], id="two officials"),
    ],
)  # fmt: skip
def test_names(case: str, names: list[str]) -> None:
    assert names_in(case) == names
