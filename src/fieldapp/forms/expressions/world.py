"""What an expression may ask of the session around it: the clock, ids, chance, texts, instances."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fieldapp.forms.expressions.dates import days_of
from fieldapp.forms.expressions.values import NAN, Value, plain_number, text_of
from fieldapp.forms.expressions.work import Work
from fieldapp.forms.tree import Node


@dataclass(eq=False)
class World:
    """One for each session. `today`, `now` and the zone are given, so the same answers give the same form."""

    today: date
    now: datetime
    zone: ZoneInfo
    new_uuid: Callable[[], str]
    chance: random.Random
    instances: Mapping[str, Node] = field(default_factory=dict)
    itext: Callable[[str], str] = str
    choice_name: Callable[[str, str, Node | None], str] = lambda value, path, node: value
    metadata: dict[str, str] = field(default_factory=dict)
    version: str = ""
    own_rows: bool = True
    indexes: dict[tuple[int, str, str], dict[object, list[Node]]] = field(default_factory=dict)
    work: Work = field(default_factory=Work)
    # The end of filling, for `duration()` alone: as long as it goes on, no time has passed in the session.
    ended: datetime = field(init=False)
    timed: dict[Node, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ended = self.now

    def number(self, text: str) -> float:
        """`number(text)`: a date or time stamp counts in days since 1970-01-01 UTC, other words are NaN."""
        plain = plain_number(text)
        if plain is not None:
            return plain
        days = days_of(text, self.zone) if len(text) >= 10 else None
        return NAN if days is None else days

    def number_of(self, value: Value) -> float:
        """`number(value)`."""
        if isinstance(value, float):
            return value
        if isinstance(value, bool):
            return 1.0 if value else 0.0
        return self.number(value if isinstance(value, str) else text_of(value))
