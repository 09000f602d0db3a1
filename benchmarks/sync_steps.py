"""One measured round of a laptop: seconds, bytes as the proxy counts them, round trips, memory; tried again when cut."""

import json
import os
import subprocess
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from sync_ours import Hub, Laptop
from sync_proxy import LAN, Link

TRIES = 60


class Counted(Protocol):
    """A way to a hub that counts what passes: `url` for laptops, empty for the address they were paired at."""

    url: str

    def counts(self) -> dict[str, int]:
        """Bytes up and down and connections cut, until now."""


@dataclass(frozen=True)
class Step:
    """What a step cost until it was through. `sent` and `received` in commits; `stumbles` are the
    refusals on the way and how often; `wrong` is why it never got through."""

    seconds: float
    up: int
    down: int
    turns: int
    tries: int
    cuts: int
    client_mb: float
    hub_mb: float
    sent: int
    received: int
    stumbles: str
    wrong: str

    @property
    def bytes(self) -> int:
        """On the wire, both ways."""
        return self.up + self.down


def measured(laptop: Laptop, hub: Hub, proxy: Counted, *, tries: int = TRIES) -> Step:
    """Sync through the proxy until it succeeds."""
    hub.forget_peak()
    before = proxy.counts()
    rounds: list[dict[str, Any]] = []
    while len(rounds) < tries and (not rounds or rounds[-1]["wrong"]):
        rounds.append(laptop.ask("sync", url=proxy.url))
    after = proxy.counts()
    codes = Counter(each["wrong"].partition(":")[0] for each in rounds if each["wrong"])
    aside = sum(each["set_aside"] for each in rounds)
    return Step(
        sum(each["seconds"] for each in rounds),
        after["up"] - before["up"],
        after["down"] - before["down"],
        sum(each["turns"] for each in rounds),
        len(rounds),
        after["cuts"] - before["cuts"],
        max(each["rss_mb"] for each in rounds),
        hub.peak_mb(),
        sum(each["sent"] for each in rounds),
        sum(each["received"] for each in rounds),
        ", ".join(f"{code} × {times}" for code, times in codes.items()),
        rounds[-1]["wrong"] or (f"{aside} commits set aside" if aside else ""),
    )


def tell(step: Step, n: int, link: Link = LAN, /, **more: object) -> None:
    """One JSON line, in the words of the peers' scripts."""
    told = {
        key: round(value, 3) if isinstance(value, float) else value for key, value in asdict(step).items()
    }
    rates = {"n": n, "rows_s": round(n / step.seconds, 1), "bytes_row": round(step.bytes / n, 1)}
    print(json.dumps({"peer": "fieldapp", "link": link.name, **more, **rates, **told}), flush=True)


def run_peer(words: list[str], peers: Path, temp: Path, timeout: float) -> list[dict[str, Any]]:
    """The JSON lines of a peer's script, which are printed too; what it printed until then when the time is up."""
    temp.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "TMPDIR": str(temp)}
    child = subprocess.Popen(
        words, cwd=peers, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        out, _ = child.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        # Its server and proxy are in the same session as the script, which this benchmark started.
        os.killpg(child.pid, 9)
        out, _ = child.communicate()
    lines = [line for line in out.splitlines() if line.startswith("{")]
    print("\n".join(lines), flush=True)
    return [dict(json.loads(line)) for line in lines]


def anki_words(peers: Path, rows: int, link: Link) -> list[str]:
    """Anki's script over this link."""
    shape = ["--up", str(link.up), "--down", str(link.down), "--rtt", str(link.rtt), "--cut", str(link.cut)]
    return [str(peers / ".venv/bin/python"), "a_anki.py", "--n", str(rows), *shape, "--tag", link.name]


def pouch_words(rows: int, link: Link) -> list[str]:
    """PouchDB's script over this link."""
    shape = [str(number) for number in (link.up, link.down, link.rtt, link.cut)]
    return ["node", "b_pouch.js", str(rows), "100", link.name, *shape]
