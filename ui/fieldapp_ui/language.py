"""The words of the window: `tr` asks Qt, Qt asks our catalogue; a change of language is heard by the frame at once."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal

from fieldapp.texts import LANGUAGES, Texts, texts_of

CONTEXT = "fieldapp"


def tr(text: str, /, **params: object) -> str:
    """`text` (English, with `{named}` places) in the worker's language."""
    words = QCoreApplication.translate(CONTEXT, text)
    return words.format(**params) if params else words


def together(*sentences: str) -> str:
    """Sentences one after the other as the worker's language sets them: Chinese leaves no space between."""
    said = [one for one in sentences if one]
    words = said[0] if said else ""
    for one in said[1:]:
        words = tr("{first} {second}", first=words, second=one)
    return words


class CatalogueTranslator(QTranslator):
    """Answers Qt from the catalogue that paper and the command line use too."""

    def __init__(self, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """None sends Qt on to the next translator: its own words come from Qt's own catalogue.

        English answers too: an older translator that is still there must not speak instead.
        """
        return self._texts.words.get(sourceText, sourceText) if context == CONTEXT else None


class Language(QObject):
    """The language in use. Signals: `changed()` after every word can be asked anew."""

    changed = Signal()

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translators: list[QTranslator] = []
        self._texts = texts_of("en")
        self.use(language)

    @property
    def texts(self) -> Texts:
        """The catalogue, for dictionary labels (`texts.pick`) and for sentences of errors and findings."""
        return self._texts

    def use(self, language: str) -> None:
        """Speak one of LANGUAGES from now on."""
        self._texts = texts_of(language if language in LANGUAGES else "en")
        self._drop()
        qt_words = QTranslator(self)
        if qt_words.load(
            f"qtbase_{self._texts.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            self._install(qt_words)
        self._install(CatalogueTranslator(self._texts, self))
        self.changed.emit()

    def _install(self, translator: QTranslator) -> None:
        QCoreApplication.installTranslator(translator)
        self._translators.append(translator)

    def _drop(self) -> None:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._translators.clear()
