"""`fieldapp conflict list | resolve`: what two people wrote without seeing each other, closed without a window."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

import click

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.saying import json_option, say, texts, words
from fieldapp.store.vault_options import opened_vault, vault_options

if TYPE_CHECKING:
    from fieldapp.store import Vault
    from fieldapp.store.conflicts import Conflict

_NUMBERS = ("id", "bank")
"""Mask classes whose values no list shows whole."""


@click.group()
def conflict() -> None:
    """Values that two people wrote without seeing each other's."""


@conflict.command("list")
@vault_options
@json_option
def conflict_list(as_json: bool, **place: Any) -> None:
    """List the open conflicts; numbers of identity and bank cards are masked."""
    from fieldapp.store.conflicts import conflicts

    with opened_vault(**place) as vault:
        found = conflicts(vault)
        lines = [line for one in found for line in _conflict_lines(vault, one)]
        data = [_conflict_out(vault, one) for one in found]
        say(as_json, data, *(lines or [texts("No conflicts are open.")]))


@conflict.command("resolve")
@click.argument("conflict_id", metavar="ID")
@click.option("--take", required=True, metavar="mine|theirs|VALUE", help="Which value shall stand.")
@vault_options
@json_option
def conflict_resolve(conflict_id: str, take: str, as_json: bool, **place: Any) -> None:
    """Close a conflict."""
    from fieldapp.store.conflicts import conflicts, resolve

    with opened_vault(**place) as vault:
        found = next((one for one in conflicts(vault) if one.id == conflict_id), None)
        if found is None:
            raise RegisterError(
                "conflict.unknown",
                "There is no open conflict {id}. `fieldapp conflict list` shows them.",
                id=conflict_id,
            )
        saved = resolve(vault, found, _choice(vault, found, take))
        told = {"id": conflict_id, "stream": saved.dot.stream, "seq": saved.dot.seq}
        say(as_json, told, texts("The conflict is closed."))


def _choice(vault: "Vault", found: "Conflict", take: str) -> "Literal['mine', 'theirs'] | dict[str, Any]":
    from fieldapp.errors import Finding
    from fieldapp.register.checks import entered_value

    if take == "mine":
        return "mine"
    if take == "theirs":
        return "theirs"
    named = [side for side in found.sides if take in _texts_of(vault, found, side.values)]
    if len(named) == 1:
        return dict(named[0].values)
    spec = vault.dictionary.field(found.list, found.field) if len(found.before_values) == 1 else None
    if spec is None:
        raise RegisterError(
            "conflict.group",
            "{field} holds several values that belong together. Choose mine, theirs, or a value that one side alone has.",
            field=found.field,
        )
    today = datetime.fromtimestamp(vault.clock() / 1000, UTC).date().isoformat()
    stored = entered_value(spec, take, vault.dictionary, today=today)
    if isinstance(stored, Finding):
        raise RegisterError(stored.code, stored.text, **stored.params)
    return {found.field: stored}


def _texts_of(vault: "Vault", found: "Conflict", values: Mapping[str, Value]) -> set[str]:
    """The values of a side as they are stored and as they are shown: by one of them a third side can be named too."""
    from fieldapp.register.values import to_text

    given = {key: value for key, value in values.items() if value is not None}
    known = (key for key in given if vault.dictionary.has_field(found.list, key))
    shown = {
        to_text(vault.dictionary.field(found.list, key), given[key], vault.dictionary, words())
        for key in known
    }
    return shown | {str(value) for value in given.values()}


def _conflict_lines(vault: "Vault", one: "Conflict") -> Iterator[str]:
    from fieldapp.register.values import to_text

    yield one.id
    for side in one.sides:
        shown = []
        for key, value in _masked(vault, one, side.values).items():
            spec = (
                vault.dictionary.field(one.list, key) if vault.dictionary.has_field(one.list, key) else None
            )
            label = words().pick(spec.zh_hans, spec.zh_hant, spec.en) if spec else key
            whole = spec is not None and value == side.values[key]
            told = to_text(spec, value, vault.dictionary, words()) if spec and whole else str(value or "")
            shown.append(f"{label} {told}")
        yield f"  {'mine' if side.mine else 'theirs'}  {side.worker}: {', '.join(shown)}"


def _masked(vault: "Vault", one: "Conflict", values: Mapping[str, Value]) -> dict[str, Value]:
    from fieldapp.domain.masking import mask

    shown = dict(values)
    for key, value in values.items():
        known = value is not None and vault.dictionary.has_field(one.list, key)
        if known and (spec := vault.dictionary.field(one.list, key)).mask in _NUMBERS:
            shown[key] = mask(str(value), spec.mask)
    return shown


def _conflict_out(vault: "Vault", one: "Conflict") -> dict[str, Any]:
    before = _masked(vault, one, one.before_values)
    return {
        "id": one.id,
        "list": one.list,
        "record": one.record,
        "field": one.field,
        "before": before.get(one.field, next(iter(before.values()), None)),
        "sides": [
            {
                "mine": side.mine,
                "worker": side.worker,
                "time_ms": side.time_ms,
                "values": _masked(vault, one, side.values),
            }
            for side in one.sides
        ],
    }
