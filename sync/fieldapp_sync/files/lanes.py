"""Which files may travel to a hub, and whether any are due: originals stay near unless the vault allows more."""

import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

from fieldapp.store.files.attachment_places import LANES, THUMBNAILS
from fieldapp.store.files.files_waiting import files_waiting, has_sheet_waiting
from fieldapp.store.files.thumbnails import LARGEST_SHEET
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.pairing import Pairing

ANYWHERE = "originals_anywhere"
"""Key of the vault's meta table: "1" lets originals travel over the internet too."""


def lanes_for(pairing: Pairing, vault: Vault) -> tuple[str, ...]:
    """What may travel to this hub: thumbnails always; originals to a station or a private address, or where allowed."""
    near = pairing.tier == "township" or _is_near(urlsplit(pairing.url).hostname or "")
    return LANES if near or vault.ledger.meta(ANYWHERE) == "1" else (THUMBNAILS,)


def is_due(vault: Vault, lanes: Collection[str], *, hub_wants: bool) -> bool:
    """Whether a round has anything to ask about files: the hub wants some, some wait in one of these lanes, or a sheet
    does, which goes in any."""
    waiting = files_waiting(vault)
    amounts = [way[lane] for way in (waiting.send, waiting.fetch) for lane in lanes]
    return hub_wants or any(amount.files for amount in amounts) or has_sheet_waiting(vault, LARGEST_SHEET)


def _is_near(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".local") or "." not in host
    return address.is_private or address.is_link_local
