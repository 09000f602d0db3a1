"""Which input a fact is edited with, by the dictionary's type."""

from collections.abc import Callable, Sequence

from fieldapp.forms import Choice
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.register.values import to_form
from fieldapp.texts import Texts
from fieldapp_ui.editing.facts import Fact
from fieldapp_ui.editing.references import Choosable
from fieldapp_ui.fields.answers.codes import codes_of
from fieldapp_ui.fields.facts.choice import FactChoice
from fieldapp_ui.fields.facts.line import FactLine
from fieldapp_ui.language import tr

Choosing = Callable[[str], Sequence[Choosable]]
Entry = FactLine | FactChoice
LONG = 16


def entry_of(fact: Fact, dictionary: Dictionary, texts: Texts, choose: Choosing | None = None) -> Entry:
    """A new input with the fact's value. A list of many codes is typed: its label or its code; `choose` answers which
    records fit what is typed into a field that names one."""
    spec = fact.spec
    if spec.type == "bool":
        choices = (("1", "1", tr("yes")), ("0", "0", tr("no")))
        return FactChoice(choices, "" if fact.value is None else str(fact.value))
    if spec.type in ("code", "codes"):
        return _coded(fact, dictionary, texts)
    if spec.type == "ref" and choose is not None:
        from fieldapp_ui.fields.facts.ref import FactRef

        return FactRef(fact, choose)
    return FactLine(spec, to_form(spec, fact.value))


def _coded(fact: Fact, dictionary: Dictionary, texts: Texts) -> Entry:
    spec: FieldSpec = fact.spec
    codes = dictionary.codes[spec.codes].items
    if len(codes) > LONG and spec.type == "code":
        from fieldapp_ui.fields.facts.typed_code import TypedCode

        return TypedCode(spec, dictionary, texts, str(fact.value or ""))
    words = [texts.pick(code.zh_hans, code.zh_hant, code.en) for code in codes]
    digits = codes_of([Choice(code.id, text) for code, text in zip(codes, words, strict=True)])
    choices = tuple(zip((code.id for code in codes), digits, words, strict=True))
    columns = 3 if max((len(text) for text in words), default=0) <= 8 else 2
    return FactChoice(choices, str(fact.value or ""), several=spec.type == "codes", columns=columns)
