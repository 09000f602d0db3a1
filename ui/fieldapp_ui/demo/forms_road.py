"""The form engine by keys: a long survey, a power cut in the middle of it, a form of somebody else's from disk."""

from fieldapp.store.records import rows, year_record
from fieldapp_ui.demo.county import VILLAGES
from fieldapp_ui.demo.forms_hands import CONTROL, SHIFT, Key, choose_form, filling_of, open_list, value_of
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.survey import (
    SURVEY,
    draw_and_keep,
    draw_house,
    fill_survey,
    paste_rows,
    put_photo,
    sketch_at,
)
from fieldapp_ui.demo.village_work import YEAR
from fieldapp_ui.windows.forms.filling import FormFilling
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.register import RegisterPage

NUMBER = "0002"
"""The household is the second of the village: nothing else of the journey is about it."""


def begin_the_survey(stage: Stage, frame: Frame, hands: Hands) -> None:
    """From the list of forms to the risks, with all that is not a plain answer on the way; then the light goes out."""
    filling = _choose_the_form(stage, frame, hands)
    _see_the_house(stage, hands, filling)
    _fill_the_tables(stage, frame, hands, filling)
    _confirm_the_income(stage, hands, filling)
    _speak_and_jump(stage, hands, filling)


def finish_the_survey(stage: Stage, frame: Frame, hands: Hands) -> None:
    """After the power cut: the very question, the tables of satisfaction, the needs in order, the signature."""
    with stage.step("the survey opens at the very question") as step:
        page = open_list(frame, hands)
        hands.until(lambda: page.list.rows[0].hasFocus(), "the draft in the list")
        hands.enter()
        filling = filling_of(frame, hands)
        at = filling.current().rpartition("/")[2]
        assert at == "risks", at
        assert len(filling.entry.reading.rows("/data/work/stock#range")) == 3
        step.screenshot = hands.snap("58-survey-recovered")
        step.checked = f"nothing lost: {filling.footer.count_text.text()}, the cursor at {at}"
    with stage.step("satisfaction as a table") as step:
        fill_survey(hands, filling, "stars")
        step.screenshot = hands.snap("59-survey-likert")
        hands.type("4")
        fill_survey(hands, filling, "need_order")
        assert [value_of(filling, name) for name in ("sat_team", "sat_clinic", "stars")] == ["5", "2", "4"]
        step.checked = "a digit for each line of the table, then the stars"
    with stage.step("needs in order, a signature") as step:
        fill_survey(hands, filling, "need_text")
        assert value_of(filling, "need_order").startswith("house money")
        step.screenshot = hands.snap("60-survey-needs")
        fill_survey(hands, filling, "signed")
        sketch = sketch_at(filling)
        draw_and_keep(hands, sketch)
        hands.press(Key.Key_Tab)
        hands.wait()
        step.checked = "digits put the needs in order; the signature is drawn"
    with stage.step("finalise the survey") as step:
        hands.press(Key.Key_Space)
        hands.wait()
        hands.press(Key.Key_Return, CONTROL, SHIFT)
        hands.until(lambda: page.filling is None, "the survey in the register")
        facts = year_record(frame.desk.vault, "household_year", home_of(frame), YEAR)
        assert facts is not None
        assert str(facts.values["visited_on"]) == "2019-11-12", facts.values
        step.screenshot = hands.snap("61-survey-final")
        step.checked = "facts of the register are in it, the rest is in the submission"


def _choose_the_form(stage: Stage, frame: Frame, hands: Hands) -> FormFilling:
    with stage.step("a long form from the forms page") as step:
        frame.desk.scope.choose(VILLAGES[0].scope)
        open_list(frame, hands)
        choose_form(frame, hands, SURVEY)
        hands.until(lambda: isinstance(frame.page, RegisterPage), "the households to choose from")
        hands.wait()
        hands.press(Key.Key_Down)
        hands.enter()
        filling = filling_of(frame, hands)
        count = filling.entry.reading.total()
        step.screenshot = hands.snap("50-survey")
        step.checked = f"{count.done} of {count.total} known from the register, {count.needed} required left"
    return filling


