"""The audit log of a filling: when each question was shown, left and changed. ODK's client audit logs, event by event.

Pure: the times come in, the rows go out and may be given back, so a log goes on after the program was closed.
Source: ODK XForms specification, “Client audit logs”; the events are those of Collect's documentation.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, replace
from datetime import datetime

FILE = "audit.csv"
_POINT = ("latitude", "longitude", "accuracy")


@dataclass(frozen=True)
class AuditSettings:
    """What the form's `audit` question asks to be logged. Locations only when priority, interval and age are all given
    (`min_interval` and `max_age` in seconds)."""

    track_changes: bool = False
    identify_user: bool = False
    track_changes_reasons: bool = False
    location_priority: str = ""
    location_min_interval: int | None = None
    location_max_age: int | None = None

    @property
    def locates(self) -> bool:
        """Whether rows tell where the device was."""
        return bool(self.location_priority) and None not in (
            self.location_min_interval,
            self.location_max_age,
        )


def read_settings(attributes: Mapping[str, str]) -> AuditSettings:
    """The settings of the audit question's bind; `attributes` by their local names."""

    def seconds(name: str) -> int | None:
        text = attributes.get(name, "")
        return int(text) if text.isdecimal() else None

    return AuditSettings(
        attributes.get("track-changes") == "true",
        attributes.get("identify-user") == "true",
        attributes.get("track-changes-reasons") == "on-form-edit",
        attributes.get("location-priority", ""),
        seconds("location-min-interval"),
        seconds("location-max-age"),
    )


@dataclass(frozen=True)
class AuditRow:
    """One event. `start` and `end` are UTC milliseconds, `end` None for what has no length or is not over.

    `point` is latitude, longitude, accuracy as text, or empty.
    """

    event: str
    node: str
    start: int
    end: int | None = None
    point: tuple[str, ...] = ()
    old: str = ""
    new: str = ""
    user: str = ""
    reason: str = ""

    def line(self) -> str:
        """The row as one JSON line, for `row_of`."""
        return json.dumps(astuple(self), ensure_ascii=False)


def row_of(line: str) -> AuditRow:
    """The row that `AuditRow.line` wrote."""
    event, node, start, end, point, *rest = json.loads(line)
    return AuditRow(event, node, start, end, tuple(point), *rest)


class AuditLog:
    """The rows so far. A log with `rows` of before goes on with “form resume”, a new one begins with “form start”."""

    def __init__(
        self,
        now: datetime,
        settings: AuditSettings,
        *,
        rows: Iterable[AuditRow] = (),
        user: str = "",
        position: str = "",
    ) -> None:
        self.settings = settings
        self.rows: list[AuditRow] = list(rows)
        self._user = user if settings.identify_user else ""
        lat, lon, _, accuracy = (*position.split(), "", "", "", "")[:4]
        self._point = (lat, lon, accuracy) if settings.locates and lat else ()
        self._fresh: set[int] = set()
        self._open: dict[str, int] = {}
        self.event("form resume" if self.rows else "form start", now)

    def shown(self, ref: str, at: datetime, event: str = "question") -> None:
        """A question came before the worker, or a page of them (`event` “group questions”)."""
        if ref not in self._open:
            self._open[ref] = self._add(AuditRow(event, ref, _ms(at)))

    def left(self, ref: str, at: datetime) -> None:
        """The worker went on from it."""
        place = self._open.pop(ref, None)
        if place is not None:
            self._put(place, replace(self.rows[place], end=_ms(at)))

    def changed(self, ref: str, before: str, after: str, at: datetime) -> None:
        """An answer became another one. Kept only where the form tracks changes; the oldest `before` of a showing stays,
        and what ends as it began is no change."""
        if not self.settings.track_changes or before == after:
            return
        place = self._open.get(ref)
        if place is None:
            self._add(AuditRow("question", ref, _ms(at), _ms(at), old=before, new=after))
            return
        row = self.rows[place]
        old = row.old if (row.old, row.new) != ("", "") else before
        self._put(place, replace(row, old="" if old == after else old, new="" if old == after else after))

    def event(self, name: str, at: datetime, node: str = "", reason: str = "") -> None:
        """Something that has no length: “form save”, “form finalize”, “add repeat”, “delete repeat”, “jump”,
        “finalize error”, “constraint error”, “change reason” with its `reason` …"""
        self._add(AuditRow(name, node, _ms(at), reason=reason if self.settings.track_changes_reasons else ""))

    def leave_all(self, at: datetime) -> None:
        """Whatever was shown is left: the form is being closed or finalised."""
        for ref in list(self._open):
            self.left(ref, at)

    def take(self) -> tuple[tuple[int, AuditRow], ...]:
        """The rows that are new or changed since the last call, each with its place."""
        fresh = tuple((place, self.rows[place]) for place in sorted(self._fresh))
        self._fresh.clear()
        return fresh

    def csv(self) -> bytes:
        """The file `audit.csv` of the rows so far."""
        return write_csv(self.settings, self.rows)

    def _add(self, row: AuditRow) -> int:
        self.rows.append(row)
        place = len(self.rows) - 1
        self._put(place, replace(row, user=self._user, point=self._point))
        return place

    def _put(self, place: int, row: AuditRow) -> None:
        self.rows[place] = row
        self._fresh.add(place)


def write_csv(settings: AuditSettings, rows: Iterable[AuditRow]) -> bytes:
    """The file `audit.csv`: UTF-8, a header, `\n` at the end of each line; the columns that the settings ask for."""
    columns = ["event", "node", "start", "end"]
    columns += _POINT if settings.locates else ()
    columns += ("old-value", "new-value") if settings.track_changes else ()
    columns += ("user",) if settings.identify_user else ()
    columns += ("change-reason",) if settings.track_changes_reasons else ()
    lines = [",".join(columns), *(_written(settings, row) for row in rows)]
    return "".join(f"{line}\n" for line in lines).encode()


def _written(settings: AuditSettings, row: AuditRow) -> str:
    cells = [row.event, row.node, str(row.start), "" if row.end is None else str(row.end)]
    cells += (row.point or ("", "", "")) if settings.locates else ()
    cells += (row.old, row.new) if settings.track_changes else ()
    cells += (row.user,) if settings.identify_user else ()
    cells += (row.reason,) if settings.track_changes_reasons else ()
    return ",".join(map(_cell, cells))


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def _cell(text: str) -> str:
    """Quoted only where a comma or a new line asks for it, as the specification has it."""
    if "," in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text
