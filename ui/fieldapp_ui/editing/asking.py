"""What a small dialog asks for: fields of the dictionary or choices of its own, typed texts read into stored values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from fieldapp.errors import Finding, UserError
from fieldapp.journal.commit import Value
from fieldapp.register.checks import entered_value
from fieldapp.register.declarations import FieldSpec
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.facts import Fact
from fieldapp_ui.editing.references import Choosable

Typed = Mapping[str, str]


@dataclass(frozen=True)
class Asked:
    """One question. With `choices` (id, words) it is answered by choosing, `several` by ticking; else as its `spec` says.

    `find` answers which records fit what is typed. `value` is what stands there at first: a text, or an id.
    """

    key: str
    words: str
    spec: FieldSpec | None = None
    choices: tuple[tuple[str, str], ...] = ()
    several: bool = False
    required: bool = False
    hint: str = ""
    value: str = ""
    find: Callable[[str], Sequence[Choosable]] | None = field(default=None, compare=False)

    @property
    def shape(self) -> Asked:
        """The same question whatever stands in it: its input need not be made anew."""
        return replace(self, value="", find=None)

    def fact(self) -> Fact:
        """An empty fact for the inputs of the card. Only for a question with a spec."""
        if self.spec is None:
            raise RuntimeError("a question without a field has no fact")
        return Fact(self.spec, "", "", None, self.value or None, "", False, self.required, True)


class Step(Protocol):
    """One thing a worker does in a dialog: what it asks as far as it is answered, and the doing."""

    desk: Desk
    title: str
    action: str

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The questions, given what is typed so far."""

    def follows(self, key: str, typed: Typed) -> Typed:
        """What other answers follow from this one (an identity number tells the birth date)."""

    def said(self, typed: Typed) -> str:
        """A remark that forbids nothing, such as who of this name is here already; empty for none."""

    def place_of(self, refused: UserError) -> str:
        """The key of the question a refusal stands beside; empty for the foot of the dialog."""

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Do it. Raises the UserError of the store."""


def read_answers(
    desk: Desk, asked: Sequence[Asked], typed: Typed
) -> tuple[Mapping[str, Value], Mapping[str, Finding]]:
    """The stored values of what was typed, and what is wrong by key; a blank is no value."""
    values: dict[str, Value] = {}
    wrong: dict[str, Finding] = {}
    for one in asked:
        text = typed.get(one.key, "").strip()
        if not text:
            if one.required:
                wrong[one.key] = Finding("asking.needed", "This is needed.")
            continue
        value: Value | Finding = text
        if one.spec is not None and one.spec.type != "file" and not one.choices:
            value = entered_value(one.spec, text, desk.vault.dictionary, today=desk.today().isoformat())
        if isinstance(value, Finding):
            wrong[one.key] = value
        else:
            values[one.key] = value
    return values, wrong


def field_words(desk: Desk, list_name: str, key: str) -> str:
    """What a field is called."""
    spec = desk.vault.dictionary.field(list_name, key)
    return desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)


def code_choices(desk: Desk, codes: str, wanted: Sequence[str] = ()) -> tuple[tuple[str, str], ...]:
    """The codes of a list as choices; only those `wanted`, where some are named."""
    items = desk.vault.dictionary.codes[codes].items
    return tuple(
        (code.id, desk.texts.pick(code.zh_hans, code.zh_hant, code.en))
        for code in items
        if not wanted or code.id in wanted
    )


def ask_field(desk: Desk, list_name: str, field_key: str, **more: object) -> Asked:
    """A question for a field of the dictionary, under the key of the field; `more` replaces attributes of it."""
    spec = desk.vault.dictionary.field(list_name, field_key)
    return replace(Asked(field_key, field_words(desk, list_name, field_key), spec), **more)  # type: ignore[arg-type]
