"""The form engine: XLSForm and ODK XForms in, states and submissions out; pure, `load_form` is its one door.

form = load_form(path, attachments=None, cache=None)          # any XLSForm or XForm → Form
form.id, form.version, form.title, form.languages, form.findings
session = form.start(today=…, now=…, tz=…, new_uuid=…, prefill={ref: str}, metadata={…}, seen={id: token})
                     # also entities={id: EntityVersion}, last_saved=xml, seed=…: `setting.Setting` says what each is
session = form.restore(answers, today=…, now=…, tz=…, new_uuid=…)       # a draft: session.answers() of before
changed = session.answer(ref, "text")                          # or a number, a list, None: what changed is a set of refs;
changed = session.add_repeat("/data/person")                   # refs may have appeared or gone as well
changed = session.remove_repeat("/data/person[2]")
changed = session.set_language("fr")
session.node(ref) → NodeState        ref in session → bool     session.order() → refs present and relevant
session.state() → {ref: NodeState}   session.violations() → [Violation]
changed = session.confirm(ref)                                  # the answer stands in spite of its soft check
session.remark(ref, "text")          session.remarks() → {ref: text}
session.answers() → {ref: raw}       session.entity_changes() → (EntityChange, …)
session.submission(now=None) → bytes of the XML, the same bytes for the same answers
form.audit, session.audit → what the form asks to be logged (`audit.AuditLog`), or None
form.public_key → for whom its submissions are sealed (`sealing.seal_submission`), or ""
outgoing.named_files, outgoing.parcels → the submission and its files as OpenRosa servers take them
"""

from fieldapp.forms.form import Form
from fieldapp.forms.importing import convert_xlsform
from fieldapp.forms.loading import load_form, load_form_xml
from fieldapp.forms.session import Session
from fieldapp.forms.state import Choice, EntityChange, EntityVersion, Kind, NodeState, Violation

__all__ = [
    "Choice",
    "EntityChange",
    "EntityVersion",
    "Form",
    "Kind",
    "NodeState",
    "Session",
    "Violation",
    "convert_xlsform",
    "load_form",
    "load_form_xml",
]
