"""`fieldapp region import | find` and `fieldapp register find | show`: what is in the vault, personal values masked."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fieldapp.errors import RegisterError
from fieldapp.saying import json_option, say, words
from fieldapp.store.refusals import unknown_record
from fieldapp.store.vault_options import opened_vault, vault_options
from fieldapp.texts import Texts

if TYPE_CHECKING:
    from fieldapp.store.records import Record
    from fieldapp.store.vault import Vault


@click.group()
def region() -> None:
    """Region codes with their history."""


@region.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@vault_options
@json_option
@click.pass_context
def import_command(ctx: click.Context, /, file: Path, as_json: bool, **place: Any) -> None:
    """Read the region codes of a published table into the vault; exit status 1 when rows were wrong."""
    from fieldapp.register.regions import read_regions
    from fieldapp.store.regions import import_regions

    if not file.is_file():
        raise RegisterError("region.no_file", "There is no file {path}. Check the name.", path=str(file))
    found, findings = read_regions(file.read_bytes(), file.name)
    with opened_vault(**place) as vault:
        count = import_regions(vault, found)
    texts = words()
    told = [
        {"row": finding.where.row, "code": finding.code, "text": finding.sentence(texts.translate)}
        for finding in findings
    ]
    say(
        as_json,
        {"imported": count, "findings": told},
        texts("{count} regions imported, {findings} findings.", count=count, findings=len(told)),
        *(f"{file.name}:{one['row']}: {one['text']} [{one['code']}]" for one in told),
    )
    if any(finding.severity == "error" for finding in findings):
        ctx.exit(1)


@region.command("find")
@click.argument("text")
@vault_options
@json_option
def find_region(text: str, as_json: bool, **place: Any) -> None:
    """Regions by the beginning of their code or a part of their name."""
    from fieldapp.store.regions import find_regions

    with opened_vault(**place) as vault:
        found = find_regions(vault, text)
    lines = [
        f"{one.code}  {one.name}  {one.valid_from or '…'}–{one.valid_to or '…'}  {one.replaced_by}"
        for one in found
    ]
    nothing = words()(
        "No region fits {text}. Try the beginning of its code or a part of its name.", text=text
    )
    say(as_json, [asdict(one) for one in found], *(lines or [nothing]))


@click.group()
def register() -> None:
    """The register: what is in it, taken in from files, written out, counted, compared."""


@register.command("find")
@click.argument("text")
@click.option("--scope", default="", help="Only the villages this region code covers.")
@vault_options
@json_option
def find_record(text: str, scope: str, as_json: bool, **place: Any) -> None:
    """Households and people by name, pinyin, initials, last four digits, number or address."""
    from fieldapp.store.finding.find import find

    with opened_vault(**place) as vault:
        if scope:
            vault.refuse_elsewhere(scope)
        found = find(vault, text, scope=scope)
    lines = [f"{hit.household}  {hit.title}  {hit.household_no}  {hit.village}" for hit in found]
    nothing = words()(
        "Nothing in your villages fits {text}. Try a part of the name, its initials or the last four digits.",
        text=text,
    )
    say(as_json, [asdict(hit) for hit in found], *(lines or [nothing]))


@register.command()
@click.argument("record_id", metavar="ID")
@vault_options
@json_option
def show(record_id: str, as_json: bool, **place: Any) -> None:
    """One household or other record with all below it; personal values are masked."""
    texts = words()
    with opened_vault(**place) as vault:
        found = list(_with_children(vault, record_id))
        if not found:
            raise unknown_record()
        data = [_masked(vault, one) for one in found]
        lines = [line for one in found for line in _lines(vault, one, texts)]
    say(as_json, data, *lines)


def _with_children(vault: "Vault", record_id: str) -> "Iterable[Record]":
    from fieldapp.store.records import children, record

    for name in vault.dictionary.lists:
        if (found := record(vault, name, record_id)) is not None:
            below = [found]
            while below:
                one = below.pop(0)
                yield one
                for spec in vault.dictionary.children(one.list):
                    below += children(vault, spec.name, one.id)


def _masked(vault: "Vault", record: "Record") -> dict[str, object]:
    from fieldapp.domain.masking import mask

    values: dict[str, object] = {}
    for key, value in record.values.items():
        spec = vault.dictionary.field(record.list, key)
        values[key] = mask(str(value), spec.mask) if spec.mask and value is not None else value
    return {
        "list": record.list,
        "id": record.id,
        "scope": record.scope,
        "values": values,
        "ended_on": record.ended_on,
        "conflicts": sorted(record.conflicts),
    }


def _lines(vault: "Vault", record: "Record", texts: Texts) -> "Iterable[str]":
    from fieldapp.domain.masking import mask
    from fieldapp.register.values import to_text

    spec = vault.dictionary.lists[record.list]
    yield f"{texts.pick(spec.zh_hans, spec.zh_hant, spec.en)}  {record.id}"
    for key, value in record.values.items():
        if value is not None:
            field = vault.dictionary.field(record.list, key)
            text = to_text(field, value, vault.dictionary, texts)
            label = texts.pick(field.zh_hans, field.zh_hant, field.en) or key
            yield f"  {label}: {mask(text, field.mask) if field.mask else text}"
