"""Copies of a vault are noticed: by machine and path, by this computer's note, by the hub; nothing is written twice."""

import json
import shutil

import pytest

from fieldapp.store import open_vault
from fieldapp.store.backup import backup, restore
from fieldapp.store.copies.epochs import settle_with
from fieldapp.store.doctor import examine
from fieldapp.store.drafts import open_draft
from fieldapp.store.receipts import own_replicas
from fieldapp.store.records import record, rows
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import chain_at, digest, vector

VILLAGE, OTHER_VILLAGE = "990101001201", "990101001202"
PASSPHRASE = "four invented words here"


def add(vault, number, scope=VILLAGE):
    change = Change("household", None, "add", {"household_no": number})
    return save(vault, scope, "edit", [change], seen=seen_of(vault, scope)).changed[0][1]


def set_phone(vault, household, phone):
    change = Change("household", household, "set", {"phone": phone})
    return save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))


def copied(vault, folder):
    """The files of a closed vault, put aside."""
    shutil.copytree(vault.path.parent, folder)
    return folder


def put_back(folder, path):
    shutil.rmtree(path.parent)
    shutil.copytree(folder, path.parent)


def numbers(vault, scope=VILLAGE):
    return sorted(str(row.values["household_no"]) for row in rows(vault, "household", scope))


@pytest.fixture
def told_by():
    """What a hub that is this ledger tells: its vectors and its chains."""

    def tell(hub):
        scopes = [row[0] for row in hub.db.execute("select distinct scope from stream where head_seq > 0")]

        def chains_of(places):
            return [chain_at(hub.ledger, *place) for place in places]

        return {scope: vector(hub.ledger, scope) for scope in scopes}, chains_of

    return tell


def test_a_vault_opened_again_keeps_its_name(make_vault):
    vault = make_vault()
    add(vault, "1")
    name = vault.replica
    vault.close()
    for _ in range(3):
        with open_vault(vault.path, PASSPHRASE) as again:
            assert again.replica == name


def test_an_old_copy_put_back_by_hand_at_the_same_path_gets_a_new_name(make_vault, tmp_path):
    vault = make_vault()
    add(vault, "1")
    name = vault.replica
    vault.close()
    old = copied(vault, tmp_path / "old")
    with open_vault(vault.path, PASSPHRASE) as later:
        add(later, "2")
    put_back(old, vault.path)
    with open_vault(vault.path, PASSPHRASE) as again:
        assert again.replica != name
        assert own_replicas(again) == [name, again.replica]
        add(again, "3")
    with open_vault(vault.path, PASSPHRASE) as once_more:
        assert once_more.replica == again.replica


def test_a_copy_of_the_same_opening_is_told_by_its_clock(make_vault, tmp_path):
    vault = make_vault()
    add(vault, "1")
    vault.db.execute("pragma wal_checkpoint(truncate)").fetchall()
    old = copied(vault, tmp_path / "old")
    add(vault, "2")
    name = vault.replica
    vault.close()
    put_back(old, vault.path)
    with open_vault(vault.path, PASSPHRASE) as again:
        assert again.replica != name


def test_without_the_note_outside_a_copy_put_back_is_not_seen_here(make_vault, tmp_path, monkeypatch):
    """The control: so the hub has to be the second witness."""
    monkeypatch.setenv("FIELDAPP_STATE", str(tmp_path / "state"))
    vault = make_vault()
    add(vault, "1")
    name = vault.replica
    vault.close()
    old = copied(vault, tmp_path / "old")
    with open_vault(vault.path, PASSPHRASE) as later:
        add(later, "2")
    shutil.rmtree(tmp_path / "state")
    put_back(old, vault.path)
    with open_vault(vault.path, PASSPHRASE) as again:
        assert again.replica == name


def test_a_new_vault_where_another_one_was_is_no_copy(make_vault, tmp_path):
    vault = make_vault()
    vault.close()
    for _ in range(3):
        open_vault(vault.path, PASSPHRASE).close()
    shutil.rmtree(vault.path.parent)
    fresh = make_vault()
    name = fresh.replica
    fresh.close()
    with open_vault(fresh.path, PASSPHRASE) as again:
        assert again.replica == name


def test_a_restored_backup_gets_a_new_name(make_vault, tmp_path):
    vault = make_vault()
    add(vault, "1")
    name = vault.replica
    file = backup(vault, tmp_path / "b.zip")
    vault.close()
    restore(file, tmp_path / "elsewhere" / "laptop.vault")
    with open_vault(tmp_path / "elsewhere" / "laptop.vault", PASSPHRASE) as again:
        assert again.replica != name


