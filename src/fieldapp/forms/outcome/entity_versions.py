"""ODK's integer versions of an entity from the commits of a record, and back. They live only at the border.

Inside, a commit says what it saw by dots. Outside, the specification (offline entities, 2024.1) counts: a version for
each write; `trunkVersion` is the version that the server last held; `branchId` names the line of offline writes on top
of it; within that line `baseVersion` counts up.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fieldapp.forms.state import EntityVersion
from fieldapp.journal.commit import Dot, Vector

_BRANCHES = uuid.UUID("5d2f7b0e-53d1-5a0b-9a55-0f6c9b6f4c11")


@dataclass(frozen=True)
class Write:
    """One commit that wrote the record: its dot, its time as commits write it, and whether the centre holds it."""

    dot: Dot
    time: str
    central: bool


def in_order(writes: Iterable[Write]) -> tuple[Write, ...]:
    """The versions 1, 2, 3 …: what the centre holds, then what is only here, each by the writers' clocks."""
    return tuple(sorted(writes, key=lambda write: (not write.central, write.time, write.dot)))


def version_of(
    writes: Sequence[Write], branch_of: str, *, before: EntityVersion | None = None
) -> EntityVersion:
    """The version a form opens with. `branch_of` names the record and the replica: the same line, the same branch.

    `before` is the version that the last write which is only here was sent with: its line goes on, even when the centre
    has meanwhile taken the first part of it.
    """
    trunk = sum(write.central for write in writes)
    is_ahead = len(writes) > trunk
    if is_ahead and before is not None:
        base = int(before.base) + 1 if before.base else 1
        return EntityVersion(str(base), before.trunk, before.branch)
    branch = str(uuid.uuid5(_BRANCHES, f"{branch_of}/{trunk}"))
    return EntityVersion(str(len(writes)) if writes else "", str(trunk) if trunk else "", branch)


def seen_at(writes: Sequence[Write], base: str) -> Vector:
    """What a client saw that names this base version: the last dot of each stream among the first `base` writes.

    A base that is no number, or beyond what is known here, has seen everything that is here at most.
    """
    count = int(base) if base.isdecimal() else 0
    seen: dict[str, int] = {}
    for write in in_order(writes)[:count]:
        seen[write.dot.stream] = max(seen.get(write.dot.stream, 0), write.dot.seq)
    return seen
