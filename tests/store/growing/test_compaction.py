"""Old log bodies go 90 days after the centre's receipt, and nothing that is asked of them is lost."""

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.errors import RegisterError
from fieldapp.store import open_vault
from fieldapp.store.conflicts import conflicts, resolve
from fieldapp.store.doctor import examine
from fieldapp.store.erasure import erase_person
from fieldapp.store.files.attachments import put
from fieldapp.store.files.sweeping import sweep_files
from fieldapp.store.growing.base import files_in_base
from fieldapp.store.growing.base_records import commits_in_base
from fieldapp.store.growing.compaction import KEPT_DAYS, compact
from fieldapp.store.growing.dropped import dropped_below, say_dropped
from fieldapp.store.history import field_origins, history, is_cut
from fieldapp.store.receipts import note_receipt
from fieldapp.store.records import record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import digest, segments_after, vector
from fieldapp.store.undo import undo

VILLAGE = "990101001201"
TODAY = date(2026, 1, 10)
LATER = TODAY + timedelta(days=KEPT_DAYS)


def edit(vault, record_id, list_name="household", source="", **values):
    change = Change(list_name, record_id, "set", values, source)
    return save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))


def receipted(vault, upto=None):
    """The centre holds all that is here, since TODAY."""
    for stream, seq in (upto or vector(vault.ledger, VILLAGE)).items():
        note_receipt(vault, "central", stream, seq)
    compact(vault, TODAY)


def log_lines(vault):
    return vault.db.execute("select (select count(*) from tail), (select count(*) from segment)").fetchone()


@pytest.fixture
def old(make_vault, a_household, carry):
    """A vault whose log the centre has, with a conflict open, and one that replayed all of it and drops nothing."""
    a, b, whole = make_vault("a"), make_vault("b"), make_vault("whole")
    homes = [a_household(a, f"王甲{at}", number=f"H{at:04}") for at in range(6)]
    edit(a, homes[0].household, phone="13900000000")
    carry(a, b)
    edit(a, homes[0].household, phone="13900000001", source="seen")
    edit(b, homes[0].household, phone="13900000002")
    edit(b, homes[1].household, bank_name="信用社", bank_account="62001")
    carry(b, a)
    carry(a, whole)
    receipted(a)
    return a, whole, homes


def test_nothing_goes_before_its_ninety_days_or_without_the_central_receipt(old):
    vault, _, _ = old
    before = log_lines(vault)
    assert compact(vault, LATER - timedelta(days=1), least=1).villages == 0
    assert log_lines(vault) == before
    unsent = edit(vault, record_of(vault), address="only here")
    done = compact(vault, LATER, least=1)
    assert (done.villages, done.commits) == (1, before[0])
    assert log_lines(vault) == (1, 0)
    assert vector(vault.ledger, VILLAGE)[unsent.dot.stream] == unsent.dot.seq


def record_of(vault):
    return vault.db.execute("select id from household order by n limit 1").fetchone()[0]


def test_receipts_of_a_clock_that_was_ahead_count_from_today(old):
    vault, _, _ = old
    vault.db.execute("delete from receipt_day")
    compact(vault, date(2126, 1, 1))
    assert compact(vault, TODAY, least=1).villages == 0
    assert vault.db.execute("select distinct day from receipt_day").fetchall() == [(TODAY.isoformat(),)]
    assert compact(vault, LATER, least=1).villages == 1


def test_tables_digests_origins_and_conflicts_are_as_before(old, told):
    vault, whole, homes = old
    origins = field_origins(vault, "household", homes[1].household)
    open_before = {c.id: (c.before, [s.worker for s in c.sides]) for c in conflicts(vault)}
    assert {b for b, _ in open_before.values()} == {"13900000000"}
    assert compact(vault, LATER, least=1).villages == 1
    assert told(vault) == told(whole)
    assert digest(vault.ledger, VILLAGE) == digest(whole.ledger, VILLAGE)
    assert field_origins(vault, "household", homes[1].household) == origins
    assert {c.id: (c.before, [s.worker for s in c.sides]) for c in conflicts(vault)} == open_before
    assert is_cut(vault, "household", homes[1].household)
    assert {e.worker for e in history(vault, "household", homes[1].household)} == {"worker a", "worker b"}
    assert examine(vault) == ()


def test_undo_of_a_recent_edit_restores_what_only_the_base_knows(old):
    vault, _, homes = old
    before = record(vault, "household", homes[1].household).values
    old_edit = edit(vault, homes[2].household, address="old")
    recent = edit(vault, homes[1].household, bank_name="农商行", bank_account="62009")
    receipted(vault, {recent.dot.stream: old_edit.dot.seq})
    compact(vault, LATER + timedelta(days=1), least=1)
    undo(vault, recent.dot)
    assert record(vault, "household", homes[1].household).values == before
    with pytest.raises(RegisterError) as refused:
        undo(vault, old_edit.dot)
    assert refused.value.code == "undo.kept_at_county"
    assert "kept at the county" in refused.value.sentence()


