"""Which line holds for a place and year: the longest area that covers it. No line is an answer too: ask the county."""

from collections.abc import Sequence

from fieldapp.standards.model import Line

EXIT = "exit"


def line_for(lines: Sequence[Line], scope: str, year: int, kind: str = EXIT) -> Line | None:
    """The line of the smallest area that covers the region code `scope`, or None: then it must be asked for."""
    fitting = [
        line for line in lines if line.year == year and line.kind == kind and scope.startswith(line.area)
    ]
    return max(fitting, key=lambda line: len(line.area), default=None)


def line_sql(lines: Sequence[Line], scope_column: str, kind: str = EXIT) -> str:
    """`line_for` as an SQL expression over a scope column and `:year`; NULL where there is none.

    Areas are digits and amounts integers (the reader holds that), so the text is safe to write out.
    """
    known = sorted(
        (line for line in lines if line.kind == kind), key=lambda line: (-len(line.area), line.area)
    )
    if not known:
        return "cast(null as bigint)"
    return f"case {' '.join(_case(line, scope_column) for line in known)} end"


def _case(line: Line, scope_column: str) -> str:
    covered = f"substr({scope_column}, 1, {len(line.area)}) = '{line.area}'"
    return f"when cast(:year as integer) = {line.year} and {covered} then {line.amount}"
