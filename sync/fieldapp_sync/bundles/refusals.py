"""Every way a bundle is refused, as one sentence for the worker; nothing of a refused bundle is ever used."""

from pathlib import Path

from fieldapp.errors import BundleError
from fieldapp.keys.devices import fingerprint


def bad_name(name: str) -> BundleError:
    """A name that no bundle is written with."""
    return BundleError(
        "bundle.bad_name",
        "{name} is no bundle. Choose the files that end in .fab, with the names they were written with.",
        name=name,
    )


def unreadable(name: str) -> BundleError:
    """No such file, or the medium does not give it."""
    return BundleError(
        "bundle.unreadable",
        "{name} cannot be read. Put the stick in again and choose the file again.",
        name=name,
    )


def not_a_file(name: str) -> BundleError:
    """A folder, a link or a device with the name of a bundle."""
    return BundleError(
        "bundle.not_a_file",
        "{name} is a folder, a link or a device and no bundle file. Choose the file itself on the stick.",
        name=name,
    )


def damaged() -> BundleError:
    """A flipped byte, a cut file, or no bundle at all."""
    return BundleError(
        "bundle.damaged",
        "This bundle file is damaged or incomplete, and nothing of it was used. Copy it again, or ask for a new one.",
    )


def not_for_us() -> BundleError:
    """Sealed to somebody else."""
    return BundleError(
        "bundle.not_for_us",
        "This bundle is for another vault, or it was damaged on the way. Ask for it again with your bundle key.",
    )


def bad_signature() -> BundleError:
    """The manifest is not what its signer wrote."""
    return BundleError(
        "bundle.bad_signature",
        "The signature of this bundle is wrong, and nothing of it was used. Tell your station who gave it to you.",
    )


def newer() -> BundleError:
    """Its writer says that a later version is needed to read it."""
    return BundleError(
        "bundle.newer", "This bundle was made by a newer FieldApp. Install the newer version first."
    )


def older() -> BundleError:
    """A format that was never released, or is too old to be read safely."""
    return BundleError(
        "bundle.older",
        "This bundle has a format that is no longer taken, and nothing of it was used. Ask for it again from the "
        "newest FieldApp.",
    )


def unknown_signer(worker: str, public: str) -> BundleError:
    """`public` (hex) is no device of the team and was not accepted by its fingerprint."""
    return BundleError(
        "bundle.unknown_signer",
        "This bundle is from {worker}, on a computer this vault does not know: {fingerprint}. Compare these digits with "
        "the other screen; if they are the same, import again with --trust and the digits.",
        worker=worker,
        fingerprint=fingerprint(bytes.fromhex(public)),
    )


def base_of_stranger(scope: str) -> BundleError:
    """A village's base that was changed, or is signed by a key that may not say what the village's base is."""
    return BundleError(
        "bundle.base_stranger",
        "The older data of the village {scope} in this bundle is not signed by a hub or station that is known "
        "here. Nothing of the bundle was used. Ask your township station for one.",
        scope=scope,
    )


def stopped() -> BundleError:
    """The worker stopped the writing; what had been written of this bundle was taken away again."""
    return BundleError(
        "bundle.stopped", "Stopped. Nothing of this bundle was left on the stick, and nothing is lost here."
    )


def no_room(needed: int, free: int, folder: Path) -> BundleError:
    """The stick is too small, known before the first byte. Bytes."""
    return BundleError(
        "bundle.no_room",
        "{folder} has {free} MB free and about {needed} MB are needed. Free some space, take another stick, "
        "or write the bundle without photos.",
        folder=folder,
        free=free // 1_000_000,
        needed=-(-needed // 1_000_000),
    )
