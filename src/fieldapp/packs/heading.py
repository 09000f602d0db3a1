"""pack.yaml: the pack's name, version, titles and what it builds on; strict, because strangers write it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from fieldapp.errors import PackError

HEADING_FILE = "pack.yaml"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PREFIX = re.compile(r"[a-z][a-z0-9]*_")
_KEYS = {"id", "version", "title", "requires", "prefix"}
LARGEST_HEADING = 100_000


@dataclass(frozen=True)
class Title:
    """A pack's title in the three languages."""

    zh_hans: str
    zh_hant: str
    en: str


@dataclass(frozen=True)
class Heading:
    """What pack.yaml says. One of `prefixes` begins the keys of fields the pack adds to lists of others, as `gs_`; a
    copied pack has its own first and those of the packs it came from after it."""

    id: str
    version: int
    title: Title
    requires: tuple[str, ...]
    prefixes: tuple[str, ...] = ()

    @property
    def prefix(self) -> str:
        """The pack's own prefix, "" when it has none."""
        return self.prefixes[0] if self.prefixes else ""


def read_heading(folder: Path) -> Heading:
    """The heading of the pack in a folder. Raises PackError with what to mend."""
    file = folder / HEADING_FILE
    if not file.is_file():
        raise PackError("pack.no_heading", "{folder} is no pack: it holds no pack.yaml.", folder=str(folder))
    return parse_heading(file.read_bytes())


def parse_heading(content: bytes) -> Heading:
    """The heading of pack.yaml's bytes. Raises PackError."""
    if len(content) > LARGEST_HEADING:
        raise PackError("pack.heading_size", "pack.yaml is too large to be a pack's heading.")
    try:
        raw = yaml.safe_load(content.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as wrong:
        raise PackError("pack.yaml", "pack.yaml cannot be read: {reason}", reason=str(wrong)) from wrong
    if not isinstance(raw, dict):
        raise PackError("pack.yaml_shape", "pack.yaml must name id, version and title.")
    if unknown := sorted(str(key) for key in raw.keys() - _KEYS):
        raise PackError(
            "pack.yaml_keys", "pack.yaml has keys that mean nothing: {keys}.", keys=", ".join(unknown)
        )
    return Heading(_id(raw), _version(raw), _title(raw), _requires(raw), _prefixes(raw))


def _id(raw: Mapping[str, object]) -> str:
    name = raw.get("id")
    if not isinstance(name, str) or not _ID.fullmatch(name):
        raise PackError(
            "pack.id", "The id in pack.yaml must be small letters, digits and hyphens, as cn-base."
        )
    return name


def _version(raw: Mapping[str, object]) -> int:
    version = raw.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise PackError("pack.version", "The version in pack.yaml must be a whole number from 1.")
    return version


def _title(raw: Mapping[str, object]) -> Title:
    title = raw.get("title")
    labels = [title.get(key) for key in ("zh_hans", "zh_hant", "en")] if isinstance(title, dict) else []
    texts = [label for label in labels if isinstance(label, str) and label]
    if len(texts) != 3:
        raise PackError("pack.title", "The title in pack.yaml needs zh_hans, zh_hant and en.")
    return Title(*texts)


def _requires(raw: Mapping[str, object]) -> tuple[str, ...]:
    requires = raw.get("requires") or []
    if not isinstance(requires, list) or not all(isinstance(x, str) and _ID.fullmatch(x) for x in requires):
        raise PackError("pack.requires", "requires in pack.yaml must be a list of pack ids.")
    return tuple(requires)


def _prefixes(raw: Mapping[str, object]) -> tuple[str, ...]:
    prefix = raw.get("prefix") or []
    prefixes = prefix if isinstance(prefix, list) else [prefix]
    if not all(isinstance(word, str) and _PREFIX.fullmatch(word) for word in prefixes):
        raise PackError(
            "pack.prefix",
            "The prefix in pack.yaml must be small letters and digits with _ at the end, as gs_.",
        )
    return tuple(prefixes)


def heading_text(heading: Heading) -> str:
    """pack.yaml of a heading, which `parse_heading` reads back."""
    raw: dict[str, object] = {
        "id": heading.id,
        "version": heading.version,
        "title": {name: getattr(heading.title, name) for name in ("zh_hans", "zh_hant", "en")},
        "requires": list(heading.requires),
    }
    if heading.prefixes:
        raw["prefix"] = heading.prefix if len(heading.prefixes) == 1 else list(heading.prefixes)
    return str(yaml.safe_dump(raw, allow_unicode=True, sort_keys=False, width=110, default_flow_style=None))
