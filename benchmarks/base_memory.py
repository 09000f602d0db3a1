"""Peak memory of hub and laptop when a new laptop starts from a base, for villages of 10,000 and 40,000 households.

`python benchmarks/base_memory.py [households …]`. A hub process takes all the households from one laptop, makes the base
and gives it to another; each laptop is a process of its own. Budget: at most 100 MB a side, and no more for the larger
village; at most 1.2 MB for 10,000 households.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from new_laptop import SCOPE, a_household
from sync_gauges import peak_mb
from sync_ours import COUNTY, running_hub
from sync_pack import write_pack

from fieldapp.store import Vault, create_vault
from fieldapp.store.save import Change, save
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.bases.bootstrap import take
from fieldapp_sync.rounds.round import sync_once

_AT_ONCE = 500


def main() -> None:
    """One village after another, or a laptop where the first word says so."""
    if sys.argv[1:2] in (["fill"], ["take"]):
        as_laptop(*sys.argv[1:])
        return
    for count in [int(word) for word in sys.argv[1:]] or [10_000, 40_000]:
        measure(count)


def measure(count: int) -> None:
    """One village on a new hub: a JSON line."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        pack = write_pack(folder)
        hub = stack.enter_context(running_hub(folder / "hub", pack))
        told: dict[str, object] = {"households": count, "hub_started_mb": round(hub.peak_mb(), 1)}
        for who in ("fill", "take"):
            hub.forget_peak()
            words = [who, str(folder / who), str(pack), hub.url, hub.code(), hub.fingerprint, str(count)]
            child = subprocess.run([sys.executable, __file__, *words], stdout=subprocess.PIPE, check=True)
            told[who] = {**json.loads(child.stdout), "hub_mb": round(hub.peak_mb(), 1)}
        print(json.dumps(told), flush=True)


def as_laptop(who: str, folder: str, pack: str, url: str, code: str, pin: str, count: str) -> None:
    """Fill a village and send it, or begin it from the hub's base; a JSON line of what it took."""
    place = Path(folder) / "laptop.vault"
    place.parent.mkdir()
    with create_vault(
        place,
        "a passphrase",
        worker=who,
        role="collector",
        scopes=(COUNTY,),
        packs=[Path(pack)],
        escrow_recovery=False,
    ) as vault:
        pair(vault, url, code, pin=pin)
        if who == "fill":
            _fill(vault, int(count))
        connection = connect(vault)
        Path("/proc/self/clear_refs").write_text("5")
        started, done = time.perf_counter(), [0]
        if who == "fill":
            sync_once(vault, connection)
        else:
            begun = take(vault, connection, SCOPE, date(2026, 6, 1), lambda at, _: done.append(at))
            assert begun is not None
            assert begun.rows == int(count)
        seconds = round(time.perf_counter() - started, 1)
        print(json.dumps({"mb": round(peak_mb(), 1), "bytes": done[-1], "seconds": seconds}))
        connection.close()


def _fill(vault: Vault, count: int) -> None:
    chance = random.Random(1)
    for start in range(0, count, _AT_ONCE):
        with vault.transaction():
            for at in range(start, min(start + _AT_ONCE, count)):
                change = Change("household", None, "add", a_household(at, chance))
                save(vault, SCOPE, "edit", [change], seen={})


if __name__ == "__main__":
    main()
