"""One fact on a card: name, value, who and when; Enter or the pencil edits in place, findings stand beside it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from fieldapp.errors import Finding
from fieldapp_ui.editing.facts import Fact
from fieldapp_ui.fields.facts.entry import Entry
from fieldapp_ui.fields.media.file_entry import FileEntry
from fieldapp_ui.icons import icon
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.elided import ElidedLabel
from fieldapp_ui.windows.parts import emptied, label

LABEL_WIDTH = 216
# Of a narrow row the name takes no more than this share (percent): the value is what is read.
LABEL_SHARE = 38


class FactRow(QFrame):
    """`tiles` makes the pictures of kept files.

    Signals: `edit_wanted()`, `eye_wanted()`, `kept(str typed, str source, int step)`, `given_up()`, `stepped(int)`,
    `focused()`."""

    edit_wanted = Signal()
    eye_wanted = Signal()
    kept = Signal(str, str, int)
    given_up = Signal()
    stepped = Signal(int)
    focused = Signal()

    def __init__(
        self,
        fact: Fact,
        name: str,
        origin: str,
        theme: Theme,
        tiles: Callable[[str], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fact, self._name, self._theme, self._tiles = fact, name, theme, tiles
        self.entry: Entry | FileEntry | None = None
        self.source: QComboBox | None = None
        self._keeping = False
        self.setProperty("role", "fact")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(3), theme.px(8), theme.px(3))
        row.setSpacing(theme.px(16))
        self._label = label(name, "caption" if not fact.relevant else "", wrap=True)
        self._label.setFixedWidth(theme.px(LABEL_WIDTH))
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.px(2))
        row.addLayout(self._body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(0)
        row.addLayout(self._buttons)
        row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        self.show_fact(fact, origin)

    def show_fact(self, fact: Fact, origin: str) -> None:
        """Show a value; an input that was open is closed."""
        self.fact, self.entry, self.source = fact, None, None
        emptied(self._body)
        emptied(self._buttons)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(16))
        files = fact.spec.type == "file" and isinstance(fact.value, str)
        line.addWidget(self._tiles(str(fact.value)) if files else self._value_label())
        line.addWidget(ElidedLabel(origin, "caption"), 1)
        self._body.addLayout(line)
        self.show_findings(fact.findings)
        if fact.masked:
            self._tool("eye", tr("Show the number"), self.eye_wanted.emit)
        if fact.editable:
            self._tool("edit", tr("Change this field"), self.edit_wanted.emit)
        self.setAccessibleName(f"{self._name}: {fact.shown or tr('not known')}")
        for words in self.findChildren(QLabel):
            words.setMinimumHeight(self._theme.px(28))

    def show_findings(self, findings: Sequence[Finding], *, translate: object = None) -> None:
        """Red words with ✕ under the value or the input."""
        for old in self.findChildren(QLabel, "finding"):
            old.hide()
            old.deleteLater()
        for finding in findings:
            severe = finding.severity == "error"
            words = label(
                f"{'✕' if severe else '!'} {finding.sentence(tr)}",
                "error" if severe else "unknown",
                wrap=True,
            )
            words.setObjectName("finding")
            self._body.addWidget(words)

    def reveal(self, text: str) -> None:
        """Show a masked value in full until the row is shown anew."""
        for words in self.findChildren(QLabel, "value"):
            words.setText(text)

    def edit(self, entry: Entry | FileEntry, sources: Sequence[tuple[str, str]], source: str) -> None:
        """Put an input in the place of the value, and beside it the choice of where the value comes from."""
        emptied(self._body)
        emptied(self._buttons)
        self.entry = entry
        self.source = QComboBox()
        self.source.setAccessibleName(tr("Where does it come from?"))
        self.source.setToolTip(f"{tr('Where does it come from?')}  (Ctrl+1 … {len(sources)})")
        for place, (name, words) in enumerate(sources):
            self.source.addItem(words, name)
            key = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), entry)
            key.activated.connect(partial(self.source.setCurrentIndex, place))
        self.source.setCurrentIndex(max(0, self.source.findData(source)))
        entry.setAccessibleName(self._name)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        line.addWidget(entry, 1)
        line.addWidget(self.source, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addLayout(line)
        keys = tr("Enter keeps it, Esc leaves it as it was.")
        if self.fact.spec.type == "codes":
            keys = tr("Digits or Space tick, Enter keeps, Esc leaves it as it was.")
        self._body.addWidget(label(keys, "caption"))
        entry.kept.connect(self._keep)
        entry.left.connect(self._left)
        entry.given_up.connect(self.given_up)
        # A layout shows its new widgets only later; a hidden one takes no focus, nor does Tab reach it.
        entry.show()
        self.source.show()
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        choosing_source = self.source is not None and self.source.hasFocus()
        if choosing_source and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep(1)
        elif choosing_source and key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif self.entry is not None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit()
        elif key in steps:
            self.stepped.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label.setFixedWidth(min(self._theme.px(LABEL_WIDTH), self.width() * LABEL_SHARE // 100))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.entry is None:
            self.edit_wanted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def _value_label(self) -> QLabel:
        fact = self.fact
        if fact.shown:
            value = label(fact.shown, "strong", wrap=len(fact.shown) > 24)
        elif fact.withheld:
            value = label(tr("not shown to your role"), "caption")
        elif fact.required:
            value = label(f"◌ {tr('required, not known yet')}", "unknown")
        else:
            value = label("—", "caption")
        if fact.contested:
            value.setText(f"{value.text()}   ! {tr('two values')}")
        value.setObjectName("value")
        return value

    def _tool(self, mark: str, words: str, press: object) -> None:
        tool = QToolButton()
        tool.setIcon(icon(mark, self._theme.colours.accent))
        tool.setToolTip(words)
        tool.setAccessibleName(f"{words}: {self._name}")
        tool.setAutoRaise(True)
        tool.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tool.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        tool.setFixedSize(self._theme.px(28), self._theme.px(28))
        tool.clicked.connect(press)
        self._buttons.addWidget(tool)

    def _keep(self, step: int) -> None:
        if self.entry is not None and self.source is not None and not self._keeping:
            self._keeping = True
            self.kept.emit(self.entry.typed(), str(self.source.currentData()), step)
            self._keeping = False

    def _left(self) -> None:
        """Going to the source chooser is not leaving."""
        if self.source is not None and not (self.source.hasFocus() or self.source.view().isVisible()):
            self._keep(0)
