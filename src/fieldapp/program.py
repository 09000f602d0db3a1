"""This very program as a child process, and what a hub's commands answer: a hub's files are opened by the hub's program.

The rule it holds: who is not the hub speaks to its archive over the network or by `fieldapp hub`, never by its files.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from fieldapp.errors import SyncError


def fieldapp_command(*arguments: str) -> list[str]:
    """The command line of this very program: the frozen one, or the module under this Python."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "fieldapp"]
    return [*start, *arguments]


def ask_hub(data: Path, deed: str, *arguments: str, given: str = "", language: str = "") -> dict[str, object]:
    """Run `fieldapp hub DEED …` (as "account add") on the archive in `data`, running or not, and read its JSON. `given`
    goes to its standard input. Raises SyncError hub.refused with its own words, in `language` or the system's."""
    command = fieldapp_command("hub", *deed.split(), "--data", str(data), "--json", *arguments)
    spoken = {**os.environ, "FIELDAPP_LANGUAGE": language} if language else None
    answer = subprocess.run(command, input=given, capture_output=True, text=True, env=spoken)
    if answer.returncode != 0:
        raise SyncError("hub.refused", "The hub refused: {words}", words=answer.stderr.strip())
    told: dict[str, object] = json.loads(answer.stdout)
    return told
