"""A field that names another record: which list it means, the words for a record, and the records one may choose."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.domain.pinyin import fold, spellings
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.register.values import to_text
from fieldapp.store import Vault
from fieldapp.store.finding.find import find
from fieldapp.store.records import Record, record, rows
from fieldapp.texts import Texts
from fieldapp_ui.editing.heads import head_name

MOST = 8
# A village's team, projects or assets are some dozens; a list longer than this is searched by name only.
LOOKED_AT = 2_000


@dataclass(frozen=True)
class Choosable:
    """A record that may be named: its id, its words, and what tells it from another of the same name."""

    id: str
    words: str
    detail: str = ""


def target_list(spec: FieldSpec, dictionary: Dictionary) -> str:
    """The list a `ref` field points into: the one in `codes`, else the one of its own name; empty when unknown."""
    for name in (spec.codes, spec.key):
        if name in dictionary.lists:
            return name
    return ""


def reference_words(vault: Vault, spec: FieldSpec, record_id: str, texts: Texts) -> str:
    """What a named record is called; its id where it is not here (another team's, or not arrived yet)."""
    name = target_list(spec, vault.dictionary)
    found = record(vault, name, record_id) if name else None
    return record_words(vault, found, texts) if found else record_id


def record_words(vault: Vault, one: Record, texts: Texts) -> str:
    """A record's title in words: a household goes by its head."""
    if one.list == "household":
        return head_name(vault, one.id) or str(one.values.get("household_no") or "")
    title = vault.dictionary.lists[one.list].title_field
    if not title or not vault.dictionary.has_field(one.list, title):
        return ""
    spec, value = vault.dictionary.field(one.list, title), one.values.get(title)
    if spec.type == "ref" and isinstance(value, str):
        return reference_words(vault, spec, value, texts)
    return to_text(spec, value, vault.dictionary, texts)


def choosable(
    vault: Vault, spec: FieldSpec, typed: str, *, scope: str, household: str, texts: Texts
) -> tuple[Choosable, ...]:
    """The first records of the field's list that fit what was typed; the members of `household` for a person."""
    name = target_list(spec, vault.dictionary)
    if name == "household":
        return tuple(
            Choosable(hit.household, hit.title, hit.household_no)
            for hit in find(vault, typed, scope=scope, limit=MOST)
            if hit.person is None
        )
    if not name:
        return ()
    parent = vault.dictionary.lists[name].parent
    where = {"household": household} if parent == "household" and household else {}
    fitting = (
        Choosable(one.id, record_words(vault, one, texts), _detail(vault, one, texts))
        for one in rows(vault, name, scope, where=where, limit=LOOKED_AT)
        if one.ended_on is None
    )
    return tuple(one for one in fitting if fits(one.words, typed))[:MOST]


def _detail(vault: Vault, one: Record, texts: Texts) -> str:
    """The first other short field with a value, such as a unit or a post."""
    title = vault.dictionary.lists[one.list].title_field
    for spec in vault.dictionary.fields[one.list]:
        value = one.values.get(spec.key)
        if spec.key != title and spec.type in ("text", "code", "date", "year") and not spec.mask and value:
            return to_text(spec, value, vault.dictionary, texts)
    return ""


def fits(words: str, typed: str) -> bool:
    """Whether typed letters, pinyin or initials are those of these words."""
    wanted = fold(typed).replace(" ", "")
    if not wanted or wanted in fold(words):
        return True
    ways = spellings(words)
    return any(
        way.initials.startswith(wanted) or way.full.replace(" ", "").startswith(wanted) for way in ways
    )
