"""Blank forms of a county filled from the register: which label holds which fact is data (`templates.csv`), not code."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldapp.domain.masking import mask
from fieldapp.errors import Finding, RegisterError, Where
from fieldapp.register.headings import plain
from fieldapp.register.values import to_text
from fieldapp.register.workbook import column_letter
from fieldapp.resources import resource
from fieldapp.store.exchange.template_layout import BlankForm, Place, read_form, write_form
from fieldapp.store.exports import note_export
from fieldapp.store.field_rights import visible
from fieldapp.store.permissions import today_of
from fieldapp.store.records import Record, children, record, rows, year_record
from fieldapp.store.refusals import unknown_record
from fieldapp.store.regions import region
from fieldapp.store.replacing import make_folder
from fieldapp.store.vault import Vault
from fieldapp.texts import texts_of

_WANTED = re.compile(r"\{([a-z_]+(?:\.[a-z_0-9]+)?)\}")
_HEAD = "1"
_MOST_HOUSEHOLDS = 5_000
_TOWNSHIP_DIGITS = 9


@dataclass(frozen=True)
class TemplateRule:
    """One label of a template. `place`: self, below or right of it; `each`: person or household repeats downwards."""

    template: str
    label: str
    place: str
    each: str
    value: str


@dataclass(frozen=True)
class Filled:
    """A form that was written. `findings`: what did not fit, as members beyond the rows of the form."""

    path: Path
    cells: int
    findings: tuple[Finding, ...]


def template_rules(text: str = "") -> tuple[TemplateRule, ...]:
    """The rules of a CSV text; without one those of the base pack."""
    text = text or resource("packs", "cn-base", "templates", "templates.csv").read_text("utf-8")
    return tuple(TemplateRule(**row) for row in csv.DictReader(text.splitlines()))


def fill_template(
    vault: Vault,
    template: Path,
    subject: str,
    out: Path,
    *,
    year: int,
    masked: bool = True,
    reason: str = "",
    rules: Sequence[TemplateRule] = (),
) -> Filled:
    """Fill a blank .xls/.xlsx for a household (its id) or a village (its region code) and write it as .xlsx.

    Raises RegisterError template.unreadable, template.unknown, register.unknown_record, export.no_reason,
    role.not_allowed.
    """
    form = read_form(template)
    own = _rules_of(form, rules or template_rules(), template.name)
    facts = _Facts(vault, subject, year, masked)
    note_export(vault, f"form {template.name}", scope=facts.scope, reason=reason, masked=masked)
    texts: dict[Place, str] = {}
    findings: list[Finding] = []
    for rule in own:
        for at in _labels(form, rule.label):
            found, finding = _fill(form, rule, at, facts)
            texts |= found
            findings += [finding] if finding else []
    make_folder(out.parent)
    write_form(_stretched(form, texts), texts, out)
    return Filled(
        out, len(texts), tuple(found for n, found in enumerate(findings) if found not in findings[:n])
    )


class _Facts:
    """What may stand in the cells of one form, as words in simplified Chinese: the forms are."""

    def __init__(self, vault: Vault, subject: str, year: int, masked: bool) -> None:
        self._vault, self._year, self._masked = vault, year, masked
        self._texts = texts_of("zh_CN")
        household = record(vault, "household", subject) if not subject.isdigit() else None
        if household is None and not subject.isdigit():
            raise unknown_record()
        self.scope = household.scope if household else subject
        if household is not None:
            self.households: tuple[Record, ...] = (household,)
        else:
            self.households = rows(vault, "household", subject, limit=_MOST_HOUSEHOLDS)

    def each(self, kind: str) -> Iterator[Mapping[str, Record | int | None]]:
        """The contexts a rule is filled with: once, for each person, or for each household."""
        if kind == "household":
            for number, household in enumerate(self.households, 1):
                yield {"household": household, "row": number}
        elif kind == "person":
            for household in self.households[:1]:
                for number, person in enumerate(_members(self._vault, household), 1):
                    yield {"household": household, "person": person, "row": number}
        else:
            yield {"household": self.households[0] if self.households else None, "row": 1}

    def text(self, pattern: str, context: Mapping[str, Record | int | None]) -> str:
        """The pattern with its {places} filled; what is not known is left empty."""
        return _WANTED.sub(lambda found: self._word(found[1], context), pattern).strip()

    def _word(self, name: str, context: Mapping[str, Record | int | None]) -> str:
        list_name, _, key = name.partition(".")
        household = context.get("household")
        if not key:
            return self._plain_word(name, household if isinstance(household, Record) else None, context)
        found = self._record(list_name, context)
        if found is None or key not in found.values:
            return ""
        spec = self._vault.dictionary.field(found.list, key)
        if not visible(self._vault, spec):
            return ""
        text = to_text(spec, found.values[key], self._vault.dictionary, self._texts)
        return mask(text, spec.mask) if self._masked and spec.mask and text else text

    def _plain_word(
        self, name: str, household: Record | None, context: Mapping[str, Record | int | None]
    ) -> str:
        if name == "row":
            return str(context["row"])
        if name == "today":
            return today_of(self._vault)
        if name == "members":
            return str(len(_members(self._vault, household))) if household else ""
        code = self.scope if name == "village" else self.scope[:_TOWNSHIP_DIGITS].ljust(12, "0")
        place = region(self._vault, code)
        return place.name if place else ""

    def _record(self, list_name: str, context: Mapping[str, Record | int | None]) -> Record | None:
        household = context.get("household")
        if not isinstance(household, Record):
            return None
        if list_name == "head":
            members = _members(self._vault, household)
            return next((one for one in members if one.values.get("relation") == _HEAD), None)
        found = context.get(list_name)
        if isinstance(found, Record):
            return found
        spec = self._vault.dictionary.lists.get(list_name)
        above = context.get(spec.parent) if spec else None
        return (
            year_record(self._vault, list_name, above.id, self._year) if isinstance(above, Record) else None
        )


def _members(vault: Vault, household: Record) -> tuple[Record, ...]:
    people = children(vault, "person", household.id)
    return tuple(sorted(people, key=lambda one: one.values.get("relation") != _HEAD))


def _rules_of(form: BlankForm, rules: Sequence[TemplateRule], name: str) -> list[TemplateRule]:
    titles = [plain(text) for text in form.texts.values()]
    own = [rule for rule in rules if any(plain(rule.template) in title for title in titles)]
    if not own:
        raise RegisterError(
            "template.unknown",
            "No rule tells how to fill {file}. Add its labels to templates.csv.",
            file=name,
        )
    return own


def _labels(form: BlankForm, label: str) -> list[Place]:
    """The cell of a label: that very text, else the first that begins with it."""
    wanted = plain(label)
    exact = [place for place, text in form.texts.items() if plain(text) == wanted]
    return exact[:1] or [place for place, text in form.texts.items() if plain(text).startswith(wanted)][:1]


def _fill(
    form: BlankForm, rule: TemplateRule, at: Place, facts: _Facts
) -> tuple[dict[Place, str], Finding | None]:
    _, left, bottom, right = form.merge_at(at)
    if rule.place == "self":
        row, column = at
    elif rule.place == "right":
        row, column = at[0], right + 1
    else:
        row, column = bottom + 1, left
    texts = [facts.text(rule.value, context) for context in facts.each(rule.each)]
    room = _room(form, row, column) if rule.each else 1
    finding = None
    if len(texts) > room:
        finding = Finding(
            "template.full",
            "The form has {room} rows and {count} are needed. The others were left out: use a second sheet.",
            {"room": room, "count": len(texts)},
            Where(sheet=form.name, row=row + 1, column=column_letter(column)),
            "warning",
        )
    return {(row + n, column): text for n, text in enumerate(texts[:room]) if text}, finding


def _room(form: BlankForm, row: int, column: int) -> int:
    """How many rows a repeated label has: to the next row with words, or without end where the form ends with it."""
    below = [place[0] for place in form.texts if place[0] >= row]
    return min(below) - row if below else _MOST_HOUSEHOLDS


def _stretched(form: BlankForm, texts: Mapping[Place, str]) -> BlankForm:
    """The form with the look of its last row carried on below its end."""
    last = form.rows - 1
    looks = dict(form.looks)
    model = {place[1]: look for place, look in form.looks.items() if place[0] == last}
    for row in range(last + 1, 1 + max((place[0] for place in texts), default=-1)):
        looks |= {(row, column): look for column, look in model.items()}
    return BlankForm(form.name, form.texts, form.merges, form.widths, form.heights, looks)
