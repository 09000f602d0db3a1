"""An import taken back: what came of it in words, each record that stays by its name and why."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.store import Vault
from fieldapp.store.exchange.running import RefusedChunk, undo_import
from fieldapp.store.records import record
from fieldapp.store.undo import changed_since
from fieldapp.texts import Texts
from fieldapp_ui.background.tasks import Handle
from fieldapp_ui.language import tr

NAMED = 20


@dataclass(frozen=True)
class TakenBackWords:
    """`refused`: one sentence for each record (or part of the import) that stays."""

    undone: int
    stayed: int
    refused: tuple[str, ...]

    def sentence(self) -> str:
        """What was done, in one line."""
        if not self.refused:
            return f"✓ {tr('The import is taken back: {count} parts.', count=self.undone)}"
        words = tr(
            "{count} parts are taken back, {stayed} stay because of what was changed since:",
            count=self.undone,
            stayed=self.stayed,
        )
        return f"! {words}"


def take_back(vault: Vault, import_id: str, texts: Texts, handle: Handle) -> TakenBackWords:
    """Undo an import, whole parts, the last first. Raises RegisterError import.unknown."""
    words = tr("Taking back …")
    done = undo_import(
        vault,
        import_id,
        progress=lambda at, total: handle.report(at, total, words),
        cancelled=handle.cancelled,
    )
    told = tuple(line for one in done.refused for line in _lines(vault, one, texts))
    return TakenBackWords(len(done.undone), len(done.refused), told)


def _lines(vault: Vault, refused: RefusedChunk, texts: Texts) -> tuple[str, ...]:
    reason = refused.reason.sentence(texts.translate)
    names = [_named(vault, *one, texts) for one in changed_since(vault, refused.dot)[:NAMED]]
    if not names:
        part = tr("Part {number}, {count} records", number=refused.number + 1, count=refused.records)
        return (f"{part}: {reason}",)
    return tuple(f"{name}: {reason}" for name in names)


def _named(vault: Vault, list_name: str, record_id: str, texts: Texts) -> str:
    found = record(vault, list_name, record_id)
    spec = vault.dictionary.lists[list_name]
    name = texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
    title = str(found.values.get(spec.title_field) or "") if found else ""
    number = str(found.values.get("household_no") or "") if found else ""
    return " ".join(word for word in (name, number, title) if word)
