"""The peers' own counting and shaping proxy, as a process in front of a hub."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Link:
    """What the peers' proxy does to a connection: kbit/s up and down, round trip in ms, bytes a life (0: endless)."""

    name: str = "lan"
    up: int = 0
    down: int = 0
    rtt: int = 0
    cut: int = 0


LAN = Link()


@dataclass
class Proxy:
    """A running proxy: `url` for laptops."""

    port: int
    url: str

    def counts(self) -> dict[str, int]:
        """Bytes up and down, connections and cuts until now."""
        with socket.create_connection(("127.0.0.1", self.port + 1000)) as asked:
            return dict(json.loads(asked.recv(4096)))


@contextmanager
def running_proxy(peers: Path, target: str, link: Link) -> Iterator[Proxy]:
    """The peers' own proxy in front of a hub."""
    port = _free_port()
    shape = [f"--up={link.up}", f"--down={link.down}", f"--rtt={link.rtt}", f"--cut={link.cut}"]
    words = [sys.executable, str(peers / "lib" / "proxy.py"), str(port), target.rpartition(":")[2], *shape]
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    try:
        proxy = Proxy(port, f"http://127.0.0.1:{port}")
        _wait_for(proxy)
        yield proxy
    finally:
        child.terminate()
        child.wait()


def _free_port() -> int:
    """The proxy takes this port and tells its counts a thousand above."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as found:
            port = int(found.getsockname()[1])
            try:
                socket.create_server(("127.0.0.1", port + 1000)).close()
            except (OSError, OverflowError):
                continue
            return port


def _wait_for(proxy: Proxy) -> None:
    for _ in range(100):
        try:
            proxy.counts()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the proxy did not start")
