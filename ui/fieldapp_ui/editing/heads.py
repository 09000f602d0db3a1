"""The name a household goes by: that of its head."""

from fieldapp.store import Vault
from fieldapp.store.records import children

HEAD_RELATION = "1"


def head_name(vault: Vault, household: str) -> str:
    """The head's name, else the first member's; empty for a household without members."""
    people = children(vault, "person", household)
    heads = [person for person in people if person.values.get("relation") == HEAD_RELATION] or list(
        people[:1]
    )
    return str(heads[0].values.get("name") or "") if heads else ""
