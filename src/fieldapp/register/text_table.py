"""Tables that are text: CSV in UTF-8, UTF-16 or GB18030, known by its bytes, and web pages that call themselves .xls."""

import codecs
import csv
import io

from fieldapp.errors import RegisterError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DELIMITERS = ",\t;|"
_LONGEST_CELL = 1_000_000


def read_text_rows(content: bytes, file: str) -> list[list[str]]:
    """The rows of a CSV or TSV, every cell as text. Raises RegisterError workbook.encoding."""
    text = decode_text(content, file)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as wrong:
        raise _unreadable(file) from wrong


def decode_text(content: bytes, file: str) -> str:
    """The text of a file: by its byte-order mark, else UTF-8, UTF-16 without a mark, GB18030."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content, (encoding,), file)
    if b"\0" in content[:400]:
        little = content[1:400:2].count(0) >= content[:400:2].count(0)
        return _decoded(content, ("utf-16-le" if little else "utf-16-be",), file)
    return _decoded(content, ("utf-8", "gb18030"), file)


def read_page(content: bytes) -> list[list[str]]:
    """The rows of the largest table of a web page; merged columns are repeated as empty cells."""
    from lxml import html

    head = content[:2000].lower()
    encoding = "gb18030" if b"gb2312" in head or b"gbk" in head or b"gb18030" in head else None
    root = html.document_fromstring(
        content, parser=html.HTMLParser(encoding=encoding or _page_encoding(content))
    )
    tables = [[_cells(row) for row in table.iter("tr")] for table in root.iter("table")]
    return max(tables, key=len, default=[])


def _page_encoding(content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def _cells(row: object) -> list[str]:
    cells: list[str] = []
    for cell in row.iter("td", "th"):  # type: ignore[attr-defined]
        span = str(cell.get("colspan", "1"))
        cells.append(" ".join(cell.text_content().split()))
        cells += [""] * (min(int(span), 100) - 1 if span.isdigit() else 0)
    return cells


def _decoded(content: bytes, encodings: tuple[str, ...], file: str) -> str:
    for encoding in encodings:
        try:
            return content.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
    raise _unreadable(file)


def _delimiter(text: str) -> str:
    head = text[:20_000]
    return max(_DELIMITERS, key=head.count)


def _unreadable(file: str) -> RegisterError:
    return RegisterError(
        "workbook.encoding",
        "{file} is neither a spreadsheet nor a text table. Save it as .xlsx, or as CSV in UTF-8.",
        file=file,
    )
