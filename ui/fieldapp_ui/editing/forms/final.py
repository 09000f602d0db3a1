"""A finalised form to be read: every question that applied with its answer in words, and what was said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from fieldapp.store import Vault
from fieldapp.store.drafts import Draft
from fieldapp.store.files.attachments import get
from fieldapp.store.permissions import may_write
from fieldapp.store.records import record
from fieldapp.store.refusals import unknown_record
from fieldapp.store.returning import return_remarks
from fieldapp.store.submission_edits import edit_submission
from fieldapp_ui.editing.forms.library import FormLibrary
from fieldapp_ui.editing.forms.opening import local_zone, spoken_language
from fieldapp_ui.editing.forms.reading import FormReading
from fieldapp_ui.fields.answers.words import plain


@dataclass(frozen=True)
class FinalLine:
    """A heading (`number` and `answer` empty), or a question with its answer and what a reviewer or the worker said."""

    number: str
    label: str
    answer: str = ""
    said: str = ""


@dataclass(frozen=True)
class FinalEntry:
    """A finalised form. `record` is the household or the village code; `returned` the remarks on the whole form."""

    id: str
    title: str
    record: str
    worker: str
    lines: tuple[FinalLine, ...]
    returned: tuple[str, ...] = ()
    may_edit: bool = False


def read_final(vault: Vault, library: FormLibrary, submission: str, language: str) -> FinalEntry:
    """A finalised form in words. Raises UserError; takes as long as opening a form."""
    found = record(vault, "submission", submission)
    if found is None:
        raise unknown_record()
    file = library.file(str(found.values.get("form") or ""), str(found.values.get("version") or ""))
    form = library.load(file.path)
    now = datetime.fromtimestamp(vault.clock() / 1000, UTC)
    xml = get(vault, str(found.values.get("xml") or ""))
    session = form.reopen(xml, today=now.date(), now=now, tz=local_zone())
    if wanted := spoken_language(form, language):
        session.set_language(wanted)
    remarks = [
        (one.question, f"{one.remark} · {one.returned_by} {one.returned_on}")
        for one in return_remarks(vault, submission)
    ]
    reading = FormReading(form, session, {ref: words for ref, words in remarks if ref})
    return FinalEntry(
        submission,
        form.title or file.title,
        str(found.values.get("household") or found.scope),
        str(found.values.get("worker_name") or ""),
        tuple(_lines(reading)),
        tuple(words for ref, words in remarks if not ref or ref not in session),
        may_write(vault, "submission"),
    )


def begin_edit(vault: Vault, library: FormLibrary, submission: str) -> Draft:
    """The draft that corrects a finalised form. Raises UserError."""
    found = record(vault, "submission", submission)
    if found is None:
        raise unknown_record()
    file = library.file(str(found.values.get("form") or ""), str(found.values.get("version") or ""))
    return edit_submission(vault, library.load(file.path), submission, tz=local_zone())


def _lines(reading: FormReading) -> list[FinalLine]:
    lines: list[FinalLine] = []
    for section in reading.sections:
        asked = [
            reading.node(ref)
            for ref in section.items
            if ref in reading.plan.numbers and reading.node(ref).relevant and reading.node(ref).kind != "note"
        ]
        if asked:
            lines.append(FinalLine("", reading.title(section)))
        for node in asked:
            said = "\n".join(
                f"{mark} {words}"
                for mark, words in (("↩", reading.returned(node.ref)), ("✎", reading.remark(node.ref)))
                if words
            )
            answer = reading.shown(node.ref, node.value)
            lines.append(FinalLine(reading.number(node.ref), plain(node.label) or node.name, answer, said))
    return lines
