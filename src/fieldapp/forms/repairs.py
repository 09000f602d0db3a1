"""Mechanical repairs of XLSForms that pyxform refuses; each is reported with sheet, row and column."""

from typing import Any

from fieldapp.errors import Finding, Where

_AS_TEXT = frozenset({"string", "text tel", "tel"})
_NO_QUESTION = frozenset({"set form title", "set form id"})
_AS_CALCULATE = ("hidden", "simserial", "subscriberid")


def repair(sheets: dict[str, Any]) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """A repaired copy of the sheets and what was done; nothing done means no findings."""
    findings: list[Finding] = []
    repaired = dict(sheets)
    repaired["survey"] = _repair_survey(sheets["survey"], findings)
    _allow_duplicates(repaired, findings)
    return repaired, tuple(findings)


def _repair_survey(rows: list[dict[str, Any]], findings: list[Finding]) -> list[dict[str, Any]]:
    fixed = []
    for number, row in enumerate(rows, 2):
        kind = str(row.get("type", "")).strip()
        new = _new_type(kind)
        if new is None:
            fixed.append(row)
            continue
        findings.append(
            _finding("The question type “{old}” was read as “{new}”.", kind, new, "survey", number, "type")
        )
        if new != "":
            fixed.append({**row, "type": new, **_default(new)})
    return fixed


def _default(kind: str) -> dict[str, str]:
    return {"calculation": "''", "label": ""} if kind == "calculate" else {}


def _new_type(kind: str) -> str | None:
    if kind in _NO_QUESTION:
        return ""
    if kind in _AS_TEXT or kind.startswith("db:"):
        return "text"
    if kind in _AS_CALCULATE or (kind.startswith("hidden ") and len(kind.split()) == 2):
        return "hidden" if kind == "hidden" else "calculate"
    return None


def _allow_duplicates(sheets: dict[str, Any], findings: list[Finding]) -> None:
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(sheets.get("choices") or (), 2):
        key = (str(row.get("list_name", row.get("list name", ""))), str(row.get("name", "")))
        if key in seen and key[1]:
            findings.append(
                _finding(
                    "The choice “{old}” stands twice in the list “{new}”; both were kept.",
                    key[1],
                    key[0],
                    "choices",
                    number,
                    "name",
                )
            )
        seen.add(key)
    if findings and findings[-1].where.sheet == "choices":
        settings = [dict(row) for row in sheets.get("settings") or ()] or [{}]
        settings[0]["allow_choice_duplicates"] = "yes"
        sheets["settings"] = settings
        header = dict((sheets.get("settings_header") or [{}])[0])
        sheets["settings_header"] = [{**header, "allow_choice_duplicates": None}]


def _finding(text: str, old: str, new: str, sheet: str, row: int, column: str) -> Finding:
    return Finding(
        "form.repair", text, {"old": old, "new": new}, Where(sheet=sheet, row=row, column=column), "repair"
    )
