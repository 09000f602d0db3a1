"""Who made a pack file: an Ed25519 signature over its manifest, in an envelope that carries its algorithm's id."""

import json
from dataclasses import dataclass

from fieldapp.errors import PackError
from fieldapp.keys.devices import ALGORITHM, DeviceKey, fingerprint, verify

SIGNATURE_FILE = "signature.json"
_PURPOSE = b"fieldapp pack\n"
"""Signed before the manifest: a device's key signs bundles too, and one must never pass for the other."""


@dataclass(frozen=True)
class Signer:
    """The key that signed a pack; `fingerprint` is what two people compare by telephone."""

    public: bytes

    @property
    def fingerprint(self) -> str:
        """Eight groups of four hex digits."""
        return fingerprint(self.public)


def signed(manifest: bytes, key: DeviceKey) -> bytes:
    """The envelope of a manifest's signature, UTF-8 JSON."""
    envelope = {
        "algorithm": ALGORITHM,
        "public": key.public.hex(),
        "signature": key.sign(_PURPOSE + manifest).hex(),
    }
    return json.dumps(envelope, indent=1, sort_keys=True).encode() + b"\n"


def read_signer(envelope: bytes, manifest: bytes) -> Signer:
    """Who signed this manifest. Raises PackError pack.not_signed, pack.unknown_algorithm, pack.forged."""
    try:
        raw = json.loads(envelope)
        algorithm = str(raw["algorithm"])
        public, signature = bytes.fromhex(raw["public"]), bytes.fromhex(raw["signature"])
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise PackError(
            "pack.not_signed",
            "This pack file is not signed. Ask who sent it for one made with: fieldapp pack build",
        ) from wrong
    if algorithm != ALGORITHM:
        raise PackError(
            "pack.unknown_algorithm",
            "This pack is signed with {algorithm}, which this version does not know. Install a newer version.",
            algorithm=algorithm,
        )
    if not verify(public, signature, _PURPOSE + manifest):
        raise PackError(
            "pack.forged",
            "The signature does not fit this pack file: somebody changed it. Do not install it; ask for it again.",
        )
    return Signer(public)
