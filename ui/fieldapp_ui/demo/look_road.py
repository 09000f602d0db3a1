"""The same pages in the other languages, in the dark theme and in large letters: everything must still fit."""

from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.navigator import Place
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.frame import Frame

LOOKS = (
    ("zh_TW", "light", 100, "16-traditional"),
    ("en", "light", 100, "16-english"),
    ("zh_CN", "dark", 100, "16-dark"),
    ("zh_CN", "contrast", 150, "16-large-contrast"),
)


def look_around(stage: Stage, frame: Frame, hands: Hands) -> None:
    """The settings change everything at once; the page in view stays."""
    for words, theme, size, picture in LOOKS:
        with stage.step(f"{words}, {theme}, {size} %") as step:
            _change(frame, words, theme, size)
            hands.wait()
            step.screenshot = hands.snap(picture)
            step.checked = "the same page, changed at once"
    _change(frame, stage.language, "light", 100)
    frame.desk.navigator.go(Place("today"))
    hands.wait()


def _change(frame: Frame, language: str, theme: str, text_size: int) -> None:
    desk = frame.desk
    desk.settings.change(language=language, theme=theme, text_size=text_size)
    desk.language.use(language)
    desk.look.wear(Theme(theme, text_size))
