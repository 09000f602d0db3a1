"""Reads a standard set from its YAML: every fault is a PackError with file, line and field, never a guess.

A file with `extends: NAME` adds a county's lines and settings to the set of that name and holds no criteria.
"""

from dataclasses import replace

from fieldapp.domain.money import parse_fen
from fieldapp.domain.region import RegionCode
from fieldapp.errors import PackError
from fieldapp.standards.document import Entry, read_document
from fieldapp.standards.entries import matching, one_of, read_words, required
from fieldapp.standards.model import (
    Criterion,
    FigureSpec,
    Line,
    MemberList,
    Need,
    Setting,
    StandardSet,
)

_SET = frozenset(
    ("set", "title", "version", "level", "over", "ages_on", "lists", "settings", "lines", "criteria")
)
_EXTENSION = frozenset(("extends", "version", "settings", "lines"))
_LINE = frozenset(("area", "year", "kind", "amount", "status"))
_LIST = frozenset(("list", "none", "present"))
_SETTING = frozenset(("value", "choices", "title", "status"))
_RULE = frozenset(("met", "guard", "needs", "rule"))
_CRITERION = _RULE | {"id", "title", "figures", "evidence", "source", "variants"}
_VARIANT = _RULE | {"when"}
_NEED = frozenset(("facts", "when"))
_FIGURE = frozenset(("label", "value", "per", "kind"))
_FIGURE_KINDS = ("money", "count", "date", "line")
_LEVELS = ("household", "village", "county", "project")


def read_set(text: str, origin: str, settings: dict[str, str] | None = None) -> StandardSet:
    """The standard set of a YAML text; `settings` choose variants (of a county's extension). Raises PackError."""
    root = read_document(text, origin)
    fields = root.fields(_SET)
    known = _read_settings(fields, settings or {})
    chosen = {setting.name: setting.value for setting in known}
    criteria = tuple(_read_criterion(entry, chosen) for entry in required(root, fields, "criteria").items())
    _refuse_twice(root, criteria)
    return StandardSet(
        name=required(root, fields, "set").text(),
        title=read_words(required(root, fields, "title")),
        version=required(root, fields, "version").text(),
        level=one_of(required(root, fields, "level"), _LEVELS),
        over=required(root, fields, "over").text(),
        ages_on=matching(fields["ages_on"], r"(0[1-9]|1[0-2])-[0-3]\d") if "ages_on" in fields else "12-31",
        lines=_read_lines(fields.get("lines")),
        criteria=criteria,
        lists=_read_lists(fields.get("lists")),
        settings=known,
        origin=origin,
    )


def read_sets(documents: dict[str, str]) -> dict[str, StandardSet]:
    """Every set of several files (origin → text, base packs first), with the extensions joined in. Raises PackError."""
    roots = {origin: read_document(text, origin) for origin, text in documents.items()}
    extensions = [(origin, root) for origin, root in roots.items() if "extends" in root.fields()]
    chosen: dict[str, dict[str, str]] = {}
    for _, root in extensions:
        fields = root.fields(_EXTENSION)
        values = fields["settings"].fields() if "settings" in fields else {}
        named = chosen.setdefault(fields["extends"].text(), {})
        named.update({name: entry.text() for name, entry in values.items()})
    sets: dict[str, StandardSet] = {}
    for origin, root in roots.items():
        if "extends" not in root.fields():
            name = required(root, root.fields(), "set").text()
            sets[name] = read_set(documents[origin], origin, chosen.get(name))
    for _, root in extensions:
        _extend(sets, root)
    return sets


def _extend(sets: dict[str, StandardSet], root: Entry) -> None:
    fields = root.fields(_EXTENSION)
    name = fields["extends"].text()
    if name not in sets:
        raise PackError(
            "standards.extends_nothing",
            "{file}, line {at}: there is no standard set {name} to extend. Name the pack that holds it in requires.",
            name=name,
            **fields["extends"].place,
        )
    base = sets[name]
    version = f"{base.version}+{required(root, fields, 'version').text()}"
    sets[name] = replace(base, lines=base.lines + _read_lines(fields.get("lines")), version=version)


def _read_settings(fields: dict[str, Entry], wanted: dict[str, str]) -> tuple[Setting, ...]:
    declared = fields["settings"].fields() if "settings" in fields else {}
    for name in wanted.keys() - declared.keys():
        raise PackError(
            "standards.no_setting",
            "{file}: this set has no setting {name}. Remove it or correct its name.",
            name=name,
            **fields["set"].place,
        )
    return tuple(_read_setting(name, entry, wanted.get(name)) for name, entry in declared.items())


