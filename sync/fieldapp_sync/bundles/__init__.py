"""Sync by USB stick: the same segments as over HTTP and the photos, signed, sealed to one vault, in parts of 4 MB.

Any part imports alone, in any order and twice. Whom a vault trusts: the devices of its team, as the hub told when it was
last reached, and those accepted by their fingerprint after two workers compared it; that works without any hub. The
answer is a receipt, written by the import itself to the stick it came from.

The names are fetched when they are asked for. A package that imports its own modules while another thread imports one of
them first leaves one of the two with half a module; at the start of the desktop both happens.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fieldapp_sync.authority.pairing import bundle_recipient
    from fieldapp_sync.bundles.imported import Imported
    from fieldapp_sync.bundles.names import folder_on, parts_of
    from fieldapp_sync.bundles.parts_taken import Missing
    from fieldapp_sync.bundles.peers import peer_vectors
    from fieldapp_sync.bundles.taking import import_bundle
    from fieldapp_sync.bundles.writing import export_bundle, export_receipt

__all__ = [
    "Imported",
    "Missing",
    "bundle_recipient",
    "export_bundle",
    "export_receipt",
    "folder_on",
    "import_bundle",
    "parts_of",
    "peer_vectors",
]
_HOMES = {
    "Imported": "fieldapp_sync.bundles.imported",
    "Missing": "fieldapp_sync.bundles.parts_taken",
    "bundle_recipient": "fieldapp_sync.authority.pairing",
    "export_bundle": "fieldapp_sync.bundles.writing",
    "export_receipt": "fieldapp_sync.bundles.writing",
    "folder_on": "fieldapp_sync.bundles.names",
    "import_bundle": "fieldapp_sync.bundles.taking",
    "parts_of": "fieldapp_sync.bundles.names",
    "peer_vectors": "fieldapp_sync.bundles.peers",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
