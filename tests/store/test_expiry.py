"""The last day of a laptop: past it nothing is read, the work still goes home, and no clock helps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fieldapp.errors import RegisterError, VaultError
from fieldapp.store import Vault, create_vault, open_vault, recover_vault
from fieldapp.store.expiry import device_id, expiry, expiry_warning, set_term
from fieldapp.store.finding.find import find
from fieldapp.store.records import record, rows
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after

VILLAGE, PASSPHRASE = "990101001201", "four invented words here"
TERMS = "device_term,village,uuid,device,电脑,電腦,Term of a computer\n"
TERM_FIELDS = """device_term,device,text,,,,R,,,,,,a,1,,,电脑,電腦,Device,,
device_term,expires_on,date,,,,R,,,,,,a,2,,,到期,到期,Until,,
device_term,reason,text,,,,R,,,,,,a,3,,,原因,原因,Reason,,
device_term,decided_by,text,,,,R,,,,,,a,4,,,决定人,決定人,By,,
"""


def on(day: str) -> Callable[[], int]:
    moment = int(datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC).timestamp() * 1000)
    return lambda: moment


@pytest.fixture
def wide(tmp_path: Path, make_pack: Callable[..., Path]) -> Path:
    return make_pack(tmp_path / "wide", more_fields=TERM_FIELDS, more_lists=TERMS)


def laptop(
    folder: Path, pack: Path, day: str = "2020-06-30", *, role: str = "team", today: str = "2020-06-01"
) -> Vault:
    return create_vault(
        folder / "l.vault",
        PASSPHRASE,
        worker="w",
        role=role,
        scopes=(VILLAGE,),
        packs=(pack,),
        clock=on(today),
        expires_on=day,
    )


def refused(path: Path, today: str) -> str:
    with pytest.raises(VaultError) as told:
        open_vault(path, PASSPHRASE, clock=on(today)).close()
    return told.value.code


def add(vault: Vault) -> str:
    change = Change("household", None, "add", {"household_no": "H0001"})
    return save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE)).changed[0][1]


def test_it_warns_for_fourteen_days_opens_on_the_last_and_not_after(tmp_path, pack):
    with laptop(tmp_path / "a", pack) as made:
        assert (expiry(made).state, expiry(made).days_left, expiry_warning(made)) == ("good", 30, None)
        household = add(made)
    path = tmp_path / "a" / "l.vault"
    for day, state, left in (
        ("2020-06-16", "good", 15),
        ("2020-06-17", "soon", 14),
        ("2020-06-30", "soon", 1),
    ):
        with open_vault(path, PASSPHRASE, clock=on(day)) as again:
            assert (expiry(again).state, expiry(again).days_left) == (state, left)
            assert (expiry_warning(again) is not None) == (state == "soon")
            assert record(again, "household", household) is not None
    assert refused(path, "2020-07-01") == "vault.expired"


def test_a_vault_without_a_day_never_ends(tmp_path, pack):
    laptop(tmp_path / "a", pack, "").close()
    with open_vault(tmp_path / "a" / "l.vault", PASSPHRASE, clock=on("2099-01-01")) as again:
        assert expiry(again).state == "none"


def test_past_its_day_it_only_gives_its_work_away(tmp_path, pack):
    with laptop(tmp_path / "a", pack) as made:
        household = add(made)
    with open_vault(
        tmp_path / "a" / "l.vault", PASSPHRASE, clock=on("2020-07-01"), to_hand_over=True
    ) as given:
        assert rows(given, "household") == find(given, "H0001") == ()
        assert record(given, "household", household) is None
        with pytest.raises(RegisterError, match="may not do this"):
            add(given)
        assert len(list(segments_after(given.ledger, VILLAGE, {}))) == 1
    with open_vault(
        tmp_path / "a" / "l.vault", PASSPHRASE, clock=on("2020-06-30"), to_hand_over=True
    ) as good:
        assert record(good, "household", household) is not None, "within its days nothing is held back"


def test_a_clock_set_back_does_not_help(tmp_path, pack):
    laptop(tmp_path / "a", pack).close()
    path = tmp_path / "a" / "l.vault"
    with open_vault(path, PASSPHRASE, clock=on("2020-06-30")) as last:
        last.clock = on("2020-07-02")
        add(last)
    assert refused(path, "2020-06-15") == "vault.expired"


def test_a_copy_in_another_folder_ends_on_the_same_day(tmp_path, pack):
    from fieldapp.store.backup import backup, restore

    with laptop(tmp_path / "a", pack) as made:
        copy = backup(made, tmp_path / "copy")
    restore(copy, tmp_path / "b" / "l.vault")
    assert refused(tmp_path / "b" / "l.vault", "2020-07-01") == "vault.expired"


def test_the_recovery_key_gives_a_new_day(tmp_path, pack):
    with laptop(tmp_path / "a", pack) as made:
        key = made.recovery_key
    path = tmp_path / "a" / "l.vault"
    clock = on("2020-07-05")
    recover_vault(path, key, worker="w", passphrase=PASSPHRASE, expires_on="2020-08-01", clock=clock)
    with open_vault(path, PASSPHRASE, clock=clock) as again:
        assert expiry(again).expires_on == "2020-08-01"
    with pytest.raises(VaultError):
        recover_vault(
            path, key[::-1], worker="w", passphrase=PASSPHRASE, expires_on="2021-08-01", clock=clock
        )
    assert refused(path, "2020-08-02") == "vault.expired"


def test_the_townships_decision_travels_both_ways_in_time(tmp_path, wide, carry):
    made = laptop(tmp_path / "a", wide)
    station = laptop(tmp_path / "s", wide, "", role="township")
    device = device_id(made)
    set_term(station, device, "2020-06-10", scope=VILLAGE, reason="leaves the team")
    carry(station, made)
    assert (expiry(made).expires_on, expiry(station).state) == ("2020-06-10", "none")
    set_term(station, device, "2020-09-01", scope=VILLAGE, reason="stays after all")
    carry(station, made)
    made.close()
    with open_vault(tmp_path / "a" / "l.vault", PASSPHRASE, clock=on("2020-07-15")) as again:
        assert expiry(again).expires_on == "2020-09-01"
    station.close()


def test_only_a_township_decides_and_says_why(tmp_path, wide, pack):
    with laptop(tmp_path / "a", wide) as team:
        with pytest.raises(RegisterError) as told:
            set_term(team, device_id(team), "2099-01-01", scope=VILLAGE, reason="me")
        assert told.value.code == "role.not_allowed"
        forged = {"device": device_id(team), "expires_on": "2099-01-01", "reason": "me", "decided_by": "me"}
        change = Change("device_term", None, "add", forged)
        with pytest.raises(RegisterError) as told:
            save(team, VILLAGE, "edit", [change], seen=seen_of(team, VILLAGE))
        assert told.value.code == "role.not_allowed"
        team.work_with(replace(team.session, worker=replace(team.worker, role="township")))
        for day, reason, code in (("soon", "x", "expiry.bad_day"), ("2020-09-01", " ", "expiry.no_reason")):
            with pytest.raises(RegisterError) as told:
                set_term(team, device_id(team), day, scope=VILLAGE, reason=reason)
            assert told.value.code == code
    with laptop(tmp_path / "b", pack, role="township") as without, pytest.raises(RegisterError) as told:
        set_term(without, "d", "2020-09-01", scope=VILLAGE, reason="x")
    assert told.value.code == "expiry.no_list"
