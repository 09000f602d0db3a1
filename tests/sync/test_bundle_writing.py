"""Writing to a stick: whole parts or none, whatever happens to the stick, the worker's patience or the process."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections import namedtuple
from pathlib import Path
from random import Random
from typing import Any

import pytest

from fieldapp.errors import BundleError, UserError, VaultError
from fieldapp.store import open_vault
from fieldapp.store.doctor import examine
from fieldapp.store.files import attachments
from fieldapp.store.streams import digest
from fieldapp_sync.authority.pairing import bundle_recipient, trust
from fieldapp_sync.bundles import export_bundle, import_bundle, parts_of

VILLAGE = "990101001201"
PASSPHRASE = "four invented words here"


@pytest.fixture
def both(make_vault: Any, writer: Any) -> tuple[Any, Any]:
    """a has nine megabytes of photos for b: a bundle of three parts."""
    a, b = make_vault("a"), make_vault("b")
    trust(b, a.device.public)
    for number in range(3):
        ref = attachments.put(a, Random(number).randbytes(3_000_000))
        writer(a).add_household(str(number), photo=ref)
    return a, b


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def faults_of(vault: Any) -> list[str]:
    """What `vault doctor` finds wrong; photos that are still to come are no fault."""
    return [one.code for one in examine(vault) if one.code != "doctor.wanted"]


def files_on(stick: Path) -> list[str]:
    return sorted(path.name for path in stick.iterdir()) if stick.exists() else []


def test_progress_ends_at_the_whole_and_both_ways_never_step_back(both: Any, stick: Path) -> None:
    a, b = both
    for deed in ("export", "import"):
        told: list[tuple[int, int]] = []

        def note(done: int, total: int, told: list[tuple[int, int]] = told) -> None:
            told.append((done, total))

        if deed == "export":
            first = export_bundle(a, stick, bundle_recipient(b), progress=note)
        else:
            import_bundle(b, *parts_of(first), progress=note)
        done = [one for one, _ in told]
        assert done == sorted(done)
        assert len({total for _, total in told}) == 1
        assert told[-1][0] == told[-1][1] > 9_000_000
    assert len(parts_of(first)) == 3


def test_a_stopped_export_leaves_nothing_on_the_stick(both: Any, stick: Path) -> None:
    a, b = both
    seen: list[int] = []
    with pytest.raises(BundleError) as stopped:
        export_bundle(
            a,
            stick,
            bundle_recipient(b),
            progress=lambda done, _: seen.append(done),
            cancelled=lambda: bool(seen) and seen[-1] > 6_000_000,
        )
    assert stopped.value.code == "bundle.stopped"
    assert seen[-1] > 6_000_000
    assert files_on(stick) == []
    assert len(parts_of(export_bundle(a, stick, bundle_recipient(b)))) == 3


def test_a_stopped_import_keeps_what_came_and_goes_on_later(both: Any, stick: Path) -> None:
    a, b = both
    parts = parts_of(export_bundle(a, stick, bundle_recipient(b)))
    asked = iter(range(1_000))
    some = import_bundle(b, *parts, cancelled=lambda: next(asked) >= 4, receipt_to=stick)
    assert (some.cancelled, some.receipts) == (True, ())
    rest = import_bundle(b, *parts)
    assert (rest.cancelled, some.files + rest.files, rest.missing) == (False, 3, ())


def test_a_stick_that_becomes_full_takes_nothing_and_says_so(both: Any, stick: Path) -> None:
    """The process may write no file beyond a size, which a writer meets like a full stick: the second part fails."""
    a, b = both
    before = digest(a.ledger, VILLAGE)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(done: int, total: int) -> None:
        if done > 5_000_000:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, limits[1]))

    try:
        with pytest.raises(VaultError) as full:
            export_bundle(a, stick, bundle_recipient(b), progress=fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert full.value.code == "vault.disk_full"
    assert files_on(stick) == []
    assert digest(a.ledger, VILLAGE) == before
    assert faults_of(a) == []
    assert len(parts_of(export_bundle(a, stick, bundle_recipient(b)))) == 3


def test_a_stick_that_is_pulled_out_in_the_middle_is_told_and_the_vault_is_as_before(
    both: Any, stick: Path
) -> None:
    a, b = both

    def pull(done: int, total: int) -> None:
        if done > 5_000_000:
            shutil.rmtree(stick, ignore_errors=True)

    with pytest.raises(VaultError) as gone:
        export_bundle(a, stick, bundle_recipient(b), progress=pull)
    assert gone.value.code == "vault.no_folder"
    assert files_on(stick) == []
    assert faults_of(a) == []
    # In the middle of an import: what was taken in stays, the rest comes again.
    parts = parts_of(export_bundle(a, stick, bundle_recipient(b)))
    copies = [shutil.copy(part, stick.parent / part.name) for part in parts]
    size = sum(part.stat().st_size for part in parts)

    def pull_later(done: int, total: int) -> None:
        if done > size + 1_000_000:
            shutil.rmtree(stick, ignore_errors=True)

    with pytest.raises(UserError) as cut:
        import_bundle(b, *parts, progress=pull_later)
    assert cut.value.code == "bundle.unreadable"
    assert import_bundle(b, *copies).missing == ()
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


def test_a_stick_that_is_too_small_is_refused_before_the_first_byte(
    both: Any, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = both
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 2, 8_000_000))
    with pytest.raises(BundleError) as refused:
        export_bundle(a, stick, bundle_recipient(b))
    assert refused.value.code == "bundle.no_room"
    assert "8 MB free" in refused.value.sentence()
    assert files_on(stick) == []
    assert len(parts_of(export_bundle(a, stick, bundle_recipient(b), files=False))) == 1


def test_leftovers_of_a_killed_writing_are_swept_and_other_files_are_left_alone(
    both: Any, stick: Path
) -> None:
    a, b = both
    stick.mkdir()
    for name in (
        "bundle-0123abcd-00001-002.fab.part",
        "receipt-0123abcd-00001-002.fab.89abcdef.part",
        "holiday.part",
        "old-00001-001.fab",
    ):
        (stick / name).write_bytes(b"x")
    export_bundle(a, stick, bundle_recipient(b), files=False)
    assert [name for name in files_on(stick) if a.replica[:8] not in name] == [
        "holiday.part",
        "old-00001-001.fab",
    ]


_EXPORT = """
import sys
from pathlib import Path
from fieldapp.store import open_vault
from fieldapp_sync.bundles import export_bundle
vault = open_vault(Path(sys.argv[1]), sys.argv[2])
def show(done, total):
    print(done, flush=True)
