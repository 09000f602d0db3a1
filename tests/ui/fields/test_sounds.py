"""Sounds and films: told by their first bytes, their length said, played by the system under a name of ours."""

import wave
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from fieldapp_ui.fields.media.audio import AudioAnswer, VideoAnswer
from fieldapp_ui.fields.media.camera import has_multimedia
from fieldapp_ui.fields.media.kept import kept_answer
from fieldapp_ui.fields.media.sound import PlayedCopies, clock_words, ending_of, seconds_of


@pytest.fixture
def recording(tmp_path) -> Path:
    path = tmp_path / "visit.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(2 * 8000 * 67))
    return path


@pytest.fixture
def audio(shown, node, kept):
    def make(mediatype="audio/*", **changes):
        asked = node("upload", parameters={"mediatype": mediatype}, **changes)
        return shown(kept_answer(asked, [], kept), asked)

    return make


@pytest.fixture
def played(monkeypatch) -> list[QUrl]:
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(urls.append(url)) or True)
    return urls


def test_a_recording_is_kept_with_its_length_said(audio, recording, kept):
    asked = audio()
    assert isinstance(asked.answer, AudioAnswer)
    asked.answer.take(recording)
    assert kept.get(asked.node.value) == recording.read_bytes()
    assert "1:07" in asked.answer.shown.text()


@pytest.mark.skipif(has_multimedia(), reason="with the multimedia part it is played in the window")
def test_play_hands_a_copy_with_a_name_of_ours_to_the_system(audio, recording, played):
    asked = audio()
    asked.answer.take(recording.rename(recording.with_name("evil; rm.wav")))
    asked.answer.play.setFocus()
    asked.press(Qt.Key.Key_Space)
    (url,) = played
    path = Path(url.toLocalFile())
    assert path.name == "recording.wav"
    assert path.read_bytes()[:4] == b"RIFF"


@pytest.mark.skipif(has_multimedia(), reason="the recorder is installed here")
def test_without_the_recorder_the_button_is_grey_and_says_why(audio):
    asked = audio()
    assert not asked.answer.record.isEnabled()
    assert "phone" in asked.answer.record.toolTip()


def test_what_is_no_sound_is_refused(audio, tmp_path):
    path = tmp_path / "song.mp3"
    path.write_text("MZ this is a program")
    asked = audio()
    asked.answer.take(path)
    assert asked.answers == []
    assert "song.mp3" in asked.answer.trouble.text()


def test_a_film_is_kept_and_a_picture_on_the_clipboard_is_no_film(audio, tmp_path, photo):
    from PySide6.QtGui import QGuiApplication, QImage

    path = tmp_path / "yard.mp4"
    path.write_bytes(b"\0\0\0\x18ftypisom" + bytes(400))
    asked = audio("video/*")
    assert type(asked.answer) is VideoAnswer
    asked.answer.take(path)
    assert asked.node.value
    QGuiApplication.clipboard().setImage(QImage(str(photo())))
    asked.control(Qt.Key.Key_V)
    assert len(asked.answers) == 1
    assert asked.answer.trouble.isVisible()


def test_the_copies_go_when_they_are_forgotten(qapp, recording, played):
    copies = PlayedCopies()
    assert copies.play(recording.read_bytes())
    path = Path(played[0].toLocalFile())
    assert path.exists()
    copies.forget()
    assert not path.exists()


def test_a_program_is_never_handed_to_the_system(qapp, played):
    assert not PlayedCopies().play(b"MZ\x90\0" + bytes(100))
    assert played == []


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (b"RIFF1234WAVE", ".wav"),
        (b"RIFF1234AVI ", ".avi"),
        (b"\0\0\0\x18ftypM4A ", ".m4a"),
        (b"\0\0\0\x18ftyp3gp4", ".3gp"),
        (b"#!AMR\n", ".amr"),
        (b"", ""),
        (b"<html>", ""),
    ],
)
def test_the_first_bytes_tell_what_a_file_is(data, ending):
    assert ending_of(data) == ending


def test_a_broken_recording_has_no_length():
    assert seconds_of(b"RIFF" + bytes(50)) is None
    assert clock_words(187.9) == "3:07"
