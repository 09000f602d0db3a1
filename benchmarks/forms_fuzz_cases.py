"""Cases of the form engine's fuzz: mutated forms, expressions, submissions, attached lists, steps and sheets.

A case follows from its seed. `payload` is what is mutated and later made smaller; `other` is what it is used with.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from forms_fuzz_seeds import (
    BYTES,
    CELLS,
    CSV,
    FORM,
    GEOJSON,
    LITERALS,
    OPERATORS,
    PATHS,
    SHEETS,
    STEPS,
    SUBMISSION,
    WILD,
)
from lxml import etree

from fieldapp.forms.expressions.registry import FUNCTIONS

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "forms" / "conformance"
Payload = bytes | str | list[Any]


@dataclass(frozen=True)
class Case:
    """One attack. `kind` says which door it comes through; `seed` makes it again."""

    kind: str
    seed: int
    payload: Payload
    other: bytes = b""

    def smaller(self, payload: Payload) -> "Case":
        """The same attack with less in it."""
        return replace(self, payload=payload)


def expression(chance: random.Random, depth: int = 4) -> str:
    """A random expression: mostly of the right shape, with wrong arguments."""
    roll = chance.random()
    if depth == 0 or roll < 0.2:
        return chance.choice(PATHS)
    if roll < 0.3:
        return chance.choice(LITERALS)
    if roll < 0.55:
        return f"{expression(chance, depth - 1)}{chance.choice(OPERATORS)}{expression(chance, depth - 1)}"
    if roll < 0.62:
        return f"({expression(chance, depth - 1)})[{expression(chance, depth - 1)}]"
    if roll < 0.66:
        return f"{chance.choice(PATHS)}[{expression(chance, depth - 1)}]/{chance.choice(PATHS)}"
    if roll < 0.69:
        return f"-{expression(chance, depth - 1)}"
    arguments = ",".join(expression(chance, depth - 1) for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 4))))
    return f"{chance.choice(_names())}({arguments})"


@lru_cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(FUNCTIONS))


@lru_cache
def _forms() -> tuple[bytes, ...]:
    found = [FORM.encode()]
    if SHARED.is_dir():
        near = sorted((SHARED / "forms").glob("*.xml"))
        found += [path.read_bytes() for path in near if path.stat().st_size < 12_000][:300]
    return tuple(found)


def _cut(chance: random.Random, text: Sequence[Any]) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.choice((1, 1, 2, 5, 20, 100)))


def mutate_bytes(chance: random.Random, content: bytes, most: int = 4) -> bytes:
    """A few bytes flipped, cut out, doubled, moved, or something awkward put in."""
    for _ in range(chance.randint(1, most)):
        start, end = _cut(chance, content)
        way = chance.randrange(5)
        if way == 0:
            content = content[:start] + content[end:]
        elif way == 1:
            content = content[:end] + content[start:]
        elif way == 2:
            content = content[:start] + chance.choice(BYTES) + content[start:]
        elif way == 3 and start < len(content):
            content = content[:start] + bytes([chance.randrange(256)]) + content[start + 1 :]
        else:
            target = chance.randrange(len(content) + 1)
            content = content[:target] + content[start:end] + content[target:]
    return content


def mutate_text(chance: random.Random, text: str) -> str:
    """The same for text, with awkward pieces of expressions."""
    for _ in range(chance.randint(1, 3)):
        start, end = _cut(chance, text)
        way = chance.randrange(4)
        if way == 0:
            text = text[:start] + text[end:]
        elif way == 1:
            text = text[:end] + text[start:]
        elif way == 2:
            text = text[:start] + chance.choice(LITERALS + OPERATORS + tuple(PATHS)) + text[start:]
        else:
            text = text[:start] + chance.choice("()[]/@.,|'\"*=<>$:-\n\t村é#") + text[start:]
    return text


def mutate_sheets(chance: random.Random, text: str) -> str:
    """Rows dropped, doubled, exchanged; cells given the words of others."""
    lines = text.splitlines()
    for _ in range(chance.randint(1, 4)):
        at, other, way = chance.randrange(len(lines)), chance.randrange(len(lines)), chance.randrange(5)
        if way == 0 and len(lines) > 1:
            del lines[at]
        elif way == 1:
            lines.insert(other, lines[at])
        elif way == 2:
            lines[at], lines[other] = lines[other], lines[at]
        else:
            cells = lines[at].split("|")
            cells[chance.randrange(len(cells))] = chance.choice([*lines[other].split("|"), *CELLS])
            lines[at] = "|".join(cells)
    return "\n".join(lines) + "\n"


def mutate_xml(chance: random.Random, content: bytes) -> bytes:
    """Elements moved, doubled, dropped or renamed; attributes exchanged or given other expressions."""
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return mutate_bytes(chance, content)
    for _ in range(chance.randint(1, 4)):
        every = [one for one in root.iter(etree.Element) if one is not root]
        if not every:
            break
        _mutate_element(chance, chance.choice(every), every)
    return etree.tostring(root)


def _mutate_element(chance: random.Random, one: "etree._Element", every: list["etree._Element"]) -> None:
    other, parent, way = chance.choice(every), one.getparent(), chance.randrange(8)
    if way == 0 and parent is not None:
        parent.remove(one)
    elif way == 1 and parent is not None:
        parent.append(etree.fromstring(etree.tostring(one, with_tail=False)))
    elif way == 2 and other is not one and one not in list(other.iterancestors()):
        other.append(one)
    elif way == 3:
        one.tag = other.tag
    elif way == 4:
        one.text = chance.choice([text for text in WILD if text.isprintable() and "\ud800" not in text])
    elif one.attrib:
        key = chance.choice(sorted(map(str, one.attrib)))
        if way == 5:
            one.set(key, expression(chance, 3))
        elif way == 6:
            one.set(key, chance.choice(sorted(map(str, other.attrib.values())) or [""]))
        else:
            del one.attrib[key]


def _wild_answers(chance: random.Random, steps: list[Any]) -> list[Any]:
    made = [dict(chance.choice(steps)) for _ in range(chance.randint(1, 12))]
    for step in made:
        if chance.random() < 0.5:
            step["value"] = chance.choice((*WILD, None, True, 3, 1e300, [], ["a", "zz"], {"a": 1}))
        if chance.random() < 0.3:
            step["ref"] = chance.choice(
                [one.get("ref", "") for one in steps] + ["/data", "/", "", "/data/person#range"]
            )
        if chance.random() < 0.1:
            step[chance.choice(("op", "language", "ref"))] = chance.choice((*WILD, None, 7, []))
    return made


def _expression_case(chance: random.Random, seed: int) -> Case:
    text = expression(chance, chance.choice((2, 3, 4, 5)))
    return Case("expression", seed, mutate_text(chance, text) if chance.random() < 0.4 else text)


def form_with(text: str, attribute: str) -> bytes:
    """A small form with one expression as the logic of a question in a repeat."""
    sound = "".join(
        letter
        for letter in text
        if letter >= " " and not "\ud800" <= letter <= "\udfff" and letter < "\ufffe"
    )
    bind = f'<bind nodeset="/data/person/kin" {attribute}={quoteattr(sound)}/>'
    return FORM.replace("<setvalue", f"{bind}<setvalue", 1).encode()


def _xform_case(chance: random.Random, seed: int) -> Case:
    form = chance.choice(_forms()) if chance.random() < 0.6 else _forms()[0]
    mutate: Callable[[random.Random, bytes], bytes] = mutate_xml if chance.random() < 0.75 else mutate_bytes
    return Case("xform", seed, mutate(chance, form))


def _attachment_case(chance: random.Random, seed: int) -> Case:
    kind, content = chance.choice(
        (("csv", CSV), ("geojson", GEOJSON), ("xml", "<root><item><name>x</name></item></root>"))
    )
    return Case("attachment", seed, mutate_bytes(chance, content.encode()), f"towns.{kind}".encode())


def _steps_case(chance: random.Random, seed: int) -> Case:
    return Case("steps", seed, _wild_answers(chance, STEPS))


def _submission_case(chance: random.Random, seed: int) -> Case:
    mutate = mutate_xml if chance.random() < 0.6 else mutate_bytes
    return Case("submission", seed, mutate(chance, SUBMISSION.encode()))


def _sheets_case(chance: random.Random, seed: int) -> Case:
    mutate = mutate_sheets if chance.random() < 0.8 else mutate_text
    return Case("sheets", seed, mutate(chance, SHEETS))


_MAKERS: tuple[tuple[float, Callable[[random.Random, int], Case]], ...] = (
    (0.34, _expression_case),
    (0.36, _xform_case),
    (0.1, _steps_case),
    (0.1, _submission_case),
    (0.085, _attachment_case),
    (0.015, _sheets_case),
)


def make_case(seed: int) -> Case:
    """The case of a seed, always the same (with the same seed forms at hand)."""
    chance = random.Random(seed)
    weights = [weight for weight, _ in _MAKERS]
    (chosen,) = chance.choices([make for _, make in _MAKERS], weights)
    return chosen(chance, seed)
