"""Signatures of a household's exit as records that are only ever added: sign, read, where the parties stand, verify.

Signing goes through `save`; a changed fact afterwards asks for renewed confirmation and annuls nothing.
"""

from collections.abc import Mapping
from typing import cast

from fieldapp.casework.parties import PARTIES, party
from fieldapp.casework.sign_off import Standing, standings
from fieldapp.casework.signatures import (
    MODES,
    Mode,
    SignatureEntry,
    StoredEntry,
    entry_id,
    head,
    in_order,
    next_hash,
    recorded_ms,
    shown_hash,
    verify_signatures,
)
from fieldapp.domain.dates import is_date
from fieldapp.errors import Finding, RegisterError, Where
from fieldapp.journal.commit import Value
from fieldapp.standards.outcome import Checklist
from fieldapp.store.records import Record, children
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

LIST = "signature"
SUBJECT = "exit"


def sign(
    vault: Vault,
    household: str,
    year: int,
    *,
    shown: Checklist,
    party_id: str,
    signer_name: str,
    signed_on: str,
    agrees: bool,
    mode: str = "paper",
    post: str = "",
    refuse_reason: str = "",
    image: str = "",
) -> Saved:
    """Record one party's answer to the checklist that was `shown`. Refusing is as easy as agreeing.

    Raises RegisterError: signature.party, .mode, .name, .date, .other_sheet, and those of `save`.
    """
    _refuse_wrong(household, year, shown, party_id, signer_name, signed_on, mode)
    with vault.transaction():
        entry = SignatureEntry(
            household=household,
            year=year,
            subject=SUBJECT,
            party=party_id,
            signer_name=signer_name.strip(),
            post=post.strip(),
            signed_on=signed_on,
            mode=cast("Mode", mode),
            agrees=agrees,
            refuse_reason="" if agrees else refuse_reason.strip(),
            shown_sha256=shown_hash(shown.shown(), shown.version),
            set_version=_version(shown),
            previous=next_hash(signatures(vault, household, year)),
            image=image,
            at_ms=vault.clock(),
        )
        change = Change(LIST, entry_id(entry), "add", _values(entry))
        return save(vault, shown.scope, "sign", [change], seen=seen_of(vault, shown.scope), label=party_id)


def signatures(vault: Vault, household: str, year: int) -> tuple[StoredEntry, ...]:
    """The recorded signatures of a household and year, along their chain."""
    return in_order([_stored(record) for record in _records(vault, household, year)])


def sign_off(vault: Vault, now: Checklist) -> tuple[Standing, ...]:
    """Where the four village parties stand against what the checklist says now."""
    entries = signatures(vault, now.household, now.year)
    return standings(entries, shown_hash(now.shown(), now.version), _version(now))


def open_parties(vault: Vault, now: Checklist) -> tuple[str, ...]:
    """The ids of the parties that have not answered yet, or must be asked again, in the order of signing."""
    return tuple(s.party.id for s in sign_off(vault, now) if s.state == "open" or s.changed_since)


def chain_head(vault: Vault, household: str, year: int) -> str:
    """The hash to note outside (its first 8 digits are the check code of the printed sheet)."""
    return head(signatures(vault, household, year))


def verify_chain(vault: Vault, household: str, year: int, *, noted_head: str = "") -> tuple[Finding, ...]:
    """Every break in the signatures of one household and year; empty when they are whole."""
    records = _records(vault, household, year)
    entries = [_stored(record) for record in records]
    ended = [_ended(record) for record in records if record.ended_on is not None]
    return (*ended, *verify_signatures(entries, household, year, noted_head=noted_head))


def verify_all(vault: Vault) -> tuple[Finding, ...]:
    """Every break in all chains of this vault, for `vault doctor --signatures`."""
    if LIST not in vault.dictionary.lists:
        return ()
    found = vault.db.execute(
        f"select distinct household, year from {LIST} order by household, year"
    ).fetchall()
    return tuple(finding for household, year in found for finding in verify_chain(vault, household, year))


def _refuse_wrong(
    household: str, year: int, shown: Checklist, party_id: str, signer_name: str, signed_on: str, mode: str
) -> None:
    if party(party_id) is None:
        known = ", ".join(one.id for one in PARTIES)
        raise RegisterError(
            "signature.party",
            "Nobody signs as {party} here. Choose one of: {known}.",
            party=party_id,
            known=known,
        )
    if mode not in MODES:
        raise RegisterError("signature.mode", "A signature is on paper or drawn on the screen. Choose one.")
    if not signer_name.strip():
        raise RegisterError("signature.name", "The name of the signer is missing. Write it in full.")
    if not is_date(signed_on):
        raise RegisterError("signature.date", "The day of the signature is missing. Write it as 2019-11-05.")
    if (shown.household, shown.year) != (household, year):
        raise RegisterError(
            "signature.other_sheet",
            "The sheet that was shown is another household's or year's. Open it again.",
        )


def _version(checklist: Checklist) -> str:
    return f"{checklist.set}@{checklist.version}"


def _records(vault: Vault, household: str, year: int) -> list[Record]:
    found = children(vault, LIST, household, ended=True)
    return [record for record in found if record.values["year"] == year]


def _values(entry: SignatureEntry) -> dict[str, Value]:
    texts = (
        "household",
        "subject",
        "party",
        "signer_name",
        "signed_on",
        "mode",
        "shown_sha256",
        "set_version",
    )
    values: dict[str, Value] = {key: getattr(entry, key) for key in texts}
    optional = {
        "post": entry.post,
        "refuse_reason": entry.refuse_reason,
        "previous_sha256": entry.previous,
        "image": entry.image,
    }
    return (
        values | {"year": entry.year, "agrees": int(entry.agrees)} | {k: v for k, v in optional.items() if v}
    )


def _stored(record: Record) -> StoredEntry:
    values = record.values
    entry = SignatureEntry(
        household=_text(values, "household"),
        year=int(values["year"] or 0),
        subject=_text(values, "subject"),
        party=_text(values, "party"),
        signer_name=_text(values, "signer_name"),
        post=_text(values, "post"),
        signed_on=_text(values, "signed_on"),
        # As they are, right or wrong: an edit to something impossible must not read as the original.
        mode=cast("Mode", _text(values, "mode")),
        agrees=cast("bool", {0: False, 1: True}.get(cast("int", values["agrees"]), values["agrees"])),
        refuse_reason=_text(values, "refuse_reason"),
        shown_sha256=_text(values, "shown_sha256"),
        set_version=_text(values, "set_version"),
        previous=_text(values, "previous_sha256"),
        image=_text(values, "image"),
        at_ms=recorded_ms(record.id),
    )
    return StoredEntry(record.id, entry)


def _text(values: Mapping[str, Value], key: str) -> str:
    return str(values[key] or "")


def _ended(record: Record) -> Finding:
    return Finding(
        "signature.ended",
        "The signature of {name} was taken out of the list after it was recorded.",
        {"name": record.values["signer_name"] or ""},
        Where(list=LIST, record=record.id),
    )
