"""The feeds that a person names: addresses, and OPML files as feed readers write them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ...errors import UnreachableReport, UnreadableReport

_MOST_BYTES = 20_000_000
_SCHEMES = ("http://", "https://")


def listed(sources: Iterable[str]) -> tuple[str, ...]:
    """The addresses of all feeds in `sources`, each once, in their order.

    Raises UnreachableReport for a file that cannot be opened, UnreadableReport for one that names no feed.
    """
    found: dict[str, None] = {}
    for source in sources:
        if source.lower().startswith(_SCHEMES):
            found[source] = None
        elif "://" in source:
            raise UnreachableReport(f"{source} is no web address", "only http and https addresses can be watched")
        else:
            found |= dict.fromkeys(outlined(_raw(Path(source)), source))
    return tuple(found)


def outlined(raw: bytes, name: str) -> tuple[str, ...]:
    """The addresses in an OPML file, nested or not; UnreadableReport where there are none.

    Entities are not resolved and nothing is loaded: the file may come from a stranger.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    root = etree.fromstring(raw, parser) if raw.strip() else None
    urls: list[str] = []
    for outline in root.iter("outline") if root is not None else ():
        # The standard says xmlUrl; readers have written it in every case.
        named = {str(key).lower(): str(value).strip() for key, value in outline.attrib.items()}
        url = named.get("xmlurl", "")
        if url.lower().startswith(_SCHEMES):
            urls.append(url)
    if not urls:
        raise UnreadableReport(
            f"{name} names no feed", "give an OPML file, as a feed reader exports its subscriptions, or the addresses"
        )
    return tuple(dict.fromkeys(urls))


def _raw(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except OSError as error:
        hint = "give an OPML file or the addresses of feeds"
        raise UnreachableReport(f"{path} cannot be opened: {(error.strerror or str(error)).lower()}", hint) from error
    if len(raw) > _MOST_BYTES:
        raise UnreadableReport(
            f"{path} is larger than {_MOST_BYTES / 1e6:g} MB", "it is hardly a list of feeds; split it"
        )
    return raw
