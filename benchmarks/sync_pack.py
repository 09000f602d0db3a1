"""The peers' data as FieldApp keeps it: a pack of one list with the same 20 fields, made on the fly, and its values.

Decimals are stored as whole numbers of their scale, as every pack's are; four fields are searched, as a household of
cn-base has them.
"""

import json
from pathlib import Path
from typing import Any

PACK_ID = "sync-peers"
LIST = "household"
EDITED = ("income", "note")
_SCALES = {"land_mu": 2, "lat": 6, "lon": 6}
_FIELDS = (
    ("code", "text", "", "", ""),
    ("village", "text", "", "", ""),
    ("group_no", "int", "", "", ""),
    ("house_no", "text", "", "number", ""),
    ("head", "text", "", "name", ""),
    ("id_no", "text", "", "tail4", "unique"),
    ("phone", "text", "", "tail4", ""),
    ("members", "int", "", "", ""),
    ("labour", "int", "", "", ""),
    ("disabled", "int", "", "", ""),
    ("income", "int", "", "", ""),
    ("land_mu", "decimal", "2", "", ""),
    ("housing", "code", "", "", ""),
    ("water", "code", "", "", ""),
    ("lat", "decimal", "6", "", ""),
    ("lon", "decimal", "6", "", ""),
    ("monitored", "bool", "", "", ""),
    ("updated", "text", "", "", ""),
    ("worker", "text", "", "", ""),
    ("note", "text", "", "", ""),
)
"""Key, type, scale, how it is found, check."""
_CODES = {"housing": ("brick", "timber", "mixed", "adobe"), "water": ("tap", "well", "spring")}
_COLUMNS = (
    "list,key,type,codes,scale,unit,req,when,check,group,mask,find,section,order,nat,derived,zh_hans,zh_hant,en,"
    "source,since"
)


def write_pack(folder: Path) -> Path:
    """The pack's folder, made below `folder`."""
    place = folder / PACK_ID
    for room in ("dictionary", "codelists"):
        (place / room).mkdir(parents=True)
    title = ", ".join(f"{language}: Sync peers" for language in ("zh_hans", "zh_hant", "en"))
    _write(place / "pack.yaml", [f"id: {PACK_ID}", "version: 1", f"title: {{{title}}}", "requires: []"])
    lists = ["list,parent,key_by,title_field,zh_hans,zh_hant,en", f"{LIST},,uuid,head,户,戶,Household"]
    _write(place / "dictionary" / "lists.csv", lists)
    _write(place / "dictionary" / "fields.csv", [_COLUMNS, *map(_line, range(len(_FIELDS)))])
    for name, items in _CODES.items():
        rows = [f"{item},{item},{item},{item}" for item in items]
        _write(place / "codelists" / f"{name}.csv", ["id,zh_hans,zh_hant,en", *rows])
    return place


def read_rows(peers: Path, name: str) -> list[dict[str, Any]]:
    """`households` or `edits` of the peers' generated data, each as the values of our fields, `_id` as `code`."""
    with (peers / "data" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [{_key(key): _stored(key, value) for key, value in json.loads(line).items()} for line in lines]


def _line(at: int) -> str:
    key, kind, scale, find, check = _FIELDS[at]
    codes = key if kind == "code" else ""
    return f"{LIST},{key},{kind},{codes},{scale},,O,,{check},,,{find},overview,{at + 1},,,{key},{key},{key},design,1"


def _key(key: str) -> str:
    return "code" if key == "_id" else key


def _stored(key: str, value: Any) -> Any:
    if key in _SCALES:
        return round(value * 10 ** _SCALES[key])
    return int(value) if isinstance(value, bool) else value


def _write(file: Path, lines: list[str]) -> None:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
