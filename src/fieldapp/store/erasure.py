"""Lawful erasure of a person: what there is of him, said before it goes; then one commit that takes it off every replica.

The rule it holds: records about the person go whole, words elsewhere only where they name him, other people's facts stay.
Signatures stay (evidence of a decision, with a retention of their own) and backups are out of reach: both are said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fieldapp.errors import Finding, RegisterError
from fieldapp.journal.commit import Operation, Value
from fieldapp.journal.merge import ENDED_FIELDS
from fieldapp.store.files.attachment_folder import is_digest
from fieldapp.store.files.attachments import PREFIX, folder_of
from fieldapp.store.finding.naming import mentions_in, naming_values
from fieldapp.store.growing.base import files_in_base
from fieldapp.store.history import operations_on
from fieldapp.store.ledger import Ledger
from fieldapp.store.permissions import HOUSEHOLD, SUBMISSION, may_reach, refuse_without, today_of
from fieldapp.store.refusals import erased_record, unknown_record
from fieldapp.store.rows import read_row
from fieldapp.store.save import Saved, seen_of, write_commit
from fieldapp.store.striking import FILES, Struck, is_erased, settle
from fieldapp.store.vault import Vault
from fieldapp.store.years.snapshot_erasure import bare_snapshots

PERSON = "person"
SIGNATURE, SNAPSHOT = "signature", "snapshot"
REGISTER = "erasure"
POINTERS = frozenset(("record", "subject"))
"""Text fields that hold a record's id: what is said about an erased record goes with it."""
ERASED = "erased"
"""The reason with which an erased record ends."""


@dataclass(frozen=True)
class ErasurePlan:
    """What an erasure takes. `records` go whole; of `words` only the named fields; `files` are SHA-256 as hex.

    `kept` are records that stay although they name the person; `findings` say in sentences what a person has to do.
    """

    person: str
    scope: str
    household: str
    records: tuple[Struck, ...]
    words: Mapping[Struck, frozenset[str]] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    kept: tuple[Struck, ...] = ()
    findings: tuple[Finding, ...] = ()


def plan_erasure(vault: Vault, person: str) -> ErasurePlan:
    """What `erase_person` would take, nothing changed. Raises RegisterError role.not_allowed, register.unknown_record,
    register.erased."""
    refuse_without(vault, "erase")
    ledger = vault.ledger
    layout = ledger.layout(PERSON)
    row = read_row(ledger, layout, person)
    if row is None or not may_reach(vault, PERSON, person):
        raise unknown_record()
    if is_erased(ledger, row.scope, PERSON, person):
        raise erased_record()
    household = str(row.values.get(layout.parent) or "")
    records = tuple(_about(ledger, row.scope, (PERSON, person)))
    names = naming_values(ledger, layout, row.scope, person)
    own = frozenset((household, *(record for _, record in records)))
    words = mentions_in(ledger, row.scope, own, names, frozenset(records))
    kept = tuple(sorted(name for name in words if name[0] == SIGNATURE))
    words = {name: keys for name, keys in words.items() if name not in kept}
    files = _files_of(ledger, row.scope, records) | _sheets_naming(vault, row.scope, household, names)
    return ErasurePlan(
        person,
        row.scope,
        household,
        records,
        words,
        tuple(sorted(files)),
        kept,
        tuple(_said(kept)),
    )


def erase_person(vault: Vault, person: str, reason: str, basis: str) -> Saved:
    """Erase a person on this replica and, by sync and bundle, on every other; `basis` is the law or decision.

    Durable when this returns; it cannot be undone. Raises RegisterError as `plan_erasure`, erasure.no_reason,
    erasure.names_person, attachment.missing for a snapshot that has not arrived; VaultError.
    """
    plan = plan_erasure(vault, person)
    if not reason.strip() or not basis.strip():
        raise RegisterError(
            "erasure.no_reason", "Write why the data is erased, and the law or decision that asks for it."
        )
    ledger = vault.ledger
    names = naming_values(ledger, ledger.layout(PERSON), plan.scope, person)
    if any(name in text for name in names for text in (reason, basis)):
        raise RegisterError(
            "erasure.names_person",
            "The reason stays on record, so it must not name the person. Write it without.",
        )
    with vault.transaction():
        operations = (
            *(_whole(vault, plan, name, record) for name, record in plan.records),
            *(_words(vault, plan, struck, keys) for struck, keys in sorted(plan.words.items())),
            *(Operation(FILES, digest, "erase") for digest in plan.files),
            *_out_of_snapshots(vault, plan),
            *_on_record(vault, plan, reason.strip(), basis.strip()),
        )
        saved = write_commit(vault, plan.scope, "erase", operations, "erase")
    settle(ledger, folder_of(vault))
    return saved


def _about(ledger: Ledger, scope: str, struck: Struck) -> Iterator[Struck]:
    """A record, what hangs below it, and the records whose required reference or pointer says they are about it."""
    found: dict[Struck, None] = {}
    todo = [struck]
    while todo:
        name, record = one = todo.pop()
        if one in found:
            continue
        found[one] = None
        for layout in ledger.layouts.values():
            if layout.list == REGISTER:
                continue
            keys = [
                key
                for key, spec in layout.fields.items()
                if (spec.type == "ref" and spec.req == "R" and (spec.codes or key) == name)
                or (spec.type == "text" and key in POINTERS)
            ]
            for key in dict.fromkeys((layout.parent, *keys) if layout.parent == name else keys):
                below = ledger.db.execute(
                    f'select id from "{layout.list}" where scope = ? and "{key}" = ?', [scope, record]
                )
                todo += [(layout.list, str(row[0])) for row in below.fetchall()]
    return iter(found)


