"""What the worker of a vault may write. The rule it holds: whoever writes asks `refuse_write`."""

from collections.abc import Mapping

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.store.field_rights import withheld_keys
from fieldapp.store.permissions import (
    HOUSEHOLD,
    lists_above,
    may_reach,
    may_write,
    not_allowed,
    refuse_without,
    role_of,
)
from fieldapp.store.vault import Vault

APPROVALS: Mapping[str, frozenset[str]] = {
    "entry": frozenset(("approved_by", "approved_on")),
    "submission_return": frozenset(("returned_by", "returned_on")),
}
"""Fields that say somebody approved: written only by a role that may approve."""


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


def _reaches_parent(vault: Vault, list_name: str, values: Mapping[str, Value]) -> bool:
    above = lists_above(vault.ledger, list_name)
    if list_name == HOUSEHOLD:
        return False
    if HOUSEHOLD not in above:
        return True
    parent = values.get(above[0])
    return isinstance(parent, str) and may_reach(vault, above[0], parent)
