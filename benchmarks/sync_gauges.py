"""What the sync benchmarks measure of a process from inside and outside: round trips on its sockets, peak memory."""

import socket
from pathlib import Path
from typing import Any


class TurnCounter(socket.socket):
    """Counts how often the talk of this process turns from hearing to saying."""

    turns = 0
    _saying = False

    def sendall(self, data: Any, *rest: Any) -> None:
        """Called by the client."""
        self._say()
        super().sendall(data, *rest)

    def send(self, data: Any, *rest: Any) -> int:
        """Called by the client."""
        self._say()
        return super().send(data, *rest)

    def recv_into(self, *arguments: Any) -> int:
        """Called by the client."""
        TurnCounter._saying = False
        return super().recv_into(*arguments)

    def _say(self) -> None:
        TurnCounter.turns += not TurnCounter._saying
        TurnCounter._saying = True


def peak_mb(pid: str = "self") -> float:
    """The most memory a process held since its mark was reset, in MiB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
