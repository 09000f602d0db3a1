"""A hub as a child process with an archive of its own: the desktop only ever speaks to it over the network.

No two processes open one vault, so the window never touches the hub's files.
"""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import SyncError
from fieldapp.program import fieldapp_command


@dataclass(frozen=True)
class HubProcess:
    """A running hub; `stop` ends it. `fingerprint` is its certificate's."""

    url: str
    fingerprint: str
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()


def start_hub(data: Path) -> HubProcess:
    """Start `fieldapp serve` for the whole network, on a free port; it answers when this returns. Raises SyncError.

    Its messages go to `hub.log` beside its folder.
    """
    command = fieldapp_command("serve", "--data", str(data), "--host", "0.0.0.0", "--port", "0", "--json")
    with (data.parent / "hub.log").open("ab") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)
    assert process.stdout is not None
    # The first line is its address, printed once it listens; the end of the stream means that it died.
    line = process.stdout.readline()
    if not line:
        HubProcess("", "", process).stop()
        raise SyncError(
            "hub.not_started", "The hub did not start. Look at hub.log in {folder}.", folder=data.parent
        )
    told = json.loads(line)
    return HubProcess(told["url"], told["fingerprint"], process)
