"""The region codes of this vault with their history, and the villages its worker may write in."""

from collections.abc import Iterable

from fieldapp.domain.region import LENGTH, RegionCode
from fieldapp.register.regions import Region
from fieldapp.store.permissions import refuse_equipping
from fieldapp.store.records import prefix_range
from fieldapp.store.vault import Vault

VILLAGE_LEVEL = 6
_TOWNSHIP_DIGITS = 9
_COLUMNS = "code, name, valid_from, valid_to, replaced_by"


def import_regions(vault: Vault, regions: Iterable[Region]) -> int:
    """Put regions in, all or none; a code's name of the same first month is replaced. Returns how many.

    Raises RegisterError role.not_allowed."""
    refuse_equipping(vault)
    rows = [(r.code, r.name, r.valid_from, r.valid_to, r.replaced_by) for r in regions]
    with vault.transaction():
        vault.db.conn.executemany(f"insert or replace into region ({_COLUMNS}) values (?, ?, ?, ?, ?)", rows)
    return len(rows)


def region(vault: Vault, code: str) -> Region | None:
    """The newest entry of a code (any level, padded or not), or None."""
    row = vault.db.execute(
        f"select {_COLUMNS} from region where code = ? order by valid_from desc limit 1",
        [code.ljust(LENGTH, "0")],
    ).fetchone()
    return Region(*row) if row else None


def find_regions(vault: Vault, text: str, limit: int = 50) -> tuple[Region, ...]:
    """Regions whose code begins with the text or whose name contains it, higher levels first."""
    text = text.strip()
    if not text:
        return ()
    if text.isascii() and text.isdigit():
        where, params = "code >= ? and code < ?", [text, text + "~"]
    else:
        where, params = "instr(name, ?) > 0", [text]
    found = vault.db.execute(
        f"select {_COLUMNS} from region where {where} order by length(rtrim(code, '0')), code, "
        "valid_from limit ?",
        [*params, limit],
    )
    return tuple(Region(*row) for row in found.fetchall())


def villages(vault: Vault) -> tuple[Region, ...]:
    """The villages of the worker: those in the region table, and those that records or scopes name without it."""
    ranges = [prefix_range(scope) for scope in vault.worker.scopes]
    # A country of regions may be here: only the worker's are read, along the key.
    inside = " or ".join("code >= ? and code < ?" for _ in ranges) or "0"
    found = vault.db.execute(
        f"select code, name from region where valid_to = '' and substr(code, {_TOWNSHIP_DIGITS + 1}) <> '000' "
        f"and ({inside}) order by valid_from",
        [bound for low_high in ranges for bound in low_high],
    )
    named = {code: Region(code, name) for code, name in found.fetchall()}
    written = vault.db.execute("select distinct scope from stream").fetchall()
    whole = [
        scope
        for scope in vault.worker.scopes
        if len(scope) == LENGTH and RegionCode(scope).level == VILLAGE_LEVEL
    ]
    for code in (*whole, *(row[0] for row in written if vault.worker.covers(row[0]))):
        named.setdefault(code, Region(code, _name_of(vault, code)))
    return tuple(named[code] for code in sorted(named))


def _name_of(vault: Vault, code: str) -> str:
    layout = vault.ledger.layouts.get("village")
    if layout is None or "name" not in layout.columns:
        return ""
    row = vault.db.execute(
        "select name from village where scope = ? and ended_on is null limit 1", [code]
    ).fetchone()
    return str(row[0] or "") if row else ""
