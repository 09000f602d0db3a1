"""The county's hub of the demo: a child process with an archive of its own that plays the one on the internet.

The rule it holds: nobody in the demo touches its files; accounts and codes are asked for as an office does, by command.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fieldapp.program import ask_hub
from fieldapp.store.vault import now_ms
from fieldapp_ui.background.hub_process import HubProcess, start_hub
from fieldapp_ui.demo.county import VILLAGES
from fieldapp_ui.demo.laptops import COUNTY_SCOPE, TOWN_SCOPE
from fieldapp_ui.demo.stage import Stage

STATION, TEAM, ALL_VILLAGES = "青石镇扶贫工作站", "柳树沟村第二组", "示范县工作队"
FOLDER = "hub"
FAR = "127.1"
"""This computer by an address that is none of a LAN: photos travel there as small pictures, as over the internet."""
CLOCK_AHEAD = "FIELDAPP_CLOCK_AHEAD"


@dataclass(frozen=True)
class Centre:
    """The running hub of the county. `folder` is its archive's."""

    folder: Path
    process: HubProcess

    @property
    def url(self) -> str:
        """As a laptop types it."""
        return f"https://{FAR}:{self.process.url.rpartition(':')[2]}"

    @property
    def fingerprint(self) -> str:
        """As the county's paper shows it."""
        return self.process.fingerprint

    def code(self, account: str) -> str:
        """A pairing code for an account, good once."""
        return str(ask_hub(self.folder, "device code", account)["code"])

    def waiting(self) -> int:
        """How many writers' work waits for a review at the county."""
        told = ask_hub(self.folder, "review list")["held"]
        assert isinstance(told, list)
        return len(told)


@contextmanager
def running_centre(stage: Stage) -> Iterator[Centre]:
    """The county's hub with the accounts of the station and of two teams, for the length of the block."""
    folder = stage.folder / FOLDER
    station = ("--role", "township", "--scope", TOWN_SCOPE, "--station")
    ask_hub(folder, "account add", STATION, *station)
    ask_hub(folder, "account add", TEAM, "--role", "team", "--scope", VILLAGES[0].scope)
    ask_hub(folder, "account add", ALL_VILLAGES, "--role", "team", "--scope", COUNTY_SCOPE)
    # Every hub that is started from here on, the station's too, plays in the year of the demo.
    os.environ[CLOCK_AHEAD] = str(stage.clock() - now_ms())
    hub = start_hub(folder)
    try:
        yield Centre(folder, hub)
    finally:
        hub.stop()
        del os.environ[CLOCK_AHEAD]
