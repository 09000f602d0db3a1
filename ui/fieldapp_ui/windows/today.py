"""The first page: what waits for me, each line one key away; an empty register says what to do first."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fieldapp.store.expiry import expiry_warning
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.waiting import Waiting, read_waiting
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.page import Page
from fieldapp_ui.windows.parts import button, column, emptied, hairline, label, scrolling

WIDTH = 760
SHOWN = 5
DETAIL = 24


class WaitingLine(QFrame):
    """One thing that waits: title, detail, and a button that goes there."""

    def __init__(self, title: str, detail: str, action: QPushButton, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.addWidget(label(title, "strong"))
        row.addWidget(label(detail, "caption"))
        row.addStretch(1)
        row.addWidget(action)


class TodayPage(Page):
    """Up and Down move between the lines, Enter goes there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.secondary = (command("find"), command("go.register"))
        inner = QWidget()
        inner.setMaximumWidth(desk.theme.px(WIDTH))
        self._column: QVBoxLayout = column(inner, gap=16)
        self._buttons: list[QPushButton] = []
        layout = column(self)
        layout.setContentsMargins(24, 0, 24, 8)
        area = scrolling(inner)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(area)
        desk.rounds.changed.connect(self._round_changed)

    def title(self) -> str:
        return tr("Today")

    def help_line(self) -> str:
        return tr("Up and Down move between what waits, Enter goes there.")

    def arrive(self, place: Place) -> None:
        self._read()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        focused = [place for place, one in enumerate(self._buttons) if one.hasFocus()]
        key = Qt.Key(event.key())
        if key in steps and focused:
            place = min(max(focused[0] + steps[key], 0), len(self._buttons) - 1)
            self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused:
            self._buttons[focused[0]].click()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        scope, today = self.desk.scope.code, self.desk.today()
        self.desk.tasks.start_with_vault(
            lambda vault, handle: read_waiting(vault, scope, today), owner=self, done=self._show
        )

    def _round_changed(self) -> None:
        """What an empty register says depends on whether something comes."""
        if self.isVisible():
            self._read()

    def _show(self, waiting: Waiting) -> None:
        had_focus = next((place for place, one in enumerate(self._buttons) if one.hasFocus()), 0)
        emptied(self._column)
        self._buttons = []
        self._show_last_day()
        if not waiting.households:
            self._show_first_steps()
        else:
            self._show_returned(waiting)
            self._show_drafts(waiting)
            self._show_conflicts(waiting)
            self._show_duplicates(waiting)
            self._show_matters(waiting)
            self._show_deadlines(waiting)
            self._show_due(waiting)
        if waiting.households and not self._buttons:
            self._card(tr("Nothing waits. Every household was visited this year and nothing is open."), 0)
        self._column.addStretch(1)
        if self._buttons:
            first = self._buttons[min(had_focus, len(self._buttons) - 1)]
            # A layout shows its new widgets only later; a hidden one takes no focus.
            QTimer.singleShot(0, first, partial(self._offer_focus, first))

    def _offer_focus(self, first: QWidget) -> None:
        """What waits comes in late: whoever has begun to type in the find box goes on typing there."""
        if self.isVisible() and not isinstance(self.window().focusWidget(), QLineEdit):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_last_day(self) -> None:
        warning = expiry_warning(self.desk.vault)
        if warning is None:
            return
        lines = self._card(tr("This computer's last day"), 0)
        lines.addWidget(label(f"! {warning.sentence(tr)}", "unknown", wrap=True))
        self._line(lines, tr("Until when, and who decides"), "", tr("Open"), Place("privacy"))

    def _show_returned(self, waiting: Waiting) -> None:
        """What a reviewer gave back, with what he said of it; the rest in their list."""
        if not waiting.returned_count:
            return
        lines = self._card(f"↩ {tr('Returned forms')}", waiting.returned_count)
        for one, name in waiting.returned:
            said = "；".join(remark.remark for remark in one.remarks)
            said = said if len(said) <= DETAIL else f"{said[:DETAIL]}…"
            place = Place("form", record=one.id, extra={"submission": "1"})
            form = waiting.titles.get(one.form, one.form)
            self._line(lines, name or form, f"{form} · {said}", tr("Read"), place)
        if waiting.returned_count > len(waiting.returned):
            more = tr("and {count} more", count=waiting.returned_count - len(waiting.returned))
            self._line(lines, more, "", tr("All"), Place("form", extra={"state": "returned"}))

    def _show_drafts(self, waiting: Waiting) -> None:
        if not waiting.drafts:
            return
        lines = self._card(tr("Unfinished forms"), len(waiting.drafts))
        for draft, name in waiting.drafts:
            place = Place("form", record=draft.id, extra={"draft": "1"})
            form = waiting.titles.get(draft.form, draft.form)
            detail = " · ".join(word for word in (form, str(draft.year or "")) if word)
            self._line(lines, name or form, detail, tr("Go on"), place)

    def _show_conflicts(self, waiting: Waiting) -> None:
        if not waiting.conflicts:
            return
        lines = self._card(tr("Two values, one to choose"), len(waiting.conflicts))
        dictionary = self.desk.vault.dictionary
        for one, name in waiting.conflicts[:SHOWN]:
            known = dictionary.has_field(one.list, one.field)
            spec = dictionary.field(one.list, one.field) if known else None
            words = self.desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en) if spec else one.field
            self._line(lines, name, words, tr("Choose"), Place("conflicts", extra={"conflict": one.id}))

    def _show_duplicates(self, waiting: Waiting) -> None:
        if not waiting.duplicates:
            return
        lines = self._card(tr("Records that stand twice"), waiting.duplicates)
        detail = tr("two records with one number: the same person, or two?")
        self._line(lines, tr("Look at them"), detail, tr("Open"), Place("duplicates"))

    def _show_matters(self, waiting: Waiting) -> None:
        if not waiting.matters:
            return
        lines = self._card(tr("Matters to look at"), waiting.matters)
        detail = tr("households on their way, late edits, decisions to confirm anew")
        self._line(lines, tr("One by one"), detail, tr("Open"), Place("matters"))

    def _show_deadlines(self, waiting: Waiting) -> None:
        if not waiting.deadlines:
            return
        today, dictionary = self.desk.today().isoformat(), self.desk.vault.dictionary
        lines = self._card(tr("Due this week or overdue"), len(waiting.deadlines))
        for one, name in waiting.deadlines[:SHOWN]:
            spec = dictionary.lists[one.list]
            what = self.desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
            late = tr("overdue since {day}", day=one.due_on) if one.is_late(today) else one.due_on
            detail = " · ".join(word for word in (what, late, one.words[:DETAIL]) if word)
            place = Place("record", record=one.record, list=one.list, field=one.field)
            self._line(lines, name, detail, tr("Open"), place)

    def _show_due(self, waiting: Waiting) -> None:
        if not waiting.due_count:
            return
        year = self.desk.today().year
        lines = self._card(tr("Not visited in {year}", year=year), waiting.due_count)
        for household, name, detail in waiting.due:
            place = Place("household", record=household)
            self._line(lines, name or tr("No head yet"), detail, tr("Open"), place)
        if waiting.due_count > len(waiting.due):
            self._line(
                lines,
                tr("and {count} more", count=waiting.due_count - len(waiting.due)),
                "",
                tr("All"),
                Place("register"),
            )

    def _show_first_steps(self) -> None:
        if self.desk.rounds.busy:
            lines = self._card(tr("The households are on their way and stand here when they have come."), 0)
            self._line(lines, tr("How far the exchange is"), "", tr("Open"), Place("sync"))
            return
        lines = self._card(tr("The register is empty. Begin with one of these:"), 0)
        steps = (
            (
                tr("Receive the village from the station"),
                tr("over the network or from a USB stick"),
                Place("sync"),
            ),
            (tr("Enter the first household by hand"), tr("on the page Register"), Place("register")),
        )
        for title, detail, place in steps:
            self._line(lines, title, detail, tr("Open"), place)

    def _card(self, heading: str, count: int) -> QVBoxLayout:
        card = QFrame()
        card.setProperty("role", "card")
        lines = column(card, margin=16, gap=4)
        head = QHBoxLayout()
        head.addWidget(label(heading, "heading"))
        head.addWidget(label(str(count) if count else "", "heading"))
        head.addStretch(1)
        lines.addLayout(head)
        self._column.addWidget(card)
        return lines

    def _line(self, lines: QVBoxLayout, title: str, detail: str, action: str, place: Place) -> None:
        go = button(action, lambda: self.went.emit(place), role="quiet", mark="right", theme=self.desk.theme)
        go.setAccessibleName(f"{action}: {title}")
        self._buttons.append(go)
        lines.addWidget(hairline())
        lines.addWidget(WaitingLine(title, detail, go, self.desk.theme))
