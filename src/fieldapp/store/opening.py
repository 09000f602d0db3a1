"""Making, opening and recovering a vault: key file, lock, database, packs, and a new replica name for a copy."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.domain.roles import role as role_named
from fieldapp.errors import VaultError
from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.wraps import new_file_key, new_recovery_key
from fieldapp.packs import joined_dictionary, resolve_packs
from fieldapp.store.cipher import open_database
from fieldapp.store.copies import epochs
from fieldapp.store.expiry import expiry, refuse_expired, refuse_past_day, set_first_day
from fieldapp.store.faults import telling_faults
from fieldapp.store.files.attachments import folder_of
from fieldapp.store.finding.waiting_rows import index_waiting
from fieldapp.store.granting import refuse_more_rights, write_sample
from fieldapp.store.keyfile import KeyFile, key_file_path, newer_vault, read_key_file, write_key_file
from fieldapp.store.lock import VaultLock
from fieldapp.store.migrations import MIGRATIONS, format_of, migrate
from fieldapp.store.refusals import (
    empty_passphrase,
    no_sample,
    refuse_wrong_name,
    refuse_wrong_sections,
    unknown_worker,
    vault_exists,
)
from fieldapp.store.replacing import make_folder
from fieldapp.store.striking import settle
from fieldapp.store.upgrading import keep_packs, kept_places, places_of, refuse_full_index
from fieldapp.store.vault import (
    Session,
    Vault,
    Worker,
    now_ms,
    read_worker,
    refuse_wrong_scopes,
    write_worker,
)

if TYPE_CHECKING:
    from sqlite_utils import Database


def create_vault(
    path: Path,
    passphrase: str,
    *,
    worker: str,
    role: str,
    scopes: tuple[str, ...],
    packs: Sequence[Path | str],
    clock: Callable[[], int] = now_ms,
    escrow_recovery: bool = True,
    expires_on: str = "",
    sections: tuple[str, ...] = (),
    helper: str = "",
    sample: Sequence[str] = (),
) -> Vault:
    """A new vault at `path` (`name.vault`) with its key file. Its `recovery_key` is shown once and kept nowhere.

    `expires_on` is the last day it can be read; `sections` those of a department's trade, `helper` the record of a
    household helper, `sample` the households an evaluator drew (ids).

    Raises VaultError vault.exists, vault.empty_passphrase; RegisterError register.bad_scope, expiry.bad_day,
    expiry.past_day, role.no_sample, worker.no_name, worker.no_section; PackError for a pack that cannot be read.
    """
    if path.exists() or key_file_path(path).exists():
        raise vault_exists(path)
    own = Worker(worker, role, tuple(scopes), tuple(sections), helper)
    refuse_wrong_scopes(own.scopes)
    refuse_wrong_name(worker, ())
    if expires_on:
        refuse_past_day(expires_on, clock())
    if role_named(role).reach == "sample" and not any(household.strip() for household in sample):
        raise no_sample()
    if not passphrase:
        raise empty_passphrase()
    resolved = resolve_packs(packs)
    refuse_wrong_sections(joined_dictionary(resolved), own.sections)
    make_folder(path.parent)
    with _all_or_nothing(path, VaultLock(path)) as lock:
        file_key = new_file_key()
        recovery = new_recovery_key() if escrow_recovery else ""
        keys = KeyFile().with_worker(worker, file_key, passphrase)
        write_key_file(path, keys.with_escrow(file_key, recovery) if recovery else keys)
        kept = keep_packs(path, resolved)
        session = Session(path, file_key, own, kept, joined_dictionary(kept), clock)
        device = DeviceKey.generate()
        vault = Vault(session, open_database(path, file_key), epochs.new_replica(device), lock)
        try:
            _found(vault, device, expires_on, sample)
        except BaseException:
            vault.db.close()
            raise
    vault.recovery_key = recovery
    return vault


def open_vault(
    path: Path,
    passphrase: str,
    *,
    worker: str | None = None,
    clock: Callable[[], int] = now_ms,
    to_hand_over: bool = False,
) -> Vault:
    """Open as `worker`, or as whoever has this passphrase. `to_hand_over` opens a vault past its last day too, to be
    synced and nothing else: then nothing in it is read. Raises VaultError: missing, in_use, wrong_passphrase,
    unknown_worker, expired, newer, damaged, no_keys, keys_damaged, read_only, unsafe_sqlite."""
    if not path.exists():
        raise VaultError(
            "vault.missing", "There is no vault at {path}. Check the name and the folder.", path=path
        )
    name, file_key = read_key_file(path).unlock(passphrase, worker)
    lock = VaultLock(path)
    try:
        return _open(path, file_key, name, clock, lock, to_hand_over)
    except BaseException:
        lock.release()
        raise


def recover_vault(
    path: Path,
    recovery_key: str,
    *,
    worker: str,
    passphrase: str,
    expires_on: str = "",
    clock: Callable[[], int] = now_ms,
) -> None:
    """Give a worker a new passphrase with the recovery key, and the vault a new last day where one is named.

    Raises VaultError wrong_passphrase, no_escrow, in_use; RegisterError expiry.bad_day, expiry.past_day.
    """
    if expires_on:
        refuse_past_day(expires_on, clock())
    keys = read_key_file(path)
    file_key = keys.recover(recovery_key)
    if worker not in keys.wraps:
        raise unknown_worker(worker)
    lock = VaultLock(path)
    try:
        if expires_on:
            with _open(path, file_key, worker, clock, None, True) as vault, vault.transaction():
                at = vault.ledger.tick(vault.clock())
                set_first_day(vault.ledger, expires_on, by="escrow", at=at)
        write_key_file(path, keys.with_worker(worker, file_key, passphrase))
    finally:
        lock.release()


def add_worker(
    vault: Vault,
    name: str,
    passphrase: str,
    *,
    role: str,
    scopes: tuple[str, ...],
    sections: tuple[str, ...] = (),
    helper: str = "",
) -> None:
    """Let one more worker into this vault, within the scopes of who adds; nobody gives a right he has not himself.

    Raises RegisterError role.not_allowed, role.evaluator_alone, worker.exists (his passphrase stays his own) and as
    `create_vault`; VaultError.
    """
    refuse_more_rights(vault, role)
    refuse_wrong_scopes(scopes)
    refuse_wrong_name(name, read_key_file(vault.path).wraps)
    refuse_wrong_sections(vault.dictionary, sections)
    for scope in scopes:
        vault.refuse_foreign(scope)
    if not passphrase:
        raise empty_passphrase()
    with vault.transaction():
        write_worker(vault.db, Worker(name, role, scopes, sections, helper))
        write_key_file(vault.path, read_key_file(vault.path).with_worker(name, vault.file_key, passphrase))


def _open(
    path: Path,
    file_key: bytes,
    name: str,
    clock: Callable[[], int],
    lock: VaultLock | None,
    to_hand_over: bool,
) -> Vault:
    db = open_database(path, file_key)
    try:
        if format_of(db) > len(MIGRATIONS):
            raise newer_vault()
        with telling_faults():
            migrate(db)
        packs = resolve_packs(_pack_places(path, db))
        session = Session(path, file_key, read_worker(db, name), packs, joined_dictionary(packs), clock)
        vault = Vault(session, db, "", lock)
        with telling_faults():
            vault.ledger.prepare()
            with vault.transaction():
                vault.ledger.replica = epochs.enter(vault.ledger, path)
            epochs.witness(vault.ledger, path)
            settle(vault.ledger, folder_of(vault))
            index_waiting(vault.ledger)
        if not to_hand_over:
            refuse_expired(vault)
        elif expiry(vault).state == "past":
            vault.work_with(replace(session, worker=replace(session.worker, role="")))
    except BaseException:
        db.close()
        raise
    return vault


@contextmanager
def _all_or_nothing(path: Path, lock: VaultLock) -> Iterator[VaultLock]:
    """Nothing was at this path before: half a vault must not keep the worker from trying again."""
    try:
        yield lock
    except BaseException:
        for made in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            made.unlink(missing_ok=True)
        key_file_path(path).unlink(missing_ok=True)
        lock.release()
        raise


def _found(vault: Vault, device: DeviceKey, expires_on: str, sample: Sequence[str]) -> None:
    with telling_faults():
        vault.ledger.prepare()
        index_waiting(vault.ledger)
        refuse_full_index(vault)
        with vault.transaction():
            write_worker(vault.db, vault.worker)
            at = vault.ledger.tick(vault.clock())
            if expires_on:
                set_first_day(vault.ledger, expires_on, by="creation", at=at)
            write_sample(vault, sample)
            for key, value in {
                "packs": places_of(vault.path, vault.packs),
                "device_key": device.private.hex(),
                "replica": vault.replica,
                "home": epochs.home_of(vault.path),
                "epoch": "1",
            }.items():
                vault.ledger.set_meta(key, value)
        epochs.witness(vault.ledger, vault.path)


def _pack_places(path: Path, db: "Database") -> list[Path | str]:
    row = db.execute("select value from meta where key = 'packs'").fetchone()
    return kept_places(path, row[0] if row else "[]")
