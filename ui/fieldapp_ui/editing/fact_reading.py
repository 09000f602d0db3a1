"""Facts of any record, read by the dictionary: sections, words, masks, who said so, what is wrong. It writes nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fieldapp.domain.identifiers import year_id
from fieldapp.errors import Finding
from fieldapp.journal.commit import Value
from fieldapp.register.checks import check_value, entered_value
from fieldapp.register.declarations import FieldSpec
from fieldapp.store.field_rights import withheld_keys
from fieldapp.store.history import Origin, field_origins
from fieldapp.store.permissions import may_write
from fieldapp.store.records import Record, record
from fieldapp.store.unmask import unmask
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.facts import Block, Fact, is_relevant, is_required, shown_text
from fieldapp_ui.editing.quality_ready import Remarks
from fieldapp_ui.editing.references import Choosable, choosable, reference_words, target_list
from fieldapp_ui.editing.units import unit_words

_BETWEEN = re.compile(r"[\s,;°\uff0c\uff1b\u3001NEne]+")
"""What maps and phones put around and between latitude and longitude when they are copied."""


class FactReading:
    """What a card of one record says, in the worker's language."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.remarks: Remarks = {}

    def facts_by_section(
        self, name: str, whole: Record | None, parent: str, year: int | None
    ) -> tuple[Block, ...]:
        """The fields of a record (None: not made yet) under the sections of the dictionary."""
        values: Mapping[str, Value] = whole.values if whole else {}
        origins = field_origins(self.desk.vault, name, whole.id) if whole else {}
        withheld = withheld_keys(self.desk.vault, name)
        closed = not may_write(self.desk.vault, name)
        sections: dict[str, list[Fact]] = {}
        for spec in self.desk.vault.dictionary.fields[name]:
            fact = self._fact(spec, whole, values, parent, year)
            if spec.key in withheld:
                # What is not shown is neither missing nor wrong.
                fact = replace(fact, withheld=True, masked=False, required=False, findings=())
            fact = replace(fact, closed=closed)
            fact = _with_origin(fact, origins.get(spec.merge_name) or origins.get(spec.key))
            sections.setdefault(spec.section, []).append(fact)
        return tuple(Block(self.section(section), tuple(facts)) for section, facts in sections.items())

    def record_block(self, one: Record) -> Block:
        """One of several records, under what its list is called and its title."""
        spec = self.desk.vault.dictionary.lists[one.list]
        parent = str(one.values.get(spec.parent) or one.id)
        blocks = self.facts_by_section(one.list, one, parent, None)
        facts = [fact for block in blocks for fact in block.facts]
        title = self.shown(one.list, spec.title_field, one.values)[0]
        heading = self.list_words(one.list)
        return Block(f"{heading}: {title}" if title else heading, tuple(facts), one.list, one.id)

    def check(self, fact: Fact, typed: str) -> Value | Finding:
        """The stored value of typed text, or what is wrong with it."""
        today = self.desk.today().isoformat()
        if fact.spec.type == "point":
            typed = _BETWEEN.sub(" ", typed).strip()
        value = entered_value(fact.spec, typed, self.desk.vault.dictionary, today=today)
        if fact.spec.type == "ref" and isinstance(value, str) and not self._is_there(fact.spec, value):
            return Finding(
                "value.no_record",
                "“{text}” is not in the register. Type a few letters and choose one, or add it there first.",
                {"text": value},
            )
        return value

    def choosable(self, fact: Fact, scope: str, typed: str) -> tuple[Choosable, ...]:
        """The records of a village that fit what is typed into a field that names one."""
        vault = self.desk.vault
        return choosable(vault, fact.spec, typed, scope=scope, household=fact.parent, texts=self.desk.texts)

    def reveal(self, fact: Fact, reason: str) -> str:
        """The masked value in full; the reason is kept. Raises RegisterError without a reason."""
        return unmask(self.desk.vault, fact.spec.list, fact.record, fact.spec.key, reason)

    def label(self, spec: FieldSpec) -> str:
        """The field's name in the worker's language, with its unit."""
        words = self.desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
        unit = unit_words(spec.unit)
        return f"{words} ({unit})" if unit else words

    def list_words(self, name: str) -> str:
        """What a list is called."""
        spec = self.desk.vault.dictionary.lists[name]
        return self.desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)

    def section(self, name: str) -> str:
        """The heading of a section of the dictionary."""
        codes = self.desk.vault.dictionary.codes.get("section")
        code = codes.code(name) if codes else None
        return self.desk.texts.pick(code.zh_hans, code.zh_hant, code.en) if code else name

    def shown(self, name: str, key: str, values: Mapping[str, Value]) -> tuple[str, bool]:
        """The words of one field of a record, and whether they are masked; empty for a field that is not there."""
        dictionary = self.desk.vault.dictionary
        if not key or not dictionary.has_field(name, key):
            return "", False
        return self._words(dictionary.field(name, key), values.get(key))

    def _words(self, spec: FieldSpec, value: Value) -> tuple[str, bool]:
        if spec.type == "ref" and isinstance(value, str):
            return reference_words(self.desk.vault, spec, value, self.desk.texts), False
        return shown_text(spec, value, self.desk.vault.dictionary, self.desk.texts, self.desk.vault)

    def _is_there(self, spec: FieldSpec, record_id: str) -> bool:
        name = target_list(spec, self.desk.vault.dictionary)
        return bool(name) and record(self.desk.vault, name, record_id) is not None

    def _fact(
        self,
        spec: FieldSpec,
        whole: Record | None,
        values: Mapping[str, Value],
        parent: str,
        year: int | None,
    ) -> Fact:
        value = values.get(spec.key)
        shown, masked = self._words(spec, value)
        wrong: tuple[Finding, ...] = ()
        if value is not None and not spec.derived:
            wrong = check_value(spec, value, self.desk.vault.dictionary, today=self.desk.today().isoformat())
        of = whole.id if whole else year_id(parent, spec.list, year) if year else ""
        return Fact(
            spec=spec,
            record=whole.id if whole else "",
            parent=parent,
            year=year,
            value=value,
            shown=shown,
            masked=masked,
            required=is_required(spec, values),
            relevant=is_relevant(spec, values) or value is not None,
            findings=(*wrong, *self.remarks.get((spec.list, of, spec.key), ())),
            contested=whole is not None and spec.merge_name in whole.conflicts,
        )


def merged(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks under one heading become one, in the order in which their headings first come."""
    found: dict[tuple[str, str, bool], Block] = {}
    for block in blocks:
        key = (block.heading, block.record, bool(block.facts))
        before = found.get(key)
        found[key] = replace(before, facts=(*before.facts, *block.facts)) if before else block
    return tuple(found.values())


def _with_origin(fact: Fact, origin: Origin | None) -> Fact:
    return replace(fact, origin=origin) if origin else fact
