"""One code list's CSV table; a row without a usable id is a finding and left out.

Two columns may be left out: `nat`, the number in the national table where our id is a word, and `also`, labels of other
editions parted by |.
"""

from collections.abc import Collection, Mapping

from fieldapp.errors import Finding, Where
from fieldapp.register.declarations import Code, CodeList
from fieldapp.register.tables import missing_labels, table_rows

CODE_COLUMNS = ("id", "zh_hans", "zh_hant", "en")
OPTIONAL_CODE_COLUMNS = ("nat", "also")


def read_code_list(name: str, text: str, findings: list[Finding]) -> CodeList:
    """The code list of a table, in its order; what is wrong is added to `findings`. Raises PackError."""
    file = f"codelists/{name}.csv"
    items: dict[str, Code] = {}
    for number, row in table_rows(text, file, CODE_COLUMNS, findings):
        trouble = _trouble(name, row["id"], items.keys(), Where(file=file, row=number, column="id"))
        if trouble is not None:
            findings.append(trouble)
            continue
        findings += missing_labels(row, Where(file=file, row=number))
        items[row["id"]] = _code(row)
    return CodeList(name, tuple(items.values()))


def _code(row: Mapping[str, str]) -> Code:
    also = tuple(label.strip() for label in row.get("also", "").split("|") if label.strip())
    return Code(row["id"], row["zh_hans"], row["zh_hant"], row["en"], row.get("nat", ""), also)


def _trouble(name: str, code_id: str, taken: Collection[str], where: Where) -> Finding | None:
    if not code_id:
        return Finding("dictionary.no_code", "A code has no id. Fill in the first column.", {}, where)
    if " " in code_id:
        return Finding(
            "dictionary.code_space", "The code “{id}” holds a space. Codes have none.", {"id": code_id}, where
        )
    if code_id in taken:
        return Finding(
            "dictionary.duplicate_code",
            "The code “{id}” stands twice in the code list {name}. Keep one row.",
            {"id": code_id, "name": name},
            where,
        )
    return None
