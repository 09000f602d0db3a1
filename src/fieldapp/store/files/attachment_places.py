"""In which villages a file is named: what an account may give and take is asked here, never of the tables of records.

`want_files` fills it as commits become rows; a place once entered stays, for the log of that village names the file. The
rule it holds: every question is answered from an index, so a hundred thousand photos cost a hub no more than ten.
"""

from collections.abc import Iterator, Sequence

from fieldapp.domain.region import RegionCode
from fieldapp.store.files.attachments import want_files
from fieldapp.store.ledger import Ledger

THUMBNAILS, ORIGINALS = "thumbnail", "original"
LANES = (THUMBNAILS, ORIGINALS)
"""What travels after the data, in this order."""
SHEETS = "sheet"
"""Small originals that are no picture: they travel whatever the lanes are."""
_BEYOND = ":"
"""The character after "9": no region code of a place sorts behind its code with this."""
_LACKING = {
    THUMBNAILS: "attachment_place indexed by attachment_place_unseen where thumb = 0",
    ORIGINALS: "attachment_place indexed by attachment_place_missing where have = 0",
}


def place_all(ledger: Ledger) -> None:
    """Enter the villages of every file that a record names, in the caller's transaction; after an upgrade."""
    for name, layout in ledger.layouts.items():
        for key in layout.files:
            rows = ledger.db.execute(
                f'select scope, "{key}" from "{name}" where "{key}" is not null'
            ).fetchall()
            for scope, value in rows:
                want_files(ledger, str(value), scope)


def is_placed(ledger: Ledger, digest: str, scopes: Sequence[str]) -> bool:
    """Whether a record in one of these places (region codes of any level) names the file. No place: no."""
    return any(
        ledger.db.execute(
            "select 1 from attachment_place where sha256 = ? and scope >= ? and scope < ? limit 1",
            [digest, first, last],
        ).fetchone()
        for first, last in _spans(scopes)
    )


def lacking(
    ledger: Ledger, scopes: Sequence[str], lane: str, after: tuple[str, str] = ("", ""), limit: int = 500
) -> Iterator[tuple[str, str]]:
    """(scope, SHA-256) of what these places name and is not here, behind `after`, in that order, at most `limit`."""
    left = limit
    for first, last in sorted(_spans(scopes)):
        rows = ledger.db.execute(
            f"select scope, sha256 from {_LACKING[lane]} "
            "and scope >= ? and scope < ? and (scope, sha256) > (?, ?) order by scope, sha256 limit ?",
            [max(first, after[0]), last, *after, left],
        ).fetchall()
        yield from rows
        left -= len(rows)
        if left <= 0:
            return


def places_of(ledger: Ledger, digest: str) -> tuple[str, ...]:
    """The villages whose records name a file."""
    found = ledger.db.execute("select scope from attachment_place where sha256 = ?", [digest])
    return tuple(row[0] for row in found.fetchall())


def _spans(scopes: Sequence[str]) -> set[tuple[str, str]]:
    """Each place as the first code in it and one behind the last; a place within another adds nothing."""
    prefixes = {RegionCode(scope).prefix for scope in scopes}
    outer = {one for one in prefixes if not any(one != other and one.startswith(other) for other in prefixes)}
    return {(prefix, prefix + _BEYOND) for prefix in outer}
