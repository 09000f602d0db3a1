"""What a kept sound or film is: its kind by its first bytes, its length where the file tells it; played by the system.

The rule it holds: a copy that another program plays bears a name of ours, an ending of a sound or film, and goes when
the question goes.
"""

import io
import wave
from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

_MARKS = (
    (0, b"RIFF", ".wav"),
    (0, b"ID3", ".mp3"),
    (0, b"\xff\xfb", ".mp3"),
    (0, b"\xff\xf3", ".mp3"),
    (0, b"\xff\xf1", ".aac"),
    (0, b"\xff\xf9", ".aac"),
    (0, b"OggS", ".ogg"),
    (0, b"fLaC", ".flac"),
    (0, b"#!AMR", ".amr"),
    (4, b"ftypM4A", ".m4a"),
    (4, b"ftyp3g", ".3gp"),
    (4, b"ftyp", ".mp4"),
    (0, b"\x1a\x45\xdf\xa3", ".mkv"),
)


def ending_of(data: bytes) -> str:
    """`.wav`, `.mp3` … by the first bytes; "" where they are no sound or film known here."""
    if data[:4] == b"RIFF" and data[8:12] == b"AVI ":
        return ".avi"
    return next((ending for at, mark, ending in _MARKS if data[at : at + len(mark)] == mark), "")


def seconds_of(data: bytes) -> float | None:
    """The length of a WAV; None for what only a player can tell."""
    if data[:4] != b"RIFF":
        return None
    try:
        with wave.open(io.BytesIO(data)) as sound:
            seconds: float = sound.getnframes() / max(1, sound.getframerate())
            return seconds
    except (wave.Error, EOFError, ValueError, RuntimeError):
        return None


def clock_words(seconds: float) -> str:
    """`3:07`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


class PlayedCopies:
    """Copies for the system's player, in a folder of this user's own that goes with its owner."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None

    def play(self, data: bytes) -> bool:
        """Hands a copy to the system's player. False where it is no sound or film, or there is no player."""
        ending = ending_of(data)
        if not ending:
            return False
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.path()) / f"recording{ending}"
        path.write_bytes(data)
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def forget(self) -> None:
        """The copies go."""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None
