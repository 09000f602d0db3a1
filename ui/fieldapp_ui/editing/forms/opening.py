"""Opening a form for a household, a village, or a draft: what is known goes in, and the worker's place is found again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.errors import RegisterError
from fieldapp.forms import Form, Session
from fieldapp.store import Vault
from fieldapp.store.drafts import Draft, drafts, open_draft
from fieldapp.store.files.attachments import get, put
from fieldapp.store.questions import owners_of
from fieldapp.store.returning import remarks_on
from fieldapp.store.submissions import begin, prefill
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.forms.draft import DraftKeeper
from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.editing.forms.last import last_entry
from fieldapp_ui.editing.forms.library import FormFile, FormLibrary

_INSTANCE = re.compile(r"\[\d+\]")
_WORDS = {
    "zh_CN": ("zh-hans", "zh_cn", "(zh)", "中文"),
    "zh_TW": ("zh-hant", "zh_tw", "繁"),
    "en": ("(en", "english"),
}


@dataclass(frozen=True)
class Prepared:
    """A form with its draft restored or prefilled, what the register held a year before, what the worker answered in
    his last entry, and what a reviewer said at the questions of an entry that came back."""

    file: FormFile
    draft: Draft
    form: Form
    session: Session
    last_year: Mapping[str, str]
    last_entry: Mapping[str, str]
    returned: Mapping[str, str]


@dataclass(frozen=True)
class Opened:
    """A form being filled, its draft and who keeps it, and the question to begin at."""

    entry: FormEntry
    keeper: DraftKeeper
    draft: Draft
    file: FormFile
    at: str


class VaultAttachments:
    """Pictures and signatures of a form, kept encrypted beside the vault at once."""

    def __init__(self, desk: Desk) -> None:
        self._vault = desk.vault

    def put(self, data: bytes) -> str:
        """Keeps the bytes; "sha256:<hex>"."""
        return put(self._vault, data)

    def get(self, ref: str) -> bytes | None:
        """The bytes, or None where this device does not hold them."""
        try:
            return get(self._vault, ref)
        except RegisterError:
            return None


def prepare(vault: Vault, library: FormLibrary, place: Place, year: int, language: str) -> Prepared:
    """What opening a form takes, on any thread with that thread's vault. Raises UserError.

    `place` names a draft, or a household (or a village code) with a form; `year` counts where it names none.
    """
    if place.extra.get("draft"):
        draft = next((draft for draft in drafts(vault) if draft.id == place.record), None)
        if draft is None:
            raise RegisterError(
                "draft.gone", "This form is no longer open. Open it again from the household."
            )
        file = library.file(draft.form, draft.version)
    else:
        file = _file(library, place)
        year = int(place.extra.get("year") or year)
        draft = open_draft(vault, file.id, file.version, place.record, year if file.household else None)
    form = library.load(file.path)
    session = begin(vault, form, draft, tz=local_zone())
    wanted = spoken_language(form, language)
    if wanted and wanted != session.language:
        session.set_language(wanted)
    session.state()  # every node is shown once here, and kept: the window's thread reads what is there
    return Prepared(
        file,
        draft,
        form,
        session,
        _last_year(vault, form, draft),
        last_entry(vault, form, draft),
        _returned(vault, draft, session),
    )


def open_prepared(desk: Desk, prepared: Prepared) -> Opened:
    """The form at the worker's desk, on the window's thread."""
    keeper = DraftKeeper(desk.vault, prepared.draft, prepared.form.audit)
    entry = FormEntry(
        prepared.form,
        prepared.session,
        keeper,
        last_year=prepared.last_year,
        last_entry=prepared.last_entry,
        returned=prepared.returned,
        paper=keeper.paper,
    )
    return Opened(entry, keeper, prepared.draft, prepared.file, keeper.at)


def _file(library: FormLibrary, place: Place) -> FormFile:
    """The form a place names, else the first of the packs."""
    wanted = place.extra.get("form", "")
    files = library.files()
    if wanted or not files:
        return library.file(wanted, place.extra.get("version", ""))
    return files[0]


def _returned(vault: Vault, draft: Draft, session: Session) -> Mapping[str, str]:
    """A reviewer's remarks by question, each with who made it and when; those on the whole form, or on a question that
    is there no more, at the root."""
    root = next(iter(session.state()))
    found: dict[str, list[str]] = {}
    for said in remarks_on(vault, draft):
        ref = said.question if said.question in session else root
        words = " · ".join(part for part in (said.remark, said.returned_by, said.returned_on) if part)
        found.setdefault(ref, []).append(words)
    return {ref: "\n".join(words) for ref, words in found.items()}


def _last_year(vault: Vault, form: Form, draft: Draft) -> Mapping[str, str]:
    """What the register held a year before, for the questions that are asked anew each year."""
    if draft.year is None:
        return {}
    lists = vault.dictionary.lists
    yearly = {
        path
        for owner in owners_of(form).values()
        if owner.list in lists and lists[owner.list].key_by == "year"
        for path in owner.questions
    }
    before = prefill(vault, form, draft.record, draft.year - 1)
    return {ref: raw for ref, raw in before.items() if _INSTANCE.sub("", ref) in yearly}


def spoken_language(form: Form, language: str) -> str:
    """The form's language for a language of the interface; "" where it has none or does not need it."""
    for word in _WORDS.get(language, ()):
        for known in form.languages:
            if word in known.lower():
                return known
    return ""


def local_zone() -> str:
    """The IANA name of this machine's time zone, UTC where it cannot be told."""
    from PySide6.QtCore import QTimeZone

    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if name and "/" in name else "UTC"
