"""Expressions against recorded evaluations of ODK's own XPath engine (read from ../shared, never copied)."""

import json
import math
import random
import re
import uuid
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from fieldapp.errors import FormError
from fieldapp.forms.expressions.code import Context, as_number, as_text, as_truth
from fieldapp.forms.expressions.compiler import Compiler
from fieldapp.forms.expressions.parser import parse
from fieldapp.forms.expressions.world import World
from fieldapp.forms.reading.xml import read_tree, read_xml
from fieldapp.forms.tree import DOCUMENT, Node

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "forms" / "conformance" / "xpath_cases.jsonl"
FLOOR = 0.99
NAMESPACES = {
    "xhtml": "http://www.w3.org/1999/xhtml",
    "h": "http://www.w3.org/1999/xhtml",
    "jr": "http://openrosa.org/javarosa",
}
# Chance, fresh ids and the texts of a form: nothing that an expression alone decides.
OUTSIDE = re.compile(r"random\(\)|uuid\(|jr:itext|now\(\)$")
PHOENIX = ZoneInfo("America/Phoenix")


def world_of(document: Node) -> World:
    now = datetime(2026, 11, 21, 20, 4, 25, tzinfo=PHOENIX)
    instances = {}
    for node in document.descendants():
        if node.local == "instance":
            named = next((a.text for a in node.attributes if a.name == "id"), None)
            if named:
                instances[named] = node
    return World(now.date(), now, PHOENIX, lambda: str(uuid.uuid4()), random.Random(1), instances)


def context_of(document: Node, path: str) -> Node:
    node = document
    for part in filter(None, path.split("/")):
        if part.startswith("@"):
            return next(a for a in node.attributes if a.name == part[1:])
        if "@" in part:
            raise LookupError(part)
        node = node.children[int(part)]
    return node


def without_doctype(xml: str) -> str:
    """Our reader refuses a document type declaration; the recorded HTML has one that says nothing."""
    return re.sub(r"<!DOCTYPE[^>]*>", "<!-- it counts as a child -->", xml).strip()


def make_own_root(node: Node) -> None:
    """In an XForm an absolute path starts at the primary instance."""
    instance = next((one for one in (node, *node.ancestors()) if one.local == "instance"), None)
    if instance is not None:
        instance.parent = None
        instance.kind = DOCUMENT


def evaluate(case: dict[str, object]) -> object:
    document = read_tree(read_xml(without_doctype(str(case["xml"])).encode()), mixed=True)
    node = context_of(document, str(case["ctx"]))
    world = world_of(document)
    if case["xforms"] and not str(case["expr"]).lstrip(" (").startswith("/model"):
        make_own_root(node)
    code = Compiler(world, node, namespaces=NAMESPACES, late=True).compile(parse(str(case["expr"])))
    context = Context(node)
    if "string" in case:
        return as_text(code)(context)
    if "number" in case:
        return as_number(code, world)(context)
    if "boolean" in case:
        return as_truth(code)(context)
    return code.run(context)


def agrees(case: dict[str, object], value: object) -> bool:
    if "string" in case:
        return value == case["string"]
    if "boolean" in case:
        return value is case["boolean"]
    if "number" in case:
        wanted = float(str(case["number"]))
        assert isinstance(value, float)
        if math.isnan(wanted):
            return math.isnan(value)
        return value == wanted or math.isclose(value, wanted, rel_tol=1e-9, abs_tol=1e-12)
    return True


def score() -> tuple[int, int, list[str]]:
    good = total = 0
    wrong: list[str] = []
    for line in CASES.open():
        case = json.loads(line)
        for one in case["evals"]:
            if "recErr" in one or "nodes" in one or OUTSIDE.search(one["expr"]) or one["ctx"] == "(detached)":
                continue
            total += 1
            try:
                value = evaluate(one)
                fine = ("throws" not in one) and agrees(one, value)
            except FormError as error:
                value, fine = error, "throws" in one
            good += fine
            if not fine:
                wanted = next(one[k] for k in ("string", "number", "boolean", "throws") if k in one)
                wrong.append(
                    f"{case['test'][:40]} | {one['ctx']} | {one['expr']} → {value!r}, not {wanted!r}"
                )
    return good, total, wrong


@pytest.mark.skipif(not CASES.exists(), reason="the recorded XPath cases lie outside the project")
def test_expressions_agree_with_the_recorded_evaluations() -> None:
    good, total, wrong = score()
    print(f"\nXPath cases: {good} of {total} = {good / total:.1%}")
    print("\n".join(wrong))
    assert good / total >= FLOOR
