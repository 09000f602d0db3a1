"""Backups, attachments, receipts, regions, unmasking, and a dictionary that has learnt new fields."""

import shutil
import subprocess
import time
import zipfile

import pytest

from fieldapp.errors import RegisterError, VaultError
from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.register.regions import Region
from fieldapp.store import open_vault
from fieldapp.store.backup import backup, restore
from fieldapp.store.cipher import DatabaseError
from fieldapp.store.doctor import examine
from fieldapp.store.drafts import answers, drafts, open_draft, put_answer
from fieldapp.store.exports import count_exports, exports, note_export
from fieldapp.store.faults import tell
from fieldapp.store.files import attachments
from fieldapp.store.finding.find import find
from fieldapp.store.intake import receive
from fieldapp.store.receipts import Counts, note_receipt, waiting
from fieldapp.store.records import count, record, rows
from fieldapp.store.regions import find_regions, import_regions, region, villages
from fieldapp.store.replacing import make_folder
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import digest
from fieldapp.store.sync_tables import STATEMENTS
from fieldapp.store.unmask import unmask
from fieldapp.store.upgrading import upgrade_packs

VILLAGE, OTHER_VILLAGE, PASSPHRASE = "990101001201", "990101001202", "four invented words here"


def test_a_restored_backup_equals_the_vault_and_writes_under_a_new_name(vault, a_household, tmp_path):
    home = a_household(vault, "张三丰")
    photo = attachments.put(vault, b"a photo" * 1000)
    named = [Change("household", home.household, "set", {"photos": photo})]
    save(vault, VILLAGE, "edit", named, seen=seen_of(vault, VILLAGE))
    draft = open_draft(vault, "visit", "1", home.household, 2019)
    put_answer(vault, draft, "/data/a", "一半")
    kept = backup(vault, tmp_path / "kept.fieldbackup")
    before, name = digest(vault.ledger, VILLAGE), vault.replica
    a_household(vault, "李四娘")
    restore(kept, tmp_path / "again" / "r.vault")
    with open_vault(tmp_path / "again" / "r.vault", PASSPHRASE) as again:
        assert digest(again.ledger, VILLAGE) == before
        assert attachments.get(again, photo) == b"a photo" * 1000
        assert answers(again, drafts(again)[0]) == {"/data/a": "一半"}
        assert again.replica != name
        assert examine(again) == ()
    assert not list(tmp_path.glob("*.part"))


