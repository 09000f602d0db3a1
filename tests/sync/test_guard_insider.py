"""Somebody with the passphrase and an editor for databases: 200 changes, each edited, dropped, swapped, or cut off after.

He repairs the chain as the program would. What he cannot make is what others have signed of it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from fieldapp.journal.stream import CHAIN_START, chain_after, join_lines
from fieldapp.keys.attestations import Attestation
from fieldapp.keys.certificates import HUB_ROLES, issue
from fieldapp.keys.devices import DeviceKey
from fieldapp.store import log
from fieldapp.store.authority import entering, heads, kept
from fieldapp.store.doctor import examine
from fieldapp.store.receipts import own_replicas
from fieldapp.store.save import Change, save, seen_of

VILLAGE = "990101001201"
ENTRIES = 200


@dataclass
class Kept:
    """A vault of 200 changes, their lines, and what the centre has signed of them."""

    vault: Any
    lines: list[bytes]
    word: Attestation

    def forge(self, lines: Sequence[bytes]) -> None:
        """The log, its head and its chain, made to fit together again."""
        db = self.vault.db
        with self.vault.transaction():
            db.execute("delete from segment")
            db.execute("delete from tail")
            db.conn.executemany(
                "insert into tail (stream, seq, line) values (1, ?, ?)", list(enumerate(lines, 1))
            )
            chain = chain_after(CHAIN_START, join_lines(lines))
            db.execute("update stream set head_seq = ?, head_hash = ? where n = 1", [len(lines), chain])
        log.forget()


@pytest.fixture(scope="module")
def kept_vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    from fieldapp.store import create_vault

    with create_vault(
        tmp_path_factory.mktemp("insider") / "laptop.vault",
        "four invented words here",
        worker="w",
        role="collector",
        scopes=(VILLAGE,),
        packs=["cn-base"],
        escrow_recovery=False,
    ) as vault:
        for number in range(ENTRIES):
            change = Change("household", None, "add", {"household_no": f"{number:03}"})
            save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
        heads.attest_own(vault.ledger, vault.device, own_replicas(vault))
        hub = DeviceKey.generate()
        kept.set_anchor(vault.ledger, hub.public.hex(), "root")
        told = issue(
            hub, hub.public, name="c", role=HUB_ROLES["central"], scopes=("",), issued_ms=1, may_issue=True
        )
        assert entering.take_certificates(vault.ledger, [told]) == {}
        own = vault.ledger.own_stream(VILLAGE)
        chain = bytes(vault.db.execute("select head_hash from stream where n = ?", [own.n]).fetchone()[0])
        words = {"stream": own.id, "replica": vault.replica, "scope": VILLAGE, "seq": ENTRIES, "chain": chain}
        word = heads.attest(hub, "central", **words)
        assert heads.note(vault.ledger, word) == "new"
        lines = [line for _, line in log.lines_after(vault.db, own.n, 0)]
        assert len(lines) == ENTRIES
        yield Kept(vault, lines, word)


@pytest.fixture(autouse=True)
def _as_it_was(kept_vault: Kept) -> Iterator[None]:
    kept_vault.forge(kept_vault.lines)
    yield
    kept_vault.forge(kept_vault.lines)


def is_found(one: Kept) -> bool:
    ledger = one.vault.ledger
    return bool(heads.unlike_their_heads(ledger) or heads.cut_short(ledger))


def edited(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[:at], lines[at].replace(b'"household_no":"', b'"household_no":"9'), *lines[at + 1 :]]


def dropped(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[:at], *lines[at + 1 :]]


def swapped(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]


def doubled(lines: list[bytes], at: int) -> list[bytes]:
    return [*lines[: at + 1], *lines[at:-1]]


def cut(lines: list[bytes], at: int) -> list[bytes]:
    return lines[:at]


@pytest.mark.parametrize("deed", [edited, dropped, swapped, doubled, cut])
def test_each_deed_at_every_place_is_found(
    kept_vault: Kept, deed: Callable[[list[bytes], int], list[bytes]]
) -> None:
    assert not is_found(kept_vault), "the control: the log as it was written"
    for at in range(ENTRIES - 1):
        forged = deed(kept_vault.lines, at)
        assert forged != kept_vault.lines
        kept_vault.forge(forged)
        assert is_found(kept_vault), (deed.__name__, at)
    codes = {one.code for one in examine(kept_vault.vault)}
    assert codes & {"doctor.unlike_head", "doctor.behind_head"}


def test_who_takes_the_signed_heads_away_too_is_found_by_the_next_word_of_the_centre(
    kept_vault: Kept,
) -> None:
    vault = kept_vault.vault
    held = vault.db.execute("select * from head").fetchall()
    kept_vault.forge(edited(kept_vault.lines, 77))
    with vault.transaction():
        vault.db.execute("delete from head")
    assert not is_found(kept_vault), "the control: by itself the vault knows no better"
    assert heads.note(vault.ledger, kept_vault.word) == "alarm"
    assert "authority.forked" in {one.code for one in examine(vault)}
    with vault.transaction():
        vault.db.execute("delete from alarm")
        vault.db.conn.executemany(f"insert into head values ({', '.join('?' * len(held[0]))})", held)
