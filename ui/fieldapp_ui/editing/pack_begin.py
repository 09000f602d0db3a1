"""Beginning a pack of the county's own: from which one, in which way, under which name. Writes files only."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.errors import UserError
from fieldapp.journal.commit import Value
from fieldapp.packs.places import packs_at_hand
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed
from fieldapp_ui.editing.pack_asking import text_asked
from fieldapp_ui.editing.packs import title_words
from fieldapp_ui.editing.workshop import begin_copy, begin_upon, proposed_id, proposed_prefix
from fieldapp_ui.language import tr


class CopyStep:
    """A pack of the county's own. `pack_id` is the new one after it was done."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.title = tr("Copy a pack to change it")
        self.action = tr("Begin")
        self.pack_id = ""
        self._packs = {heading.id: (heading, folder) for heading, folder, _ in packs_at_hand()}

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """From which, in which way, and what it is called."""
        sources = tuple(
            (name, title_words(heading.title, self.desk.texts)) for name, (heading, _) in self._packs.items()
        )
        ways = (
            ("upon", tr("Build on it: only what is new stands in our pack")),
            ("copy", tr("Copy everything in it")),
        )
        return (
            Asked("source", tr("Which pack?"), choices=sources, required=True),
            Asked("way", tr("How?"), choices=ways, value="upon", required=True),
            text_asked("title", tr("What is ours called?"), required=True),
            text_asked("pack_id", tr("Its id"), tr("Small letters, digits and hyphens."), required=True),
            text_asked(
                "prefix",
                tr("Prefix of its fields"),
                tr("As tz_: small letters and digits, _ at the end."),
                required=True,
            ),
        )

    def follows(self, key: str, typed: Typed) -> Typed:
        """Id and prefix follow from the title by pinyin."""
        title = typed.get("title", "")
        return {"pack_id": proposed_id(title), "prefix": proposed_prefix(title)} if key == "title" else {}

    def said(self, typed: Typed) -> str:
        """Nothing to remark."""
        return ""

    def place_of(self, refused: UserError) -> str:
        """The question a refusal is about."""
        return {"pack.id": "pack_id", "pack.prefix": "prefix", "pack.target_exists": "pack_id"}.get(
            refused.code, ""
        )

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Make the pack's folder. Raises PackError."""
        _, folder = self._packs[typed["source"]]
        begin = begin_copy if typed["way"] == "copy" else begin_upon
        begin(folder, typed["title"].strip(), typed["pack_id"].strip(), typed["prefix"].strip())
        self.pack_id = typed["pack_id"].strip()
