"""Filters over a list: any field, code and year of the dictionary, compiled to SQL with every value a parameter.

What is not known fits no filter but `empty`: neither `=` nor `≠`. Missing is not none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from fieldapp.domain.pinyin import fold
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import FieldSpec
from fieldapp.store.field_rights import showing
from fieldapp.store.finding.columns import Column, Lookup, column_of
from fieldapp.store.refusals import unknown_field
from fieldapp.store.vault import Vault

Sign = Literal[
    "=", "≠", "<", ">", "between", "contains", "empty", "not_empty", "one_of", "none_of", "not_since"
]
SIGNS: tuple[Sign, ...] = get_args(Sign)
_ORDERED = frozenset(("int", "decimal", "money", "year", "date", "month"))
_COMPARED = {"=": "=", "≠": "<>", "<": "<", ">": ">"}
_TODAY = "today"


@dataclass(frozen=True)
class Filter:
    """`field` is a path (see `columns`); `value` a stored value, a tuple of two for between, of codes for one_of and
    none_of, nothing for empty and not_empty. A date may be `today` or `today-60`. not_since: no such date from that day
    on, none at all included.

    Over children, `person.ethnic`, a filter asks whether some child fits; none_of, empty and not_since ask it of every
    child, and a child of whom it is not known keeps its parent out of none_of.
    """

    field: str
    sign: Sign
    value: Value | tuple[Value, ...] = None


def signs_of(spec: FieldSpec) -> tuple[Sign, ...]:
    """The signs that make sense for a field, the likeliest first."""
    if spec.type in ("code", "codes"):
        return ("one_of", "none_of", "empty", "not_empty")
    if spec.type == "bool":
        return ("=", "empty", "not_empty")
    if spec.type == "date":
        return ("not_since", "<", ">", "between", "=", "empty", "not_empty")
    if spec.type in _ORDERED:
        return ("=", "<", ">", "between", "≠", "empty", "not_empty")
    if spec.type in ("ref", "point", "file"):
        return ("empty", "not_empty")
    return ("contains", "=", "≠", "empty", "not_empty")


def where_sql(vault: Vault, list_name: str, filters: Sequence[Filter], lookup: Lookup, today: date) -> str:
    """The condition of all filters over a row of the list; parameters go to `lookup` in the order of the text.

    Raises RegisterError register.unknown_field, register.bad_filter.
    """
    vault.db.conn.create_function("folded", 1, _folded, deterministic=True)
    tests = [
        _Test(readable(vault, list_name, one.field), one, lookup, today).sql(list_name) for one in filters
    ]
    return " and ".join(f"({test})" for test in tests) or "1"


def readable(vault: Vault, list_name: str, path: str) -> Column:
    """The column of a path when this worker gets its values. Raises RegisterError register.unknown_field."""
    column = column_of(vault.dictionary, list_name, path)
    if showing(vault, column.spec) in ("hidden", "masked"):
        raise unknown_field(list_name, path)
    return column


@dataclass
class _Test:
    """One filter on its way to SQL."""

    column: Column
    filter: Filter
    lookup: Lookup
    today: date

    def sql(self, list_name: str) -> str:
        sign = self.filter.sign
        if sign not in SIGNS:
            raise _bad(self.filter)
        if sign == "empty":
            return f"not {self._some(list_name, 0, 'not_empty')}"
        if sign == "not_since":
            return f"not {self._some(list_name, 0, 'not_since')}"
        if sign == "none_of" and self.column.several:
            return f"not {self._some(list_name, 0, 'one_of')} and not {self._unknown(list_name, 0)}"
        return self._some(list_name, 0, sign)

    def _some(self, here: str, at: int, sign: Sign) -> str:
        """That a record at the end of the path fits."""
        if at == len(self.column.steps):
            return f"coalesce({self._condition(here, sign)}, 0)"
        step = self.column.steps[at]
        tie = self.lookup.tie(step, here)
        return f'exists (select 1 from "{step.list}" where {tie} and {self._some(step.list, at + 1, sign)})'

    def _unknown(self, here: str, at: int) -> str:
        """That at the end of some way the value is not known, or the way breaks off before a record of one."""
        if at == len(self.column.steps):
            return f"({self.lookup.field(here, self.column.spec)} is null)"
        step = self.column.steps[at]
        tie = self.lookup.tie(step, here)
        inner = self._unknown(step.list, at + 1)
        if step.way == "down":
            return f'exists (select 1 from "{step.list}" where {tie} and {inner})'
        return f'not exists (select 1 from "{step.list}" where {tie} and not {inner})'

    def _condition(self, here: str, sign: Sign) -> str:
        spec, value = self.column.spec, self.filter.value
        field = self.lookup.field(here, spec)
        if sign == "not_empty":
            return f"({field} is not null and {field} <> '')"
        if sign in ("one_of", "none_of"):
            return self._coded(field, sign == "one_of", value if isinstance(value, tuple) else (value,))
        if sign == "between":
            if not isinstance(value, tuple) or len(value) != 2:
                raise _bad(self.filter)
            return f"({field} between {self._value(value[0])} and {self._value(value[1])})"
        if isinstance(value, tuple) or value is None:
            raise _bad(self.filter)
        if sign == "not_since":
            return f"({field} >= {self._value(value)})"
        if spec.type == "codes" and sign in ("=", "contains"):
            return self._coded(field, True, (value,))
        if sign == "contains":
            return f"(instr(folded({field}), {self._value(fold(str(value)))}) > 0)"
        if spec.type == "text":
            return f"(folded({field}) {_COMPARED[sign]} {self._value(fold(str(value)))})"
        return f"({field} {_COMPARED[sign]} {self._value(value)})"

    def _coded(self, field: str, wanted: bool, codes: Sequence[Value]) -> str:
        if self.column.spec.type == "codes":
            has = " or ".join(
                f"instr(' ' || {field} || ' ', {self._value(f' {code} ')}) > 0" for code in codes
            )
            return f"({has})" if wanted else f"({field} is not null and not ({has}))"
        marks = ", ".join(self._value(code) for code in codes)
        return f"({field} {'' if wanted else 'not '}in ({marks}))"

    def _value(self, value: Value) -> str:
        if self.column.spec.type == "date" and str(value).startswith(_TODAY):
            value = self._day(str(value).removeprefix(_TODAY))
        return self.lookup.parameter(value)

    def _day(self, distance: str) -> str:
        try:
            return (self.today + timedelta(days=int(distance or 0))).isoformat()
        except (ValueError, OverflowError) as wrong:
            raise _bad(self.filter) from wrong


def _folded(text: object) -> str | None:
    return None if text is None else fold(str(text))


def _bad(one: Filter) -> RegisterError:
    return RegisterError(
        "register.bad_filter",
        "The condition on {field} is not complete. Choose a sign and a value, or take it away.",
        field=one.field,
    )
