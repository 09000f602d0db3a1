"""Files that nothing names go in the end; whatever a commit or a draft ever named stays."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fieldapp.store import Vault
from fieldapp.store.backup import backup
from fieldapp.store.doctor import examine
from fieldapp.store.drafts import delete_draft, open_draft, put_answer
from fieldapp.store.files import attachments
from fieldapp.store.files.attachments import files_path
from fieldapp.store.files.sweeping import KEPT_DAYS, sweep_files
from fieldapp.store.files.thumbnails import keep_thumb
from fieldapp.store.save import Change, save, seen_of

VILLAGE = "990101001201"
DAY = 86_400


def aged(vault: Vault, ref: str, days: int) -> Path:
    """The file of a reference, made that old; nobody of this session brought it."""
    path = next(files_path(vault.path).glob(f"*/{ref.removeprefix('sha256:')}"))
    at = vault.clock() / 1000 - days * DAY
    os.utime(path, (at, at))
    vault.session.brought.clear()
    return path


@pytest.fixture
def photo(vault: Vault) -> str:
    return attachments.put(vault, b"an invented picture")


def test_a_photo_that_nothing_names_goes_after_its_days(vault: Vault, photo: str) -> None:
    path = aged(vault, photo, KEPT_DAYS - 1)
    assert sweep_files(vault) == 0
    path = aged(vault, photo, KEPT_DAYS + 1)
    assert sweep_files(vault) == 1
    assert not path.exists()
    assert (attachments.held(vault), examine(vault)) == ((), ())


def test_a_photo_of_a_draft_stays_until_the_draft_is_gone(
    vault: Vault, a_household: Callable[..., object], photo: str
) -> None:
    a_household(vault, "张三")
    draft = open_draft(vault, "visit", "1", VILLAGE)
    put_answer(vault, draft, "/data/photo", photo)
    aged(vault, photo, KEPT_DAYS + 1)
    assert sweep_files(vault) == 0
    delete_draft(vault, draft)
    assert sweep_files(vault) == 1


def test_a_photo_that_a_record_no_longer_names_stays_for_who_undoes(
    vault: Vault, a_household: Callable[..., Any], photo: str
) -> None:
    home = a_household(vault, "张三").household
    for value in (photo, None):
        changes = [Change("household", home, "set", {"photos": value})]
        save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))
    aged(vault, photo, 10 * KEPT_DAYS)
    assert sweep_files(vault) == 0
    assert attachments.held(vault) == (photo,)


def test_a_photo_that_was_chosen_just_now_stays_however_old_its_file_is(vault: Vault, photo: str) -> None:
    path = aged(vault, photo, KEPT_DAYS + 1)
    before = path.stat().st_mtime
    attachments.put(vault, b"an invented picture")
    assert path.stat().st_mtime > before
    assert sweep_files(vault) == 0


def test_a_backup_leaves_out_what_nothing_names(vault: Vault, photo: str, tmp_path: Path) -> None:
    path = aged(vault, photo, KEPT_DAYS + 1)
    backup(vault, tmp_path / "a.backup")
    assert not path.exists()


def test_what_a_power_cut_left_of_a_file_goes_and_what_is_being_written_stays(
    vault: Vault, photo: str
) -> None:
    path = aged(vault, photo, 0)
    torn, fresh = (path.with_name(f"{path.name}.{mark}.part") for mark in ("0a0a0a0a", "0b0b0b0b"))
    for one in (torn, fresh):
        one.write_bytes(b"half")
    at = vault.clock() / 1000 - 2 * DAY
    os.utime(torn, (at, at))
    sweep_files(vault)
    assert (torn.exists(), fresh.exists(), path.exists()) == (False, True, True)


def test_a_file_goes_with_its_thumbnail(vault: Vault, photo: str) -> None:
    folder, digest = attachments.folder_of(vault), photo.removeprefix("sha256:")
    assert keep_thumb(vault.ledger, folder, digest, b"\xff\xd8\xffsmall")
    aged(vault, photo, KEPT_DAYS + 1)
    assert sweep_files(vault) == 1
    assert folder.read_thumbnail(digest) is None
    assert vault.db.execute("select count(*) from thumbnail").fetchone() == (0,)
