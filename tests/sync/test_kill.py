"""A process killed in the middle of taking in: what it had acknowledged is there, the rest comes again."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fieldapp.store import open_vault
from fieldapp.store.doctor import examine
from fieldapp_sync.authority.pairing import bundle_recipient, trust
from fieldapp_sync.bundles import export_bundle, import_bundle

PASSPHRASE = "four invented words here"

# A line on stdout is an acknowledgement: that many commits are durable. The parent kills after some of them.
_IMPORT = """
import sys
from pathlib import Path
from fieldapp.store import open_vault
from fieldapp_sync import bundles
from fieldapp_sync.bundles import taken_segments
vault = open_vault(Path(sys.argv[1]), sys.argv[2])
real = taken_segments.receive
def telling(ledger, segment):
    received = real(ledger, segment)
    print(segment.last, flush=True)
    return received
taken_segments.receive = telling
bundles.import_bundle(vault, Path(sys.argv[3]))
print("done", flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 3, 6])
def test_an_import_killed_in_the_middle_loses_nothing_and_goes_on(
    acknowledged: int,
    make_vault: Any,
    writer: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shown: Callable[[Any], Any],
) -> None:
    a = make_vault("a")
    for number in range(150):
        writer(a).add_household(str(number), address=f"{number} " * 30)
    monkeypatch.setattr("fieldapp_sync.bundles.outgoing.SEGMENT_BYTES", 1500)
    fresh = make_vault("c")
    file = export_bundle(a, tmp_path, bundle_recipient(fresh))
    trust(fresh, a.device.public)
    path = fresh.path
    fresh.close()
    child = subprocess.Popen(
        [sys.executable, "-c", _IMPORT, str(path), PASSPHRASE, str(file)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    told = [child.stdout.readline() for _ in range(acknowledged)]
    os.kill(child.pid, signal.SIGKILL)
    told += child.stdout.readlines()
    child.stdout.close()
    child.wait()
    numbers = [int(line) for line in told if line.strip().isdigit()]
    assert "done\n" not in told
    with open_vault(path, PASSPHRASE) as again:
        held = again.db.execute("select count(*) from household").fetchone()[0]
        assert numbers[-1] <= held < 150
        assert examine(again) == ()
        assert import_bundle(again, file).applied == 150 - held
        assert shown(again) == shown(a)
