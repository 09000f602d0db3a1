"""What a form being filled looks like now: titles, counts, marks, sentences, holes, and where a search leads. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Literal

from fieldapp.domain.pinyin import Spelling, fold, spell
from fieldapp.forms import NodeState
from fieldapp.forms.numbering import number_of, question_numbers
from fieldapp_ui.editing.forms.plan import QUESTIONS, RANGE, Plan, Section, plan_of
from fieldapp_ui.fields.answers.appearance import is_heading
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.forms import Form, Session

Mark = Literal["done", "part", "open", "wrong", "unsure", "empty"]


@dataclass(frozen=True)
class Count:
    """How many of the questions that apply are answered, how many answers are wrong, how many required are blank, how
    many answers wait for the worker's confirmation."""

    done: int = 0
    total: int = 0
    wrong: int = 0
    needed: int = 0
    unsure: int = 0

    @property
    def mark(self) -> Mark:
        """wrong, unsure, done, part, open (nothing answered yet); empty where nothing is asked now."""
        if self.wrong:
            return "wrong"
        if self.unsure:
            return "unsure"
        if not self.total:
            return "empty"
        return "done" if self.done == self.total else "part" if self.done else "open"

    def __add__(self, other: Count) -> Count:
        return Count(
            self.done + other.done,
            self.total + other.total,
            self.wrong + other.wrong,
            self.needed + other.needed,
            self.unsure + other.unsure,
        )

    def times(self, number: int) -> Count:
        """The count of so many questions alike."""
        return Count(
            *(each * number for each in (self.done, self.total, self.wrong, self.needed, self.unsure))
        )

    def __sub__(self, other: Count) -> Count:
        return Count(
            self.done - other.done,
            self.total - other.total,
            self.wrong - other.wrong,
            self.needed - other.needed,
            self.unsure - other.unsure,
        )


@dataclass(frozen=True)
class Hit:
    """A question that matches what was typed into "go to"; `number` is that of the paper, `31.2` in a second row."""

    ref: str
    number: str
    label: str


