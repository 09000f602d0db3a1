"""`fieldapp vault upgrade`: newer packs for a vault, or further ones, with what they add told first."""

from dataclasses import asdict
from pathlib import Path

import click

from fieldapp.saying import json_option, say, texts, words
from fieldapp.store.vault_options import opened_vault, vault_options


@click.command()
@click.argument("packs", metavar="[PACK]...", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Only tell what would be added or lost.")
@vault_options
@json_option
@click.pass_context
def upgrade(
    ctx: click.Context,
    packs: tuple[str, ...],
    dry_run: bool,
    path: Path | None,
    passphrase_file: Path | None,
    worker: str | None,
    as_json: bool,
) -> None:
    """Take newer packs into the vault: those named (id, id@version, folder), else all of which a newer is at hand."""
    from fieldapp.store.upgrading import edition_after, preview_upgrade, upgrade_packs

    with opened_vault(path, passphrase_file, worker) as vault:
        changes, findings = preview_upgrade(vault, packs)
        lost = [finding.sentence(words().translate) for finding in findings]
        before, after = vault.edition, edition_after(vault, packs)
        if not dry_run:
            upgrade_packs(vault, packs)
        facts = {
            "before": before,
            "after": after,
            "added": asdict(changes),
            "lost": lost,
        }
        counts = {"lists": len(changes.lists), "fields": len(changes.fields), "codes": len(changes.codes)}
        say(
            as_json,
            facts,
            f"{before} → {after}",
            texts("New lists: {lists}, new fields: {fields}, new codes: {codes}.", **counts),
            *lost,
        )
    if findings:
        ctx.exit(1)
