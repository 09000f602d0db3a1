"""The history of a household as rows of words: when, who, what was written, how it was known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fieldapp.journal.commit import Value
from fieldapp.register.declarations import Dictionary
from fieldapp.store.history import Entry, history, is_cut
from fieldapp.store.records import children, record
from fieldapp.texts import Texts
from fieldapp_ui.editing.facts import shown_text
from fieldapp_ui.editing.origins import source_words
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault


@dataclass(frozen=True)
class Happening:
    """One write: `what` names the record, `fields` are label and value in words, with the value before where there was
    one; `device` is empty for this one."""

    when: str
    who: str
    deed: str
    what: str
    fields: tuple[tuple[str, str], ...]
    source: str
    device: str


@dataclass(frozen=True)
class Written:
    """One write of a record of a list, under the record's title."""

    list: str
    record: str
    title: str
    entry: Entry


def household_entries(vault: "Vault", household: str) -> tuple[Written, ...]:
    """The writes of everything about a household and its members, latest first. Slow: a thread's work."""
    whole = record(vault, "household", household)
    if whole is None:
        return ()
    found = [Written("household", household, "", entry) for entry in history(vault, "household", household)]
    for spec in vault.dictionary.children("household"):
        name = spec.name
        for one in children(vault, name, household, ended=True):
            title = str(one.values.get("name") or one.values.get("year") or "")
            found += [Written(name, one.id, title, entry) for entry in history(vault, name, one.id)]
    return tuple(sorted(found, key=lambda one: one.entry.time_ms, reverse=True))


def is_household_cut(vault: "Vault", household: str) -> bool:
    """Whether older writes about a household are kept at the county alone."""
    names = [spec.name for spec in vault.dictionary.children("household")]
    below = ((name, one.id) for name in names for one in children(vault, name, household, ended=True))
    return any(is_cut(vault, name, one) for name, one in (("household", household), *below))


def happenings(
    written: Sequence[Written], dictionary: Dictionary, texts: Texts, replica: str
) -> tuple[Happening, ...]:
    """The writes in words, the latest first as they are given; `replica` is this device."""
    before: dict[tuple[str, str], Value] = {}
    found = []
    for one in reversed(written):
        found.append(_happening(one, before, dictionary, texts, replica))
        before |= {(one.record, key): value for key, value in one.entry.values.items()}
    return tuple(reversed(found))


def _happening(
    one: Written,
    before: Mapping[tuple[str, str], Value],
    dictionary: Dictionary,
    texts: Texts,
    replica: str,
) -> Happening:
    spec, entry = dictionary.lists[one.list], one.entry
    label = texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
    when = datetime.fromtimestamp(entry.time_ms / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    fields = []
    for key, value in entry.values.items():
        if dictionary.has_field(one.list, key) and key not in (spec.parent, "year"):
            field = dictionary.field(one.list, key)
            words = shown_text(field, value, dictionary, texts)[0] or tr("blank")
            was = before.get((one.record, key))
            if was is not None and was != value:
                words = f"{shown_text(field, was, dictionary, texts)[0]} → {words}"
            fields.append((texts.pick(field.zh_hans, field.zh_hant, field.en), words))
    return Happening(
        when,
        entry.worker,
        _deed(entry),
        f"{label} {one.title}".strip(),
        tuple(fields),
        source_words(entry.source),
        "" if entry.replica == replica else tr("another device"),
    )


def _deed(entry: Entry) -> str:
    if entry.action == "end":
        return tr("ended")
    words = {
        "edit": tr("changed on the card"),
        "form": tr("from a form"),
        "sign": tr("signed"),
        "move": tr("moved"),
        "resolve": tr("conflict decided"),
        "undo": tr("taken back"),
        "import": tr("imported"),
    }
    return words.get(entry.kind, entry.kind)
