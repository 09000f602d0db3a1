"""The tables a dictionary asks for: one a list, columns only ever added; what was unknown is replayed from the log."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from fieldapp.errors import PackError
from fieldapp.journal.merge import ENDED, ENDED_FIELDS
from fieldapp.register.dictionary import Dictionary, FieldSpec
from fieldapp.register.past_homes import has_past_homes, past_home_sql
from fieldapp.register.rules import parse_check
from fieldapp.store.cipher import transaction
from fieldapp.store.faults import damaged

if TYPE_CHECKING:
    from sqlite_utils import Database

INTEGERS = frozenset(("int", "decimal", "money", "year", "bool"))
OWN_COLUMNS = ("n", "id", "scope", "seen", "extra", *ENDED_FIELDS)
FIXED_TABLES = frozenset(
    "meta stream segment tail quarantine receipt conflict task draft draft_answer draft_audit attachment "
    "region worker unmasked export_log find find_slot saved_view sample erased "
    "import_run import_chunk saved_mapping past_home "
    "base_stream base_part receipt_day bootstrap bootstrap_piece "
    "lagging certificate anchor revocation author head alarm review "
    "attachment_place thumbnail file_part file_there "
    "bundle_waiting bundle_part bundle_file bundle_receipted sync_note unindexed acceptance "
    "find_config find_data find_docsize find_idx hub_account hub_code hub_device hub_seen".split()
)


@dataclass(frozen=True)
class Layout:
    """How a list lies in its table. `columns`: parent, year, then the stored fields; `cells`: field → cell, shared ones;
    `searched`: the fields that search looks at; `files`: those that name attachments; `unique`: those whose clash is a
    task; `title`: the one that a record goes by, if any."""

    list: str
    parent: str
    yearly: bool
    columns: tuple[str, ...]
    cells: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    searched: tuple[FieldSpec, ...]
    fields: Mapping[str, FieldSpec]
    files: tuple[str, ...]
    unique: tuple[str, ...]
    title: str

    @cached_property
    def insert_sql(self) -> str:
        """One new row: the own columns of every table in their order, then `columns`."""
        return self.insert_of((*OWN_COLUMNS, *self.columns))

    def insert_of(self, keys: Sequence[str]) -> str:
        """One new row of these columns; the others are NULL."""
        names = ", ".join(f'"{key}"' for key in keys)
        return f'insert into "{self.list}" ({names}) values ({", ".join("?" * len(keys))})'

    @cached_property
    def known(self) -> frozenset[str]:
        """The keys that have a column."""
        return frozenset((*self.columns, *ENDED_FIELDS))

    @cached_property
    def searched_keys(self) -> frozenset[str]:
        """The keys of `searched`."""
        return frozenset([field.key for field in self.searched])

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The cell of each field that is not a cell of its own, the end's among them."""
        return {**self.cells, **dict.fromkeys(ENDED_FIELDS, ENDED)}

    @cached_property
    def integers(self) -> frozenset[str]:
        """The keys whose values are whole numbers: the year, and money, decimals and booleans as they are stored."""
        return frozenset(("year", *(key for key, spec in self.fields.items() if spec.type in INTEGERS)))

    def cell_of(self, key: str) -> str:
        """The name of the cell a field merges in."""
        return self.names.get(key, key)


def layout_of(dictionary: Dictionary, name: str) -> Layout:
    """The layout of one list. Raises PackError where a name is FieldApp's own."""
    spec = dictionary.lists[name]
    fields = {field.key: field for field in dictionary.stored_fields(name)}
    own = [spec.parent] if spec.parent else []
    own += ["year"] if spec.key_by == "year" else []
    columns = (*own, *(key for key in fields if key not in own))
    taken = name if name in FIXED_TABLES else next((key for key in columns if key in OWN_COLUMNS), "")
    if taken:
        raise PackError(
            "pack.reserved_name",
            "The name {name} is FieldApp's own. Rename it in the dictionary.",
            name=taken,
        )
    members: dict[str, tuple[str, ...]] = {}
    for key, field in fields.items():
        members[field.merge_name] = (*members.get(field.merge_name, ()), key)
    shared = {key: cell for cell, keys in members.items() for key in keys if len(keys) > 1 or key != cell}
    searched = tuple(field for field in fields.values() if field.find)
    files = tuple(field.key for field in fields.values() if field.type == "file")
    unique = tuple(
        field.key for field in fields.values() if any(r.kind == "unique" for r in parse_check(field.check))
    )
    lying = (name, spec.parent, spec.key_by == "year", columns, shared, members, searched, fields, files)
    return Layout(*lying, unique, spec.title_field)


