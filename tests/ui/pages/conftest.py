"""A desk on a real vault of the shipped packs, with one invented household: what every page's test stands on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.journal.commit import Value
from fieldapp.resources import resource
from fieldapp.store import Vault, create_vault
from fieldapp.store.intake import receive
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after, vector
from fieldapp_ui.background.tasks import Tasks
from fieldapp_ui.deeds import Deeds
from fieldapp_ui.desk import Desk
from fieldapp_ui.language import Language
from fieldapp_ui.navigator import Navigator, Place
from fieldapp_ui.scope import ChosenScope
from fieldapp_ui.settings import Settings
from fieldapp_ui.theme import Look, Theme

PASSPHRASE = "four invented words here"
VILLAGE = "990101001201"
YEAR = 2019
START_MS = 1_572_946_200_000  # 2019-11-05 09:30 UTC


@dataclass
class HandClock:
    """One second further at every reading."""

    ms: int = START_MS

    def __call__(self) -> int:
        self.ms += 1000
        return self.ms


@pytest.fixture
def make_vault(tmp_path: Path) -> Iterator[Callable[..., Vault]]:
    made: list[Vault] = []

    def make(name: str = "a", role: str = "team", scopes: tuple[str, ...] = (VILLAGE,)) -> Vault:
        packs = ("cn-base", "gansu-qinba", resource("demo", "pack"))
        vault = create_vault(
            tmp_path / name / "laptop.vault",
            PASSPHRASE,
            worker=f"worker {name}",
            role=role,
            scopes=scopes,
            packs=packs,
            clock=HandClock(),
            escrow_recovery=False,
        )
        made.append(vault)
        return vault

    yield make
    for vault in made:
        assert not vault.db.conn.in_transaction
        vault.close()


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The conversions of forms: made once, not in every test."""
    return tmp_path_factory.mktemp("converted")


@pytest.fixture
def vault(make_vault: Callable[..., Vault], converted: Path) -> Vault:
    made = make_vault()
    folder = made.path.with_suffix(".forms")
    folder.mkdir()
    (folder / "converted").symlink_to(converted)
    return made


@dataclass(frozen=True)
class Home:
    """The ids of a saved household and its members."""

    household: str
    people: tuple[str, ...] = field(default=())


def _a_household(vault: Vault, *names: str, year: dict[str, Value] | None = None) -> Home:
    """A household with members of these names; the first is the head."""
    names = names or ("龙长顺", "单玉兰", "龙小见")
    household, people = vault.new_id(), tuple(vault.new_id() for _ in names)
    births = ("1971-04-09", "1973-11-20", "2007-06-15", "1990-01-01")
    changes = [Change("village", vault.new_id(), "add", {"name": "柳树沟村"})]
    changes += [Change("household", household, "add", {"household_no": "H0001", "address": "东沟组12号"})]
    changes += [
        Change(
            "person",
            person,
            "add",
            {
                "household": household,
                "name": name,
                "relation": str(at + 1),
                "sex": "1",
                "birth_date": births[at],
            },
        )
        for at, (person, name) in enumerate(zip(people, names, strict=True))
    ]
    if year:
        changes.append(Change("household_year", None, "add", {"household": household, "year": YEAR, **year}))
    save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))
    return Home(household, people)


@pytest.fixture
def a_household() -> Callable[..., Home]:
    return _a_household


def _write(vault: Vault, list_name: str, record: str, **values: Value) -> None:
    """One edit by whoever holds the vault."""
    save(vault, VILLAGE, "edit", [Change(list_name, record, "set", values)], seen=seen_of(vault, VILLAGE))


@pytest.fixture
def write() -> Callable[..., None]:
    return _write


def _carry(source: Vault, target: Vault) -> None:
    """Brings what one laptop has to another, as an exchange does."""
    for segment in list(segments_after(source.ledger, VILLAGE, vector(target.ledger, VILLAGE))):
        receive(target.ledger, segment)


@pytest.fixture
def carry() -> Callable[[Vault, Vault], None]:
    return _carry


@pytest.fixture
def make_desk(qtbot, tmp_path: Path) -> Iterator[Callable[[Vault], Desk]]:
    desks: list[Desk] = []

    def make(vault: Vault) -> Desk:
        look = Look(Theme())
        look.wear(look.theme)
        desk = Desk(
            vault=vault,
            language=Language("en"),
            tasks=Tasks(vault),
            settings=Settings(tmp_path / "desktop.json"),
            look=look,
            navigator=Navigator(),
            deeds=Deeds(vault),
            scope=ChosenScope(VILLAGE),
        )
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.tasks.stop()


@pytest.fixture
def desk(make_desk: Callable[[Vault], Desk], vault: Vault) -> Desk:
    return make_desk(vault)


class Hands:
    """Types and presses where the cursor is."""

    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot
        self._windows: list[QWidget] = []

    def open(self, widget: QWidget, place: Place | None = None, size: tuple[int, int] = (1366, 768)) -> None:
        """Shows a page in an active window, and goes to a place of it."""
        # A bare window around it: the offscreen platform warns of windows with size hints of their own.
        window = QWidget()
        self._windows.append(window)
        self.qtbot.addWidget(window)
        window.resize(*size)
        widget.setParent(window)
        widget.resize(*size)
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        if place is not None:
            widget.arrive(place)  # type: ignore[attr-defined]

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def type(self, text: str) -> None:
        """Keys for ASCII; a confirmed word of an input method for anything else."""
        if text.isascii():
            self.qtbot.keyClicks(self.focus(), text)
        else:
            word = QInputMethodEvent("", [])
            word.setCommitString(text)
            QApplication.sendEvent(self.focus(), word)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus(), key, modifier)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)


@pytest.fixture
def hands(qtbot) -> Hands:
    return Hands(qtbot)
