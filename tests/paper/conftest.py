"""A document with rare names and every kind of block, painted by the real painter without a screen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp.errors import UserError
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
    SignatureBox,
    Signatures,
    Table,
)

NAMES = ("王龙女", "欧阳见长", "冯䶮", "㛃金门", "张𬭎", "马飞风", "李一二三十")


@pytest.fixture(scope="session")
def paper(qapp) -> None:
    """The application and its Chinese font, or a skip with the reason."""
    from fieldapp_paper.fonts import load_paper_fonts

    try:
        load_paper_fonts()
    except UserError as error:
        pytest.skip(str(error))


@pytest.fixture
def a_document(paper) -> Callable[..., Document]:
    def build(rows: int = 8, more: tuple[Block, ...] = (), title: str = "农户信息卡") -> Document:
        columns = (
            Column("序号", 0.5, "center"),
            Column("姓名", 2),
            Column("结论"),
            Column("金额 (元)", 1, "right"),
        )
        marks = ("met", "not_met", "unknown")
        table = tuple(
            (
                Cell(str(number)),
                Cell(f"{NAMES[number % len(NAMES)]}{number}"),
                Cell("待核实", mark=marks[number % 3]),
                Cell("5,540.00", bold=True),
            )
            for number in range(rows)
        )
        blocks = (
            Pairs((Pair("户主", "张𬭎 0001"), Pair("住址", "示范县示范乡示范村", span=2))),
            Heading("家庭成员"),
            Table(columns, table, blank_rows=1),
            Note("说明一行"),
            Signatures(
                (SignatureBox("村主任", "签字", "日期"), SignatureBox("农户", "签字", "日期", ("同意",)))
            ),
            *more,
        )
        document = Document(
            "sample",
            title,
            "示范村",
            "2019 年度",
            blocks,
            ("注",),
            "张𬭎 0001",
            "王队长",
            "第 {page} 页 共 {pages} 页",
        )
        return with_check_code(document, "校验码")

    return build


@pytest.fixture
def text_of() -> Callable[[Path], str]:
    """The text of a PDF as a search would see it."""
    from pypdf import PdfReader

    def read(file: Path) -> str:
        return "\n".join(page.extract_text() for page in PdfReader(file).pages)

    return read
