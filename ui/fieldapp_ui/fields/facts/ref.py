"""A fact that names another record: a few letters, pinyin or initials show those that fit; Enter takes the first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from fieldapp_ui.editing.facts import Fact
from fieldapp_ui.editing.references import Choosable
from fieldapp_ui.fields.facts.line import FactLine


class FactRef(FactLine):
    """Shows a record's words; what is reported is its id, or the text when nothing fits it."""

    def __init__(
        self, fact: Fact, choose: Callable[[str], Sequence[Choosable]], parent: QWidget | None = None
    ) -> None:
        super().__init__(fact.spec, fact.shown, parent)
        self._choose = choose
        self._taken = str(fact.value or ""), fact.shown
        self._fitting: dict[str, str] = {}
        self._shown = QStringListModel(self)
        completer = QCompleter(self._shown, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def typed(self) -> str:
        """The id of what is shown; of the only or first record that fits what was typed; else the text itself."""
        text = self.text().strip()
        value, words = self._taken
        if not text or text == words:
            return value if text else ""
        self._offer(text)
        return self._fitting.get(text) or next(iter(self._fitting.values()), text)

    def _offer(self, text: str) -> None:
        if text in self._fitting:
            return
        self._fitting = {_line(one): one.id for one in self._choose(text)}
        self._shown.setStringList(list(self._fitting))


def _line(one: Choosable) -> str:
    return f"{one.words}  {one.detail}".strip()
