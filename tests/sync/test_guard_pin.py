"""The pin is asked before a token byte leaves, whatever else this computer trusts, whatever proxy it has to use."""

import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from fieldapp.errors import SyncError
from fieldapp_sync.wire import Wire
from fieldapp_sync.wire.pin import PinnedAdapter

TOKEN = "a token nobody else may see"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


@dataclass
class Answerer:
    """A TLS server on loopback that keeps what it was told; `certificate` is in `bundle` as an authority's own."""

    certificate: str
    bundle: Path
    port: int
    heard: bytearray = field(default_factory=bytearray)


def make_pem(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate for loopback and hub.example, signed by an authority of its own: (server's PEM, authority's)."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    now = datetime.datetime.now(datetime.UTC)
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{name} {at}")]) for at in ("root", "hub")]
    places = [x509.DNSName("hub.example"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    pems = []
    for at in (0, 1):
        building = (
            x509.CertificateBuilder()
            .subject_name(names[at])
            .issuer_name(names[0])
            .public_key(keys[at].public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=not at, path_length=None), critical=True)
        )
        if at:
            building = building.add_extension(x509.SubjectAlternativeName(places), critical=False)
        made = building.sign(keys[0], hashes.SHA256())
        secret = keys[at].private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path = folder / f"{name}-{at}.pem"
        path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + (secret if at else b""))
        pems.append(path)
    return pems[1], pems[0]


@contextmanager
def answerer(folder: Path, name: str) -> Iterator[Answerer]:
    pem, bundle = make_pem(folder, name)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with socket.create_server(("127.0.0.1", 0)) as door:
        shown = pem.read_text().partition("-----BEGIN PRIVATE")[0]
        made = Answerer(shown, bundle, door.getsockname()[1])

        def serve() -> None:
            with suppress(OSError):
                while True:
                    plain, _ = door.accept()
                    with plain, suppress(OSError):
                        plain.settimeout(5)
                        first = plain.recv(7, socket.MSG_PEEK)
                        if first == b"CONNECT":
                            while b"\r\n\r\n" not in plain.recv(4096):
                                continue
                            plain.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                        with context.wrap_socket(plain, server_side=True) as secured:
                            # To the end of the request: a reset could overtake the answer.
                            while not made.heard.endswith(b"\r\n\r\nx") and (some := secured.recv(4096)):
                                made.heard += some
                            secured.sendall(ANSWER)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield made
        finally:
            door.shutdown(socket.SHUT_RDWR)
            thread.join(5)


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`trusting(server, proxied)` makes this computer trust a server's authority, and asks it as a proxy; gives a URL."""

    def trust(server: Answerer, proxied: bool) -> str:
        for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
            monkeypatch.setenv(name, str(server.bundle))
        for name in ("NO_PROXY", "no_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.delenv(name, raising=False)
        # As at a hub elsewhere: on loopback nothing of the surroundings counts.
        monkeypatch.setattr("fieldapp_sync.wire.connection._is_loopback", lambda url: False)
        if proxied:
            monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.port}")
        return "https://hub.example:8443" if proxied else f"https://127.0.0.1:{server.port}"

    return trust


def ask(url: str, certificate: str) -> bytes:
    wire = Wire(url, certificate=certificate, timeout=(5, 5))
    try:
        return wire.request("POST", "/v2/hello", b"x", TOKEN)
    finally:
        wire.close()


@pytest.mark.parametrize("proxied", [False, True])
def test_a_certificate_of_a_trusted_authority_is_not_the_pinned_one(
    tmp_path: Path, trusting: Any, proxied: bool
) -> None:
    with answerer(tmp_path, "evil") as evil:
        pinned = make_pem(tmp_path, "good")[0].read_text().partition("-----BEGIN PRIVATE")[0]
        url = trusting(evil, proxied)
        with pytest.raises(SyncError) as refused:
            ask(url, pinned)
        assert refused.value.code == "sync.wrong_certificate"
        assert not evil.heard
        # The control: who pins nothing trusts the authority, and the same server hears the token.
        assert ask(url, "") == b"{}"
        assert TOKEN.encode() in evil.heard


@pytest.mark.parametrize("proxied", [False, True])
def test_the_pinned_hub_is_talked_to_behind_a_proxy_too(
    tmp_path: Path, trusting: Any, monkeypatch: pytest.MonkeyPatch, proxied: bool
) -> None:
    with answerer(tmp_path, "good") as good, answerer(tmp_path, "other") as other:
        url = trusting(good, proxied)
        # Whatever authority this computer trusts besides.
        for bundle in (good.bundle, other.bundle):
            good.heard.clear()
            for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
                monkeypatch.setenv(name, str(bundle))
            assert ask(url, good.certificate) == b"{}"
        assert TOKEN.encode() in good.heard


def test_the_control_an_adapter_without_the_pin_at_its_proxy_lets_the_token_go(
    tmp_path: Path, trusting: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(PinnedAdapter, "proxy_manager_for")
    with answerer(tmp_path, "evil") as evil:
        pinned = make_pem(tmp_path, "good")[0].read_text().partition("-----BEGIN PRIVATE")[0]
        assert ask(trusting(evil, True), pinned) == b"{}"
        assert TOKEN.encode() in evil.heard
