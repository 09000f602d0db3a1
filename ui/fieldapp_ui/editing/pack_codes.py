"""Adding a code in the workshop: to a list there is, or as the first one of a new list. Writes files only."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.errors import PackError, UserError
from fieldapp.journal.commit import Value
from fieldapp.packs.editing import add_code
from fieldapp.register.declarations import Code
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed
from fieldapp_ui.editing.pack_asking import refuse_findings, text_asked
from fieldapp_ui.editing.workshop import Workshop
from fieldapp_ui.language import tr


class CodeStep:
    """One more code: of a list there is, or the first one of a new list."""

    def __init__(self, desk: Desk, workshop: Workshop, codes: str) -> None:
        self.desk, self._workshop, self._codes = desk, workshop, codes
        self.title = tr("Add a code")
        self.action = tr("Add")

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """Which list, the code and its words."""
        hint = tr("The name of one there is, or a new name with the pack's prefix.")
        return (
            text_asked("codes", tr("Code list"), hint, required=True, value=self._codes),
            text_asked("words", tr("What does it mean?"), required=True),
            text_asked(
                "id", tr("What is stored"), tr("A number or a short word; it never changes."), required=True
            ),
        )

    def follows(self, key: str, typed: Typed) -> Typed:
        """The next free number of the list."""
        if key not in ("codes", "words") or typed.get("id", "").strip():
            return {}
        known = self._workshop.dictionary.codes.get(typed.get("codes", "").strip())
        numbers = (
            [int(one.id) for one in known.items if one.id.isascii() and one.id.isdigit()] if known else []
        )
        return {"id": str(max(numbers, default=0) + 1)}

    def said(self, typed: Typed) -> str:
        """Whether a new list begins."""
        name = typed.get("codes", "").strip()
        if name and name not in self._workshop.dictionary.codes:
            return tr("{codes} is a new code list.", codes=name)
        return ""

    def place_of(self, refused: UserError) -> str:
        """The question a refusal is about."""
        return "id"

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Write the code. Raises PackError."""
        name, words = typed["codes"].strip(), typed["words"].strip()
        code = Code(typed["id"].strip(), words, words, words)
        known = self._workshop.dictionary.codes.get(name)
        if known is not None and known.code(code.id) is not None:
            raise PackError(
                "pack.code_taken",
                "{code} means something else in this list already. Choose another.",
                code=code.id,
            )
        refuse_findings(add_code(self._workshop.folder, name, code))