export_bundle(vault, Path(sys.argv[3]), sys.argv[4], progress=show)
print("done", flush=True)
"""
_IMPORT = """
import sys
from pathlib import Path
from fieldapp.store import open_vault
from fieldapp_sync.bundles import taken_files, import_bundle
real = taken_files.PartialFiles.take
def telling(self, *rest):
    whole = real(self, *rest)
    print("piece", flush=True)
    return whole
taken_files.PartialFiles.take = telling
import_bundle(open_vault(Path(sys.argv[1]), sys.argv[2]), *map(Path, sys.argv[3:]))
print("done", flush=True)
"""


def killed_after(lines: int, script: str, *arguments: str) -> list[str]:
    """What the child told before it was killed, after that many lines."""
    child = subprocess.Popen([sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    told = [child.stdout.readline() for _ in range(lines)]
    os.kill(child.pid, signal.SIGKILL)
    told += child.stdout.readlines()
    child.stdout.close()
    child.wait()
    return told


@pytest.mark.parametrize("lines", [1, 5, 8])
def test_an_export_killed_in_the_middle_leaves_whole_parts_and_a_sound_vault(
    lines: int, both: Any, stick: Path
) -> None:
    a, b = both
    recipient, path = bundle_recipient(b), a.path
    a.close()
    assert "done\n" not in killed_after(lines, _EXPORT, str(path), PASSPHRASE, str(stick), recipient)
    whole = sorted(stick.glob("*.fab")) if stick.exists() else []
    if whole:
        cut = import_bundle(b, *whole)
        assert cut.missing[0].is_open
    with open_vault(path, PASSPHRASE) as again:
        assert faults_of(again) == []
        parts = parts_of(export_bundle(again, stick, recipient))
        assert not list(stick.glob("*.part"))
        import_bundle(b, *parts)
        assert digest(again.ledger, VILLAGE) == digest(b.ledger, VILLAGE)
        assert attachments.held(b) == attachments.held(again)


@pytest.mark.parametrize("lines", [1, 4, 8])
def test_an_import_killed_among_the_photos_keeps_its_pieces_and_goes_on(
    lines: int, both: Any, stick: Path
) -> None:
    a, b = both
    parts = parts_of(export_bundle(a, stick, bundle_recipient(b)))
    path = b.path
    b.close()
    killed_after(lines, _IMPORT, str(path), PASSPHRASE, *map(str, parts))
    with open_vault(path, PASSPHRASE) as again:
        assert faults_of(again) == []
        pieces = sum(1 for _ in path.with_suffix(".files").glob("parts/*/*/*"))
        whole = len(attachments.held(again))
        assert pieces + 7 * whole >= lines
        assert import_bundle(again, *parts).missing == ()
        assert attachments.held(again) == attachments.held(a)
        assert not list(path.with_suffix(".files").glob("parts/*/*/*"))
