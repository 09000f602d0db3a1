"""A quality rule as one row of a table and back: nested keys joined by dots, lists as JSON, every other value text.

Whatever keys a rule has come through unchanged; which of them it may have is for `standards.quality_reader` to say.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import yaml

from fieldapp.errors import PackError
from fieldapp.packs.tables import Row

RULES_FOLDER = "quality"
Rule = Mapping[str, object]
RuleFile = dict[str, object]
"""One file of rules: `quality` names it, `rules` is the list; other keys stay as they are."""


def read_rule_files(folder: Path) -> dict[str, RuleFile]:
    """File name without suffix → rules of a pack's `quality` folder, all values as text. Raises PackError."""
    return {file.stem: _read(file) for file in sorted((folder / RULES_FOLDER).glob("*.yaml"))}


def rules_of(file: RuleFile) -> list[dict[str, object]]:
    """The rules of one file."""
    rules = file.get("rules") or []
    return [dict(rule) for rule in rules if isinstance(rule, dict)] if isinstance(rules, list) else []


def with_rules(file: RuleFile | None, name: str, rules: list[dict[str, object]]) -> str:
    """The YAML text of a file with these rules in place of its own; a new file is called `name`."""
    whole = {**(file or {"quality": name}), "rules": rules}
    return str(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=110))


def rule_lines(text: str) -> list[int]:
    """The line on which each rule of a file begins, from 1."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    rules = next((value for key, value in pairs if key.value == "rules"), None)
    return [node.start_mark.line + 1 for node in rules.value] if isinstance(rules, yaml.SequenceNode) else []


def rule_row(rule: Rule) -> Row:
    """Dotted key → cell."""
    cells: Row = {}
    for key, value in rule.items():
        if isinstance(value, dict) and value:
            cells |= {f"{key}.{inner}": cell for inner, cell in rule_row(value).items()}
        elif isinstance(value, str) and not _is_json(value):
            cells[key] = value
        else:
            cells[key] = json.dumps(value, ensure_ascii=False)
    return cells


def row_rule(row: Row) -> dict[str, object]:
    """The rule of a row; an empty cell is a key it does not have. Raises ValueError for a broken list in a cell."""
    rule: dict[str, object] = {}
    for key, cell in row.items():
        if not cell:
            continue
        *outer, last = key.split(".")
        place = rule
        for name in outer:
            inner = place.setdefault(name, {})
            if not isinstance(inner, dict):
                raise ValueError(key)
            place = inner
        place[last] = json.loads(cell) if _is_json(cell) else cell
    return rule


def _is_json(cell: str) -> bool:
    return cell.startswith(("[", "{", '"'))


def _read(file: Path) -> RuleFile:
    try:
        raw = yaml.load(file.read_bytes().decode("utf-8-sig"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as wrong:
        raise PackError(
            "pack.rules_yaml", "{file} cannot be read: {reason}", file=file.name, reason=str(wrong)
        ) from wrong
    if not isinstance(raw, dict):
        raise PackError("pack.rules", "{file} must name its rules under rules.", file=file.name)
    return raw
