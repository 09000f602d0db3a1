"""The history of a household as rows of words: when, who, what was written, how it was known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fieldapp.register.declarations import Dictionary
from fieldapp.store.history import Entry, history
from fieldapp.store.records import children, record
from fieldapp.texts import Texts
from fieldapp_ui.editing.facts import shown_text
from fieldapp_ui.editing.origins import source_words
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault


@dataclass(frozen=True)
class Happening:
    """One write: `what` names the record, `fields` are label and value in words."""

    when: str
    who: str
    deed: str
    what: str
    fields: tuple[tuple[str, str], ...]
    source: str


def household_entries(vault: "Vault", household: str) -> tuple[tuple[str, str, Entry], ...]:
    """(list, title, entry) of everything about a household and its members, latest first. Slow: a thread's work."""
    whole = record(vault, "household", household)
    if whole is None:
        return ()
    found = [("household", "", entry) for entry in history(vault, "household", household)]
    for spec in vault.dictionary.children("household"):
        name = spec.name
        for one in children(vault, name, household, ended=True):
            title = str(one.values.get("name") or one.values.get("year") or "")
            found += [(name, title, entry) for entry in history(vault, name, one.id)]
    return tuple(sorted(found, key=lambda item: item[2].time_ms, reverse=True))


def happenings(
    entries: Sequence[tuple[str, str, Entry]], dictionary: Dictionary, texts: Texts
) -> tuple[Happening, ...]:
    """The entries in words."""
    return tuple(_happening(name, title, entry, dictionary, texts) for name, title, entry in entries)


def _happening(name: str, title: str, entry: Entry, dictionary: Dictionary, texts: Texts) -> Happening:
    spec = dictionary.lists[name]
    label = texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
    when = datetime.fromtimestamp(entry.time_ms / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    fields = []
    for key, value in entry.values.items():
        if dictionary.has_field(name, key) and key not in (spec.parent, "year"):
            field = dictionary.field(name, key)
            words, _ = shown_text(field, value, dictionary, texts)
            fields.append((texts.pick(field.zh_hans, field.zh_hant, field.en), words or tr("blank")))
    return Happening(
        when,
        entry.worker,
        _deed(entry),
        f"{label} {title}".strip(),
        tuple(fields),
        source_words(entry.source),
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
