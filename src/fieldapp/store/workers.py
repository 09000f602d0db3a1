"""The workers of a vault after they were let in: who they are, and other rights for one of them.

The rule it holds: rights change only by the hand of another worker who has at least those given and those taken, and in
his villages; nobody changes his own.
"""

from collections.abc import Sequence
from dataclasses import replace

from fieldapp.errors import RegisterError
from fieldapp.store.granting import refuse_more_rights
from fieldapp.store.permissions import refuse_without
from fieldapp.store.refusals import refuse_wrong_sections
from fieldapp.store.vault import Vault, Worker, read_worker, refuse_wrong_scopes, write_worker


def workers(vault: Vault) -> tuple[Worker, ...]:
    """Everyone who may open this vault, by name. Raises RegisterError role.not_allowed."""
    refuse_without(vault, "read")
    names = vault.db.execute("select name from worker order by name").fetchall()
    return tuple(read_worker(vault.db, name) for (name,) in names)


def change_worker(
    vault: Vault,
    name: str,
    *,
    role: str | None = None,
    scopes: Sequence[str] | None = None,
    sections: Sequence[str] | None = None,
    helper: str | None = None,
) -> Worker:
    """Give a worker another role, other scopes, sections or helper record; None leaves as it is. His passphrase stays.

    Raises VaultError vault.unknown_worker; RegisterError worker.own_rights, worker.nothing_to_change,
    role.not_allowed, role.evaluator_alone, register.bad_scope, register.foreign_scope, worker.no_section.
    """
    refuse_without(vault, "read")
    before = read_worker(vault.db, name)
    if name == vault.worker.name:
        raise RegisterError(
            "worker.own_rights",
            "Nobody changes his own rights. Ask another worker of this vault who has them.",
        )
    after = replace(
        before,
        role=before.role if role is None else role,
        scopes=before.scopes if scopes is None else tuple(scopes),
        sections=before.sections if sections is None else tuple(sections),
        helper=before.helper if helper is None else helper,
    )
    if after == before:
        raise RegisterError(
            "worker.nothing_to_change",
            "{worker} has these rights already. Name what shall change.",
            worker=name,
        )
    refuse_wrong_scopes(after.scopes)
    refuse_wrong_sections(vault.dictionary, after.sections)
    for one in (before, after):
        refuse_more_rights(vault, one.role)
        for scope in one.scopes:
            vault.refuse_foreign(scope)
    with vault.transaction():
        write_worker(vault.db, after)
    return after
