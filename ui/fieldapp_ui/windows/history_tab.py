"""The history of a household: its movements, what reads otherwise between two days, and every write with who and how."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.domain.dates import parse_date
from fieldapp.store.comparing import compare_household
from fieldapp.store.moving.movements import movements
from fieldapp_ui.editing.card import CardEditor
from fieldapp_ui.editing.compared import Compared, compared
from fieldapp_ui.editing.happenings import (
    Happening,
    Written,
    happenings,
    household_entries,
    is_household_cut,
)
from fieldapp_ui.editing.references import record_words
from fieldapp_ui.fields.answers.line import ComposingLine
from fieldapp_ui.language import tr
from fieldapp_ui.navigator import Place
from fieldapp_ui.windows.cardlists import CardList
from fieldapp_ui.windows.parts import button, column, emptied, hairline, label

MOST, ENTRIES, DIFFERENCES = 6, 200, 300


class HistoryTab(CardList):
    """Who wrote what, when and how they knew; the latest first. Read beside the window."""

    def __init__(self, editor: CardEditor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        theme = editor.desk.theme
        self.from_day, self.to_day = ComposingLine(), ComposingLine()
        for line, words in ((self.from_day, tr("From")), (self.to_day, tr("To"))):
            line.setAccessibleName(words)
            line.setPlaceholderText(tr("20190312 or 2019-03-12"))
            line.setFixedWidth(theme.px(216))
        self.from_day.moved.connect(lambda by: self.to_day.setFocus() if by > 0 else None)
        self.to_day.moved.connect(lambda by: self.compare() if by > 0 else self.from_day.setFocus())
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        self.kept_there = label("", "caption", wrap=True)
        self.kept_there.hide()
        self._results: QVBoxLayout = column(gap=theme.px(6))
        self._moves: QVBoxLayout = column(gap=theme.px(6))
        self._lay_out()

    def show_card(self) -> None:
        """Read anew."""
        home = self._editor.id
        if self.property("home") != home:
            self.setProperty("home", home)
            emptied(self._results)
        self._show_moves()
        self._desk.tasks.start_with_vault(
            lambda vault, handle: (household_entries(vault, home), is_household_cut(vault, home)),
            owner=self,
            done=lambda read: self._show(home, *read),
        )

    def go_compare(self) -> None:
        """Ready to type the first day."""
        self.from_day.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def compare(self) -> None:
        """Show what reads otherwise on the later day; a blank second day is today."""
        self.trouble.hide()
        today = self._desk.today().isoformat()
        first = parse_date(self.from_day.text()) or ""
        second = parse_date(self.to_day.text()) if self.to_day.text().strip() else today
        if len(first) != 10 or second is None or len(second) != 10:
            self._complain(tr("Type two days, such as 20190101."))
            return
        home = self._editor.id
        self._desk.tasks.start_with_vault(
            lambda vault, handle: compare_household(vault, home, first, second),
            owner=self,
            done=lambda found: self._show_compared(
                home, compared(self._desk, found[:DIFFERENCES]), first, second
            ),
            failed=lambda refused: self._complain(refused.sentence(tr)),
        )

    def _lay_out(self) -> None:
        theme = self._desk.theme
        asking = QHBoxLayout()
        asking.setSpacing(theme.px(8))
        asking.addWidget(label(tr("Compare two days"), "heading"))
        asking.addSpacing(theme.px(8))
        asking.addWidget(self.from_day)
        asking.addWidget(label("—", "caption"))
        asking.addWidget(self.to_day)
        asking.addWidget(button(tr("Compare"), self.compare))
        asking.addStretch(1)
        for layout in (self._moves, self._results, asking):
            self.outer.insertLayout(0, layout)
        self.outer.insertWidget(1, self.trouble)
        self.outer.insertWidget(2, self.kept_there)

    def _show_moves(self) -> None:
        emptied(self._moves)
        found = movements(self._desk.vault, self._editor.id)
        if not found:
            return
        self._moves.addWidget(label(tr("What happened to this household"), "heading"))
        reading, vault, texts = self._editor.reading, self._desk.vault, self._desk.texts
        for one in reversed(found):
            shown = [
                reading.shown("movement", key, one.values)[0]
                for key in ("moved_on", "person", "new_head", "other_household", "reason", "evidence")
            ]
            row = QHBoxLayout()
            row.addWidget(label(record_words(vault, one, texts), "strong"))
            row.addWidget(label(" · ".join(word for word in shown if word), "soft"), 1)
            place = Place("record", record=one.id, list="movement")
            row.addWidget(button(tr("Open"), partial(self.went.emit, place), role="quiet"))
            self._moves.addLayout(row)
        self._moves.addWidget(hairline())

    def _show_compared(self, home: str, found: Sequence[Compared], first: str, second: str) -> None:
        if home != self._editor.id:
            return
        emptied(self._results)
        said = tr(
            "Between {first} and {second}: {count} differences", first=first, second=second, count=len(found)
        )
        self._results.addWidget(label(said, "strong"))
        for one in found:
            words = column(gap=2)
            words.addWidget(label(f"{one.what} · {one.field}", "strong", wrap=True))
            words.addWidget(label(f"{one.before}  →  {one.after}", wrap=True))
            words.addWidget(label(one.who, "caption", wrap=True))
            self._results.addWidget(hairline())
            self._results.addLayout(words)
        self._results.addWidget(hairline())

    def _complain(self, sentence: str) -> None:
        self.trouble.setText(f"✕ {sentence}")
        self.trouble.show()

    def _show(self, home: str, entries: Sequence[Written], is_cut: bool) -> None:
        if home != self._editor.id:
            return
        self.kept_there.setText(
            tr(
                "Changes older than 90 days are kept at the county, one by one. Here you see the last writer of each "
                "fact, and every change since; a comparison with an older day shows facts as blank that stood then."
            )
        )
        self.kept_there.setVisible(is_cut)
        emptied(self._lines)
        vault = self._desk.vault
        for one in happenings(entries, vault.dictionary, self._desk.texts, vault.replica)[:ENTRIES]:
            words = dict.fromkeys((one.when, one.who, one.deed, one.source, one.device))
            detail = " · ".join(word for word in words if word)
            self._line(one.what, detail, body=_fields_words(one))
        if not entries:
            self._empty(tr("Nothing has been written yet."))


def _fields_words(one: Happening) -> str:
    words = [f"{name}: {value}" for name, value in one.fields[:MOST]]
    if len(one.fields) > MOST:
        words.append(tr("and {count} more", count=len(one.fields) - MOST))
    return "；".join(words)
