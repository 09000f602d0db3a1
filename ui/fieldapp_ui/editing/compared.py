"""What reads otherwise between two days, in words: the record, the field, before, after, who wrote it and how."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fieldapp.domain.sources import write_source
from fieldapp.journal.commit import Value
from fieldapp.store.comparing import FieldChange
from fieldapp.store.records import record
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.fact_reading import FactReading
from fieldapp_ui.editing.origins import source_words
from fieldapp_ui.editing.references import record_words
from fieldapp_ui.language import tr


@dataclass(frozen=True)
class Compared:
    """One difference; a value that is not known reads "blank"."""

    what: str
    field: str
    before: str
    after: str
    who: str


def compared(desk: Desk, changes: Sequence[FieldChange]) -> tuple[Compared, ...]:
    """The differences in the worker's language; masked where the role sees the field masked."""
    reading = FactReading(desk)
    return tuple(_compared(desk, reading, one) for one in changes)


def _compared(desk: Desk, reading: FactReading, one: FieldChange) -> Compared:
    whole = record(desk.vault, one.list, one.record)
    title = record_words(desk.vault, whole, desk.texts) if whole else ""
    year = str(whole.values.get("year") or "") if whole else ""
    what = " ".join(word for word in (reading.list_words(one.list), title, year) if word)
    when = datetime.fromtimestamp(one.when_ms / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    device = "" if one.device == desk.vault.replica else tr("another device")
    told = (when if one.when_ms else "", one.who, device, source_words(write_source(*one.source)))
    known = desk.vault.dictionary.has_field(one.list, one.field)
    field = reading.label(desk.vault.dictionary.field(one.list, one.field)) if known else tr("ended")

    def words(value: Value) -> str:
        if value is None:
            return tr("blank")
        return reading.shown(one.list, one.field, {one.field: value})[0] if known else str(value)

    return Compared(
        what, field, words(one.before), words(one.after), " · ".join(word for word in told if word)
    )
