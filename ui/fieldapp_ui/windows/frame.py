"""The window of a session: navigation, top bar, page head, page, status line. It shows places and decides nothing."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from fieldapp.errors import UserError
from fieldapp_ui.background.idle import IdleWatch
from fieldapp_ui.background.rounds import RoundEnd
from fieldapp_ui.background.tasks import Task
from fieldapp_ui.commands import BESIDE, NAVIGATION
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.outlook import Outlook, look_out
from fieldapp_ui.language import tr
from fieldapp_ui.scope import widest_scope
from fieldapp_ui.windows.actions import Actions
from fieldapp_ui.windows.cover import LockCover
from fieldapp_ui.windows.guide import Guide
from fieldapp_ui.windows.header import PageHeader
from fieldapp_ui.windows.helpsheet import HelpSheet
from fieldapp_ui.windows.navigation import NavigationBar
from fieldapp_ui.windows.page import Page
from fieldapp_ui.windows.pages import PAGES, PageFactory
from fieldapp_ui.windows.palette import CommandPalette
from fieldapp_ui.windows.parts import column
from fieldapp_ui.windows.statusline import StatusLine
from fieldapp_ui.windows.stick_foot import StickFoot
from fieldapp_ui.windows.topbar import TopBar

OUTLOOK_MS = 60_000
# Pages that take longest to build, built ahead one at a time once the window is at rest.
AHEAD = ("household", "checklist", "register")
AHEAD_MS = 400


class Frame(QMainWindow):
    """Signals: `closed()` after the worker left and everything is kept."""

    closed = Signal()

    def __init__(self, desk: Desk, pages: Mapping[str, PageFactory] = PAGES) -> None:
        super().__init__()
        self.desk = desk
        self._factories = pages
        self._pages: dict[str, Page] = {}
        self.setMinimumSize(1024, 520)
        self.resize(1366, 768)
        self.actions_here = Actions(self, self._everywhere())
        self._stack = QStackedWidget(self)
        self._area = QStackedWidget()
        self._outlook: Outlook | None = None
        self._counting: Task | None = None
        self.cover = LockCover(desk, self)
        self.cover.unlocked.connect(self._uncover)
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self.cover)
        self.setCentralWidget(self._stack)
        self.idle = IdleWatch(desk.settings.value.idle_minutes, self)
        self.idle.fallen.connect(self.lock)
        self._again = QTimer(self, interval=OUTLOOK_MS)
        self._again.timeout.connect(self.look_out)
        self._again.start()
        self._ahead = QTimer(self, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._build_ahead)
        self._ahead.start()
        self._listen()
        self._furnish()
        desk.standard.prepare(desk.tasks, self)
        desk.station.attend(desk.vault, desk.tasks)

    @property
    def page(self) -> Page | None:
        """The page in view."""
        shown = self._area.currentWidget()
        return shown if isinstance(shown, Page) else None

    def show_place(self, place: Place) -> None:
        """Leave the page in view (it may refuse) and arrive at another place."""
        leaving = self.page
        if leaving is not None and not leaving.leave():
            self._say_why_staying()
            return
        page = self._page(place.page)
        self._area.setCurrentWidget(page)
        self.desk.navigator.arrived(place)
        self.navigation.mark(place.page)
        self.actions_here.attend(page)
        page.arrive(place)
        self._head()

    def lock(self) -> None:
        """Hide everything until the passphrase is typed; what is open stays as it is."""
        if self.actions_here.locked:
            return
        if self.page is not None:
            self.page.leave()
        self.actions_here.locked = True
        self.actions_here.update()
        self.status.setVisible(False)
        self.cover.cover()
        self._stack.setCurrentWidget(self.cover)
        self.cover.take_focus()

    def show_first(self) -> None:
        """The page of the morning."""
        self.desk.navigator.go(Place("today"))

    def look_out(self) -> None:
        """Count again, beside the window, what waits."""
        scope, today = self.desk.scope.code, self.desk.today()
        # A count begun before may come in after this one, with another village or with counts of before a round.
        if self._counting is not None and isValid(self._counting):
            self._counting.cancel()
        self._counting = self.desk.tasks.start_with_vault(
            lambda vault, handle: look_out(vault, scope, today), owner=self, done=self._show_outlook
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing keeps what was typed; a page that must not be left keeps the window open."""
        if not self.actions_here.locked and self.page is not None and not self.page.leave():
            self._say_why_staying()
            event.ignore()
            return
        for timer in (self._again, self._ahead):
            timer.stop()
        self.desk.tasks.stop()
        self.desk.station.stop()
        event.accept()
        self.closed.emit()

    def _everywhere(self) -> dict[str, Callable[[], object]]:
        navigator = self.desk.navigator
        return {
            **{f"go.{name}": partial(navigator.go, Place(name)) for name in (*NAVIGATION, *BESIDE)},
            "go.back": navigator.back,
            "find": lambda: self.top.finder.take_focus(),
            "village.choose": lambda: self.navigation.open_scope(),
            "palette": self._open_palette,
            "help": self._open_help,
            "undo": self.desk.deeds.undo,
            "redo": self.desk.deeds.redo,
            "stick.act": lambda: self.sticks.act(),
            "lock": self.lock,
            "quit": self.close,
        }

    def _listen(self) -> None:
        desk = self.desk
        desk.navigator.asked.connect(self.show_place)
        desk.language.changed.connect(self._furnish)
        desk.look.changed.connect(self._furnish)
        desk.scope.changed.connect(self._furnish)
        desk.content.changed.connect(self._take_content)
        desk.settings.changed.connect(lambda value: self.idle.set_minutes(value.idle_minutes))
        desk.deeds.happened.connect(self._happened)
        desk.rounds.ended.connect(self._round_ended)
        desk.deeds.refused.connect(self._refused)
        desk.tasks.broke.connect(self._broke)

    def _furnish(self) -> None:
        """Build the room anew (at the start; after the language, theme or village changed) and go back to the place."""
        if self.page is not None:
            self.page.leave()
        theme = self.desk.theme
        self.setWindowTitle(tr("FieldApp"))
        self.actions_here.attend(None)
        self.actions_here.reword(theme)
        self._pages.clear()
        room = QWidget()
        self._area = QStackedWidget()
        self.navigation = NavigationBar(theme)
        self.top = TopBar(self.desk, self.actions_here, self)
        self.header = PageHeader(theme, self.actions_here)
        self.status = StatusLine(theme)
        self.setStatusBar(self.status)
        self.top.badge.told.connect(lambda standing: self.status.show_link(*standing.link_words))
        self.top.badge.look()
        self.status.setVisible(not self.actions_here.locked)
        self._place_parts(room)
        before = self._stack.widget(0)
        self._stack.insertWidget(0, room)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        self.cover.reword()
        self._stack.setCurrentWidget(self.cover if self.actions_here.locked else room)
        self.navigation.wanted.connect(lambda name: self.desk.navigator.go(Place(name)))
        self.navigation.scope_chosen.connect(self.desk.scope.choose)
        if self._outlook is not None:
            self._show_outlook(self._outlook)
        self.look_out()
        if self.desk.navigator.here is not None:
            self.show_place(self.desk.navigator.here)

    def _take_content(self) -> None:
        """Another dictionary: what was compiled with the one before is compiled anew, every page is built anew."""
        self._furnish()
        self.desk.standard.prepare(self.desk.tasks, self)

    def _place_parts(self, room: QWidget) -> None:
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        right = column(gap=0)
        right.addWidget(self.top)
        right.addWidget(self.header)
        right.addWidget(self._area, 1)
        self.sticks = StickFoot(self.desk, self, self.actions_here)
        right.addWidget(self.sticks)
        row.addLayout(right, 1)

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = self._factories[name](self.desk)
            page.setProperty("role", "page")
            page.went.connect(self.desk.navigator.go)
            page.header_changed.connect(lambda: self._head() if self.page is page else None)
            page.saved.connect(self._saved)
            self._pages[name] = page
            self._area.addWidget(page)
        return self._pages[name]

    def _build_ahead(self) -> None:
        """One page at each beat, so that the first opening of a card is not the building of its page too."""
        missing = [name for name in AHEAD if name in self._factories and name not in self._pages]
        if not missing:
            self._ahead.stop()
        elif not self.desk.tasks.running and not self.actions_here.locked:
            self._page(missing[0])

    def _head(self) -> None:
        if self.page is not None:
            self.header.show_page(self.page)
            self.actions_here.update()

    def _show_outlook(self, outlook: Outlook) -> None:
        self._outlook = outlook
        everything = tr("All villages")
        if outlook.region_name:
            everything = f"{outlook.region_name} · {everything}"
        choices = {widest_scope(self.desk.vault.worker): everything, **outlook.scopes}
        self.navigation.show_scope(outlook.scope_name or everything, choices, self.desk.scope.code)
        waits = {"today": outlook.today, "conflicts": outlook.todo}
        counts = {name: str(count) for name, count in waits.items() if count}
        if outlook.drafts:
            counts["form"] = tr("{count} drafts", count=outlook.drafts)
        self.navigation.show_counts(counts)

    def _happened(self, changed: Sequence[tuple[str, str]], label: str) -> None:
        self._saved(label)
        if self.page is not None:
            self.page.refresh(changed)
        self.look_out()

    def _saved(self, sentence: str) -> None:
        time = self.desk.now().strftime("%H:%M")
        self.status.show_saved(f"{tr('{time} saved', time=time)}{'  ·  ' if sentence else ''}{sentence}")

    def _round_ended(self, end: RoundEnd) -> None:
        """With its time it stays true when something new waits a minute later."""
        if end.is_news and end.outcome is not None and not end.outcome.cancelled:
            self.status.show_saved(tr("{time} synchronised", time=self.desk.now().strftime("%H:%M")))

    def _refused(self, trouble: UserError) -> None:
        self.status.show_trouble(trouble.sentence(self.desk.texts.translate))

    def _broke(self, trouble: Exception) -> None:
        from fieldapp_ui.windows.trouble import tell_trouble

        if isinstance(trouble, UserError):
            self._refused(trouble)
        else:
            tell_trouble(trouble, self)

    def _say_why_staying(self) -> None:
        self.status.show_trouble(tr("Correct what is marked ✕ first, or press Esc to leave it as it was."))

    def _uncover(self) -> None:
        self.actions_here.locked = False
        self.actions_here.update()
        self.status.setVisible(True)
        self._stack.setCurrentIndex(0)
        self.cover.uncover()
        self.idle.restart()

    def _open_palette(self) -> None:
        palette = CommandPalette(self.desk.theme, self.actions_here, self)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open()

    def _open_help(self) -> None:
        page, here = self.page, self.desk.navigator.here
        title, line = (page.title(), page.help_line()) if page is not None else ("", "")
        guide = Guide(self.desk.texts.language, here.page if here is not None else "")
        sheet = HelpSheet(self.desk.theme, self.actions_here, guide, title, line, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()