def _read_setting(name: str, entry: Entry, wanted: str | None) -> Setting:
    fields = entry.fields(_SETTING)
    choices = tuple(choice.text() for choice in required(entry, fields, "choices").items())
    value = wanted if wanted is not None else required(entry, fields, "value").text()
    if value not in choices:
        raise PackError(
            "standards.bad_setting",
            "{file}, line {at}: {field} cannot be {value}. Choose one of: {choices}.",
            value=value,
            choices=", ".join(choices),
            **entry.place,
        )
    status = fields["status"].text() if "status" in fields else ""
    return Setting(name, value, choices, read_words(required(entry, fields, "title")), status)


def _read_lines(entry: Entry | None) -> tuple[Line, ...]:
    lines = tuple(_read_line(item) for item in entry.items()) if entry else ()
    places = [(line.area, line.year, line.kind) for line in lines]
    if entry and len(set(places)) < len(places):
        raise PackError(
            "standards.line_twice",
            "{file}, line {at}: two lines for one area, year and kind. Keep one.",
            **entry.place,
        )
    return lines


def _read_line(entry: Entry) -> Line:
    fields = entry.fields(_LINE)
    amount = required(entry, fields, "amount")
    fen = parse_fen(amount.text())
    if fen is None or fen <= 0:
        raise PackError(
            "standards.amount",
            "{file}, line {at}: write the amount in yuan with at most two decimals, as 3700.00.",
            **amount.place,
        )
    return Line(
        area=_area(required(entry, fields, "area")),
        year=int(matching(required(entry, fields, "year"), r"(19|20)\d\d")),
        kind=one_of(required(entry, fields, "kind"), ("exit", "standard", "monitor")),
        amount=fen,
        status=fields["status"].text() if "status" in fields else "",
    )


def _area(entry: Entry) -> str:
    try:
        return RegionCode(entry.text()).prefix
    except ValueError:
        raise PackError(
            "standards.area",
            "{file}, line {at}: {value} is no region code. Write its digits.",
            value=entry.text(),
            **entry.place,
        ) from None


def _read_lists(entry: Entry | None) -> dict[str, MemberList]:
    lists: dict[str, MemberList] = {}
    for name, item in (entry.fields() if entry else {}).items():
        fields = item.fields(_LIST)
        none_fact, present = (fields[key].text() if key in fields else "" for key in ("none", "present"))
        lists[name] = MemberList(name, required(item, fields, "list").text(), none_fact, present, item.at)
    return lists


def _read_criterion(entry: Entry, chosen: dict[str, str]) -> Criterion:
    fields = entry.fields(_CRITERION)
    used = {**fields, **_variant(fields.get("variants"), chosen)}
    met = required(entry, used, "met")
    return Criterion(
        id=matching(required(entry, fields, "id"), r"[A-Za-z][A-Za-z0-9_-]*"),
        title=read_words(required(entry, fields, "title")),
        rule=read_words(required(entry, used, "rule")),
        met=met.text(),
        guard=used["guard"].text() if "guard" in used else "",
        needs=tuple(_read_need(item) for item in required(entry, used, "needs").items()),
        figures=tuple(_read_figure(item) for item in fields["figures"].items())
        if "figures" in fields
        else (),
        evidence=tuple(read_words(item) for item in fields["evidence"].items())
        if "evidence" in fields
        else (),
        source=tuple(item.text() for item in required(entry, fields, "source").items()),
        at=met.at,
    )


def _variant(entry: Entry | None, chosen: dict[str, str]) -> dict[str, Entry]:
    for item in entry.items() if entry else ():
        fields = item.fields(_VARIANT)
        wanted = required(item, fields, "when").fields()
        for name, value in wanted.items():
            if name not in chosen:
                raise PackError(
                    "standards.no_setting_here",
                    "{file}, line {at}: there is no setting {field} in this set.",
                    **value.place,
                )
        if all(chosen[name] == value.text() for name, value in wanted.items()):
            return {name: value for name, value in fields.items() if name != "when"}
    return {}


def _read_need(entry: Entry) -> Need:
    if not entry.is_mapping():
        return Need((entry.text(),), at=entry.at)
    fields = entry.fields(_NEED)
    facts = tuple(item.text() for item in required(entry, fields, "facts").items())
    return Need(facts, fields["when"].text() if "when" in fields else "", entry.at)


def _read_figure(entry: Entry) -> FigureSpec:
    fields = entry.fields(_FIGURE)
    return FigureSpec(
        label=read_words(required(entry, fields, "label")),
        value=required(entry, fields, "value").text(),
        kind=one_of(required(entry, fields, "kind"), _FIGURE_KINDS),
        per=fields["per"].text() if "per" in fields else "",
        at=entry.at,
    )


def _refuse_twice(root: Entry, criteria: tuple[Criterion, ...]) -> None:
    ids = [criterion.id for criterion in criteria]
    for doubled in sorted({name for name in ids if ids.count(name) > 1}):
        raise PackError(
            "standards.id_twice", "{file}: two criteria are called {id}. Keep one.", id=doubled, **root.place
        )
