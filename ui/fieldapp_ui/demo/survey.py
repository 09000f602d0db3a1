"""The long survey form filled by keys: what the worker heard at a household at the end of the year."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPolygon

from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.visit import CHOSEN, Seen, fill_form
from fieldapp_ui.fields.media.sketch import SketchAnswer
from fieldapp_ui.windows.forms.filling import FormFilling

SURVEY = "household_survey"
HEARD: Seen = {
    "visited_on": ("text", "11.12"),
    "answered_by": (CHOSEN, "1"),
    "home_time": (CHOSEN, "2"),
    "house_geo": ("text", "34.6021, 105.7302"),
    "house_trouble": (CHOSEN, "26"),
    "house_note": ("text", "东屋后墙漏雨"),
    "house_rating_on": ("text", "20190516"),
    "food_staple": (CHOSEN, "1"),
    "food_protein": (CHOSEN, "1"),
    "clothes_season": (CHOSEN, "1"),
    "bedding": (CHOSEN, "1"),
    "water_safe": (CHOSEN, "1"),
    "power_home": (CHOSEN, "1"),
    "toilet": (CHOSEN, "1"),
    "where_now": (CHOSEN, "1"),
    "labour": (CHOSEN, "1"),
    "work_months": ("text", "7"),
    "work_wage": ("text", "2600"),
    "ins_medical_resident": (CHOSEN, "1"),
    "work_province": ("text", "gs"),
    "work_city": ("text", "longnan"),
    "work_channel": (CHOSEN, "3"),
    "has_stock": (CHOSEN, "1"),
    "trade": (CHOSEN, "2"),
    "product": ("text", "rl"),
    "start_money": ("text", "20000"),
    "wage_income": ("text", "18200"),
    "farm_income": ("text", "16400"),
    "property_income": ("text", "300"),
    "transfer_income": ("text", "2100"),
    "rise_why": ("text", "今年卖了六头驴，去年一头没卖"),
    "risks": (CHOSEN, "2"),
    "ill_on": ("text", "20190603"),
    "ill_cost": ("text", "8400"),
    "confidence": ("text", "6"),
    "monitor": (CHOSEN, "1"),
    "sat_team": (CHOSEN, "5"),
    "sat_helper": (CHOSEN, "4"),
    "sat_village": (CHOSEN, "4"),
    "sat_project": (CHOSEN, "3"),
    "sat_clinic": (CHOSEN, "2"),
    "stars": (CHOSEN, "4"),
    "need_order": (CHOSEN, "41"),
    "need_text": ("text", "东屋后墙翻修"),
    "need_money": ("text", "12000"),
    "need_by": ("text", "20200430"),
    "helper_visits": ("text", "6"),
    "handbook": (CHOSEN, "1"),
    "left_at": ("text", "1630"),
    "visit_note": ("text", "水窖入冬前要清一次，房子四月开工。"),
}
SOLD = "肉驴\t6\t13800\t2019-10-20\n马铃薯\t3.5\t2600\t2019-11-02\n蜜蜂\t12\t1850\t2019-09-15"
"""As copied from a spreadsheet: kind, amount, yuan, day."""


def fill_survey(hands: Hands, filling: FormFilling, to: str) -> int:
    """Answers and passes up to a question by its name; the number of questions passed."""
    return fill_form(hands, filling, HEARD, until=lambda ref: ref.rpartition("/")[2] == to)


def put_photo(hands: Hands, filling: FormFilling, photo: Path) -> SketchAnswer:
    """The photo by its path, and a stroke over what is wrong."""
    sketch = sketch_at(filling)
    hands.answer_file(photo, lambda: hands.press(Qt.Key.Key_Space))
    hands.give_back()
    hands.until(lambda: sketch.value and sketch.pad.isVisible(), "the photo to draw on")
    hands.type("2")
    draw_and_keep(hands, sketch)
    return sketch


def sketch_at(filling: FormFilling) -> SketchAnswer:
    """The pad of the question the worker is at."""
    asked = filling.column.question(filling.current())
    assert asked is not None
    sketch = asked.answer
    assert isinstance(sketch, SketchAnswer)
    return sketch


def draw_and_keep(hands: Hands, sketch: SketchAnswer) -> None:
    """A stroke with the mouse; waits until it is kept."""
    before = sketch.value
    hands.draw(sketch.pad)
    sketch.commit()
    hands.until(lambda: sketch.value and sketch.value != before, "the kept drawing")


def paste_rows(hands: Hands, arrived: Callable[[], object]) -> None:
    """A block of cells from the clipboard, from the first cell of the first row on."""
    QGuiApplication.clipboard().setText(SOLD)
    hands.command(Qt.Key.Key_V)
    hands.until(arrived, "the pasted rows")


def draw_house(path: Path) -> Path:
    """A house as a phone would have taken it, drawn here: a roof, a wall, a wet corner."""
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("#BFD7EA"))
    brush = QPainter(image)
    brush.fillRect(0, 640, 1200, 260, QColor("#B8A27A"))
    brush.fillRect(230, 380, 740, 330, QColor("#E9DCC3"))
    brush.setBrush(QColor("#8C4A32"))
    brush.drawPolygon(QPolygon([QPoint(180, 390), QPoint(600, 170), QPoint(1020, 390)]))
    brush.fillRect(540, 500, 130, 210, QColor("#6B4A2B"))
    brush.fillRect(310, 470, 130, 110, QColor("#7FA3B8"))
    brush.fillRect(770, 470, 130, 110, QColor("#7FA3B8"))
    brush.fillRect(880, 400, 80, 200, QColor("#A89878"))
    brush.end()
    image.save(str(path), quality=85)
    return path
