"""A device's Ed25519 key: it signs what leaves the laptop; its private half never leaves the vault."""

from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ALGORITHM = "ed25519"


@dataclass(frozen=True, repr=False)
class DeviceKey:
    """`private` is the 32-byte seed."""

    private: bytes

    @staticmethod
    def generate() -> "DeviceKey":
        """A new random key."""
        return DeviceKey(Ed25519PrivateKey.generate().private_bytes_raw())

    def sign(self, data: bytes) -> bytes:
        """The 64-byte signature of data."""
        return Ed25519PrivateKey.from_private_bytes(self.private).sign(data)

    @property
    def public(self) -> bytes:
        """The 32-byte public half."""
        return Ed25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw()

    @property
    def fingerprint(self) -> str:
        """The public half for people to compare."""
        return fingerprint(self.public)

    def __repr__(self) -> str:
        return f"DeviceKey({self.fingerprint})"


def verify(public: bytes, signature: bytes, data: bytes) -> bool:
    """Whether `signature` is this key's of `data`; False for a malformed key too."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """The first 16 bytes of SHA-256 in groups of four hex digits."""
    digits = sha256(public).hexdigest()[:32]
    return " ".join(digits[at : at + 4] for at in range(0, 32, 4))
