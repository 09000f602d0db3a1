"""The look of a blank form: cells, merges, widths, heights, borders of an .xls or .xlsx; writing it again as .xlsx."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.errors import RegisterError

Place = tuple[int, int]
Look = tuple[tuple[str, object], ...]
"""XlsxWriter's format properties, in a form that can be compared."""
_ALIGN = {1: "left", 2: "center", 3: "right", 4: "fill", 5: "justify", 6: "center_across", 7: "distributed"}
_VERTICAL = {0: "top", 1: "vcenter", 2: "bottom", 3: "vjustify", 4: "vdistributed"}
_SIDES = ("top", "bottom", "left", "right")
_LARGEST = 20_000_000
_PADDING = 5 / 7
"""What a file adds to the width of a column, in characters."""
_LONGEST_ROW = 400


@dataclass(frozen=True)
class BlankForm:
    """The first sheet of a template. `merges` are (top, left, bottom, right), all inclusive; places count from 0."""

    name: str
    texts: Mapping[Place, str]
    merges: tuple[tuple[int, int, int, int], ...]
    widths: Mapping[int, float]
    heights: Mapping[int, float]
    looks: Mapping[Place, Look] = field(repr=False)

    @property
    def rows(self) -> int:
        """How many rows the form has."""
        places = [place[0] for place in (*self.texts, *self.looks)]
        return 1 + max([*places, *(merge[2] for merge in self.merges)], default=-1)

    def merge_at(self, place: Place) -> tuple[int, int, int, int]:
        """The merged block that begins at a place, or the place alone."""
        return next((merge for merge in self.merges if merge[:2] == place), (*place, *place))


def read_form(path: Path) -> BlankForm:
    """The first sheet of a template. Raises RegisterError template.unreadable."""
    try:
        content = path.read_bytes()
        if len(content) > _LARGEST:
            raise ValueError("too large")
        return _read_xlsx(content) if content.startswith(b"PK") else _read_xls(content)
    except Exception as wrong:
        raise RegisterError(
            "template.unreadable", "{file} cannot be read as a blank form. Save it as .xlsx.", file=path.name
        ) from wrong


def write_form(form: BlankForm, texts: Mapping[Place, str], path: Path) -> None:
    """Write the form with these texts in place of its own; cells without any keep what stood there."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet(form.name[:31] or "Sheet1")
    formats = {look: book.add_format(dict(look)) for look in {*form.looks.values(), ()}}
    for column, width in form.widths.items():
        sheet.set_column(column, column, width)
    for row, height in form.heights.items():
        sheet.set_row(row, height)
    shown = {**form.texts, **texts}
    inside = set()
    for top, left, bottom, right in form.merges:
        look = formats[form.looks.get((top, left), ())]
        sheet.merge_range(top, left, bottom, right, "", look)
        sheet.write_string(top, left, shown.get((top, left), ""), look)
        inside |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
    for place in sorted({*form.looks, *shown} - inside):
        look = formats[form.looks.get(place, ())]
        if shown.get(place):
            sheet.write_string(*place, shown[place], look)
        else:
            sheet.write_blank(*place, None, look)
    book.close()


def _read_xls(content: bytes) -> BlankForm:
    import xlrd  # type: ignore[import-untyped,unused-ignore]

    with xlrd.open_workbook(file_contents=content, formatting_info=True) as book:
        sheet = book.sheet_by_index(0)
        texts: dict[Place, str] = {}
        looks: dict[Place, Look] = {}
        for row in range(min(sheet.nrows, _LONGEST_ROW)):
            for column in range(sheet.row_len(row)):
                cell = sheet.cell(row, column)
                if cell.value != "":
                    texts[row, column] = _text(cell.value)
                looks[row, column] = _xls_look(book, cell.xf_index)
        merges = tuple((top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells)
        widths = {column: info.width / 256 for column, info in sheet.colinfo_map.items()}
        heights = {row: info.height / 20 for row, info in sheet.rowinfo_map.items() if row < _LONGEST_ROW}
        return BlankForm(sheet.name, texts, merges, widths, heights, looks)


def _xls_look(book: object, index: int) -> Look:
    style = book.xf_list[index]  # type: ignore[attr-defined]
    font = book.font_list[style.font_index]  # type: ignore[attr-defined]
    look: dict[str, object] = {"font_name": font.name, "font_size": font.height / 20, "bold": bool(font.bold)}
    look["text_wrap"] = bool(style.alignment.text_wrapped)
    look["valign"] = _VERTICAL.get(style.alignment.vert_align, "bottom")
    if style.alignment.hor_align in _ALIGN:
        look["align"] = _ALIGN[style.alignment.hor_align]
    for side in _SIDES:
        if line := getattr(style.border, f"{side}_line_style"):
            look[side] = line
    return tuple(sorted(look.items()))


def _read_xlsx(content: bytes) -> BlankForm:
    import openpyxl  # type: ignore[import-untyped,unused-ignore]
    from openpyxl.utils import column_index_from_string  # type: ignore[import-untyped,unused-ignore]

    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    texts: dict[Place, str] = {}
    looks: dict[Place, Look] = {}
    for cells in sheet.iter_rows(max_row=min(sheet.max_row, _LONGEST_ROW)):
        for cell in cells:
            place = (cell.row - 1, cell.column - 1)
            if cell.value not in (None, ""):
                texts[place] = _text(cell.value)
            looks[place] = _xlsx_look(cell)
    merges = tuple(
        (m.min_row - 1, m.min_col - 1, m.max_row - 1, m.max_col - 1) for m in sheet.merged_cells.ranges
    )
    widths = {
        column_index_from_string(k) - 1: d.width - _PADDING
        for k, d in sheet.column_dimensions.items()
        if d.width
    }
    heights = {k - 1: d.height for k, d in sheet.row_dimensions.items() if d.height}
    return BlankForm(sheet.title, texts, merges, widths, heights, looks)


def _xlsx_look(cell: object) -> Look:
    font, alignment, border = cell.font, cell.alignment, cell.border  # type: ignore[attr-defined]
    look: dict[str, object] = {"bold": bool(font.b), "text_wrap": bool(alignment.wrap_text)}
    if font.name:
        look |= {"font_name": font.name, "font_size": float(font.sz or 11)}
    if alignment.horizontal in _ALIGN.values():
        look["align"] = alignment.horizontal
    if alignment.vertical in ("top", "center", "bottom"):
        look["valign"] = alignment.vertical.replace("center", "vcenter")
    for side in _SIDES:
        if getattr(getattr(border, side), "style", None):
            look[side] = 1
    return tuple(sorted(look.items()))


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
