#!/usr/bin/env python3
"""The two commands of a fresh machine: `python3 run.py demo` and `python3 run.py test`. Standard library only.

Either does all the set-up itself: its own virtual environment in `.venv` from `requirements.lock` (hashes checked),
and on Debian, as root, the system's packages too; elsewhere it says in one sentence what to install.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "fieldapp-lock.sha256"
DEBIAN_PACKAGES = [
    "python3-venv",
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libdbus-1-3",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
    "fonts-noto-cjk",
]
USAGE = (
    "usage: python3 run.py demo [options of `fieldapp demo`]   |   python3 run.py test [options of pytest]"
)


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in ("demo", "test"):
        print(USAGE, file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):
        print("FieldApp needs Python 3.11 or later: install it and run this again with it.", file=sys.stderr)
        return 1
    if not install_system_packages() or not make_environment():
        return 1
    return demo(arguments[1:]) if arguments[0] == "demo" else test(arguments[1:])


def install_system_packages() -> bool:
    """On Debian and its kin: Qt's libraries, the venv module and a Chinese font. True when all are there."""
    if not shutil.which("dpkg-query"):
        return True
    missing = [name for name in DEBIAN_PACKAGES if not is_installed(name)]
    if not missing:
        return True
    if os.geteuid() != 0:
        print(
            f"Please install what is missing, then run this again: sudo apt-get install -y {' '.join(missing)}",
            file=sys.stderr,
        )
        return False
    print("Installing", *missing, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL).returncode == 0:
        return True
    print(
        f"This did not work; please look at its message and run it yourself: {' '.join(command)}",
        file=sys.stderr,
    )
    return False


def is_installed(package: str) -> bool:
    """Whether Debian has it; its 64-bit time change renamed some, as libglib2.0-0t64."""
    names = [package, package + "t64"] if package.startswith("lib") else [package]
    return any(_status(name) == "install ok installed" for name in names)


def _status(package: str) -> str:
    command = ["dpkg-query", "-W", "-f=${Status}", package]
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def make_environment() -> bool:
    """The virtual environment as the lock has it; nothing is done when it already is."""
    files = (ROOT / "requirements.lock", ROOT / "pyproject.toml")
    wanted = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted and PYTHON.exists():
        return True
    print("Setting up .venv (once; a few minutes on a slow line) ...", flush=True)
    if not PYTHON.exists() and subprocess.run([sys.executable, "-m", "venv", str(VENV)]).returncode != 0:
        print(
            "The virtual environment could not be made: install Python's venv module and run this again.",
            file=sys.stderr,
        )
        return False
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    steps = (
        [*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")],
        [*pip, "--no-build-isolation", "--editable", str(ROOT)],
    )
    for step in steps:
        if subprocess.run(step).returncode != 0:
            print(
                "The packages could not be installed: see the message above; is the network there?",
                file=sys.stderr,
            )
            return False
    STAMP.write_text(wanted)
    return True


def demo(options: list[str]) -> int:
    """The demo: the window where there is a display, else the same road without one, leaving pictures."""
    if not has_display() and "--headless" not in options and "--help" not in options:
        options = ["--headless", *([] if "--out" in options else ["--out", str(ROOT / "demo-out")]), *options]
    return subprocess.run([str(BIN / "fieldapp"), "demo", *options]).returncode


def has_display() -> bool:
    return sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def test(options: list[str]) -> int:
    """Style, types, then the suite; with options only pytest, with those."""
    checks = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if not options:
        for module, *rest in checks:
            print("·", module, *rest, flush=True)
            if (failed := subprocess.run([str(PYTHON), "-m", module, *rest], cwd=ROOT).returncode) != 0:
                return failed
        options = ["-n", "2", "--dist", "loadfile", "-q"]
    return subprocess.run([str(PYTHON), "-m", "pytest", *options], cwd=ROOT, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