@pytest.fixture
def old_copy(make_vault, tmp_path, monkeypatch):
    """A vault put back to before its second save, unseen by this computer; the hub holds both saves."""

    def make(hub, carry):
        monkeypatch.setenv("FIELDAPP_STATE", str(tmp_path / "state"))
        vault = make_vault("laptop")
        first = add(vault, "1")
        add(vault, "other village", OTHER_VILLAGE)
        vault.close()
        old = copied(vault, tmp_path / "old")
        with open_vault(vault.path, PASSPHRASE) as later:
            add(later, "2")
            carry(later, hub)
            carry(later, hub, OTHER_VILLAGE)
        shutil.rmtree(tmp_path / "state")
        put_back(old, vault.path)
        return open_vault(vault.path, PASSPHRASE), first

    return make


def test_the_hub_sees_that_we_are_behind_and_our_own_commits_come_back(make_vault, old_copy, carry, told_by):
    hub = make_vault("hub")
    vault, _ = old_copy(hub, carry)
    with vault:
        name = vault.replica
        settled = settle_with(vault, *told_by(hub))
        assert (settled.state, settled.reissued) == ("behind", 0)
        assert vault.replica == settled.replica != name
        carry(hub, vault)
        assert numbers(vault) == ["1", "2"]
        assert settle_with(vault, *told_by(hub)).state == ""
        add(vault, "3")
        carry(vault, hub)
        assert numbers(vault) == numbers(hub) == ["1", "2", "3"]
        assert digest(vault.ledger, VILLAGE) == digest(hub.ledger, VILLAGE)


def test_two_histories_under_one_name_both_live_on(make_vault, old_copy, carry, told_by):
    hub = make_vault("hub")
    vault, first = old_copy(hub, carry)
    with vault:
        name = vault.replica
        mine = add(vault, "mine")
        draft = open_draft(vault, "survey", "1", mine, None)
        set_phone(vault, mine, "13900000001")
        set_phone(vault, mine, "13900000002")
        set_phone(vault, first, "13900000003")
        before = record(vault, "household", mine).values
        other = vault.sibling()
        settled = settle_with(vault, *told_by(hub))
        assert (settled.state, settled.reissued) == ("forked", 4)
        assert record(vault, "household", mine).values == before
        assert record(vault, "household", mine).conflicts == frozenset()
        carry(hub, vault)
        carry(vault, hub)
        assert numbers(vault) == numbers(hub) == ["1", "2", "mine"]
        assert digest(vault.ledger, VILLAGE) == digest(hub.ledger, VILLAGE)
        assert record(hub, "household", mine).values == before
        assert record(hub, "household", first).values["phone"] == "13900000003"
        assert {row[0] for row in hub.db.execute("select record from conflict")} == set()
        seen = dict(json.loads(vault.db.execute("select seen from draft").fetchone()[0]))
        assert all(vector(hub.ledger, VILLAGE)[stream] >= seq for stream, seq in seen.items()), draft
        assert examine(vault) == ()
        saved = add(other, "from the other connection")
        assert other.replica == settled.replica != name
        other.close()
        carry(vault, hub)
        assert record(hub, "household", saved) is not None


def test_a_fork_inside_a_sealed_segment_is_cut_there(make_vault, old_copy, carry, told_by, monkeypatch):
    monkeypatch.setattr("fieldapp.store.log.SEAL_BYTES", 400)
    hub = make_vault("hub")
    vault, _ = old_copy(hub, carry)
    with vault:
        for at in range(12):
            add(vault, f"mine {at:02}")
        assert settle_with(vault, *told_by(hub)).reissued == 12
        carry(hub, vault)
        carry(vault, hub)
        assert numbers(vault) == numbers(hub) == ["1", "2", *(f"mine {at:02}" for at in range(12))]
        assert examine(vault) == () == examine(hub)


def test_a_hub_put_back_to_before_our_commits_is_just_sent_them_again(make_vault, carry, told_by):
    hub, vault = make_vault("hub"), make_vault("laptop")
    add(vault, "1")
    carry(vault, hub)
    add(vault, "2")
    name = vault.replica
    assert settle_with(vault, *told_by(hub)).state == ""
    assert vault.replica == name
