"""Dividends of a collective asset: a year's amount divided by the households' shares, exact to the fen, one commit.

The household's income event is another record: whether it was paid into the account is seen there, not here.
"""

from collections.abc import Mapping

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value, Vector
from fieldapp.register.shares import divide
from fieldapp.store.records import Record, record, rows
from fieldapp.store.refusals import unknown_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

_EVERY = 1_000_000


def shares_on(vault: Vault, asset: str, day: str) -> Mapping[str, int]:
    """The shares (× 100) of each active household that hold on a civil date; several of one household are added."""
    found: dict[str, int] = {}
    scope = _asset(vault, asset).scope
    for one in rows(vault, "asset_share", scope, where={"asset": asset}, limit=_EVERY):
        home, shares = str(one.values.get("household") or ""), one.values.get("shares")
        if one.ended_on is None and str(one.values.get("from_on") or "") <= day and isinstance(shares, int):
            found[home] = found.get(home, 0) + shares
    return {home: shares for home, shares in found.items() if _is_active(vault, home)}


def dividends_of(vault: Vault, asset: str, year: int) -> tuple[Record, ...]:
    """What was written for a year of an asset."""
    scope = _asset(vault, asset).scope
    found = rows(vault, "dividend", scope, where={"asset": asset, "year": year}, limit=_EVERY)
    return tuple(one for one in found if one.ended_on is None)


def pay_dividend(
    vault: Vault,
    asset: str,
    year: int,
    amount: int,
    *,
    paid_on: str,
    approved_on: str = "",
    note: str = "",
    seen: Vector | None = None,
) -> Saved:
    """Divide `amount` fen by the shares that hold on the day of payment; the rows add up to it exactly.

    Raises RegisterError unknown_record, dividend.no_shares, dividend.already_paid (undo that one first).
    """
    found = _asset(vault, asset)
    shares = shares_on(vault, asset, paid_on)
    if not shares or amount <= 0:
        raise RegisterError(
            "dividend.no_shares",
            "No household holds a share of this asset on that day, or there is nothing to divide. "
            "Enter the shares first.",
        )
    if dividends_of(vault, asset, year):
        raise RegisterError(
            "dividend.already_paid",
            "The dividend of {year} is written already. Take it back first, or write single rows.",
            year=year,
        )
    told: dict[str, Value] = {"approved_on": approved_on, "note": note}
    known = {key: value for key, value in told.items() if value}
    changes = [
        Change(
            "dividend",
            None,
            "add",
            {"household": home, "asset": asset, "year": year, "paid_on": paid_on, "amount": part, **known},
        )
        for home, part in sorted(divide(amount, shares).items())
    ]
    label = str(found.values.get("name") or "")
    return save(vault, found.scope, "edit", changes, seen=seen or seen_of(vault, found.scope), label=label)


def _asset(vault: Vault, asset: str) -> Record:
    found = record(vault, "asset", asset)
    if found is None:
        raise unknown_record()
    return found


def _is_active(vault: Vault, household: str) -> bool:
    found = record(vault, "household", household)
    return found is not None and found.ended_on is None
