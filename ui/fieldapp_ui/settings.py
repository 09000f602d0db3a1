"""What the worker chose for this machine: a small JSON file beside no secrets; a broken file means the defaults."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

TEXT_SIZES = (100, 125, 150)


@dataclass(frozen=True)
class Preferences:
    """`language` empty: that of the system. `text_size` in percent, `idle_minutes` 0: never lock by itself;
    `base_map` a map file of the county, empty where there is none; `auto_sync`: rounds by themselves once paired."""

    language: str = ""
    text_size: int = 100
    theme: str = "light"
    idle_minutes: int = 15
    vault: str = ""
    base_map: str = ""
    auto_sync: bool = True


class Settings(QObject):
    """Signals: `changed(Preferences)` after a change is kept."""

    changed = Signal(object)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._value = _read(file)

    @property
    def value(self) -> Preferences:
        """The preferences in force."""
        return self._value

    def change(self, **changes: Any) -> None:
        """Keep new values for some of the fields of Preferences."""
        value = replace(self._value, **changes)
        if value == self._value:
            return
        self._value = value
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(asdict(value), indent=1), encoding="utf-8")
        self.changed.emit(value)


def settings_path() -> Path:
    """Where this user's settings are kept."""
    from platformdirs import user_config_path

    return user_config_path("fieldapp", appauthor=False) / "desktop.json"


def _read(file: Path) -> Preferences:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    defaults = asdict(Preferences())
    kept = {
        item.name: found[item.name]
        for item in fields(Preferences)
        if isinstance(found, dict) and type(found.get(item.name)) is type(defaults[item.name])
    }
    return Preferences(**kept)
