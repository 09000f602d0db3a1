"""`fieldapp vault worker add | change | list`: who may open a vault, and what each of them may do there."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from fieldapp.domain.roles import ROLES
from fieldapp.saying import asked, json_option, say, words
from fieldapp.store.vault_options import no_passphrase, opened_vault, passphrase_of, vault_options

_FILE = click.Path(path_type=Path, dir_okay=False)
_SCOPE_HELP = "A region code; repeat for several."
_SECTION_HELP = "A department's section of the dictionary; repeat for several."
_HELPER_HELP = "The record of a household helper, where the name is not enough."
_ROLE_HELP = "What the worker may do."
scope_option = click.option("--scope", "scopes", multiple=True, required=True, help=_SCOPE_HELP)
section_option = click.option("--section", "sections", multiple=True, help=_SECTION_HELP)
helper_option = click.option("--helper", default="", help=_HELPER_HELP)
role_option = click.option(
    "--role", type=click.Choice(list(ROLES)), default="team", show_default=True, help=_ROLE_HELP
)


@click.group()
def worker() -> None:
    """The workers of a vault."""


@worker.command()
@click.argument("name")
@scope_option
@role_option
@section_option
@helper_option
@click.option(
    "--new-passphrase-file", type=_FILE, default=None, help="A file with the new worker's passphrase."
)
@vault_options
@json_option
def add(
    name: str,
    scopes: tuple[str, ...],
    role: str,
    sections: tuple[str, ...],
    helper: str,
    new_passphrase_file: Path | None,
    as_json: bool,
    **place: Any,
) -> None:
    """Let one more worker in, within your own villages."""
    from fieldapp.store.opening import add_worker

    with opened_vault(**place) as opened:
        if new_passphrase_file is not None:
            passphrase = passphrase_of(new_passphrase_file)
        else:
            passphrase = asked("New worker's passphrase", no_passphrase(), hidden=True, twice=True)
        add_worker(opened, name, passphrase, role=role, scopes=scopes, sections=sections, helper=helper)
    texts = words()
    told = texts("{worker} may open this vault now.", worker=name)
    say(as_json, {"worker": name, "role": role, "scopes": list(scopes)}, told)


@worker.command()
@click.argument("name")
@click.option("--scope", "scopes", multiple=True, help=_SCOPE_HELP)
@click.option("--role", type=click.Choice(list(ROLES)), default=None, help=_ROLE_HELP)
@click.option("--section", "sections", multiple=True, help=_SECTION_HELP)
@click.option("--helper", default=None, help=_HELPER_HELP)
@vault_options
@json_option
def change(
    name: str,
    scopes: tuple[str, ...],
    role: str | None,
    sections: tuple[str, ...],
    helper: str | None,
    as_json: bool,
    **place: Any,
) -> None:
    """Give worker NAME another role or other villages, within your own rights; what is not named stays."""
    from fieldapp.store.workers import change_worker

    with opened_vault(**place) as opened:
        changed = change_worker(
            opened, name, role=role, scopes=scopes or None, sections=sections or None, helper=helper
        )
    texts = words()
    told = texts(
        "{worker} is {role} in {scopes} from now on.",
        worker=changed.name,
        role=changed.role,
        scopes=" ".join(changed.scopes),
    )
    say(as_json, asdict(changed), told)


@worker.command("list")
@vault_options
@json_option
def list_command(as_json: bool, **place: Any) -> None:
    """Who may open this vault, with role, villages and sections."""
    from fieldapp.store.workers import workers

    with opened_vault(**place) as opened:
        found = workers(opened)
    say(
        as_json,
        [asdict(one) for one in found],
        *(f"{one.name}  {one.role}  {' '.join((*one.scopes, *one.sections))}" for one in found),
    )
