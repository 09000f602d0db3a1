"""The records that name another one: a helper's households, a project's enrolments, a fund's payments."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.store import Vault
from fieldapp.store.permissions import may_read
from fieldapp.store.records import Record, count, rows
from fieldapp.texts import Texts
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.references import record_words, target_list
from fieldapp_ui.editing.village_lists import NOT_SHELVED

SHOWN = 12


@dataclass(frozen=True)
class Named:
    """One list that names the record: what it is called, how many do, and the first of them as (record id, words)."""

    list: str
    words: str
    total: int
    lines: tuple[tuple[str, str], ...]


def named_by(vault: Vault, one: Record, texts: Texts) -> tuple[Named, ...]:
    """The active records that name `one`, by list; lists without any are left out."""
    dictionary = vault.dictionary
    found: list[Named] = []
    for name, fields in dictionary.fields.items():
        if name in NOT_SHELVED or not may_read(vault, name):
            continue
        for spec in fields:
            if spec.type == "ref" and not spec.derived and target_list(spec, dictionary) == one.list:
                where = {spec.key: one.id}
                if total := count(vault, name, one.scope, where=where):
                    first = rows(vault, name, one.scope, where=where, limit=SHOWN)
                    listed = dictionary.lists[name]
                    words = texts.pick(listed.zh_hans, listed.zh_hant, listed.en)
                    lines = tuple((row.id, _line(vault, row, one, texts)) for row in first)
                    found.append(Named(name, words, total, lines))
    return tuple(found)


def _line(vault: Vault, row: Record, one: Record, texts: Texts) -> str:
    """Whose it is and what it is called; a title that only names `one` again is left out."""
    household = str(row.values.get("household") or "")
    title = record_words(vault, row, texts)
    words = (head_name(vault, household) if household else "", title)
    return " · ".join(word for word in words if word and word != record_words(vault, one, texts))
