"""A hub's own certificate pinned by its fingerprint: nothing is sent before the certificate is the one on paper."""

import socket
import ssl
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from requests.adapters import HTTPAdapter

from fieldapp.errors import SyncError
from fieldapp.keys.devices import fingerprint as printed
from fieldapp_sync.refusals import unreachable

_SECONDS = 15.0


def fetch_certificate(url: str, fingerprint: str) -> str:
    """The PEM of the hub's certificate when it has this fingerprint. Raises SyncError sync.wrong_certificate."""
    parts = urlsplit(url)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with (
            socket.create_connection((parts.hostname or "", parts.port or 443), _SECONDS) as plain,
            context.wrap_socket(plain, server_hostname=parts.hostname) as secured,
        ):
            der = secured.getpeercert(binary_form=True) or b""
    except OSError as wrong:
        raise unreachable(url) from wrong
    if printed(der).replace(" ", "") != "".join(fingerprint.lower().split()):
        raise wrong_certificate(url)
    return ssl.DER_cert_to_PEM_cert(der)


class PinnedAdapter(HTTPAdapter):
    """Connections that end unless the hub shows exactly the pinned certificate; its name and dates do not count."""

    def __init__(self, certificate: str) -> None:
        self._certificate = certificate
        super().__init__()

    def init_poolmanager(self, *args: Any, **keywords: Any) -> None:
        """Called by requests."""
        super().init_poolmanager(*args, **(keywords | self._pinned()))

    def proxy_manager_for(self, proxy: str, **keywords: Any) -> Any:
        """Called by requests where the computer has a proxy set: the pin is asked of the hub behind it too."""
        return super().proxy_manager_for(proxy, **(keywords | self._pinned()))

    def _pinned(self) -> dict[str, Any]:
        """A context that trusts one certificate, and which that is."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        context.load_verify_locations(cadata=self._certificate)
        der = ssl.PEM_cert_to_DER_cert(self._certificate)
        return {
            "ssl_context": context,
            "assert_hostname": False,
            "assert_fingerprint": sha256(der).hexdigest(),
        }

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Called by requests, which would else read in the public authorities to trust them beside the hub: 20 ms."""
        conn.cert_reqs = "CERT_REQUIRED"


def wrong_certificate(url: str) -> SyncError:
    """Somebody else may be answering in the hub's name."""
    return SyncError(
        "sync.wrong_certificate",
        "The hub at {url} does not show the certificate it was paired with. Nothing was sent. "
        "Compare the fingerprint with your station before you pair again.",
        url=url,
    )
