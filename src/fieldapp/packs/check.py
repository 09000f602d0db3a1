"""Everything wrong with a pack, as findings by file, row and column: what an author mends before handing it out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from fieldapp.errors import Finding, FormError, PackError, UserError, Where
from fieldapp.packs.form_fields import check_form_fields
from fieldapp.packs.heading import HEADING_FILE, Heading, read_heading
from fieldapp.packs.pack import FORM_SUFFIXES, Pack, read_pack_dictionary
from fieldapp.packs.resolution import joined_dictionary, resolve_packs
from fieldapp.packs.rule_cells import RULES_FOLDER
from fieldapp.register.dictionary import FIELDS_FILE, Dictionary, join

BATCHES_FILE = "batches.yaml"


def check_pack(folder: Path) -> tuple[Finding, ...]:
    """The findings of a pack: heading, requirements, dictionary, forms, standards. Empty: it can be handed out."""
    return tuple(_findings(folder))


def check_tables(folder: Path) -> tuple[Finding, ...]:
    """The findings of heading, requirements, dictionary and quality rules: quick enough to run at every edit."""
    findings, below, dictionary = _tables(folder)
    return (*findings, *_rule_findings(folder, below, dictionary)) if dictionary is not None else findings


def _findings(folder: Path) -> Iterator[Finding]:
    findings, below, dictionary = _tables(folder)
    yield from findings
    if dictionary is not None:
        yield from _form_findings(folder, dictionary)
        yield from _standard_findings(folder, below, dictionary)
        yield from _rule_findings(folder, below, dictionary)
        yield from _batch_findings(folder, below, dictionary)


def _tables(folder: Path) -> tuple[tuple[Finding, ...], tuple[Pack, ...], Dictionary | None]:
    """The findings, the packs below, and the joined dictionary where it can be read."""
    try:
        heading = read_heading(folder)
    except PackError as error:
        return (_as_finding(error, HEADING_FILE),), (), None
    below: dict[str, Pack] = {}
    findings: list[Finding] = []
    for required in heading.requires:
        try:
            below |= {pack.id: pack for pack in resolve_packs([required])}
        except PackError as error:
            findings.append(_as_finding(error, HEADING_FILE, "requires"))
    packs = tuple(below.values())
    base = joined_dictionary(packs)
    try:
        own, wrong = read_pack_dictionary(folder, base)
    except PackError as error:
        return (*findings, _as_finding(error, "dictionary")), packs, None
    return (*findings, *wrong, *_unprefixed(heading, own, base)), packs, join(base, own)


def _unprefixed(heading: Heading, own: Dictionary, base: Dictionary) -> Iterator[Finding]:
    """Fields that a pack adds to another's lists carry its prefix, so two counties' fields never clash."""
    for list_name in own.fields.keys() & base.lists.keys():
        for spec in own.fields[list_name]:
            if base.has_field(list_name, spec.key):
                continue
            if not heading.prefixes or not spec.key.startswith(heading.prefixes):
                yield Finding(
                    "pack.field_prefix",
                    "The field {key} is added to the list {list} of another pack: its name must begin with the "
                    "prefix given in pack.yaml.",
                    {"key": spec.key, "list": list_name},
                    Where(file=FIELDS_FILE, column="key", list=list_name, field=spec.key),
                )


def _form_findings(folder: Path, dictionary: Dictionary) -> Iterator[Finding]:
    # The form engine takes a while to load: only who checks a pack pays for it.
    from fieldapp.forms import load_form

    forms = folder / "forms"
    for file in sorted(forms.iterdir()) if forms.is_dir() else ():
        if file.suffix not in FORM_SUFFIXES:
            continue
        try:
            form = load_form(file)
            yield from _repaired(form.findings, f"forms/{file.name}")
            yield from check_form_fields(file, dictionary)
        except (FormError, PackError) as error:
            yield _as_finding(error, f"forms/{file.name}")


def _repaired(findings: Sequence[Finding], file: str) -> Iterator[Finding]:
    """What a form from elsewhere is repaired for is an error in a pack: its author is here and can mend it."""
    for one in findings:
        if one.severity == "repair":
            yield replace(one, severity="error", where=replace(one.where, file=file))


def _standard_findings(folder: Path, below: Sequence[Pack], dictionary: Dictionary) -> Iterator[Finding]:
    own = {f"standards/{file.name}": file for file in sorted((folder / "standards").glob("*.yaml"))}
    if not own:
        return
    # Compiling standards loads an SQL parser: only who checks a pack pays for it.
    from fieldapp.standards.examination import examine_sets

    theirs = {str(file): file for pack in below for file in pack.standards.values()}
    try:
        texts = {name: file.read_bytes().decode("utf-8-sig") for name, file in {**theirs, **own}.items()}
    except UnicodeDecodeError:
        yield Finding(
            "pack.standards_encoding",
            "A file in standards is not UTF-8. Save it again as UTF-8.",
            {},
            Where(file="standards"),
        )
        return
    yield from examine_sets(texts, dictionary)


def _rule_findings(folder: Path, below: Sequence[Pack], dictionary: Dictionary) -> tuple[Finding, ...]:
    """The faults of this pack's own rules; those of the packs below are theirs to mend."""
    own = rule_documents(folder)
    if not own:
        return ()
    # Compiling rules loads an SQL parser: only who checks a pack with rules pays for it.
    from fieldapp.standards.quality_examination import check_quality_files

    theirs = {
        f"{pack.id}/{name}": text for pack in below for name, text in rule_documents(pack.folder).items()
    }
    found = check_quality_files({**theirs, **own}, dictionary)
    return tuple(finding for finding in found if finding.where.file not in theirs)


def _batch_findings(folder: Path, below: Sequence[Pack], dictionary: Dictionary) -> tuple[Finding, ...]:
    own = folder / BATCHES_FILE
    if not own.is_file():
        return ()
    # Batches are written in the rules' language: the same SQL parser.
    from fieldapp.standards.batches_reader import check_batch_files

    files = {f"{pack.id}/{BATCHES_FILE}": pack.folder / BATCHES_FILE for pack in below}
    theirs = {name: file.read_text("utf-8-sig") for name, file in files.items() if file.is_file()}
    return check_batch_files({**theirs, BATCHES_FILE: own.read_text("utf-8-sig")}, dictionary)


def rule_documents(folder: Path) -> dict[str, str]:
    """File name within the pack → text of its quality rules."""
    files = sorted((folder / RULES_FOLDER).glob("*.yaml"))
    return {f"{RULES_FOLDER}/{file.name}": file.read_bytes().decode("utf-8-sig") for file in files}


def _as_finding(error: UserError, file: str, column: str = "") -> Finding:
    row, sheet = error.params.get("row"), str(error.params.get("sheet") or "")
    where = Where(file=file, sheet=sheet, row=row if isinstance(row, int) else None, column=column)
    return Finding(error.code, error.text, error.params, where)
