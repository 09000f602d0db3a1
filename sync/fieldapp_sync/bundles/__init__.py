"""Sync by USB stick: the same segments as over HTTP and the photos, signed, sealed to one vault, in parts of 4 MB.

Any part imports alone, in any order and twice. Whom a vault trusts: the devices of its team, as the hub told when it was
last reached, and those accepted by their fingerprint after two workers compared it; that works without any hub. The
answer is a receipt, written by the import itself to the stick it came from.
"""

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
