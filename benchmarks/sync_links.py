"""Sync over bad links beside Anki and PouchDB: EDGE, EDGE whose connections die, rural 2G, a new laptop, GPRS with loss.

`python benchmarks/sync_links.py PEERS_FOLDER [--no-peers] [--link edge …]`. Steps as the peers' scripts have them (new,
edits, each up and down), then 2,000 mixed commits. The links are those of the peers' own runs.
"""

import argparse
import json
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sync_gprs import GPRS, HUB_HOST, air, why_not
from sync_ours import Hub, Laptop, new_laptop, running_hub, villages
from sync_pack import write_pack
from sync_proxy import LAN, Link, Proxy, running_proxy
from sync_steps import Step, anki_words, measured, pouch_words, run_peer, tell

EDGE = Link("edge", 200, 240, 840)
LINKS = {
    "edge": EDGE,
    "edge-cut150k": Link("edge-cut150k", 200, 240, 840, 150_000),
    "edge-cut30k": Link("edge-cut30k", 200, 240, 840, 30_000),
    "rural2g": Link("rural2g", 18, 20, 1300),
}
PEER_LINKS = ("edge", "edge-cut150k", "rural2g")
SECONDS = {"edge": 40.0, "rural2g": 240.0}
MIXED = 2000
EXTRA, NEW_LAPTOP_BYTES, NEW_LAPTOP_SECONDS = 0.35, 1_200_000, 60
GPRS_ROWS = 1600
"""Households whose packed commits are a little over 200 kB."""


@dataclass(frozen=True)
class World:
    """A hub with a fast way to it for what is not measured, and a pack."""

    folder: Path
    peers: Path
    pack: Path
    hub: Hub
    fast: Proxy

    def laptop(self, stack: ExitStack, name: str) -> Laptop:
        """A new paired laptop."""
        return new_laptop(stack, self.folder / name / "laptop.vault", self.pack, self.hub, self.fast.url)

    def fill(self, laptop: Laptop, first: int, last: int) -> None:
        """New households, a commit each."""
        laptop.ask("fill", peers=str(self.peers), first=first, last=last, chunk=1, scopes=villages(1))

    def edit(self, laptop: Laptop, count: int, shift: int = 0) -> None:
        """Edits of the first households."""
        laptop.ask("edit", peers=str(self.peers), first=0, last=count, shift=shift)


