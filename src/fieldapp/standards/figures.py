"""The figures shown beside a rule: those the set names, else the facts themselves, and members that stand against it.

A figure is a fact and its value. How much is lacking to a line is never among them.
"""

from collections.abc import Mapping, Sequence

from fieldapp.domain.money import format_fen
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import Dictionary
from fieldapp.standards.compiled import CompiledCriterion, CompiledFigure, CompiledRows, CompiledSet
from fieldapp.standards.lines import line_for
from fieldapp.standards.model import FigureSpec, Words
from fieldapp.standards.outcome import Figure
from fieldapp.standards.wording import label_of, per_head, same, words_of

Row = Mapping[str, Value]


def figures_of(
    compiled: CompiledSet,
    criterion: CompiledCriterion,
    dictionary: Dictionary,
    year: int,
    root: Row,
    members: Mapping[str, Sequence[Row]],
) -> tuple[Figure, ...]:
    """The figures of one criterion for one household; what is not known is left out (it stands under missing)."""
    figures = []
    specs = criterion.criterion.figures
    for spec, compiled_figure in zip(specs, criterion.figures, strict=True):
        value = _value(compiled, spec, compiled_figure, year, root)
        if value is not None:
            figures.append(Figure(spec.label, value))
    if not specs:
        figures += _facts(compiled, criterion, dictionary, root)
    for part in criterion.rows:
        figures += _against(compiled, part, dictionary, members[part.member.name])
    return tuple(figures)


def _value(
    compiled: CompiledSet, spec: FigureSpec, figure: CompiledFigure, year: int, row: Row
) -> Words | None:
    value = row[figure.value]
    if value is None:
        return None
    if spec.kind in ("money", "line") and isinstance(value, int):
        people = row[figure.per] if figure.per else 1
        if not isinstance(people, int) or people <= 0:
            return None
        text = per_head(value, people) if figure.per else format_fen(value)
        line = line_for(compiled.standard.lines, str(row["scope"]), year) if spec.kind == "line" else None
        return same(f"{text} ({year}, {line.status})" if line and line.status else text)
    return same(str(value))


def _facts(
    compiled: CompiledSet, criterion: CompiledCriterion, dictionary: Dictionary, row: Row
) -> list[Figure]:
    figures = []
    for ref in criterion.fields:
        spec, value = dictionary.field(ref.list, ref.key), row[compiled.columns[ref]]
        if value is not None:
            figures.append(Figure(label_of(spec), words_of(spec, value, dictionary)))
    return figures


def _against(
    compiled: CompiledSet, part: CompiledRows, dictionary: Dictionary, rows: Sequence[Row]
) -> list[Figure]:
    """The known facts of each record that makes the rule false, under its name."""
    columns = compiled.member_columns[part.member.name]
    figures = []
    for row in rows:
        for ref in part.fields if row[part.against] else ():
            value, spec = row[columns[ref]], dictionary.field(ref.list, ref.key)
            if value is not None:
                names = _title(part, dictionary, row)
                label = Words(*(f"{name} · {word}" for name, word in zip(names, label_of(spec), strict=True)))
                figures.append(Figure(label, words_of(spec, value, dictionary), str(row["record"])))
    return figures


def _title(part: CompiledRows, dictionary: Dictionary, row: Row) -> Words:
    """What a record is called: the words of its title field."""
    title = row["title"]
    key = dictionary.lists[part.member.list].title_field
    return words_of(dictionary.field(part.member.list, key), title, dictionary) if title else same("")
