"""Rights that are given: nobody gives more than he has, and an evaluator's sample is drawn once."""

from collections.abc import Iterable

from fieldapp.domain.roles import Role, fits, role
from fieldapp.errors import RegisterError
from fieldapp.store.permissions import lists_above, not_allowed, role_of
from fieldapp.store.vault import Vault


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
