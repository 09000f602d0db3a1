"""Mechanical repairs of XLSForms that pyxform refuses; each is reported with sheet, row and column."""

from typing import Any

from fieldapp.errors import Finding, Where

_AS_TEXT = frozenset({"string", "text tel", "tel"})
_NO_QUESTION = frozenset({"set form title", "set form id"})
_META = "meta_1"
_AS_CALCULATE = ("hidden", "simserial", "subscriberid")


def repair(sheets: dict[str, Any]) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """A repaired copy of the sheets and what was done; nothing done means no findings."""
    findings: list[Finding] = []
    repaired = dict(sheets)
    _repair_survey(repaired, findings)
    _merge_media(repaired, findings)
    _allow_duplicates(repaired, findings)
    return repaired, tuple(findings)


def _repair_survey(sheets: dict[str, Any], findings: list[Finding]) -> None:
    fixed = []
    for number, given in enumerate(sheets["survey"], 2):
        row = _renamed(given, number, findings)
        kind = str(row.get("type", "")).strip()
        new = _new_type(kind)
        if new is None:
            fixed.append(row)
            continue
        findings.append(
            Finding(
                "form.repair",
                "The question type “{old}” was read as “{new}”.",
                {"old": kind, "new": new},
                _at("survey", number, "type"),
                "repair",
            )
        )
        if new == "calculate":
            row = {"calculation": "''", **row}
            _add_header(sheets, "survey_header", "calculation")
        if new:
            fixed.append({**row, "type": new})
    sheets["survey"] = fixed


def _renamed(row: dict[str, Any], number: int, findings: list[Finding]) -> dict[str, Any]:
    if str(row.get("name", "")).strip() != "meta":
        return row
    findings.append(
        Finding(
            "form.repair",
            "The name “{old}” is reserved; it was changed to “{new}”.",
            {"old": "meta", "new": _META},
            _at("survey", number, "name"),
            "repair",
        )
    )
    return {**row, "name": _META}


def _merge_media(sheets: dict[str, Any], findings: list[Finding]) -> None:
    """`image` beside `media::image`: the same column twice."""
    header = dict((sheets.get("survey_header") or [{}])[0])
    for kind in ("image", "audio", "video"):
        full = f"media::{kind}"
        if kind not in header or full not in header:
            continue
        del header[kind]
        findings.append(
            Finding(
                "form.repair",
                "The column “{old}” was merged into “{new}”.",
                {"old": kind, "new": full},
                _at("survey", 1, kind),
                "repair",
            )
        )
        rows = []
        for row in sheets["survey"]:
            kept = {key: value for key, value in row.items() if key != kind}
            rows.append({full: row[kind], **kept} if row.get(kind) else kept)
        sheets["survey"] = rows
        sheets["survey_header"] = [header]


def _add_header(sheets: dict[str, Any], name: str, column: str) -> None:
    header = dict((sheets.get(name) or [{}])[0])
    sheets[name] = [{**header, column: None}]


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
                Finding(
                    "form.repair",
                    "The choice “{old}” stands twice in the list “{new}”; both were kept.",
                    {"old": key[1], "new": key[0]},
                    _at("choices", number, "name"),
                    "repair",
                )
            )
        seen.add(key)
    if findings and findings[-1].where.sheet == "choices":
        settings = [dict(row) for row in sheets.get("settings") or ()] or [{}]
        settings[0]["allow_choice_duplicates"] = "yes"
        sheets["settings"] = settings
        _add_header(sheets, "settings_header", "allow_choice_duplicates")


def _at(sheet: str, row: int, column: str) -> Where:
    return Where(sheet=sheet, row=row, column=column)
