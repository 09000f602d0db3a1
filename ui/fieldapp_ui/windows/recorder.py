"""Recording a missing fact where it is missed: an input by the dictionary's type, where it comes from, Enter keeps it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fieldapp.errors import Finding
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import Dictionary
from fieldapp.texts import Texts
from fieldapp_ui.editing.facts import Fact
from fieldapp_ui.editing.origins import source_words
from fieldapp_ui.editing.units import unit_words
from fieldapp_ui.fields.facts.choice import FactChoice
from fieldapp_ui.fields.facts.entry import Entry, entry_of
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, label

SOURCES = ("seen", "document", "told")
Check = Callable[[Fact, str], "Value | Finding"]


class Recorder(QFrame):
    """Signals: `kept(dict, str)` values by field key and the source; `given_up()` on Escape."""

    kept = Signal(object, str)
    given_up = Signal()

    def __init__(
        self,
        facts: Sequence[Fact],
        dictionary: Dictionary,
        texts: Texts,
        theme: Theme,
        check: Check,
        source: str = "told",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._facts, self._texts, self._theme, self._check = tuple(facts), texts, theme, check
        self.entries: list[Entry] = []
        self._troubles = []
        self._sources = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, theme.px(4))
        column.setSpacing(theme.px(6))
        for place, fact in enumerate(self._facts):
            column.addWidget(label(self._name(fact), "strong"))
            column.addWidget(self._entry(place, fact, dictionary))
            trouble = label("", "error", wrap=True)
            trouble.hide()
            column.addWidget(trouble)
            self._troubles.append(trouble)
        column.addWidget(label(tr("Where does it come from?"), "caption"))
        column.addLayout(self._source_row(source))
        column.addLayout(self._foot())

    def begin(self) -> None:
        """Puts the cursor into the first input."""
        self.entries[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def source(self) -> str:
        """Where the worker says it comes from."""
        chosen = self._sources.checkedButton()
        return str(chosen.property("source")) if chosen is not None else SOURCES[-1]

    def keep(self) -> None:
        """Keeps what was given; a sentence stands under an input that cannot be read."""
        values: dict[str, Value] = {}
        for fact, entry, trouble in zip(self._facts, self.entries, self._troubles, strict=True):
            value = self._check(fact, entry.typed())
            wrong = isinstance(value, Finding)
            trouble.setVisible(wrong)
            if isinstance(value, Finding):
                trouble.setText(f"✕ {value.sentence(tr)}")
                entry.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            values[fact.spec.key] = value
        given: Mapping[str, Value] = {key: value for key, value in values.items() if value is not None}
        if not given:
            self._troubles[0].setText(f"✕ {tr('Write what is known, or press Esc to leave it open.')}")
            self._troubles[0].show()
            return
        self.kept.emit(given, self.source())

    def _entry(self, place: int, fact: Fact, dictionary: Dictionary) -> Entry:
        entry = entry_of(fact, dictionary, self._texts)
        entry.setAccessibleName(self._name(fact))
        entry.setProperty("touch", True)
        entry.given_up.connect(self.given_up)
        entry.kept.connect(lambda step: self._step(place, step))
        self.entries.append(entry)
        if isinstance(entry, FactChoice):
            for chip in entry.findChildren(QPushButton):
                chip.setProperty("touch", True)
        return entry

    def _step(self, place: int, step: int) -> None:
        """Enter in the last input keeps; before it, goes on. A click on a chip (step 0) keeps when it is the only one."""
        following = place + (step or 1)
        if 0 <= following < len(self.entries):
            if step:
                self.entries[following].setFocus(Qt.FocusReason.TabFocusReason)
        elif step >= 0 and (step or len(self.entries) == 1):
            self.keep()

    def _source_row(self, source: str) -> QHBoxLayout:
        row = QHBoxLayout()
        for place, name in enumerate(SOURCES, 1):
            chip = QPushButton(source_words(name))
            chip.setProperty("role", "chip")
            chip.setProperty("source", name)
            chip.setCheckable(True)
            chip.setChecked(name == source)
            chip.setProperty("touch", True)
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            # A shortcut of the chip itself would take the cursor out of the input.
            key = QShortcut(QKeySequence(f"Ctrl+{place}"), self, context=Qt.ShortcutContext.WindowShortcut)
            key.activated.connect(partial(chip.setChecked, True))
            chip.setToolTip(f"Ctrl+{place}")
            self._sources.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.keep_button = button(tr("Keep") + "  ⏎", self.keep, role="primary")
        self.keep_button.setProperty("touch", True)
        row.addWidget(self.keep_button)
        row.addWidget(button(tr("Leave open") + "  Esc", self.given_up.emit, role="quiet"))
        row.addStretch(1)
        return row

    def _name(self, fact: Fact) -> str:
        words = self._texts.pick(fact.spec.zh_hans, fact.spec.zh_hant, fact.spec.en)
        unit = unit_words(fact.spec.unit)
        return f"{words} ({unit})" if unit else words
