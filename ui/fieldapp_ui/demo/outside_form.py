"""A form as somebody else hands it out: a workbook with misspelt types and headings, which opens all the same."""

from pathlib import Path

SURVEY = (
    ("Type ", "Name", "Lable", "Required", "relevent"),
    ("Text", "keeper name", "水窖管护人", "是", None),
    ("select one yes no", "cleaned", "今年清过窖吗", "Yes", None),
    ("Integer", "litres", "还能蓄水多少升", None, "${cleaned} = “yes”"),
)
CHOICES = (("list name", "Name", "Lable"), ("yes no", "yes", "清过"), ("yes no", "no", "没清"))
SETTINGS = (("Form Title", "Form ID"), ("水窖巡查（县水务局）", "cistern round"))
TITLE = "水窖巡查（县水务局）"
NAME = "水窖巡查表.xlsx"


def write_outside_form(path: Path) -> Path:
    """The workbook at `path`."""
    from openpyxl import Workbook  # type: ignore[import-untyped,unused-ignore]

    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Survey "
    for sheet, lines in (
        (first, SURVEY),
        (book.create_sheet("Choices"), CHOICES),
        (book.create_sheet("Setting"), SETTINGS),
    ):
        for line in lines:
            sheet.append(line)
    book.save(path)
    return path
