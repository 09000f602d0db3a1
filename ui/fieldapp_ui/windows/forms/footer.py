"""The foot of a form: previous and next hole · 12/87 · kept at 10:32 · finalise."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldapp_ui.editing.forms.counts import Count
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme, wear_role
from fieldapp_ui.windows.parts import button, label


class FormFooter(QFrame):
    """Signals: `hole_wanted(int)`; `finalise_wanted()`."""

    hole_wanted = Signal(int)
    finalise_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wear_role(self, "sheet")
        self._before = button(tr("Previous hole"), lambda: self.hole_wanted.emit(-1), role="quiet",
                              mark="previous", theme=theme)  # fmt: skip
        self._after = button(tr("Next hole"), lambda: self.hole_wanted.emit(1), role="quiet",
                             mark="next", theme=theme)  # fmt: skip
        self._after.setToolTip("F10")
        self._before.setToolTip("Shift+F10")
        for hole in (self._before, self._after):
            hole.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._count = label("", "strong")
        self._left = label("", "caption", wrap=True)
        self._kept = label("", "caption")
        self.trouble = label("", "error", wrap=True)
        self.note = label("", "caption", wrap=True)
        self.finalise = button(
            tr("Finalise"), self.finalise_wanted.emit, role="primary", mark="finalise", theme=theme
        )
        self.finalise.setAutoDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(8), theme.px(24), theme.px(8))
        whole.addWidget(self.trouble)
        self.trouble.hide()
        whole.addWidget(self.note)
        self.note.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        whole.addLayout(row)
        for part in (self._before, self._after, self._count):
            row.addWidget(part)
        row.addWidget(self._left, 1)
        row.addWidget(self._kept)
        row.addWidget(self.finalise)

    def show_count(self, count: Count) -> None:
        """How far the form is."""
        self._count.setText(f"{count.done} / {count.total}")
        left = count.total - count.done
        words = [tr("{count} left", count=left) if left else tr("all answered")]
        if count.needed:
            words = [tr("{count} required left", count=count.needed)]
        if count.wrong:
            words.insert(0, f"✕ {tr('{count} to correct', count=count.wrong)}")
        if count.unsure:
            words.append(f"⚠ {tr('{count} to confirm', count=count.unsure)}")
        self._left.setText(" · ".join(words))
        self._count.setAccessibleName(tr("{done} of {total} answered", done=count.done, total=count.total))

    def show_kept(self, time: str) -> None:
        """When the last answer was kept, `10:32`."""
        self.show_note("")
        self._kept.setText(tr("saved {time}", time=time) if time else "")

    def show_trouble(self, sentence: str) -> None:
        """Why the form cannot be final yet; empty takes the sentence away."""
        self.trouble.setText(f"✕ {sentence}" if sentence else "")
        self.trouble.setVisible(bool(sentence))

    def show_note(self, sentence: str) -> None:
        """Why a key did nothing; the next answer takes the sentence away."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    @property
    def count_text(self) -> QLabel:
        """The label with the count."""
        return self._count
