"""Where the worker is and was: places are values, pages are reached only through them."""

import dataclasses
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True)
class Place:
    """A place to go to. Only `page` is always set.

    Pages: today, register, household, village, exchange, record, form, checklist, quality, year, conflicts, sync,
    settings.

    `record` is the household (pages household, form, checklist), the record of `list` (page record) or the draft's id
    when `extra["draft"]` is true-ish; `list` + `field` point at a field to focus; `extra` carries what only that page
    understands (as `tab`, `draft`, `form`, `year`).
    """

    page: str
    record: str = ""
    list: str = ""
    field: str = ""
    extra: dict[str, str] = dataclasses.field(default_factory=dict, hash=False)


class Navigator(QObject):
    """Signals: `asked(Place)` — the frame shows it."""

    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trail: list[Place] = []

    @property
    def here(self) -> Place | None:
        """The place shown now."""
        return self._trail[-1] if self._trail else None

    def go(self, place: Place) -> None:
        """Ask the frame for a place; a page may refuse to be left."""
        self.asked.emit(place)

    def back(self) -> None:
        """Ask for the place before this one."""
        if len(self._trail) > 1:
            self.asked.emit(self._trail[-2])

    def amend(self, place: Place) -> None:
        """What is shown has become another place by itself: a form that was finalised is no place to come back to."""
        if self._trail:
            self._trail[-1] = place

    def arrived(self, place: Place) -> None:
        """The frame tells that a place is shown: going to the one before shortens the trail."""
        if len(self._trail) > 1 and self._trail[-2] == place:
            self._trail.pop()
        elif self.here != place:
            self._trail.append(place)
            del self._trail[:-50]
