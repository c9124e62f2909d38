"""Addresses that may not be read: which they are, and that neither a redirect nor a name that changes leads there."""

from __future__ import annotations

import socket

import pytest

from sayso.errors import UnreachableReport
from sayso.read import Limits
from sayso.read.fetch.addresses import is_public
from sayso.read.fetch.failures import Passing
from sayso.read.fetch.fetcher import Fetcher
from tests.read.fetch.server import BRISK, OPEN, PAGE, Names, Server

CLOSED_FETCHER = Fetcher(Limits(timeout_s=5), BRISK)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433", "127.1"])
def test_the_own_machine_is_refused_unless_asked_for(server: Server, host: str) -> None:
    with pytest.raises(UnreachableReport) as failure:
        CLOSED_FETCHER.get(f"http://{host}:{server.server_port}/page")
    assert "allow-private" in failure.value.hint or "not found" in failure.value.message
    assert not server.seen


PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
CLOSED = [
    *(
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
    ),
    *("100.64.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1"),
    *("::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "::127.0.0.1"),
]


@pytest.mark.parametrize(("address", "expected"), [*((a, True) for a in PUBLIC), *((a, False) for a in CLOSED)])
def test_which_addresses_are_public(address: str, expected: bool) -> None:
    assert is_public(address) is expected


@pytest.mark.usefixtures("loopback_is_public")
@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.2:{port}/page", "http://10.0.0.1/", "http://[::1]:{port}/page", "http://169.254.169.254/latest"],
)
def test_a_redirect_into_the_private_network_is_refused(server: Server, site: str, target: str) -> None:
    path = f"/away?to={target.format(port=server.server_port)}"
    with pytest.raises(UnreachableReport, match="own network"):
        CLOSED_FETCHER.get(site + path)
    assert server.paths == [path]


@pytest.mark.usefixtures("loopback_is_public")
def test_a_name_that_changes_its_address_leads_nowhere_else(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    names = Names({"post.example": [["127.0.0.1"], ["127.0.0.2"]]})
    monkeypatch.setattr(socket, "getaddrinfo", names)
    url = f"http://post.example:{server.server_port}/page"
    assert CLOSED_FETCHER.get(url).url == url
    assert names.asked.count("post.example") == 1
    assert server.seen[-1].headers["Host"] == f"post.example:{server.server_port}"
    with pytest.raises(UnreachableReport, match=r"127\.0\.0\.2"):
        CLOSED_FETCHER.get(url)
    assert len(server.seen) == 1


@pytest.mark.usefixtures("loopback_is_public")
def test_one_private_address_among_public_ones_is_enough_to_refuse(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", Names({"post.example": [["127.0.0.1", "192.168.0.9"]]}))
    with pytest.raises(UnreachableReport, match=r"192\.168\.0\.9"):
        CLOSED_FETCHER.get(f"http://post.example:{server.server_port}/page")
    assert not server.seen


@pytest.mark.usefixtures("loopback_is_public")
def test_the_rules_of_a_host_may_not_lead_into_the_private_network(server: Server, site: str) -> None:
    server.robots = f"http://127.0.0.2:{server.server_port}/page"
    with pytest.raises(UnreachableReport, match="own network"):
        Fetcher(Limits(timeout_s=5)).get(f"{site}/page")
    assert server.paths == ["/robots.txt"]


def test_a_second_address_is_tried(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", Names({"post.example": [["127.0.0.3", "127.0.0.1"]]}))
    assert Fetcher(OPEN, BRISK).get(f"http://post.example:{server.server_port}/page").raw == PAGE


@pytest.mark.parametrize(
    ("number", "kind"), [(socket.EAI_AGAIN, Passing), (socket.EAI_NONAME, UnreachableReport)], ids=["again", "no name"]
)
def test_a_name_that_is_not_found(monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(number, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(UnreachableReport, match="was not found") as failure:
        CLOSED_FETCHER.get("http://post.example/")
    assert type(failure.value) is kind
