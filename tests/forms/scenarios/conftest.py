"""Tiny forms as lines of words, and sessions on them that read like a visit.

    s = scenario('''
        int age | label: How old? | constraint: . < 120 | message: Too old
        note adult | relevant: ${age} >= 18
    ''')
    s.answer("age", 17); assert not s.relevant("adult")

A line is `type name`, then `| key: value` pieces; `${name}` is the path of a question. Other lines:
`group name … end`, `repeat name | count: … … end`, `one name: a b=Bee` and `many …`, `rank …` with choices,
`one name from towns[…]`, `list towns: x=X county=c1; y=Y`, `calculate name = …`, `set name = … on event`,
`text en id = …` for translations.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

import pytest
from lxml import etree

from fieldapp.forms import Form, Session, Violation, load_form_xml

NOW = datetime(2026, 3, 5, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
_BINDS = {"relevant", "required", "constraint", "readonly", "calculate"}
_MESSAGES = {"message": "jr:constraintMsg", "required message": "jr:requiredMsg"}
_CONTROLS = {"note": "input", "file": "upload", "audio": "upload", "video": "upload", "image": "upload"}
_TYPES = {"note": "string", "text": "string", "range": "int", "decimal range": "decimal", "trigger": "string",
          "one": "string", "many": "string", "hidden": "string"}  # fmt: skip


@dataclass
class Building:
    """What the lines said so far."""

    paths: dict[str, str] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)
    binds: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    model: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    inside: list[tuple[str, str]] = field(default_factory=list)

    @property
    def path(self) -> str:
        """Where the next question stands."""
        return "/".join(["/data", *(name for _, name in self.inside)])

    def read(self, text: str) -> str:
        """An expression with its `${name}` as paths."""
        return re.sub(r"\$\{(\w+)\}", lambda found: self.paths[found.group(1)], text.strip())

    def words(self, text: str) -> str:
        """A label with its `${name}` as outputs."""
        if text.startswith("itext "):
            return ""
        return re.sub(r"\$\{(\w+)\}", lambda f: f'<output value="{self.paths[f.group(1)]}"/>', escape(text))


def _label(build: Building, said: Mapping[str, str]) -> str:
    parts = []
    for key in ("label", "hint"):
        text = said.get(key)
        if text is None:
            continue
        ref = f" ref={quoteattr(f'jr:itext({text[6:]!r})')}" if text.startswith("itext ") else ""
        parts.append(f"<{key}{ref}>{build.words(text)}</{key}>")
    return "".join(parts)


def _bind(build: Building, path: str, kind: str, said: Mapping[str, str]) -> None:
    written = [f'nodeset="{path}" type="{kind}"']
    for key, value in said.items():
        if key in _BINDS:
            written.append(f"{key}={quoteattr(build.read(value))}")
        elif key in _MESSAGES:
            written.append(f"{_MESSAGES[key]}={quoteattr(value)}")
        elif key == "preload":
            preload, _, parameter = value.partition(" ")
            written.append(f'jr:preload="{preload}" jr:preloadParams="{parameter}"')
        elif key == "save to":
            written.append(f'entities:saveto="{value}"')
    build.binds.append(f"<bind {' '.join(written)}/>")


def _choices(text: str) -> str:
    items = []
    for word in text.split():
        value, _, label = word.partition("=")
        items.append(f"<item><label>{escape(label or value)}</label><value>{escape(value)}</value></item>")
    return "".join(items)


def _itemset(build: Building, text: str) -> str:
    if text.startswith("${"):
        return (
            f'<itemset nodeset={quoteattr(build.read(text))}><value ref="name"/><label ref="name"/></itemset>'
        )
    nodes = re.sub(
        r"^(randomize\()?(\w+)(.*)$", r"\1instance('\2')/root/item\3", build.read(text), flags=re.DOTALL
    )
    return f'<itemset nodeset={quoteattr(nodes)}><value ref="name"/><label ref="label"/></itemset>'


def _list(build: Building, line: str) -> None:
    name, _, rows = line.removeprefix("list ").partition(":")
    items = []
    for row in rows.split(";"):
        (value, label), *cells = (cell.partition("=")[::2] for cell in row.split())
        others = "".join(f"<{key}>{escape(cell)}</{key}>" for key, cell in cells)
        items.append(f"<item><name>{value}</name><label>{label or value}</label>{others}</item>")
    build.model.append(f'<instance id="{name.strip()}"><root>{"".join(items)}</root></instance>')


def _set(build: Building, line: str) -> str:
    found = re.fullmatch(r"set (\w+) = (.*) on ([\w -]+)", line)
    assert found is not None, line
    name, value, event = found.groups()
    return f'<setvalue ref="{build.paths[name]}" event="{event}" value={quoteattr(build.read(value))}/>'


def _question(build: Building, kind: str, name: str, said: dict[str, str], inner: str) -> None:
    path = f"{build.path}/{name}"
    build.paths[name] = path
    template = said.get("default", "")
    build.data.append(f"<{name}>{escape(template)}</{name}>")
    if kind == "note":
        said.setdefault("readonly", "true()")
    _bind(build, path, said.get("type", _TYPES.get(kind, "odk:rank" if kind == "rank" else kind)), said)
    if kind in ("calculate", "hidden"):
        return
    tag = {"one": "select1", "many": "select", "rank": "odk:rank", "range": "range", "decimal range": "range",
           "trigger": "trigger", "binary": "upload"}.get(kind, _CONTROLS.get(kind, "input"))  # fmt: skip
    more = "".join(
        f" {key}={quoteattr(said[key])}" for key in ("appearance", "start", "end", "step") if key in said
    )
    changed = _set(build, said["on change"]) if "on change" in said else ""
    build.body.append(f'<{tag} ref="{path}"{more}>{_label(build, said)}{inner}{changed}</{tag}>')


def _open(build: Building, kind: str, name: str, said: dict[str, str]) -> None:
    path = f"{build.path}/{name}"
    build.paths[name] = path
    _bind(build, path, "", said)
    build.data.append(
        f"<{name}{'' if kind == 'group' or 'rows' in said else ' jr:template=' + quoteattr('')}>"
    )
    build.body.append(f'<group ref="{path}">{_label(build, said)}')
    if kind == "repeat":
        count = f" jr:count={quoteattr(build.read(said['count']))}" if "count" in said else ""
        fixed = ' jr:noAddRemove="true()"' if "fixed" in said else ""
        build.body.append(f'<repeat nodeset="{path}"{count}{fixed}>')
    build.inside.append((kind, name))


def _close(build: Building) -> None:
    kind, name = build.inside.pop()
    build.data.append(f"</{name}>")
    build.body.append("</repeat></group>" if kind == "repeat" else "</group>")


def _learn_paths(build: Building, lines: list[str]) -> None:
    """Names may be used before their line."""
    inside: list[str] = []
    for line in lines:
        head = line.partition("|")[0].strip()
        if head == "end":
            inside.pop()
            continue
        found = re.match(r"(?:decimal range|\w+) (\w+)", head)
        if found is not None and not head.startswith(("list ", "set ", "text en ", "text zh ")):
            build.paths[found.group(1)] = "/".join(["/data", *inside, found.group(1)])
            if head.startswith(("group ", "repeat ")):
                inside.append(found.group(1))


def build_xml(text: str, meta: str = "") -> bytes:
    """The XForm of the lines."""
    build = Building()
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    _learn_paths(build, lines)
    for line in lines:
        head, *pieces = re.split(r" \| ", line)
        said = {key.strip(): value.strip() for key, _, value in (p.partition(":") for p in pieces)}
        if head == "end":
            _close(build)
        elif head.startswith("list "):
            _list(build, line)
        elif head.startswith("set "):
            build.model.append(_set(build, line))
        elif re.match(r"text (en|zh) \S+ =", head):
            _, language, identity, _, words = head.split(" ", 4)
            value = f'<text id="{identity}"><value>{build.words(words)}</value></text>'
            build.texts.setdefault(language, []).append(value)
        elif head.startswith(("group ", "repeat ")):
            kind, name = head.split()
            _open(build, kind, name, said)
        elif head.startswith("calculate "):
            name, _, value = head.removeprefix("calculate ").partition("=")
            _question(build, "calculate", name.strip(), {"calculate": value, "type": "string", **said}, "")
        else:
            found = re.fullmatch(r"(decimal range|\w+) (\w+)(?:: (.*)| from (.*))?", head)
            assert found is not None, line
            kind, name, choices, source = found.groups()
            inner = _choices(choices) if choices else _itemset(build, source) if source else ""
            _question(build, kind, name, said, inner)
    itext = "".join(f'<translation lang="{one}">{"".join(t)}</translation>' for one, t in build.texts.items())
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" '
        'xmlns:odk="http://www.opendatakit.org/xforms" xmlns:entities="http://www.opendatakit.org/xforms/entities">'
        f"<h:head><h:title>A form</h:title><model>{f'<itext>{itext}</itext>' if itext else ''}"
        f'<instance><data id="a_form" version="7">{"".join(build.data)}<meta><instanceID/>{meta}</meta></data></instance>'
        f'{"".join(build.model)}{"".join(build.binds)}<bind nodeset="/data/meta/instanceID" jr:preload="uid"/>'
        f"</model></h:head><h:body>{''.join(build.body)}</h:body></h:html>"
    ).encode()


class Scenario:
    """A session whose questions are named by their own names: `age`, `person[2]/age`."""

    def __init__(self, form: Form, paths: Mapping[str, str], session: Session) -> None:
        self.form, self.paths, self.session = form, paths, session

    def ref(self, name: str) -> str:
        head, slash, rest = name.partition("/")
        plain, bracket, place = head.partition("[")
        return f"{self.paths.get(plain, f'/data/{plain}')}{bracket}{place}{slash}{rest}"

    def answer(self, name: str, value: Any) -> "Scenario":
        given = [str(one) for one in value] if isinstance(value, list | tuple) else str(value)
        self.session.answer(self.ref(name), given)
        return self

    def add(self, name: str) -> None:
        self.session.add_repeat(self.ref(name))

    def remove(self, name: str) -> None:
        self.session.remove_repeat(self.ref(name))

    def speak(self, language: str) -> None:
        self.session.set_language(language)

    def value(self, name: str) -> str:
        return self.session.node(self.ref(name)).value

    def node(self, name: str) -> Any:
        return self.session.node(self.ref(name))

    def exists(self, name: str) -> bool:
        return self.ref(name) in self.session

    def relevant(self, name: str) -> bool:
        return self.session.node(self.ref(name)).relevant

    def label(self, name: str) -> str:
        return self.session.node(self.ref(name)).label

    def choices(self, name: str) -> list[str]:
        return [one.value for one in self.session.node(self.ref(name)).choices]

    def labels(self, name: str) -> list[str]:
        return [one.label for one in self.session.node(self.ref(name)).choices]

    def count(self, name: str) -> int | None:
        return self.session.node(f"{self.ref(name)}#range").count

    def wrong(self) -> list[tuple[str, str]]:
        """The last name and the kind of everything that keeps the form from being final."""
        return [(one.ref.rpartition("/")[2], one.kind) for one in self.session.violations()]

    def violation(self, name: str) -> Violation | None:
        return self.session.node(self.ref(name)).violation

    def sent(self) -> "etree._Element":
        return etree.fromstring(self.session.submission(NOW))

    def saved(self, name: str) -> str | None:
        """The text of an element in the submission, None where it is left out."""
        found = self.sent().findtext(f".//{name}")
        return None if found is None else found

    def restored(self, **more: Any) -> "Scenario":
        session = self.form.restore(self.session.answers(), **(_setting("other") | more))
        return Scenario(self.form, self.paths, session)

    def edited(self, **more: Any) -> "Scenario":
        session = self.form.edit(self.session.submission(NOW), **(_setting("other") | more))
        return Scenario(self.form, self.paths, session)


def _setting(identity: str) -> dict[str, Any]:
    return {"today": NOW.date(), "now": NOW, "tz": "Asia/Shanghai", "seed": 7, "new_uuid": lambda: identity}


def begin(text: str, attachments: Mapping[str, bytes] | None = None, meta: str = "", **more: Any) -> Scenario:
    form = load_form_xml(build_xml(text, meta), attachments)
    build = Building()
    _learn_paths(build, [line.strip() for line in text.strip().splitlines() if line.strip()])
    return Scenario(form, build.paths, form.start(**(_setting("first") | more)))


@pytest.fixture
def scenario() -> Callable[..., Scenario]:
    """A session on the form of a few lines."""
    return begin


@pytest.fixture
def reckoned() -> Callable[..., str]:
    """What a calculation comes to, beside a form of lines that it may read."""

    def reckon(expression: str, lines: str = "", **answers: Any) -> str:
        s = begin(f"{lines}\ncalculate result = {expression}")
        for name, value in answers.items():
            s.answer(name, value)
        return s.value("result")

    return reckon
