"""A blank form made from a vault: which form, whose household, what is known of it already, masked as on every paper.

Nothing is kept: printing opens no draft. What the register holds is printed small and is typed in only where it changed.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from fieldapp.errors import Finding, RegisterError
from fieldapp.forms import Form, NodeState, Session, load_form
from fieldapp.forms.paper.numbering import path_of
from fieldapp.register.declarations import FieldSpec
from fieldapp.register.values import from_form
from fieldapp.reports.blank_form import Sheet, blank_form
from fieldapp.reports.document import Document
from fieldapp.reports.facts import household_facts, imprint, village_name
from fieldapp.reports.wording import is_printed, printed
from fieldapp.store.prefill import prefill
from fieldapp.store.questions import owners_of
from fieldapp.store.vault import Vault
from fieldapp.texts import Texts

BLANK_ROWS = 3
_RANGE = "#range"
_WORDS = {"zh_CN": ("zh-hans", "(zh)", "中文"), "zh_TW": ("zh-hant", "繁"), "en": ("(en", "english")}


def pack_form(vault: Vault, name: str) -> Form:
    """A form of the vault's packs by its id or file name. Raises RegisterError report.no_form and FormError."""
    cache = vault.path.with_suffix(".forms") / "converted"
    paths = {stem: path for pack in vault.packs for stem, path in pack.forms.items()}
    if name in paths:
        return load_form(paths[name], cache=cache)
    loaded = (load_form(path, cache=cache) for path in paths.values())
    found = next((form for form in loaded if form.id == name), None)
    if found is None:
        raise RegisterError(
            "report.no_form",
            "The packs have no form named {name}. There are: {known}.",
            name=name,
            known=", ".join(paths),
        )
    return found


def blank_document(
    vault: Vault,
    form: Form,
    texts: Texts,
    *,
    household: str = "",
    scope: str = "",
    year: int | None = None,
    rows: int = BLANK_ROWS,
) -> Document:
    """The paper of a form for a household, or for any household of a village; `rows` are the empty ones of each list.

    Raises RegisterError register.no_household.
    """
    facts = household_facts(vault, household, year or 0) if household else None
    here = prefill(vault, form, household, year) if household else {}
    before = prefill(vault, form, household, year - 1) if household and year else {}
    specs = _specs(vault, form)
    village = facts.scope if facts else scope
    sheet = Sheet(
        imprint=imprint(vault),
        village=f"{village_name(vault, village)} {village}".strip() if village else "",
        year=year,
        facts=facts,
        known=_known(vault, specs, here, before, year, texts),
        names={ref.rpartition("/")[0]: raw for ref, raw in here.items() if _is_name(ref)},
        specs=specs,
    )
    return blank_form(form, _nodes(vault, form, texts, here, rows), sheet, texts)


def _nodes(
    vault: Vault, form: Form, texts: Texts, here: Mapping[str, str], rows: int
) -> Mapping[str, NodeState]:
    """The state of a session without answers: lists of choices are whole, rows are as many as are printed."""
    now = datetime.fromtimestamp(vault.clock() / 1000, UTC)
    session = form.start(today=now.date(), now=now)
    wanted = next((one for one in form.languages if _speaks(one, texts.language)), "")
    if wanted and wanted != session.language:
        session.set_language(wanted)
    # Rows of rows come into being with their rows: what is new after one look is looked at again.
    done: set[str] = set()
    while fresh := [ref for ref, node in session.state().items() if ref.endswith(_RANGE) and ref not in done]:
        for ref in fresh:
            _grow(session, ref, int(here.get(ref) or 0), rows)
            done.add(ref)
    return session.state()


def _grow(session: Session, ref: str, known: int, rows: int) -> None:
    """A list that the answers count has as many rows as the register knows; else empty ones behind the known ones."""
    counted = session.node(ref).kind == "repeat-range:controlled"
    session.prefill({ref: str(known if counted and known else known + rows)})


def _specs(vault: Vault, form: Form) -> Mapping[str, FieldSpec]:
    return {
        path: vault.dictionary.field(owner.list, key)
        for owner in owners_of(form).values()
        for path, key in owner.questions.items()
        if vault.dictionary.has_field(owner.list, key)
    }


def _known(
    vault: Vault,
    specs: Mapping[str, FieldSpec],
    here: Mapping[str, str],
    before: Mapping[str, str],
    year: int | None,
    texts: Texts,
) -> dict[str, str]:
    """What is recorded for this year; where nothing is, that of the year before with its year."""
    found: dict[str, str] = {}
    for values, said in ((before, f"{(year or 0) - 1}: "), (here, "")):
        for ref, raw in values.items():
            spec = specs.get(path_of(ref))
            if spec is not None and raw and is_printed(spec, masked=True):
                value = from_form(spec, raw)
                words = (
                    ""
                    if isinstance(value, Finding)
                    else printed(spec, value, vault.dictionary, texts, masked=True)
                )
                found |= {ref: f"{said}{words}"} if words else {}
    return found


def _is_name(ref: str) -> bool:
    return "]/" in ref and ref.endswith("_name")


def _speaks(language: str, wanted: str) -> bool:
    return any(word in language.lower() for word in _WORDS.get(wanted, ()))