class FormReading:
    """A session's state, read once and then only where it changed: 1,000 questions cost an answer nothing more."""

    def __init__(self, form: Form, session: Session, returned: Mapping[str, str] | None = None) -> None:
        self._form, self._session = form, session
        self._returned = dict(returned or {})
        self._remarks: Mapping[str, str] = {}
        self.checked = False
        self._passed: set[str] = set()
        self._numbers = question_numbers(form)
        self.read_all()

    @property
    def nodes(self) -> frozenset[str]:
        """Every ref that is present."""
        return frozenset(self._nodes)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The pages of the form."""
        return self.plan.sections

    def node(self, ref: str) -> NodeState:
        """One node as it stands."""
        return self._nodes[ref]

    def has(self, ref: str) -> bool:
        """Whether the node is present (its row may have gone)."""
        return ref in self._nodes

    def number(self, ref: str) -> str:
        """The number of a question as it is printed on paper; empty for a note."""
        return number_of(self._numbers, ref)

    def title(self, section: Section) -> str:
        """The section's heading: its label, for a row its number and name, for loose questions the form's.

        Loose questions behind a group belong to nothing: they are the other ones.
        """
        node = self._nodes[section.ref]
        words = plain(node.label)
        if node.kind == "root":
            leads = self._places[section] == section.part - 1
            words = (self._form.title or node.name) if leads else tr("Other questions")
        elif node.kind == "repeat-instance":
            words = self.row_title(section.ref)
        elif section.kind == "rows":
            words = words or plain(self._label_of_rows(section.ref)) or _name_of(section.ref)
        words = words or node.name
        return (
            words
            if section.parts == 1 or section.kind == "rows"
            else f"{words} ({section.part}/{section.parts})"
        )

    def row_title(self, row: str) -> str:
        """`2 · 王小明`: the place of a row and whom or what it is about; `成员 2` while that is not known."""
        number = row[row.rfind("[") + 1 : -1]
        if name := self._name_of_row(row):
            return f"{number} · {name}"
        return f"{plain(self._nodes[row].label)} {number}".strip()

    def is_listed(self, section: Section) -> bool:
        """Whether a section stands in the outline: lists of rows and rows only while they apply."""
        if section.kind == "questions" and self._nodes[section.ref].kind != "repeat-instance":
            return True
        return self._nodes[section.ref].relevant

    def _name_of_row(self, row: str) -> str:
        """A filled hidden name, a note that tells this row from the others, the first text, the first choice."""
        asked = [self._nodes[ref] for ref in self._by_row.get(row, ())]
        told = (self._told(row, node) for node in asked if node.kind == "note")
        texts = (node.value for node in asked if node.kind == "input" and node.type == "string")
        chosen = (self.shown(node.ref, node.value) for node in asked if node.kind == "select")
        names = (self._nodes[ref].value for ref in self._names.get(row, ()))
        return next(filter(None, chain(names, told, texts, chosen)), "")

    def _told(self, row: str, note: NodeState) -> str:
        """The words of a note without the list's heading; empty when the note says the same in every row."""
        stem, number = row[: row.rfind("[")], int(row[row.rfind("[") + 1 : -1])
        other = self._nodes.get(f"{stem}[{number - 1 or 2}]{note.ref.removeprefix(row)}")
        if not note.relevant or other is None or other.label == note.label:
            return ""
        return self._without_heading(row, plain(note.label))

    def _without_heading(self, row: str, words: str) -> str:
        """`成员：龙小见` in the list 成员 is 龙小见."""
        heading = plain(self._nodes[row].label)
        return words.removeprefix(heading).lstrip("：: ") if heading else words

    def rows(self, range_ref: str) -> tuple[str, ...]:
        """The rows of a repeat."""
        stem = range_ref.removesuffix(RANGE)
        return tuple(f"{stem}[{n}]" for n in range(1, (self._nodes[range_ref].count or 0) + 1))

    def asked_in(self, row: str) -> tuple[str, ...]:
        """The questions that a row asks, notes left out, whether they apply now or not."""
        return tuple(ref for ref in self._by_row.get(row, ()) if self._nodes[ref].kind != "note")

    def shown(self, ref: str, raw: str) -> str:
        """A raw answer in words: the labels of choices, else as it is."""
        choices, values = self._nodes[ref].choices, raw.split()
        labels = {choice.value: plain(choice.label) for choice in choices if choice.value in values}
        return "、".join(labels.get(value, value) for value in values) if choices else raw

    def sentence(self, ref: str) -> str:
        """What is wrong with an answer, in words. A question not yet passed is not complained of as blank."""
        node = self._nodes.get(ref)
        if node is None or node.violation is None or not node.relevant:
            return ""
        if node.violation.kind == "required":
            if ref not in self._passed and not self.checked:
                return ""
            return plain(node.violation.message) or tr("This question needs an answer.")
        return plain(node.violation.message) or tr(
            "This answer is outside what the form allows. Please check it."
        )

    def count(self, section: Section) -> Count:
        """How far a section is; of a list of rows, all its rows."""
        if section.kind == "rows":
            return sum((self._counts[i] for i in self._within(section)), Count())
        return self._counts[self._places[section]]

    def total(self) -> Count:
        """How far the whole form is."""
        return self._total

    def follow(self, ref: str, step: int) -> str | None:
        """The question after (1) or before (-1) this one that can be answered now; None at the ends."""
        return next((other for other in self._from(ref, step) if self.is_asked(other)), None)

    def is_asked(self, ref: str) -> bool:
        """Whether a question applies and takes an answer: notes and worked-out values do not."""
        return _asked(self._nodes[ref])

    def is_only_read(self, section: Section) -> bool:
        """Whether a section has something to read now and nothing to answer."""
        shown = [ref for ref in section.items if ref in self.plan.numbers and self._nodes[ref].relevant]
        return bool(shown) and not any(self.is_asked(ref) for ref in shown)

    def hole(self, ref: str, step: int) -> str | None:
        """The next or previous question that is blank or wrong, round the end if need be; None when there is none."""
        order = self.plan.questions
        if not order:
            return None
        after = self._from(ref, step) if ref in self.plan.numbers else list(order)
        seen = set(after)
        rest = [other for other in (order if step > 0 else reversed(order)) if other not in seen]
        return next((other for other in [*after, *rest] if other != ref and self.is_hole(other)), None)

    def is_hole(self, ref: str) -> bool:
        """Whether a question that applies is blank, wrong or waits to be confirmed."""
        node = self._nodes[ref]
        return _asked(node) and (not node.value or node.violation is not None or _unsure(node))

    def is_unsure(self, ref: str) -> bool:
        """Whether an answer waits for the worker to confirm it."""
        return ref in self._nodes and _asked(self._nodes[ref]) and _unsure(self._nodes[ref])

    def is_answered_by_hand(self, ref: str) -> bool:
        """Whether a question is there that is typed or chosen, outside rows and not a file."""
        node = self._nodes.get(ref)
        return (
            node is not None and "[" not in ref and node.kind in ("input", "select", "range") and _asked(node)
        )

    def remark(self, ref: str) -> str:
        """The worker's remark on a node."""
        return self._remarks.get(ref, "")

    def returned(self, ref: str) -> str:
        """What a reviewer said at this question, with who and when; empty when nothing."""
        return self._returned.get(ref, "")

    @property
    def remarks(self) -> Mapping[str, str]:
        """The worker's remarks."""
        return self._remarks

    @property
    def root(self) -> str:
        """The node of the whole entry."""
        return next(iter(self._nodes))

    def read_remarks(self) -> None:
        """A remark was written or taken away."""
        self._remarks = self._session.remarks()

    def first(self) -> str | None:
        """The first question that can be answered now."""
        return next((ref for ref in self.plan.questions if self.is_asked(ref)), None)

    def find(self, text: str, most: int = 30) -> tuple[Hit, ...]:
        """Questions by number, name, words of the label, pinyin or initials."""
        wanted = fold(text).replace(" ", "")
        if not wanted:
            return ()
        hits = [
            Hit(ref, self.number(ref), plain(self._nodes[ref].label) or self._nodes[ref].name)
            for ref in self.plan.questions
            if self._nodes[ref].relevant
        ]
        number = wanted.replace("/", ".").replace("-", ".")
        exact = [
            hit
            for hit in hits
            if number in (hit.number, hit.number.partition(".")[0])
            or self._nodes[hit.ref].name.lower() == wanted
        ]
        found = [hit for hit in hits if hit not in exact and _matches(hit, self._nodes[hit.ref].name, wanted)]
        return tuple((exact + found)[:most])

    def pass_over(self, ref: str) -> bool:
        """The worker went on from a question: from now on a blank required answer is said. False: said before."""
        new = ref not in self._passed
        self._passed.add(ref)
        return new

    def forget_passed(self, row: str) -> None:
        """A row has gone, and with it what was passed there."""
        self._passed = {ref for ref in self._passed if not ref.startswith(row)}

    def read_all(self) -> None:
        """Everything anew: at the start, when rows came or went, in another language."""
        self.read_remarks()
        self._nodes = dict(self._session.state())
        self.plan: Plan = plan_of(self._nodes)
        self._places = {section: place for place, section in enumerate(self.plan.sections)}
        self._order = {ref: place for place, ref in enumerate(self.plan.questions)}
        self._counts = [self._counted(section) for section in self.plan.sections]
        self._total = sum(self._counts, Count())
        self._names: dict[str, list[str]] = {}
        for ref, node in self._nodes.items():
            if node.kind == "model-value" and (node.name == "name" or node.name.endswith("_name")):
                self._names.setdefault(node.parent, []).append(ref)
        self._by_row: dict[str, list[str]] = {}
        for section in self.plan.sections:
            if self._nodes[section.ref].kind == "repeat-instance":
                asked = (ref for ref in section.items if self._nodes[ref].kind in QUESTIONS)
                self._by_row.setdefault(section.ref, []).extend(asked)

    def read(self, refs: Iterable[str]) -> None:
        """These nodes anew; none has come or gone."""
        for ref in refs:
            before, after = self._nodes[ref], self._session.node(ref)
            self._nodes[ref] = after
            place = self.plan.place.get(ref)
            if place is None:
                continue
            old, new = _count_of(before) or _NONE, _count_of(after) or _NONE
            if old is not new:
                self._counts[place] += new - old
                self._total += new - old

    def _counted(self, section: Section) -> Count:
        nodes = self._nodes
        kinds = Counter(map(_count_of, [nodes[ref] for ref in section.items]))
        return sum((one.times(number) for one, number in kinds.items() if one is not None), Count())

    def _within(self, rows: Section) -> list[int]:
        stem = rows.ref.removesuffix(RANGE) + "["
        return [i for i, section in enumerate(self.plan.sections) if section.ref.startswith(stem)]

    def _from(self, ref: str, step: int) -> list[str]:
        order, at = self.plan.questions, self._order.get(ref)
        if at is None:
            return list(order)
        return list(order[at + 1 :]) if step > 0 else list(reversed(order[:at]))

    def _label_of_rows(self, range_ref: str) -> str:
        rows = self.rows(range_ref)
        return self._nodes[rows[0]].label if rows and rows[0] in self._nodes else ""


