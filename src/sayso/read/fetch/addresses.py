"""Which network addresses a host has, and whether they may be connected to."""

from __future__ import annotations

import ipaddress
import socket
import threading
from typing import Any

from ...errors import UnreachableReport
from .failures import Passing

# NAT64 addresses hold an IPv4 address in their last 32 bits (RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def checked(host: str, port: int, seconds: float, *, allow_private: bool) -> tuple[str, ...]:
    """The addresses of a host, every one of them permitted; UnreachableReport where one is not, or there is none.

    One forbidden address refuses the host: whoever controls its name could lead there at the next try.
    """
    addresses = _resolved(host, port, seconds)
    closed = [] if allow_private else [address for address in addresses if not is_public(address)]
    if closed:
        raise UnreachableReport(
            f"{host} leads to {closed[0]}, an address inside this machine's own network",
            "if you mean to read from your own network, say --allow-private (or set allow_private)",
        )
    return addresses


def is_public(address: str) -> bool:
    """True for an address on the open internet; False for private, loopback, link-local, multicast, reserved ones,
    and for IPv6 addresses that stand for such an IPv4 one (mapped, 6to4, Teredo, NAT64)."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if any(part is not None and not is_public(str(part)) for part in inner):
            return False
        if ip.ipv4_mapped is not None or ip in _NAT64:
            return True
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_link_local)


def _resolved(host: str, port: int, seconds: float) -> tuple[str, ...]:
    """The host's addresses, each once, in the system's order; the resolver too must answer in time."""
    answer: list[Any] = []

    def ask() -> None:
        try:
            answer.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answer.append(error)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    found = answer[0] if answer else None
    if found is None or isinstance(found, Exception):
        reason = f" ({found})" if found else " in time"
        may_pass = found is None or (isinstance(found, socket.gaierror) and found.errno == socket.EAI_AGAIN)
        kind = Passing if may_pass else UnreachableReport
        raise kind(f"the host {host} was not found{reason}", "check the address and the network connection")
    return tuple(dict.fromkeys(str(each[4][0]) for each in answer))
