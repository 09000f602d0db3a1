"""The number of each question: told by the form alone, so that paper and screen say the same whoever is in its rows.

Notes and worked-out values take no number. A question of a row has the number of its column, a point and the row: 31.2.
"""

import re
from collections.abc import Mapping

from fieldapp.forms.definition import NodeDef
from fieldapp.forms.filling.showing import kind_of
from fieldapp.forms.form import Form

ASKED = frozenset(("input", "select", "rank", "range", "trigger", "upload"))
_ROW = re.compile(r"\[(\d+)\]")


def question_numbers(form: Form) -> Mapping[str, int]:
    """The numbers by the path of the question, from 1 in the order of the form."""
    nodes = form.definition.document.descendants()
    return {node.path: number for number, node in enumerate(filter(is_numbered, nodes), 1)}


def is_numbered(node: NodeDef) -> bool:
    """Whether a node asks something."""
    return "@" not in node.path and not node.children and kind_of(node) in ASKED


def path_of(ref: str) -> str:
    """The path of a reference: `/data/person[2]/age` is one of `/data/person/age`."""
    return _ROW.sub("", ref)


def number_of(numbers: Mapping[str, int], ref: str) -> str:
    """`7`, in the second row `31.2`, in a row of a row `31.2.1`; empty for what has no number."""
    number = numbers.get(path_of(ref))
    return "" if number is None else ".".join([str(number), *_ROW.findall(ref)])
