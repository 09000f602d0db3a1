"""A process killed before any write of an arriving file: what it acknowledged is there, no half file is ever shown."""

import json
import subprocess
import sys
from pathlib import Path

# Each step is a process of its own that dies before its n-th fsync, rename or removal; then the next one goes on.
_KILLS = """
import json, os, shutil, signal, sys
from hashlib import sha256
from pathlib import Path
from fieldapp.errors import RegisterError
from fieldapp.store.files.attachment_folder import AttachmentFolder
from fieldapp.store.files.file_chunks import GRID, missing_ranges
from fieldapp.store.files.partial_files import PartialFiles

data = b"an invented picture " * (4 * GRID // 20)
name = sha256(data).hexdigest()

def arrive(folder, told):
    files = AttachmentFolder(folder, b"k" * 32)
    partial = PartialFiles(files)
    if files.holds(name):
        return
    for first, last in list(missing_ranges(len(data), partial.held(name), 2 * GRID)):
        partial.take(name, len(data), first, data[first:last])
        os.write(told, f"{first} {last}\\n".encode())
    partial.finish(name)

def dying(real, left):
    def call(*words, **named):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*words, **named)
    return call

for step in range(200):
    folder = Path(sys.argv[1]) / str(step)
    read, write = os.pipe()
    child = os.fork()
    if not child:
        left = [step]
        os.fsync, Path.replace = dying(os.fsync, left), dying(Path.replace, left)
        shutil.rmtree = dying(shutil.rmtree, left)
        arrive(folder, write)
        os._exit(0)
    os.close(write)
    _, status = os.waitpid(child, 0)
    told = [tuple(map(int, line.split())) for line in os.fdopen(read).read().splitlines()]
    files = AttachmentFolder(folder, b"k" * 32)
    ranges = PartialFiles(files).held(name).ranges
    kept = files.holds(name) or all(any(a <= x and y <= b for a, b in ranges) for x, y in told)
    try:
        shown = files.read(name) == data
    except RegisterError as missing:
        shown = missing.code == "attachment.missing"
    plain = any(b"invented picture" in p.read_bytes() for p in folder.rglob("*") if p.is_file())
    arrive(folder, os.open(os.devnull, os.O_WRONLY))
    PartialFiles(files).sweep(0)
    left_over = [p.name for p in folder.rglob("*") if p.is_file() and p.name != name and p.parent.name != name[:2]]
    print(json.dumps([status, kept, shown, not plain, files.read(name) == data, left_over]), flush=True)
    if not status:
        break
"""


def test_killed_before_any_step_of_an_arriving_file_nothing_is_lost_or_half_shown(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _KILLS, str(tmp_path)], capture_output=True, text=True, timeout=60, check=True
    )
    steps = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(steps) > 12, "too few steps to be a test"
    assert steps[-1][0] == 0, "the last one must come through alive"
    assert all(step[0] != 0 for step in steps[:-1])
    for step in steps:
        assert step[1:] == [True, True, True, True, []], step
