"""The desktop program: the unlock window first, the heavy floors behind it; the one place that builds a session."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from fieldapp.store import Vault
    from fieldapp_ui.desk import Desk
    from fieldapp_ui.language import Language
    from fieldapp_ui.settings import Settings
    from fieldapp_ui.theme import Look
    from fieldapp_ui.windows.frame import Frame
    from fieldapp_ui.windows.unlock import UnlockWindow
    from fieldapp_ui.windows.welcome import WelcomeWindow

SWITCH_SECONDS = 0.0005
AT_REST_MS = 1_500
"""After the window is shown, before anything begins by itself."""


@click.command()
@click.option("--vault", type=click.Path(path_type=Path, dir_okay=False), help="The register to open.")
@click.option(
    "--language", type=click.Choice(["zh_CN", "zh_TW", "en"]), help="Speak this language from now on."
)
def desktop(vault: Path | None, language: str | None) -> None:
    """The desktop: register, forms, exit checklist, synchronisation."""
    from PySide6.QtWidgets import QApplication

    from fieldapp_ui.settings import Settings, settings_path

    application = QApplication(sys.argv[:1])
    application.setApplicationName("FieldApp")
    settings = Settings(settings_path(), application)
    if language:
        settings.change(language=language)
    session = Session(application, settings)
    session.start(vault or remembered_vault(settings))
    sys.exit(application.exec())


def remembered_vault(settings: Settings) -> Path:
    """The register opened last, or the place where the first one is made."""
    if settings.value.vault:
        return Path(settings.value.vault)
    from platformdirs import user_data_path

    return user_data_path("fieldapp", appauthor=False) / "register.vault"


@dataclass
class Windows:
    """The window in view; holding it keeps it alive."""

    door: QWidget | None = None
    frame: Frame | None = None


class Session:
    """From the first window to the frame: builds the desk once a vault is open."""

    def __init__(
        self, application: QApplication, settings: Settings, clock: Callable[[], int] | None = None
    ) -> None:
        from fieldapp.texts import system_language
        from fieldapp_ui.background.garbage import Garbage
        from fieldapp_ui.background.tasks import Tasks
        from fieldapp_ui.language import Language
        from fieldapp_ui.theme import Look, Theme

        # Work beside the window is Python too: the window's thread gets the interpreter back after half a millisecond.
        sys.setswitchinterval(SWITCH_SECONDS)
        self.settings = settings
        self._clock = clock
        self.windows = Windows()
        self.language: Language = Language(settings.value.language or system_language(), application)
        self.look: Look = Look(Theme(), application)
        self.look.wear(Theme(settings.value.theme, settings.value.text_size))
        self._tasks = Tasks(parent=application)
        self._garbage = Garbage(application)

    def start(self, vault: Path) -> QWidget:
        """Show the door: unlock where there is a register, welcome where there is none."""
        door: UnlockWindow | WelcomeWindow
        if vault.exists():
            from fieldapp_ui.windows.unlock import UnlockWindow

            door = UnlockWindow(vault, self.look.theme, self._tasks, self.language, self._clock)
        else:
            from fieldapp_ui.windows.welcome import WelcomeWindow

            door = WelcomeWindow(vault, self.look.theme, self._tasks, self.language)
            door.restored.connect(lambda: self.start(vault))
        door.opened.connect(self.enter)
        door.show()
        if self.windows.door is not None:
            self.windows.door.close()
        self.windows.door = door
        self._tasks.start(lambda handle: _import_the_rest())
        return door

    def stop(self) -> None:
        """Wait for what still runs behind the door; the session is over."""
        self._tasks.stop()
        self._garbage.stop()

    def enter(self, vault: Vault) -> Frame:
        """The vault is open: build the desk and show the frame."""
        from PySide6.QtCore import QTimer

        from fieldapp_ui.windows.frame import Frame

        desk = desk_of(vault, self.language, self.settings, self.look)
        self.settings.change(vault=str(vault.path))
        frame = Frame(desk)
        frame.closed.connect(vault.close)
        QTimer.singleShot(AT_REST_MS, frame, lambda: _begin_by_itself(desk, frame))
        frame.show_first()
        room = frame.screen().availableSize()
        if frame.width() < room.width() and frame.height() < room.height():
            frame.show()
        else:
            frame.showMaximized()
        if self.windows.door is not None:
            self.windows.door.close()
        self.windows = Windows(frame=frame)
        return frame


def desk_of(vault: Vault, language: Language, settings: Settings, look: Look) -> Desk:
    """Everything long-lived of a session around an open vault."""
    from fieldapp_ui.background.tasks import Tasks
    from fieldapp_ui.deeds import Deeds
    from fieldapp_ui.desk import Desk
    from fieldapp_ui.navigator import Navigator
    from fieldapp_ui.scope import ChosenScope, widest_scope

    return Desk(
        vault=vault,
        language=language,
        tasks=Tasks(vault, look),
        settings=settings,
        look=look,
        navigator=Navigator(look),
        deeds=Deeds(vault, look),
        scope=ChosenScope(widest_scope(vault.worker), look),
    )


def _begin_by_itself(desk: Desk, frame: Frame) -> None:
    from fieldapp_ui.background.auto_sync import AutoSync
    from fieldapp_ui.background.compacting import Compacting

    if not desk.tasks.stopped:
        AutoSync(desk, frame)
        Compacting(desk, frame)


def _import_the_rest() -> None:
    """While the worker types, the modules of the session are read from disk."""
    import qtawesome  # noqa: F401

    import fieldapp.standards.compiler
    import fieldapp.standards.reading
    import fieldapp.store  # noqa: F401
    import fieldapp_ui.background.auto_sync
    import fieldapp_ui.windows.checklist
    import fieldapp_ui.windows.conflicts
    import fieldapp_ui.windows.frame
    import fieldapp_ui.windows.household
    import fieldapp_ui.windows.register
    import fieldapp_ui.windows.sync
    import fieldapp_ui.windows.today  # noqa: F401
