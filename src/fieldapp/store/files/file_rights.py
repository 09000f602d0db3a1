"""Which photos, drawings and sheets a worker may read: those that a record or a draft he may read names.

The rule it holds: a file has no right of its own. Knowing its hash opens nothing; a field that is shown to this worker
whole, in a record within his reach, does. A snapshot's body is a whole village with every field: who sees less of either
never reads one.
"""

from fieldapp.store.drafts import drafts
from fieldapp.store.field_rights import sees_all_fields, showing
from fieldapp.store.permissions import not_allowed, role_of, scope_clause
from fieldapp.store.vault import Vault

_WHOLE_VILLAGE = "snapshot"


def refuse_unreadable(vault: Vault, ref: str) -> None:
    """Raises RegisterError role.not_allowed for a file ("sha256:<hex>") that nothing this worker reads names."""
    own = role_of(vault)
    if not own.may("read"):
        raise not_allowed(vault)
    # Who chose a photo a moment ago sees it before the record that names it is saved.
    if (vault.worker, ref) in vault.session.brought:
        return
    if not (_is_in_record(vault, ref) or _is_in_draft(vault, ref)):
        raise not_allowed(vault)


def _is_in_record(vault: Vault, ref: str) -> bool:
    sees_villages = sees_all_fields(vault) and role_of(vault).reach == "scope"
    for name, layout in vault.ledger.layouts.items():
        if name == _WHOLE_VILLAGE and not sees_villages:
            continue
        keys = [key for key in layout.files if showing(vault, layout.fields[key]) == "whole"]
        if not keys:
            continue
        clause, params = scope_clause(vault, name)
        named = " or ".join(f'instr("{name}"."{key}", ?) > 0' for key in keys)
        found = vault.db.execute(
            f'select 1 from "{name}" where ({named}) and {clause} limit 1', [*(ref for _ in keys), *params]
        )
        if found.fetchone() is not None:
            return True
    return False


def _is_in_draft(vault: Vault, ref: str) -> bool:
    found = vault.db.execute("select distinct draft from draft_answer where instr(value, ?) > 0", [ref])
    named = {row[0] for row in found.fetchall()}
    return bool(named) and any(draft.id in named for draft in drafts(vault))
