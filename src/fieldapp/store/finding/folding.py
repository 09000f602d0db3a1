"""One record folded into another: its values, its children, and whatever names it; every change is collected once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from fieldapp.domain.identifiers import year_id
from fieldapp.journal.commit import Value
from fieldapp.register.endings import DUPLICATE, UNDONE
from fieldapp.store.moving.deeds import today
from fieldapp.store.refusals import unknown_record
from fieldapp.store.rows import Row, read_row
from fieldapp.store.save import Change
from fieldapp.store.vault import Vault

PROOFS = ("submission", "signature")
"""What was handed in or signed stays with the record it was made for."""


class Folding:
    """Collects what changes, each record once; what ends stays ended."""

    def __init__(self, vault: Vault, years: Mapping[str, Mapping[str, Value]] | None = None) -> None:
        """`years`: kept record of one year → the values of it that a person chose."""
        self.vault = vault
        self.years = years or {}
        self.day = today(vault)
        self.collected: dict[tuple[str, str], Change] = {}

    def row(self, list_name: str, record: str) -> Row:
        """A record of the worker's villages. Raises RegisterError register.unknown_record."""
        found = read_row(self.vault.ledger, self.vault.ledger.layout(list_name), record)
        if found is None or not self.vault.worker.covers(found.scope):
            raise unknown_record()
        return found

    def changes(self) -> list[Change]:
        """What was collected; a value that stands already is not written again."""
        found: list[Change] = []
        for change in self.collected.values():
            if change.action == "set" and change.record is not None:
                now = self.row(change.list, change.record).values
                new = {key: value for key, value in change.values.items() if now.get(key) != value}
                found += [replace(change, values=new)] if new else []
            else:
                found.append(change)
        return found

    def fold(self, list_name: str, kept: Row, gone: Row, take: Mapping[str, Value]) -> None:
        """One record into another, its children and whatever names it."""
        self.put(list_name, kept.id, {**self._unknown(list_name, kept, gone), **take})
        self.end(list_name, gone.id)
        for spec in self.vault.dictionary.children(list_name):
            for child in self.rows(spec.name, list_name, gone.id):
                if spec.key_by == "year":
                    self._year(spec.name, list_name, kept, child)
                elif spec.name not in PROOFS:
                    self.put(spec.name, child.id, {list_name: kept.id})
        self._references(list_name, kept, gone)

    def _year(self, name: str, parent: str, kept: Row, child: Row) -> None:
        year = child.values.get("year")
        if not isinstance(year, int):
            return
        record = year_id(kept.id, name, year)
        there = read_row(self.vault.ledger, self.vault.ledger.layout(name), record)
        if there is None or "ended_on" in there.values:
            values = {key: value for key, value in child.values.items() if key in self.columns(name)}
            self.collected[name, record] = Change(name, record, "add", {**values, parent: kept.id})
        else:
            self.put(name, record, {**self._unknown(name, there, child), **self.years.get(record, {})})
        self.end(name, child.id)

    def _references(self, list_name: str, kept: Row, gone: Row) -> None:
        """Whatever names the other record in this village names the kept one."""
        for name in self.vault.ledger.layouts:
            if name in PROOFS:
                continue
            for field in self.vault.dictionary.stored_fields(name):
                if field.type != "ref" or field.codes not in ("", list_name):
                    continue
                for row in self.rows(name, field.key, gone.id):
                    if row.scope == gone.scope:
                        self.put(name, row.id, {field.key: kept.id})

    def _unknown(self, list_name: str, kept: Row, gone: Row) -> dict[str, Value]:
        """What only the other knows; of fields that merge as one only where the kept record knows none of them."""
        layout = self.vault.ledger.layout(list_name)
        known = {layout.cell_of(key) for key in kept.values}
        own = (layout.parent, "year", "relation")
        return {
            key: value
            for key, value in gone.values.items()
            if key in layout.columns and key not in own and layout.cell_of(key) not in known
        }

    def rows(self, list_name: str, field: str, value: str, *, ended: bool = False) -> Iterator[Row]:
        """The records whose field holds this; with `ended` also those that left, never those that were wrong."""
        gone = "coalesce(ended_reason, '') not in (?, ?)" if ended else "ended_on is null and ? <> ?"
        found = self.vault.db.execute(
            f'select id from "{list_name}" where "{field}" = ? and {gone} order by n',
            [value, UNDONE, DUPLICATE],
        ).fetchall()
        for (record,) in found:
            yield self.row(list_name, record)

    def columns(self, list_name: str) -> tuple[str, ...]:
        """The columns of a list."""
        return self.vault.ledger.layout(list_name).columns

    def put(self, list_name: str, record: str, values: Mapping[str, Value]) -> None:
        """Set values of a record, beside what is set already; one that ends stays as it was."""
        before = self.collected.get((list_name, record))
        if before is not None and before.action != "end":
            self.collected[list_name, record] = Change(
                list_name, record, before.action, {**before.values, **values}
            )
        elif before is None and values:
            self.collected[list_name, record] = Change(list_name, record, "set", dict(values))

    def end(self, list_name: str, record: str) -> None:
        """End a record, whatever else was to be written."""
        values: dict[str, Value] = {"ended_on": self.day, "ended_reason": DUPLICATE}
        self.collected[list_name, record] = Change(list_name, record, "end", values)
