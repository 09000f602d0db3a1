"""Workbooks from outside: parts that swell, thousands of parts, a sheet of seventeen milliard cells.

An .xlsx is a zip: a few kilobytes may unpack to the whole disk. What its list of parts says is believed, because
nothing more than that is unpacked (a longer part fails its checksum).
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from fieldapp.errors import FormError
from fieldapp.forms.limits import LARGEST_SHEETS, LARGEST_UNPACKED, LARGEST_WORKBOOK, MOST_CELLS, MOST_PARTS

BLANKS_OF_A_CELL = 4
Row = TypeVar("Row", bound=Sequence[object])


def part_names(content: bytes) -> list[str]:
    """The names of the parts of an .xlsx that is not too large. Raises FormError."""
    refuse_large(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        raise FormError("form.xlsform.damaged", "The workbook is damaged. Save it again in Excel.") from error
    if len(parts) > MOST_PARTS:
        raise FormError("form.xlsform.parts", "The workbook has more than {count} parts.", count=MOST_PARTS)
    read = sum(one.file_size for one in parts if one.filename.lower().endswith((".xml", ".rels")))
    for size, most in ((read, LARGEST_SHEETS), (sum(one.file_size for one in parts), LARGEST_UNPACKED)):
        if size > most:
            raise FormError(
                "form.xlsform.size", "The workbook unpacks to more than {size} MB.", size=most >> 20
            )
    return [one.filename for one in parts]


def refuse_large(content: bytes) -> None:
    """Raises FormError for a workbook, of either kind, that is too large as it lies on the disk."""
    if len(content) > LARGEST_WORKBOOK:
        raise FormError(
            "form.xlsform.file", "The workbook is larger than {size} MB.", size=LARGEST_WORKBOOK >> 20
        )


def counted(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of a sheet until they hold too many cells. Raises FormError there.

    Blank cells take time but no memory, and a sheet that was coloured to its last column has 16,384 in each row.
    """
    cells = 0
    for row in rows:
        blank = sum(cell is None for cell in row)
        cells += 1 + len(row) - blank + blank // BLANKS_OF_A_CELL
        if cells > MOST_CELLS:
            raise FormError(
                "form.xlsform.cells",
                "A sheet has more than {count} cells. Delete the empty rows and columns after its end.",
                count=MOST_CELLS,
            )
        yield row
