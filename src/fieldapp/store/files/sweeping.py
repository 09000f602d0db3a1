"""Photos and files that nothing names any more: a picture taken again, a draft thrown away. Their bytes go in the end.

The rule it holds: what a commit ever named stays, for it may be undone or asked for by another computer; what a draft
names stays; and what is younger than `KEPT_DAYS` stays, for it may be about to be named.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from fieldapp.store import log
from fieldapp.store.files.attachments import PREFIX, files_path
from fieldapp.store.growing.base import files_in_base

if TYPE_CHECKING:
    from pathlib import Path

    from fieldapp.store.vault import Vault

KEPT_DAYS = 30
_DAY_MS = 86_400_000
_NAMED = re.compile(rb"sha256:([0-9a-f]{64})")
_FILE = re.compile(r"[0-9a-f]{64}")


def sweep_files(vault: "Vault") -> int:
    """Take away the files that nothing names and that are old; returns how many. Reads the log where there are any."""
    sweep_torn(files_path(vault.path), vault.clock())
    old = _old_files(vault)
    for named in _named(vault):
        if not old:
            return 0
        old.pop(named, None)
    taken = 0
    for digest, path in old.items():
        with vault.transaction():
            vault.db.execute("delete from attachment where sha256 = ?", [digest])
        try:
            path.unlink()
            path.with_name(f"{path.name}.thumb").unlink(missing_ok=True)
        except OSError:
            continue  # Another program holds it; the next sweep finds it again.
        taken += 1
    return taken


def sweep_torn(folder: "Path", now_ms: int) -> None:
    """Take away what a power cut left of files that were being written a day ago or longer."""
    for path in folder.glob("*/*.part"):
        with suppress(OSError):
            if path.is_file() and path.stat().st_mtime * 1000 < now_ms - _DAY_MS:
                path.unlink()


def _old_files(vault: "Vault") -> "dict[str, Path]":
    """The files of the vault's folder that lay there for long, by digest."""
    since = vault.clock() - KEPT_DAYS * _DAY_MS
    found = {}
    for path in files_path(vault.path).glob("*/*"):
        if _FILE.fullmatch(path.name) and path.stat().st_mtime * 1000 < since:
            found[path.name] = path
    return found


def _named(vault: "Vault") -> Iterator[str]:
    """Every digest that something names, what is quickly asked first."""
    yield from (ref.removeprefix(PREFIX) for _, ref in vault.session.brought)
    # A log loses its oldest lines in time; where a record named a file stays known.
    yield from (row[0] for row in vault.db.execute("select sha256 from attachment_place").fetchall())
    for (value,) in vault.db.execute(
        "select value from draft_answer where instr(value, 'sha256:')"
    ).fetchall():
        yield from _in(value.encode())
    yield from (digest for digest, _, _ in files_in_base(vault.db))
    for (number,) in vault.db.execute("select n from stream").fetchall():
        for _, line in log.lines_after(vault.db, number, 0):
            yield from _in(line)


def _in(line: bytes) -> Iterator[str]:
    return (found.decode() for found in _NAMED.findall(line))
