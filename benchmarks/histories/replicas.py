"""A laptop of a history: its streams, the commits it holds (each stream a prefix) and the records they make."""

from dataclasses import dataclass, field

from fieldapp.journal.commit import Commit, Vector
from fieldapp.journal.merge import RecordState


@dataclass(frozen=True)
class Opened:
    """A form as it was opened: what its writer had then, as the scope's vector and as the oracle's set."""

    record: str
    scope: str
    seen: Vector
    had: int
    contested: bool


@dataclass
class Replica:
    """`dots` is the oracle's set of what is held. `copies` counts the times an old copy was put back."""

    name: str
    scopes: tuple[str, ...]
    skew_ms: int
    held: dict[str, list[Commit]] = field(default_factory=dict)
    records: dict[str, RecordState] = field(default_factory=dict)
    opened: list[Opened] = field(default_factory=list)
    dots: int = 0
    last: int = 0
    copies: int = 0

    def own_stream(self, scope: str) -> str:
        """The stream written now: another one after every copy."""
        return f"{self.name}+{self.copies}/{scope}"

    def vector(self, scope: str) -> dict[str, int]:
        """What is held of a scope."""
        return {
            stream: len(commits)
            for stream, commits in self.held.items()
            if commits and commits[0].scope == scope
        }

    def now(self, true_ms: int) -> str:
        """The next reading of a hybrid clock that is `skew_ms` wrong."""
        self.last = max(self.last + 1, (true_ms + self.skew_ms) << 16)
        return f"{self.last >> 16:012x}-{self.last & 0xFFFF:04x}"
