"""The writes of a record as ODK counts them: read from the log and the centre's receipts, nothing stored for it."""

from fieldapp.forms import EntityVersion
from fieldapp.forms.outcome.entity_versions import Write, in_order, version_of
from fieldapp.store.history import operations_on
from fieldapp.store.receipts import own_replicas
from fieldapp.store.vault import Vault


def writes_of(vault: Vault, scope: str, list_name: str, record: str) -> tuple[Write, ...]:
    """The writes of a record in the order of their versions. What others wrote came through the centre."""
    central = dict(vault.db.execute("select stream, seq from receipt where tier = 'central'").fetchall())
    own = set(own_replicas(vault))
    return in_order(
        Write(
            commit.dot,
            commit.time,
            commit.replica not in own or commit.dot.seq <= int(central.get(commit.dot.stream, 0)),
        )
        for commit, _ in operations_on(vault.ledger, scope, list_name, record)
    )


def entity_version(
    vault: Vault, scope: str, list_name: str, record: str, *, before: EntityVersion | None = None
) -> EntityVersion:
    """The version with which a form opens this record now; `before` as `forms.entity_versions.version_of` has it."""
    writes = writes_of(vault, scope, list_name, record)
    return version_of(writes, f"{vault.replica}/{list_name}/{record}", before=before)
