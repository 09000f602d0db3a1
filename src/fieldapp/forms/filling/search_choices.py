"""The choices of a select with `search()`, looked up again whenever what it reads changes."""

from collections.abc import Callable

from fieldapp.forms.definition import Control, Search, Table
from fieldapp.forms.expressions.code import Context, Reads
from fieldapp.forms.expressions.compiler import Compiler
from fieldapp.forms.expressions.world import World
from fieldapp.forms.filling.choice_codes import codes_of_values
from fieldapp.forms.filling.instance import Slot
from fieldapp.forms.filling.search_rows import Looked
from fieldapp.forms.filling.texts import Texts
from fieldapp.forms.reading.search import plain_column
from fieldapp.forms.state import Choice

_EMPTY = Table({}, ())


def compile_search(
    control: Control,
    search: Search,
    slot: Slot,
    world: World,
    texts: Texts,
    reads: Reads,
    names: dict[str, str],
) -> Callable[[], tuple[Choice, ...]]:
    """A closure for the choices; notes what they read."""
    compiler = Compiler(world, slot, reads, names)
    asked = [compiler.text(one) for one in (search.table, *search.arguments)]
    labels = [texts.live(item.label, slot, reads) for item in control.items]
    context = Context(slot)
    codes: dict[tuple[str, str], dict[str, str]] = {}
    looked: dict[str, Looked] = {}

    def choices() -> tuple[Choice, ...]:
        name, *arguments = (one(context) for one in asked)
        table = search.tables.get(name.removesuffix(".csv"), _EMPTY)
        world.work.spend(len(table.rows))
        if name not in looked:
            looked[name] = Looked(table)
        found = looked[name].rows(arguments)
        whole: dict[tuple[str, str], Choice] = {}
        for item, label in zip(control.items, labels, strict=True):
            if _is_whole(item.value):
                whole[item.value, ""] = Choice(item.value, label(), code=item.value)
                continue
            key = (name, item.value)
            if key not in codes:
                codes[key] = _codes(table, item.value, [one.value for one in control.items])
            image = texts.media(item.label).get("image", "").rpartition("/")[2]
            for value, words, picture in _cells(table, found, item.value, label(), image):
                media = {"image": f"jr://images/{picture}"} if picture else {}
                whole.setdefault((value, words), Choice(value, words, media, codes[key].get(value, "")))
        return tuple(whole.values())

    return choices


def _cells(
    table: Table, rows: list[tuple[str, ...]], value: str, label: str, image: str
) -> list[tuple[str, str, str]]:
    """Value, label and picture of each row that has a value; several columns of a label are joined by a space."""
    at = table.columns.get(plain_column(value))
    if at is None:
        return []
    columns = [table.columns.get(plain_column(one)) for one in label.split(",")]
    words = [place for place in columns if place is not None] or [at]
    shown = table.columns.get(plain_column(image)) if image else None
    return [
        (row[at], " ".join(row[place] for place in words if row[place]), "" if shown is None else row[shown])
        for row in rows
        if row[at]
    ]


def _codes(table: Table, column: str, own: list[str]) -> dict[str, str]:
    """The digits that choose each value of the column, told by the whole table and the choices written beside it."""
    at = table.columns.get(plain_column(column))
    values = [] if at is None else [row[at] for row in table.rows if row[at]]
    whole = list(dict.fromkeys([*(value for value in own if _is_whole(value)), *values]))
    return dict(zip(whole, codes_of_values(whole), strict=True))


def _is_whole(value: str) -> bool:
    return value.removeprefix("-").isdecimal()
