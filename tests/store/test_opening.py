"""Opening a vault: who may, what is refused in a sentence, and that every refusal leaves the files as they are."""

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from fieldapp.errors import RegisterError, VaultError
from fieldapp.store import add_worker, create_vault, open_vault, recover_vault
from fieldapp.store.cipher import open_database, refuse_unsafe_sqlite
from fieldapp.store.doctor import examine
from fieldapp.store.keyfile import key_file_path, read_key_file
from fieldapp.store.records import count, record
from fieldapp.store.save import Change, save, seen_of

VILLAGE, OTHER_VILLAGE, PASSPHRASE = "990101001201", "990101001202", "four invented words here"
NAME = "欧阳测试甲"


def refusal(path, passphrase=PASSPHRASE, **options):
    with pytest.raises(VaultError) as refused:
        open_vault(path, passphrase, **options)
    assert refused.value.sentence()
    return refused.value.code


def hashes(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.endswith((".lock", "-shm", "-wal"))
    }


def closed(vault) -> Path:
    vault.close()
    return vault.path


def test_a_wrong_passphrase_is_refused_and_a_right_one_opens(vault):
    path = closed(vault)
    assert refusal(path, "four invented words hers") == "vault.wrong_passphrase"
    assert refusal(path, "") == "vault.wrong_passphrase"
    with open_vault(path, PASSPHRASE) as again:
        assert again.verify_passphrase(PASSPHRASE)
        assert not again.verify_passphrase("another")


def test_each_worker_opens_with_his_own_passphrase_and_sees_his_villages(vault, a_household):
    home = a_household(vault, NAME)
    add_worker(vault, "helper", "other words", role="helper", scopes=(OTHER_VILLAGE,))
    with pytest.raises(Exception, match="not one of yours"):
        add_worker(vault, "wide", "words", role="helper", scopes=("9902",))
    path = closed(vault)
    with open_vault(path, "other words") as helper:
        assert (helper.worker.name, helper.worker.scopes) == ("helper", (OTHER_VILLAGE,))
        assert record(helper, "household", home.household) is None
    assert refusal(path, "other words", worker="worker a") == "vault.wrong_passphrase"
    assert refusal(path, worker="nobody") == "vault.unknown_worker"


def test_the_recovery_key_gives_a_worker_a_new_passphrase(tmp_path, pack):
    path = tmp_path / "r.vault"
    with create_vault(path, PASSPHRASE, worker="w", role="r", scopes=(VILLAGE,), packs=(pack,)) as made:
        recovery = made.recovery_key
    assert len(recovery) == 39
    recover_vault(path, recovery.lower(), worker="w", passphrase="new words")
    assert refusal(path) == "vault.wrong_passphrase"
    open_vault(path, "new words").close()
    with pytest.raises(VaultError):
        recover_vault(
            path, "A" + recovery[1:] if recovery[0] != "A" else "B" + recovery[1:], worker="w", passphrase="x"
        )


def test_a_second_window_on_the_vault_is_refused_and_the_first_goes_on(vault, a_household):
    assert refusal(vault.path) == "vault.in_use"
    a_household(vault, NAME)
    with vault.sibling() as other_thread:
        assert count(other_thread, "household") == 1
    open_vault(closed(vault), PASSPHRASE).close()