def _files_of(ledger: Ledger, scope: str, records: tuple[Struck, ...]) -> set[str]:
    """Files that only these records name, now or ever."""
    own = {
        ref.removeprefix(PREFIX)
        for name, record in records
        for _, operation in operations_on(ledger, scope, name, record)
        for key in ledger.layouts[name].files
        for ref in str(operation.fields.get(key) or "").split()
    }
    own |= {digest for digest, name, record in files_in_base(ledger.db, scope) if (name, record) in records}
    return {
        digest for digest in own if is_digest(digest) and not _is_shared(ledger, digest, frozenset(records))
    }


def _is_shared(ledger: Ledger, digest: str, records: frozenset[Struck]) -> bool:
    for layout in ledger.layouts.values():
        # What a form lists among its files is a picture of a record, which decides.
        for key in (key for key in layout.files if (layout.list, key) != (SUBMISSION, "files")):
            for (record,) in ledger.db.execute(
                f'select id from "{layout.list}" where instr("{key}", ?)', [digest]
            ).fetchall():
                if (layout.list, record) not in records:
                    return True
    return False


def _sheets_naming(vault: Vault, scope: str, household: str, names: frozenset[str]) -> set[str]:
    """Finalised forms of the household, and logs of their filling, that name the person: their facts stand in the log,
    the sheet itself goes."""
    layout = vault.ledger.layouts.get(SUBMISSION)
    if layout is None or not {"xml", HOUSEHOLD} <= {*layout.columns}:
        return set()
    folder, found = folder_of(vault), set()
    sheets = [key for key in ("xml", "audit") if key in layout.columns]
    for row in vault.db.execute(
        f"select {', '.join(sheets)} from {SUBMISSION} where scope = ? and household = ?", [scope, household]
    ).fetchall():
        for digest in (str(ref).removeprefix(PREFIX) for ref in row if ref):
            if folder.holds(digest) and any(name.encode() in folder.read(digest) for name in names):
                found.add(digest)
    return found


def _whole(vault: Vault, plan: ErasurePlan, name: str, record: str) -> Operation:
    row = read_row(vault.ledger, vault.ledger.layouts[name], record)
    goes_on = row is None or "ended_on" not in row.values
    end: dict[str, Value] = {"ended_on": today_of(vault), "ended_reason": ERASED} if goes_on else {}
    return Operation(name, record, "erase", end, seen_of(vault, plan.scope))


def _words(vault: Vault, plan: ErasurePlan, struck: Struck, keys: frozenset[str]) -> Operation:
    name, record = struck
    layout = vault.ledger.layouts[name]
    row = read_row(vault.ledger, layout, record)
    held = {} if row is None else row.values
    values: dict[str, Value] = {
        member: None if member in keys else held.get(member)
        for key in sorted(keys)
        for member in layout.members.get(layout.cell_of(key), (key,))
    }
    if "ended_on" in held:
        values |= {key: held.get(key) for key in ENDED_FIELDS}
    return Operation(name, record, "erase", values, seen_of(vault, plan.scope))


def _out_of_snapshots(vault: Vault, plan: ErasurePlan) -> Iterator[Operation]:
    """Frozen years keep the hash of what goes; their old bodies are files that go."""
    if SNAPSHOT not in vault.ledger.layouts:
        return
    for bared in bare_snapshots(vault, plan.scope, {*plan.records, *plan.words}):
        record, values = bared.change.record or "", dict(bared.change.values)
        yield Operation(SNAPSHOT, record, "set", values, seen_of(vault, plan.scope))
        yield Operation(FILES, bared.old_body.removeprefix(PREFIX), "erase")


def _on_record(vault: Vault, plan: ErasurePlan, reason: str, basis: str) -> Iterator[Operation]:
    """The register of erasures: who decided what and on which ground, without a word about the person."""
    layout = vault.ledger.layouts.get(REGISTER)
    if layout is None:
        return
    values: dict[str, Value] = {
        "person": plan.person,
        "list": PERSON,
        "record": plan.person,
        "reason": reason,
        "basis": basis,
        "decided_by": vault.worker.name,
        "erased_on": today_of(vault),
    }
    if layout.parent == "village":
        village = vault.db.execute(
            "select id from village where scope = ? and ended_on is null limit 1", [plan.scope]
        ).fetchone()
        values["village"] = village[0] if village else None
    known = {key: value for key, value in values.items() if key in layout.columns and value is not None}
    yield Operation(REGISTER, vault.new_id(), "add", known)


def _said(kept: tuple[Struck, ...]) -> Iterator[Finding]:
    yield Finding(
        "erasure.backups",
        "Backups and papers made before today still hold this person. Destroy them, or restore a backup only to sync it "
        "at once: the erasure then reaches it too.",
        severity="warning",
    )
    yield Finding(
        "erasure.pictures",
        "Photos of the house and of groups are not searched for faces. Look at the household's photos yourself.",
        severity="warning",
    )
    if kept:
        yield Finding(
            "erasure.signatures",
            "{count} signatures with this name stay: they prove a decision and have a retention of their own.",
            {"count": len(kept)},
            severity="warning",
        )
