"""The tabs of a card that are lists: forms of this household, its checks and signatures."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.store.drafts import drafts
from fieldapp.store.records import Record, children
from fieldapp_ui.editing.card import CardEditor
from fieldapp_ui.language import tr
from fieldapp_ui.navigator import Place
from fieldapp_ui.windows.parts import button, column, emptied, hairline, label, scrolling

WIDTH = 900


class CardList(QWidget):
    """A scrolling card of lines. Signals: `went(Place)`."""

    went = Signal(object)

    def __init__(self, editor: CardEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._desk = editor, editor.desk
        theme = editor.desk.theme
        inner = QWidget()
        inner.setMaximumWidth(theme.px(WIDTH))
        self.outer: QVBoxLayout = column(inner, gap=theme.px(16))
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._lines: QVBoxLayout = column(self._card, margin=theme.px(16), gap=theme.px(8))
        self.outer.addWidget(self._card)
        self.outer.addStretch(1)
        column(self, gap=0).addWidget(scrolling(inner))

    def show_card(self) -> None:
        """Show what belongs to the household in view."""
        raise NotImplementedError

    def _line(
        self, title: str, detail: str, state: str = "", press: tuple[str, Place] | None = None, body: str = ""
    ) -> None:
        row = QHBoxLayout()
        words = column(gap=2)
        words.addWidget(label(title, "strong", wrap=True))
        if body:
            words.addWidget(label(body, wrap=True))
        words.addWidget(label(detail, "caption", wrap=True))
        row.addLayout(words, 1)
        if state:
            row.addWidget(label(state, "caption"))
        if press is not None:
            text, place = press
            row.addWidget(button(text, lambda: self.went.emit(place), role="quiet"))
        if self._lines.count():
            self._lines.addWidget(hairline())
        self._lines.addLayout(row)

    def _empty(self, sentence: str) -> None:
        self._lines.addWidget(label(sentence, wrap=True))


class FormsTab(CardList):
    """Drafts and finalised forms of this household."""

    def show_card(self) -> None:
        """Drafts first: they wait for the worker."""
        emptied(self._lines)
        home = self._editor.id
        for draft in drafts(self._desk.vault):
            if draft.record == home:
                place = Place("form", record=draft.id, extra={"draft": "1"})
                self._line(draft.form, str(draft.year), f"… {tr('draft')}", (tr("Go on"), place))
        for sent in reversed(children(self._desk.vault, "submission", home)):
            detail = f"{sent.values.get('year') or ''} · {sent.values.get('worker_name') or ''}"
            self._line(str(sent.values.get("form") or ""), detail, f"✓ {tr('finalised')}")
        if not self._lines.count():
            self._empty(tr("No form yet. “Fill the visit form” above starts one with what is known."))


class ChecksTab(CardList):
    """The way to the exit checklist, and the signatures given."""

    def show_card(self) -> None:
        """The checklist itself is a page of its own."""
        emptied(self._lines)
        year = self._editor.year
        place = Place("checklist", record=self._editor.id, extra={"year": str(year)})
        title = tr("Exit checklist {year}", year=year)
        self._line(title, tr("Which criteria are met, and what is still to ask."), "", (tr("Open"), place))
        for signature in children(self._desk.vault, "signature", self._editor.id):
            self._line(*_signature_words(signature))


def _signature_words(signature: Record) -> tuple[str, str, str]:
    values = signature.values
    state = f"✓ {tr('agrees')}" if values.get("agrees") else f"✕ {tr('does not agree')}"
    detail = " · ".join(str(values[key]) for key in ("year", "signed_on", "post") if values.get(key))
    return str(values.get("signer_name") or ""), detail, state
