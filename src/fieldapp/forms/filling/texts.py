"""The words a worker reads: labels, hints and messages in the session's language, with their outputs live."""

from collections.abc import Callable, Iterable, Iterator

from fieldapp.forms.definition import Text, Translation
from fieldapp.forms.expressions.code import Code, Context, Reads, TextOf, as_text
from fieldapp.forms.expressions.compiler import Compiler
from fieldapp.forms.expressions.syntax import Call, Expression, Literal
from fieldapp.forms.expressions.world import World
from fieldapp.forms.filling.instance import Slot

_WORD_FORMS = ("", "long", "short")
Words = Callable[[], str]


def itext_id(text: Text | None) -> str | None:
    """The id of a text that is plainly jr:itext('id')."""
    call = text.expression if text is not None else None
    if isinstance(call, Call) and call.name == "jr:itext" and len(call.arguments) == 1:
        argument = call.arguments[0]
        return argument.text if isinstance(argument, Literal) else None
    return None


class Texts:
    """The texts of one session. `language` may change; what depends on it asks again."""

    def __init__(
        self, translations: tuple[Translation, ...], default: str, world: World, namespaces: dict[str, str]
    ) -> None:
        self._translations = translations
        self._by_language = {one.language: one.texts for one in translations}
        self.default = default
        self.language = default
        self.codes: dict[int, dict[int, str]] = {}  # digits of choices by list and item: see `itemsets`
        self._fixed: dict[int, bool] = {}  # by the text, which lives as long as the form
        self._world = world
        self._namespaces = namespaces

    def forms(self, identity: str) -> dict[str, Text]:
        """The forms of an itext id in the language, or in the default language where it has none."""
        found = self._by_language.get(self.language, {}).get(identity)
        return found or self._by_language.get(self.default, {}).get(identity) or {}

    def _every(self, text: Text) -> Iterator[Text]:
        identity = itext_id(text)
        if identity is None:
            yield text
            return
        for texts in self._by_language.values():
            yield from texts.get(identity, {}).values()

    def is_fixed(self, text: Text | None) -> bool:
        """Whether the words depend on nothing but the language."""
        if text is None:
            return True
        known = self._fixed.get(id(text))
        if known is None:
            known = self._fixed[id(text)] = all(
                one.expression is None and all(isinstance(p, str) for p in one.pieces)
                for one in self._every(text)
            )
        return known

    def live_of(self, identities: Iterable[str]) -> Iterator[str]:
        """Those of the ids whose words depend on answers."""
        changing = {identity for one in self._translations for identity in one.live}
        return (identity for identity in dict.fromkeys(identities) if identity in changing)

    def fixed(self, text: Text | None) -> str:
        """The words of a text that `is_fixed`."""
        if text is None:
            return ""
        identity = itext_id(text)
        if identity is not None:
            text = self._words(self.forms(identity)) or Text()
        return "".join(piece for piece in text.pieces if isinstance(piece, str))

    def media(self, text: Text | None) -> dict[str, str]:
        """image, audio, video … → address, for a text with an itext id."""
        identity = itext_id(text)
        forms = self.forms(identity) if identity is not None else {}
        return {
            form: "".join(piece for piece in one.pieces if isinstance(piece, str))
            for form, one in forms.items()
            if form not in _WORD_FORMS and form != "guidance"
        }

    def guidance(self, text: Text | None) -> str:
        """The guidance that comes with a hint, or ""."""
        identity = itext_id(text)
        found = self.forms(identity).get("guidance") if identity is not None else None
        return "" if found is None else "".join(piece for piece in found.pieces if isinstance(piece, str))

    @staticmethod
    def _words(forms: dict[str, Text]) -> Text | None:
        return next((forms[form] for form in _WORD_FORMS if form in forms), None)

    def live(self, text: Text, slot: Slot, reads: Reads, form: str = "") -> Words:
        """A closure for the words of a text with outputs, or for its guidance where `form` says so; notes what they
        read in every language."""
        run, context = (
            self.spoken(text, Compiler(self._world, slot, reads, self._namespaces), form),
            Context(slot),
        )
        return lambda: run(context)

    def spoken(self, text: Text, compiler: Compiler, form: str = "") -> TextOf:
        """`live` for any node that the compiler's expressions are for."""
        identity = itext_id(text)
        if identity is None:
            return self._compiled(text, compiler)
        compiler.reads.language = True
        known: dict[int, TextOf] = {id(one): self._compiled(one, compiler) for one in self._every(text)}

        def words(c: Context) -> str:
            forms = self.forms(identity)
            found = forms.get(form) if form else self._words(forms)
            return "" if found is None else known[id(found)](c)

        return words

    def _compiled(self, text: Text, compiler: Compiler) -> TextOf:
        if text.expression is not None:
            return compiler.text(text.expression)
        runs = [as_text(self._piece(piece, compiler)) for piece in text.pieces]
        return lambda c: "".join([one(c) for one in runs])

    @staticmethod
    def _piece(piece: str | Expression, compiler: Compiler) -> Code:
        if isinstance(piece, str):
            return Code("text", lambda c: piece)
        return compiler.read(compiler.compile(piece))

    def itext(self, identity: str, slot: Slot | None = None) -> str:
        """The words of an id that is known only at run time; outputs are read at the root."""
        found = self._words(self.forms(identity))
        if found is None:
            return ""
        if slot is None or self.is_fixed(found):
            return "".join(piece for piece in found.pieces if isinstance(piece, str))
        return self._compiled(found, Compiler(self._world, slot, Reads(), self._namespaces))(Context(slot))
