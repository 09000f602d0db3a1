"""Views of a list that a worker keeps: filters, columns with their widths, sorting; in the vault, never synchronised.

The view without a name is how the list was last left.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fieldapp.register.declarations import Dictionary
from fieldapp.store.finding.columns import is_column
from fieldapp.store.finding.filters import Filter
from fieldapp.store.finding.selection import Order
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class ViewColumn:
    """A column in its place; `width` in pixels at 100 % text size, 0 for as wide as it needs."""

    field: str
    width: int = 0


@dataclass(frozen=True)
class View:
    """How a list is looked at."""

    name: str
    list: str
    filters: tuple[Filter, ...] = ()
    columns: tuple[ViewColumn, ...] = ()
    order: tuple[Order, ...] = ()


def save_view(vault: Vault, view: View) -> None:
    """Keep a view of this worker in place of the one of that name."""
    with vault.transaction():
        vault.db.execute(
            "insert or replace into saved_view (worker, list, name, body) values (?, ?, ?, ?)",
            [vault.worker.name, view.list, view.name.strip(), _body(view)],
        )


def saved_views(vault: Vault, list_name: str) -> tuple[View, ...]:
    """The named views of this worker, by name. What the dictionary no longer knows is left out of them."""
    found = vault.db.execute(
        "select name, body from saved_view where worker = ? and list = ? and name <> '' order by name",
        [vault.worker.name, list_name],
    )
    return tuple(_view(vault.dictionary, list_name, name, body) for name, body in found.fetchall())


def last_view(vault: Vault, list_name: str) -> View | None:
    """How this worker left the list, or None."""
    found = vault.db.execute(
        "select body from saved_view where worker = ? and list = ? and name = ''",
        [vault.worker.name, list_name],
    ).fetchone()
    return _view(vault.dictionary, list_name, "", found[0]) if found else None


def delete_view(vault: Vault, list_name: str, name: str) -> None:
    """Take a named view of this worker away."""
    with vault.transaction():
        vault.db.execute(
            "delete from saved_view where worker = ? and list = ? and name = ?",
            [vault.worker.name, list_name, name],
        )


def _body(view: View) -> str:
    return json.dumps(
        {
            "filters": [[one.field, one.sign, one.value] for one in view.filters],
            "columns": [[one.field, one.width] for one in view.columns],
            "order": [[one.field, one.descending] for one in view.order],
        },
        ensure_ascii=False,
    )


def _view(dictionary: Dictionary, list_name: str, name: str, body: str) -> View:
    read = json.loads(body)
    return View(
        name,
        list_name,
        tuple(
            Filter(f, sign, _value(value))
            for f, sign, value in _known(dictionary, list_name, read["filters"])
        ),
        tuple(ViewColumn(f, width) for f, width in _known(dictionary, list_name, read["columns"])),
        tuple(Order(f, descending) for f, descending in _known(dictionary, list_name, read["order"])),
    )


def _known(dictionary: Dictionary, list_name: str, parts: Sequence[Sequence[Any]]) -> list[Sequence[Any]]:
    return [part for part in parts if is_column(dictionary, list_name, part[0])]


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
