"""The frame of a session, shown offscreen at 1366 × 768."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import shiboken6

from fieldapp.store import Vault, create_vault
from fieldapp.store.cipher import open_database
from fieldapp.store.lock import VaultLock
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.vault import Session
from fieldapp_ui.desk import Desk
from fieldapp_ui.windows.frame import Frame

VILLAGE = "990101001201"


@pytest.fixture
def frame(qtbot: Any, desk: Desk) -> Iterator[Frame]:
    """The frame on the page of the morning, active and with its counts shown."""
    made = Frame(desk)
    made.show_first()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not desk.tasks.running)
    yield made
    made.close()
    made.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(made))


@dataclass
class Sticks:
    """Folders that play sticks: only the list of mounts is not the system's."""

    root: Path
    there: dict[str, Path] = field(default_factory=dict)

    def plug(self, label: str = "KINGSTON") -> Path:
        path = self.root / label
        path.mkdir(parents=True, exist_ok=True)
        self.there[label] = path
        return path

    def pull(self, label: str = "KINGSTON") -> None:
        """Away, with all that lies on it."""
        self.there.pop(label).rename(self.root / f"{label} in a pocket")


@pytest.fixture
def sticks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sticks:
    made = Sticks(tmp_path / "media")
    monkeypatch.setattr(
        "fieldapp_sync.bundles.sticks.mounted",
        lambda _: tuple((path, label) for label, path in made.there.items()),
    )
    return made


@pytest.fixture(scope="session")
def sealed_colleague(tmp_path_factory: pytest.TempPathFactory) -> tuple[Session, str]:
    """The vault of another computer of the village, with one household; each test works on a copy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fieldapp.keys.wraps._MEMORY_KIB", 64)
        vault = create_vault(
            tmp_path_factory.mktemp("colleague") / "other.vault",
            "four other quiet goats",
            worker="柳树沟村",
            role="team",
            scopes=(VILLAGE,),
            packs=["cn-base"],
            escrow_recovery=False,
        )
    with vault:
        home = Change("household", None, "add", {"household_no": "9901010012019901", "address": "柳树沟1号"})
        save(vault, VILLAGE, "edit", [home], seen=seen_of(vault, VILLAGE))
        return vault.session, vault.replica


@pytest.fixture
def colleague(sealed_colleague: tuple[Session, str], tmp_path: Path) -> Iterator[Vault]:
    session, replica = sealed_colleague
    folder = tmp_path / "colleague"
    shutil.copytree(session.path.parent, folder, ignore=shutil.ignore_patterns("*.lock"))
    path = folder / session.path.name
    with Vault(
        replace(session, path=path), open_database(path, session.file_key), replica, VaultLock(path)
    ) as vault:
        yield vault
