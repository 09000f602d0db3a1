"""A laptop with another version of the programme: fields and lists nobody here knows, and lines nobody can read."""

import random
from dataclasses import dataclass, field

from histories.truth import Truth

from fieldapp.journal.commit import Commit, Dot, Operation, Value, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store.intake import receive
from fieldapp.store.ledger import stream_id
from worlds.nodes import Node


@dataclass
class Stranger:
    """Its lines so far, and those that must be set aside everywhere. It writes in one village."""

    truth: Truth
    rng: random.Random
    scope: str
    replica: str = "stranger"
    lines: list[bytes] = field(default_factory=list)
    aside: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.stream = stream_id(self.replica, self.scope)

    def write(self, record: str) -> None:
        """One more line."""
        seq = len(self.lines) + 1
        time = f"0192f3c1{self.rng.randrange(1 << 16):04x}-{seq:04x}"
        kind = self.rng.randrange(5)
        fields: dict[str, Value] = (
            {"xx_colour": f"colour {seq}", "status": seq} if kind < 2 else {"reading": 10**20}
        )
        if kind == 2:
            fields = {"reading": seq}
        name = "xx_meter" if kind == 2 else "household"
        operation = Operation(name, record, "set", fields)
        commit = Commit(self.stream, self.scope, self.replica, seq, time, "s", "xx@9", "edit", (operation,))
        if kind < 2:
            self.truth.note(commit, 0)
        if kind < 3:
            self.lines.append(encode_commit(commit))
            return
        self.aside.add(seq)
        # Cut in the middle, or with another number than its place.
        misnumbered = b'{"q":999,"t":"0","w":"","v":"","k":"edit","o":[]}'
        self.lines.append(encode_commit(commit)[:40] if kind == 3 else misnumbered)

    def visit(self, node: Node) -> None:
        """Hand everything over to a node of the village."""
        if self.lines:
            segment = Segment(
                self.stream, self.replica, self.scope, 1, len(self.lines), join_lines(self.lines)
            )
            receive(node.vault.ledger, segment)
            self.truth.bit(Dot(self.stream, len(self.lines)))
            node.acknowledge()
