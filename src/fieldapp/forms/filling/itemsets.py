"""The choices of a select: written in the form or drawn from nodes, with labels in the session's language."""

from collections.abc import Callable

from fieldapp.forms.definition import Control, Itemset, Text
from fieldapp.forms.expressions.code import Context, Reads
from fieldapp.forms.expressions.compiler import Compiler
from fieldapp.forms.expressions.syntax import Call, Expression, Literal, Path, Step
from fieldapp.forms.expressions.world import World
from fieldapp.forms.filling.choice_codes import codes_of_values
from fieldapp.forms.filling.instance import Slot
from fieldapp.forms.filling.search_choices import compile_search
from fieldapp.forms.filling.texts import Texts, Words
from fieldapp.forms.state import Choice
from fieldapp.forms.tree import Node

Choices = Callable[[], tuple[Choice, ...]]


def compile_choices(
    control: Control, slot: Slot, world: World, texts: Texts, reads: Reads, namespaces: dict[str, str]
) -> Choices:
    """A closure for the choices of one select; notes what they read."""
    if control.search is not None:
        return compile_search(control, control.search, slot, world, texts, reads, namespaces)
    if control.itemset is not None:
        return _from_nodes(control.itemset, slot, world, texts, reads, namespaces)
    labels = [texts.live(item.label, slot, reads) for item in control.items]
    values = [item.value for item in control.items]
    codes = codes_of_values(values)
    return lambda: tuple(
        Choice(value, label(), code=code) for value, label, code in zip(values, labels, codes, strict=True)
    )


def fixed_choices(control: Control, texts: Texts) -> tuple[Choice, ...]:
    """The choices of a control whose labels depend on the language alone."""
    codes = codes_of_values([item.value for item in control.items])
    return tuple(
        Choice(item.value, texts.fixed(item.label), texts.media(item.label), code)
        for item, code in zip(control.items, codes, strict=True)
    )


def _column(tree: Expression | None) -> str | None:
    """The name of a plain child, as the value and label of nearly all itemsets are."""
    if isinstance(tree, Path) and not tree.absolute and tree.origin is None and len(tree.steps) == 1:
        (step,) = tree.steps
        if step.axis == "child" and not step.predicates and step.test[-1] not in "*)":
            return step.test
    return None


def _cell(node: Node, column: str) -> str:
    return next((child.string() for child in node.children if child.name == column), "")


def _text_of(tree: Expression, compiler: Compiler, definitions: object) -> Callable[[Node], str]:
    column = _column(tree)
    if column is not None and definitions is None:
        return lambda node: _cell(node, column)
    compiler.inner += 1
    run = compiler.text(tree)
    compiler.inner -= 1
    return lambda node: run(Context(node))


def _from_nodes(
    itemset: Itemset, slot: Slot, world: World, texts: Texts, reads: Reads, namespaces: dict[str, str]
) -> Choices:
    compiler = Compiler(world, slot, reads, namespaces)
    code = compiler.compile(itemset.nodes)
    nodes = compiler.nodes(itemset.nodes)
    compiler.around = code.definitions
    value_of = _text_of(itemset.value, compiler, code.definitions)
    label_of = _text_of(itemset.label, compiler, code.definitions) if itemset.label is not None else value_of
    reads.language = reads.language or itemset.label_is_itext
    context = Context(slot)
    live = _live_labels(itemset, slot, compiler, label_of, texts) if itemset.label_is_itext else {}
    kept: dict[tuple[str, int], Choice] = {}
    is_outside = code.definitions is None

    def code_of(node: Node) -> str:
        """By the place in the whole list, which only an instance of its own has: answers come and go."""
        if not is_outside or node.parent is None:
            return ""
        coded = texts.codes.get(id(node.parent))
        if coded is None:
            alike = [one for one in node.parent.children if one.name == node.name]
            codes = codes_of_values([value_of(one) for one in alike])
            coded = {id(one): text for one, text in zip(alike, codes, strict=True)}
            texts.codes[id(node.parent)] = coded
        return coded.get(id(node), "")

    def choice(node: Node) -> Choice:
        key = (texts.language, id(node))
        found = kept.get(key)
        if found is None:
            label = label_of(node)
            if label in live:
                return Choice(value_of(node), live[label](), code=code_of(node))
            words = texts.itext(label, slot) if itemset.label_is_itext else label
            found = Choice(value_of(node), words, code=code_of(node), geometry=_cell(node, "geometry"))
            if is_outside:
                kept[key] = found
        return found

    def choices() -> tuple[Choice, ...]:
        return tuple([choice(node) for node in nodes(context)])

    return choices


def _live_labels(
    itemset: Itemset, slot: Slot, compiler: Compiler, label_of: Callable[[Node], str], texts: Texts
) -> dict[str, Words]:
    """The labels of a whole list that show answers, by their id; notes what they read."""
    tree = itemset.nodes
    while isinstance(tree, Call) and tree.name == "randomize":
        tree = tree.arguments[0]
    if not isinstance(tree, Path):
        return {}
    whole = Path(tuple(Step(one.axis, one.test) for one in tree.steps), tree.absolute, tree.origin)
    nodes = Compiler(compiler.world, slot, Reads(), compiler.namespaces).nodes(whole)(Context(slot))
    return {
        identity: texts.live(Text(expression=Call("jr:itext", (Literal(identity),))), slot, compiler.reads)
        for identity in texts.live_of(map(label_of, nodes))
    }
