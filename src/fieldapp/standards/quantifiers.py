"""none, every, total and latest as SQL: three-valued, with an empty list only an answer when "checked: none" is known.

none(m, x): false if some x is true, else NULL if some x is NULL, else true. every(m, x) is none(m, not x).
total(m, v, x): the sum of v where x; NULL while a row may still change it (x NULL and v not 0, or x true and v NULL).
latest(m, day, x): x of the last record up to :as_of, of each if several share the day; NULL while a day is not known.
"""

from dataclasses import dataclass

from sqlglot import exp

from fieldapp.errors import PackError
from fieldapp.register.past_homes import HOUSEHOLD, PERSON, has_past_homes, lived_in
from fieldapp.standards.compiled import FieldRef
from fieldapp.standards.expressions import Spot
from fieldapp.standards.frame import Frame
from fieldapp.standards.model import MemberList


@dataclass(frozen=True)
class Rows:
    """SQL conditions over one row of a quantified list.

    `counted`: it takes part. `unclear`: it leaves the answer open. `against`: it alone makes the answer false.
    """

    member: MemberList
    value: str
    counted: str
    unclear: str
    against: str
    fields: tuple[FieldRef, ...]


def source_of(frame: Frame, member: MemberList, name: str = "") -> str:
    """`from`-clause parts of a child list with its yearly list, without the link to the root."""
    yearly = frame.yearly_of(member.list)
    if not yearly:
        return f'"{member.list}"'
    return (
        f'"{member.list}" left join "{yearly}" on "{yearly}"."{member.list}" = "{member.list}"."id"'
        f' and "{yearly}"."year" = cast(:year as integer) and "{yearly}"."ended_on" is null'
    )


def link_of(frame: Frame, member: MemberList, present: str) -> str:
    """The condition that a row of a child list is the root's and belongs to the checked year."""
    if (member.list, frame.root) == (PERSON, HOUSEHOLD) and has_past_homes(frame.dictionary):
        return f"{lived_in(f'{HOUSEHOLD}.id', ':as_of')} and ({present})"
    return f'"{member.list}"."{frame.root}" = "{frame.root}"."id" and ({present})'


def rows_of(frame: Frame, call: exp.Anonymous, present: str, spot: Spot) -> Rows:
    """What each row of a quantifier's list does to its answer."""
    name, arguments = call.name.lower(), list(call.expressions)
    member = frame.member(arguments[0].name, spot)
    condition = f"({frame.qualify(arguments[-1], member, spot).sql('sqlite')})"
    fields = frame.columns(arguments[-1], member, spot)
    if not {ref.list for ref in fields} & {member.list, frame.yearly_of(member.list)}:
        raise PackError(
            "standards.no_member_field",
            "{file}, line {at}: {field} asks nothing of the records of {list}.",
            list=member.name,
            **spot.place,
        )
    if name == "none":
        return Rows(member, condition, "1 = 1", f"{condition} is null", condition, fields)
    if name == "every":
        return Rows(member, condition, "1 = 1", f"{condition} is null", f"not {condition}", fields)
    value = f"({frame.qualify(arguments[1], member, spot).sql('sqlite')})"
    fields = tuple(dict.fromkeys((*frame.columns(arguments[1], member, spot), *fields)))
    if name == "total":
        unclear = f"({condition} is null and ({value} is null or {value} <> 0)) or ({condition} and {value} is null)"
        return Rows(
            member, f"case when {condition} then {value} else 0 end", "1 = 1", unclear, "1 = 0", fields
        )
    later = _last_day(frame, member, arguments[1], present, spot)
    counted = f"({value} is null or {value} = {later})"
    return Rows(
        member, condition, counted, f"({value} is null or {condition} is null)", f"not {condition}", fields
    )


def quantified(frame: Frame, call: exp.Anonymous, rows: Rows, present: str) -> str:
    """The quantifier as a scalar subquery: 1, 0 or NULL; a sum for total."""
    member = rows.member
    none_known = "null"
    if member.none_fact:
        spot = Spot(frame.standard.origin, member.at, member.name)
        fact = frame.column(frame.reference(member.none_fact, spot)[1]).sql("sqlite")
        none_known = f"case when {fact} = 1 then {0 if call.name.lower() == 'total' else 1} end"
    some_unclear = f"sum(case when {rows.unclear} then 1 else 0 end) > 0"
    some_against = f"sum(case when {rows.against} then 1 else 0 end) > 0"
    answer = {
        "none": f"when {some_against} then 0 when {some_unclear} then null else 1",
        "every": f"when {some_against} then 0 when {some_unclear} then null else 1",
        "total": f"when {some_unclear} then null else sum({rows.value})",
        "latest": f"when {_some_undated(rows)} then null when {some_against} then 0 when {some_unclear} then null else 1",
    }[call.name.lower()]
    return (
        f"(select case when count(*) = 0 then {none_known} {answer} end"
        f" from {source_of(frame, member)} where {link_of(frame, member, present)} and {rows.counted})"
    )


def _some_undated(rows: Rows) -> str:
    dated = rows.fields[0]
    return f'sum(case when "{dated.list}"."{dated.key}" is null then 1 else 0 end) > 0'


def _last_day(frame: Frame, member: MemberList, day: exp.Expr, present: str, spot: Spot) -> str:
    """The last day up to :as_of among the rows of the list, read under another name."""
    ref = frame.columns(day, member, spot)[0]
    again = present.replace(f'"{member.list}".', '"later".')
    return (
        f'(select max("later"."{ref.key}") from "{member.list}" as "later"'
        f' where "later"."{frame.root}" = "{frame.root}"."id" and ({again}) and "later"."{ref.key}" <= :as_of)'
    )
