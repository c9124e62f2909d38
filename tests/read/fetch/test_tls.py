"""Servers with certificates: the name is checked, though the connection is made to an address."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UnreachableReport
from sayso.read.fetch import exchange
from sayso.read.fetch.failures import Passing
from sayso.read.fetch.fetcher import Fetcher
from tests.read.fetch.server import BRISK, OPEN, PAGE, Server, serving


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a server that is called localhost, signed by itself."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate of this test")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    subject = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2")
    kind = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    made = (openssl, "req", "-x509", *kind, *subject, "-keyout", str(path), "-out", str(path.with_suffix(".crt")))
    subprocess.run(made, check=True, capture_output=True, timeout=60)
    with path.open("ab") as file:
        file.write(path.with_suffix(".crt").read_bytes())
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving() as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        yield server


def test_a_certificate_that_nobody_vouches_for(secure: Server) -> None:
    with pytest.raises(UnreachableReport, match=r"certificate of https://localhost.* is not valid") as failure:
        Fetcher(OPEN, BRISK).get(f"https://localhost:{secure.server_port}/page")
    assert not isinstance(failure.value, Passing)
    assert not secure.seen


def test_a_certificate_for_this_name_and_for_no_other(
    secure: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusting = ssl.create_default_context(cafile=str(certificate.with_suffix(".crt")))
    monkeypatch.setattr(exchange, "_certificates", lambda: trusting)
    fetcher = Fetcher(OPEN, BRISK)
    assert fetcher.get(f"https://localhost:{secure.server_port}/page").raw == PAGE
    with pytest.raises(UnreachableReport, match="is not valid"):
        fetcher.get(f"https://127.0.0.1:{secure.server_port}/page")
