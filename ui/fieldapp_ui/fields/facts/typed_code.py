"""A code out of a long list: typed as code, label or a part of it, with what answers shown below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.texts import Texts
from fieldapp_ui.fields.facts.line import FactLine


class TypedCode(FactLine):
    """Shows `code label`; what is reported is the code."""

    def __init__(
        self, spec: FieldSpec, dictionary: Dictionary, texts: Texts, value: str, parent: QWidget | None = None
    ) -> None:
        codes = dictionary.codes[spec.codes].items
        self._labels = {
            f"{code.id} {texts.pick(code.zh_hans, code.zh_hant, code.en)}": code.id for code in codes
        }
        shown = next((text for text, code in self._labels.items() if code == value), value)
        super().__init__(spec, shown, parent)
        completer = QCompleter(list(self._labels), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        self.setCompleter(completer)

    def choose(self, code: str) -> None:
        """Show this code with its label."""
        self.setText(next((text for text, known in self._labels.items() if known == code), code))

    def typed(self) -> str:
        """The code of the shown text, or the text for the reader of values to judge."""
        return self._labels.get(self.text(), self.text())
