"""One box to find anybody: name, pinyin, initials, last four digits, household number; Enter opens the card."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from fieldapp.domain.pinyin import spell
from fieldapp.store.finding.find import Hit, find
from fieldapp_ui.desk import Desk
from fieldapp_ui.icons import icon
from fieldapp_ui.language import tr
from fieldapp_ui.models.hits import Row
from fieldapp_ui.navigator import Place
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.rowlist import RowList, SteeringLine

LIMIT = 50
WIDTH = 460


class FoldingLine(SteeringLine):
    """Tells when the focus leaves, so that the results fold. Signals: `folded()`."""

    folded = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.arrived.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.folded.emit()


class FindBox(QWidget):
    """The box in the top bar; its results lie over the page, not in a window of their own."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.line = FoldingLine(self)
        self.line.setPlaceholderText(tr("Name / pinyin / last four digits / number / address / helper"))
        self.line.setAccessibleName(tr("Find a household or person"))
        self.line.addAction(icon("find", theme.colours.soft), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setClearButtonEnabled(True)
        self.setMaximumWidth(theme.px(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.results = QFrame(self.window())
        self.results.setProperty("role", "card")
        self.results.hide()
        self.list = RowList(theme, parent=self.results)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._none: QLabel = label("", "caption", wrap=True)
        self._none.setMargin(theme.px(16))
        inside = column(self.results, margin=1, gap=0)
        inside.addWidget(self.list)
        inside.addWidget(self._none)
        self.line.textChanged.connect(self.look)
        self.line.arrived.connect(self.look)
        self.line.stepped.connect(self.list.step)
        self.line.entered.connect(self.list.take)
        self.line.given_up.connect(self.results.hide)
        self.line.folded.connect(self.results.hide)
        self.list.taken.connect(self._open)
        # The table of pinyin is read beside the window, not under the first key.
        desk.tasks.start(lambda _: spell("王"))

    def take_focus(self) -> None:
        """Ready to type; what was typed before is marked, to be replaced."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def look(self) -> None:
        """Show what the register knows of the typed letters (under a millisecond at village size)."""
        text = self.line.text().strip()
        if not text or not self.line.hasFocus():
            self.results.hide()
            return
        hits = find(self._desk.vault, text, scope=self._desk.scope.code, limit=LIMIT)
        self.list.rows.show_rows([self._row(hit) for hit in hits])
        self.list.first()
        self._unfold(len(hits))

    def _row(self, hit: Hit) -> Row:
        words = [
            tr("No. {number}", number=hit.household_no) if hit.household_no else "",
            tr("helped by {name}", name=hit.helper) if hit.helper else "",
            hit.detail,
        ]
        return Row(hit.title, "  ·  ".join(word for word in words if word), hit)

    def _unfold(self, found: int) -> None:
        theme = self._desk.theme
        self.list.setVisible(found > 0)
        self._none.setVisible(found == 0)
        self._none.setText(
            tr("Nobody found. Try fewer letters, pinyin initials, or the last four digits of the number.")
        )
        height = theme.px(52) * min(found, 7) + 2 if found else self._none.heightForWidth(self.width()) + 8
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        self.results.setGeometry(corner.x(), corner.y(), self.width(), height)
        self.results.show()
        self.results.raise_()

    def _open(self, hit: Hit) -> None:
        self.results.hide()
        self.line.clear()
        place = Place("household", record=hit.household)
        if hit.person:
            place = Place(
                "household",
                record=hit.household,
                list="person",
                extra={"tab": "members", "person": hit.person},
            )
        self._desk.navigator.go(place)
