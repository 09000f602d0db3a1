"""An insider who edits, drops, swaps or cuts log lines and repairs the chain is found by the heads that were signed."""

from collections.abc import Callable

import pytest

from fieldapp.journal.stream import chain_after, join_lines
from fieldapp.store import Vault
from fieldapp.store.authority import heads
from fieldapp.store.authority.kept import anchors
from fieldapp.store.doctor import examine
from fieldapp.store.receipts import own_replicas
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.sync_tables import STATEMENTS

VILLAGE = "990101001201"
ENTRIES = 40


def forge(vault: Vault, change: Callable[[list[bytes]], list[bytes]]) -> None:
    """Rewrite the log as somebody with the key to the file could: lines, head and chain fit together again."""
    lines = [bytes(row[0]) for row in vault.db.execute("select line from tail order by seq").fetchall()]
    lines = change(lines)
    with vault.transaction():
        vault.db.execute("delete from tail")
        vault.db.conn.executemany(
            "insert into tail (stream, seq, line) values (1, ?, ?)", list(enumerate(lines, 1))
        )
        vault.db.execute(
            "update stream set head_seq = ?, head_hash = ? where n = 1",
            [len(lines), chain_after(bytes(32), join_lines(lines))],
        )


def found(vault: Vault) -> set[str]:
    return {finding.code for finding in examine(vault)}


@pytest.fixture
def signed(make_vault: Callable[..., Vault]) -> Vault:
    vault = make_vault("a")
    for number in range(ENTRIES):
        change = Change("household", None, "add", {"household_no": f"{number:03}"})
        save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    assert vault.db.execute("select count(*) from tail").fetchone() == (ENTRIES,)
    heads.attest_own(vault.ledger, vault.device, own_replicas(vault))
    assert found(vault) == set()
    return vault


def test_every_edit_drop_and_swap_is_found_by_the_signed_head(signed: Vault) -> None:
    untouched: list[list[bytes]] = []
    forge(signed, lambda lines: untouched.append(lines) or lines)
    whole = untouched[0]
    for at in range(ENTRIES - 1):
        edited = [*whole[:at], whole[at].replace(b"household_no", b"household_nn"), *whole[at + 1 :]]
        dropped = [*whole[:at], *whole[at + 1 :], whole[at]]
        swapped = [*whole[:at], whole[at + 1], whole[at], *whole[at + 2 :]]
        for forged in (edited, dropped, swapped):
            forge(signed, lambda _, forged=forged: forged)  # type: ignore[misc]
            assert heads.unlike_their_heads(signed.ledger), at
    assert "doctor.unlike_head" in found(signed)
    # The control: the chain alone, repaired by the insider, finds nothing.
    with signed.transaction():
        signed.db.execute("delete from head")
    assert found(signed) == set()


def test_a_cut_tail_is_found_by_the_signed_head(signed: Vault) -> None:
    forge(signed, lambda lines: lines[:-3])
    assert found(signed) == {"doctor.behind_head"}


def test_devices_accepted_before_the_certificates_are_accepted_still(signed: Vault) -> None:
    words = '[{"name": "ab12", "public": "%s", "recipient": ""}]'
    with signed.transaction():
        signed.ledger.set_meta("trusted", words % ("a" * 64))
        signed.ledger.set_meta("hub_team", words % ("b" * 64))
        for statement in STATEMENTS:
            if "meta" in statement and not statement.startswith("create"):
                signed.db.execute(statement)
    assert anchors(signed.ledger, "trusted") == ("a" * 64,)
    assert anchors(signed.ledger, "team") == ("b" * 64,)
    assert signed.ledger.meta("trusted") == ""
