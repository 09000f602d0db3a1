"""A form of a pack as a paper to be filled without a laptop: questions in the order and with the codes of the screen.

Rows (members, loans) stand side by side, a column each, so that one row is read from top to bottom as it is typed in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fieldapp.forms import Form, NodeState
from fieldapp.forms.paper.numbering import number_of, path_of
from fieldapp.register.declarations import FieldSpec
from fieldapp.reports.blank_questions import (
    Wording,
    blank_question,
    is_always_said,
    legend,
    wording,
    words_of,
)
from fieldapp.reports.check_code import with_check_code
from fieldapp.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Note,
    Pair,
    Pairs,
    Question,
    Questions,
    SignatureBox,
    Signatures,
    Table,
)
from fieldapp.reports.inputs import HouseholdFacts, Imprint
from fieldapp.texts import Texts

SIDE_BY_SIDE = 5
_RANGE = "#range"


@dataclass(frozen=True)
class Sheet:
    """What goes into a blank form besides the form: `facts` None leaves the household to be written in.

    `known` is what the register holds by reference, in words; `names` who or what a row is about, by its reference;
    `specs` the field a question saves to, by its path.
    """

    imprint: Imprint
    village: str = ""
    year: int | None = None
    facts: HouseholdFacts | None = None
    known: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    specs: Mapping[str, FieldSpec] = field(default_factory=dict)


def blank_form(form: Form, nodes: Mapping[str, NodeState], sheet: Sheet, texts: Texts) -> Document:
    """The paper of a session's state: every question, relevant or not, and as many rows as there are instances."""
    how = wording(form, nodes, sheet.specs, texts)
    how_to = texts(
        "Tick the box or write the code. → is the number of the next question. "
        "Leave blank what was not asked; write 0 only for what is really none."
    )
    blocks: list[Block] = [Pairs(_about(sheet, texts), columns=4), Note(how_to)]
    blocks += _blocks(how, sheet)
    blocks += [Heading(texts("Signatures")), Signatures(_boxes(texts))]
    document = Document(
        name=f"blank-form-{form.id}",
        title=form.title or form.id,
        unit=sheet.village,
        dated=texts("Form {form}, version {version}", form=form.id, version=form.version or "—"),
        blocks=tuple(blocks),
        subject=sheet.facts.subject if sheet.facts else "",
        footer=texts(
            "Printed by {worker}, {time}", worker=sheet.imprint.worker, time=sheet.imprint.printed_at
        ),
        page_words=texts("Page {page} of {pages}"),
    )
    return with_check_code(document, texts("Check code"))


def _about(sheet: Sheet, texts: Texts) -> tuple[Pair, ...]:
    facts = sheet.facts

    def text(value: object) -> str:
        return "" if value is None else str(value)

    home = facts.household if facts else {}
    return (
        Pair(texts("Head of household"), facts.head if facts else ""),
        Pair(texts("Household number"), text(home.get("household_no"))),
        Pair(texts("Group"), text(home.get("natural_village"))),
        Pair(texts("Year"), text(sheet.year)),
        Pair(texts("Filled in by"), ""),
        Pair(texts("Filled in on"), ""),
    )


def _boxes(texts: Texts) -> tuple[SignatureBox, ...]:
    parties = (texts("Head of household"), texts("Filled in by"))
    return tuple(SignatureBox(party, texts("Signature"), texts("Date")) for party in parties)


def _blocks(how: Wording, sheet: Sheet) -> Iterator[Block]:
    """Headings of groups, runs of questions, and a table for each list of rows."""
    run: list[Question] = []
    heading = ""
    for ref, node in how.nodes.items():
        said = _heading(ref, node, how)
        if said or node.kind.startswith("repeat-range"):
            yield from _closed(run, heading)
            run, heading = [], said or heading
        if node.kind.startswith("repeat-range"):
            yield from _rows(ref, how, sheet)
            heading = ""
        elif "[" in ref:
            continue
        elif path_of(ref) in how.numbers:
            run.append(blank_question(node, how, sheet.known.get(ref, "")))
        elif node.kind == "note" and is_always_said(ref, how):
            yield from _closed(run, heading)
            run, heading = [], ""
            yield Note(words_of(node.label))
    yield from _closed(run, heading)


def _heading(ref: str, node: NodeState, how: Wording) -> str:
    return words_of(node.label) if node.kind == "group" and "[" not in ref else ""


def _closed(run: list[Question], heading: str) -> Iterator[Block]:
    if run and heading:
        yield Heading(heading)
    if run:
        yield Questions(tuple(run))


def _rows(range_ref: str, how: Wording, sheet: Sheet) -> Iterator[Block]:
    """The rows of a list side by side, a few in a table; rows of rows have a table under their own row's name."""
    stem = range_ref.removesuffix(_RANGE)
    rows = [f"{stem}[{n}]" for n in range(1, (how.nodes[range_ref].count or 0) + 1)]
    asked = [
        ref
        for ref in how.nodes
        if rows
        and ref.startswith(rows[0] + "/")
        and path_of(ref) in how.numbers
        and "[" not in ref[len(rows[0]) :]
    ]
    if not asked:
        return
    about = sheet.names.get(stem, "")
    yield Heading(" · ".join(text for text in (words_of(how.nodes[rows[0]].label), about) if text))
    for first in range(0, len(rows), SIDE_BY_SIDE):
        together = rows[first : first + SIDE_BY_SIDE]
        columns = [Column(how.texts("No. and question"), 3.6)]
        columns += [Column(_title(row, sheet), 1.0) for row in together]
        blank = SIDE_BY_SIDE - len(together)
        columns += [Column("", 1.0)] * (blank if len(rows) > SIDE_BY_SIDE else 0)
        yield Table(
            tuple(columns),
            tuple(_line(ref, rows[0], together, len(columns), how, sheet) for ref in asked),
            roomy=True,
        )


def _title(row: str, sheet: Sheet) -> str:
    number = row[row.rfind("[") + 1 : -1]
    return f"{number} {sheet.names.get(row, '')}".strip()


def _line(
    ref: str, first: str, rows: list[str], columns: int, how: Wording, sheet: Sheet
) -> tuple[Cell, ...]:
    node = how.nodes[ref]
    number = number_of(how.numbers, path_of(ref))
    cells = [Cell(legend(node, how), lead=f"{number}  {words_of(node.label) or node.name}")]
    cells += [Cell(sheet.known.get(row + ref[len(first) :], "")) for row in rows]
    return (*cells, *[Cell()] * (columns - len(cells)))