def test_the_lock_of_a_killed_process_is_free(vault):
    path = closed(vault)
    program = (
        "import sys; from pathlib import Path; from fieldapp.store import open_vault\n"
        "v = open_vault(Path(sys.argv[1]), sys.argv[2]); print('UP', flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(path), PASSPHRASE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert child.stdout.readline() == b"UP\n"
        assert refusal(path) == "vault.in_use"
    finally:
        child.kill()
        child.communicate()
    open_vault(path, PASSPHRASE).close()


def test_a_vault_of_a_newer_version_is_refused_and_not_touched(vault):
    vault.ledger.set_meta("format", "99")
    vault.db.execute("pragma wal_checkpoint(truncate)")
    path = closed(vault)
    before = hashes(path.parent)
    assert refusal(path) == "vault.newer"
    assert hashes(path.parent) == before


def test_a_missing_vault_key_file_or_a_damaged_one_is_said(vault):
    path = closed(vault)
    assert refusal(path.with_name("other.vault")) == "vault.missing"
    keys = key_file_path(path)
    kept = keys.read_bytes()
    keys.write_bytes(kept[: len(kept) // 2])
    assert refusal(path) == "vault.keys_damaged"
    keys.write_bytes(json.dumps({"format": 99}).encode())
    assert refusal(path) == "vault.newer"
    keys.unlink()
    assert refusal(path) == "vault.no_keys"
    keys.write_bytes(kept)
    open_vault(path, PASSPHRASE).close()


def read_all(vault):
    for table in ("household", "person", "tail", "segment"):
        vault.db.execute(f"select * from {table}").fetchall()


def test_a_damaged_page_is_said_when_it_is_met_and_found_by_the_doctor(vault, a_household):
    for at in range(200):
        a_household(vault, NAME, number=f"H{at}")
    vault.db.execute("pragma wal_checkpoint(truncate)")
    assert examine(vault) == (), "the control: a whole vault has no finding"
    path = closed(vault)
    size = path.stat().st_size
    with path.open("r+b") as file:
        for page in range(120, size // 4096, 3):
            file.seek(page * 4096 + 100)
            file.write(b"\x00" * 16)
    with open_vault(path, PASSPHRASE) as broken:
        with pytest.raises(VaultError) as refused:
            read_all(broken)
        assert refused.value.code == "vault.damaged"
        assert "doctor" in refused.value.sentence()
    with open_vault(path, PASSPHRASE) as broken:
        found = examine(broken)
        assert "doctor.page" in {finding.code for finding in found}
        structure = [finding.sentence() for finding in found if finding.code == "doctor.structure"]
        assert len(structure) == 1
        assert len(structure[0].splitlines()) == 1, "a sentence, not the whole list of SQLite"


def test_a_damaged_first_page_is_said(vault):
    path = closed(vault)
    with path.open("r+b") as file:
        file.seek(200)
        file.write(b"\xff" * 64)
    assert refusal(path) == "vault.damaged"
    path.write_bytes(b"this is no database at all" * 400)
    assert refusal(path) == "vault.damaged"


def test_a_full_disk_loses_nothing_that_was_saved(vault, a_household):
    kept = a_household(vault, NAME)
    # The ceiling stands for the disk's end: SQLite answers both with SQLITE_FULL and has already rolled back.
    vault.db.execute("pragma max_page_count = 1").fetchone()
    with pytest.raises(VaultError) as refused:
        [a_household(vault, NAME * 20, number=f"H{at}") for at in range(400)]
    assert refused.value.code == "vault.disk_full"
    assert not vault.db.conn.in_transaction
    saved = count(vault, "household")
    vault.db.execute("pragma max_page_count = 1000000").fetchone()
    assert record(vault, "household", kept.household) is not None
    a_household(vault, NAME, number="after")
    assert count(vault, "household") == saved + 1
    assert examine(vault) == ()


_FULL = """
import resource, signal, sys
from pathlib import Path
from fieldapp.errors import VaultError
from fieldapp.store import open_vault
from fieldapp.store.files.attachments import put
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
vault = open_vault(Path(sys.argv[1]), sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    put(vault, b"x" * 200_000)
except VaultError as refused:
    print(refused.code)
"""


@pytest.mark.skipif(os.name == "nt", reason="file size limits are POSIX")
def test_a_photo_that_does_not_fit_on_the_disk_is_refused_and_leaves_no_half_file(vault):
    path = closed(vault)
    told = subprocess.run(
        [sys.executable, "-c", _FULL, str(path), PASSPHRASE], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "vault.disk_full"
    with open_vault(path, PASSPHRASE) as again:
        assert again.db.execute("select count(*) from attachment").fetchone()[0] == 0


@pytest.fixture
def read_only_folder(tmp_path):
    """A read-only mount of a folder; skipped where this system does not let us mount."""
    folder = tmp_path / "medium"
    folder.mkdir()
    mounted = (
        subprocess.run(["mount", "--bind", str(folder), str(folder)], capture_output=True)
        if shutil.which("mount")
        else None
    )
    if mounted is None or mounted.returncode:
        pytest.skip("no right to mount here")

    def seal():
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)

    yield folder, seal
    subprocess.run(["umount", str(folder)], check=True)


def test_a_read_only_medium_is_said(read_only_folder, pack):
    folder, seal = read_only_folder
    path = folder / "v.vault"
    create_vault(path, PASSPHRASE, worker="w", role="r", scopes=(VILLAGE,), packs=(pack,)).close()
    seal()
    assert refusal(path) == "vault.read_only"


def test_an_unsafe_sqlite_is_refused():
    for version in ("3.40.1", "3.51.2", "3.7.0"):
        with pytest.raises(VaultError) as refused:
            refuse_unsafe_sqlite(version)
        assert version in refused.value.sentence()
    refuse_unsafe_sqlite("3.51.3")
    refuse_unsafe_sqlite("3.53.4")


def test_no_name_stands_in_plaintext_in_any_file(vault, a_household, tmp_path):
    home = a_household(vault, NAME)
    from fieldapp.store.files.attachments import put

    put(vault, NAME.encode() * 50)
    numbered = Change("person", home.people[0], "set", {"id_no": "990101198001011234"})
    save(vault, VILLAGE, "edit", [numbered], seen=seen_of(vault, VILLAGE))
    folder = vault.path.parent
    found = [file for file in folder.rglob("*") if file.is_file()]
    assert {file.suffix for file in found} >= {".vault", ".vault-wal", ".keys"}
    for secret in (NAME.encode(), b"990101198001011234", PASSPHRASE.encode(), vault.file_key):
        assert [file.name for file in found if secret in file.read_bytes()] == []
    # The control: the same rows in a database without a key do show.
    import sqlite3

    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("create table person (name)")
    plain.execute("insert into person values (?)", [NAME])
    plain.commit()
    plain.close()
    assert NAME.encode() in (tmp_path / "plain.db").read_bytes()


def test_a_copy_in_another_place_writes_under_a_new_name(vault, a_household, tmp_path):
    a_household(vault, NAME)
    old = vault.replica
    path = closed(vault)
    shutil.copytree(path.parent, tmp_path / "copy")
    with open_vault(path, PASSPHRASE) as same:
        assert same.replica == old
    with open_vault(tmp_path / "copy" / path.name, PASSPHRASE) as copy:
        assert copy.replica != old
        assert count(copy, "household") == 1


def test_nobody_takes_the_name_of_another_worker_or_none(vault):
    before = read_key_file(vault.path)
    for name, code in (("worker a", "worker.exists"), (" ", "worker.no_name")):
        with pytest.raises(RegisterError) as refused:
            add_worker(vault, name, "other words", role="helper", scopes=(VILLAGE,))
        assert refused.value.code == code
    with pytest.raises(RegisterError) as refused:
        add_worker(vault, "b", "words", role="department", scopes=(VILLAGE,), sections=("nonsense",))
    assert refused.value.code == "worker.no_section"
    assert read_key_file(vault.path) == before


def test_the_database_does_not_open_without_the_right_key(vault):
    path = closed(vault)
    with pytest.raises(VaultError) as refused:
        open_database(path, bytes(32))
    assert refused.value.code == "vault.damaged"


def test_the_key_file_is_replaced_whole(vault, monkeypatch):
    before = read_key_file(vault.path)
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(VaultError) as refused:
        add_worker(vault, "helper", "other words", role="helper", scopes=(VILLAGE,))
    assert refused.value.code == "vault.disk_full"
    assert read_key_file(vault.path) == before
    assert vault.db.execute("select count(*) from worker").fetchone()[0] == 1
