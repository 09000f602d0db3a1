"""A bad radio link without the kernel's own shaping: two network namespaces, two TUN devices and a relay between them.

Real IP packets of real TCP stacks are delayed, lost, doubled and held to a rate. Needs root and /dev/net/tun.
"""

import fcntl
import heapq
import os
import random
import shutil
import struct
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_TUNSETIFF, _IFF_TUN, _NO_PI = 0x400454CA, 1, 0x1000
_QUEUE_SECONDS = 3.0
"""Packets that would wait longer than this at the rate are dropped, as a modem's queue does."""
HUB_HOST, LAPTOP_HOST = "10.98.0.1", "10.98.0.2"


@dataclass(frozen=True)
class Radio:
    """A way through the air. `delay` and `jitter` in seconds one way, `loss` and `double` as chances, `kbit` a second."""

    delay: float
    jitter: float
    loss: float
    double: float
    kbit: float


GPRS = Radio(0.4, 0.1, 0.05, 0.01, 30)


class Way(threading.Thread):
    """One direction: reads packets of one device and writes them late, twice or never to the other."""

    def __init__(self, source: int, target: int, radio: Radio, seed: int) -> None:
        super().__init__(daemon=True)
        self.bytes = self.lost = 0
        self._source, self._target, self._radio = source, target, radio
        self._chance = random.Random(seed)
        self._due: list[tuple[float, int, bytes]] = []
        self._changed = threading.Condition()
        self._free = 0.0
        threading.Thread(target=self._write, daemon=True).start()

    def run(self) -> None:
        """Read until the device is closed."""
        radio, number = self._radio, 0
        with suppress(OSError):
            while packet := os.read(self._source, 2048):
                number += 1
                now = time.monotonic()
                if self._chance.random() < radio.loss or self._free - now > _QUEUE_SECONDS:
                    self.lost += 1
                    continue
                self.bytes += len(packet)
                self._free = max(self._free, now) + len(packet) * 8 / radio.kbit / 1000
                for copy in range(2 if self._chance.random() < radio.double else 1):
                    late = max(0.0, radio.delay + self._chance.uniform(-radio.jitter, radio.jitter))
                    with self._changed:
                        heapq.heappush(self._due, (self._free + late, 2 * number + copy, packet))
                        self._changed.notify()

    def _write(self) -> None:
        while True:
            with self._changed:
                while not self._due or self._due[0][0] > time.monotonic():
                    self._changed.wait(self._due[0][0] - time.monotonic() if self._due else None)
                packet = heapq.heappop(self._due)[2]
            with suppress(OSError):
                os.write(self._target, packet)


@dataclass
class Air:
    """Two namespaces that reach each other through the air only; commands begin with their prefix."""

    hub: Sequence[str]
    laptop: Sequence[str]
    up: Way
    down: Way
    url: str = ""

    def counts(self) -> dict[str, int]:
        """Bytes of IP packets that were not lost, up and down."""
        return {"up": self.up.bytes, "down": self.down.bytes, "cuts": 0}


def why_not() -> str:
    """Why this machine cannot do it; empty where it can."""
    if os.geteuid():
        return "it needs root"
    if not Path("/dev/net/tun").exists():
        return "there is no /dev/net/tun"
    return "" if shutil.which("ip") else "there is no `ip` command"


@contextmanager
def air(radio: Radio) -> Iterator[Air]:
    """The air, gone again at the end."""
    mark = f"fa{os.getpid()}"
    rooms = (f"{mark}hub", f"{mark}lap")
    devices = [_device(f"{mark}t{at}") for at in range(2)]
    try:
        for at, (room, own, other) in enumerate(
            zip(rooms, (HUB_HOST, LAPTOP_HOST), (LAPTOP_HOST, HUB_HOST), strict=True)
        ):
            _run("ip", "netns", "add", room)
            _run("ip", "link", "set", f"{mark}t{at}", "netns", room)
            inside = ("ip", "netns", "exec", room, "ip")
            _run(*inside, "addr", "add", own, "peer", other, "dev", f"{mark}t{at}")
            _run(*inside, "link", "set", f"{mark}t{at}", "up")
            _run(*inside, "link", "set", "lo", "up")
        down, up = (Way(devices[at], devices[1 - at], radio, seed=at + 1) for at in range(2))
        up.start()
        down.start()
        prefixes = [("ip", "netns", "exec", room) for room in rooms]
        yield Air(prefixes[0], prefixes[1], up, down)
    finally:
        for room in rooms:
            subprocess.run(["ip", "netns", "del", room], stderr=subprocess.DEVNULL, check=False)
        for device in devices:
            os.close(device)


def _device(name: str) -> int:
    device = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(device, _TUNSETIFF, struct.pack("16sH", name.encode(), _IFF_TUN | _NO_PI))
    return device


def _run(*words: str) -> None:
    subprocess.run(words, check=True, stderr=subprocess.PIPE)
