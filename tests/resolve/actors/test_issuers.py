"""Documents that speak: whoever issued, filed, ruled or is told of as their owner speaks through them."""

from __future__ import annotations

import pytest

from tests.resolve.actors.test_find import names_in

BANK = "Central Bank of Ghana"


@pytest.mark.parametrize(
    ("case", "names"),
    [
        pytest.param("Ghana’s central bank issued a circular. ⟦The circular⟧ says so.", [BANK], id="circular"),
        pytest.param("Ghana’s central bank released new guidelines. ⟦The guidelines⟧ say so.", [BANK], id="guidelines"),
        pytest.param(
            "Peru’s Supreme Court ruled on Monday. ⟦The ruling⟧ says so.", ["Supreme Court of Peru"], id="ruled"
        ),
        pytest.param(
            "LIMA — Prosecutors filed an indictment on Monday. ⟦The indictment⟧ alleges it.",
            ["Prosecutors"],
            id="unnamed",
        ),
        pytest.param("Ida Holm sued the town. ⟦The lawsuit⟧ says so.", ["Ida Holm"], id="sued"),
        pytest.param(
            "A lawsuit was filed against Ida Holm. ⟦The lawsuit⟧ says so.",
            ["The lawsuit"],
            id="a passive has no subject",
        ),
        pytest.param("⟦A memo seen by the Tern Courier⟧ says so.", ["A memo"], id="a reader is no issuer"),
        pytest.param("⟦A petition from Ida Holm⟧ says so.", ["Ida Holm"], id="from"),
        pytest.param("⟦A fishermen’s petition⟧ says so.", ["fishermen"], id="the article is the petition's"),
        pytest.param("⟦An editorial in the Tern Courier⟧ says so.", ["Tern Courier"], id="a paper"),
        pytest.param(
            "⟦Ghana’s central bank⟧ said so. ⟦Its annual report⟧ says more. ⟦The report⟧ is new.", [BANK] * 3, id="its"
        ),
        pytest.param(
            "⟦Ida Holm⟧ said so in a media release. ⟦Pavel Horak⟧ left. ⟦The release⟧ says so.",
            ["Ida Holm", "Pavel Horak", "Ida Holm"],
            id="a release",
        ),
    ],
)
def test_issuers(case: str, names: list[str]) -> None:
    assert names_in(case) == names
