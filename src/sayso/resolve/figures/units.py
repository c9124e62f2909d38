"""Units of measure as reports name them, each with its size in SI units."""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """One `name` is `size` of `si`, plus `offset` (degrees to kelvin); `si` None for per cent and the like."""

    name: str
    si: str | None = None
    size: float = 1.0
    offset: float = 0.0


_FOOT, _MILE, _NAUTICAL, _POUND, _BARREL = 0.3048, 1609.344, 1852.0, 0.45359237, 0.158987294928
# Sizes are exact by definition where one exists (international yard and pound 1959; SI Brochure, 9th edition). "Ton" is
# the short ton of North American reports, "gallon" the US one; "tonne" and "metric ton" are 1,000 kg.
_TABLE: tuple[tuple[str, str | None, float, str], ...] = (
    ("metre", "m", 1, "metre metres meter meters"),
    ("kilometre", "m", 1e3, "kilometre kilometres kilometer kilometers km kms"),
    ("centimetre", "m", 1e-2, "centimetre centimetres centimeter centimeters cm"),
    ("millimetre", "m", 1e-3, "millimetre millimetres millimeter millimeters mm"),
    ("mile", "m", _MILE, "mile miles"),
    ("nautical mile", "m", _NAUTICAL, "nautical_mile nautical_miles nmi"),
    ("yard", "m", 0.9144, "yard yards"),
    ("foot", "m", _FOOT, "foot feet ft"),
    ("inch", "m", 0.0254, "inch inches"),
    ("fathom", "m", 1.8288, "fathom fathoms"),
    ("square metre", "m²", 1, "square_metre square_metres square_meter square_meters sq_m m² m2"),
    (
        "square kilometre",
        "m²",
        1e6,
        "square_kilometre square_kilometres square_kilometer square_kilometers sq_km km² km2",
    ),
    ("square mile", "m²", _MILE**2, "square_mile square_miles sq_miles"),
    ("square foot", "m²", _FOOT**2, "square_foot square_feet sq_ft"),
    ("acre", "m²", 4046.8564224, "acre acres"),
    ("hectare", "m²", 1e4, "hectare hectares ha"),
    ("cubic metre", "m³", 1, "cubic_metre cubic_metres cubic_meter cubic_meters m³ m3"),
    ("cubic kilometre", "m³", 1e9, "cubic_kilometre cubic_kilometres cubic_kilometer cubic_kilometers km³"),
    ("cubic foot", "m³", _FOOT**3, "cubic_foot cubic_feet"),
    ("litre", "m³", 1e-3, "litre litres liter liters"),
    ("millilitre", "m³", 1e-6, "millilitre millilitres milliliter milliliters ml"),
    ("gallon", "m³", 3.785411784e-3, "gallon gallons"),
    ("barrel", "m³", _BARREL, "barrel barrels bbl"),
    ("bushel", "m³", 0.03523907016688, "bushel bushels"),
    ("acre-foot", "m³", 1233.48183754752, "acre-foot acre-feet"),
    ("gram", "kg", 1e-3, "gram grams gramme grammes"),
    ("milligram", "kg", 1e-6, "milligram milligrams mg"),
    ("kilogram", "kg", 1, "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs"),
    ("tonne", "kg", 1e3, "tonne tonnes metric_ton metric_tons metric_tonnes"),
    ("ton", "kg", 2000 * _POUND, "ton tons short_ton short_tons"),
    ("long ton", "kg", 2240 * _POUND, "long_ton long_tons"),
    ("pound", "kg", _POUND, "lb lbs"),
    ("ounce", "kg", _POUND / 16, "ounce ounces oz"),
    ("carat", "kg", 2e-4, "carat carats"),
    ("knot", "m/s", _NAUTICAL / 3600, "knot knots kts"),
    ("mile per hour", "m/s", _MILE / 3600, "mph"),
    ("kilometre per hour", "m/s", 1 / 3.6, "kph km/h kmh"),
    ("watt", "W", 1, "watt watts"),
    ("kilowatt", "W", 1e3, "kilowatt kilowatts kw"),
    ("megawatt", "W", 1e6, "megawatt megawatts mw"),
    ("gigawatt", "W", 1e9, "gigawatt gigawatts gw"),
    ("terawatt", "W", 1e12, "terawatt terawatts tw"),
    ("horsepower", "W", 745.69987158227022, "horsepower hp"),
    ("kilowatt-hour", "J", 3.6e6, "kilowatt-hour kilowatt-hours kilowatt_hour kilowatt_hours kwh"),
    ("megawatt-hour", "J", 3.6e9, "megawatt-hour megawatt-hours megawatt_hour megawatt_hours mwh"),
    ("gigawatt-hour", "J", 3.6e12, "gigawatt-hour gigawatt-hours gigawatt_hour gigawatt_hours gwh"),
    ("terawatt-hour", "J", 3.6e15, "terawatt-hour terawatt-hours terawatt_hour terawatt_hours twh"),
    ("kiloton", "J", 4.184e12, "kiloton kilotons kilotonne kilotonnes"),
    ("megaton", "J", 4.184e15, "megaton megatons"),
    ("joule", "J", 1, "joule joules"),
    ("volt", "V", 1, "volt volts"),
    ("kilovolt", "V", 1e3, "kilovolt kilovolts kv"),
    ("hertz", "Hz", 1, "hertz hz"),
    ("pascal", "Pa", 1, "pascal pascals"),
    ("becquerel", "Bq", 1, "becquerel becquerels"),
    ("sievert", "Sv", 1, "sievert sieverts"),
    ("millisievert", "Sv", 1e-3, "millisievert millisieverts"),
    ("degree", None, 1, "degree degrees ° deg"),
    ("percent", None, 1, "percent per_cent % pc"),
    ("percentage point", None, 1, "percentage_point percentage_points"),
    ("basis point", None, 1, "basis_point basis_points bps"),
    ("cent", None, 1, "cent cents"),
    ("pence", None, 1, "pence"),
)
CELSIUS = Unit("degree Celsius", "K", 1.0, 273.15)
FAHRENHEIT = Unit("degree Fahrenheit", "K", 5 / 9, 459.67 * 5 / 9)
UNITS: dict[str, Unit] = {
    form: Unit(name, si, float(size)) for name, si, size, forms in _TABLE for form in forms.split()
} | {
    "degrees_celsius": CELSIUS,
    "degree_celsius": CELSIUS,
    "degrees_centigrade": CELSIUS,
    "degrees_c": CELSIUS,
    "°_c": CELSIUS,
    "celsius": CELSIUS,
    "degrees_fahrenheit": FAHRENHEIT,
    "degree_fahrenheit": FAHRENHEIT,
    "degrees_f": FAHRENHEIT,
    "°_f": FAHRENHEIT,
    "fahrenheit": FAHRENHEIT,
}
PERCENT = UNITS["percent"]


def in_si(unit: Unit, value: float | None) -> float | None:
    """`value` of `unit` in its SI unit; None where the unit has none."""
    return None if value is None or unit.si is None else value * unit.size + unit.offset
