"""Who said so, when, and how they know: in a few words beside the value."""

from datetime import UTC, datetime

from fieldapp.domain.sources import read_source
from fieldapp.store.history import Origin
from fieldapp_ui.language import tr


def source_words(source: str) -> str:
    """Where a value comes from, in the worker's language, with the document's or file's name."""
    code, named = read_source(source)
    words = {
        "seen": tr("seen"),
        "document": tr("document"),
        "told": tr("told"),
        "imported": tr("imported"),
        "carried": tr("carried"),
    }
    return " ".join(word for word in (words.get(code, ""), named) if word)


def day_words(time_ms: int) -> str:
    """The local day of an instant, 2019-11-13."""
    return datetime.fromtimestamp(time_ms / 1000, UTC).astimezone().strftime("%Y-%m-%d")


def origin_words(origin: Origin | None, replica: str) -> str:
    """Day · worker · source; empty for a value nobody has written."""
    if origin is None:
        return ""
    words = [day_words(origin.time_ms), origin.worker, source_words(origin.source)]
    if origin.replica != replica:
        words.append(tr("another device"))
    return " · ".join(word for word in words if word)
