"""What each durable step leaves in a vault, piece by piece.

A step is there (each piece once), not there (no piece), half there (a piece missing) or doubled (a piece more often).
"""

import hashlib
from collections.abc import Callable

from durable_steps import CHUNK, NAMES, VILLAGE, YEAR, picture, segment

from fieldapp.errors import UserError
from fieldapp.store import Vault
from fieldapp.store.files.attachments import get

Pieces = tuple[int, ...]
"""How often each piece of a step is in the vault; once is right."""


def _answer_pieces(vault: Vault, at: int) -> Pieces:
    return (_count(vault, "draft_answer where ref = ? and value = ?", f"/data/note_{at}", f"答案 {at}"),)


def _edit_pieces(vault: Vault, at: int) -> Pieces:
    people = (_count(vault, "person where name = ?", f"{at}{name}") for name in NAMES)
    return (_homes(vault, f"E{at}"), _of_home(vault, "household_year", f"E{at}", "house_m2 = 8050"), *people)


def _visit_pieces(vault: Vault, at: int) -> Pieces:
    number = f"V{at}"
    found = vault.db.execute(
        "select xml from submission where household = (select id from household where household_no = ?)",
        [number],
    ).fetchall()
    return (
        len(found),
        sum(_readable(vault, ref) for (ref,) in found),
        _of_home(
            vault, "household_year", number, f"year = {YEAR} and lives_there = 1 and water_source = '1'"
        ),
        _of_home(vault, "income_sheet", number, f"year = {YEAR} and c = 12050"),
        1 - _count(vault, "draft where record = (select id from household where household_no = ?)", number),
    )


def _chunk_pieces(vault: Vault, at: int) -> Pieces:
    return _numbered(vault, f"C{at}-")


def _photo_pieces(vault: Vault, at: int) -> Pieces:
    digest = hashlib.sha256(picture(at)).hexdigest()
    rows = _count(vault, "attachment where have = 1 and sha256 = ?", digest)
    # A file that no row names is no half: the file is durable before the row is written.
    return (_homes(vault, f"P{at}"), rows, rows and _readable(vault, f"sha256:{digest}"))


def _segment_pieces(vault: Vault, at: int) -> Pieces:
    head = vault.ledger.vector(VILLAGE).get(segment(at).stream, 0)
    return (int(head >= (at + 1) * CHUNK), *_numbered(vault, f"S{at}-"))


def _count(vault: Vault, where: str, *values: str) -> int:
    return int(vault.db.execute(f"select count(*) from {where}", list(values)).fetchone()[0])


def _homes(vault: Vault, number: str) -> int:
    return _count(vault, "household where household_no = ?", number)


def _of_home(vault: Vault, name: str, number: str, clause: str) -> int:
    where = f"{name} where household = (select id from household where household_no = ?) and {clause}"
    return _count(vault, where, number)


def _numbered(vault: Vault, prefix: str) -> Pieces:
    found = dict(
        vault.db.execute(
            "select household_no, count(*) from household where household_no glob ? group by 1",
            [f"{prefix}*"],
        ).fetchall()
    )
    return tuple(found.get(f"{prefix}{n}", 0) for n in range(CHUNK))


def _readable(vault: Vault, ref: str) -> int:
    try:
        get(vault, ref)
    except UserError:
        return 0
    return 1


PIECES: dict[str, Callable[[Vault, int], Pieces]] = {
    "answer": _answer_pieces,
    "edit": _edit_pieces,
    "visit": _visit_pieces,
    "chunk": _chunk_pieces,
    "photo": _photo_pieces,
    "segment": _segment_pieces,
}
