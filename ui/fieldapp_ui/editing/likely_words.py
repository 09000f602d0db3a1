"""Who is probably in the register already, in words, while somebody is being typed; nothing is forbidden by it."""

from collections.abc import Mapping

from fieldapp.domain.dates import parse_date
from fieldapp.journal.commit import Value
from fieldapp.store.records import record
from fieldapp.store.twins.likely import likely_duplicates
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.language import tr

MOST = 3


def likely_words(desk: Desk, typed: Mapping[str, str], *, person: str = "", household: str = "") -> str:
    """One sentence that names them, empty where nobody is like the one that is typed."""
    birth = parse_date(typed.get("birth_date", "")) or None
    values: dict[str, Value] = {
        "name": typed.get("name", "").strip() or None,
        "id_no": typed.get("id_no", "").strip().upper() or None,
        "birth_date": birth,
        "phone": typed.get("phone", "").strip() or None,
    }
    found = likely_duplicates(desk.vault, values, person=person, household=household)
    names = []
    for one in found[:MOST]:
        whole = record(desk.vault, "person", one.person)
        home = record(desk.vault, "household", one.household)
        number = str(home.values.get("household_no") or "") if home else ""
        words = str(whole.values.get("name") or "") if whole else ""
        where = tr("household of {name}", name=head_name(desk.vault, one.household)) if home else ""
        left = tr("left on {day}", day=one.ended_on) if one.ended_on else ""
        names.append(f"{words} ({', '.join(word for word in (where, number, left) if word)})")
    return tr("Already in the register: {names}", names="; ".join(names)) if names else ""
