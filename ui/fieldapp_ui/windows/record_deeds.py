"""What is done with a record beside changing its fields: each list has its deeds, each deed a small dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldapp.errors import UserError
from fieldapp.store.records import Record
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Step
from fieldapp_ui.editing.helper_steps import AssignStep, HandOverStep
from fieldapp_ui.editing.project_steps import DividendStep, EffectStep, EnrolStep, PayStep
from fieldapp_ui.editing.voice_steps import CareStep, ReplyStep

if TYPE_CHECKING:
    from fieldapp_ui.windows.record import RecordPage

Make = Callable[[Desk, Record], Step]


def _assign(desk: Desk, helper: Record) -> Step:
    return AssignStep(desk, helper.scope, helper=helper)


DEEDS: Mapping[str, Mapping[str, Make]] = {
    "helper": {"helper.assign": _assign, "helper.hand_over": HandOverStep},
    "project": {"project.enrol": EnrolStep},
    "enrolment": {"enrolment.effect": EffectStep},
    "fund": {"fund.pay": PayStep},
    "asset": {"asset.dividend": DividendStep},
    "care": {"care.step": CareStep},
    "appeal": {"appeal.reply": ReplyStep},
}
"""By list: the command and the step it opens."""
NEED_CARD = "need.card"
ALL_DEEDS = frozenset((NEED_CARD, *(name for deeds in DEEDS.values() for name in deeds)))


class RecordDeeds(QObject):
    """The deeds of the record in view."""

    def __init__(self, page: RecordPage) -> None:
        super().__init__(page)
        self._page = page

    def does(self) -> Mapping[str, Callable[[], object]]:
        """The commands of the record in view; none for one that has ended."""
        record = self._page.editor.record
        if record is None or record.ended_on:
            return {}
        if record.list == "need":
            return {NEED_CARD: self._print_need}
        return {name: partial(self._open, make) for name, make in DEEDS.get(record.list, {}).items()}

    def _print_need(self) -> None:
        from fieldapp_ui.windows.printing import preview_need

        record = self._page.editor.record
        if record is not None and self._page.leave():
            preview_need(self._page.desk, record, self._page)

    def _open(self, make: Make) -> None:
        from fieldapp_ui.windows.asking import AskingDialog

        record = self._page.editor.record
        if record is None or not self._page.leave():
            return
        try:
            step = make(self._page.desk, record)
        except UserError as refused:
            self._page.desk.deeds.refused.emit(refused)
            return
        AskingDialog(step, self._page, width=720, height=self._page.desk.theme.px(620)).open()
