"""What a segment is refused for before it is looked at closely, each with a sentence that says what to do."""

from typing import NoReturn

from fieldapp.errors import SyncError


def refuse_unsigned() -> NoReturn:
    """A segment without a signature that came from nobody known."""
    raise SyncError(
        "authority.unsigned",
        "A part of the data is not signed and nobody answers for it. Nothing of it was used. Pair that computer with "
        "your station, then send again.",
    )


def refuse_unknown(by: str) -> NoReturn:
    """A segment of a key (its 16 digits) that has no certificate here."""
    raise SyncError(
        "authority.unknown_signer",
        "A part of the data is from a computer nobody here knows ({by}). Nothing of it was used. Pair that computer with "
        "your station, then send again.",
        by=by,
    )


def damaged() -> SyncError:
    """A segment whose header and lines do not fit."""
    return SyncError(
        "sync.bad_segment",
        "A part of the data arrived damaged and was not used. Sync again; if it comes back, tell your station.",
    )
