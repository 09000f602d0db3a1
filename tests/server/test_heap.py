"""What a hub holds in memory: one heap, and nothing of what only windows, forms and imports need."""

import subprocess
import sys
from pathlib import Path

import pytest

_HEAVY = """
import sys
from pathlib import Path
from fieldapp_server import commands, heap
from fieldapp_server.archive import open_archive
from fieldapp_server.certificate import certificate_fingerprint, own_certificate
from fieldapp_server.serving import hub_server
folder = Path(sys.argv[1])
if sys.argv[2] == "make":
    own_certificate(folder, "127.0.0.1")
else:
    with open_archive(folder) as archive:
        hub_server(archive)
        print(certificate_fingerprint(own_certificate(folder, "127.0.0.1")))
heavy = "lxml openpyxl pyxform pypinyin sqlglot httpx requests jinja2 PySide6 PIL cryptography.x509"
print([name for name in heavy.split() if name in sys.modules])
"""
_HEAPS = """
import re, sys, threading
from fieldapp_server.heap import share_heap
if sys.argv[1] == "shared":
    share_heap()
gate = threading.Barrier(4)
def take():
    held = [bytes(5000) for _ in range(200)]
    gate.wait()
threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
maps = [re.match("([0-9a-f]+)-([0-9a-f]+) (....)", line) for line in open("/proc/self/maps")]
# A heap of a thread is a reservation that fills up to the next 64 MB.
print(sum(m[3] == "---p" and int(m[2], 16) % (1 << 26) == 0 for m in maps))
"""


def run(code: str, *words: str) -> str:
    told = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


def test_a_hub_loads_nothing_that_only_windows_forms_and_imports_need(tmp_path: Path) -> None:
    assert run(_HEAVY, str(tmp_path), "make") == "['cryptography.x509']", "the control: making one needs it"
    fingerprint, heavy = run(_HEAVY, str(tmp_path), "run").splitlines()
    assert heavy == "[]"
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    from fieldapp.keys.devices import fingerprint as fingerprint_of

    made = x509.load_pem_x509_certificate((tmp_path / "hub.pem").read_bytes())
    assert fingerprint == fingerprint_of(made.public_bytes(Encoding.DER))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="heaps of threads are glibc's")
def test_the_threads_of_a_hub_share_a_heap() -> None:
    assert run(_HEAPS, "shared") == "0"
    assert int(run(_HEAPS, "apart")) > 0, "the control"
