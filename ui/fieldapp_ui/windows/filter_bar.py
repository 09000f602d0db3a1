"""The conditions of a list as chips, and one line to add another: a few letters of the field, a sign, a value.

Enter takes the choice of each step, digits choose signs and codes, Backspace in the empty line goes a step back and
then takes the last condition away.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from fieldapp.errors import Finding
from fieldapp.register.declarations import FieldSpec
from fieldapp.store.finding.filters import Filter, Sign, signs_of
from fieldapp_ui.editing.views import Choice, ListView, fitting, sign_words
from fieldapp_ui.language import tr
from fieldapp_ui.models.hits import Row
from fieldapp_ui.windows.findbox import FoldingLine
from fieldapp_ui.windows.parts import column, emptied, label
from fieldapp_ui.windows.rowlist import RowList

WIDTH = 260
WIDE = 420
MOST = 60
SHOWN = 8
WITHOUT_VALUE: tuple[Sign, ...] = ("empty", "not_empty")


class _Line(FoldingLine):
    """Signals: `back()` for Backspace where nothing is typed."""

    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Shows and changes the conditions of a ListView. Signals: `left()` when Esc gives the keys back to the table."""

    left = Signal()

    def __init__(self, view: ListView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._theme = view.desk.theme
        self._field, self._sign = "", ""
        self.line = _Line(self)
        self.line.setAccessibleName(tr("Add a condition"))
        self.line.setFixedWidth(self._theme.px(WIDTH))
        self._chips = QHBoxLayout()
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._asked = label("", "strong")
        row.addLayout(self._chips)
        row.addWidget(self._asked)
        row.addWidget(self.line)
        row.addStretch(1)
        self.results = QFrame(self)
        self.results.setProperty("role", "card")
        self.results.hide()
        self.list = RowList(self._theme, detail_below=False, parent=self.results)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._trouble = label("", "error", wrap=True)
        self._trouble.setMargin(self._theme.px(8))
        inside = column(self.results, margin=1, gap=0)
        inside.addWidget(self.list)
        inside.addWidget(self._trouble)
        self.line.textChanged.connect(self._look)
        self.line.arrived.connect(self._look)
        self.line.stepped.connect(self.list.step)
        self.line.entered.connect(self._enter)
        self.line.given_up.connect(self._give_up)
        self.line.folded.connect(self.results.hide)
        self.line.back.connect(self._step_back)
        self.list.taken.connect(self._take)
        self._begin()

    def take_focus(self) -> None:
        """Ready for the field of a new condition."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_filters(self) -> None:
        """Draw the chips anew."""
        emptied(self._chips)
        for at, one in enumerate(self._view.view.filters):
            chip = QPushButton(f"{self._view.filter_words(one)}  ✕")
            chip.setProperty("role", "chip")
            chip.setToolTip(tr("Take this condition away"))
            chip.setAccessibleName(tr("Condition: {words}", words=self._view.filter_words(one)))
            chip.clicked.connect(partial(self._remove, at))
            self._chips.addWidget(chip)
        self._begin()
        # The rows that fit are to be seen now; the fields come with the next letter.
        self.results.hide()

    def _begin(self) -> None:
        self._field, self._sign = "", ""
        self._say_step()

    def _say_step(self) -> None:
        """What is asked for now stands in the line."""
        asked, words = "", tr("＋ Condition: letters of a field")
        if self._field and not self._sign:
            asked, words = self._view.label(self._field), tr("sign: a number or letters")
        elif self._field:
            asked = f"{self._view.label(self._field)} {sign_words(self._sign_now())}"
            words = _asked_value(self._spec(), self._sign_now())
        self._asked.setText(asked)
        self._asked.setVisible(bool(asked))
        self.line.clear()
        self.line.setPlaceholderText(words)
        self._look()

    def _look(self) -> None:
        self._trouble.hide()
        if not self.line.hasFocus():
            self.results.hide()
            return
        typed = self.line.text()
        rows = (
            self._fields(typed)
            if not self._field
            else self._signs(typed)
            if not self._sign
            else self._values(typed)
        )
        self.list.rows.show_rows(rows[:MOST])
        self.list.first()
        self._unfold(len(rows))

    def _fields(self, typed: str) -> list[Row]:
        return [Row(one.words, one.beside, one.key) for one in fitting(self._view.choices(), typed)]

    def _signs(self, typed: str) -> list[Row]:
        signs = [Choice(sign, sign_words(sign), str(at)) for at, sign in enumerate(signs_of(self._spec()), 1)]
        chosen = [one for one in signs if one.beside == typed.strip()] or fitting(signs, typed)
        return [Row(one.words, one.beside, one.key) for one in chosen]

    def _values(self, typed: str) -> list[Row]:
        """The codes that fit the last word; for other fields what the value may look like."""
        spec, texts = self._spec(), self._view.desk.texts
        if spec.type == "bool":
            answers = [Choice("1", tr("yes"), "1"), Choice("0", tr("no"), "0")]
            return [Row(one.words, one.beside, one.key) for one in answers if typed.strip() in ("", one.key)]
        codes = self._view.desk.vault.dictionary.codes.get(spec.codes)
        if codes is None:
            return []
        last = typed.replace("、", " ").rpartition(" ")[2]
        items = [Choice(one.id, texts.pick(one.zh_hans, one.zh_hant, one.en), one.id) for one in codes.items]
        by_number = [one for one in items if last and one.key.startswith(last.upper())]
        return [Row(one.words, one.beside, one.key) for one in by_number or fitting(items, last)]

    def _enter(self) -> None:
        """Take the chosen row; a value that is typed out counts as it stands."""
        typed = self.line.text().strip()
        if not self._sign or (self.list.rows.rowCount() and not self._is_whole(typed)):
            self.list.take()
        elif typed:
            self._add(typed)

    def _is_whole(self, typed: str) -> bool:
        """Whether the text is a value by itself: several codes, or one by its number."""
        if self._spec().type == "bool" or not typed:
            return False
        return not isinstance(self._view.filter_value(self._spec(), self._sign_now(), typed), Finding)

    def _take(self, key: str) -> None:
        if not self._field:
            self._field = key
            self._say_step()
        elif not self._sign:
            self._sign = key
            if self._sign_now() in WITHOUT_VALUE:
                self._view.add_filter(Filter(self._field, self._sign_now()))
            else:
                self._say_step()
        else:
            before = self.line.text().replace("、", " ").rpartition(" ")[0]
            self._add(f"{before} {key}".strip())

    def _add(self, typed: str) -> None:
        sign = self._sign_now()
        value = self._view.filter_value(self._spec(), sign, typed)
        if (
            isinstance(value, Finding)
            or value is None
            or (sign == "between" and len(str(typed).split()) != 2)
        ):
            words = tr("Type two values with a space between them.")
            if isinstance(value, Finding):
                words = value.sentence(self._view.desk.texts.translate)
            self._trouble.setText(f"✕ {words}")
            self._trouble.show()
            self._unfold(self.list.rows.rowCount())
            return
        self._view.add_filter(Filter(self._field, sign, value))

    def _step_back(self) -> None:
        if self._sign:
            self._sign = ""
            self._say_step()
        elif self._field:
            self._begin()
        elif self._view.view.filters:
            self._view.remove_filter(len(self._view.view.filters) - 1)

    def _give_up(self) -> None:
        begun = bool(self._field or self.line.text())
        self._begin()
        if not begun:
            self.left.emit()

    def _remove(self, at: int) -> None:
        self._view.remove_filter(at)
        self.left.emit()

    def _spec(self) -> FieldSpec:
        return self._view.column(self._field).spec

    def _sign_now(self) -> Sign:
        return next(sign for sign in signs_of(self._spec()) if sign == self._sign)

    def _unfold(self, rows: int) -> None:
        """The choices lie over the page, under the line."""
        window = self.window()
        if self.results.parentWidget() is not window:
            self.results.setParent(window)
        self.list.setVisible(rows > 0)
        height = self._theme.px(38) * min(rows, SHOWN) + 6
        if not self._trouble.isHidden():
            height += self._trouble.heightForWidth(self._theme.px(WIDE))
        if (layout := self.layout()) is not None:
            layout.activate()
        corner = self.line.mapTo(window, QPoint(0, self.line.height() + 4))
        width = min(self._theme.px(WIDE), window.width() - corner.x() - 8)
        self.results.setGeometry(corner.x(), corner.y(), width, height)
        self.results.setVisible(rows > 0 or not self._trouble.isHidden())
        self.results.raise_()


def _asked_value(spec: FieldSpec, sign: Sign) -> str:
    if sign == "between":
        return tr("two values with a space between")
    if spec.type in ("code", "codes"):
        return tr("codes: numbers or letters")
    if spec.type == "date":
        return tr("20190630, or days before today")
    return tr("value")