def main() -> None:
    """The links in turn, each with its verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("peers", type=Path)
    parser.add_argument("--no-peers", action="store_true", help="ours alone; Anki and PouchDB are slow here")
    parser.add_argument("--peer-seconds", type=float, default=2400, help="for each peer on each link")
    parser.add_argument("--link", choices=(*LINKS, "new-laptop", "gprs"), action="append", default=[])
    chosen = parser.parse_args()
    peers, wanted = chosen.peers.resolve(), chosen.link or [*LINKS, "new-laptop", "gprs"]
    if "edge-cut30k" in wanted and "edge" not in wanted:
        wanted.insert(0, "edge")
    spent: dict[str, list[Step]] = {}
    with tempfile.TemporaryDirectory() as name:
        for at in wanted:
            folder = Path(name) / at
            if at in LINKS:
                spent[at] = over_link(LINKS[at], folder, peers)
                if at in PEER_LINKS and not chosen.no_peers:
                    of_peers(LINKS[at], folder, peers, chosen.peer_seconds)
        if "edge-cut30k" in spent:
            dying, whole = (sum(step.bytes for step in spent[at]) for at in ("edge-cut30k", "edge"))
            wrong = next((step.wrong for step in spent["edge-cut30k"] if step.wrong), "")
            judge("extra bytes of all steps when links die every 30 KB", dying / whole - 1, EXTRA, wrong)
        if "new-laptop" in wanted:
            of_new_laptop(Path(name) / "new-laptop", peers)
        if "gprs" in wanted:
            over_gprs(Path(name) / "gprs", peers)


def over_link(link: Link, folder: Path, peers: Path) -> list[Step]:
    """Ours over one link: every step, both ways."""
    rows = 1000 if link.name == "rural2g" else 2000
    with ExitStack() as stack:
        world = _world(stack, folder, peers)
        slow = stack.enter_context(running_proxy(peers, world.hub.url, link))
        a, b = world.laptop(stack, "a"), world.laptop(stack, "b")
        world.fill(a, 0, rows)
        steps = _both_ways(link, world, slow, a, b, "new", rows)
        world.edit(a, rows)
        steps += _both_ways(link, world, slow, a, b, "edit", rows)
        world.fill(a, rows, rows + MIXED // 2)
        world.edit(a, MIXED // 2, shift=MIXED)
        steps += _both_ways(link, world, slow, a, b, "mixed", MIXED)
    for way, step in zip(("up", "down"), steps[-2:], strict=True):
        judge(
            f"{link.name}: 2,000 mixed commits {way}, seconds",
            step.seconds,
            SECONDS.get(link.name),
            step.wrong,
        )
    return steps


def of_peers(link: Link, folder: Path, peers: Path, seconds: float) -> None:
    """The peers over the same link: their own lines, then what each step needed in all its tries."""
    rows = 1000 if link.name == "rural2g" else 2000
    for who, words in (("anki", anki_words(peers, rows, link)), ("pouch", pouch_words(rows, link))):
        spent: dict[str, float] = {}
        failed: dict[str, object] = {}
        for line in run_peer(words, peers, folder / who, seconds):
            step = str(line.get("step"))
            spent[step] = spent.get(step, 0) + line.get("s", 0)
            failed[step] = line.get("err")
        for step, used in spent.items():
            print(
                f"{who} over {link.name}: {step} {used:.1f} s{' NEVER THROUGH' if failed[step] else ''}",
                flush=True,
            )


def of_new_laptop(folder: Path, peers: Path) -> None:
    """A laptop that starts with nothing, over EDGE, where the hub has 10,000 households."""
    with ExitStack() as stack:
        world = _world(stack, folder, peers)
        slow = stack.enter_context(running_proxy(peers, world.hub.url, EDGE))
        a, c = world.laptop(stack, "a"), world.laptop(stack, "c")
        world.fill(a, 0, 10_000)
        measured(a, world.hub, world.fast)
        step = measured(c, world.hub, slow)
        tell(step, 10_000, EDGE, step="new laptop")
        wrong = step.wrong or ("" if a.ask("content") == c.ask("content") else "not the same content")
    judge("new laptop with 10,000 households on EDGE, seconds", step.seconds, NEW_LAPTOP_SECONDS, wrong)
    judge("new laptop with 10,000 households on EDGE, bytes", step.bytes, NEW_LAPTOP_BYTES, wrong)


def over_gprs(folder: Path, peers: Path) -> None:
    """Over 200 kB with TLS through real TCP stacks that lose 5 % of their packets."""
    if reason := why_not():
        print(f"gprs: skipped, {reason}")
        return
    folder.mkdir(parents=True)
    pack = write_pack(folder)
    with ExitStack() as stack:
        sky = stack.enter_context(air(GPRS))
        hub = stack.enter_context(running_hub(folder / "hub", pack, host=HUB_HOST, prefix=sky.hub))
        a = new_laptop(stack, folder / "a" / "laptop.vault", pack, hub, hub.url, prefix=sky.laptop)
        a.ask("fill", peers=str(peers), first=0, last=GPRS_ROWS, chunk=1, scopes=villages(1))
        step = measured(a, hub, sky)
    tell(step, GPRS_ROWS, Link("gprs-5%-loss"), step="new up")
    lost = sky.up.lost + sky.down.lost
    print(f"gprs: {step.bytes:,} bytes in {step.seconds:.0f} s, {step.tries} tries, {lost} packets lost")
    judge("gprs: 200 kB get through, kB", -step.bytes / 1000, -200, step.wrong)


def judge(name: str, value: float, limit: float | None, wrong: str) -> None:
    """One verdict, as words and as JSON."""
    kept = not wrong and (limit is None or value <= limit)
    verdict = "" if limit is None and kept else "reached" if kept else "MISSED"
    told = {
        "figure": name,
        "value": round(abs(value), 3),
        "bar": limit and abs(limit),
        "verdict": verdict,
        "wrong": wrong,
    }
    print(json.dumps(told, ensure_ascii=False), flush=True)


def _world(stack: ExitStack, folder: Path, peers: Path) -> World:
    folder.mkdir(parents=True)
    pack = write_pack(folder)
    hub = stack.enter_context(running_hub(folder / "hub", pack))
    return World(folder, peers, pack, hub, stack.enter_context(running_proxy(peers, hub.url, LAN)))


def _both_ways(
    link: Link, world: World, slow: Proxy, a: Laptop, b: Laptop, name: str, rows: int
) -> list[Step]:
    """A sends, B receives; what the link did not let through travels the fast way, so that the next step starts even."""
    steps: list[Step] = []
    for way, laptop in (("up", a), ("down", b)):
        step = measured(laptop, world.hub, slow)
        tell(step, rows, link, step=f"{name} {way}")
        measured(laptop, world.hub, world.fast)
        steps.append(step)
    return steps


if __name__ == "__main__":
    main()
