"""Projects and their money: who takes part, what is paid out of a fund, what it brought, and a year's dividend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fieldapp.domain.dates import age_on
from fieldapp.domain.money import format_fen, parse_fen
from fieldapp.errors import PackError
from fieldapp.journal.commit import Value
from fieldapp.store.records import Record, children, rows
from fieldapp.store.village.dividends import pay_dividend, shares_on
from fieldapp.store.village.project_money import Payment, balance, pay
from fieldapp.store.village.projects import (
    Agreement,
    Candidate,
    Entrant,
    eligible,
    enrol,
    enrolments,
    record_effect,
)
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed, ask_field, code_choices
from fieldapp_ui.editing.chosen_households import HOMES, Home, ask_households, homes_of, sets_of, ticked
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.plain_step import PlainStep
from fieldapp_ui.language import tr

MARKS = {"met": "✓", "not_met": "✕", "unknown": "◌"}
_MICROCREDIT = "microcredit"
_EDUCATION = "education"
_OLDEST_STUDENT = 30
_AGREEMENT = ("party_government", "party_bank", "party_enterprise", "loan", "dividend_rate", "due_on")


class EnrolStep(PlainStep):
    """Households of the village take part; those who fit by the packs' standard are ticked first."""

    def __init__(self, desk: Desk, project: Record) -> None:
        super().__init__(desk, project.scope, tr("Who takes part in this project?"), tr("Enrol"))
        self._project = project
        self._taken = {str(one.values["household"]) for one in enrolments(desk.vault, project.id)}
        self._found: dict[str, dict[str, Candidate]] = {}
        self._students: dict[str, str] = {}

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The kind decides who fits, and whether an agreement of four parties goes with it."""
        kind = typed.get("kind", "")
        known = self._candidates(kind)
        homes = [
            home
            for home in homes_of(
                self.desk, self.scope, {one: MARKS[found.verdict] for one, found in known.items()}
            )
            if home.id not in self._taken
        ]
        fitting = [one for one, found in known.items() if found.verdict == "met"]
        kinds = code_choices(self.desk, "precision_kind")
        asked = [
            ask_field(self.desk, "enrolment", "kind", choices=kinds, required=True),
            ask_field(
                self.desk, "enrolment", "enrolled_on", required=True, value=self.desk.today().isoformat()
            ),
        ]
        if kind == _MICROCREDIT:
            asked += [ask_field(self.desk, "enrolment", key) for key in _AGREEMENT]
        if kind == _EDUCATION:
            return (*asked, self._ask_students(homes))
        return (*asked, *ask_households(homes, sets_of(homes, fitting=fitting), typed))

    def said(self, typed: Typed) -> str:
        """How many of the ticked ones do not fit, or are not known to; nothing forbids them."""
        known = self._candidates(typed.get("kind", ""))
        homes = [self._students.get(one, one) for one in ticked(typed)]
        verdicts = [known[one].verdict for one in homes if one in known]
        if not known or set(verdicts) <= {"met"}:
            return ""
        return tr(
            "{not_met} of them do not fit, of {unknown} it is not known. They can take part; the record says so.",
            not_met=verdicts.count("not_met"),
            unknown=verdicts.count("unknown"),
        )

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """One commit. Raises RegisterError and VaultError."""
        kind = str(values["kind"])
        known = self._candidates(kind)
        entrants = [
            Entrant(
                self._students.get(one, one),
                person=one if one in self._students else "",
                eligible=_fits(known.get(self._students.get(one, one))),
                agreement=self._agreement(self._students.get(one, one), kind, values),
            )
            for one in ticked(typed)
        ]
        vault, day = self.desk.vault, str(values["enrolled_on"])
        label = tr("Enrolled: {count} households", count=len(entrants))
        self.desk.deeds.do(
            label, lambda: enrol(vault, self._project.id, entrants, day, kind=kind, seen=self.seen)
        )

    def _ask_students(self, homes: Sequence[Home]) -> Asked:
        """The young people of the households by name; nobody is ticked: a household that fits has one who studies."""
        vault, today = self.desk.vault, self.desk.today().isoformat()
        ticks: list[tuple[str, str]] = []
        for home in homes:
            for person in children(vault, "person", home.id):
                birth = str(person.values.get("birth_date") or "")
                if not birth or age_on(birth, today) <= _OLDEST_STUDENT:
                    self._students[person.id] = home.id
                    ticks.append((person.id, f"{home.mark} {person.values.get('name') or '…'}".strip()))
        return Asked(
            HOMES,
            tr("Which students? (a digit or the space bar)"),
            choices=tuple(ticks),
            several=True,
            required=True,
        )

    def _agreement(self, household: str, kind: str, values: Mapping[str, Value]) -> Agreement:
        """The parties are the same for all; each household signs for itself."""
        if kind != _MICROCREDIT:
            return Agreement()
        loan, rate = values.get("loan"), values.get("dividend_rate")
        return Agreement(
            government=str(values.get("party_government") or ""),
            bank=str(values.get("party_bank") or ""),
            enterprise=str(values.get("party_enterprise") or ""),
            household=head_name(self.desk.vault, household),
            loan=loan if isinstance(loan, int) else None,
            dividend_rate=rate if isinstance(rate, int) else None,
            due_on=str(values.get("due_on") or ""),
        )

    def _candidates(self, kind: str) -> Mapping[str, Candidate]:
        """Empty where no pack says who fits: then the worker chooses by hand."""
        if kind and kind not in self._found:
            try:
                found = eligible(self.desk.vault, self.scope, self.desk.today().year, kind)
            except PackError:
                found = ()
            self._found[kind] = {one.household: one for one in found}
        return self._found.get(kind, {})


class PayStep(PlainStep):
    """The same amount to each of the ticked households; more than the fund has is said before."""

    def __init__(self, desk: Desk, fund: Record) -> None:
        super().__init__(desk, fund.scope, tr("Pay out of this fund"), tr("Pay"))
        self._fund = fund
        self._left = balance(desk.vault, fund.id).left
        project = str(fund.values.get("project") or "")
        found = (
            enrolments(desk.vault, project)
            if project
            else rows(desk.vault, "enrolment", fund.scope, limit=500)
        )
        self._choices = tuple(
            (one.id, head_name(desk.vault, str(one.values["household"])) or "…")
            for one in found
            if not one.ended_on
        )

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """How much, when, to whom."""
        words = tr("Amount for each (yuan); {left} are left in the fund", left=format_fen(self._left))
        everybody = " ".join(one for one, _ in self._choices)
        return (
            ask_field(self.desk, "payment", "amount", required=True, words=words),
            ask_field(self.desk, "payment", "paid_on", required=True, value=self.desk.today().isoformat()),
            Asked(
                "enrolments",
                tr("To whom (a digit or the space bar takes one away)"),
                choices=self._choices,
                several=True,
                required=True,
                value=everybody,
            ),
        )

    def said(self, typed: Typed) -> str:
        """What it comes to, where that is more than there is."""
        each = parse_fen(typed.get("amount", "")) or 0
        whole = each * len(typed.get("enrolments", "").split())
        if whole <= self._left:
            return ""
        return tr("This comes to {whole} yuan, more than the fund has left.", whole=format_fen(whole))

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """One commit. Raises RegisterError and VaultError."""
        amount, vault, day = values["amount"], self.desk.vault, str(values["paid_on"])
        fen = amount if isinstance(amount, int) else 0
        payments = [Payment(one, fen) for one in typed.get("enrolments", "").split()]
        label = tr("Paid: {count} households", count=len(payments))
        self.desk.deeds.do(label, lambda: pay(vault, self._fund.id, payments, day, seen=self.seen).saved)


class EffectStep(PlainStep):
    """What a project brought one household."""

    def __init__(self, desk: Desk, enrolment: Record) -> None:
        super().__init__(desk, enrolment.scope, tr("What did the project bring?"), tr("Keep it"))
        self._enrolment = enrolment

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """Words, income, and how it stands now."""
        states = code_choices(self.desk, "enrolment_state")
        now = str(self._enrolment.values.get("state") or "")
        return (
            ask_field(self.desk, "enrolment", "effect", required=True),
            ask_field(self.desk, "enrolment", "effect_income"),
            ask_field(self.desk, "enrolment", "state", choices=states, value=now),
        )

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """One commit. Raises RegisterError and VaultError."""
        vault, income = self.desk.vault, values.get("effect_income")
        fen = income if isinstance(income, int) else None
        effect, state = str(values["effect"]), str(values.get("state") or "")
        self.desk.deeds.do(
            self.title,
            lambda: record_effect(vault, self._enrolment.id, effect, fen, state=state, seen=self.seen),
        )


class DividendStep(PlainStep):
    """A year's dividend of an asset by shares."""

    def __init__(self, desk: Desk, asset: Record) -> None:
        super().__init__(desk, asset.scope, tr("Dividend of a year"), tr("Divide and write"))
        self._asset = asset

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The whole amount; the parts follow from the shares of the day."""
        today = self.desk.today()
        words = tr("Amount to divide (yuan)")
        return (
            ask_field(self.desk, "dividend", "year", required=True, value=str(today.year)),
            ask_field(self.desk, "dividend", "amount", required=True, words=words),
            ask_field(self.desk, "dividend", "paid_on", required=True, value=today.isoformat()),
            ask_field(self.desk, "dividend", "approved_on"),
            ask_field(self.desk, "dividend", "note"),
        )

    def said(self, typed: Typed) -> str:
        """Who holds shares today."""
        shares = shares_on(self.desk.vault, self._asset.id, self.desk.today().isoformat())
        whole = sum(shares.values())
        return tr("{count} households hold {shares} shares.", count=len(shares), shares=f"{whole / 100:g}")

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """One commit. Raises RegisterError and VaultError."""
        vault, told = (
            self.desk.vault,
            {key: str(values.get(key) or "") for key in ("paid_on", "approved_on", "note")},
        )
        year, amount = values["year"], values["amount"]
        if not isinstance(year, int) or not isinstance(amount, int):
            raise TypeError("a year and an amount are whole numbers")
        label = tr("Dividend of {year}", year=year)
        self.desk.deeds.do(
            label, lambda: pay_dividend(vault, self._asset.id, year, amount, seen=self.seen, **told)
        )


def _fits(found: Candidate | None) -> bool | None:
    return None if found is None or found.verdict == "unknown" else found.verdict == "met"
