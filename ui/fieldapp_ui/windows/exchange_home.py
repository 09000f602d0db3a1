"""Where an import begins: files are chosen or dropped here; below stand the imports of this vault, to be taken back."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.store.exchange.running import ImportRun
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.exchange_words import ExchangeWords
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading
from fieldapp_ui.theme import wear_role
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.parts import button, column, emptied, label

SEVERAL = 3
REFUSALS_SHOWN = 6


class HomePanel(QWidget):
    """Signals: `files_wanted()`, `folder_wanted()`, `taking_back(str)` an import's id."""

    files_wanted = Signal()
    folder_wanted = Signal()
    taking_back = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.choose = button(
            tr("Choose files"), self.files_wanted.emit, role="primary", mark="import", theme=theme
        )
        self.folder = button(tr("Choose a folder"), self.folder_wanted.emit, theme=theme)
        self.said = label("", "met", wrap=True)
        self._refusals = column(gap=4)
        self.table = FigureTable(theme, tr("Imports of this register"))
        self.table.opened.connect(lambda key: self.taking_back.emit(str(key)))
        self.table.left.connect(self.take_focus)
        self._none = label(
            tr("Nothing has been imported here yet. An import can be taken back as a whole."), "caption"
        )
        layout = column(self, gap=8)
        layout.addWidget(self._doors())
        layout.addWidget(self.said)
        layout.addLayout(self._refusals)
        layout.addSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(tr("Imports of this register"), "heading"))
        head.addStretch(1)
        self._hint = label(tr("Enter takes an import back"), "caption")
        head.addWidget(self._hint)
        layout.addLayout(head)
        layout.addWidget(self._none)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        self.said.hide()

    def take_focus(self) -> None:
        """Enter chooses files."""
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_imports(self, runs: Sequence[ImportRun]) -> None:
        """The imports of this vault, the newest first."""
        words = ExchangeWords(self._desk)
        for part in (self.table, self._hint):
            part.setVisible(bool(runs))
        self._none.setVisible(not runs)
        self.table.show_rows(
            (
                Heading(tr("Time")),
                Heading(tr("List")),
                Heading(tr("Files"), wide=True),
                Heading(tr("Imported by")),
                Heading(tr("Records"), right=True),
                Heading(tr("State")),
            ),
            [_row(run, words) for run in runs],
        )

    def say(self, role: str, sentence: str, refusals: Sequence[str] = ()) -> None:
        """What came of the last thing that was done here; "" takes it away."""
        wear_role(self.said, role)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        emptied(self._refusals)
        for one in refusals[:REFUSALS_SHOWN]:
            self._refusals.addWidget(label(f"✕ {one}", "error", wrap=True))
        if len(refusals) > REFUSALS_SHOWN:
            more = tr("and {count} more", count=len(refusals) - REFUSALS_SHOWN)
            self._refusals.addWidget(label(more, "caption"))

    def _doors(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(6)
        lines.addWidget(label(tr("Import a table"), "heading"))
        lines.addWidget(
            label(
                tr(
                    "Drop files here, or press Enter to choose them: .xlsx, .xls, .csv. "
                    "Nothing is written before you have seen what would change."
                ),
                "caption",
                wrap=True,
            )
        )
        lines.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.folder)
        row.addStretch(1)
        lines.addLayout(row)
        return card


def _row(run: ImportRun, words: ExchangeWords) -> FigureRow:
    at = datetime.fromtimestamp(run.at / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    files = "、".join(run.files[:SEVERAL])
    if len(run.files) > SEVERAL:
        files = tr("{files} and {count} more", files=files, count=len(run.files) - SEVERAL)
    gone = run.open_chunks == 0
    if gone:
        state = tr("taken back")
    elif run.open_chunks < run.chunks:
        state = tr("partly taken back")
    else:
        state = f"✓ {tr('in the register')}"
    cells = (at, words.list(run.list), files, run.worker, f"{run.records:,}", state)
    tone = ("soft",) if gone else ("", "", "", "", "", "unknown" if run.open_chunks < run.chunks else "met")
    return FigureRow(cells, None if gone else run.id, tone, ("", "", "\n".join(run.files), ""))  # type: ignore[arg-type]
