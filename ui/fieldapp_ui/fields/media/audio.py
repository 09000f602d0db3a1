"""Answers that are sounds or films: a file, or recorded here where the multimedia part is installed; length and play."""

from PySide6.QtWidgets import QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.background.tasks import Tasks
from fieldapp_ui.fields.media.camera import has_multimedia, has_working_multimedia
from fieldapp_ui.fields.media.recorder import Player, Recorder
from fieldapp_ui.fields.media.sound import PlayedCopies, clock_words, ending_of, seconds_of
from fieldapp_ui.fields.media.upload import Attachments, UploadAnswer
from fieldapp_ui.language import tr


class VideoAnswer(UploadAnswer):
    """A film from a phone or camera, played by the system's player."""

    kind = "video"

    def __init__(
        self,
        node: NodeState,
        attachments: Attachments,
        parent: QWidget | None = None,
        *,
        tasks: Tasks | None = None,
    ) -> None:
        self._copies = PlayedCopies()
        self._seconds: float | None = None
        super().__init__(node, attachments, parent, tasks=tasks)
        self.destroyed.connect(self._copies.forget)

    def choose_words(self) -> str:
        """What is asked for."""
        return tr("Choose a film …")

    def add_buttons(self) -> None:
        """Paste and play."""
        super().add_buttons()
        self.play = self.row.add(tr("Play"), self.turn, mark="right", role="quiet")

    def enable_buttons(self) -> None:
        """Only what is kept can be played, also where nothing may be changed."""
        super().enable_buttons()
        self.row.setVisible(True)
        self.choose.setVisible(not self.readonly)
        self.play.setVisible(bool(self.value))

    def prepared(self, data: bytes, name: str) -> bytes | str:
        """What is no sound or film by its first bytes is refused."""
        if ending_of(data):
            return data
        return tr("{file} is no sound or film known here. Choose an mp3, m4a, wav or mp4.", file=name)

    def show_data(self, data: bytes) -> None:
        """Its length where it is known, and its size."""
        self._seconds = seconds_of(data)
        self.tell(len(data))

    def tell(self, size: int) -> None:
        """What is kept, in words."""
        kept = tr("File kept, {size} KB", size=max(1, size // 1024))
        length = tr("Length {length}", length=clock_words(self._seconds)) if self._seconds else ""
        self.shown.setText(" · ".join(part for part in (length, kept) if part))

    def turn(self) -> None:
        """Plays it with the system's player."""
        data = self.attachments.get(self.value) if self.value else None
        if data is None or not self._copies.play(data):
            self.complain(tr("This cannot be played here: no player of this laptop takes it."))


class AudioAnswer(VideoAnswer):
    """A sound: recorded with the microphone or chosen."""

    kind = "audio"

    def __init__(
        self,
        node: NodeState,
        attachments: Attachments,
        parent: QWidget | None = None,
        *,
        tasks: Tasks | None = None,
    ) -> None:
        self._quality = node.parameters.get("quality", "normal")
        self._recorder: Recorder | None = None
        self._player: Player | None = None
        self._size = 0
        super().__init__(node, attachments, parent, tasks=tasks)

    def choose_words(self) -> str:
        """What is asked for."""
        return tr("Choose a recording …")

    def add_buttons(self) -> None:
        """Record, paste, play."""
        self.record = self.row.add(tr("Record sound"), self._turn_recorder, mark="station", role="quiet")
        self.record.setEnabled(has_multimedia())
        self.record.setToolTip(record_words())
        super().add_buttons()

    def enable_buttons(self) -> None:
        """Nothing is recorded where nothing may be changed."""
        super().enable_buttons()
        self.record.setVisible(not self.readonly)

    def show_data(self, data: bytes) -> None:
        """With the multimedia part every sound tells its length."""
        super().show_data(data)
        self._size = len(data)
        if self._seconds is None and has_working_multimedia():
            self._loaded(data)

    def turn(self) -> None:
        """Plays here where that is possible, else with the system's player."""
        data = self.attachments.get(self.value) if self.value else None
        if data is None or not has_working_multimedia():
            super().turn()
            return
        player = self._player or self._loaded(data)
        player.turn()

    def show_kept(self) -> None:
        """Another sound: what played before stops."""
        if self._player is not None:
            self._player.deleteLater()
            self._player = None
        super().show_kept()

    def _loaded(self, data: bytes) -> Player:
        self._player = Player(self)
        self._player.changed.connect(self._show_playing)
        self._player.told.connect(self._show_length)
        self._player.load(data)
        return self._player

    def _show_playing(self) -> None:
        playing = self._player is not None and self._player.is_playing()
        self.play.setText(tr("Stop") if playing else tr("Play"))

    def _show_length(self, seconds: float) -> None:
        if seconds > 0:
            self._seconds = seconds
            self.tell(self._size)

    def _turn_recorder(self) -> None:
        if self._recorder is not None and self._recorder.is_running():
            self._recorder.stop()
            self.record.setText(tr("Record sound"))
            return
        if not has_working_multimedia():
            self._refuse()
            return
        if self._recorder is None:
            self._recorder = Recorder(self._quality, self)
            self._recorder.recorded.connect(lambda data: self.keep(data, tr("Recording")))
            self._recorder.refused.connect(self._refuse)
            self._recorder.went_on.connect(self._show_time)
        self.trouble.hide()
        self._recorder.start()

    def _show_time(self, seconds: float) -> None:
        if self._recorder is not None and self._recorder.is_running():
            self.record.setText(tr("Stop ({length})", length=clock_words(seconds)))

    def _refuse(self) -> None:
        self.record.setText(tr("Record sound"))
        self.complain(tr("No microphone was found. Record with a phone and choose the file."))


def record_words() -> str:
    """What the button says when the mouse rests on it."""
    if has_multimedia():
        return tr("Space begins and ends the recording.")
    return tr("The recorder is not installed on this laptop. Record with a phone and choose the file.")
