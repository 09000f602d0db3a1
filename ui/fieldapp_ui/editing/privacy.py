"""Who works here and what that role sees and may do, what left this vault, who looked at masked values; no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from fieldapp.domain.roles import CLASSES
from fieldapp.store.expiry import Expiry, device_id, expiry
from fieldapp.store.exports import Export, exports
from fieldapp.store.permissions import role_of
from fieldapp.store.records import record
from fieldapp.store.regions import region, villages
from fieldapp.store.unmask import Unmasking, unmask_log
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.pack_words import mask_words
from fieldapp_ui.editing.packs import list_words
from fieldapp_ui.editing.references import record_words
from fieldapp_ui.language import tr

RIGHTS = ("read", "write", "unmask", "export", "export_whole", "approve", "erase", "expire")


@dataclass(frozen=True)
class Standing:
    """The worker in words. `sees` are (class, how) pairs, `may` (right, whether) pairs."""

    name: str
    role: str
    scopes: tuple[str, ...]
    reach: str
    sees: tuple[tuple[str, str, str], ...]
    may: tuple[tuple[str, bool], ...]


def standing(desk: Desk) -> Standing:
    """Who I am here."""
    vault = desk.vault
    role, worker = role_of(vault), vault.worker
    sees = tuple((one, mask_words(one), role.showing(one)) for one in CLASSES)
    return Standing(
        worker.name,
        desk.texts.pick(role.zh_hans, role.zh_hant, role.en),
        tuple(scope_words(desk, scope) for scope in worker.scopes),
        reach_words(role.reach),
        sees,
        tuple((right_words(right), right in role.rights) for right in RIGHTS),
    )


def device_words(desk: Desk) -> tuple[Expiry, str]:
    """Until when this computer may read the register, and the name it goes by in decisions about it."""
    return expiry(desk.vault), device_id(desk.vault)


def export_lines(desk: Desk) -> tuple[Export, ...]:
    """What left this vault, the newest first."""
    return exports(desk.vault)


def unmask_lines(desk: Desk) -> tuple[tuple[Unmasking, str, str], ...]:
    """What was seen whole in this vault, the newest first: with whose record it was, and the field in words."""
    return tuple((one, _whose(desk, one), _field(desk, one)) for one in unmask_log(desk.vault, limit=200))


def moment(desk: Desk, at: int) -> str:
    """UTC milliseconds as local day and time."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")


def scope_words(desk: Desk, scope: str) -> str:
    """The name of a region with its code; the code where the name is not known."""
    found = region(desk.vault, scope) if scope else None
    names = {one.code: one.name for one in villages(desk.vault)}
    name = found.name if found else names.get(scope, "")
    return f"{name} {scope}".strip() if scope else tr("everything")


def reach_words(reach: str) -> str:
    """Which households of the region a role reaches."""
    words = {
        "scope": tr("all households of the region"),
        "paired": tr("the households paired with you"),
        "sample": tr("the households of the drawn sample"),
        "nothing": tr("no household"),
    }
    return words[reach]


def right_words(right: str) -> str:
    """A right in words."""
    words = {
        "read": tr("read the register"),
        "write": tr("write into it"),
        "unmask": tr("see a masked value whole, with a reason"),
        "export": tr("print and export with masks"),
        "export_whole": tr("print and export without masks, with a reason"),
        "approve": tr("approve changes for the national system"),
        "erase": tr("erase a person's data by law"),
        "expire": tr("set the last day of a computer"),
    }
    return words[right]


def showing_words(showing: str) -> str:
    """How a masked class is shown."""
    words = {
        "whole": tr("shown whole"),
        "ask": tr("masked; whole for a reason"),
        "masked": tr("always masked"),
        "hidden": tr("not shown"),
    }
    return words[showing]


def paper_words(desk: Desk, what: str) -> str:
    """What left, in words: a paper of ours, or lists as a workbook."""
    kind, *lists = what.split()
    if kind == "xlsx" and lists:
        named = (list_words(desk.vault.dictionary, one, desk.texts) for one in lists)
        return tr(
            "Excel: {lists}", lists=tr(", ").join(tr("everything") if one == "*" else one for one in named)
        )
    words = {
        "household-card": tr("Household card"),
        "door-card": tr("Card for the door"),
        "exit-checklist": tr("Exit checklist"),
    }
    return words.get(what, what)


def _whose(desk: Desk, one: Unmasking) -> str:
    found = record(desk.vault, one.list, one.record)
    if found is None:
        return "—"
    if one.list == "household":
        return head_name(desk.vault, one.record)
    return record_words(desk.vault, found, desk.texts)


def _field(desk: Desk, one: Unmasking) -> str:
    dictionary, texts = desk.vault.dictionary, desk.texts
    if not dictionary.has_field(one.list, one.field):
        return one.field
    spec = dictionary.field(one.list, one.field)
    words = texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
    return tr("{field} ({list})", field=words, list=list_words(dictionary, one.list, texts))
