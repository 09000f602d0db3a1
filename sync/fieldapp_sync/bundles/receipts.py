"""Words on a stick: who may sign, what was attested, and the receipt for what came; receipts of higher tiers among them.

The rule it holds: nothing here is believed for who carried it. A receipt is a hub's own signature over the history that
is held here (`store.authority.heads`); an old one, a forged one or one of another stream moves nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from fieldapp.domain.region import scope_covers
from fieldapp.store.authority.acceptances import acceptances
from fieldapp.store.authority.entering import take_certificates, take_revocation
from fieldapp.store.authority.heads import attest_own, newest, note_all
from fieldapp.store.authority.kept import all_revocations, certificates
from fieldapp.store.receipts import draw_receipts, own_replicas
from fieldapp.store.vault import Vault
from fieldapp_sync.bundles.contents import Word, pack_word
from fieldapp_sync.bundles.parts_taken import note_receipted, taken_whole
from fieldapp_sync.bundles.peers import note_files, peer_files

_MOST = 2_000
"""Entries of one word: under a megabyte."""
_Entry = TypeVar("_Entry")


def words_for(vault: Vault, recipient: str, villages: frozenset[str]) -> Iterator[bytes]:
    """The frames of all words to a vault about these villages."""
    ledger = vault.ledger
    attest_own(ledger, vault.device, own_replicas(vault))
    near = tuple(one for one in certificates(ledger) if any(map(one.covers, villages)))
    yield from _in_words(near, lambda some: Word(certificates=some))
    keys = {one.public for one in near}
    gone = (
        one
        for one in all_revocations(ledger)
        if one.public in keys and (not one.scope or any(scope_covers(one.scope, place) for place in villages))
    )
    yield from _in_words(gone, lambda some: Word(revocations=some))
    heads = (one for one in newest(ledger) if one.scope in villages)
    yield from _in_words(heads, lambda some: Word(attestations=some))
    said = (one for one in acceptances(ledger) if one.scope in villages)
    yield from _in_words(said, lambda some: Word(acceptances=some))
    held = (name for name in sorted(peer_files(vault, recipient)) if _is_held(vault, name))
    yield from _in_words(held, lambda some: Word(files=some))
    yield from _in_words(taken_whole(vault, recipient), lambda some: Word(taken=some))


def note_authority(vault: Vault, words: Iterable[Word]) -> None:
    """Before any commit: the certificates and revocations that hold, whoever carried them."""
    told = tuple(words)
    take_certificates(vault.ledger, [one for word in told for one in word.certificates])
    for word in told:
        for one in word.revocations:
            take_revocation(vault.ledger, one)


def note_heads(vault: Vault, word: Word, covers: Callable[[str], bool]) -> None:
    """Attestations of the villages that are here; those of others are nothing to this vault."""
    note_all(vault.ledger, [one for one in word.attestations if covers(one.scope)])


def note_word(vault: Vault, sender: str, word: Word) -> None:
    """What the vault whose bundle key is `sender` holds. In the caller's transaction."""
    note_files(vault, sender, word.files)
    note_receipted(vault, sender, word.taken)


def draw(vault: Vault) -> None:
    """After all commits: the receipts that the attestations give for what is here now."""
    draw_receipts(vault.ledger)


def _in_words(entries: Iterable[_Entry], word: Callable[[tuple[_Entry, ...]], Word]) -> Iterator[bytes]:
    left = iter(entries)
    while some := tuple(islice(left, _MOST)):
        yield pack_word(word(some))


def _is_held(vault: Vault, name: str) -> bool:
    found = vault.db.execute("select 1 from attachment where sha256 = ? and have = 1", [name])
    return found.fetchone() is not None
