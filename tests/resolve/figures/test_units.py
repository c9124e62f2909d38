"""Every unit of the table against pint, and every unit of pint against the table."""

from __future__ import annotations

import re

import pytest

from sayso.lexicon import units
from sayso.resolve.figures.units import PREFIXES, Unit, book, in_si, unit_at
from sayso.resolve.tokens import lex

# Units of ours whose name pint spells in another way, or has only as a product.
PINT_NAMES = {
    "cable’s length": "cables_length",
    "light year": "light_year",
    "dunam": "1000 * metre ** 2",
    "feddan": "4200.833333333333 * metre ** 2",
    "imperial gallon": "imperial_gallon",
    "imperial quart": "imperial_quart",
    "imperial pint": "imperial_pint",
    "imperial fluid ounce": "imperial_fluid_ounce",
    "barrel": "oil_barrel",
    "barrel per day": "oil_barrel / day",
    "acre-foot": "acre_foot",
    "quintal": "100 * kilogram",
    "hundredweight": "US_hundredweight",
    "long hundredweight": "UK_hundredweight",
    "tola": "0.0116638038 * kilogram",
    "pound-force": "force_pound",
    "kilogram-force": "force_kilogram",
    "volt-ampere": "volt_ampere",
    "watt-hour": "watt_hour",
    "electronvolt": "electron_volt",
    "British thermal unit": "british_thermal_unit",
    "million British thermal units": "1e6 * british_thermal_unit",
    "kiloton": "1e3 * ton_TNT",
    "megaton": "1e6 * ton_TNT",
    "ton of TNT": "ton_TNT",
    "tonne of oil equivalent": "tonne_of_oil_equivalent",
    "foot-pound": "foot_pound",
    "millimetre of mercury": "0.001 * meter_Hg",
    "inch of mercury": "inch_Hg",
    "pound per square inch": "pound_force_per_square_inch",
    "cubic mile": "mile ** 3",
    "cubic foot per second": "cubic_foot / second",
    "revolution per minute": "revolutions_per_minute",
    "ampere-hour": "ampere_hour",
    "poise": "poise",
    "rad": "rads",
    "gauss": "1e-4 * tesla",
    "baud": "bit / second",
    "bit per second": "bit / second",
    "kilobit per second": "1e3 * bit / second",
    "megabit per second": "1e6 * bit / second",
    "gigabit per second": "1e9 * bit / second",
}
# pint reckons land by the foot of the American survey, abolished in 2023, and rounds the British thermal unit.
ROUNDED = dict.fromkeys(("acre", "acre-foot", "fathom", "cable’s length", "furlong"), 1e-5) | dict.fromkeys(
    ("British thermal unit", "million British thermal units", "therm"), 1e-6
)
OFFSETS = {"degree Celsius": "degC", "degree Fahrenheit": "degF"}
SI = {"Ω": "ohm", "Pa·s": "pascal * second", "m³/s": "m**3/s", "J/m²": "J/m**2", "m/s²": "m/s**2", "Gy": "gray"}


def to_pint(name: str) -> str:
    """ "square kilometre" → "kilometre ** 2", "mile per hour" → "mile / hour"."""
    if name in PINT_NAMES:
        return PINT_NAMES[name]
    numerator, _, denominator = name.partition(" per ")
    power = {"square": 2, "cubic": 3}.get(numerator.partition(" ")[0])
    numerator = f"{numerator.partition(' ')[2]} ** {power}" if power else numerator.replace(" ", "_")
    if denominator.endswith(" squared"):
        denominator = f"{denominator.removesuffix(' squared')} ** 2"
    return f"{numerator} / {denominator}" if denominator else numerator


@pytest.fixture(scope="module")
def registry():  # type: ignore[no-untyped-def]
    return pytest.importorskip("pint").UnitRegistry()


@pytest.mark.parametrize("row", [row for row in units() if row.si], ids=lambda row: row.name)
def test_every_size_is_that_of_pint(registry, row) -> None:  # type: ignore[no-untyped-def]
    si = row.si.replace("²", "**2").replace("³", "**3") if row.si not in SI else SI[row.si]
    for value in (1.0, 86.0):
        if row.name in OFFSETS:
            expected = registry.Quantity(value, OFFSETS[row.name]).to("kelvin").magnitude
        else:
            expected = (value * registry(to_pint(row.name))).to(si).magnitude
        ours = in_si(Unit(row.name, row.si, row.size, row.offset), value)
        assert ours == pytest.approx(expected, rel=ROUNDED.get(row.name, 1e-8))


@pytest.mark.parametrize("prefix", PREFIXES)
def test_prefixes_are_those_of_pint(registry, prefix: str) -> None:  # type: ignore[no-untyped-def]
    assert PREFIXES[prefix] == pytest.approx(registry(f"{prefix}meter").to("meter").magnitude)


