"""A child process that saves or imports until it is killed, and tells its parent of each save that was acknowledged.

Run as: crashing.py VAULT PASSPHRASE JOB. Jobs: save, import, photo, and torn: a writer that breaks the rule on purpose.
"""

import os
import sys
from pathlib import Path

from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store import Vault, open_vault
from fieldapp.store.files import attachments
from fieldapp.store.intake import receive
from fieldapp.store.save import Change, save

VILLAGE = "990101001201"
SEGMENT_HOUSEHOLDS = 400


def a_family(vault: Vault, number: str) -> list[Change]:
    """A household of three: all four records or none."""
    home = vault.new_id()
    people = [
        Change("person", vault.new_id(), "add", {"household": home, "name": name})
        for name in ("甲甲", "乙乙", "丙丙")
    ]
    return [Change("household", home, "add", {"household_no": number}), *people]


def save_once(vault: Vault, at: int) -> str:
    """One family in one commit."""
    save(vault, VILLAGE, "edit", a_family(vault, f"S{at}"), seen={})
    return f"S{at}"


def import_once(vault: Vault, at: int) -> str:
    """A segment of 400 commits of another laptop in one transaction."""
    stream = f"{at:016x}"
    lines = [
        encode_commit(
            Commit(
                stream,
                VILLAGE,
                f"replica {at}",
                seq,
                f"0192f3c1a4b2-{seq:04x}",
                "w",
                "small@1",
                "import",
                (Operation("household", vault.new_id(), "add", {"household_no": f"I{at}"}),),
            )
        )
        for seq in range(1, SEGMENT_HOUSEHOLDS + 1)
    ]
    receive(vault.ledger, Segment(stream, f"replica {at}", VILLAGE, 1, len(lines), join_lines(lines)))
    return f"I{at}"


def photo_once(vault: Vault, at: int) -> str:
    """One photo."""
    return attachments.put(vault, os.urandom(200_000) + str(at).encode())


def torn_once(vault: Vault, at: int) -> str:
    """The control: the records of one family each in a transaction of its own."""
    for change in a_family(vault, f"T{at}"):
        save(vault, VILLAGE, "edit", [change], seen={})
    return f"T{at}"


JOBS = {"save": save_once, "import": import_once, "photo": photo_once, "torn": torn_once}


def main() -> None:
    """Work until killed."""
    path, passphrase, job = sys.argv[1:]
    vault = open_vault(Path(path), passphrase)
    print("UP", flush=True)
    at = os.getpid() * 100_000
    while True:
        at += 1
        print("ACK", JOBS[job](vault, at), flush=True)


if __name__ == "__main__":
    main()
