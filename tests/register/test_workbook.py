"""Files as offices send them: every encoding, wrong extensions, merged cells, web pages called .xls."""

import io

import pytest
import xlsxwriter

from fieldapp.errors import RegisterError
from fieldapp.register.workbook import column_letter, read_sheets

TABLE = "户编号,姓名\n001,张䶮\n"
ROWS = [["户编号", "姓名"], ["001", "张䶮"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_csv_is_read_in_any_encoding_of_the_offices(encoding):
    (sheet,) = read_sheets(TABLE.encode(encoding), "a.csv")
    assert sheet.rows == ROWS


def test_the_content_decides_not_the_extension():
    (sheet,) = read_sheets(TABLE.replace(",", "\t").encode(), "a.xls")
    assert sheet.rows == ROWS
    page = "<html><meta charset=gb2312><table><tr><td>户编号<td>姓名</tr><tr><td>001<td>张三</tr></table>"
    (sheet,) = read_sheets(page.encode("gb18030"), "export.xls")
    assert sheet.rows == [["户编号", "姓名"], ["001", "张三"]]
    (sheet,) = read_sheets(_book(lambda page, book: page.write_string(0, 0, "x")), "a.csv")
    assert sheet.rows == [["x"]]


def test_a_cell_merged_downwards_stands_in_each_row_and_a_formula_is_its_value():
    def fill(page, book):
        page.merge_range(1, 0, 2, 0, "H1")
        page.write_row(0, 0, ["户编号", "姓名"])
        page.write_string(1, 1, "甲")
        page.write_formula(2, 1, '="乙"', None, "乙")

    (sheet,) = read_sheets(_book(fill), "a.xlsx")
    assert sheet.rows == [["户编号", "姓名"], ["H1", "甲"], ["H1", "乙"]]


def test_a_hidden_sheet_is_no_data():
    def fill(page, book):
        page.write_string(0, 0, "x")
        hidden = book.add_worksheet("参数")
        hidden.write_string(0, 0, "y")
        hidden.hide()

    assert [sheet.name for sheet in read_sheets(_book(fill), "a.xlsx")] == ["Sheet1"]


@pytest.mark.parametrize("content", [b"PK\x03\x04 no zip", b"\xd0\xcf\x11\xe0 no book", b"\xff\xff\x81"])
def test_what_is_no_table_is_refused_with_a_sentence(content):
    with pytest.raises(RegisterError) as refused:
        read_sheets(content, "a.xlsx")
    assert refused.value.code in ("workbook.damaged", "workbook.encoding")
    assert "a.xlsx" in str(refused.value)


def test_columns_are_named_as_spreadsheets_name_them():
    assert [column_letter(at) for at in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def _book(fill) -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    fill(book.add_worksheet(), book)
    book.close()
    return content.getvalue()
