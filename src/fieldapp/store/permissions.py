"""What the worker of a vault may read and reach: `domain.roles` put into SQL and refusals.

The rule it holds: whoever reads rows puts `scope_clause` into the query, whoever hands out values goes through
`field_rights`, whoever writes asks `write_rights`; there is no other place where a role is asked.
"""

from datetime import UTC, datetime

from fieldapp.domain.region import RegionCode, is_region_code
from fieldapp.domain.roles import Right, Role, fits, may, role
from fieldapp.errors import RegisterError
from fieldapp.store.ledger import Ledger
from fieldapp.store.vault import Vault

HOUSEHOLD = "household"
SUBMISSION = "submission"


def role_of(vault: Vault) -> Role:
    """The role of this session's worker; one with no right where the vault has been handed over or is out of time."""
    return role(vault.worker.role)


def scope_clause(vault: Vault, table: str) -> tuple[str, list[str]]:
    """SQL that lets through the rows of `table` this worker may read, and its parameters: the scopes, the role's lists,
    and for a helper or evaluator the households within reach. The table goes by its own name."""
    if not may_read(vault, table):
        return "0", []
    ranges = [prefix_range(scope) for scope in vault.worker.scopes]
    reach, params = _reach_clause(vault, table)
    if any(low == "" for low, _ in ranges):
        return reach, params
    tests = [f'"{table}".scope >= ? and "{table}".scope < ?' for _ in ranges]
    bounds = [bound for low_high in ranges for bound in low_high]
    within = f"({' or '.join(tests) or '0'})"
    return (within, bounds) if reach == "1" else (f"({within} and {reach})", [*bounds, *params])


def prefix_range(scope: str) -> tuple[str, str]:
    """The half-open range of scopes that a region code of any level covers; ("", "~") is all."""
    prefix = RegionCode(scope).prefix if is_region_code(scope) else scope
    return prefix, prefix + "~"


def may_read(vault: Vault, list_name: str) -> bool:
    """Whether the role reads anything of this list."""
    own = role_of(vault)
    return own.may("read") and fits(own.reads, list_name, lists_above(vault.ledger, list_name))


def may_write(vault: Vault, list_name: str) -> bool:
    """Whether the role enters and changes records of a list at all; a field or a record may still be refused."""
    own = role_of(vault)
    return own.may("write") and fits(own.writes, list_name, lists_above(vault.ledger, list_name))


def may_reach(vault: Vault, list_name: str, record: str) -> bool:
    """Whether this record is one the worker may read."""
    clause, params = scope_clause(vault, list_name)
    found = vault.db.execute(f'select 1 from "{list_name}" where id = ? and {clause}', [record, *params])
    return found.fetchone() is not None


def refuse_without(vault: Vault, right: Right) -> None:
    """Raises RegisterError role.not_allowed where the role lacks a right."""
    if not role_of(vault).may(right):
        raise not_allowed(vault)


def refuse_equipping(vault: Vault) -> None:
    """Raises RegisterError role.not_allowed where packs and regions are another worker's to bring: a vault in which
    nobody has that right, as a lone helper's or evaluator's, is served by whoever works with it."""
    own = role_of(vault)
    if own.may("equip"):
        return
    roles = vault.db.execute("select role from worker").fetchall()
    if not own.may("read") or any(may(name, "equip") for (name,) in roles):
        raise not_allowed(vault)


def refuse_export(vault: Vault, *, masked: bool, reason: str) -> None:
    """Raises RegisterError role.not_allowed, export.no_reason: without masks only some roles, and none without why."""
    if not role_of(vault).may("export", "" if masked else "id"):
        raise not_allowed(vault)
    if not masked and not reason.strip():
        raise RegisterError(
            "export.no_reason", "Write why this leaves without masks. It goes on record with your name."
        )


def not_allowed(vault: Vault) -> RegisterError:
    """The refusal of what a role may not do."""
    return RegisterError(
        "role.not_allowed",
        "Your role may not do this. Ask the township station.",
        role=vault.worker.role,
    )


def lists_above(ledger: Ledger, list_name: str) -> tuple[str, ...]:
    """The lists over a list, its parent first."""
    found: tuple[str, ...] = ()
    layout = ledger.layouts.get(list_name)
    while layout is not None and layout.parent and layout.parent not in found:
        found = (*found, layout.parent)
        layout = ledger.layouts.get(layout.parent)
    return found


def today_of(vault: Vault) -> str:
    """The civil day of this session's clock."""
    return datetime.fromtimestamp(vault.clock() / 1000, UTC).date().isoformat()


def _reach_clause(vault: Vault, table: str) -> tuple[str, list[str]]:
    """The households within reach, as a condition on the rows of a table; "1" where the scopes alone decide."""
    reach = role_of(vault).reach
    if reach == "scope":
        return "1", []
    own, params = "1", list[str]()
    if reach == "sample" and table == SUBMISSION:
        # What the team answered before stays unseen: an evaluator reads the sheets he wrote.
        own, params = f'"{table}".worker_name = ?', [vault.worker.name]
    above = lists_above(vault.ledger, table)
    if table != HOUSEHOLD and HOUSEHOLD not in above:
        return own, params
    within, more = _households(vault, reach)
    parent = HOUSEHOLD
    for name in reversed(above[: above.index(HOUSEHOLD)] if above else ()):
        within = f'select up.id from "{name}" up where up."{parent}" in ({within})'
        parent = name
    column = "id" if table == HOUSEHOLD else above[0]
    return f'({own} and "{table}"."{column}" in ({within}))', [*params, *more]


def _households(vault: Vault, reach: str) -> tuple[str, list[str]]:
    if reach == "sample":
        return "select s.household from sample s", []
    if reach != "paired":
        return "select null where 0", []
    worker, layouts = vault.worker, vault.ledger.layouts
    queries: list[str] = []
    params: list[str] = []
    paired = "pairing" in layouts and "helper" in layouts
    if paired:
        who = "p.helper = ?" if worker.helper else "p.helper in (select e.id from helper e where e.name = ?)"
        queries.append(
            f"select p.household from pairing p where {who} and p.ended_on is null "
            "and (p.to_on is null or p.to_on >= ?)"
        )
        params += [worker.helper or worker.name, today_of(vault)]
    if HOUSEHOLD in layouts and "helper_name" in layouts[HOUSEHOLD].columns and not worker.helper:
        # A name on the household counts only while nobody was paired with it: a handover must not leave it open.
        free = " and not exists (select 1 from pairing q where q.household = h.id)" if paired else ""
        queries.append(f"select h.id from household h where h.helper_name = ?{free}")
        params.append(worker.name)
    return " union ".join(queries) or "select null where 0", params