def _asked(node: NodeState) -> bool:
    answerable = node.kind in QUESTIONS and node.kind != "note" and not is_heading(node)
    return answerable and node.relevant and not node.readonly


_NONE = Count()


@cache
def _one(done: bool, wrong: bool, needed: bool, unsure: bool) -> Count:
    """The count of one question: kept, so that the same one is told by identity."""
    return Count(int(done), 1, int(wrong), int(needed), int(unsure))


def _count_of(node: NodeState) -> Count | None:
    """What a question adds to its section; None for what is not asked now."""
    if not _asked(node):
        return None
    unsure, violation = _unsure(node), node.violation
    return _one(
        bool(node.value) and violation is None and not unsure,
        violation is not None and violation.kind == "constraint",
        node.required and not node.value,
        unsure,
    )


def _unsure(node: NodeState) -> bool:
    return bool(node.soft_message) and not node.confirmed and node.violation is None


def _matches(hit: Hit, name: str, wanted: str) -> bool:
    label = fold(hit.label).replace(" ", "")
    if wanted in label or wanted in name.lower():
        return True
    if not wanted.isascii():
        return False
    spelling = _spelled(hit.label)
    return wanted in spelling.initials or wanted in spelling.full.replace(" ", "")


@lru_cache(maxsize=8192)
def _spelled(label: str) -> Spelling:
    """Spelling a thousand labels takes two frames: it is done at the first letter typed, not at each."""
    return spell(label)


def _name_of(range_ref: str) -> str:
    return range_ref.removesuffix(RANGE).rpartition("/")[2]
