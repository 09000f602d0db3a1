"""Age keys for bundles: a bundle is sealed to its recipients and opens only with one of their identities."""

from collections.abc import Sequence

from fieldapp.errors import BundleError


def new_identity() -> str:
    """A new secret identity, "AGE-SECRET-KEY-1…"."""
    from pyrage import x25519

    return str(x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """The public recipient "age1…" of an identity."""
    from pyrage import x25519

    return str(x25519.Identity.from_str(identity).to_public())


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """Data encrypted to every recipient. Raises BundleError bundle.bad_recipient."""
    import pyrage

    try:
        keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    except pyrage.RecipientError as wrong:
        raise BundleError(
            "bundle.bad_recipient",
            "That is no bundle key. Ask the other side for its key: it begins with age1.",
        ) from wrong
    return bytes(pyrage.encrypt(data, keys))


def open_sealed(data: bytes, identity: str) -> bytes:
    """The data of a sealed bundle. Raises BundleError bundle.not_for_us when it is another's or was changed."""
    import pyrage

    try:
        return bytes(pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(identity)]))
    except pyrage.DecryptError as wrong:
        raise BundleError(
            "bundle.not_for_us",
            "This bundle is for another vault, or it was damaged on the way. Ask for it again with your bundle key.",
        ) from wrong
