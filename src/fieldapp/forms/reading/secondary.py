"""Secondary instances: lists inside the form and attached files (csv, xml, geojson), as trees of nodes."""

import csv
import io
import json
from collections.abc import Mapping
from itertools import zip_longest
from pathlib import Path

from lxml import etree

from fieldapp.errors import Finding, FormError, Where
from fieldapp.forms.expressions.values import number_text
from fieldapp.forms.limits import LARGEST_ATTACHED, MOST_CELLS
from fieldapp.forms.reading.attachment_names import read_beside, too_large
from fieldapp.forms.reading.texts import local
from fieldapp.forms.reading.xml import elements, read_tree, read_xml
from fieldapp.forms.tree import DOCUMENT, Node

LAST_SAVED = "jr://instance/last-saved"
Attachments = Path | Mapping[str, bytes] | None


def read_secondary(
    model: "etree._Element", attachments: Attachments
) -> tuple[dict[str, Node], list[Finding]]:
    """The secondary instances by id; an attached file that is not there is a warning and an empty list."""
    found: dict[str, Node] = {}
    findings: list[Finding] = []
    cells = 0
    for instance in model:
        name = instance.get("id") if local(instance) == "instance" else None
        if name is None:
            continue
        root = next(iter(elements(instance)), None)
        source = instance.get("src")
        if source == LAST_SAVED:
            found[name] = Node("", kind=DOCUMENT)
        elif source:
            content = find_attachment(attachments, source)
            if content is None:
                findings.append(_missing(source))
            found[name] = Node("", kind=DOCUMENT) if content is None else read_attached(content, source)
            cells += sum(1 + len(item.children) for table in found[name].children for item in table.children)
            if cells > MOST_CELLS:
                raise _too_many(source)
        elif root is not None:
            found[name] = read_tree(root)
    return found, findings


def last_saved_ids(model: "etree._Element") -> tuple[str, ...]:
    """The secondary instances that stand for the form's last submission on this device; blank until there is one."""
    return tuple(
        one.get("id") or "" for one in model if local(one) == "instance" and one.get("src") == LAST_SAVED
    )


def _missing(source: str) -> Finding:
    return Finding(
        "form.attachment",
        "The attached file {file} is missing; lists from it are empty.",
        {"file": source},
        Where(file=source),
        "warning",
    )


def find_attachment(attachments: Attachments, source: str) -> bytes | None:
    """The bytes of `jr://file/towns.csv`, found by the whole address or the file's name."""
    if attachments is None:
        return None
    if isinstance(attachments, Path):
        return read_beside(attachments, source)
    return attachments.get(source, attachments.get(source.rpartition("/")[2]))


def read_attached(content: bytes, name: str) -> Node:
    """The tree of an attached file, by what its content looks like. Raises FormError."""
    if len(content) > LARGEST_ATTACHED:
        raise too_large(name)
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if name.lower().endswith((".geojson", ".json")) or start == b"{":
        return _read_geojson(content, name)
    if name.lower().endswith(".csv") or start != b"<":
        return _read_csv(content, name)
    return read_tree(read_xml(content, name))


def _read_csv(content: bytes, name: str) -> Node:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormError("form.csv", "The attached file {file} is not UTF-8 text.", file=name) from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    header = lines.partition("\n")[0]
    delimiter = max(",;\t|", key=header.count)
    document, root = _table()
    cells = 0
    try:
        rows = csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter)
        columns = next(rows, [])
        for row in rows:
            if row:
                cells += 1 + min(len(row), len(columns))
                if cells > MOST_CELLS:
                    raise _too_many(name)
                item = root.add(Node("item"))
                for column, cell in zip_longest(columns, row[: len(columns)], fillvalue=""):
                    item.add(Node(column, text=cell))
    except csv.Error as error:
        raise FormError(
            "form.csv", "The attached file {file} cannot be read as a table.", file=name
        ) from error
    return document


def _too_many(name: str) -> FormError:
    return FormError(
        "form.attachment.cells",
        "The attached file {file} has more than {count} cells. Use a smaller list.",
        file=name,
        count=MOST_CELLS,
    )


def _table() -> tuple[Node, Node]:
    document = Node("", kind=DOCUMENT)
    return document, document.add(Node("root"))


def _read_geojson(content: bytes, name: str) -> Node:
    try:
        features = json.loads(content)["features"]
        document, root = _table()
        cells = 0
        for feature in features:
            cells += 2 + len(feature.get("properties") or {})
            if cells > MOST_CELLS:
                raise _too_many(name)
            item = root.add(Node("item"))
            item.add(Node("geometry", text=_geometry(feature.get("geometry") or {})))
            properties = feature.get("properties") or {}
            own = feature.get("id", properties.get("id"))
            # The feature's own id comes first and counts before one among its properties.
            named = {} if own is None else {"id": own}
            values = {**named, **properties, **named}
            for key, value in values.items():
                item.add(Node(str(key), text="" if value is None else _plain(value)))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise FormError(
            "form.geojson", "The attached file {file} is no GeoJSON list of features.", file=name
        ) from error
    return document


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number_text(float(value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _geometry(geometry: dict[str, object]) -> str:
    """Coordinates as ODK writes them: latitude first, points joined by `;`."""
    points = geometry.get("coordinates") or []
    if geometry.get("type") == "Point":
        points = [points]
    elif geometry.get("type") == "Polygon":
        points = points[0] if isinstance(points, list) and points else []
    return "; ".join(f"{_plain(p[1])} {_plain(p[0])} 0 0" for p in points) if isinstance(points, list) else ""
