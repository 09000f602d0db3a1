"""Days within which a step follows, as data of the packs: a later pack changes a number, never the program.

Nothing here is a rule of the program: a date that is proposed may be changed, and only the date that was kept counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from fieldapp.standards.document import Entry, read_document
from fieldapp.standards.entries import matching, required

_ROOT = frozenset(("care", "reply"))
_STEP = frozenset(("next", "days", "status"))


@dataclass(frozen=True)
class NextStep:
    """What follows a step (`next` is empty after the last) and within how many days; `status` says how certain."""

    next: str
    days: int
    status: str = ""

    def due(self, day: str) -> str:
        """The civil date on which it is due, counted from a civil date."""
        return (date.fromisoformat(day) + timedelta(days=self.days)).isoformat()


@dataclass(frozen=True)
class Deadlines:
    """`care` by stage of care, `reply` by kind of appeal."""

    care: Mapping[str, NextStep] = field(default_factory=dict)
    reply: Mapping[str, NextStep] = field(default_factory=dict)


def read_deadlines(documents: Mapping[str, str]) -> Deadlines:
    """The deadlines of several files (origin → text, base packs first): a step named again replaces the one before.

    Raises PackError.
    """
    found: dict[str, dict[str, NextStep]] = {"care": {}, "reply": {}}
    for origin, text in documents.items():
        for part, entry in read_document(text, origin).fields(_ROOT).items():
            found[part] |= {name: _step(one) for name, one in entry.fields().items()}
    return Deadlines(found["care"], found["reply"])


def _step(entry: Entry) -> NextStep:
    fields = entry.fields(_STEP)
    return NextStep(
        fields["next"].text() if "next" in fields else "",
        int(matching(required(entry, fields, "days"), r"\d{1,3}")),
        fields["status"].text() if "status" in fields else "",
    )
