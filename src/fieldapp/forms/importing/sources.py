"""What a form file is, by its content: the name's extension is only believed where the content says nothing."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from fieldapp.errors import Finding, FormError, Where
from fieldapp.forms.importing.encodings import decode_text
from fieldapp.forms.importing.workbook_safety import part_names, refuse_large

Kind = Literal["xlsx", "xls", "csv", "md", "xform"]
_OF_NAME = {".xlsx": "xlsx", ".xlsm": "xlsx", ".xls": "xls", ".csv": "csv", ".md": "md", ".xml": "xform"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAID = {
    "xlsx": "Excel (.xlsx)",
    "xls": "Excel 97 (.xls)",
    "csv": "CSV",
    "md": "Markdown",
    "xform": "XForm (.xml)",
}


@dataclass(frozen=True)
class Source:
    """A form file that was read: text of csv and md, bytes of the others."""

    name: str
    kind: Kind
    content: bytes
    text: str = ""
    findings: tuple[Finding, ...] = ()


def read_source(path: Path) -> Source:
    """The content of a form file and what it is. Raises FormError for what is no form at all."""
    content = path.read_bytes()
    kind, text, encoding = _known(content, path)
    findings = []
    said = _OF_NAME.get(path.suffix.lower())
    if said is not None and said != kind:
        findings.append(
            Finding(
                "form.repair",
                "The file is named {suffix}, but its content is {kind}; it was read as what it is.",
                {"suffix": path.suffix, "kind": _SAID[kind]},
                Where(file=path.name),
                "repair",
            )
        )
    if encoding not in ("", "utf-8") and kind != "xform":
        findings.append(
            Finding(
                "form.repair",
                "The text is not UTF-8; it was read as {encoding}.",
                {"encoding": encoding.upper()},
                Where(file=path.name),
                "repair",
            )
        )
    return Source(path.stem, kind, content, text, tuple(findings))


def is_xform(path: Path) -> bool:
    """Whether a file is XML by its content, so that nothing needs to be converted."""
    with path.open("rb") as file:
        head = file.read(4096)
    return not head.startswith((b"PK\x03\x04", _OLE)) and _looks_xml(decode_text(head)[0])


def _known(content: bytes, path: Path) -> tuple[Kind, str, str]:
    if content[:4] == b"PK\x03\x04":
        if not any(name.lower().startswith("xl/") for name in part_names(content)):
            raise _no_workbook(path)
        return "xlsx", "", ""
    refuse_large(content)
    if content[:8] == _OLE:
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise FormError(
                "form.xlsform.locked",
                "{name} is protected by a password. Save it without one.",
                name=path.name,
            )
        return "xls", "", ""
    text, encoding = decode_text(content)
    if _looks_xml(text):
        return "xform", text, encoding
    lines = [line for line in text.splitlines()[:200] if line.strip() and not line.lstrip().startswith("#")]
    tabled = sum(line.strip().startswith("|") for line in lines)
    if tabled >= 2 and tabled * 2 >= len(lines):
        return "md", text, encoding
    named = path.suffix.lower()
    if lines and (named == ".csv" or any(max(map(line.count, ",;\t")) >= 1 for line in lines[:5])):
        return ("md" if named == ".md" and not tabled else "csv"), text, encoding
    if named == ".md":
        return "md", text, encoding
    if not text.strip():
        raise FormError("form.xlsform.empty", "{name} is empty. Choose another file.", name=path.name)
    raise FormError(
        "form.xlsform.kind",
        "{name} is no form: it is neither a workbook nor a table nor an XForm. Choose another file.",
        name=path.name,
    )


def _no_workbook(path: Path) -> FormError:
    return FormError("form.xlsform.kind", "{name} is no Excel workbook. Save it as .xlsx.", name=path.name)


def _looks_xml(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("<")
