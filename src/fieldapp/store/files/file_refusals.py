"""Why a part of a file is not taken, said alike by laptop, station and stick. Each sentence says what to do."""

from fieldapp.errors import SyncError
from fieldapp.store.files.file_boxes import LARGEST_FILE


def too_large() -> SyncError:
    """A file beyond `LARGEST_FILE`."""
    return SyncError(
        "file.too_large",
        "A photo or file is larger than {megabytes} MB and does not travel. Save a smaller copy and add that.",
        megabytes=LARGEST_FILE >> 20,
    )


def bad_chunk() -> SyncError:
    """A part that lies nowhere in the file."""
    return SyncError(
        "file.bad_chunk",
        "A part of a photo or file does not fit and was not used. Sync again; if it comes back, tell your station.",
    )


def size_changed() -> SyncError:
    """Two sizes were told of one file."""
    return SyncError(
        "file.size_changed",
        "The size of a photo or file changed while it was coming, so nothing more of it was used. Sync again.",
    )


def overlapping() -> SyncError:
    """A part of which some is here already and says otherwise."""
    return SyncError(
        "file.overlap",
        "A part of a photo or file came twice and not the same, so it was not used. Sync again.",
    )


def wrong_hash() -> SyncError:
    """All parts came and they are not the file."""
    return SyncError(
        "file.wrong_hash",
        "A photo or file arrived damaged. What had come of it was thrown away, and the next sync fetches it anew.",
    )
