"""What the worker of a vault may read, write, take out and see whole: `domain.roles` put into SQL and refusals.

The rule it holds: whoever reads rows puts `scope_clause` into the query, whoever hands out values goes through
`withhold`, whoever writes asks `refuse_write`; there is no second place where a role is asked.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from fieldapp.domain.masking import mask
from fieldapp.domain.region import RegionCode, is_region_code
from fieldapp.domain.roles import IDENTIFYING, Right, Role, Showing, fits, may, role
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import FieldSpec
from fieldapp.store.ledger import Ledger
from fieldapp.store.vault import Vault

HOUSEHOLD = "household"
SUBMISSION = "submission"
APPROVALS: Mapping[str, frozenset[str]] = {
    "entry": frozenset(("approved_by", "approved_on")),
    "submission_return": frozenset(("returned_by", "returned_on")),
}
"""Fields that say somebody approved: written only by a role that may approve."""


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


def sees_all_fields(vault: Vault) -> bool:
    """Whether the role reads every field: what shows facts in one picture (checklist, history) needs it."""
    return role_of(vault).fields == "all"


def showing(vault: Vault, spec: FieldSpec) -> Showing:
    """How this worker is shown a field."""
    own = role_of(vault)
    if own.fields == "all" or not spec.list or is_key(vault, spec):
        return own.showing(spec.mask)
    if own.fields == "identifying" and fits(own.writes, spec.list, lists_above(vault.ledger, spec.list)):
        # His own sheets, whole.
        return own.showing(spec.mask)
    ours = own.fields == "section" and spec.section in vault.worker.sections
    if ours and spec.mask not in (*IDENTIFYING, "bank"):
        return "whole"
    return own.showing(spec.mask) if ours or spec.find or spec.mask in IDENTIFYING else "hidden"


def visible(vault: Vault, spec: FieldSpec) -> bool:
    """Whether this worker may see a field at all, masked or whole."""
    return may_read(vault, spec.list) and showing(vault, spec) != "hidden"


def shown(vault: Vault, spec: FieldSpec, text: str) -> tuple[str, bool]:
    """The words of a value as this worker sees them in passing, and whether they are masked; hidden reads as ""."""
    how = showing(vault, spec)
    if how == "whole" or not text:
        return text, False
    return ("", True) if how == "hidden" else (mask(text, spec.mask), True)


def withheld_keys(vault: Vault, list_name: str) -> frozenset[str]:
    """The fields of a list whose stored value this worker never gets, whatever reason he gives."""
    own = role_of(vault)
    if own.fields == "all" and "-" not in own.showings and "M" not in own.showings:
        return frozenset()
    specs = vault.dictionary.fields.get(list_name, ())
    return frozenset(spec.key for spec in specs if showing(vault, spec) in ("hidden", "masked"))


def withhold(
    vault: Vault, list_name: str, values: Mapping[str, Value], keys: Iterable[str]
) -> dict[str, Value]:
    """The values without the withheld ones: a text that is only masked stands masked, anything else is not known."""
    out = dict(values)
    for key in keys:
        value = out.get(key)
        if value is None:
            continue
        spec = vault.dictionary.field(list_name, key)
        masked = isinstance(value, str) and spec.type == "text" and showing(vault, spec) == "masked"
        out[key] = mask(str(value), spec.mask) if masked else None
    return out


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


def refuse_unmask(vault: Vault, spec: FieldSpec) -> None:
    """Raises RegisterError role.not_allowed where the role never sees this field whole."""
    if not role_of(vault).may("unmask") or showing(vault, spec) not in ("whole", "ask"):
        raise not_allowed(vault)


def refuse_export(vault: Vault, *, masked: bool, reason: str) -> None:
    """Raises RegisterError role.not_allowed, export.no_reason: without masks only some roles, and none without why."""
    if not role_of(vault).may("export", "" if masked else "id"):
        raise not_allowed(vault)
    if not masked and not reason.strip():
        raise RegisterError(
            "export.no_reason", "Write why this leaves without masks. It goes on record with your name."
        )


def refuse_write(vault: Vault, list_name: str, record: str | None, values: Mapping[str, Value]) -> None:
    """Raises RegisterError role.not_allowed, role.other_household, role.withheld_field for what the role may not write.

    `record` is None for one that is not there yet.
    """
    own = role_of(vault)
    if not may_write(vault, list_name):
        raise not_allowed(vault)
    approving = APPROVALS.get(list_name)
    if approving and approving.intersection(k for k, v in values.items() if v is not None):
        refuse_without(vault, "approve")
    if withheld := sorted(withheld_keys(vault, list_name).intersection(values)):
        raise RegisterError(
            "role.withheld_field",
            "Your role does not see {field} and cannot write it. Ask the village's team.",
            field=withheld[0],
        )
    if own.reach == "scope":
        return
    if record is None:
        reached = _reaches_parent(vault, list_name, values)
    else:
        reached = may_reach(vault, list_name, record)
    if not reached:
        raise RegisterError(
            "role.other_household",
            "This household is not one of yours. Ask the township to pair you with it.",
        )


def refuse_more_rights(vault: Vault, other: str) -> None:
    """Raises RegisterError role.not_allowed where a worker would let in one who may do, reach or read what he may not,
    and role.evaluator_alone: an evaluator's vault holds no team, a team's no evaluator."""
    own, given = role_of(vault), role(other)
    if not given.rights <= own.rights:
        raise not_allowed(vault)
    if (own.reach == "sample") != (given.reach == "sample") and given.reach != "nothing":
        raise RegisterError(
            "role.evaluator_alone",
            "An evaluator works in a vault of his own. Make a new one with his sample.",
        )
    if not _is_within(vault, given, own):
        raise not_allowed(vault)


def write_sample(vault: Vault, households: Iterable[str]) -> None:
    """The households an evaluator drew, once and for all, in the caller's transaction: a second sample adds none.

    Raises RegisterError role.sample_stands.
    """
    wanted = sorted(set(households))
    if wanted and vault.db.execute("select 1 from sample limit 1").fetchone():
        raise RegisterError(
            "role.sample_stands", "This vault has its sample already. Make a new vault for another one."
        )
    vault.db.conn.executemany("insert into sample (household) values (?)", [(one,) for one in wanted])


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


def is_key(vault: Vault, spec: FieldSpec) -> bool:
    """Whether a field is the parent or the year: the place of a record, shown to whoever sees the record."""
    layout = vault.ledger.layouts.get(spec.list)
    return layout is not None and (spec.key == layout.parent or (layout.yearly and spec.key == "year"))


def _is_within(vault: Vault, given: Role, own: Role) -> bool:
    """Whether a role reaches no household, field or list that the other one does not."""
    if given.reach == "nothing" or given.id == own.id:
        return True
    if own.reach != "scope" or (own.fields != "all" and given.fields != own.fields):
        return False
    for name in vault.ledger.layouts:
        above = lists_above(vault.ledger, name)
        for theirs, ours in ((given.reads, own.reads), (given.writes, own.writes)):
            if fits(theirs, name, above) and not fits(ours, name, above):
                return False
    return True


def _reaches_parent(vault: Vault, list_name: str, values: Mapping[str, Value]) -> bool:
    above = lists_above(vault.ledger, list_name)
    if list_name == HOUSEHOLD:
        return False
    if HOUSEHOLD not in above:
        return True
    parent = values.get(above[0])
    return isinstance(parent, str) and may_reach(vault, above[0], parent)


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
