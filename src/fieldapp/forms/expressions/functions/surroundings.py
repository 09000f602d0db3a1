"""What lies around the form: secondary instances, attached data, properties of the device and the worker."""

from typing import TYPE_CHECKING

from fieldapp.forms.expressions.code import Code, Context
from fieldapp.forms.expressions.registry import plain, special
from fieldapp.forms.expressions.syntax import Call, Literal
from fieldapp.forms.expressions.world import World
from fieldapp.forms.tree import Node

if TYPE_CHECKING:
    from fieldapp.forms.expressions.compiler import Compiler


@special("instance", 1)
def instance(compiler: "Compiler", call: Call) -> Code:
    """XForms: the secondary instance of an id; no nodes when the form has none."""
    world = compiler.world
    argument = call.arguments[0]
    if isinstance(argument, Literal):
        name = argument.text

        def fixed(c: Context) -> list[Node]:
            found = world.instances.get(name)
            return [] if found is None else [found]

        return Code("nodes", fixed)
    run = compiler.text(argument)

    def named(c: Context) -> list[Node]:
        found = world.instances.get(run(c))
        return [] if found is None else [found]

    return Code("nodes", named)


@plain("pulldata", "wtttt", "text")
def pulldata(world: World, source: str, column: str, key_column: str, key: str) -> str:
    """ODK: a column of the first row of an attached table whose key column has the key, or ""."""
    table = world.instances.get(source)
    if table is None:
        return ""
    found = _rows(world, table, key_column).get(key, (None,))[0]
    return "" if found is None else _cell(found, column) or ""


def _rows(world: World, table: Node, key_column: str) -> dict[object, list[Node]]:
    """The first row of each key, found once for each table and key column."""
    place = (id(table), "", key_column)
    index = world.indexes.get(place)
    if index is None:
        index = world.indexes[place] = {}
        for row in (row for root in table.children for row in root.children):
            world.work.spend(1)
            key = _cell(row, key_column)
            if key is not None:
                index.setdefault(key, [row])
    return index


def _cell(row: Node, column: str) -> str | None:
    """A column's text; `@name` is an attribute."""
    cells = row.attributes if column.startswith("@") else row.children
    name = column.removeprefix("@")
    return next((cell.string() for cell in cells if cell.name == name), None)


@plain("property", "wt", "text")
def device_property(world: World, name: str) -> str:
    """ODK: a property of the device or the worker, or ""."""
    return world.metadata.get(name.lower(), "")


@plain("version", "w", "text")
def version(world: World) -> str:
    """ODK: the version of the form."""
    return world.version
