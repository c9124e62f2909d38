"""Reads one line of FollowTheMoney JSON: the people and bodies of a data set; what ties them is passed over."""

from __future__ import annotations

import json
from typing import Any

from ..errors import SaysoError
from ..ledger.actor import Kind
from .known import Known

# The schemata that are someone; all others (Ownership, Directorship, Address, Vessel …) are none.
_KINDS: dict[str, Kind] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "organisation",
}
_SCHEMA_SECTORS = {"Company": "BUS", "PublicBody": "GOV"}
# The first of these that a topic begins with gives the sector.
_TOPICS = (
    ("gov.judicial", "JUD"), ("gov.legislative", "LEG"), ("gov.security", "MIL"), ("gov.soe", "BUS"),
    ("gov.igo", "IGO"),
    ("gov.religion", "REL"), ("gov", "GOV"), ("igo", "IGO"), ("mil", "MIL"), ("pol.party", "PTY"), ("pol.union", "LAB"),
    ("rel", "REL"), ("ngo", "NGO"), ("fin", "BUS"), ("corp", "BUS"), ("role.journo", "JRN"), ("role.judge", "JUD"),
    ("role.spy", "SPY"), ("role.diplo", "GOV"), ("role.act", "CVL"), ("role.lawyer", "CVL"), ("role.pep", "GOV"),
    ("role.pol", "GOV"), ("crime.terror", "REB"), ("crime", "CRM"),
)  # fmt: skip
_NAMES = ("name", "alias", "weakAlias", "previousName")
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry")


def entity(line: str, where: str) -> Known | None:
    """The actor of a line; None for an entity of another sort."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as problem:
        raise SaysoError(f"{where}: no JSON: {problem.msg}", "JSON lines hold one entity a line") from problem
    if not isinstance(row, dict) or not isinstance(row.get("schema"), str):
        raise SaysoError(
            f"{where}: no entity of FollowTheMoney", 'an entity reads: {"schema": "Person", "properties": …}'
        )
    kind = _KINDS.get(row["schema"])
    if kind is None:
        return None
    properties = row.get("properties")
    values = {key: _values(properties, key, where) for key in (*_NAMES, *_COUNTRIES, "topics", "position")}
    names = [name for key in _NAMES for name in values[key]] or _caption(row)
    if not names:
        raise SaysoError(f"{where}: an entity without a name", 'give it "properties": {"name": ["…"]}, or take it out')
    countries = {code.lower() for key in _COUNTRIES for code in values[key]}
    country = countries.pop().partition("-")[0] if len(countries) == 1 else None
    aliases = tuple(dict.fromkeys(name for name in names[1:] if name != names[0]))
    return Known(names[0], kind, country, _sector(row["schema"], values["topics"]), aliases)


def _values(properties: Any, key: str, where: str) -> list[str]:
    if not isinstance(properties, dict):
        raise SaysoError(f"{where}: an entity without properties", 'give it "properties": {"name": ["…"]}')
    values = properties.get(key) or []
    values = values if isinstance(values, list) else [values]
    if not all(isinstance(value, str) for value in values):
        raise SaysoError(f"{where}: {key} holds more than text", "a property is a list of strings")
    return [value.strip() for value in values if value.strip()]


def _caption(row: dict[str, Any]) -> list[str]:
    caption = row.get("caption")
    return [caption.strip()] if isinstance(caption, str) and caption.strip() else []


def _sector(schema: str, topics: list[str]) -> str | None:
    for opening, sector in _TOPICS:
        if any(topic == opening or topic.startswith(opening + ".") for topic in topics):
            return sector
    return _SCHEMA_SECTORS.get(schema)
