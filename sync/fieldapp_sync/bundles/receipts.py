"""Receipts on a stick: what this vault holds of the other's villages, and the receipts of higher tiers it knows of.

The rule it holds: a receipt is taken only for what this vault has itself. A word about commits that are not here yet,
as an old or forged one may have, counts for nothing: else later saves would seem to have arrived.
"""

from collections.abc import Iterator
from itertools import islice
from typing import get_args

from fieldapp.store.receipts import Tier, note_receipt
from fieldapp.store.vault import Vault
from fieldapp_sync.bundles.contents import Word, pack_word
from fieldapp_sync.bundles.parts_taken import note_receipted, taken_whole
from fieldapp_sync.bundles.peers import note_files, peer_files
from fieldapp_sync.messages import Vectors

_MOST = 4_000
"""Entries of one word: about 300 kB."""


def words_for(vault: Vault, recipient: str, scopes: frozenset[str]) -> Iterator[bytes]:
    """The frames of all words to a vault about these villages."""
    for receipts in _receipts(vault, scopes):
        yield pack_word(Word(receipts=receipts))
    held = (name for name in sorted(peer_files(vault, recipient)) if _is_held(vault, name))
    while files := tuple(islice(held, _MOST)):
        yield pack_word(Word(files=files))
    whole = iter(taken_whole(vault, recipient))
    while taken := tuple(islice(whole, _MOST)):
        yield pack_word(Word(taken=taken))


def note_word(vault: Vault, sender: str, word: Word) -> None:
    """Take in a word of the vault whose bundle key is `sender`. In the caller's transaction."""
    for tier in get_args(Tier):
        for stream, seq in word.receipts.get(tier, {}).items():
            if 0 < seq <= _head(vault, stream):
                note_receipt(vault, tier, stream, seq)
    note_files(vault, sender, word.files)
    note_receipted(vault, sender, word.taken)


def _receipts(vault: Vault, scopes: frozenset[str]) -> Iterator[Vectors]:
    rows = vault.db.execute(
        "select r.tier, r.stream, r.seq, s.scope from receipt r join stream s on s.id = r.stream order by 1, 2"
    ).fetchall()
    told = iter([row[:3] for row in rows if row[3] in scopes])
    while some := list(islice(told, _MOST)):
        out: Vectors = {}
        for tier, stream, seq in some:
            out.setdefault(tier, {})[stream] = seq
        yield out


def _head(vault: Vault, stream: str) -> int:
    row = vault.db.execute("select head_seq from stream where id = ?", [stream]).fetchone()
    return int(row[0]) if row else 0


def _is_held(vault: Vault, name: str) -> bool:
    found = vault.db.execute("select 1 from attachment where sha256 = ? and have = 1", [name])
    return found.fetchone() is not None
