"""Money of projects: paid to households out of funds, what is left of a fund, and whether the sources make up the cost.

Too much paid is said and written all the same: what was paid was paid, and the register does not hide it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fieldapp.domain.money import format_fen
from fieldapp.errors import Finding, RegisterError, Where
from fieldapp.journal.commit import Value, Vector
from fieldapp.store.records import Record, record, rows
from fieldapp.store.refusals import unknown_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

_EVERY = 1_000_000


@dataclass(frozen=True)
class Payment:
    """`amount` in fen for one enrolment; `account_tail` the last four figures of the account, or ""."""

    enrolment: str
    amount: int
    account_tail: str = ""


@dataclass(frozen=True)
class Balance:
    """Fen of a fund: granted, paid to households, and what is left (less than nothing when too much was paid)."""

    granted: int
    paid: int

    @property
    def left(self) -> int:
        """What can still be paid."""
        return self.granted - self.paid


@dataclass(frozen=True)
class ProjectMoney:
    """A project's cost (None: not known), fen by code of `fund_source`, what was paid of it, and what does not agree."""

    cost: int | None
    by_source: Mapping[str, int]
    paid: int
    findings: tuple[Finding, ...]

    @property
    def granted(self) -> int:
        """All its funds together."""
        return sum(self.by_source.values())


@dataclass(frozen=True)
class Paid:
    """The commit of payments, and what is doubtful about them."""

    saved: Saved
    findings: tuple[Finding, ...]


def pay(
    vault: Vault, fund: str, payments: Sequence[Payment], paid_on: str, *, seen: Vector | None = None
) -> Paid:
    """Pay enrolled households out of a fund on a civil date, one commit; more than the fund has is a finding.

    Raises RegisterError unknown_record, register.other_scope, fund.nothing_to_pay.
    """
    source = _fund(vault, fund)
    if not payments or any(one.amount <= 0 for one in payments):
        raise RegisterError("fund.nothing_to_pay", "Choose who is paid, and write an amount above nothing.")
    changes = [_change(vault, source, one, paid_on) for one in payments]
    known = seen or seen_of(vault, source.scope)
    saved = save(vault, source.scope, "edit", changes, seen=known, label=str(source.values.get("note") or ""))
    return Paid(saved, tuple(_overdrawn(vault, source.id)))


def balance(vault: Vault, fund: str) -> Balance:
    """What a fund has and has paid. Raises RegisterError unknown_record."""
    found = _fund(vault, fund)
    return Balance(_fen(found, "amount"), _fen(found, "paid"))


def project_money(vault: Vault, project: str) -> ProjectMoney:
    """Where a project's money comes from and where it stands. Raises RegisterError unknown_record."""
    found = record(vault, "project", project)
    if found is None:
        raise unknown_record()
    funds = [
        one
        for one in rows(vault, "fund", found.scope, where={"project": project}, limit=_EVERY)
        if one.ended_on is None
    ]
    by_source: dict[str, int] = {}
    for one in funds:
        source = str(one.values.get("fund_source") or "")
        by_source[source] = by_source.get(source, 0) + _fen(one, "amount")
    cost = found.values.get("cost")
    known = cost if isinstance(cost, int) else None
    findings = [finding for one in funds for finding in _overdrawn(vault, one.id)]
    granted = sum(by_source.values())
    if known is not None and funds and granted != known:
        findings.append(
            Finding(
                "project.sources_differ",
                "The funds of this project come to {granted} yuan, its cost is {cost} yuan. Check the sources.",
                {"granted": format_fen(granted), "cost": format_fen(known)},
                Where(list="project", record=project, field="cost"),
                "warning",
            )
        )
    return ProjectMoney(known, by_source, sum(_fen(one, "paid") for one in funds), tuple(findings))


def _overdrawn(vault: Vault, fund: str) -> list[Finding]:
    found = balance(vault, fund)
    if found.left >= 0:
        return []
    return [
        Finding(
            "fund.overdrawn",
            "{paid} yuan were paid of {granted} yuan: {over} yuan more than this fund has. Check the payments.",
            {
                "paid": format_fen(found.paid),
                "granted": format_fen(found.granted),
                "over": format_fen(-found.left),
            },
            Where(list="fund", record=fund, field="amount"),
            "warning",
        )
    ]


def _change(vault: Vault, fund: Record, payment: Payment, paid_on: str) -> Change:
    enrolled = record(vault, "enrolment", payment.enrolment)
    if enrolled is None:
        raise unknown_record()
    if enrolled.scope != fund.scope:
        raise RegisterError(
            "register.other_scope",
            "This record belongs to the village {scope} and cannot be written from another.",
            scope=enrolled.scope,
        )
    values: dict[str, Value] = {
        "household": enrolled.values["household"],
        "enrolment": payment.enrolment,
        "fund": fund.id,
        "paid_on": paid_on,
        "amount": payment.amount,
    }
    return Change(
        "payment",
        None,
        "add",
        values | ({"account_tail": payment.account_tail} if payment.account_tail else {}),
    )


def _fund(vault: Vault, fund: str) -> Record:
    found = record(vault, "fund", fund)
    if found is None:
        raise unknown_record()
    return found


def _fen(one: Record, key: str) -> int:
    value = one.values.get(key)
    return value if isinstance(value, int) else 0