def make_tables(db: "Database", dictionary: Dictionary) -> tuple[str, ...]:
    """Make or widen the tables; returns the lists whose rows must be replayed from the log (see `projection`)."""
    layouts = {name: layout_of(dictionary, name) for name in dictionary.lists}
    shape = {name: _shape(layout) for name, layout in layouts.items()}
    with transaction(db):
        row = db.execute("select value from meta where key = 'shape'").fetchone()
        before = _read_shape(row[0]) if row else {}
        if before != shape:
            for layout in layouts.values():
                _make_table(db, layout)
        if has_past_homes(dictionary):
            for statement in past_home_sql():
                db.execute(statement)
        if before == shape:
            return ()
        db.execute("insert or replace into meta (key, value) values ('shape', ?)", [json.dumps(shape)])
        return tuple(
            name for name in shape if shape[name] != before.get(name) and _is_stale(db, name, before, shape)
        )


def _read_shape(text: str) -> dict[str, dict[str, object]]:
    try:
        read: dict[str, dict[str, object]] = json.loads(text)
    except ValueError as wrong:
        raise damaged() from wrong
    return read


def _shape(layout: Layout) -> dict[str, object]:
    searched = {field.key: field.find for field in layout.searched}
    return {
        "columns": list(layout.columns),
        "cells": dict(layout.cells),
        "searched": searched,
        "unique": list(layout.unique),
        "title": layout.title,
    }


def _is_stale(
    db: "Database",
    name: str,
    before: Mapping[str, Mapping[str, object]],
    shape: Mapping[str, Mapping[str, object]],
) -> bool:
    if name not in before:
        return db.execute("select 1 from stream where head_seq > 0 limit 1").fetchone() is not None
    if any(before[name][part] != shape[name][part] for part in ("cells", "searched")):
        return True
    return db.execute(f'select 1 from "{name}" where extra is not null limit 1').fetchone() is not None


def _make_table(db: "Database", layout: Layout) -> None:
    types: dict[str, type] = {"n": int, "id": str, "scope": str, "seen": bytes, "extra": str}
    types |= {"ended_on": str, "ended_reason": str}
    columns = {key: _sql_type(layout, key) for key in layout.columns}
    table = db.table(layout.list)
    if not table.exists():
        table.create(types | columns, pk="n", not_null={"id", "scope", "seen"})
        table.create_index(["id"], unique=True)
        table.create_index(["scope"])
        if layout.parent:
            table.create_index([layout.parent, "year"] if layout.yearly else [layout.parent])
    for key in columns.keys() - table.columns_dict.keys():
        table.add_column(key, columns[key])
    # A reference is looked up from the other end (whom a helper helps).
    for key in (key for key in columns if key in layout.fields and layout.fields[key].type == "ref"):
        _make_index(db, layout, key)
    # A number's beginning is searched within a place: the scope beside it spares the rows.
    numbers = {field.key for field in layout.searched if field.find == "number"}
    for key in dict.fromkeys(
        (*layout.unique, *(f.key for f in layout.searched if f.find in ("number", "name")))
    ):
        _make_index(db, layout, key, *(["scope"] if key in numbers else ()))
    if layout.searched:
        db.execute("insert or ignore into find_slot (list) values (?)", [layout.list])


def _make_index(db: "Database", layout: Layout, *columns: str) -> None:
    """An index to look records up by; one that stands in its place but holds other rows is made anew.

    Most fields are empty, and nobody looks for those: only a title is also what a list is sorted by, without gaps.
    """
    name = f"idx_{layout.list}_{'_'.join(columns)}"
    some = f' where "{columns[0]}" is not null' if columns[0] != layout.title else ""
    if row := db.execute(
        "select sql from sqlite_master where type = 'index' and name = ?", [name]
    ).fetchone():
        if (" where " in row[0]) == bool(some):
            return
        db.execute(f'drop index "{name}"')
    named = ", ".join(f'"{key}"' for key in columns)
    db.execute(f'create index "{name}" on "{layout.list}" ({named}){some}')


def _sql_type(layout: Layout, key: str) -> type:
    field = layout.fields.get(key)
    return int if (key == "year" and layout.yearly) or (field and field.type in INTEGERS) else str
