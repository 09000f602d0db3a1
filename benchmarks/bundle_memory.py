"""Memory and time of a USB bundle: 200 MB of photos written to a folder and taken in again, each in a process of its own.

    python benchmarks/bundle_memory.py [--megabytes 200] [--households 2000]

Prints for each side the peak of resident memory (VmHWM, interpreter and vault included), the time and MB/s, and whether
every photo came whole. The bar is 100 MB a side. Unlocking a vault takes 64 MB for a moment (Argon2id), so the peak is
counted from when it is open; the peak of opening stands beside it.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any

VILLAGE = "990101001201"
PASSPHRASE = "four invented words here"
PHOTO_BYTES = 4_000_000
BAR_MB = 100


def make(path: Path, name: str) -> Any:
    """A new vault of one village."""
    from fieldapp.store import create_vault

    return create_vault(
        path,
        PASSPHRASE,
        worker=name,
        role="collector",
        scopes=(VILLAGE,),
        packs=["cn-base"],
        escrow_recovery=False,
    )


def fill(vault: Any, megabytes: int, households: int) -> None:
    """Invented households, the first of them with a photo each."""
    from fieldapp.store.files import attachments
    from fieldapp.store.save import Change, save, seen_of

    photos = max(1, megabytes * 1_000_000 // PHOTO_BYTES)
    for number in range(max(households, photos)):
        values: dict[str, str | int | None] = {"household_no": str(number)}
        if number < photos:
            values["photo"] = attachments.put(vault, Random(number).randbytes(PHOTO_BYTES))
        save(
            vault,
            VILLAGE,
            "edit",
            [Change("household", None, "add", values)],
            seen=seen_of(vault, VILLAGE),
        )


def side(deed: str, path: str, *rest: str) -> None:
    """One side, in this process; prints a JSON line."""
    from fieldapp.store import open_vault
    from fieldapp.store.files import attachments
    from fieldapp_sync.bundles import export_bundle, import_bundle, parts_of

    with open_vault(Path(path), PASSPHRASE) as vault:
        before, started = peak_mb(), time.perf_counter()
        # Linux forgets the peak so far and counts from what is resident now.
        Path("/proc/self/clear_refs").write_text("5")
        if deed == "export":
            parts = parts_of(export_bundle(vault, Path(rest[0]), rest[1]))
            told: dict[str, Any] = {"parts": len(parts), "bytes": sum(one.stat().st_size for one in parts)}
        else:
            files = sorted(Path(rest[0]).glob("*.fab"))
            taken = import_bundle(vault, *files)
            told = {"applied": taken.applied, "files": taken.files, "missing": len(taken.missing)}
            told["held"] = len(attachments.held(vault))
        told |= {"seconds": round(time.perf_counter() - started, 1), "peak_mb": peak_mb(), "open_mb": before}
    print(json.dumps(told))


def peak_mb() -> float:
    """The most memory this process has had resident, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return round(int(line.split()[1]) / 1000, 1)
    return 0.0


def measure(megabytes: int, households: int) -> int:
    """Both sides; 0 when both stay below the bar and all came."""
    from fieldapp_sync.authority.pairing import bundle_recipient, trust

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        a, b = folder / "a" / "a.vault", folder / "b" / "b.vault"
        with make(a, "a") as giver, make(b, "b") as taker:
            fill(giver, megabytes, households)
            trust(taker, giver.device.public)
            recipient = bundle_recipient(taker)
        stick = str(folder / "stick")
        out = _told("export", str(a), stick, recipient)
        back = _told("import", str(b), stick)
        again = _told("import", str(b), stick)
    size = out["bytes"] / 1_000_000
    print(f"{size:.0f} MB in {out['parts']} parts, {back['applied']} commits, {back['files']} photos")
    for name, one in (("export", out), ("import", back), ("import again", again)):
        print(
            f"{name:13} peak {one['peak_mb']:6.1f} MB (to open the vault {one['open_mb']:5.1f})  "
            f"{one['seconds']:5.1f} s  {size / max(one['seconds'], 0.1):5.0f} MB/s"
        )
    whole = back["missing"] == 0 and back["files"] == back["held"]
    return 0 if whole and max(one["peak_mb"] for one in (out, back, again)) <= BAR_MB else 1


def _told(*arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, __file__, "--side", *arguments], capture_output=True, text=True, check=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def main() -> int:
    """Measure, or be one side of it."""
    if sys.argv[1:2] == ["--side"]:
        side(*sys.argv[2:])
        return 0
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--megabytes", type=int, default=200)
    arguments.add_argument("--households", type=int, default=2_000)
    given = arguments.parse_args()
    return measure(given.megabytes, given.households)


if __name__ == "__main__":
    sys.exit(main())
