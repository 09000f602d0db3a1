"""Every command of the desktop, once: its words, key, icon and help. Menus, toolbar, palette and key sheet read it.

A page says which of these it can do now (`Page.does`, by command id); the frame does the rest.
"""

from collections.abc import Mapping

from fieldapp_ui.commands.command import Command
from fieldapp_ui.commands.decisions import DECISIONS
from fieldapp_ui.commands.exchange import EXCHANGE
from fieldapp_ui.commands.places import BESIDE, NAVIGATION, PLACES
from fieldapp_ui.commands.records import RECORDS
from fieldapp_ui.commands.visits import VISITS

__all__ = ["BESIDE", "COMMANDS", "NAVIGATION", "Command", "command"]

COMMANDS: Mapping[str, Command] = {
    item.id: item for item in (*PLACES, *RECORDS, *VISITS, *DECISIONS, *EXCHANGE)
}


def command(name: str) -> Command:
    """The command of that id. Raises KeyError: a wrong id is a bug."""
    return COMMANDS[name]
