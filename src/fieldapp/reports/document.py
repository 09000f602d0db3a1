"""What a printed page says, as values: a `Document` of blocks. Holds no Qt, no colours, no positions: paper paints it.

Sizes are only ever weights or counts; the painter knows millimetres. Every word here is already in the reader's
language; marks are named by their verdict and painted as shapes, so that black-and-white prints keep them.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Align = Literal["left", "right", "center"]
Mark = Literal["", "met", "not_met", "unknown"]


@dataclass(frozen=True)
class Heading:
    """A heading over the blocks that follow; it never stands alone at the foot of a page."""

    text: str


@dataclass(frozen=True)
class Pair:
    """One labelled fact; an empty `value` leaves room to write by hand. `span` counts columns of the grid."""

    label: str
    value: str = ""
    span: int = 1


@dataclass(frozen=True)
class Pairs:
    """A grid of labelled facts, `columns` of them in a row; `large` is read from a step away."""

    items: tuple[Pair, ...]
    columns: int = 2
    large: bool = False


@dataclass(frozen=True)
class Column:
    """A column of a table; `width` is its weight against the others."""

    title: str
    width: float = 1.0
    align: Align = "left"


@dataclass(frozen=True)
class Cell:
    """A cell of a table: a mark before the words, a bold `lead` above them, bold for totals."""

    text: str = ""
    lead: str = ""
    mark: Mark = ""
    bold: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under a heading that is repeated on every page. `blank_rows` are ruled for writing by hand; in a `roomy`
    table every row is high enough for that."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    blank_rows: int = 0
    roomy: bool = False


@dataclass(frozen=True)
class Note:
    """A small paragraph."""

    text: str


@dataclass(frozen=True)
class SignatureBox:
    """A place to sign: who (`party`), the captions of the name and the date, and what is already recorded.

    `choices` are boxes to tick by hand (agree, refuse); `lines` say what was recorded; `drawing` is a PNG of a
    signature drawn on a screen, printed only together with the line that says who recorded it.
    """

    party: str
    sign_caption: str
    date_caption: str
    choices: tuple[str, ...] = ()
    signer: str = ""
    signed_on: str = ""
    lines: tuple[str, ...] = ()
    mark: Mark = ""
    drawing: bytes = b""


@dataclass(frozen=True)
class Signatures:
    """Signature boxes, `columns` of them in a row; a row is never cut by a page."""

    boxes: tuple[SignatureBox, ...]
    columns: int = 2


@dataclass(frozen=True)
class Option:
    """A box to tick with its code digits beside it; `leads_to` is the number of the question to go on with."""

    code: str
    text: str
    leads_to: str = ""


@dataclass(frozen=True)
class Question:
    """A question to be answered by hand: boxes to tick, or `cells` (how many, the word behind them), or lines.

    `small` are hints under the question; `known` is what the register holds, printed small.
    """

    number: str
    text: str
    options: tuple[Option, ...] = ()
    cells: tuple[tuple[int, str], ...] = ()
    lines: int = 0
    small: tuple[str, ...] = ()
    known: str = ""


@dataclass(frozen=True)
class Questions:
    """Questions one below the other; none is cut by a page."""

    items: tuple[Question, ...]


@dataclass(frozen=True)
class Symbol:
    """A QR symbol to be scanned, rows of modules (True is dark) without quiet zone, and `words` beside it."""

    modules: tuple[tuple[bool, ...], ...]
    words: tuple[str, ...] = ()


Block: TypeAlias = Heading | Pairs | Table | Note | Signatures | Questions | Symbol


@dataclass(frozen=True)
class CheckCode:
    """The check code of what is printed and its QR symbol, rows of modules (True is dark), without quiet zone."""

    caption: str
    text: str
    modules: tuple[tuple[bool, ...], ...] = ()


@dataclass(frozen=True)
class Document:
    """A whole print, A4 upright. `page_words` has the places {page} and {pages}; `footer` says who printed, when.

    `subject` names whom it is about; every page after the first repeats it, so that a loose sheet is not orphaned.
    """

    name: str
    title: str
    unit: str
    dated: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    subject: str = ""
    footer: str = ""
    page_words: str = "{page} / {pages}"
    check: CheckCode | None = None
