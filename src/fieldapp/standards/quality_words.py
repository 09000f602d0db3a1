"""The words a quality rule may use beyond a standard's: functions of one record, as SQL text for SQLite.

Each answers NULL for what is not known, so that no rule finds a fault in a blank unless it asks for the blank.
"""

from collections.abc import Callable, Mapping, Sequence

from fieldapp.standards.expressions import QUANTIFIERS, Vocabulary
from fieldapp.standards.model import Line
from fieldapp.standards.quality_model import Cause

PLACES = ("as_of", "day", "today", "year")
"""as_of: the last day of the checked year. today: the clock's. day: the earlier of both."""
_QUANTIFIERS = {name: (count, count) for name, count in QUANTIFIERS.items()} | {
    "number": (1, 2),
    "certain": (2, 2),
    "highest": (3, 3),
    "lowest": (3, 3),
}
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_UNSEEN = (" ", "　", "\t", "\n", "，", "。", "、", "；", "：", ",", ".", ";", ":", "！", "!")
SAME = "same"
AGE = "age_on"
Build = Callable[[Sequence[str]], str]


def vocabulary(settings: Mapping[str, object]) -> Vocabulary:
    """What a condition may say where these settings are declared."""
    functions = {name: (count, count) for name, (count, _) in FUNCTIONS.items()}
    functions |= {AGE: (1, 1), SAME: (2, 7), "known_sum": (2, 12)}
    functions |= {"line": (2, 2), "answers": (2, 2), "risk_answers": (2, 2)}
    return Vocabulary(_QUANTIFIERS, functions, frozenset((*PLACES, *settings)), masking=True)


def function_sql(name: str, arguments: Sequence[str]) -> str:
    """A call of one of `FUNCTIONS`, or of known_sum, over arguments that are SQL already."""
    if name == "known_sum":
        return f"({' + '.join(f'coalesce({part}, 0)' for part in arguments)})"
    return FUNCTIONS[name][1](arguments)


def age_sql(born: str, day: str) -> str:
    """Whole years on a day, from texts YYYY-MM-DD; NULL while the birth date is not known."""
    before = f"substr({day}, 6, 5) < substr({born}, 6, 5)"
    return f"(cast(substr({day}, 1, 4) as integer) - cast(substr({born}, 1, 4) as integer) - ({before}))"


def line_sql(lines: Sequence[Line], scope: str, kind: str, year: str) -> str:
    """The line of a kind for a place in any year; the smallest area that covers it; NULL where none is set."""
    fitting = sorted(
        (line for line in lines if line.kind == kind), key=lambda line: (-len(line.area), line.area)
    )
    if not fitting:
        return "null"
    cases = " ".join(
        f"when {year} = {line.year} and substr({scope}, 1, {len(line.area)}) = '{line.area}' then {line.amount}"
        for line in fitting
    )
    return f"(case {cases} end)"


def answers_sql(causes: Mapping[str, Cause], cause: str, group: str) -> str:
    """Whether a measure's group is among those that answer a cause; a cause without groups takes any."""
    cases = " ".join(
        f"when '{each.code}' then {group} in ({_quoted(each.measures)})"
        for each in causes.values()
        if each.measures
    )
    return f"(case {cause} {cases} else {cause} is not null end)" if cases else f"({cause} is not null)"


def _quoted(codes: Sequence[str]) -> str:
    return ", ".join(f"'{code}'" for code in codes)


def _shaped(number: str) -> str:
    """18 characters, or the 20 and 22 of a disability certificate; the usual length is asked first."""
    body = "[0-9]" * 17 + "[0-9X]"
    shapes = (body, f"{body}[0-9][0-9]", f"{body}[0-9][0-9]B[0-9]")
    tests = (f"{number} glob '{shape}'" for shape in shapes)
    return f"({' or '.join(tests)})"


def _check(number: str) -> str:
    total = " + ".join(
        f"cast(substr({number}, {at}, 1) as integer) * {weight}" for at, weight in enumerate(_WEIGHTS, 1)
    )
    return f"(substr('10X98765432', ({total}) % 11 + 1, 1) = substr({number}, 18, 1))"


def _birth(number: str) -> str:
    return f"(substr({number}, 7, 4) || '-' || substr({number}, 11, 2) || '-' || substr({number}, 13, 2))"


def _when_shaped(build: Callable[[str], str]) -> Build:
    return lambda args: f"(case when {_shaped(args[0])} then {build(args[0])} end)"


def _prefix_known(args: Sequence[str]) -> str:
    """0 only where a table of divisions that is long enough to say "never" lacks the six digits."""
    number, least = args
    found = f"exists (select 1 from region where code = substr({number}, 1, 6) || '000000')"
    enough = "(select count(*) from region where code like '%000000' and code not like '%00000000')"
    return (
        f"(case when {_shaped(number)} then case when {found} then 1 when {enough} >= {least} then 0 end end)"
    )


def _village_known(args: Sequence[str]) -> str:
    scope = args[0]
    village = f"length({scope}) = 12 and substr({scope}, 10) <> '000'"
    here = f"exists (select 1 from region where code = {scope})"
    first, last = (f"substr({scope}, 1, 6) || '{end}'" for end in ("000000", "999999"))
    beside = (
        f"exists (select 1 from region where code > {first} and code < {last} and substr(code, 10) <> '000')"
    )
    return f"(case when not ({village}) then 0 when {here} then 1 when {beside} then 0 end)"


def _folded(args: Sequence[str]) -> str:
    text = f"lower({args[0]})"
    for mark in _UNSEEN:
        text = f"replace({text}, '{mark}', '')"
    return text


READ_ONCE = frozenset(("id_shape", "id_check", "id_birth", "id_sex"))
"""Functions that several rules ask of one field: computed once a record."""
FUNCTIONS: dict[str, tuple[int, Build]] = {
    # The codes of a field with several, separated by blanks.
    "has": (2, lambda a: f"(instr(' ' || {a[0]} || ' ', ' ' || {a[1]} || ' ') > 0)"),
    "count_codes": (1, lambda a: f"(length({a[0]}) - length(replace({a[0]}, ' ', '')) + 1)"),
    "letters": (1, lambda a: f"length(trim({a[0]}))"),
    "digits_only": (1, lambda a: f"({a[0]} not glob '*[^0-9]*')"),
    "first_is": (2, lambda a: f"(substr({a[0]}, 1, length({a[1]})) = {a[1]})"),
    "folded": (1, _folded),
    "year_of": (1, lambda a: f"cast(substr({a[0]}, 1, 4) as integer)"),
    "real_day": (1, lambda a: f"(case when {a[0]} is not null then coalesce(date({a[0]}) = {a[0]}, 0) end)"),
    "days_before": (2, lambda a: f"date({a[0]}, '-' || {a[1]} || ' days')"),
    "months_after": (2, lambda a: f"date({a[0]}, '+' || {a[1]} || ' months')"),
    "days_between": (2, lambda a: f"cast(julianday({a[1]}) - julianday({a[0]}) as integer)"),
    "id_shape": (1, lambda a: f"(case when {a[0]} is not null then {_shaped(a[0])} end)"),
    "id_check": (1, _when_shaped(_check)),
    "id_birth": (1, _when_shaped(_birth)),
    "id_sex": (
        1,
        _when_shaped(lambda n: f"(case when cast(substr({n}, 17, 1) as integer) % 2 then '1' else '2' end)"),
    ),
    "id_prefix_known": (2, _prefix_known),
    "village_known": (1, _village_known),
}