def test_a_resolution_and_later_segments_go_on(old, carry, told):
    vault, whole, homes = old
    compact(vault, LATER, least=1)
    resolve(vault, conflicts(vault)[0], {"phone": "13900000003"})
    edit(whole, homes[3].household, address="from the other")
    carry(whole, vault)
    carry(vault, whole)
    assert told(vault) == told(whole)
    assert told(whole)["conflicts"] == []


def test_who_lacks_the_dropped_lines_is_sent_to_the_hub(old, make_vault):
    vault, _, _ = old
    fresh = make_vault("fresh")
    assert dropped_below(vault.ledger, VILLAGE, vector(fresh.ledger, VILLAGE)) == {}
    compact(vault, LATER, least=1)
    assert list(segments_after(vault.ledger, VILLAGE, {})) == []
    assert dropped_below(vault.ledger, VILLAGE, {}) == vector(vault.ledger, VILLAGE)
    (told,) = say_dropped(vault.ledger, {VILLAGE: {}}, is_central=False)
    assert (told.code, told.severity) == ("dropped.elsewhere", "warning")
    (alarm,) = say_dropped(vault.ledger, {VILLAGE: {}}, is_central=True)
    assert (alarm.code, alarm.severity) == ("dropped.centre", "error")
    saved = edit(vault, record_of(vault), address="new")
    known = {**vector(vault.ledger, VILLAGE), saved.dot.stream: saved.dot.seq - 1}
    assert [s.first for s in segments_after(vault.ledger, VILLAGE, known)] == [saved.dot.seq]


def test_a_dictionary_that_learns_a_field_finds_it_in_the_base(
    make_vault, make_pack, tmp_path, carry, a_household
):
    column = "household,cows,int,,,,O,,,,,number,a,9,,,牛,牛,Cows,,\n"
    newer = make_pack(tmp_path / "newer", more_fields=column, version=2)
    writer, vault = make_vault("writer", packs=(newer,)), make_vault("v")
    home = a_household(writer, "王甲", number="H1")
    edit(writer, home.household, cows=7)
    carry(writer, vault)
    assert record(vault, "household", home.household).values.get("cows") is None
    receipted(vault)
    compact(vault, LATER, least=1)
    make_pack(vault.path.with_suffix(".packs") / "small", more_fields=column, version=2)
    path = vault.path
    vault.db.execute("update meta set value = ? where key = 'packs'", [f'["{tmp_path / "newer"}"]'])
    vault.close()
    with open_vault(path, "four invented words here") as again:
        assert "cows" in again.ledger.layout("household").columns
        assert record(again, "household", home.household).values["cows"] == 7
        assert again.db.execute("select count(*) from person").fetchone()[0] == 1


def test_lines_of_a_list_unknown_here_are_kept_and_come_to_life(make_vault, make_pack, tmp_path, carry):
    lists = "well,village,uuid,name,井,井,Well\n"
    fields = "well,name,text,,,,R,,,,,,a,1,,,名,名,Name,,\n"
    newer = make_pack(tmp_path / "newer", more_lists=lists, more_fields=fields, version=2)
    writer, vault = make_vault("writer", packs=(newer,)), make_vault("v")
    save(writer, VILLAGE, "edit", [Change("well", "w1", "add", {"name": "东井"})], seen={})
    carry(writer, vault)
    receipted(vault)
    assert compact(vault, LATER, least=1).commits == 1
    path = vault.path
    vault.db.execute("update meta set value = ? where key = 'packs'", [f'["{tmp_path / "newer"}"]'])
    vault.close()
    with open_vault(path, "four invented words here") as again:
        assert record(again, "well", "w1").values["name"] == "东井"


def test_a_second_base_carries_on_what_the_first_one_kept(
    make_vault, make_pack, tmp_path, carry, a_household
):
    """Of streams too whose places among the others have changed, by a third writer who came in between."""
    lists = "well,village,uuid,name,井,井,Well\n"
    fields = "well,name,text,,,,R,,,,,,a,1,,,名,名,Name,,\n"
    newer = make_pack(tmp_path / "newer", more_lists=lists, more_fields=fields, version=2)
    writers = [make_vault(f"w{at}", packs=(newer,)) for at in range(4)]
    vault = make_vault("v")
    photos = []
    for at, writer in enumerate(writers):
        save(writer, VILLAGE, "edit", [Change("well", f"w{at}", "add", {"name": f"东井{at}"})], seen={})
        home = a_household(writer, "王甲", number=f"H{at}")
        photos.append(put(writer, b"photo %d" % at))
        edit(writer, home.household, photos=photos[-1], source="seen")
        carry(writer, vault)
        receipted(vault)
        vault.db.execute("update receipt_day set day = ?", [TODAY.isoformat()])
        assert compact(vault, LATER, least=1).commits > 0
    assert {digest for digest, _, _ in files_in_base(vault.db)} == {photo[7:] for photo in photos}
    homes = vault.db.execute("select id, household_no from household").fetchall()
    told = {number: field_origins(vault, "household", home)["photos"].worker for home, number in homes}
    assert told == {f"H{at}": f"worker w{at}" for at in range(4)}
    path = vault.path
    vault.db.execute("update meta set value = ? where key = 'packs'", [f'["{tmp_path / "newer"}"]'])
    vault.close()
    with open_vault(path, "four invented words here") as again:
        assert [record(again, "well", f"w{at}").values["name"] for at in range(4)] == [
            f"东井{at}" for at in range(4)
        ]


