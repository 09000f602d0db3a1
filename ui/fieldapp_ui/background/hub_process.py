"""A hub as a child process with an archive of its own: the desktop only ever speaks to it over the network.

No two processes open one vault or archive, so the window never touches the hub's files.
"""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import SyncError

START_SECONDS = 30.0


@dataclass(frozen=True)
class HubProcess:
    """A running hub; `stop` ends it."""

    url: str
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def fieldapp_command(*arguments: str) -> list[str]:
    """The command line of this very program: the frozen one, or the module under this Python."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "fieldapp"]
    return [*start, *arguments]


def start_hub(data: Path, *, host: str = "127.0.0.1", log: Path | None = None) -> HubProcess:
    """Start `fieldapp serve` on a free port and wait until it answers. Raises SyncError when it does not."""
    port = _free_port(host)
    command = fieldapp_command("serve", "--data", str(data), "--host", host, "--port", str(port))
    with (log or data.parent / "hub.log").open("ab") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    hub = HubProcess(f"http://{host}:{port}", process)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if _answers(hub.url):
            return hub
        time.sleep(0.1)
    hub.stop()
    raise SyncError(
        "hub.not_started", "The hub did not start. Look at its log in {folder}.", folder=data.parent
    )


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url + "/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
