"""The entry list (待录入清单) on paper: what to type into the national system, household by household; room to tick.

Values stand as that system takes them. Numbers and accounts are masked unless a reason was given and put on record.
"""

from collections.abc import Sequence
from itertools import groupby

from fieldapp.domain.masking import mask
from fieldapp.register.declarations import Dictionary
from fieldapp.reports.check_code import with_check_code
from fieldapp.reports.document import Block, Cell, Column, Document, Heading, Note, Table
from fieldapp.reports.inputs import Imprint
from fieldapp.reports.wording import label
from fieldapp.store.comparison.entry_lines import EntryLine
from fieldapp.texts import Texts


def entry_list(
    lines: Sequence[EntryLine],
    dictionary: Dictionary,
    imprint: Imprint,
    texts: Texts,
    *,
    place: str,
    masked: bool = True,
) -> Document:
    """The list as a document; `lines` come in order (`entries`), `place` names the region."""
    blocks: list[Block] = []
    for _, group in groupby(lines, key=lambda one: one.household):
        own = list(group)
        blocks.append(Heading(f"{own[0].household_no or texts('no number')}  {head_of(own)}"))
        blocks.append(Table(_columns(texts), tuple(_row(one, dictionary, texts, masked) for one in own)))
    document = Document(
        name="entry-list",
        title=texts("Changes to enter in the national system"),
        unit=place,
        dated=texts("{count} lines, as of {day}", count=len(lines), day=imprint.printed_at[:10]),
        blocks=tuple(blocks) or (Note(texts("Nothing waits to be entered.")),),
        notes=(
            texts("Tick each line here when it is entered, then in the program. Keep the sheet locked away."),
        ),
        footer=texts("Printed by {worker}, {time}", worker=imprint.worker, time=imprint.printed_at),
        page_words=texts("Page {page} of {pages}"),
    )
    return with_check_code(document, texts("Check code"))


def head_of(lines: Sequence[EntryLine]) -> str:
    """Whom the lines of one household go by: its head, or whoever is named first."""
    return next((one.who for one in lines if not one.person), lines[0].who)


def shown_value(line: EntryLine, text: str, dictionary: Dictionary, *, masked: bool) -> str:
    """A value of a line, behind its mask where it has one."""
    spec = dictionary.field(line.list, line.field)
    return mask(text, spec.mask) if masked and spec.mask not in ("", "name") and text else text


def field_words(line: EntryLine, dictionary: Dictionary, texts: Texts) -> str:
    """The field in words, with its year."""
    words = label(dictionary.field(line.list, line.field), texts)
    return words if line.year is None else f"{words} {line.year}"


def _columns(texts: Texts) -> tuple[Column, ...]:
    return (
        Column(texts("Person"), 0.9),
        Column(texts("National code"), 0.9),
        Column(texts("Field"), 1.5),
        Column(texts("Old value"), 1.6),
        Column(texts("New value"), 2.2),
        Column(texts("Approved"), 1.2),
        Column(texts("Entered"), 0.7, "center"),
    )


def _row(line: EntryLine, dictionary: Dictionary, texts: Texts, masked: bool) -> tuple[Cell, ...]:
    return (
        Cell(line.who if line.person else ""),
        Cell(line.national_field),
        Cell(field_words(line, dictionary, texts)),
        Cell(shown_value(line, line.national_old, dictionary, masked=masked) or "—"),
        Cell(shown_value(line, line.national_value, dictionary, masked=masked) or "—", bold=True),
        Cell(" ".join(part for part in (line.approved_by, line.approved_on) if part)),
        Cell(line.entered_on),
    )
