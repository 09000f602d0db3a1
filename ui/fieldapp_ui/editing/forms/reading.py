"""What a form being filled looks like now: sentences, holes, and what comes before and after a question. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from fieldapp_ui.editing.forms.counts import is_asked, is_unsure
from fieldapp_ui.editing.forms.plan import Section
from fieldapp_ui.editing.forms.search import Hit, find_questions
from fieldapp_ui.editing.forms.titles import FormTitles
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.forms import Form, Session


class FormReading(FormTitles):
    """What the windows of a form ask: which question is next, which is a hole, what is to be said of an answer."""

    def __init__(self, form: Form, session: Session, returned: Mapping[str, str] | None = None) -> None:
        super().__init__(form, session)
        self._returned = dict(returned or {})
        self.checked = False
        self._passed: set[str] = set()

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

    def follow(self, ref: str, step: int) -> str | None:
        """The question after (1) or before (-1) this one that can be answered now; None at the ends."""
        return next((other for other in self._from(ref, step) if self.is_asked(other)), None)

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
        return is_asked(node) and (not node.value or node.violation is not None or is_unsure(node))

    def is_unsure(self, ref: str) -> bool:
        """Whether an answer waits for the worker to confirm it."""
        return ref in self._nodes and is_asked(self._nodes[ref]) and is_unsure(self._nodes[ref])

    def is_answered_by_hand(self, ref: str) -> bool:
        """Whether a question is there that is typed or chosen, outside rows and not a file."""
        node = self._nodes.get(ref)
        return (
            node is not None
            and "[" not in ref
            and node.kind in ("input", "select", "range")
            and is_asked(node)
        )

    def returned(self, ref: str) -> str:
        """What a reviewer said at this question, with who and when; empty when nothing."""
        return self._returned.get(ref, "")

    def first(self) -> str | None:
        """The first question that can be answered now."""
        return next((ref for ref in self.plan.questions if self.is_asked(ref)), None)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Questions by number, name, words of the label, pinyin or initials."""
        return find_questions(self, text)

    def pass_over(self, ref: str) -> bool:
        """The worker went on from a question: from now on a blank required answer is said. False: said before."""
        new = ref not in self._passed
        self._passed.add(ref)
        return new

    def forget_passed(self, row: str) -> None:
        """A row has gone, and with it what was passed there."""
        self._passed = {ref for ref in self._passed if not ref.startswith(row)}

    def _from(self, ref: str, step: int) -> list[str]:
        order, number = self.plan.questions, self.plan.numbers.get(ref)
        if number is None:
            return list(order)
        return list(order[number:]) if step > 0 else list(reversed(order[: number - 1]))
