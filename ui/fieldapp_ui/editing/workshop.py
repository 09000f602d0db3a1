"""The county's workshop: packs being changed on this computer, read as lists, fields, codes and rules; no widgets.

The rule it holds: every edit goes through `fieldapp.packs.editing`, which checks it before anything is written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fieldapp.domain.pinyin import spell
from fieldapp.errors import PackError
from fieldapp.keys.devices import DeviceKey
from fieldapp.packs.archive import Built, build_pack, folder_contents
from fieldapp.packs.editing import copy_pack, pack_dictionary, set_version, write_files
from fieldapp.packs.heading import HEADING_FILE, Heading, Title, heading_text, read_heading
from fieldapp.packs.places import installed_root, packs_in
from fieldapp.packs.rule_cells import read_rule_files, rules_of
from fieldapp.packs.tables import read_rows
from fieldapp.register.declarations import Code, FieldSpec
from fieldapp.register.dictionary import FIELDS_FILE, Dictionary
from fieldapp.texts import Texts
from fieldapp_ui.editing.packs import PackLine, list_words, title_words
from fieldapp_ui.language import tr

PUBLISHED_FILE = ".published"
"""Hidden, so no part of the pack: which content went out under which version number."""
LONGEST_KEY = 40


@dataclass(frozen=True)
class RuleLine:
    """A quality rule of this pack: its words in the worker's language, the list it looks at and its condition."""

    id: str
    words: str
    over: str
    when: str
    warns: bool


def workshop_root() -> Path:
    """The folder of the packs being changed here, one folder each under its id."""
    return installed_root().parent / "workshop"


def made_here(texts: Texts) -> tuple[PackLine, ...]:
    """The packs being changed on this computer."""
    return tuple(
        PackLine(one.id, one.version, title_words(one.title, texts), "", one.requires, folder, made_here=True)
        for one, folder in packs_in(workshop_root())
    )


def begin_copy(source: Path, title: str, pack_id: str, prefix: str) -> Path:
    """A copy of a pack to change, everything of it. Raises PackError."""
    return copy_pack(source, workshop_root() / pack_id, pack_id, Title(title, title, title), prefix=prefix)


def begin_upon(source: Path, title: str, pack_id: str, prefix: str) -> Path:
    """A pack that holds nothing yet and builds on another one. Raises PackError pack.target_exists and of the heading."""
    folder = workshop_root() / pack_id
    if folder.exists():
        raise PackError(
            "pack.target_exists", "{folder} is not empty. Name a new folder for the copy.", folder=str(folder)
        )
    heading = Heading(pack_id, 1, Title(title, title, title), (read_heading(source).id,), (prefix,))
    write_files(folder, {HEADING_FILE: heading_text(heading).encode()})
    return folder


def proposed_id(title: str) -> str:
    """An id from a title in Chinese: 天祝县 → tian-zhu-xian."""
    return spell(title).full.replace(" ", "-")[:LONGEST_KEY].strip("-")


def proposed_prefix(title: str) -> str:
    """A prefix from a title in Chinese: 天祝县 → tzx_."""
    letters = "".join(one for one in spell(title).initials if one.isascii() and one.isalnum())
    letters = letters.lstrip("0123456789")
    return f"{letters[:4]}_" if letters else ""


