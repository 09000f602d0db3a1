"""XLSForm → XForm by pyxform, with a few mechanical repairs that are reported; good for a child process.

pyxform takes up to five seconds on a heavy form, so windows call this in a child process; the outcome is
kept by the hash of the content in a folder the caller names.
"""

import hashlib
import io
import json
import re
import warnings
import zipfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from fieldapp.errors import Finding, FormError, Where
from fieldapp.forms.repairs import repair

LARGEST_UNPACKED = 300 * 1024 * 1024
_ROW = re.compile(r"\[row : (\d+)\]")
_SHEET = re.compile(r"(?:'(\w+)' sheet|sheet: '(\w+)')")
_COLUMN = re.compile(r"the '([^']+)' value")


@dataclass(frozen=True)
class Converted:
    """The XML of the XForm, and what was repaired or warned of on the way."""

    xml: str
    findings: tuple[Finding, ...] = ()


def convert_xlsform(path: Path | str) -> str:
    """The XForm of an XLSForm file. Raises FormError with sheet, row and column where pyxform tells them."""
    return convert(Path(path)).xml


def convert_cached(path: Path, cache: Path | None = None) -> Converted:
    """`convert`, or what it gave for the same content before."""
    if cache is None:
        return convert(path)
    kept = kept_at(path, cache)
    found = _read_kept(kept)
    if found is None:
        found = convert(path)
        cache.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        fresh.write_text(
            json.dumps({"xml": found.xml, "findings": [asdict(one) for one in found.findings]}), "utf-8"
        )
        fresh.replace(kept)
    return found


def kept_at(path: Path, cache: Path) -> Path:
    """Where the conversion of a file with this content is kept, or will be."""
    import pyxform

    mark = hashlib.sha256(path.read_bytes() + path.name.encode() + pyxform.__version__.encode()).hexdigest()
    return cache / f"{mark}.json"


def _read_kept(kept: Path) -> Converted | None:
    try:
        content = json.loads(kept.read_text("utf-8"))
        findings = [Finding(**{**one, "where": Where(**one["where"])}) for one in content["findings"]]
        return Converted(content["xml"], tuple(findings))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def convert(path: Path) -> Converted:
    """The XForm of an XLSForm: as it is, else with mechanical repairs. Raises FormError."""
    sheets = _read_sheets(path)
    try:
        return _to_xform(sheets, ())
    except FormError as error:
        repaired, findings = repair(sheets)
        if not findings:
            raise
        try:
            return _to_xform(repaired, findings)
        except FormError:
            raise error from None


def _kind(content: bytes, path: Path) -> str:
    if content[:4] == b"PK\x03\x04":
        _refuse_bomb(content)
        return ".xlsx"
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return ".xls"
    suffix = path.suffix.lower()
    if suffix not in (".md", ".csv"):
        raise FormError("form.xlsform.kind", "{name} is no Excel workbook. Save it as .xlsx.", name=path.name)
    return suffix


def _refuse_bomb(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(one.file_size for one in archive.infolist())
    except zipfile.BadZipFile as error:
        raise FormError("form.xlsform.damaged", "The workbook is damaged. Save it again in Excel.") from error
    if size > LARGEST_UNPACKED:
        raise FormError(
            "form.xlsform.size", "The workbook unpacks to more than {size} MB.", size=LARGEST_UNPACKED >> 20
        )


def _read_sheets(path: Path) -> dict[str, Any]:
    from pyxform.xls2json_backends import get_xlsform

    content = path.read_bytes()
    kind = _kind(content, path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = get_xlsform(content, file_type=kind)
        except Exception as error:
            raise _refused(error, path.name) from error
    sheets = {one.name: getattr(book, one.name) for one in fields(book)}
    sheets["fallback_form_name"] = path.stem
    if not sheets.get("survey"):
        raise FormError("form.xlsform.survey", "{name} has no sheet “survey” with questions.", name=path.name)
    return sheets


def _to_xform(sheets: dict[str, Any], findings: tuple[Finding, ...]) -> Converted:
    from pyxform.xls2xform import convert as to_xform

    said: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            result = to_xform({key: _copied(value) for key, value in sheets.items()}, warnings=said)
        except Exception as error:
            raise _refused(error, str(sheets["fallback_form_name"])) from error
    return Converted(result.xform, (*findings, *map(_warning, said)))


def _copied(value: Any) -> Any:
    """pyxform changes the rows it is given."""
    if isinstance(value, list | tuple):
        return [dict(row) if isinstance(row, dict) else row for row in value]
    return value


def _place(said: str) -> Where:
    row, sheet, column = _ROW.search(said), _SHEET.search(said), _COLUMN.search(said)
    return Where(
        sheet="" if sheet is None else next(filter(None, sheet.groups())),
        row=None if row is None else int(row.group(1)),
        column="" if column is None else column.group(1),
    )


def _warning(said: str) -> Finding:
    return Finding("form.xlsform.warning", "{reason}", {"reason": said}, _place(said), "warning")


def _refused(error: Exception, name: str) -> FormError:
    said = str(error) or type(error).__name__
    where = _place(said)
    return FormError(
        "form.xlsform",
        "{name} cannot be converted: {reason}",
        name=name,
        reason=said,
        sheet=where.sheet,
        row=where.row,
        column=where.column,
    )