def test_a_restore_over_a_vault_or_of_a_damaged_backup_is_refused(vault, a_household, tmp_path):
    a_household(vault, "张三丰")
    kept = backup(vault, tmp_path / "kept.fieldbackup")
    with pytest.raises(VaultError) as refused:
        restore(kept, vault.path)
    assert refused.value.code == "vault.exists"
    whole = kept.read_bytes()
    for damage in (whole[: len(whole) // 2], b"no zip", whole[:3000] + b"\xff" + whole[3001:]):
        kept.write_bytes(damage)
        with pytest.raises(VaultError) as refused:
            restore(kept, tmp_path / "broken" / "b.vault")
        assert refused.value.code == "backup.damaged"
        assert [file.name for file in (tmp_path / "broken").rglob("*") if file.is_file()] == []
    kept.write_bytes(whole)
    restore(kept, tmp_path / "broken" / "b.vault")


def test_a_folder_that_is_not_there_is_said_and_no_stick_becomes_a_folder(vault, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(VaultError) as refused:
        backup(vault, tmp_path / "stick" / "kept.fieldbackup")
    assert refused.value.code == "vault.no_folder"
    assert not (tmp_path / "stick").exists()
    with pytest.raises(VaultError) as refused:
        make_folder(tmp_path / "file" / "inside")
    assert refused.value.code == "vault.no_folder"
    make_folder(tmp_path / "new" / "inside")
    assert backup(vault, tmp_path / "new" / "inside" / "kept.fieldbackup").is_file()


def test_a_full_disk_is_known_by_the_words_of_a_copy_that_has_no_error_name():
    with pytest.raises(VaultError) as refused:
        tell(DatabaseError("database or disk is full"))
    assert refused.value.code == "vault.disk_full"


def test_a_backup_on_a_full_disk_is_refused_in_a_sentence_and_leaves_no_half_file(
    vault, a_household, tmp_path
):
    a_household(vault, "张三丰")
    small = tmp_path / "small"
    small.mkdir()
    if (
        not shutil.which("mount")
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], capture_output=True
        ).returncode
    ):
        pytest.skip("no right to mount here")
    try:
        with pytest.raises(VaultError) as refused:
            backup(vault, small / "kept.fieldbackup")
        assert refused.value.code == "vault.disk_full"
        assert list(small.iterdir()) == []
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_a_backup_cannot_write_outside_the_vault(vault, tmp_path):
    kept = backup(vault, tmp_path / "kept.fieldbackup")
    hostile = tmp_path / "hostile.fieldbackup"
    with zipfile.ZipFile(kept) as source, zipfile.ZipFile(hostile, "w") as out:
        for name in source.namelist():
            data = source.read(name)
            if name == "manifest.json":
                data = data.replace(b'"keys"', b'"files/../../evil"')
            out.writestr(name.replace("keys", "files/../../evil"), data)
    with pytest.raises(VaultError):
        restore(hostile, tmp_path / "x" / "x.vault")
    assert not (tmp_path / "evil").exists()


def test_no_name_stands_in_plaintext_in_a_backup(vault, a_household, tmp_path):
    a_household(vault, "欧阳测试甲")
    kept = backup(vault, tmp_path / "kept.fieldbackup")
    assert "欧阳测试甲".encode() not in kept.read_bytes()


def test_an_attachment_comes_back_as_it_was_and_a_changed_one_is_refused(vault):
    ref = attachments.put(vault, b"a photo")
    assert attachments.put(vault, b"a photo") == ref
    assert attachments.get(vault, ref) == b"a photo"
    assert attachments.held(vault) == (ref,)
    (file,) = [f for f in vault.path.with_suffix(".files").rglob("*") if f.is_file()]
    assert b"a photo" not in file.read_bytes()
    file.write_bytes(file.read_bytes()[:-1] + b"\x00")
    with pytest.raises(RegisterError) as refused:
        attachments.get(vault, ref)
    assert refused.value.code == "attachment.damaged"
    assert [finding.code for finding in examine(vault)] == ["doctor.attachment"]
    for bad in ("sha256:" + "0" * 64, "sha256:../../etc/passwd", ""):
        with pytest.raises(RegisterError) as refused:
            attachments.get(vault, bad)
        assert refused.value.code == "attachment.missing"


def test_a_photo_that_another_took_is_wanted_until_it_comes(make_vault, a_household, carry):
    a, b = make_vault("a"), make_vault("b")
    home = a_household(a)
    ref = attachments.put(a, b"a photo")
    save(
        a,
        VILLAGE,
        "edit",
        [Change("household", home.household, "set", {"photos": ref})],
        seen=seen_of(a, VILLAGE),
    )
    carry(a, b)
    assert (attachments.wanted(a), attachments.wanted(b)) == ((), (ref,))
    attachments.put(b, b"a photo")
    assert (attachments.wanted(b), attachments.held(b)) == ((), (ref,))


def test_the_three_counts_follow_the_receipts(vault, a_household):
    for at in range(5):
        a_household(vault, number=f"H{at}")
    stream = next(iter(seen_of(vault, VILLAGE)))
    assert waiting(vault) == Counts(5, 0, 0)
    note_receipt(vault, "township", stream, 4)
    note_receipt(vault, "central", stream, 1)
    assert waiting(vault) == Counts(1, 3, 1)
    note_receipt(vault, "township", stream, 2)
    assert waiting(vault) == Counts(1, 3, 1), "a receipt never goes back"
    note_receipt(vault, "central", stream, 5)
    assert waiting(vault) == Counts(0, 0, 5)


def test_regions_keep_their_history_and_awkward_names(vault):
    import_regions(
        vault,
        [
            Region("990101000000", "示例县"),
            Region("990101001201", "小（氵甸）村", "2016-01"),
            Region("990101001201", "旧名村", "2010-01", "2016-01", "990101001201"),
            Region("990101001203", "第三村"),
        ],
    )
    assert region(vault, "990101").name == "示例县"
    assert region(vault, VILLAGE).name == "小（氵甸）村"
    assert [found.name for found in find_regions(vault, "9901010012")] == ["旧名村", "小（氵甸）村", "第三村"]
    assert [found.code for found in find_regions(vault, "氵甸")] == [VILLAGE]
    assert find_regions(vault, "' or 1=1") == ()
    assert [found.code for found in villages(vault)] == [VILLAGE, OTHER_VILLAGE]


def test_unmasking_needs_a_reason_and_is_on_record(vault, a_household):
    home = a_household(vault, "张三丰")
    for reason in ("", "   "):
        with pytest.raises(RegisterError):
            unmask(vault, "person", home.people[0], "name", reason)
    assert vault.db.execute("select count(*) from unmasked").fetchone()[0] == 0
    assert unmask(vault, "person", home.people[0], "name", "核对") == "张三丰"
    assert vault.db.execute("select worker, record, field, reason from unmasked").fetchall() == [
        ("worker a", home.people[0], "name", "核对")
    ]


def foreign_segment() -> Segment:
    operations = (
        Operation("household", "r1", "add", {"household_no": "1", "nickname": "老张家", "gs_wells": 3}),
        Operation("well", "w1", "add", {"household": "r1", "depth": 12}),
    )
    line = encode_commit(
        Commit("s" * 16, VILLAGE, "x", 1, "0192f3c1a4b2-0003", "w", "newer@2", "edit", operations)
    )
    return Segment("s" * 16, "x", VILLAGE, 1, 1, join_lines([line]))


_LATER_FIELDS = (
    "household,nickname,text,,,,O,,,,,name,a,9,,,绰号,綽號,Nickname,,\n"
    "household,gs_wells,int,,,,O,,,,,,a,10,,,井,井,Wells,,\n"
    "well,depth,int,,,,O,,,,,,a,1,,,深,深,Depth,,\n"
)


def test_fields_and_lists_unknown_today_are_kept_and_shown_by_a_later_dictionary(
    make_vault, tmp_path, make_pack
):
    vault = make_vault(packs=(make_pack(tmp_path / "own"),))
    receive(vault.ledger, foreign_segment())
    own = Change("household", "r1", "set", {"address": "西沟"})
    save(vault, VILLAGE, "edit", [own], seen=seen_of(vault, VILLAGE))
    assert "nickname" not in record(vault, "household", "r1").values
    path = vault.path
    vault.close()
    newer = make_pack(
        tmp_path / "newer",
        more_fields=_LATER_FIELDS,
        more_lists="well,household,uuid,depth,井,井,Well\n",
        version=2,
    )
    with open_vault(path, PASSPHRASE) as later:
        upgrade_packs(later, [newer])
        values = record(later, "household", "r1").values
        assert (values["nickname"], values["gs_wells"], values["address"]) == ("老张家", 3, "西沟")
        assert [row.values["depth"] for row in rows(later, "well")] == [12]
        assert [hit.household for hit in find(later, "laozhangjia")] == ["r1"]
        assert count(later, "household") == 1
        assert examine(later) == ()
        assert later.edition == "small@2"


def test_a_dictionary_that_takes_a_name_of_ours_is_refused(make_vault, tmp_path, make_pack):
    pack = make_pack(tmp_path / "own", more_lists="draft,,uuid,,稿,稿,Draft\n")
    with pytest.raises(Exception, match="draft") as refused:
        make_vault("reserved", packs=(pack,))
    assert refused.value.code == "pack.reserved_name"
    make_vault("reserved")  # nothing of the failed one is in the way


def test_each_export_is_on_record_with_who_what_and_why(vault):
    assert (exports(vault), count_exports(vault)) == ((), {"all": 0, "unmasked": 0})
    note_export(vault, "household-card", scope=VILLAGE)
    note_export(vault, "household-card", scope=VILLAGE, reason=" for the bank ", masked=False)
    last, first = exports(vault)
    assert (last.worker, last.what, last.scope) == (vault.worker.name, "household-card", VILLAGE)
    assert (last.reason, last.masked, first.masked) == ("for the bank", False, True)
    assert last.at > first.at
    assert count_exports(vault) == {"all": 2, "unmasked": 1}


def test_a_vault_of_the_first_format_learns_to_log_exports_and_loses_nothing(vault, a_household):
    home = a_household(vault, "张三丰")
    later = "import_chunk import_run saved_mapping saved_view erased sample export_log draft_audit".split()
    for statement in STATEMENTS:
        # What sync keeps came last of all: each of its tables, and each column it gave to another.
        words = statement.split()
        if words[:2] == ["create", "table"]:
            later.append(words[2])
        elif words[:2] == ["create", "trigger"]:
            vault.db.execute(f"drop trigger {words[2]}")
        elif words[:2] == ["alter", "table"]:
            vault.db.execute(f"alter table {words[2]} drop column {words[5]}")
    for table in later:
        vault.db.execute(f"drop table if exists {table}")
    vault.db.execute("alter table draft drop column edits")
    for column in ("sections", "helper"):
        vault.db.execute(f"alter table worker drop column {column}")
    vault.ledger.set_meta("format", "1")
    path = vault.path
    vault.close()
    with open_vault(path, PASSPHRASE) as again:
        note_export(again, "door-card", scope=VILLAGE)
        assert count_exports(again)["all"] == 1
        assert record(again, "household", home.household) is not None


def test_the_villages_of_a_worker_are_found_at_once_among_a_countrys_regions(vault):
    many = [Region(f"{code:012d}", f"地{code}") for code in range(110101001201, 110101001201 + 60_000)]
    import_regions(vault, [*many, Region(VILLAGE, "示例村"), Region("990101001000", "示例镇")])
    begun = time.perf_counter()
    found = villages(vault)
    took = time.perf_counter() - begun
    assert [(one.code, one.name) for one in found] == [(VILLAGE, "示例村"), (OTHER_VILLAGE, "")]
    begun = time.perf_counter()
    vault.db.execute("select * from region").fetchall()
    assert took < (time.perf_counter() - begun) / 2, "a part of what reading all of them takes"
