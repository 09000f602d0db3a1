"""Writing a bundle: for whom (the station first), to which stick, what goes; old confirmed bundles may be taken off."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fieldapp_sync.bundles.preview import Preview
from fieldapp_sync.bundles.receivers import Receiver
from fieldapp_ui.background.tasks import Task
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.stick import StickDesk
from fieldapp_ui.editing.stick_reading import OnStick
from fieldapp_ui.editing.stick_words import size_words
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import abreast, button, column, label

KEY = "age1"


class StickExport(QWidget):
    """Signals: `begun()` the writing has begun; `grown()` what goes has been counted, and the form may be higher."""

    begun = Signal()
    grown = Signal()

    def __init__(self, desk: Desk, sticks: StickDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._sticks = desk, sticks
        self._counting: Task | None = None
        self.setMaximumWidth(desk.theme.px(720))
        whole = column(self, gap=desk.theme.px(6))
        self._ask_for_whom(whole)
        self._ask_where(whole)
        self._show_what(whole)
        self._show_old_ones(whole)
        self.wrong = label("", "error", wrap=True)
        whole.addWidget(self.wrong)
        self.press = button(tr("Write it"), self.write, role="primary", mark="export", theme=desk.theme)
        self.cancel = button(tr("Cancel"), self.hide, role="quiet")
        whole.addLayout(abreast(self.press, self.cancel))
        sticks.changed.connect(self._show_sticks)
        self.hide()

    def _ask_for_whom(self, whole: QVBoxLayout) -> None:
        self.receiver = QComboBox()
        self.receiver.setEditable(True)
        line = QLineEdit()
        line.setPlaceholderText(tr("For whom: choose a device, or paste its key age1…"))
        line.returnPressed.connect(self.write)
        self.receiver.setLineEdit(line)
        self.receiver.setAccessibleName(tr("Who it is for"))
        self.receiver.currentTextChanged.connect(self._count)
        whole.addWidget(label(tr("Who it is for"), "strong"))
        whole.addWidget(self.receiver)

    def _ask_where(self, whole: QVBoxLayout) -> None:
        self.stick = QComboBox()
        self.stick.setAccessibleName(tr("To which stick"))
        self.stick.currentIndexChanged.connect(self._show_old)
        theme = self._desk.theme
        folder = button(tr("Another folder …"), self.ask_folder, role="quiet", mark="goto", theme=theme)
        whole.addWidget(label(tr("To which stick"), "strong"))
        whole.addLayout(_row(self.stick, folder))

    def _show_what(self, whole: QVBoxLayout) -> None:
        self.goes = label("", "", wrap=True)
        self.photos = QCheckBox()
        self.photos.setChecked(True)
        whole.addWidget(label(tr("What is written"), "strong"))
        whole.addWidget(self.goes)
        whole.addWidget(self.photos)

    def _show_old_ones(self, whole: QVBoxLayout) -> None:
        self.old = label("", "caption", wrap=True)
        theme = self._desk.theme
        self.remove = button(tr("Remove them"), self._remove, role="quiet", mark="delete", theme=theme)
        self._old = QWidget()
        self._old.setLayout(_row(self.old, self.remove))
        whole.addWidget(self._old)

    def ask(self, stick: Path | None = None) -> None:
        """Open the form, on a stick."""
        self.receiver.clear()
        for one in self._sticks.for_whom():
            self.receiver.addItem(tr("{name} (station)", name=one.name) if one.is_station else one.name, one)
        self._show_sticks()
        at = self.stick.findData(stick) if stick is not None else -1
        if at >= 0:
            self.stick.setCurrentIndex(at)
        self._say("")
        self._count()
        self.show()
        known = self.receiver.count() > 0
        (self.press if known and self.stick.count() else self.receiver).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def ask_folder(self) -> None:
        """Another folder than a stick's root."""
        folder = QFileDialog.getExistingDirectory(self, tr("Choose the USB stick"))
        if folder:
            self.write_to(Path(folder))

    def write(self) -> None:
        """Write to the chosen stick; without one, the folder is asked."""
        path = self.stick.currentData()
        if path is None:
            self.ask_folder()
        else:
            self.write_to(path)

    def write_to(self, path: Path) -> None:
        """Write for the chosen receiver to a stick or a folder, unless nobody is chosen."""
        receiver = self.chosen()
        if receiver is None:
            self._say(tr("Choose for whom, or paste the key age1… that the other computer shows."))
            self.receiver.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._sticks.busy:
            self._sticks.export(path, receiver, photos=self.photos.isChecked())
            self.begun.emit()

    def chosen(self) -> Receiver | None:
        """The receiver of the list, or the pasted key; None for anything else."""
        typed = self.receiver.currentText().strip()
        at = self.receiver.findText(typed)
        listed = self.receiver.itemData(at) if at >= 0 else None
        if isinstance(listed, Receiver):
            return listed
        return Receiver(f"{typed[:12]}…", typed, False) if typed.startswith(KEY) else None

    def _count(self) -> None:
        if self._counting is not None:
            self._counting.cancel()
        self._counting = None
        receiver = self.chosen()
        self.goes.setText(tr("Choose for whom first.") if receiver is None else tr("Counting …"))
        self.photos.setVisible(False)
        if receiver is not None:
            self._counting = self._sticks.preview(receiver.recipient, self, self._show_going)

    def _show_going(self, seen: Preview) -> None:
        self._counting = None
        words = tr(
            "{count} changes that it has not confirmed, about {size}",
            count=seen.commits,
            size=size_words(seen.bytes),
        )
        self.goes.setText(words if seen.commits else tr("It has confirmed every change; only receipts go."))
        self.photos.setVisible(seen.photos > 0)
        photos = tr(
            "With {count} photos and files, {size}", count=seen.photos, size=size_words(seen.photo_bytes)
        )
        self.photos.setText(photos)
        self.grown.emit()

    def _show_sticks(self) -> None:
        chosen = self.stick.currentData()
        self.stick.blockSignals(True)
        self.stick.clear()
        for one in self._sticks.sticks:
            words = tr("{label} — {size} free", label=one.stick.label, size=size_words(one.stick.free))
            self.stick.addItem(words, one.stick.path)
        self.stick.setCurrentIndex(max(0, self.stick.findData(chosen)) if self.stick.count() else -1)
        self.stick.setEnabled(self.stick.count() > 0)
        self.stick.setPlaceholderText(tr("Put a USB stick in, or choose a folder"))
        self.stick.blockSignals(False)
        self.press.setEnabled(not self._sticks.busy)
        self._show_old()

    def _here(self) -> OnStick | None:
        path = self.stick.currentData()
        return next((one for one in self._sticks.sticks if one.stick.path == path), None)

    def _show_old(self) -> None:
        here = self._here()
        old = here.removable if here is not None else ()
        self._old.setVisible(bool(old))
        size = size_words(sum(one.bytes for one in old))
        self.old.setText(
            tr(
                "{count} old bundles on it ({size}) were confirmed by their receivers.",
                count=len(old),
                size=size,
            )
        )

    def _remove(self) -> None:
        here = self._here()
        if here is not None:
            self._sticks.remove(here)

    def _say(self, words: str) -> None:
        self.wrong.setText(f"✕ {words}" if words else "")
        self.wrong.setVisible(bool(words))


def _row(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(first, 1)
    row.addWidget(second)
    return row
