"""What an identity number tells of a person who is being typed: sex and birth date, once it is whole and right."""

from fieldapp.domain.identity import parse_identity


def fills(id_no: str) -> tuple[str, str]:
    """Sex and birth date that an identity number holds, empty while it is not whole."""
    identity = parse_identity(id_no.strip().upper())
    return (identity.sex, identity.birth_date) if identity else ("", "")
