"""Cells for a slot: its logic, compiled for it or shared by all of its definition, listening to what it reads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldapp.errors import FormError
from fieldapp.forms.definition import Control, NodeDef, Text
from fieldapp.forms.expressions.code import Context, Reads, TextOf
from fieldapp.forms.expressions.syntax import Expression
from fieldapp.forms.filling.graph import Cell
from fieldapp.forms.filling.instance import Range, Slot
from fieldapp.forms.filling.itemsets import compile_choices
from fieldapp.forms.filling.ranking import Aspect
from fieldapp.forms.filling.sharing import Make, Run
from fieldapp.forms.filling.texts import itext_id
from fieldapp.forms.filling.types import is_free
from fieldapp.forms.reading.place import always, at_place

if TYPE_CHECKING:
    from fieldapp.forms.filling.filling import Filling

Note = Callable[[NodeDef, Aspect, Reads], None]


@dataclass(frozen=True, slots=True)
class _Live:
    """What a definition says that depends on answers: its texts by name, and whether its choices do."""

    texts: tuple[tuple[str, Text], ...]
    choices: bool


class Binder:
    """Gives slots their cells. `note` is told what each aspect reads (used once, to find the ranks)."""

    def __init__(self, filling: "Filling", note: Note | None = None) -> None:
        self.filling = filling
        self.note = note
        self._live: dict[tuple[NodeDef, bool], _Live] = {}

    def bind(self, slot: Slot) -> None:
        """All cells of one slot or range, queued for their first run."""
        bind = slot.definition.bind
        if bind.relevant is not None:
            self._relevant(slot, bind.relevant)
        if isinstance(slot, Range):
            self._range(slot)
        else:
            self._logic(slot)
        if slot.definition.control is not None:
            self._words(slot, slot.definition.control)

    def _logic(self, slot: Slot) -> None:
        bind = slot.definition.bind
        if bind.calculate is not None:
            self._calculate(slot, bind.calculate)
        if always(bind.readonly):
            slot.own_readonly = True
        elif bind.readonly is not None:
            self._truth(slot, bind.readonly, "readonly", "own_readonly")
        if always(bind.required):
            slot.required = True
        elif bind.required is not None:
            self._truth(slot, bind.required, "required", "required")
        if bind.constraint is not None:
            self._truth(slot, bind.constraint, "constraint", "constraint_holds")
        if bind.soft_constraint is not None:
            self._truth(slot, bind.soft_constraint, "soft check", "soft_holds")

    def _compiled(
        self, slot: Slot, name: str, make: Make, keeps_own: bool = False
    ) -> tuple[Run, Context, Reads]:
        """What `make` compiles, where it runs, what it reads; its FormErrors name the node. Alone for the ranks."""
        with placed(slot, name):
            sharing = self.filling.sharing
            if self.note is not None:
                return sharing.alone(slot, keeps_own, make)
            return sharing.compiled(slot, name, keeps_own, make)

    def _cell(self, slot: Slot, aspect: Aspect, reads: Reads, run: Callable[[], None]) -> Cell:
        if self.note is not None:
            self.note(slot.definition, aspect, reads)
        filling = self.filling
        cell = filling.graph.cell(slot, filling.ranks.rank(slot.definition, aspect), run)
        self._listen(cell, reads)
        filling.graph.queue(cell)
        return cell

    def _listen(self, cell: Cell, reads: Reads) -> None:
        filling = self.filling
        for source in reads.slots:
            cell.listen(source.readers)
        for definition in reads.definitions:
            cell.listen(filling.family(definition).readers)
        for definition in reads.structure:
            cell.listen(filling.family(definition).counters)
        if reads.language:
            cell.listen(filling.language_readers)
        if reads.choices:
            cell.listen(filling.choice_readers)

    def _relevant(self, slot: Slot, tree: Expression) -> None:
        test, context, reads = self._compiled(slot, "relevant", lambda compiler: compiler.truth(tree))
        filling = self.filling

        def run() -> None:
            own = test(context)
            if own is not slot.own_relevant:
                slot.own_relevant = own
                filling.refresh_relevance(slot)

        self._cell(slot, "relevant", reads, run)

    def _calculate(self, slot: Slot, tree: Expression) -> None:
        """Compiled when the node first applies, which most nodes of a long row never do; at once for the ranks."""
        if self.note is not None:
            run, reads = self._calculation(slot, tree)
            self._cell(slot, "value", reads, run)
            return

        def first() -> None:
            if slot.relevant:
                cell.run, reads = self._calculation(slot, tree)
                self._listen(cell, reads)
                cell.run()

        slot.calculation = cell = self._cell(slot, "value", Reads(), first)

    def _calculation(self, slot: Slot, tree: Expression) -> tuple[Callable[[], None], Reads]:
        compute, context, reads = self._compiled(
            slot, "calculation", lambda compiler: compiler.text(tree), keeps_own=True
        )
        if _reads_itself(slot, reads):
            compute = _without_itself(slot, compute)
        filling = self.filling
        write = filling.write if is_free(slot.definition.bind.type) else filling.calculated

        def run() -> None:
            if slot.relevant:
                text = compute(context)
                if text != slot.outcome:
                    slot.outcome = text
                    write(slot, text)

        return run, reads

    def _truth(self, slot: Slot, tree: Expression, name: str, attribute: str) -> None:
        test, context, reads = self._compiled(slot, name, lambda compiler: compiler.truth(tree))
        graph, filling = self.filling.graph, self.filling

        def run() -> None:
            value = test(context)
            if value is not getattr(slot, attribute):
                setattr(slot, attribute, value)
                if attribute == "own_readonly":
                    filling.touch_all(slot)
                else:
                    graph.touch(slot)

        self._cell(slot, "other", reads, run)

    def _range(self, slot: Range) -> None:
        tree = slot.definition.count
        if tree is None:
            return
        compute, context, reads = self._compiled(slot, "repeat count", lambda compiler: compiler.number(tree))
        filling = self.filling

        def run() -> None:
            filling.repeats.count_to(slot, compute(context))

        self._cell(slot, "count", reads, run)

    def _words(self, slot: Slot, control: Control) -> None:
        is_row = slot.definition.repeat and not isinstance(slot, Range)
        live = self._live.get((slot.definition, is_row))
        if live is None:
            live = self._live[slot.definition, is_row] = self._live_words(control, is_row)
        for name, text in live.texts:
            self._text(slot, name, text)
        if live.choices:
            self._choices(slot)
        elif control.items and not is_row:
            self.filling.chose(slot, self.filling.shared_choices(slot.definition))

    def _live_words(self, control: Control, is_row: bool) -> "_Live":
        texts, label, hint = self.filling.texts, control.label, control.hint
        said = [("label", label)]
        if not is_row:  # which says no more than what it may be called after an answer in it
            said += [("hint", hint), ("guidance", hint if itext_id(hint) is not None else None)]
        live = tuple((name, text) for name, text in said if text is not None and not texts.is_fixed(text))
        drawn = control.drawn or any(not texts.is_fixed(item.label) for item in control.items)
        return _Live(live, drawn and not is_row)

    def _text(self, slot: Slot, name: str, text: Text) -> None:
        texts, form = self.filling.texts, name if name == "guidance" else ""
        words, context, reads = self._compiled(
            slot, name, lambda compiler: texts.spoken(text, compiler, form)
        )
        graph = self.filling.graph

        def run() -> None:
            found = words(context)
            if slot.texts.get(name) != found:
                slot.texts[name] = found
                graph.touch(slot)

        self._cell(slot, "other", reads, run)

    def _choices(self, slot: Slot) -> None:
        filling, control = self.filling, slot.definition.control
        assert control is not None
        reads = Reads()
        with placed(slot, "choices"):
            choices = compile_choices(
                control, slot, filling.world, filling.texts, reads, filling.definition.namespaces
            )

        def run() -> None:
            found = choices()
            if found != slot.choices or not slot.choices_known:
                filling.chose(slot, found)

        self._cell(slot, "choices", reads, run)


def _reads_itself(slot: Slot, reads: Reads) -> bool:
    """Whether a calculation reads a block that its own node stands in. One that names its own node reads the value
    it has; in neither case does its own change run it again."""
    named = slot in reads.slots
    reads.slots.pop(slot, None)
    if slot.definition not in reads.definitions or slot.definition in reads.filtered:
        return False
    reads.definitions = {one: None for one in reads.definitions if one is not slot.definition}
    return not named


def _without_itself(slot: Slot, compute: TextOf) -> TextOf:
    """The text of a block without the node that is computed from it: else it would grow with each answer."""

    def run(context: Context) -> str:
        kept, number = slot.text, slot.number
        slot.text, slot.number = "", None
        try:
            return compute(context)
        finally:
            slot.text, slot.number = kept, number

    return run


class placed:  # noqa: N801  (reads as a statement)
    """Names the node and the piece of logic in a FormError raised inside."""

    def __init__(self, slot: Slot, what: str) -> None:
        self.place = f"{what} of {slot.definition.path}"

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, RecursionError):
            raise FormError(
                "form.expression.nested", "{place}: the expression is nested too deep.", place=self.place
            ) from None
        if isinstance(error, FormError) and error.code != "form.circle":
            raise at_place(error, self.place) from error
