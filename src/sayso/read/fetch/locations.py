"""A web address: parsed, joined to where a redirect came from, and shown without its password."""

from __future__ import annotations

import httpx2

from ...errors import UnreachableReport

_PORTS = {"http": 80, "https": 443}
_LONGEST_SHOWN = 500


def parsed(url: str, base: httpx2.URL | None = None) -> httpx2.URL:
    """The address that `url` means, seen from `base`; UnreachableReport where it is none that can be fetched."""
    try:
        found = base.join(url) if base is not None else httpx2.URL(url)
        found = found.copy_with(fragment=None)
        host = found.raw_host.decode("ascii")
    except (httpx2.InvalidURL, ValueError) as error:
        raise UnreachableReport(f"{shown(url)} is no web address: {error}", "check the address") from None
    if found.scheme not in _PORTS or not host:
        raise UnreachableReport(f"{shown(str(found))} is no web address", "only http and https addresses can be read")
    # A password given for one server is not for the one that it redirects to.
    is_other = base is not None and origin(found) != origin(base)
    return found.copy_with(username=None, password=None) if is_other else found


def origin(url: httpx2.URL) -> tuple[str, str, int]:
    """Scheme, host and port: what one robots.txt and one password are for."""
    return url.scheme, host_of(url), url.port or _PORTS[url.scheme]


def host_of(url: httpx2.URL) -> str:
    """The host as the network knows it: lower case, in ASCII, an IPv6 address without brackets."""
    return url.raw_host.decode("ascii").strip("[]").lower()


def bare(url: str | httpx2.URL) -> str:
    """The address without user name and password."""
    scheme, mark, rest = str(url).partition("://")
    end = min((at for at in map(rest.find, "/?#") if at >= 0), default=len(rest))
    return f"{scheme}{mark}{rest[:end].rpartition('@')[2]}{rest[end:]}"


def shown(url: str | httpx2.URL) -> str:
    """The same for a message: not endless."""
    return bare(url)[:_LONGEST_SHOWN]