class Workshop:
    """One pack being changed. Read anew after each edit; nothing here is kept between two looks."""

    def __init__(self, pack_id: str, texts: Texts) -> None:
        self.folder = workshop_root() / pack_id
        self.texts = texts

    @cached_property
    def heading(self) -> Heading:
        """What pack.yaml says. Raises PackError."""
        return read_heading(self.folder)

    @cached_property
    def dictionary(self) -> Dictionary:
        """The dictionary of this pack and all below. Raises PackError for tables with errors."""
        return pack_dictionary(self.folder)

    @cached_property
    def own_fields(self) -> frozenset[tuple[str, str]]:
        """(list, key) of the fields that this pack declares itself."""
        return frozenset((row["list"], row["key"]) for row in read_rows(self.folder / FIELDS_FILE))

    @property
    def title(self) -> str:
        """The pack's title in the worker's language."""
        return title_words(self.heading.title, self.texts)

    def lists(self) -> tuple[tuple[str, str, int], ...]:
        """Name, words and number of own fields of every list; those with own fields first."""
        counts = [
            (name, list_words(self.dictionary, name, self.texts), self._own(name))
            for name in self.dictionary.lists
        ]
        return tuple(sorted(counts, key=lambda one: not one[2]))

    def fields(self, list_name: str) -> tuple[FieldSpec, ...]:
        """The fields of a list, the pack's own first."""
        specs = self.dictionary.fields.get(list_name, ())
        return tuple(sorted(specs, key=lambda spec: (spec.list, spec.key) not in self.own_fields))

    def is_own(self, spec: FieldSpec) -> bool:
        """Whether this pack declares the field."""
        return (spec.list, spec.key) in self.own_fields

    def code_lists(self) -> tuple[tuple[str, int], ...]:
        """Name and number of own codes of every code list; the pack's own first."""
        own = {name: len(rows) for name, rows in self._own_codes.items()}
        return tuple(
            sorted(((name, own.get(name, 0)) for name in self.dictionary.codes), key=lambda one: not one[1])
        )

    def codes(self, name: str) -> tuple[tuple[Code, bool], ...]:
        """The codes of a list, each with whether this pack brings it."""
        own = {row.get("id", "") for row in self._own_codes.get(name, ())}
        return tuple((code, code.id in own) for code in self.dictionary.codes[name].items)

    def rules(self) -> tuple[RuleLine, ...]:
        """The quality rules that this pack brings. Raises PackError for a file that cannot be read."""
        found = (rule for file in read_rule_files(self.folder).values() for rule in rules_of(file))
        return tuple(self._rule(rule) for rule in found)

    def proposed_key(self, label: str, list_name: str) -> str:
        """A key from a label in Chinese with the pack's prefix, of a list of another pack; a number where it is taken."""
        letters = "".join(one for one in spell(label).full.replace(" ", "_") if one.isascii())[:LONGEST_KEY]
        first = f"{self.heading.prefix}{letters.strip('_')}"
        taken = {spec.key for spec in self.dictionary.fields.get(list_name, ())}
        key, at = first, 1
        while key in taken:
            at += 1
            key = f"{first}_{at}"
        return key

    def proposed_rule(self) -> str:
        """The next free id of a rule: the prefix in capitals and a number."""
        taken = {rule.id for rule in self.rules()}
        mark = self.heading.prefix.rstrip("_").upper() or "R"
        return next(name for at in range(1, 10_000) if (name := f"{mark}{at:02d}") not in taken)

    def next_version(self) -> int:
        """The version the next file goes out as: one higher once other content went out under this one."""
        went = self._published()
        changed = went.get("content") != _content_hash(self.folder)
        return self.heading.version + int(went.get("version") == self.heading.version and changed)

    def publish(self, out: Path, key: DeviceKey) -> Built:
        """Raise the version where it needs it, and write the signed file. Raises PackError; then the version stays."""
        before, version = self.heading.version, self.next_version()
        try:
            if version != before:
                set_version(self.folder, version)
            built = build_pack(self.folder, out, key)
        except BaseException:
            set_version(self.folder, before)
            raise
        kept = {"version": version, "content": _content_hash(self.folder)}
        write_files(self.folder, {PUBLISHED_FILE: json.dumps(kept).encode()})
        return built

    def _own(self, list_name: str) -> int:
        return sum(owner == list_name for owner, _ in self.own_fields)

    @cached_property
    def _own_codes(self) -> Mapping[str, list[dict[str, str]]]:
        files = sorted((self.folder / "codelists").glob("*.csv"))
        return {file.stem: read_rows(file) for file in files}

    def _rule(self, rule: dict[str, object]) -> RuleLine:
        words = rule.get("words")
        told = {str(key): str(text) for key, text in words.items()} if isinstance(words, dict) else {}
        said = self.texts.pick(told.get("zh_hans", ""), told.get("zh_hant", ""), told.get("en", ""))
        if rule.get("off"):
            said = tr("switched off")
        over = str(rule.get("over", ""))
        shown = list_words(self.dictionary, over, self.texts) if over else ""
        return RuleLine(
            str(rule.get("id", "")), said, shown, str(rule.get("when", "")), rule.get("severity") == "W"
        )

    def _published(self) -> Mapping[str, object]:
        file = self.folder / PUBLISHED_FILE
        try:
            raw = json.loads(file.read_bytes())
        except (OSError, ValueError):
            return {}
        return raw if isinstance(raw, dict) else {}


def _content_hash(folder: Path) -> str:
    """Of everything but pack.yaml's version: a file that goes out again unchanged keeps its number."""
    digest = hashlib.sha256()
    heading = read_heading(folder)
    told = (heading.id, heading.title, heading.requires, heading.prefixes)
    digest.update(repr(told).encode())
    for name, content in sorted(folder_contents(folder).items()):
        if name != HEADING_FILE:
            digest.update(f"{name}\n{hashlib.sha256(content).hexdigest()}\n".encode())
    return digest.hexdigest()
