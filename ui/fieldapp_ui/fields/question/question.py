"""One question as the worker sees it: number, label, 必填 in words, media, hint, the input, and under it the error
or the soft check in words. A question of a table stands in one line with its choices."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.answers.appearance import is_table_row
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.answers.words import addresses, plain, rich
from fieldapp_ui.fields.question.kinds import Surroundings, answer_for, input_kind
from fieldapp_ui.fields.question.label_media import QuestionMedia
from fieldapp_ui.fields.question.soft import SoftCheck
from fieldapp_ui.language import tr

HELP_BESIDE_FROM = 1280
"""From this width of the window on the explanation stands at the right of the page, not under the question."""
_LABEL_SHARE, _CHOICES_SHARE = 2, 3


class Question(QWidget):
    """Signals: `answered(ref, raw)`; `moved(ref, step)`; `confirmed(ref)` the answer is kept in spite of a soft check."""

    answered = Signal(str, str)
    moved = Signal(str, int)
    confirmed = Signal(str)

    def __init__(
        self, node: NodeState, number: str, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ref, self._around = node.ref, around
        self._number = QLabel(number, self)
        self._label = _words(self)
        self._under: dict[str, QLabel] = {}
        self._soft: SoftCheck | None = None
        self._media: QuestionMedia | None = None
        self._guidance = ""
        self._number.setProperty("role", "caption")
        self._label.setProperty("role", "" if node.kind == "note" else "strong")
        self._kind = input_kind(node)
        self.answer = self._made(node)
        self._lay_out(is_table_row(node))

    def show_node(self, node: NodeState, error: str) -> None:
        """Shows the node as it stands; `error` is the sentence under the input, or empty."""
        if input_kind(node) != self._kind:
            self._exchange(node)
        label = node.label or node.name
        required = tr("Required") if node.required and not node.readonly else ""
        beside = f' <span style="font-weight:400">·\u00a0{_unbroken(required)}</span>' if required else ""
        _set(self._label, rich(label) + beside)
        self._label.setToolTip("".join(f"<p>{escape(where)}</p>" for where in addresses(label)))
        self._number.setVisible(node.kind != "note")
        self._guidance = node.guidance
        self._say("hint", rich(node.hint))
        self._say("guidance", rich(node.guidance) if self._explains_here() else "")
        self._say("error", f"✕ {rich(error)}" if error else "")
        self._show_soft(node)
        self._show_media(node)
        self.answer.show_node(node)
        self.answer.name_for_readers(", ".join(part for part in (plain(label), required) if part))

    def take_focus(self) -> None:
        """Puts the cursor into the input; what stands there is marked, so that typing replaces it."""
        entry = self.answer.input()
        entry.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(entry, QLineEdit):
            entry.selectAll()  # by hand: a window that is not active yet marks nothing

    def error(self) -> str:
        """The sentence shown under the input."""
        return self._under["error"].text() if "error" in self._under else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is too narrow for a column of help, the explanation stands here."""
        super().resizeEvent(event)
        if self._guidance:
            self._say("guidance", rich(self._guidance) if self._explains_here() else "")

    def _explains_here(self) -> bool:
        return self.window().width() < scaled(HELP_BESIDE_FROM)

    def _made(self, node: NodeState) -> Answer:
        answer = answer_for(node, self._around, self)
        answer.answered.connect(lambda raw: self.answered.emit(self.ref, raw))
        answer.moved.connect(lambda step: self.moved.emit(self.ref, step))
        return answer

    def _exchange(self, node: NodeState) -> None:
        old, self._kind = self.answer, input_kind(node)
        self.answer = self._made(node)
        self._beside.replaceWidget(old, self.answer)
        old.hide()
        old.deleteLater()

    def _say(self, what: str, html: str) -> None:
        """Hint and explanation over the input, the error under it; a label is made when there is a first word."""
        label = self._under.get(what)
        if label is None:
            if not html:
                return
            label = self._under[what] = _words(self)
            label.setProperty("role", "error" if what == "error" else "caption")
            if what == "error":
                self._column.insertWidget(self._column.indexOf(self._beside) + 1, label)
            else:
                self._over.insertWidget(0 if what == "hint" else self._over.count(), label)
        _set(label, html)
        label.setVisible(bool(html))

    def _show_soft(self, node: NodeState) -> None:
        """A soft check is silent while the answer is wrong anyway: what is wrong cannot be kept."""
        asks = bool(node.soft_message) and node.violation is None
        if self._soft is None and asks:
            self._soft = SoftCheck(self)
            self._soft.kept.connect(lambda: self.confirmed.emit(self.ref))
            self._column.addWidget(self._soft)
        if self._soft is not None:
            self._soft.setVisible(asks)
            self._soft.show_node(node)

    def _show_media(self, node: NodeState) -> None:
        if self._media is not None and self._media.wanted == node.media:
            return
        if self._media is not None:
            self._media.hide()
            self._media.deleteLater()
            self._media = None
        if node.media:
            self._media = QuestionMedia(node.media, self._around.form_files, self)
            self._column.insertWidget(1, self._media)

    def _lay_out(self, in_one_line: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._number, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._label, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(6))
        self._beside, self._over = QHBoxLayout(), QVBoxLayout()
        self._over.setSpacing(scaled(6))
        if in_one_line:
            middle = QVBoxLayout()
            middle.addStretch(1)
            middle.addLayout(head)
            middle.addLayout(self._over)
            middle.addStretch(1)
            self._beside.addLayout(middle, _LABEL_SHARE)
            self._beside.addWidget(self.answer, _CHOICES_SHARE)
        else:
            self._column.addLayout(head)
            self._column.addLayout(self._over)
            self._beside.addWidget(self.answer)
        self._column.addLayout(self._beside)
        if in_one_line:
            self._column.addWidget(_hairline(self))


def _hairline(parent: QWidget) -> QFrame:
    """Between the rows of a table the eye is led from the words to the marks."""
    line = QFrame(parent)
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    return label


def _unbroken(words: str) -> str:
    """Chinese words that stay on one line."""
    return words if words.isascii() else "\u2060".join(words)


def _set(label: QLabel, html: str) -> None:
    """Words without marks are plain ones: a document of rich text takes ten times as long to make and to measure."""
    if label.text() != html:
        marked = "<" in html or "&" in html
        label.setTextFormat(Qt.TextFormat.RichText if marked else Qt.TextFormat.PlainText)
        label.setText(html)
