"""What the words of the dictionary's tables mean, in the worker's language: types, masks, search classes, needs."""

from fieldapp_ui.language import tr


def type_words(kind: str) -> str:
    """What a field of this type keeps."""
    words = {
        "text": tr("words"),
        "int": tr("a whole number"),
        "decimal": tr("a number with decimals"),
        "money": tr("an amount of money"),
        "date": tr("a day"),
        "month": tr("a month"),
        "year": tr("a year"),
        "bool": tr("yes or no"),
        "code": tr("one of a list"),
        "codes": tr("several of a list"),
        "ref": tr("another record"),
        "point": tr("a place on the map"),
        "file": tr("a photo or file"),
    }
    return words.get(kind, kind)


def mask_words(mask_class: str) -> str:
    """A masking class, as what it hides."""
    words = {
        "name": tr("a name"),
        "id": tr("a document number"),
        "phone": tr("a telephone number"),
        "bank": tr("a bank account"),
        "address": tr("an address"),
        "health": tr("health"),
        "birth": tr("a date of birth"),
        "income": tr("income"),
    }
    return words.get(mask_class, mask_class)


def find_words(find_class: str) -> str:
    """How a field is searched."""
    words = {
        "name": tr("as a name, by pinyin too"),
        "number": tr("by its beginning"),
        "tail4": tr("by its last four digits"),
        "text": tr("by words in it"),
    }
    return words.get(find_class, find_class)


def need_words(req: str) -> str:
    """Whether a field must be filled."""
    words = {"R": tr("required"), "C": tr("required when…"), "O": "", "D": tr("computed")}
    return words.get(req, req)
