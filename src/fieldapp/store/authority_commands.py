"""`fieldapp vault erase | expire | unmasked`: what only a township or county does, and what it may look into."""

from dataclasses import asdict
from typing import Any

import click

from fieldapp.saying import json_option, say, words
from fieldapp.store.vault_options import opened_vault, vault_options


@click.command()
@click.argument("person", metavar="PERSON")
@click.option("--reason", default="", help="Why, without the person's name; it stays on record.")
@click.option("--basis", default="", help="The law or decision that asks for it.")
@click.option("--dry-run", is_flag=True, help="Only say what would go and what stays.")
@vault_options
@json_option
def erase(person: str, reason: str, basis: str, dry_run: bool, as_json: bool, **place: Any) -> None:
    """Erase the data of PERSON (a record id) here and, by sync and bundle, everywhere. It cannot be undone."""
    from fieldapp.store.erasure import erase_person, plan_erasure

    texts = words()
    with opened_vault(**place) as opened:
        plan = plan_erasure(opened, person)
        saved = None if dry_run else erase_person(opened, person, reason, basis)
    told = [finding.sentence(texts.translate) for finding in plan.findings]
    facts = {
        "erased": saved is not None,
        "records": [list(one) for one in plan.records],
        "words": [[*struck, *sorted(keys)] for struck, keys in sorted(plan.words.items())],
        "files": list(plan.files),
        "kept": [list(one) for one in plan.kept],
        "findings": told,
    }
    counted = texts(
        "{records} records, words in {words} others, {files} files.",
        records=len(plan.records),
        words=len(plan.words),
        files=len(plan.files),
    )
    head = (
        texts("Nothing was erased yet.") if saved is None else texts("Erased. It travels with the next sync.")
    )
    say(as_json, facts, head, counted, *told)


@click.command()
@click.argument("device", metavar="DEVICE")
@click.option("--on", "day", required=True, help="The last day it can be read: 2020-12-31.")
@click.option("--scope", required=True, help="A village of that computer.")
@click.option("--reason", required=True, help="Why; it stays on record.")
@vault_options
@json_option
def expire(device: str, day: str, scope: str, reason: str, as_json: bool, **place: Any) -> None:
    """Set the last day on which DEVICE (`hub device list` shows the ids) can be read; it learns it by its next sync."""
    from fieldapp.store.expiry import set_term

    with opened_vault(**place) as opened:
        set_term(opened, device, day, scope=scope, reason=reason)
    texts = words()
    say(
        as_json,
        {"device": device, "expires_on": day},
        texts("{device} can be read until {day}.", device=device, day=day),
    )


@click.command()
@click.option("--day", default="", help="Only this day: 2020-05-06.")
@click.option(
    "--each", is_flag=True, help="Every look on this computer with its reason, not only the counts."
)
@vault_options
@json_option
def unmasked(day: str, each: bool, as_json: bool, **place: Any) -> None:
    """Who looked at masked values: counts by day, worker and village of all computers that have synced."""
    from fieldapp.store.unmask import unmask_days, unmask_log

    with opened_vault(**place) as opened:
        if each:
            looks = unmask_log(opened, day)
            facts = [asdict(one) for one in looks]
            lines = [f"{one.worker}  {one.list}.{one.field}  {one.record}  {one.reason}" for one in looks]
        else:
            days = [one for one in unmask_days(opened) if day in ("", one.day)]
            facts = [asdict(one) for one in days]
            lines = [f"{one.day}  {one.worker}  {one.scope}  {one.count}" for one in days]
    say(as_json, facts, *lines)
