"""The dictionary's units as words for a label; units a label says itself (a count, a degree) have none."""

from fieldapp_ui.language import tr


def unit_words(unit: str) -> str:
    """The unit in the worker's language, empty where the label needs none."""
    words = {
        "yuan": tr("yuan"),
        "mu": tr("mu"),
        "km": tr("km"),
        "m²": "m²",
        "m": "m",
        "kW": "kW",
        "%": "%",
        "person": tr("persons"),
        "household": tr("households"),
        "minute": tr("minutes"),
        "month": tr("months"),
    }
    return words.get(unit, "")
