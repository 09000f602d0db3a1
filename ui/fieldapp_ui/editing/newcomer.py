"""A new member while it is typed: the identity number fills sex and birth date and checks its last digit."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.domain.dates import parse_date
from fieldapp.domain.identity import check_identity, parse_identity
from fieldapp.errors import Finding
from fieldapp.journal.commit import Value


@dataclass(frozen=True)
class Newcomer:
    """What was typed; `relation` and `sex` are codes, empty when not known."""

    name: str
    id_no: str = ""
    relation: str = ""
    sex: str = ""
    birth_date: str = ""

    def findings(self) -> tuple[Finding, ...]:
        """What keeps the member from being added."""
        found: list[Finding] = []
        if not self.name.strip():
            found.append(Finding("newcomer.name", "Type the name."))
        if self.id_no.strip() and (wrong := check_identity(self.id_no.strip().upper())) is not None:
            found.append(wrong)
        if self.birth_date.strip() and len(parse_date(self.birth_date) or "") != 10:
            found.append(Finding("newcomer.birth", "The birth date is not a date. Type it as 19850312."))
        return tuple(found)

    def values(self) -> Mapping[str, Value]:
        """Stored values of what is known; a blank stays unknown."""
        identity = parse_identity(self.id_no.strip().upper()) if self.id_no.strip() else None
        known: dict[str, Value] = {
            "name": self.name.strip(),
            "id_no": identity.text if identity else None,
            "relation": self.relation or None,
            "sex": self.sex or (identity.sex if identity else None),
            "birth_date": parse_date(self.birth_date) or (identity.birth_date if identity else None),
        }
        return {key: value for key, value in known.items() if value}


def fills(id_no: str) -> tuple[str, str]:
    """Sex and birth date that an identity number holds, empty while it is not whole."""
    identity = parse_identity(id_no.strip().upper())
    return (identity.sex, identity.birth_date) if identity else ("", "")