# What of pint a report never measures with, by reason; all else has to be in our table.
LEFT_OUT = {
    "a constant of nature or an old standard of a laboratory": r"""
        \w*constant\w*|pi|tansec|ln10|wien_\w+|eulers_number|speed_of_light|elementary_charge|\w+_number|standard_\w+|
        conventional_\w+|zeta|\w+_mass|x_unit_\w+|angstrom_star|\w+density_\w+|fine_structure\w*|vacuum_\w+|\w*impedance\w*|
        \w+_radius|\w+_cross_section|conductance_quantum|magnetic_flux_quantum|electron_g_factor|planck_\w+|atomic_unit\w*|
        unified_atomic\w*|bohr\w*|hartree|rydberg|\w+_magneton|mean_international_\w+|US_international_\w+|gamma|lambda|
        stat\w+|ab\w+|esu|franklin|maxwell|oersted|gilbert|biot\w*|unit_pole|debye|buckingham|townsend|faraday|dyne|erg|
        barye|stilb|lambert|nit|clausius|entropy_unit|rhe|reyn|stokes|svedberg|shake|fermi|barn|rutherford|galileo|
        neper|strain|\w+_4C|\w+_60F|\w+_0C|\w+_32F|meter_H(g|2O)|inch_H2O|foot_H(g|2O)|fifteen_degree_calorie|LMH|
        counts_per_second|reciprocal_centimeter|revolutions_per_second|katal_\w+|refractive\w*|absorbance\w*|
        degree_Rankine|degree_Reaumur|delta_\w+|particle|molar|enzyme_unit|wavelength|peak_sun_hour|darcy""",
    "a span of time, which is a Timex": r"""
        second|minute|hour|day|week|fortnight|year|month|century|millennium|eon|\w+_(year|day|month)""",
    "a word of another meaning": r"""
        count|turn|grade|mil|point|pica|thou|hand|link|rod|chain|league|peck|minim|gill|fifth|shot|cup|stone|quarter|bag|
        slug|slinch|kip|are|stere|grain|scruple|dram|section|decade|octave|tex\w*|jute|denier|number_\w+|aberdeen|RKM|
        square_rod|square_league|square_survey_mile|circular_mil|technical_atmosphere|atmosphere_liter""",
    "of the printer, the weaver or the apothecary": r"""
        \w*didot|\w*cicero|\w*pica|\w+_point|css_pixel|apothecary_\w+|\w*fluid_d\w+|\w*scruple|imperial_(minim|gill|cup|peck|
        bushel|barrel)|dtex|decitex|dry_\w+|beer_barrel|survey_\w+|pixels_per_\w+|bits_per_pixel|sound_pressure_level""",
    "another form of a unit that we have": r"""
        kilogram|centimeter|milligram|decimeter|kilometer|microgram|microliter|micrometer|femtometer|micromole|centipoise|
        oil_barrel|UK_\w+|US_\w+|force_\w+|international_\w+|thermochemical_\w+|quadrillion_Btu|boiler_horsepower|
        metric_horsepower|electrical_horsepower|refrigeration_ton|cooling_tower_ton|kip_per_square_inch|poundal|
        ampere_turn|square_degree|steradian|milliarcsecond|decibel\w+|permille|ppm|pressure_\w+|meter_per_second\w*""",
}
OTHER_NAMES = {
    "meter": "metre",
    "liter": "litre",
    "metric_ton": "tonne",
    "cables_length": "cable’s length",
    "ton_TNT": "ton of tnt",
    "foot_pound": "foot pound",
    "acre_foot": "acre foot",
    "rads": "milligray",
    "inch_Hg": "inch of mercury",
    "mile_per_hour": "mph",
    "kilometer_per_hour": "km/h",
    "kilometer_per_second": "km/s",
    "foot_per_second": "ft/s",
    "gray": "milligray",
    "tesla": "millitesla",
    "henry": "millihenry",
    "siemens": "millisiemens",
    "weber": "milliweber",
    "mole": "millimole",
    "bit": "kilobit",
    "bar": "millibar",
    "pound": "lb",
    "pound_force_per_square_inch": "psi",
}


def test_every_unit_of_pint_is_read_or_left_out_for_a_reason(registry) -> None:  # type: ignore[no-untyped-def]
    forms = {*book().words, *(letters for letters, _, _ in book().symbols)}
    left_out = re.compile("|".join(re.sub(r"\s+", "", pattern) for pattern in LEFT_OUT.values()))
    names = {unit.name for unit in registry._units.values()}
    unread = {
        name
        for name in names
        if not left_out.fullmatch(name)
        and not {OTHER_NAMES.get(name, name), name.replace("_", " ").lower(), name.replace("_", " ")} & forms
    }
    assert unread == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("miles", "mile"),
        ("Mile", "mile"),
        ("nautical-mile zone", "nautical mile"),
        ("kilometers an hour", "kilometre per hour"),
        ("metres per second", "metre per second"),
        ("km/h", "kilometre per hour"),
        ("KM", "kilometre"),
        ("MWh", "megawatt-hour"),
        ("Mwh", "megawatt-hour"),
        ("MW", "megawatt"),
        ("MB", "megabyte"),
        ("Mb", "megabit"),
        ("sq. km", "square kilometre"),
        ("pounds per square inch", "pound per square inch"),
        ("degrees centigrade", "degree Celsius"),
        ("petabecquerels", "petabecquerel"),
        ("per cent", "percent"),
        ("parts per million", "part per million"),
    ],
)
def test_names_and_symbols(text: str, name: str) -> None:
    found = unit_at(lex(text), 0)
    assert found is not None
    assert found[1].name == name


@pytest.mark.parametrize("text", ["bars", "bits", "mb", "kt", "stone", "cups", "moles", "in", "G", "m", "Henry", ""])
def test_words_of_another_meaning_are_no_units(text: str) -> None:
    assert unit_at(lex(text), 0) is None
