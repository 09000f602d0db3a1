"""Reads the batches of a pack from YAML into predicates; their language, lists and settings are the quality rules'."""

from collections.abc import Mapping

from fieldapp.errors import Finding, PackError
from fieldapp.register.declarations import Dictionary
from fieldapp.standards.batches_model import AMONG, OPEN, Batch, BatchSet
from fieldapp.standards.document import Entry, read_document
from fieldapp.standards.entries import matching, one_of, read_words, required
from fieldapp.standards.examination import as_finding
from fieldapp.standards.model import Words
from fieldapp.standards.quality_model import QualityCheck, QualityRule, QualitySet
from fieldapp.standards.quality_reader import read_linked_list, read_threshold, read_years

_FILE = frozenset(("set", "batches", "version", "years", "among", "lists", "settings"))
_EXTENSION = frozenset(("extends", "settings"))
_BATCH = frozenset(("id", "words", "over", "when", "from", "beside", "outside"))
_OVER = ("household", "person")
_NO_WORDS = Words("", "", "")
_NAME = r"[a-z][a-z0-9_]*"


def read_batches(documents: Mapping[str, str]) -> BatchSet | None:
    """The batches of several files (origin → text, base packs first); None where no file has any.

    A later file replaces the set, or with `extends` sets its settings again. Raises PackError.
    """
    found: BatchSet | None = None
    for origin, text in documents.items():
        root = read_document(text, origin)
        if "extends" in root.fields():
            found = _extended(root, found)
        else:
            found = _read(root)
    return found


def check_batch_files(documents: Mapping[str, str], dictionary: Dictionary) -> tuple[Finding, ...]:
    """What is wrong with the batches of a pack and those below it, for `pack check`; each file alone by its name."""
    from fieldapp.standards.quality_compiler import compile_quality

    try:
        found = read_batches(documents)
        if found is not None:
            compile_quality(found.predicates, dictionary)
    except PackError as wrong:
        return (as_finding(wrong),)
    return ()


def _read(root: Entry) -> BatchSet:
    fields = root.fields(_FILE)
    listed = required(root, fields, "batches")
    among = required(root, fields, "among")
    lists = {item.name: read_linked_list(item) for item in _mapping(fields.get("lists"))}
    settings = {item.name: read_threshold(item) for item in _mapping(fields.get("settings"))}
    rules = {AMONG: _rule(AMONG, "household", among.text(), root.origin, among.at)}
    batches: dict[str, Batch] = {}
    for entry in listed.items():
        batch, when = _read_batch(entry)
        if batch.id in batches:
            raise PackError(
                "quality.id_twice",
                "{file}, line {at}: two rules are called {id}. Keep one.",
                id=batch.id,
                **entry.place,
            )
        batches[batch.id] = batch
        rules[batch.id] = _rule(batch.id, batch.over, when.text(), root.origin, when.at)
        unknown = f"({when.text()}) is null"
        rules[batch.id + OPEN] = _rule(batch.id + OPEN, batch.over, unknown, root.origin, when.at)
    return BatchSet(
        name=matching(required(root, fields, "set"), _NAME),
        version=required(root, fields, "version").text(),
        years=read_years(fields.get("years"), (0, 0)),
        batches=batches,
        predicates=QualitySet(rules, lists, settings),
    )


def _extended(root: Entry, base: BatchSet | None) -> BatchSet:
    fields = root.fields(_EXTENSION)
    if base is None or base.name != fields["extends"].text():
        raise PackError(
            "quality.extends_nothing",
            "{file}, line {at}: there are no batches {name} to extend. Name the pack that holds them in requires.",
            name=fields["extends"].text(),
            **fields["extends"].place,
        )
    own = {item.name: read_threshold(item) for item in _mapping(fields.get("settings"))}
    old = base.predicates
    predicates = QualitySet(old.rules, old.lists, {**old.thresholds, **own})
    return BatchSet(base.name, base.version, base.years, base.batches, predicates)


def _read_batch(entry: Entry) -> tuple[Batch, Entry]:
    fields = entry.fields(_BATCH)
    batch = Batch(
        id=matching(required(entry, fields, "id"), _NAME),
        words=read_words(required(entry, fields, "words")),
        over=one_of(required(entry, fields, "over"), _OVER),
        origin=read_words(required(entry, fields, "from")),
        beside="beside" in fields and one_of(fields["beside"], ("true",)) == "true",
        outside=fields["outside"].text() if "outside" in fields else "",
    )
    return batch, required(entry, fields, "when")


def _rule(rule_id: str, over: str, when: str, origin: str, at: int) -> QualityRule:
    check = QualityCheck(over, when, over, "id", at=at)
    return QualityRule(rule_id, "", "", "", _NO_WORDS, (check,), origin=origin, at=at)


def _mapping(entry: Entry | None) -> list[Entry]:
    return list(entry.fields().values()) if entry else []
