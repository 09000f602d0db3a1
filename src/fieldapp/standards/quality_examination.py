"""Everything wrong with the quality rules of a pack, as findings with file, line and rule: for `pack check`."""

from collections.abc import Mapping

from fieldapp.errors import Finding, PackError, Where
from fieldapp.register.declarations import Dictionary
from fieldapp.standards.examination import as_finding
from fieldapp.standards.quality_compiler import compile_quality
from fieldapp.standards.quality_model import Cause, QualitySet
from fieldapp.standards.quality_reader import read_quality

MATRICES = {"causes": "poverty_cause", "risks": "risk_type"}
_GROUPS = "measure_group"


def check_quality_files(documents: Mapping[str, str], dictionary: Dictionary) -> tuple[Finding, ...]:
    """The first fault of reading, else the first fault of each rule and every unknown code of the matrices.

    `documents`: file name → YAML text, those of the packs below included and first; `dictionary` is the joined one.
    """
    try:
        quality = read_quality(documents)
    except PackError as wrong:
        return (as_finding(wrong),)
    found = []
    for rule in quality.rules:
        try:
            compile_quality(quality, dictionary, rules={rule})
        except PackError as wrong:
            found.append(as_finding(wrong))
    return (*found, *_matrix_findings(quality, dictionary))


def _matrix_findings(quality: QualitySet, dictionary: Dictionary) -> list[Finding]:
    found = []
    matrices: dict[str, Mapping[str, Cause]] = {"causes": quality.causes, "risks": quality.risks}
    for name, matrix in matrices.items():
        for cause in matrix.values():
            named = [(MATRICES[name], cause.code), *((_GROUPS, code) for code in cause.measures)]
            unknown = [code for codes, code in named if not _has_code(dictionary, codes, code)]
            unknown += [rule for rule in cause.rules if rule not in quality.rules]
            found += [_unknown(name, cause.code, code) for code in unknown]
    return found


def _has_code(dictionary: Dictionary, codes: str, code: str) -> bool:
    return codes in dictionary.codes and dictionary.codes[codes].code(code) is not None


def _unknown(matrix: str, cause: str, code: str) -> Finding:
    return Finding(
        "quality.matrix",
        "In {matrix}, the entry {cause} names {code}, which is no code and no rule. Correct it.",
        {"matrix": matrix, "cause": cause, "code": code},
        Where(file="quality", field=cause),
    )
