"""FieldApp beside Anki and PouchDB in one run, in turns, on the same data and through the same counting proxy.

`python benchmarks/sync_peers.py PEERS_FOLDER [--rounds 3] [--only ours] [--profile FOLDER]`. PEERS_FOLDER is the sync
peers' folder, copied and set up as its README says. Every program is a process of its own; ours has sqlcipher with WAL
and synchronous FULL; its search index follows a round and is told beside it (the peers have none). Two lines of ours: a
commit a household, and imports of 50 to a commit.
"""

import argparse
import json
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from sync_ours import Laptop, new_laptop, running_hub, villages
from sync_pack import write_pack
from sync_profile import show_profiles
from sync_proxy import LAN, running_proxy
from sync_steps import Step, anki_words, measured, pouch_words, run_peer, tell
from sync_table import Figures, show_table

CHUNKS = {"ours": 1, "ours50": 50}
LIVE_EDITS = 20
_ANKI = {
    "new up": "incremental_up_new",
    "new down": "incremental_down_new",
    "edit up": "incremental_up_edit2of20",
    "edit down": "incremental_down_edit2of20",
}
_POUCH = {
    "new up": "push_new",
    "new down": "pull_new",
    "edit up": "push_edit2of20",
    "edit down": "pull_edit2of20",
}


def main() -> None:
    """All in turns, then the table of medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("peers", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--villages", type=int, default=1, help="over which our households lie")
    parser.add_argument("--data-ids", action="store_true", help="the data's `_id` names our records")
    parser.add_argument("--only", choices=("anki", "pouch", *CHUNKS), action="append", default=[])
    parser.add_argument(
        "--profile", type=Path, help="profiles of both sides; the figures are then not to be used"
    )
    chosen = parser.parse_args()
    found: dict[str, list[Figures]] = {}
    with tempfile.TemporaryDirectory() as name:
        for number in range(chosen.rounds):
            for who in ("anki", "pouch", *CHUNKS):
                if chosen.only and who not in chosen.only:
                    continue
                folder = Path(name) / f"{who}{number}"
                try:
                    figures = (ours if who in CHUNKS else of_peer)(chosen, folder, who, number)
                except RuntimeError as failed:
                    print(f"{who}, round {number}: left out of the table, {failed}", flush=True)
                else:
                    found.setdefault(who, []).append(figures)
    show_table({who: _medians(rounds) for who, rounds in found.items()})
    if chosen.profile:
        show_profiles(chosen.profile)


def ours(chosen: argparse.Namespace, folder: Path, who: str, number: int) -> Figures:
    """A round of ours: laptop A makes and pushes, laptop B pulls, then the same with edits, then nothing, then one."""
    folder.mkdir(parents=True)
    pack, peers, rows = write_pack(folder), str(chosen.peers.resolve()), chosen.rows
    profiles = chosen.profile / f"{who}{number}" if chosen.profile else None
    figures: Figures = {}

    def note(name: str, step: Step, n: int = rows) -> None:
        tell(step, n, LAN, step=name, who=who)
        if step.wrong:
            raise RuntimeError(f"{name}: {step.wrong}")
        figures[f"{name} rows/s"], figures[f"{name} B/row"] = n / step.seconds, step.bytes / n
        figures["client MiB"] = max(figures.get("client MiB", 0), step.client_mb)
        figures["hub MiB"] = max(figures.get("hub MiB", 0), step.hub_mb)

    def open_again(path: Path, name: str) -> Laptop:
        laptop = stack.enter_context(Laptop(path, profile=profiles and profiles / f"{name}.stats"))
        told = laptop.ask("open")
        if (told["journal_mode"], told["synchronous"]) != ("wal", 2) or not told["cipher_version"]:
            raise RuntimeError(f"not the database that a laptop has: {told}")
        return laptop

    with ExitStack() as stack:
        hub = stack.enter_context(running_hub(folder / "hub", pack, profile=profiles and profiles / "hub"))
        proxy = stack.enter_context(running_proxy(Path(peers), hub.url, LAN))
        a, b = folder / "a" / "laptop.vault", folder / "b" / "laptop.vault"
        with ExitStack() as making:
            writer = new_laptop(making, a, pack, hub, proxy.url)
            new_laptop(making, b, pack, hub, proxy.url)
            made = writer.ask(
                "fill",
                peers=peers,
                first=0,
                last=rows,
                chunk=CHUNKS[who],
                scopes=villages(chosen.villages),
                own_ids=not chosen.data_ids,
            )
        with open_again(a, "a-new") as sender:
            note("new up", measured(sender, hub, proxy))
        receiver = open_again(b, "b")
        note("new down", measured(receiver, hub, proxy))
        indexed = receiver.ask("index")["seconds"]
        figures["new down, then found rows/s"] = rows / (rows / figures["new down rows/s"] + indexed)
        with Laptop(a) as writer:
            writer.ask("open")
            edited = writer.ask("edit", peers=peers, first=0, last=rows)
        sender = open_again(a, "a-edit")
        note("edit up", measured(sender, hub, proxy))
        note("edit down", measured(receiver, hub, proxy))
        if sender.ask("content") != receiver.ask("content"):
            raise RuntimeError("the two laptops do not hold the same")
        measured(sender, hub, proxy)
        quiet = measured(sender, hub, proxy)
        tell(quiet, 1, LAN, step="no-op", who=who)
        figures["no-op bytes"], figures["no-op round trips"] = quiet.bytes, quiet.turns
        figures["save here, applied there ms"] = median(
            _live(sender, receiver, proxy.url, at) for at in range(min(LIVE_EDITS, rows))
        )
        before = proxy.counts()
        sender.ask("touch", number=0)
        sender.ask("sync", url=proxy.url)
        after = proxy.counts()
        figures["live edit bytes"] = after["up"] - before["up"] + after["down"] - before["down"]
    print(
        json.dumps({"peer": "fieldapp", "who": who, "made_s": made["seconds"], "edited_s": edited["seconds"]})
    )
    return figures


def of_peer(chosen: argparse.Namespace, folder: Path, who: str, number: int) -> Figures:
    """A round of a peer's own script."""
    peers, rows = chosen.peers.resolve(), chosen.rows
    words, names = (
        (anki_words(peers, rows, LAN), _ANKI) if who == "anki" else (pouch_words(rows, LAN), _POUCH)
    )
    lines = run_peer(words, peers, folder, 900)
    figures: Figures = {}
    for name, step in names.items():
        told = next((line for line in lines if line.get("step") == step), None)
        if told is None:
            raise RuntimeError(f"its script came to no {step}")
        figures[f"{name} rows/s"], figures[f"{name} B/row"] = told["rows_s"], told["bytes_row"]
    for side, words_of in (("client MiB", "client_rss_mb"), ("hub MiB", "server_rss_mb")):
        figures[side] = max(line[words_of] for line in lines if line.get(words_of))
    quiet: dict[str, Any] = next((line for line in lines if line.get("step") == "noop_push"), {})
    if quiet:
        figures["no-op bytes"] = quiet["up"] + quiet["down"]
    return figures


def _live(sender: Laptop, receiver: Laptop, url: str, number: int) -> float:
    """Milliseconds of a save, the round that sends it and the round that brings it."""
    deeds = (sender.ask("touch", number=number), sender.ask("sync", url=url), receiver.ask("sync", url=url))
    return 1000 * sum(float(deed["seconds"]) for deed in deeds)


def _medians(rounds: list[Figures]) -> Figures:
    return {name: median(each[name] for each in rounds) for name in rounds[0]}


if __name__ == "__main__":
    main()
