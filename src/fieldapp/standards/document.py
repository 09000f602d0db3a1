"""YAML read as nodes with their line numbers: every scalar stays text, so an amount is never a float.

Safe by shape: nothing is constructed from tags; aliases, doubled keys and unknown keys are refused with their line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from fieldapp.errors import PackError

LIMIT = 1_000_000
_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""libyaml where it is: it reads the rules of a county in a tenth of the time, while somebody waits for a card."""


@dataclass(frozen=True)
class Entry:
    """A YAML node with the file it stands in. Methods raise PackError that names file, line and field."""

    node: yaml.Node
    origin: str
    name: str = ""

    @property
    def at(self) -> int:
        """The line, from 1."""
        return int(self.node.start_mark.line) + 1

    @property
    def place(self) -> dict[str, object]:
        """The places {file}, {at} and {field} of a sentence about this entry."""
        return {"file": self.origin, "at": self.at, "field": self.name}

    def text(self) -> str:
        if not isinstance(self.node, yaml.ScalarNode):
            raise PackError(
                "standards.not_text", "{file}, line {at}: {field} must be one text or number.", **self.place
            )
        return str(self.node.value).strip()

    def items(self) -> tuple["Entry", ...]:
        """The entries of a sequence; one scalar or mapping alone counts as a sequence of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return tuple(Entry(node, self.origin, self.name) for node in self.node.value)
        return (self,)

    def fields(self, allowed: frozenset[str] | None = None) -> dict[str, "Entry"]:
        """A mapping by key. Raises for a key twice or one not in `allowed`."""
        if not isinstance(self.node, yaml.MappingNode):
            raise PackError(
                "standards.not_mapping", "{file}, line {at}: {field} must be a mapping of keys.", **self.place
            )
        found: dict[str, Entry] = {}
        for key, entry in self._pairs():
            if key in found:
                raise PackError(
                    "standards.key_twice", "{file}, line {at}: {field} stands here twice.", **entry.place
                )
            if allowed is not None and key not in allowed:
                raise PackError(
                    "standards.unknown_key",
                    "{file}, line {at}: {field} is not known here. Known are: {known}.",
                    known=", ".join(sorted(allowed)),
                    **entry.place,
                )
            found[key] = entry
        return found

    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    def _pairs(self) -> Iterator[tuple[str, "Entry"]]:
        for key, value in self.node.value:
            name = str(key.value)
            yield name, Entry(value, self.origin, name)


def read_document(text: str, origin: str) -> Entry:
    """The root of a YAML text. Raises PackError (`standards.yaml`) with the line of the fault."""
    if len(text) > LIMIT:
        raise PackError("standards.too_long", "{file} is too long for a standard set.", file=origin)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.AliasEvent):
                raise PackError(
                    "standards.alias",
                    "{file}, line {at}: aliases are not read here. Write the text out.",
                    file=origin,
                    at=event.start_mark.line + 1 if event.start_mark else 1,
                )
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        raise PackError(
            "standards.yaml",
            "{file}, line {at}: this is no readable YAML ({problem}). Check indents, colons and quotes.",
            file=origin,
            at=mark.line + 1 if mark else 1,
            problem=getattr(wrong, "problem", None) or "unreadable character",
        ) from wrong
    if node is None:
        raise PackError("standards.empty", "{file} is empty; a standard set was expected.", file=origin)
    return Entry(node, origin, origin)
