"""The unit of a sheet's amounts, from the titles above its table: understood and told, or the amounts are not read.

The rule it holds: where titles name several units, a column that names none waits until it does; ten thousand times too
little is worse than nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.errors import Finding
from fieldapp.register.cells import with_place
from fieldapp.register.declarations import Dictionary
from fieldapp.register.mapping import Column, Target
from fieldapp.register.money_units import POWERS, unit_of_heading, units_of_titles
from fieldapp.register.workbook import column_letter
from fieldapp.store.exchange.planned import Source


@dataclass(frozen=True)
class Amounts:
    """`unit`: that of columns whose heading names none, "" where titles do not say. `unread`: money columns of which
    nobody can say the unit. `findings` stand at the headings."""

    unit: str = ""
    unread: frozenset[Target] = frozenset()
    findings: tuple[Finding, ...] = ()


def amounts_of(
    dictionary: Dictionary, source: Source, first: int, columns: Mapping[Target, Column]
) -> Amounts:
    """What the titles above the heading say of the amounts; `first` is the index of the first data row."""
    sheet = source.sheet
    texts = {column.heading for column in columns.values()} - {""}
    above = sheet.rows[:first]
    heading = next((at for at, row in enumerate(above) if texts.intersection(str(c).strip() for c in row)), 0)
    units = units_of_titles(above[:heading])
    silent = {
        target: column
        for target, column in columns.items()
        if dictionary.has_field(*target)
        and dictionary.field(*target).type == "money"
        and not unit_of_heading(column.heading)
    }
    if not units or not silent:
        return Amounts()

    def placed(found: Finding, column: Column) -> Finding:
        return with_place(found, sheet.file, sheet.name, heading + 1, column_letter(column.index))

    if len(units) > 1:
        told = tuple(placed(_which_unit(units), column) for column in silent.values())
        return Amounts(unread=frozenset(silent), findings=told)
    (unit,) = units
    return Amounts(
        unit, findings=(placed(_read_as(unit), next(iter(silent.values()))),) if POWERS[unit] else ()
    )


def _read_as(unit: str) -> Finding:
    return Finding(
        "import.unit",
        "The title above the table says {unit}: the amounts of columns that name no unit are read as that.",
        {"unit": unit},
        severity="warning",
    )


def _which_unit(units: frozenset[str]) -> Finding:
    return Finding(
        "import.which_unit",
        "The titles above the table name several units of money ({units}), so this column is not read. Write its unit "
        "into its heading, as 收入（万元）.",
        {"units": "、".join(sorted(units))},
    )
