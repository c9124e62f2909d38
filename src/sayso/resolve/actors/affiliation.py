"""What an office belongs to: the ministry of a portfolio, the state of its head, under one name wherever it is said."""

from __future__ import annotations

from dataclasses import replace

from ... import lexicon
from ...gazetteer import ministries
from .places import of_country
from .scene import Draft, Scene

# The words of titles and of ministries that show a portfolio; the first that occurs decides.
_PORTFOLIOS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("homeland security", ("homeland security",)),
    ("public safety", ("public safety",)),
    ("foreign", ("foreign", "external affairs", "secretary of state", "top diplomat")),
    ("defence", ("defence", "defense")),
    ("interior", ("interior", "home secretary", "home affairs", "home minister", "internal affairs")),
    ("finance", ("finance", "treasury", "exchequer", "treasurer")),
    ("justice", ("justice", "attorney general", "attorney-general")),
    ("health", ("health",)),
    ("energy", ("energy", "petroleum", "oil")),
    ("commerce", ("commerce", "trade")),
    ("education", ("education",)),
    ("agriculture", ("agriculture",)),
    ("labour", ("labour", "labor")),
    ("transport", ("transport", "transportation")),
)
_HEADS = frozenset({"head of state", "head of government", "monarch", "deputy head"})
_STATE_SERVANTS = frozenset({"diplomat", "governor"})
# What stands before a portfolio in a title and is no part of it.
_RANKS = frozenset(
    {"deputy", "former", "vice", "acting", "then", "first", "senior", "junior", "assistant", "new", "state"}
)
_MINISTER = " minister"
# A second word that makes "prime minister" and its like no minister of a portfolio.
_NO_PORTFOLIO = frozenset(
    {"prime", "deputy", "cabinet", "chief", "first", "former", "senior", "junior", "state", "then"}
)


def ministry_name(portfolio: str, country: str | None) -> tuple[str, str, str]:
    """Name, sort and sector of the ministry of a portfolio ("defence", "irrigation"): the state's own name for it."""
    portfolio = " ".join(w for w in portfolio.split(" deputy ")[-1].split() if w not in _RANKS) or portfolio
    sort, sector = f"{portfolio.title()} Ministry".replace(" And ", " and "), "GOV"
    for row in lexicon.institutions():
        if f"{portfolio} ministry" in row.forms or f"ministry of {portfolio}" in row.forms:
            sort, sector = row.name, row.sector or "GOV"
            break
    own = own_name(f"{portfolio} ministry", country)
    return own or f"{sort} {of_country(country) if country else ''}".strip(), sort, sector


def own_name(words: str, country: str | None) -> str | None:
    """The name that a state has for the ministry which some words show, where it is not called as most are."""
    key = _portfolio(words)
    known = ministries().get((country or "", key or ""))
    return known.name if known else None


def _portfolio(words: str) -> str | None:
    padded = f" {words} "
    return next((key for key, signs in _PORTFOLIOS if any(f" {sign} " in padded for sign in signs)), None)


def affiliate(scene: Scene) -> None:
    """Fills the affiliation of the roles that name none, now that the person's state is known."""
    for draft in scene.drafts:
        if draft.kind != "person" or not draft.country:
            continue
        for role, family in tuple(draft.roles.items()):
            title = role.title.casefold()
            body = _organ(role.affiliation, draft.country) if role.affiliation else _affiliation(draft, title, family)
            if body != role.affiliation:
                draft.roles = {replace(r, affiliation=body) if r == role else r: f for r, f in draft.roles.items()}


def _organ(name: str, country: str) -> str:
    """ "Ministry of Foreign Affairs" with its state, now that it is known; any other body as it is."""
    rows = [row for row in lexicon.institutions() if row.name == name and not name.startswith(_PLAIN)]
    if not rows:
        return name
    return own_name(rows[0].forms[0], country) or f"{name} {of_country(country)}"


# Sorts of bodies that a state alone does not name.
_PLAIN = ("Agency", "Organisation", "Company", "Media", "Party", "Union", "University", "Church", "Club",
          "Hospital", "Campaign", "Court", "Militia", "Task Force", "Alliance", "Mission", "Government",
          "State")  # fmt: skip


def _affiliation(draft: Draft, title: str, family: str) -> str | None:
    country = lexicon.country(draft.country) if draft.country else None
    if country is None:
        return None
    if family in ("minister", "under-minister"):
        named = own_name(title, draft.country)
        if named is None and _portfolio(title) is None:
            portfolio = title.removesuffix(_MINISTER) if title.endswith(_MINISTER) else title.partition(" for ")[2]
            is_one = portfolio and portfolio != title and portfolio.split()[-1] not in _NO_PORTFOLIO
            return ministry_name(portfolio, draft.country)[0] if is_one else country.name
        return named or ministry_name(_portfolio(title) or "", draft.country)[0]
    return country.name if family in _HEADS | _STATE_SERVANTS else None
