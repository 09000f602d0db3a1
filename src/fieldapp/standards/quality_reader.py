"""Reads quality rules from YAML: later files add rules, override them by id or switch them off; faults are PackErrors.

A threshold or a list that is named again replaces the one before, so a county changes a number in two lines.
"""

import re
from collections.abc import Iterable, Mapping

from fieldapp.errors import PackError
from fieldapp.standards.document import Entry, read_document
from fieldapp.standards.entries import matching, one_of, read_words, required
from fieldapp.standards.model import Words
from fieldapp.standards.quality_model import (
    ACCURACIES,
    LEVELS,
    PRESENCE,
    SEVERITIES,
    Cause,
    LinkedList,
    QualityCheck,
    QualityRule,
    QualitySet,
    Threshold,
)

_FILE = frozenset(("quality", "years", "lists", "settings", "rules", "causes", "risks"))
_PLACE = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_CHECK = frozenset(("over", "when", "field", "rows", "exit_criteria"))
_RULE = _CHECK | {
    "id",
    "accuracy",
    "severity",
    "level",
    "words",
    "checks",
    "years",
    "source",
    "note",
    "live",
    "off",
}
_LIST = frozenset(("list", "by", "present"))
_SETTING = frozenset(("value", "title", "status"))
_YEARS = frozenset(("from", "to"))
_CAUSE = frozenset(("code", "evidence", "rules", "measures"))
_YEAR = r"(19|20|21)\d\d"
_CODE = r"[A-Za-z0-9_-]{1,20}"


def read_quality(documents: Mapping[str, str]) -> QualitySet:
    """The rules of several files (origin → text, base packs first), joined by id. Raises PackError."""
    rules: dict[str, QualityRule] = {}
    lists: dict[str, LinkedList] = {}
    thresholds: dict[str, Threshold] = {}
    causes: dict[str, Cause] = {}
    risks: dict[str, Cause] = {}
    for origin, text in documents.items():
        root = read_document(text, origin)
        fields = root.fields(_FILE)
        name = matching(required(root, fields, "quality"), r"[a-z][a-z0-9_-]*")
        years = read_years(fields.get("years"), (0, 0))
        lists |= {item.name: read_linked_list(item) for item in _mapping(fields.get("lists"))}
        thresholds |= {item.name: read_threshold(item) for item in _mapping(fields.get("settings"))}
        causes |= _by_code(fields.get("causes"))
        risks |= _by_code(fields.get("risks"))
        _join_rules(rules, _sequence(fields.get("rules")), name, years)
    return QualitySet(rules, lists, thresholds, causes, risks)


def _join_rules(
    rules: dict[str, QualityRule], entries: tuple[Entry, ...], name: str, years: tuple[int, int]
) -> None:
    seen: set[str] = set()
    for entry in entries:
        fields = entry.fields(_RULE)
        rule_id = matching(required(entry, fields, "id"), r"[A-Za-z][A-Za-z0-9_-]*")
        if rule_id in seen:
            raise PackError(
                "quality.id_twice",
                "{file}, line {at}: two rules are called {id}. Keep one.",
                id=rule_id,
                **entry.place,
            )
        seen.add(rule_id)
        if "off" in fields:
            _switch_off(rules, entry, fields["off"], rule_id)
        else:
            rules[rule_id] = _read_rule(entry, fields, rule_id, name, years)


def _switch_off(rules: dict[str, QualityRule], entry: Entry, off: Entry, rule_id: str) -> None:
    one_of(off, ("true",))
    if rules.pop(rule_id, None) is None:
        raise PackError(
            "quality.off_nothing",
            "{file}, line {at}: there is no rule {id} to switch off. Correct its id or remove these lines.",
            id=rule_id,
            **entry.place,
        )


def _read_rule(
    entry: Entry, fields: Mapping[str, Entry], rule_id: str, name: str, years: tuple[int, int]
) -> QualityRule:
    known = dict(fields)
    own = tuple(_read_check(item) for item in _sequence(known.get("checks")))
    if "over" in known:
        own = (_check_of(entry, known), *own)
    if not own:
        required(entry, known, "over")
    return QualityRule(
        id=rule_id,
        accuracy=one_of(required(entry, known, "accuracy"), ACCURACIES),
        severity=one_of(required(entry, known, "severity"), SEVERITIES),
        level=one_of(required(entry, known, "level"), LEVELS),
        words=read_words(required(entry, known, "words")),
        checks=own,
        years=read_years(known.get("years"), years),
        source=tuple(item.text() for item in _sequence(known.get("source"))),
        note=known["note"].text() if "note" in known else "",
        live="live" not in known or one_of(known["live"], ("true", "false")) == "true",
        set=name,
        origin=entry.origin,
        at=entry.at,
    )


def _read_check(entry: Entry) -> QualityCheck:
    return _check_of(entry, entry.fields(_CHECK))


def _check_of(entry: Entry, fields: dict[str, Entry]) -> QualityCheck:
    when = required(entry, fields, "when")
    place = _place(required(entry, fields, "field"))
    points_list, _, points_key = place.partition(".")
    return QualityCheck(
        over=required(entry, fields, "over").text(),
        when=when.text(),
        points_list=points_list,
        points_key=points_key,
        rows=one_of(fields["rows"], PRESENCE) if "rows" in fields else "present",
        exit_criteria="exit_criteria" in fields and one_of(fields["exit_criteria"], ("true",)) == "true",
        at=when.at,
    )


def _place(entry: Entry) -> str:
    if not _PLACE.fullmatch(entry.text()):
        raise PackError(
            "quality.place",
            "{file}, line {at}: {field} names a list and its field, as person.id_no, not {value}.",
            value=entry.text(),
            **entry.place,
        )
    return entry.text()


def read_linked_list(entry: Entry) -> LinkedList:
    """One entry of `lists`."""
    fields = entry.fields(_LIST)
    by, present = (fields[key].text() if key in fields else "" for key in ("by", "present"))
    return LinkedList(entry.name, required(entry, fields, "list").text(), by, present, entry.at)


def read_threshold(entry: Entry) -> Threshold:
    """One entry of `settings`."""
    fields = entry.fields(_SETTING)
    text = required(entry, fields, "value").text()
    whole = text.removeprefix("-")
    return Threshold(
        entry.name,
        int(text) if whole.isascii() and whole.isdigit() else text,
        read_words(required(entry, fields, "title")),
        required(entry, fields, "status").text(),
    )


def read_years(entry: Entry | None, otherwise: tuple[int, int]) -> tuple[int, int]:
    """The first and last year of `years`, 0 for open."""
    if entry is None:
        return otherwise
    fields = entry.fields(_YEARS)
    first, last = (int(matching(fields[key], _YEAR)) if key in fields else 0 for key in ("from", "to"))
    return first, last


def _by_code(entry: Entry | None) -> dict[str, Cause]:
    return {cause.code: cause for cause in map(_read_cause, _sequence(entry))}


def _read_cause(entry: Entry) -> Cause:
    fields = entry.fields(_CAUSE)
    evidence = read_words(fields["evidence"]) if "evidence" in fields else Words("", "", "")
    return Cause(
        matching(required(entry, fields, "code"), _CODE),
        evidence,
        tuple(item.text() for item in _sequence(fields.get("rules"))),
        tuple(matching(item, _CODE) for item in _sequence(fields.get("measures"))),
    )


def _mapping(entry: Entry | None) -> Iterable[Entry]:
    return entry.fields().values() if entry else ()


def _sequence(entry: Entry | None) -> tuple[Entry, ...]:
    return entry.items() if entry else ()
