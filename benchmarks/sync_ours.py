"""FieldApp as the sync benchmarks run it: a hub, laptops and the peers' counting proxy, each a process of its own."""

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sync_gauges import peak_mb

HERE = Path(__file__).resolve().parent
COUNTY = "990101"
PATIENCE = 1800.0
"""Seconds that a laptop may take for one answer."""


@dataclass
class Laptop:
    """A laptop's process. `profile` is where its profile goes."""

    path: Path
    prefix: Sequence[str] = ()
    profile: Path | None = None
    child: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        more = ["--profile", str(self.profile)] if self.profile else []
        self.child = subprocess.Popen(
            [*self.prefix, sys.executable, str(HERE / "sync_laptop.py"), str(self.path), *more],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, do: str, **arguments: Any) -> dict[str, Any]:
        """One command and its answer. Raises RuntimeError where the process ended or hangs."""
        assert self.child.stdin is not None
        assert self.child.stdout is not None
        print(json.dumps({"do": do, **arguments}), file=self.child.stdin, flush=True)
        ready, _, _ = select.select([self.child.stdout], [], [], PATIENCE)
        line = self.child.stdout.readline() if ready else ""
        if not line:
            self.child.kill()
            raise RuntimeError(f"the laptop {self.path} gave no answer to {do}")
        return dict(json.loads(line))

    def __enter__(self) -> "Laptop":
        return self

    def __exit__(self, *raised: object) -> None:
        assert self.child.stdin is not None
        self.child.stdin.close()
        try:
            self.child.wait(60)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()


@dataclass
class Hub:
    """A running `fieldapp serve`."""

    data: Path
    child: subprocess.Popen[str]
    url: str
    fingerprint: str

    @property
    def pid(self) -> int:
        """Of the process that serves: below a prefix such as `ip netns exec`, which runs the command in its place."""
        return self.child.pid

    def code(self) -> str:
        """A pairing code for one more laptop of the county's account."""
        told = _command("hub", "device", "code", "team", "--data", str(self.data), "--json")
        return str(json.loads(told)["code"])

    def forget_peak(self) -> None:
        """Memory is measured from here."""
        Path(f"/proc/{self.pid}/clear_refs").write_text("5")

    def peak_mb(self) -> float:
        """MiB."""
        return peak_mb(str(self.pid))


@contextmanager
def running_hub(
    data: Path,
    pack: Path,
    *,
    host: str = "127.0.0.1",
    prefix: Sequence[str] = (),
    profile: Path | None = None,
) -> Iterator[Hub]:
    """A hub with an account for the whole county, on a free port."""
    program = [str(HERE / "sync_hub.py"), str(profile)] if profile else ["-m", "fieldapp"]
    told = ["serve", "--data", str(data), "--host", host, "--port", "0", "--pack", str(pack), "--json"]
    child = subprocess.Popen([*prefix, sys.executable, *program, *told], stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        first = json.loads(child.stdout.readline())
        account = ("hub", "account", "add", "team", "--role", "team", "--scope", COUNTY)
        _command(*account, "--data", str(data))
        yield Hub(data, child, first["url"], first.get("fingerprint", ""))
    finally:
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(30)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def new_laptop(stack: ExitStack, path: Path, pack: Path, hub: Hub, url: str, **how: Any) -> Laptop:
    """A laptop with a new vault, paired at `url`; ends with the stack."""
    laptop = stack.enter_context(Laptop(path, **how))
    laptop.ask("create", worker=path.parent.name, pack=str(pack), scope=COUNTY)
    laptop.ask("pair", url=url, code=hub.code(), pin=hub.fingerprint)
    return laptop


def villages(count: int) -> list[str]:
    """Region codes of invented villages of the demo county."""
    return [f"{COUNTY}001{201 + at}" for at in range(count)]


def _command(*words: str) -> str:
    told = subprocess.run(
        [sys.executable, "-m", "fieldapp", *words], capture_output=True, text=True, env=os.environ
    )
    if told.returncode:
        raise RuntimeError(f"fieldapp {' '.join(words)}: {told.stderr.strip()}")
    return told.stdout
