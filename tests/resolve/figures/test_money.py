"""Every money of the world by its code, its name and its signs, as Babel's English locale has them."""

from __future__ import annotations

import pytest
from babel.core import get_global
from babel.localedata import load

from sayso.lexicon import currencies
from sayso.resolve.figures import find_figures

NAMES = load("en")["currency_names_plural"]
ACTIVE = sorted(
    {row[0] for rows in get_global("territory_currencies").values() for row in rows if not row[2] and row[3]}
)


def unit_of(amount: str, rest: str = "") -> str | None:
    [figure] = find_figures("d", f"The ministry paid {amount} last week. {rest}")
    assert figure.span.text == amount
    assert figure.value == 5000
    return figure.unit


def test_the_world_has_its_moneys() -> None:
    assert len(ACTIVE) > 140


@pytest.mark.parametrize("code", sorted(set(ACTIVE) - {"STN", "ZWG", "TTD", "BAM", "SHP"}))
def test_every_money_by_its_name(code: str) -> None:
    assert unit_of(f"5,000 {NAMES[code]['other']}") == code


@pytest.mark.parametrize(
    ("amount", "code"),
    [("5,000 dobras", "STN"), ("5,000 Bosnian marks", "BAM"), ("5,000 Trinidadian dollars", "TTD")],
)
def test_names_that_babel_has_in_a_form_no_report_uses(amount: str, code: str) -> None:
    assert unit_of(amount) == code


@pytest.mark.parametrize("code", sorted(set(ACTIVE) - {"ALL", "TOP", "CUP", "SOS"}))
def test_every_money_by_its_code(code: str) -> None:
    assert unit_of(f"{code} 5,000") == code
    if code != "KGS":  # after a number these are kilograms
        assert unit_of(f"5,000 {code}") == code


@pytest.mark.parametrize("code", ["ALL", "TOP", "CUP", "SOS"])
def test_codes_that_are_words_are_none(code: str) -> None:
    assert all(figure.unit != code for figure in find_figures("d", f"{code} 5,000 workers left."))


SIGNS = [(code, sign) for code, (signs, _) in currencies().items() for sign in signs]


@pytest.mark.parametrize(("code", "sign"), SIGNS)
def test_every_sign(code: str, sign: str) -> None:
    is_after = sign in ("円", "元", "zł")
    amount = f"5,000 {sign}" if is_after else f"{sign} 5,000" if sign.isalpha() else f"{sign}5,000"
    assert unit_of(amount) == code


@pytest.mark.parametrize(
    ("name", "country", "code"),
    [
        ("rupees", "", "INR"),
        ("rupees", "Nepal did.", "NPR"),
        ("rupees", "India and Nepal did.", "INR"),
        ("pesos", "", "peso"),
        ("pesos", "The Philippines did.", "PHP"),
        ("pesos", "Chile and Uruguay did.", "peso"),
        ("dinars", "Iraqi officials did.", "IQD"),
        ("rials", "", "IRR"),
        ("rials", "Oman did.", "OMR"),
        ("shillings", "", "shilling"),
        ("shillings", "Uganda did.", "UGX"),
        ("kroner", "Norway did.", "NOK"),
        ("CFA francs", "", "CFA franc"),
        ("CFA francs", "Cameroon did.", "XAF"),
        ("dollars", "Australia did.", "USD"),
    ],
)
def test_a_name_that_states_share_is_that_of_the_one_spoken_of(name: str, country: str, code: str) -> None:
    assert unit_of(f"5,000 {name}", country) == code
