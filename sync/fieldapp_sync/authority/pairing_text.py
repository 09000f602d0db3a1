"""One line that pairs: address, code and fingerprint together, for a QR, a paper or a message between two people.

fieldapp://192.168.1.5:8737/ABCD-EFGH#1a2b3c…      32 hex digits of the hub's certificate after the #
fieldapp://127.0.0.1:8737/ABCD-EFGH                this very computer: plain HTTP, nothing to pin
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

SCHEME = "fieldapp"
_PIN = re.compile(r"[0-9a-f]{32}")
_CODE = re.compile(r"[A-Z0-9]{4}-?[A-Z0-9]{4}")


@dataclass(frozen=True)
class PairingText:
    """What the line says. `pin` is "" for a hub on this computer."""

    url: str
    code: str
    pin: str


def pairing_code_text(url: str, code: str, fingerprint: str = "") -> str:
    """The line for a hub's address, a code and the fingerprint its screen shows, in whatever groups of digits."""
    pin = "".join(fingerprint.lower().split())
    return f"{SCHEME}://{urlsplit(url).netloc}/{code}{f'#{pin}' if pin else ''}"


def read_pairing_text(text: str) -> PairingText | None:
    """What a pasted or scanned line says; None for anything else. Case and spaces around it do not count."""
    try:
        parts = urlsplit("".join(text.split()))
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    code, pin = parts.path.strip("/").upper(), parts.fragment.lower()
    if parts.scheme.lower() != SCHEME or not host or not _CODE.fullmatch(code):
        return None
    if pin and not _PIN.fullmatch(pin):
        return None
    name = f"[{host}]" if ":" in host else host
    scheme = "https" if pin else "http"
    return PairingText(f"{scheme}://{name}{f':{port}' if port else ''}", code, pin)
