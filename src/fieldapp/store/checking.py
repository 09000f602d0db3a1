"""Runs a standard set over the vault: one read-only statement for the verdicts, one for each member list's open facts.

A worker's scopes are part of the statement. What the rows mean is for `fieldapp.standards` to say.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fieldapp.domain.region import scope_covers
from fieldapp.errors import PackError, RegisterError
from fieldapp.journal.commit import Value
from fieldapp.standards.outcome import Checklist
from fieldapp.store.cipher import is_in_transaction
from fieldapp.store.field_rights import sees_all_fields
from fieldapp.store.permissions import may_reach, not_allowed, prefix_range, role_of
from fieldapp.store.vault import Vault

if TYPE_CHECKING:
    from fieldapp.standards.compiled import CompiledSet
    from fieldapp.standards.model import StandardSet


def standard_sets(vault: Vault) -> Mapping[str, "StandardSet"]:
    """The sets of the vault's packs by name, with the lines and settings that county packs add. Raises PackError."""
    from fieldapp.standards.reader import read_sets

    files = [file for pack in vault.packs for file in pack.standards.values()]
    return read_sets({str(file): file.read_text("utf-8") for file in files})


def compiled_set(vault: Vault, set_name: str = "") -> "CompiledSet":
    """A set ready to run; "" is the only household set there is. Compiled once a session: it costs a tenth of a second.

    Raises PackError standards.no_set, and for a set that does not fit the dictionary.
    """
    known = vault.session.compiled
    if set_name not in known:
        known[set_name] = _compile(vault, set_name)
    return known[set_name]


def _compile(vault: Vault, set_name: str) -> "CompiledSet":
    from fieldapp.standards.compiler import compile_set

    sets = standard_sets(vault)
    names = [name for name, standard in sets.items() if standard.level == "household"]
    name = set_name or (names[0] if len(names) == 1 else "")
    if name not in sets:
        raise PackError(
            "standards.no_set",
            "No pack of this vault holds the standard set {name}. There are: {known}. Name one with --set.",
            name=name or "-",
            known=", ".join(sorted(sets)) or "-",
        )
    return compile_set(sets[name], vault.dictionary)


def check_household(
    vault: Vault, household: str, year: int, set_name: str = "", *, compiled: "CompiledSet | None" = None
) -> Checklist:
    """Every criterion of a set for one household and year. Raises RegisterError for one that is not here."""
    row = vault.db.execute("select scope from household where id = ?", [household]).fetchone()
    _refuse_partial_sight(vault)
    if row is not None and may_reach(vault, "household", household):
        found = _check(vault, compiled or compiled_set(vault, set_name), str(row[0]), year, household)
        if found:
            return found[0]
    raise RegisterError(
        "register.no_household", "This household is not in your register, or has left it. Choose another one."
    )


def check_scope(
    vault: Vault, scope: str, year: int, set_name: str = "", *, compiled: "CompiledSet | None" = None
) -> tuple[Checklist, ...]:
    """The checklists of every active household of a region (any level) that the worker may see, by scope and id."""
    _refuse_partial_sight(vault)
    ready = compiled or compiled_set(vault, set_name)
    prefix = prefix_range(scope)[0]
    is_whole = role_of(vault).reach == "scope"
    seen = {
        checklist.household: checklist
        for part in allowed_scopes(vault, prefix)
        for checklist in _check(vault, ready, part, year, "")
    }
    within = (one for one in seen.values() if is_whole or may_reach(vault, "household", one.household))
    return tuple(sorted(within, key=lambda checklist: (checklist.scope, checklist.household)))


def _refuse_partial_sight(vault: Vault) -> None:
    """A checklist shows facts of every section: who reads only some of them has none."""
    if not sees_all_fields(vault):
        raise not_allowed(vault)


def allowed_scopes(vault: Vault, prefix: str) -> list[str]:
    """What of a region the worker's scopes cover, as prefixes."""
    own = [prefix_range(scope)[0] for scope in vault.worker.scopes]
    if any(scope_covers(scope, prefix) for scope in own):
        return [prefix]
    return [scope for scope in own if scope_covers(prefix, scope)]


def _check(
    vault: Vault, compiled: "CompiledSet", scope: str, year: int, household: str
) -> tuple[Checklist, ...]:
    from fieldapp.standards.reading import read_checklists

    places = {"scope": scope, "year": year, "as_of": compiled.standard.as_of(year), "record": household}

    def rows(statement: str) -> list[dict[str, Value]]:
        cursor = vault.db.execute(compiled.for_one(statement) if household else statement, places)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    with one_moment(vault):
        verdicts = rows(compiled.verdicts)
        members = {name: rows(statement) for name, statement in compiled.members.items()}
    return read_checklists(compiled, vault.dictionary, year, verdicts, members)


@contextmanager
def one_moment(vault: Vault) -> Iterator[None]:
    """A read transaction: verdicts and open facts are of one moment, whatever another connection writes meanwhile."""
    if is_in_transaction(vault.db):
        yield
        return
    vault.db.execute("begin")
    try:
        yield
    finally:
        vault.db.execute("rollback")
