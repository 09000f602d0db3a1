"""One laptop as a process of its own, driven by JSON lines on stdin and answering with one each: for the sync benchmarks.

`python benchmarks/sync_laptop.py VAULT [--profile FILE]`. It counts the turns of the wire (a send after a receive is a
new round trip) and its peak memory while it syncs, so nothing of what made the data is in the figure.
"""

import argparse
import cProfile
import gc
import json
import socket
import sys
import time
from pathlib import Path
from typing import Any

from sync_gauges import TurnCounter, peak_mb
from sync_pack import EDITED, LIST, read_rows

from fieldapp.errors import SyncError
from fieldapp.store import Vault, create_vault, open_vault
from fieldapp.store.finding.waiting_rows import index_waiting
from fieldapp.store.save import Change, save, seen_of
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.rounds.round import sync_once

PASSPHRASE = "four invented words here"
_SAVES_DURABLE_AT_ONCE = 500


class Laptop:
    """One vault and its kept connections, by the address of the hub."""

    def __init__(self, path: Path, profile: cProfile.Profile | None) -> None:
        self._path, self._profile = path, profile
        self._vault: Vault | None = None
        self._connections: dict[str, Any] = {}

    def create(self, worker: str, pack: str, scope: str) -> dict[str, Any]:
        """A new vault."""
        self._vault = create_vault(
            self._path,
            PASSPHRASE,
            worker=worker,
            role="collector",
            scopes=(scope,),
            packs=[Path(pack)],
            escrow_recovery=False,
        )
        return {}

    def open(self) -> dict[str, Any]:
        """The vault as it was left; how its database keeps what it writes."""
        self._vault = open_vault(self._path, PASSPHRASE)
        pragmas = ("journal_mode", "synchronous", "cipher_version")
        return {name: self._vault.db.execute(f"pragma {name}").fetchone()[0] for name in pragmas}

    def pair(self, url: str, code: str, pin: str = "") -> dict[str, Any]:
        """With the hub at this address."""
        pair(self.vault, url, code, pin=pin)
        return {}

    def fill(
        self, peers: str, first: int, last: int, chunk: int, scopes: list[str], own_ids: bool = True
    ) -> dict[str, Any]:
        """New households of the data, `chunk` to a commit, dealt over the scopes in turn.

        A record has a new UUIDv7 of ours and all 20 fields, `_id` among them, as a note of Anki's has; without `own_ids`
        the data's `_id` names the record, as it does for PouchDB.
        """
        rows = read_rows(Path(peers), "households")[first:last]
        started = time.perf_counter()
        ids = self._ids()
        batches = [rows[at : at + chunk] for at in range(0, len(rows), chunk)]
        for begin in range(0, len(batches), _SAVES_DURABLE_AT_ONCE):
            with self.vault.transaction():
                for at, batch in enumerate(batches[begin : begin + _SAVES_DURABLE_AT_ONCE], begin):
                    scope = scopes[at % len(scopes)]
                    changes = [_added(row, own_ids) for row in batch]
                    kind = "import" if chunk > 1 else "edit"
                    made = save(self.vault, scope, kind, changes, seen=seen_of(self.vault, scope)).changed
                    ids.update({row["code"]: [key, scope] for row, (_, key) in zip(batch, made, strict=True)})
        self._ids_file.write_text(json.dumps(ids))
        return {"seconds": time.perf_counter() - started}

    def edit(self, peers: str, first: int, last: int, shift: int = 0) -> dict[str, Any]:
        """The edits of the data, one commit each; with the values of the one that is `shift` further on."""
        rows, ids = read_rows(Path(peers), "edits"), self._ids()
        edits = [
            {"code": rows[at]["code"], **{key: rows[at + shift][key] for key in EDITED}}
            for at in range(first, last)
        ]
        started = time.perf_counter()
        for begin in range(0, len(edits), _SAVES_DURABLE_AT_ONCE):
            with self.vault.transaction():
                for row in edits[begin : begin + _SAVES_DURABLE_AT_ONCE]:
                    self._set(ids[row["code"]], {key: row[key] for key in EDITED})
        return {"seconds": time.perf_counter() - started}

    def touch(self, number: int) -> dict[str, Any]:
        """One edit of two fields of any household, saved as a person saves it."""
        known = list(self._ids().values())[number]
        started = time.perf_counter()
        self._set(known, {"income": 10_000 + number, "note": f"visited again, number {number}"})
        return {"seconds": time.perf_counter() - started}

    def sync(self, url: str = "") -> dict[str, Any]:
        """One round on a kept connection; what went wrong is an answer, not an end."""
        turns, wrong = TurnCounter.turns, ""
        Path("/proc/self/clear_refs").write_text("5")
        sent = received = set_aside = 0
        started = time.perf_counter()
        if self._profile:
            self._profile.enable()
        try:
            if url not in self._connections:
                self._connections[url] = connect(self.vault, url)
            outcome = sync_once(self.vault, self._connections[url])
            sent, received, set_aside = outcome.sent, outcome.received, outcome.set_aside
        except SyncError as refused:
            wrong = f"{refused.code}: {refused}"
        if self._profile:
            self._profile.disable()
        seconds = time.perf_counter() - started
        return {
            "seconds": seconds,
            "sent": sent,
            "received": received,
            "set_aside": set_aside,
            "turns": TurnCounter.turns - turns,
            "rss_mb": peak_mb(),
            "wrong": wrong,
        }

    def index(self) -> dict[str, Any]:
        """What waits for the search index enters it, as it does after a round."""
        started = time.perf_counter()
        index_waiting(self.vault.ledger)
        return {"seconds": time.perf_counter() - started}

    def content(self) -> dict[str, Any]:
        """Enough of the tables to see that two vaults hold the same."""
        sql = f'select count(*), coalesce(sum(income), 0), coalesce(sum(length(note)), 0) from "{LIST}"'
        return {"content": list(self.vault.db.execute(sql).fetchone())}

    @property
    def vault(self) -> Vault:
        """The open vault."""
        assert self._vault is not None
        return self._vault

    def close(self) -> None:
        """The vault and its connections."""
        for connection in self._connections.values():
            connection.close()
        if self._vault is not None:
            self._vault.close()

    def _set(self, known: list[str], values: dict[str, Any]) -> None:
        record, scope = known
        save(
            self.vault,
            scope,
            "edit",
            [Change(LIST, record, "set", values)],
            seen=seen_of(self.vault, scope),
        )

    @property
    def _ids_file(self) -> Path:
        return self._path.with_suffix(".ids.json")

    def _ids(self) -> dict[str, list[str]]:
        return json.loads(self._ids_file.read_text()) if self._ids_file.exists() else {}


def _added(row: dict[str, Any], own_ids: bool) -> Change:
    if own_ids:
        return Change(LIST, None, "add", row)
    record = row["code"].removeprefix("hh:")
    return Change(LIST, record, "add", {key: value for key, value in row.items() if key != "code"})


def main() -> None:
    """Answer commands until stdin ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vault", type=Path)
    parser.add_argument("--profile", type=Path)
    chosen = parser.parse_args()
    socket.socket = TurnCounter  # type: ignore[misc]
    laptop = Laptop(chosen.vault, cProfile.Profile() if chosen.profile else None)
    gc.disable()  # as the desktop, which collects between deeds
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(getattr(laptop, asked.pop("do"))(**asked)), flush=True)
        gc.collect()
    laptop.close()
    if chosen.profile and laptop._profile:
        laptop._profile.dump_stats(chosen.profile)


if __name__ == "__main__":
    main()
