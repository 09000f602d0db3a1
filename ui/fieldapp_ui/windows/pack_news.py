"""What a newer pack brings to this register, listed before it is taken; afterwards the window goes on with it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.store.vault import Session
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.packs import News, read_news, upgrade
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import button, column, emptied, hairline, label, scrolling

WIDTH, LOWEST = 620, 200


class PackNews(QDialog):
    """Reads and writes beside the window; a refusal is said here and the register stays as it was."""

    def __init__(self, desk: Desk, packs: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What comes new"))
        self._desk, self._packs = desk, tuple(packs)
        self._working = False
        theme = desk.theme
        inner = QWidget()
        self._lines: QVBoxLayout = column(inner, gap=8)
        self.answer = label("", "error", wrap=True)
        self.answer.hide()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("Not now"), self.reject, role="quiet"))
        self.go = button(tr("Take it into this register"), self._take, role="primary")
        self.go.setEnabled(False)
        row.addWidget(self.go)
        layout = column(self, margin=24, gap=12)
        layout.addWidget(label(tr("What comes new"), "heading"))
        note = tr("Nothing that is written goes away. Old records keep the edition they were written with.")
        layout.addWidget(label(note, "caption", wrap=True))
        layout.addWidget(scrolling(inner), 1)
        layout.addWidget(self.answer)
        layout.addLayout(row)
        self.resize(theme.px(WIDTH), theme.px(LOWEST))
        texts, wanted = desk.texts, self._packs
        desk.tasks.start_with_vault(
            lambda vault, handle: read_news(vault, wanted, texts),
            owner=self,
            done=self._show,
            failed=self._refuse,
        )

    def reject(self) -> None:
        """Not while the register is being brought there: the window must learn of it."""
        if not self._working:
            super().reject()

    def _show(self, news: News) -> None:
        emptied(self._lines)
        for heading, words in news.lines:
            if self._lines.count():
                self._lines.addWidget(hairline())
            self._lines.addWidget(label(heading, "strong"))
            self._lines.addWidget(label(words, "", wrap=True))
        if not news.lines and not news.lost:
            words = tr("No new lists, fields or codes: only forms, rules or words have changed.")
            self._lines.addWidget(label(words, wrap=True))
        for finding in news.lost:
            self._lines.addWidget(label(f"✕ {finding.sentence(tr)}", "error", wrap=True))
        self._lines.addStretch(1)
        self._fit()
        self.go.setEnabled(not news.lost)
        if not news.lost:
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """As high as the news, within the window."""
        width = self.width() - self._desk.theme.px(64)
        needed = 0
        for at in range(self._lines.count()):
            item = self._lines.itemAt(at)
            part = item.widget() if item else None
            if part is not None:
                needed += max(part.heightForWidth(width), part.sizeHint().height()) + self._lines.spacing()
        parent = self.parentWidget()
        highest = parent.window().height() - self._desk.theme.px(80) if parent else needed
        self.resize(self.width(), min(self._desk.theme.px(LOWEST) + needed, highest))

    def _take(self) -> None:
        self.go.setEnabled(False)
        self.go.setText(tr("Being taken in…"))
        self._working = True
        wanted = self._packs
        self._desk.tasks.start_with_vault(
            lambda vault, handle: upgrade(vault, wanted),
            owner=self,
            done=self._taken,
            failed=self._refuse,
        )

    def _taken(self, session: Session) -> None:
        desk = self._desk
        self._working = False
        self.accept()
        desk.content.take(desk, session)
        desk.deeds.tell((), tr("This register works with {edition} now.", edition=desk.vault.edition))

    def _refuse(self, refused: UserError) -> None:
        self._working = False
        self.answer.setText(f"✕ {refused.sentence(tr)}")
        self.answer.show()
        self.go.setText(tr("Take it into this register"))
