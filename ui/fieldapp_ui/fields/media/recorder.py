"""Recording and playing sound with Qt's multimedia part, where it is installed (the extra `camera`)."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTemporaryDir, QUrl, Signal

from fieldapp_ui.fields.media.camera import multimedia


class Recorder(QObject):
    """The microphone. Signals: `recorded(bytes)`; `refused()` where there is none; `went_on(float)` seconds so far."""

    recorded = Signal(bytes)
    refused = Signal()
    went_on = Signal(float)

    def __init__(self, quality: str, parent: QObject) -> None:
        super().__init__(parent)
        parts = multimedia()
        self._folder = QTemporaryDir()
        self._session = parts.QMediaCaptureSession(self)
        self._recorder = parts.QMediaRecorder(self)
        self._microphone = parts.QAudioInput(self)
        self._session.setAudioInput(self._microphone)
        self._session.setRecorder(self._recorder)
        low = quality in ("voice-only", "low")
        levels = parts.QMediaRecorder.Quality
        self._recorder.setQuality(levels.LowQuality if low else levels.NormalQuality)
        self._recorder.setAudioChannelCount(1)
        self._recorder.durationChanged.connect(lambda ms: self.went_on.emit(ms / 1000))
        self._recorder.recorderStateChanged.connect(self._changed)
        self._recorder.errorOccurred.connect(lambda *_: self.refused.emit())

    def is_running(self) -> bool:
        """Whether it records now."""
        return bool(
            self._recorder.recorderState() == multimedia().QMediaRecorder.RecorderState.RecordingState
        )

    def start(self) -> None:
        """Begins; without a microphone it says so."""
        if not multimedia().QMediaDevices.audioInputs():
            self.refused.emit()
            return
        self._recorder.setOutputLocation(QUrl.fromLocalFile(str(Path(self._folder.path()) / "recording")))
        self._recorder.record()

    def stop(self) -> None:
        """Ends; `recorded` follows when the file is written."""
        self._recorder.stop()

    def _changed(self, state: Any) -> None:
        if state != multimedia().QMediaRecorder.RecorderState.StoppedState:
            return
        path = Path(self._recorder.actualLocation().toLocalFile())
        if path.is_file() and path.stat().st_size:
            data = path.read_bytes()
            path.unlink()
            self.recorded.emit(data)


class Player(QObject):
    """The loudspeaker. Signals: `changed()` it began or ended; `told(float)` the length in seconds."""

    changed = Signal()
    told = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        parts = multimedia()
        self._player = parts.QMediaPlayer(self)
        self._output = parts.QAudioOutput(self)
        self._player.setAudioOutput(self._output)
        self._player.playbackStateChanged.connect(lambda _: self.changed.emit())
        self._player.durationChanged.connect(lambda ms: self.told.emit(ms / 1000))
        self._buffer = QBuffer(self)

    def load(self, data: bytes) -> None:
        """Another sound; nothing is played yet."""
        self._player.stop()
        self._player.setSource(QUrl())
        self._buffer.close()
        self._buffer.setData(data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player.setSourceDevice(self._buffer)

    def is_playing(self) -> bool:
        """Whether it plays now."""
        return bool(self._player.playbackState() == multimedia().QMediaPlayer.PlaybackState.PlayingState)

    def turn(self) -> None:
        """Plays, or stops."""
        if self.is_playing():
            self._player.stop()
        else:
            self._player.play()
