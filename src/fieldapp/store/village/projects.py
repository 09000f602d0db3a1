"""Projects to village and household: who fits, who takes part, what it brought; each deed one commit of the village.

Who fits is said by the standard set of a pack (met, not met, not enough data) and is never decided here: a household
that does not fit may still be enrolled, and the record says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fieldapp.errors import PackError, RegisterError
from fieldapp.journal.commit import Value, Vector
from fieldapp.standards.outcome import Missing, Verdict
from fieldapp.store.checking import check_scope, standard_sets
from fieldapp.store.records import Record, children, record, rows
from fieldapp.store.refusals import unknown_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

KINDS = ("industry", "education", "microcredit", "relocation")
ENROLLED = ("enrolled", "active")
_EVERY = 1_000_000
_PARTIES = ("party_government", "party_bank", "party_enterprise", "party_household")


@dataclass(frozen=True)
class Candidate:
    """A household and whether it fits a kind of project; `missing` is what to go and ask where that is not known."""

    household: str
    scope: str
    verdict: Verdict
    missing: tuple[Missing, ...]


@dataclass(frozen=True)
class Agreement:
    """Entrusted micro credit of four parties. `loan` in fen, `dividend_rate` percent × 100, dates civil; "" unknown."""

    government: str = ""
    bank: str = ""
    enterprise: str = ""
    household: str = ""
    loan: int | None = None
    dividend_rate: int | None = None
    due_on: str = ""

    def values(self) -> Mapping[str, Value]:
        """As fields of an enrolment."""
        parties = (self.government, self.bank, self.enterprise, self.household)
        known: dict[str, Value] = dict(zip(_PARTIES, parties, strict=True))
        known |= {"loan": self.loan, "dividend_rate": self.dividend_rate, "due_on": self.due_on}
        return {key: value for key, value in known.items() if value not in ("", None)}


@dataclass(frozen=True)
class Entrant:
    """Who takes part: a household, for education a person of it. `eligible` is what was known of it, None for nothing."""

    household: str
    person: str = ""
    eligible: bool | None = None
    note: str = ""
    agreement: Agreement = field(default_factory=Agreement)


def eligible(vault: Vault, scope: str, year: int, kind: str) -> tuple[Candidate, ...]:
    """Every active household of a region prefix with its answer for a kind of `KINDS`, by the sets of level "project".

    Raises PackError standards.no_project where no pack says who fits.
    """
    for name, standard in standard_sets(vault).items():
        if standard.level == "project" and any(one.id == kind for one in standard.criteria):
            return tuple(
                Candidate(checked.household, checked.scope, outcome.verdict, outcome.missing)
                for checked in check_scope(vault, scope, year, name)
                for outcome in checked.outcomes
                if outcome.criterion.id == kind
            )
    raise PackError(
        "standards.no_project",
        "No pack of this vault says who fits a project of the kind {kind}. Install one, or choose by hand.",
        kind=kind,
    )


def enrol(
    vault: Vault,
    project: str,
    entrants: Sequence[Entrant],
    enrolled_on: str,
    *,
    kind: str = "",
    seen: Vector | None = None,
) -> Saved:
    """Households of the project's village take part from a civil date on; those who do already stay as they are.

    Raises RegisterError unknown_record, register.other_scope, project.all_enrolled.
    """
    found = _project(vault, project)
    changes = tuple(_enrolments(vault, found, entrants, enrolled_on, kind))
    if not changes:
        raise RegisterError("project.all_enrolled", "These households take part already. Choose others.")
    label = str(found.values.get("name") or "")
    return save(vault, found.scope, "edit", changes, seen=seen or seen_of(vault, found.scope), label=label)


def enrolments(vault: Vault, project: str) -> tuple[Record, ...]:
    """Who takes part in a project or took part, without those who withdrew."""
    scope = _project(vault, project).scope
    found = rows(vault, "enrolment", scope, where={"project": project}, limit=_EVERY)
    return tuple(one for one in found if one.ended_on is None and one.values.get("state") != "withdrawn")


def record_effect(
    vault: Vault,
    enrolment: str,
    effect: str,
    income: int | None = None,
    *,
    state: str = "",
    seen: Vector | None = None,
) -> Saved:
    """What a project brought one household: words, and fen of income a year; `state` where it changes with it.

    Raises RegisterError unknown_record, project.no_effect.
    """
    found = record(vault, "enrolment", enrolment)
    if found is None:
        raise unknown_record()
    known: dict[str, Value] = {"effect": effect, "effect_income": income, "state": state}
    values = {key: value for key, value in known.items() if value not in ("", None)}
    if not values:
        raise RegisterError("project.no_effect", "Nothing is said about the effect. Write what it brought.")
    change = Change("enrolment", enrolment, "set", values)
    return save(vault, found.scope, "edit", [change], seen=seen or seen_of(vault, found.scope), label=effect)


def _enrolments(
    vault: Vault, project: Record, entrants: Sequence[Entrant], enrolled_on: str, kind: str
) -> Iterator[Change]:
    taken = {(one.values.get("household"), one.values.get("person")) for one in enrolments(vault, project.id)}
    for one in entrants:
        home = record(vault, "household", one.household)
        if home is None:
            raise unknown_record()
        if home.scope != project.scope:
            raise RegisterError(
                "register.other_scope",
                "This record belongs to the village {scope} and cannot be written from another.",
                scope=home.scope,
            )
        if one.person and one.person not in {
            person.id for person in children(vault, "person", one.household)
        }:
            raise unknown_record()
        if (one.household, one.person or None) in taken:
            continue
        taken.add((one.household, one.person or None))
        told: dict[str, Value] = {
            "person": one.person,
            "kind": kind,
            "eligible": None if one.eligible is None else int(one.eligible),
            "eligible_note": one.note,
        }
        known = {key: value for key, value in told.items() if value not in ("", None)}
        yield Change(
            "enrolment",
            None,
            "add",
            {
                "household": one.household,
                "project": project.id,
                "enrolled_on": enrolled_on,
                "state": "enrolled",
                **known,
                **one.agreement.values(),
            },
        )


def _project(vault: Vault, project: str) -> Record:
    found = record(vault, "project", project)
    if found is None:
        raise unknown_record()
    return found
