"""The one command `fieldapp`: it knows no floor above it; subcommands arrive by the entry points `fieldapp.commands`."""

import sys
from collections.abc import Sequence
from importlib.metadata import entry_points

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
        sys.exit(1)
    except UserError as error:
        click.echo(f"{error.sentence(texts_of(system_language()).translate)} [{error.code}]", err=True)
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)
