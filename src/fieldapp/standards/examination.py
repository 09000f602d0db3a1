"""Everything wrong with the standards of a pack, as findings with file, line and field: for `pack check`."""

from dataclasses import replace

from fieldapp.errors import Finding, PackError, Where
from fieldapp.register.declarations import Dictionary
from fieldapp.standards.compiler import compile_set
from fieldapp.standards.model import StandardSet
from fieldapp.standards.reader import read_sets


def examine_sets(documents: dict[str, str], dictionary: Dictionary) -> tuple[Finding, ...]:
    """The first fault of reading, else the first fault of each criterion. `documents`: file name → YAML text, those
    of the packs below included; `dictionary` is the joined one."""
    try:
        sets = read_sets(documents)
    except PackError as wrong:
        return (as_finding(wrong),)
    return tuple(finding for standard in sets.values() for finding in _examine(standard, dictionary))


def _examine(standard: StandardSet, dictionary: Dictionary) -> list[Finding]:
    findings = []
    for criterion in standard.criteria:
        try:
            compile_set(replace(standard, criteria=(criterion,)), dictionary)
        except PackError as wrong:
            findings.append(as_finding(wrong))
    return findings


def as_finding(wrong: PackError) -> Finding:
    """A fault of a pack file as a finding, with its file, line and field."""
    at, field = wrong.params.get("at"), wrong.params.get("field")
    where = Where(
        file=str(wrong.params.get("file", "")),
        row=at if isinstance(at, int) else None,
        field=str(field or ""),
    )
    return Finding(wrong.code, wrong.text, wrong.params, where)
