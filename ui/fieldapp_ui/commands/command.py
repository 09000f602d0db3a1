"""What a command is: its words, key, icon and help."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """`text` and `help` are English source text; `key` is a portable key sequence or empty; `icon` a name of icons."""

    id: str
    text: str
    key: str = ""
    icon: str = ""
    help: str = ""
