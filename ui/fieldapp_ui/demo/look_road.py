"""The same pages in the other languages, in the dark theme and in large letters: everything must still fit."""

from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.navigator import Place
from fieldapp_ui.windows.frame import Frame

LOOKS = (
    ("zh_TW", "light", 100, "16-traditional"),
    ("en", "light", 100, "16-english"),
    ("zh_CN", "dark", 100, "16-dark"),
    ("zh_CN", "contrast", 150, "16-large-contrast"),
)


def look_around(stage: Stage, frame: Frame, hands: Hands) -> None:
    """The settings change everything at once; the page in view stays."""
    settings, language, look = frame.desk.settings, frame.desk.language, frame.desk.look
    for words, theme, size, picture in LOOKS:
        with stage.step(f"{words}, {theme}, {size} %") as step:
            settings.change(language=words, theme=theme, text_size=size)
            language.use(words)
            look.wear(type(frame.desk.theme)(theme, size))
            hands.wait()
            step.screenshot = hands.snap(picture)
            step.checked = "the same page, changed at once"
    settings.change(language=stage.language, theme="light", text_size=100)
    language.use(stage.language)
    look.wear(type(frame.desk.theme)("light", 100))
    frame.desk.navigator.go(Place("today"))
    hands.wait()
