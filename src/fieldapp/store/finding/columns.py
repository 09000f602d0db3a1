"""What can stand in a column or a filter of a list: its fields, those of its year, its parents, its children, its refs.

A column is named by a path of dictionary names, `status`, `household_year.house_danger`, `household_year@2018.toilet`,
`household.status`, `helper.name`, `person.ethnic`; its SQL is written from the dictionary, never from what was typed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from fieldapp.errors import RegisterError
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.store.refusals import unknown_field

Way = Literal["up", "ref", "year", "down"]
FIXED = {
    "scope": FieldSpec("", "scope", "text", zh_hans="所在村", zh_hant="所在村", en="Village"),
    "ended_on": FieldSpec("", "ended_on", "date", zh_hans="终止日期", zh_hant="終止日期", en="Ended on"),
    "ended_reason": FieldSpec(
        "", "ended_reason", "text", zh_hans="终止原因", zh_hant="終止原因", en="Reason of the end"
    ),
}
_HEAD = FieldSpec(
    "household",
    "head",
    "text",
    mask="name",
    derived="select person.name from person where person.household = household.id and person.ended_on is null "
    "order by person.relation is not '1', person.n limit 1",
    zh_hans="户主",
    zh_hant="戶主",
    en="Head of household",
)
_MEMBERS = FieldSpec(
    "household",
    "members",
    "int",
    derived="select count(*) from person where person.household = household.id and person.ended_on is null",
    zh_hans="人口",
    zh_hant="人口",
    en="Members",
)
_PER_PERSON = FieldSpec(
    "household_year",
    "net_income_pc",
    "money",
    unit="yuan",
    zh_hans="人均收入",
    zh_hant="人均收入",
    en="Income per person",
)
_RATIO = "select cast(round(1.0 * ({net}) / nullif(({size}), 0)) as integer)"


@dataclass(frozen=True)
class Step:
    """From the list before to `list`: up to its parent, along the reference `key`, to the record of a year (0: the
    year of the view), or down to its children."""

    way: Way
    list: str
    key: str = ""
    year: int = 0


@dataclass(frozen=True)
class Column:
    """`spec` is the field at the end of the path. `several`: a record may have more than one of these values."""

    path: str
    steps: tuple[Step, ...]
    spec: FieldSpec

    @property
    def several(self) -> bool:
        """Whether the path leads through children."""
        return any(step.way == "down" for step in self.steps)


def column_of(dictionary: Dictionary, list_name: str, path: str) -> Column:
    """The column that a path names, seen from a list. Raises RegisterError register.unknown_field."""
    *names, key = path.split(".")
    here, steps = list_name, list[Step]()
    for name in names:
        step = _step(dictionary, here, name)
        if step is None:
            raise unknown_field(list_name, path)
        steps.append(step)
        here = step.list
    spec = field_of(dictionary, here, key)
    if spec is None:
        raise unknown_field(list_name, path)
    return Column(path, tuple(steps), spec)


def is_column(dictionary: Dictionary, list_name: str, path: str) -> bool:
    """Whether `column_of` would answer."""
    try:
        column_of(dictionary, list_name, path)
    except RegisterError:
        return False
    return True


def columns_of(dictionary: Dictionary, list_name: str) -> Iterator[str]:
    """The paths that one may choose from: own fields, those of the year, of the parents, and of the children."""
    yield from _own_keys(dictionary, list_name)
    years = [spec.name for spec in dictionary.children(list_name) if spec.key_by == "year"]
    parent = dictionary.lists[list_name].parent
    for name in (*years, *([parent] if parent else [])):
        yield from (f"{name}.{key}" for key in _own_keys(dictionary, name) if key not in FIXED)
    if list_name != "village":
        for child in dictionary.children(list_name):
            if child.key_by != "year":
                yield from (f"{child.name}.{spec.key}" for spec in dictionary.fields.get(child.name, ()))


def field_of(dictionary: Dictionary, list_name: str, key: str) -> FieldSpec | None:
    """A field of the list, a computed one of ours, or a fixed column; None where there is none of that name."""
    if list_name not in dictionary.lists:
        return None
    if dictionary.has_field(list_name, key):
        return dictionary.field(list_name, key)
    return _computed(dictionary, list_name).get(key) or FIXED.get(key)


@dataclass
class Lookup:
    """Writes SQL for columns and keeps its parameters in the order of the text. `year` is the year of the view."""

    year: int
    params: list[object] = field(default_factory=list)

    def parameter(self, value: object) -> str:
        """A mark for one value."""
        self.params.append(value)
        return "?"

    def value(self, column: Column, list_name: str) -> str:
        """The column as one value over a row of `list_name`; of several children the first."""
        return self._along(list_name, column.steps, column.spec)

    def field(self, list_name: str, spec: FieldSpec) -> str:
        """A field over a row of its list."""
        return f"({spec.derived})" if spec.derived else f'"{list_name}"."{spec.key}"'

    def tie(self, step: Step, here: str) -> str:
        """What ties a record of a step's list to the row it is reached from."""
        if step.way == "up":
            return f'"{step.list}".id = "{here}"."{step.list}"'
        if step.way == "ref":
            return f'"{step.list}".id = "{here}"."{step.key}"'
        tie = f'"{step.list}"."{here}" = "{here}".id and "{step.list}".ended_on is null'
        if step.way == "year":
            tie += f' and "{step.list}".year = {self.parameter(step.year or self.year)}'
        return tie

    def _along(self, here: str, steps: tuple[Step, ...], spec: FieldSpec) -> str:
        if not steps:
            return self.field(here, spec)
        step = steps[0]
        inner = self._along(step.list, steps[1:], spec)
        return f'(select {inner} from "{step.list}" where {self.tie(step, here)} limit 1)'


def _step(dictionary: Dictionary, here: str, name: str) -> Step | None:
    name, _, year = name.partition("@")
    if name in dictionary.lists and dictionary.lists[here].parent == name and not year:
        return Step("up", name)
    if name in dictionary.lists and dictionary.lists[name].parent == here:
        if dictionary.lists[name].key_by == "year":
            return (
                Step("year", name, year=int(year)) if year.isdigit() else None if year else Step("year", name)
            )
        return None if year else Step("down", name)
    if dictionary.has_field(here, name) and dictionary.field(here, name).type == "ref":
        target = dictionary.field(here, name).codes or name
        return Step("ref", target, key=name) if target in dictionary.lists else None
    return None


def _own_keys(dictionary: Dictionary, list_name: str) -> Iterator[str]:
    yield from _computed(dictionary, list_name)
    if dictionary.lists[list_name].key_by == "year":
        yield "year"
    yield from (spec.key for spec in dictionary.fields.get(list_name, ()) if spec.type != "file")
    yield from FIXED


def _computed(dictionary: Dictionary, list_name: str) -> dict[str, FieldSpec]:
    """What follows from other records and is no field of the dictionary: it is shown and sorted by, never stored."""
    if list_name == "household" and dictionary.has_field("person", "relation"):
        return {spec.key: spec for spec in (_HEAD, _MEMBERS)}
    if list_name == "household_year" and dictionary.has_field(list_name, "net_income"):
        net, size = (dictionary.field(list_name, key).derived for key in ("net_income", "size_end"))
        if net and size:
            return {"net_income_pc": replace(_PER_PERSON, derived=_RATIO.format(net=net, size=size))}
    return {}