def _see_the_house(stage: Stage, hands: Hands, filling: FormFilling) -> None:
    with stage.step("a day, a place and a photo") as step:
        fill_survey(hands, filling, "house_photo")
        assert value_of(filling, "visited_on") == "2019-11-12"
        assert value_of(filling, "house_geo").startswith("34.6021 105.7302")
        put_photo(hands, filling, draw_house(stage.folder / "house.jpg"))
        step.screenshot = hands.snap("51-survey-photo")
        hands.press(Key.Key_Tab)
        step.checked = "11.12 is a day, the place is typed, what is wrong is marked on the photo"


def _fill_the_tables(stage: Stage, frame: Frame, hands: Hands, filling: FormFilling) -> None:
    with stage.step("the members as a table") as step:
        hands.wait()
        fill_survey(hands, filling, "where_now")
        step.screenshot = hands.snap("52-survey-members")
        fill_survey(hands, filling, "work_province")
        step.checked = "one row for each member of the register, answered cell by cell"
    with stage.step("a choice by pinyin, and the one that follows from it") as step:
        hands.type("gs")
        hands.enter()
        hands.wait()
        hands.type("ln")
        hands.wait()
        step.screenshot = hands.snap("53-survey-pinyin")
        hands.enter()
        assert (value_of(filling, "work_province"), value_of(filling, "work_city")) == ("gansu", "longnan")
        step.checked = "gs is 甘肃, ln is 陇南 of its cities"
    with stage.step("a block from a spreadsheet pasted into a table") as step:
        hands.wait()
        fill_survey(hands, filling, "kind")
        paste_rows(hands, lambda: len(filling.entry.reading.rows("/data/work/stock#range")) == 3)
        step.screenshot = hands.snap("54-survey-pasted")
        fill_survey(hands, filling, "wage_income")
        assert float(value_of(filling, "stock_income")) == 18_250
        step.checked = "three rows, twelve cells; the sum stands below"


def _confirm_the_income(stage: Stage, hands: Hands, filling: FormFilling) -> None:
    with stage.step("a doubted answer confirmed, with a remark") as step:
        fill_survey(hands, filling, "last_total")
        hands.type("9000")
        hands.enter()
        hands.wait()
        ref = filling.current()
        assert filling.entry.reading.is_unsure(ref), ref
        hands.press(Key.Key_N, CONTROL)
        hands.type("手册第8页")
        hands.press(Key.Key_Escape)
        hands.wait()
        step.screenshot = hands.snap("55-survey-doubt")
        hands.press(Key.Key_F8)
        hands.wait()
        assert not filling.entry.reading.is_unsure(ref)
        fill_survey(hands, filling, "risks")
        step.checked = "twice the income of last year: F8 keeps it, Ctrl+N says why"


def _speak_and_jump(stage: Stage, hands: Hands, filling: FormFilling) -> None:
    with stage.step("the form in another language and back") as step:
        home = filling.entry.language
        spoken = []
        for _ in filling.entry.form.languages:
            hands.press(Key.Key_L, CONTROL)
            hands.wait()
            spoken.append(filling.entry.language)
            if len(spoken) == 2:
                step.screenshot = hands.snap("56-survey-english")
        assert filling.entry.language == home
        assert len(set(spoken)) == 3
        assert filling.current().endswith("/risks")
        step.checked = f"{' → '.join(spoken)}, the cursor stays"
    with stage.step("the jump list") as step:
        hands.press(Key.Key_J, CONTROL)
        hands.until(filling.jump.isVisible, "the jump list")
        hands.wait()
        step.screenshot = hands.snap("57-survey-jumps")
        hands.press(Key.Key_Escape)
        hands.wait()
        assert filling.current().endswith("/risks"), filling.current()
        hands.type("2")
        hands.until(lambda: value_of(filling, "risks") == "illness", "the risk by its digit")
        step.checked = "what is blank, wrong, to confirm and remarked, each one key away"


def home_of(frame: Frame) -> str:
    """The household that the survey is about."""
    found = [
        one.id
        for one in rows(frame.desk.vault, "household", VILLAGES[0].scope, limit=100)
        if str(one.values["household_no"]).endswith(NUMBER)
    ]
    return found[0]
