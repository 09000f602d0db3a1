"""How the workshop asks: a question to type, one to find by a few letters; findings of an edit as a refusal."""

from collections.abc import Sequence

from fieldapp.errors import PackError
from fieldapp.packs.editing import Findings
from fieldapp.register.declarations import FieldSpec
from fieldapp_ui.editing.asking import Asked
from fieldapp_ui.editing.references import Choosable, fits

MOST = 8


def text_asked(key: str, words: str, hint: str = "", *, required: bool = False, value: str = "") -> Asked:
    """A question answered by typing."""
    return Asked(key, words, FieldSpec("", key, "text"), required=required, hint=hint, value=value)


def found_asked(
    key: str, words: str, every: Sequence[Choosable], hint: str = "", *, required: bool = False
) -> Asked:
    """A question answered by a few letters, pinyin or the name itself."""

    def find(typed: str) -> Sequence[Choosable]:
        exact = [one for one in every if one.id == typed]
        return (
            exact or [one for one in every if fits(one.words, typed) or one.detail.startswith(typed)][:MOST]
        )

    return Asked(key, words, FieldSpec("", key, "ref"), required=required, hint=hint, find=find)


def refuse_findings(findings: Findings) -> None:
    """Raise the first error among findings as a PackError: nothing was written."""
    first = next((one for one in findings if one.severity == "error"), None)
    if first is not None:
        raise PackError(first.code, first.text, **dict(first.params))
