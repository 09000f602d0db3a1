"""The shim between the programme and libc: built with the machine's C compiler, loaded before everything else."""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_MARK = "FIELDAPP_DEADLY"


def refusal() -> str:
    """Why calls cannot be counted here, or nothing."""
    if sys.platform != "linux":
        return "Calls are counted with a preloaded library, which needs Linux."
    return (
        "" if shutil.which("cc") else "Calls are counted with a small C library: install a C compiler (cc)."
    )


def begin_again_with_shim() -> None:
    """Start this very command once more with the shim before libc; returns only in that second life."""
    if os.environ.get(_MARK):
        return
    library = Path(tempfile.mkdtemp()) / "deadly.so"
    source = Path(__file__).with_name("deadly.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    environment = {**os.environ, "LD_PRELOAD": str(library), _MARK: str(library)}
    os.execve(sys.executable, [sys.executable, *sys.argv], environment)


def remove_library() -> None:
    """The library has been loaded; its file is not needed any more."""
    shutil.rmtree(Path(os.environ[_MARK]).parent, ignore_errors=True)


def arm(point: int, *, half: bool = False) -> None:
    """Count from here on and die at this call; 0 only counts, -1 stops."""
    ctypes.CDLL(None).deadly_arm(ctypes.c_long(point), ctypes.c_int(half))


def seen() -> int:
    """How many calls there were since `arm`."""
    count = ctypes.CDLL(None).deadly_seen
    count.restype = ctypes.c_long
    return int(count())
