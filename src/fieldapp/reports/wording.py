"""How a stored value reads on paper: labels, masks, and what is never printed at all.

Names stay whole: these sheets are the household's own, signed in its name, and hang nowhere. Everything else with a
masking class is masked unless somebody gave a reason; illness is then left out altogether (DOMAIN §9.2). A cause of
poverty is never printed, masked or not, and after its exit no household reads 贫困户 (PRODUCT.md).
"""

from fieldapp.domain.masking import mask
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.register.values import to_text
from fieldapp.texts import Texts

CAUSES = "poverty_cause"
NEVER_PRINTED = frozenset(("cause_note", "red_flags"))
PUBLIC = frozenset(("helper_phone",))
"""The helper's number is printed so that the household can call; it is no fact of the household."""
NOT_FOR_PAPER = frozenset(("file", "point", "ref"))
_AFTER_EXIT = (("贫困户", "脱贫户"), ("貧困戶", "脫貧戶"))


def is_printed(spec: FieldSpec, *, masked: bool) -> bool:
    """Whether a field may stand on a household's own paper."""
    if spec.type in NOT_FOR_PAPER or spec.codes == CAUSES or spec.key in NEVER_PRINTED:
        return False
    return not (masked and spec.mask == "health")


def printed(spec: FieldSpec, value: Value, dictionary: Dictionary, texts: Texts, *, masked: bool) -> str:
    """A value in words, "" when it is not known."""
    if value is None:
        return ""
    text = to_text(spec, value, dictionary, texts)
    if masked and spec.mask and spec.mask != "name" and spec.key not in PUBLIC:
        return mask(text, spec.mask)
    return text


def after_exit(text: str) -> str:
    """The words for a household that has left poverty: 脱贫户, in a label and in a code alike."""
    for before, after in _AFTER_EXIT:
        text = text.replace(before, after)
    return text


def label(spec: FieldSpec, texts: Texts) -> str:
    """The field's label with its unit: units stand in the heading, not in the cell."""
    text = texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
    return f"{text} ({unit_of(spec, texts)})" if spec.unit else text


def unit_of(spec: FieldSpec, texts: Texts) -> str:
    """A dictionary unit (yuan, mu, month …) in the reader's language."""
    return texts.translate(spec.unit)
