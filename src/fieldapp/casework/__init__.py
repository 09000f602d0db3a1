"""Procedures with steps and signatures. Pure."""

from fieldapp.casework.parties import PARTIES, Party, party
from fieldapp.casework.sign_off import Standing, standings
from fieldapp.casework.signatures import (
    MODES,
    Mode,
    SignatureEntry,
    StoredEntry,
    entry_hash,
    entry_id,
    head,
    next_hash,
    shown_hash,
    verify_signatures,
)

__all__ = [
    "MODES",
    "PARTIES",
    "Mode",
    "Party",
    "SignatureEntry",
    "Standing",
    "StoredEntry",
    "entry_hash",
    "entry_id",
    "head",
    "next_hash",
    "party",
    "shown_hash",
    "standings",
    "verify_signatures",
]