def test_an_erasure_reaches_the_base(old, told, carry):
    vault, whole, homes = old
    station = vault
    station.work_with(_as_station(station))
    compact(vault, LATER, least=1)
    name = record(vault, "person", homes[4].people[0]).values["name"]
    assert any(name in str(c.operations) for c in commits_in_base(vault.ledger, VILLAGE))
    erase_person(vault, homes[4].people[0], "asked for", "a decision")
    assert not any(name in str(c.operations) for c in commits_in_base(vault.ledger, VILLAGE))
    carry(vault, whole)
    ours, others = told(vault), told(whole)
    assert (
        ours["rows"][f"person/{homes[4].people[0]}"][0] == others["rows"][f"person/{homes[4].people[0]}"][0]
    )
    assert name not in str(ours)
    assert examine(vault) == ()


def _as_station(vault):
    from dataclasses import replace

    return replace(vault.session, worker=replace(vault.worker, role="township"))


def test_files_that_dropped_lines_named_are_not_swept(make_vault, a_household, monkeypatch):
    vault = make_vault()
    home = a_household(vault, "王甲")
    first, second = put(vault, b"an invented photo"), put(vault, b"another one")
    edit(vault, home.household, photos=first)
    edit(vault, home.household, photos=second)
    receipted(vault)
    compact(vault, LATER, least=1)
    vault.session.brought.clear()
    monkeypatch.setattr("fieldapp.store.files.sweeping.KEPT_DAYS", -(10**5))
    assert {digest for digest, _, _ in files_in_base(vault.db)} == {first[7:], second[7:]}
    assert sweep_files(vault) == 0


_EXAMPLE = count()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_was_written_and_wherever_the_cut_lies_the_tables_are_those_of_the_whole_log(
    make_vault, carry, told, begin, base_lines, data
):
    """Two writers, cuts at any prefix, more writing, cuts again; undo's view and the tables agree with the whole log."""
    from fieldapp.store.growing.loading import remake
    from fieldapp.store.history import state_without

    # Counted, not drawn: two examples under one name were refused as a vault that exists already.
    tag = next(_EXAMPLE)
    a, b, whole = make_vault(f"a{tag}"), make_vault(f"b{tag}"), make_vault(f"w{tag}")
    made = []
    for _ in range(data.draw(st.integers(3, 14))):
        vault = data.draw(st.sampled_from((a, b)))
        deed = data.draw(st.sampled_from(("add", "set", "group", "end", "blank", "carry", "cut")))
        if deed == "carry":
            other = b if vault is a else a
            carry(vault, other)
        elif deed == "cut":
            held = vector(a.ledger, VILLAGE)
            upto = {s: data.draw(st.integers(0, q)) for s, q in held.items()}
            for stream, seq in upto.items():
                note_receipt(a, "central", stream, seq)
            carry(a, whole)
            a.db.execute("delete from receipt_day")
            compact(a, TODAY)
            compact(a, LATER, least=1)
        elif deed == "add" or not made:
            change = Change("household", None, "add", {"household_no": str(len(made))})
            made.append(save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE)).changed[0][1])
        else:
            home = data.draw(st.sampled_from(made))
            values = {
                "set": {"phone": str(data.draw(st.integers(0, 3)))},
                "group": {"bank_name": "x", "bank_account": str(data.draw(st.integers(0, 3)))},
                "end": {"ended_on": "2020-01-01", "ended_reason": "moved"},
                "blank": {"phone": None},
            }[deed]
            if record(vault, "household", home) is not None:
                edit(vault, home, **values)
    carry(a, whole)
    carry(b, whole)
    carry(whole, a)
    expected = told(whole)
    assert told(a) == expected
    layout = a.ledger.layout("household")
    for home in made:
        for ledger in (a.ledger, whole.ledger):
            state = state_without(ledger, layout, VILLAGE, home, lambda c, o: False)
            siblings = {cell: [s.dot for s in kept.siblings] for cell, kept in state.cells.items()}
            if ledger is a.ledger:
                ours = siblings
        assert ours == siblings
    with a.transaction():
        remake(a.ledger, VILLAGE)
    assert told(a) == expected
    fresh = make_vault(f"f{tag}")
    begin(fresh, base_lines(whole))
    assert told(fresh) == expected
    for one in (a, b, whole, fresh):
        one.close()
