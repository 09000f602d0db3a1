"""What the register already knows, as answers of a form: saved questions, and hidden ones by their names.

A hidden question is named by what it holds: `year`; `<list>_id`; `<list>_<field>`; `<list>_count`, the records of the
household. Yearly lists and the household itself are prefilled anywhere; other lists in a repeat, one instance a record.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from fieldapp.errors import RegisterError
from fieldapp.forms import Form, Session
from fieldapp.register.values import to_form
from fieldapp.store.drafts import Draft, answers, put_answers
from fieldapp.store.files.attachments import get
from fieldapp.store.permissions import scope_clause
from fieldapp.store.questions import Owner, hidden_questions, owners_of
from fieldapp.store.records import Record, children, record, year_record
from fieldapp.store.vault import Vault

HOUSEHOLD = "household"
_RANGE = "#range"


def prefill(vault: Vault, form: Form, household: str, year: int | None) -> dict[str, str]:
    """The answers by reference, those outside repeats first; `<repeat>#range` is the number of instances.

    Empty for a record that is no household, as a village code. Derived fields are never prefilled by name of a save.
    """
    home = record(vault, HOUSEHOLD, household)
    if home is None:
        return {}
    found: dict[str, str] = {}
    for owner in sorted(owners_of(form).values(), key=lambda owner: bool(owner.repeat)):
        if not owner.repeat:
            above = _record_for(vault, owner.list, home, year)
            found |= _saved(vault, owner, above, "", "")
    for path, name, repeat in hidden_questions(form):
        if not repeat and (text := _hidden(vault, name, home, home, year)) is not None:
            found[path] = text
    for repeat, list_name in _repeats(form).items():
        found |= _instances(vault, form, repeat, list_name, home, year)
    return found


def begin(
    vault: Vault, form: Form, draft: Draft, *, tz: str = "UTC", metadata: Mapping[str, str] | None = None
) -> Session:
    """The session of a draft: restored from its answers, or started, prefilled from the register and kept at once."""
    now = datetime.fromtimestamp(vault.clock() / 1000, UTC)
    today = now.date()
    known = {"username": vault.worker.name, "deviceid": vault.replica, **(metadata or {})}
    kept = {ref: text for ref, text in answers(vault, draft).items() if not ref.startswith("@")}
    last = last_saved(vault, form)
    if kept:
        return form.restore(kept, today=today, now=now, tz=tz, metadata=known, last_saved=last)
    session = form.start(today=today, now=now, tz=tz, metadata=known, last_saved=last)
    fill(session, prefill(vault, form, draft.record, draft.year))
    put_answers(vault, draft, session.answers())
    return session


def last_saved(vault: Vault, form: Form) -> bytes | None:
    """The newest submission of this form that this worker wrote here, for a form that asks for it; None without one."""
    if not form.definition.last_saved:
        return None
    clause, params = scope_clause(vault, "submission")
    row = vault.db.execute(
        f"select xml from submission where form = ? and worker_name = ? and {clause} order by id desc limit 1",
        [form.id, vault.worker.name, *params],
    ).fetchone()
    try:
        return get(vault, row[0]) if row and row[0] else None
    except RegisterError:
        return None  # the file is not on this laptop: the form begins as if nothing had been saved


def fill(session: Session, values: Mapping[str, str]) -> None:
    """Set what is prefilled: outside repeats, then the instances, then what is in them. What the form lacks is left."""
    outside = {ref: text for ref, text in values.items() if "[" not in ref and not ref.endswith(_RANGE)}
    session.prefill({ref: text for ref, text in outside.items() if ref in session})
    for ref, text in values.items():
        repeat = ref.removesuffix(_RANGE)
        if ref.endswith(_RANGE) and f"{repeat}{_RANGE}" in session:
            for at in range(1, int(text) + 1):
                if f"{repeat}[{at}]" not in session:
                    session.add_repeat(repeat)
    session.prefill({ref: text for ref, text in values.items() if "[" in ref and ref in session})


def _repeats(form: Form) -> dict[str, str]:
    return {owner.repeat: owner.list for owner in owners_of(form).values() if owner.repeat}


def _instances(
    vault: Vault, form: Form, repeat: str, list_name: str, home: Record, year: int | None
) -> dict[str, str]:
    over = _list_over(vault, list_name)
    if over not in vault.dictionary.lists or vault.dictionary.lists[over].parent != HOUSEHOLD:
        return {}
    records = children(vault, over, home.id)
    found = {f"{repeat}{_RANGE}": str(len(records))}
    for at, one in enumerate(records, 1):
        for owner in owners_of(form).values():
            if owner.repeat == repeat:
                about = one if owner.list == over else _record_for(vault, owner.list, one, year)
                found |= _saved(vault, owner, about, repeat, f"{repeat}[{at}]")
        for path, name, inside in hidden_questions(form):
            if inside == repeat and (text := _hidden(vault, name, one, home, year)) is not None:
                found[path.replace(repeat, f"{repeat}[{at}]", 1)] = text
    return found


def _list_over(vault: Vault, list_name: str) -> str:
    spec = vault.dictionary.lists.get(list_name)
    return spec.parent if spec and spec.key_by == "year" else list_name


def _record_for(vault: Vault, list_name: str, above: Record, year: int | None) -> Record | None:
    if list_name == above.list:
        return above
    spec = vault.dictionary.lists.get(list_name)
    if spec is None or spec.key_by != "year" or spec.parent != above.list or year is None:
        return None
    return year_record(vault, list_name, above.id, year)


def _saved(vault: Vault, owner: Owner, about: Record | None, repeat: str, instance: str) -> dict[str, str]:
    if about is None:
        return {}
    found = {}
    for path, key in owner.questions.items():
        value = about.values.get(key)
        if value is not None and vault.dictionary.has_field(about.list, key):
            ref = path.replace(repeat, instance, 1) if repeat else path
            found[ref] = to_form(vault.dictionary.field(about.list, key), value)
    return found


def _hidden(vault: Vault, name: str, about: Record, home: Record, year: int | None) -> str | None:
    if name == "year":
        return None if year is None else str(year)
    for one in (about, home):
        key = name.removeprefix(f"{one.list}_")
        if key != name and key == "id":
            return one.id
        if key != name and vault.dictionary.has_field(one.list, key):
            value = one.values.get(key)
            return "" if value is None else to_form(vault.dictionary.field(one.list, key), value)
    counted = name.removesuffix("_count")
    spec = vault.dictionary.lists.get(counted)
    if counted != name and spec and spec.parent == HOUSEHOLD and spec.key_by == "uuid":
        return str(len(children(vault, counted, home.id)))
    return None
