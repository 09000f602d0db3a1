"""The one command `fieldapp`: it knows no floor above it; subcommands arrive by the entry points `fieldapp.commands`."""

import os
import sys
from collections.abc import Sequence
from importlib.metadata import entry_points
from typing import NoReturn

import click

from fieldapp import __version__
from fieldapp.errors import UserError
from fieldapp.texts import system_language, texts_of


class FieldAppCommand(click.Group):
    """Loads a subcommand only when it is named: starting one costs nothing of the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(
            entry.name for entry in entry_points(group="fieldapp.commands") if entry.name != "desktop"
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for entry in entry_points(group="fieldapp.commands", name=cmd_name):
            command: click.Command = entry.load()
            return command
        return None


@click.group(cls=FieldAppCommand, invoke_without_command=True)
@click.version_option(__version__, prog_name="fieldapp")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """FieldApp: the register, forms and exit checklists of a village work team. Without a subcommand: the desktop."""
    if ctx.invoked_subcommand is None:
        desktop = cli.get_command(ctx, "desktop")
        if desktop is None:
            raise UserError("cli.no_desktop", "The desktop is not installed here. Install fieldapp[desktop].")
        ctx.invoke(desktop)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; a UserError becomes one sentence with its code on stderr and exit status 1."""
    try:
        # Outside click's own mode `ctx.exit(1)` comes back as a value: scripts read it as the exit status.
        status = cli.main(args=None if arguments is None else list(arguments), standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except click.Abort:
        _end_with(UserError("cli.stopped", "Stopped before its end. What was done until then is kept."))
    except UserError as error:
        _end_with(error)
    except OSError as refused:
        _leave_output()
        _end_with(
            UserError(
                "cli.system",
                "The computer refused: {reason}. Check the names of files and the room on the disk, then try again.",
                reason=refused.strerror or refused,
            )
        )
    sys.exit(status if isinstance(status, int) else 0)


def _end_with(error: UserError) -> NoReturn:
    click.echo(f"{error.sentence(texts_of(system_language()).translate)} [{error.code}]", err=True)
    sys.exit(1)


def _leave_output() -> None:
    """What could not be written is not tried once more when Python ends: that has words and an exit status of its own."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
