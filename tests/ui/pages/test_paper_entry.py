"""A visit filled on paper is typed in with digits and Enter alone, in the order it was printed; keys are counted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from fieldapp.store.history import field_origins
from fieldapp.store.records import children, rows, year_record
from fieldapp_ui.desk import Place
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.forms.page import FormPage
from fieldapp_ui.windows.printing import PaperPreview

# What a worker wrote on the paper: the number of the question → the figures, or what was left blank ("").
PAPER = {
    "1": "20191102", "2": "1", "3": "13900001234", "4": "1", "5": "3", "6": "20180514", "7": "86.5", "8": "2",
    "9": "", "10": "2", "11": "15", "12": "0", "13": "1", "14": "1", "15": "20190601", "16": "1", "17": "1",
    "18": "0", "19": "1", "20": "1", "21": "1", "22": "1", "23": "0", "24": "1", "25": "1", "26": "3",
    "27": "1", "28": "12", "29": "24000", "30": "", "31": "", "32": "3600", "33": "1800", "34": "0", "35": "",
    "36": "", "37": "500", "38": "0", "39": "2160", "40": "0", "41": "900", "42": "0", "43": "0",
    "44.1": "4", "45.1": "20000", "46.1": "12000", "47.1": "",
    "51.1": "24", "52.1": "", "53.1": "1", "54.1": "0", "55.1": "1", "56.1": "2", "57.1": "10", "58.1": "",
    "59.1": "0",
    "51.2": "1", "53.2": "1", "54.2": "0", "55.2": "1", "56.2": "4", "59.2": "0",
    "48.3": "4", "51.3": "1", "53.3": "1", "54.3": "0", "55.3": "1", "59.3": "0",
    "60": "",
}  # fmt: skip


@pytest.fixture
def home(vault, a_household):
    return a_household(vault, "龙长顺", "单玉兰", "龙小见")


@pytest.fixture
def page(desk, vault, home, hands, qtbot) -> FormPage:
    made = FormPage(desk)
    hands.open(made, Place("form", home.household, extra={"form": "household_visit", "year": "2019"}))
    qtbot.waitUntil(lambda: made.filling is not None and made.filling.column.is_complete(), timeout=6_000)
    return made


@pytest.fixture
def paper_asked(page, hands, qtbot):
    """Shift+F8: the paper's day and its worker, by keys."""
    page.does["form.paper"]()
    (dialog,) = page.findChildren(AskingDialog)
    qtbot.waitUntil(lambda: dialog.pane.form.input("filled_on").hasFocus())
    hands.type("20191102")
    hands.enter()
    QApplication.focusWidget().selectAll()  # type: ignore[union-attr]
    hands.type("Li Bangfu")
    hands.enter()
    qtbot.waitUntil(lambda: page.opened.entry.paper is not None)
    page.window().activateWindow()  # a real window manager does this when a dialog closes
    qtbot.waitUntil(lambda: bool(page.filling.column.current()))
    return page


class Clerk:
    """Types a paper in and counts the keys; digits and Enter are all the keys there are."""

    def __init__(self, page: FormPage, hands) -> None:
        self.page, self.hands = page, hands
        self.keys, self.questions, self.order = 0, 0, list[str]()

    def type_in(self, paper: dict[str, str]) -> None:
        for _ in range(400):
            filling = self.page.filling
            if filling.footer.finalise.hasFocus():
                return
            ref = filling.current()
            if not ref:
                self._enter()
                continue
            number = filling.entry.reading.number(ref)
            if number not in paper:
                self._enter()
                continue
            self.order.append(number)
            self.questions += 1
            self.hands.type(paper[number])
            self.keys += len(paper[number])
            if filling.current() == ref and not filling.footer.finalise.hasFocus():
                self._enter()
        raise AssertionError(f"the form has no end: {self.order[-5:]}")

    def _enter(self) -> None:
        self.hands.enter()
        self.keys += 1


def test_a_whole_visit_is_typed_in_with_digits_and_enter_in_the_order_of_the_paper(
    paper_asked, hands, vault, home, qtbot
) -> None:
    clerk = Clerk(paper_asked, hands)
    clerk.type_in(PAPER)

    assert clerk.order == list(PAPER)
    answers = sum(len(text) for text in PAPER.values())
    # 123 figures stand on the paper; only 37 keys more bring them in: an Enter behind what has no last digit and for
    # each blank, one for the list of loans and its row, and one for each member.
    assert (clerk.questions, answers, clerk.keys) == (69, 123, 159)

    with qtbot.waitSignal(paper_asked.opened.entry.finalised, timeout=5_000):
        hands.enter()
    year = year_record(vault, "household_year", home.household, 2019)
    assert (year.values["house_m2"], year.values["visited_on"], year.values["water_minutes"]) == (
        8650,
        "2019-11-02",
        15,
    )
    (loan,) = children(vault, "loan", home.household)
    assert (loan.values["purpose"], loan.values["balance"]) == ("business", 1_200_000)
    head, _, child = (year_record(vault, "person_year", person, 2019).values for person in home.people)
    assert (head["health"], head["labour"], head["work_months"]) == ("2 4", "2", 10)
    assert child["school_status"] == "grade7"


def test_the_paper_says_when_and_by_whom_and_every_fact_says_that_it_comes_from_it(
    paper_asked, hands, vault, home, qtbot
) -> None:
    assert "paper of 2019-11-02" in paper_asked.title()
    assert paper_asked.opened.entry.reading.node("/data/visit/visit_date").value == "2019-11-02"
    Clerk(paper_asked, hands).type_in(PAPER)
    with qtbot.waitSignal(paper_asked.opened.entry.finalised, timeout=5_000):
        hands.enter()

    (submission,) = rows(vault, "submission", "990101001201")
    assert (submission.values["filled_on"], submission.values["worker_name"]) == ("2019-11-02", "Li Bangfu")
    year = year_record(vault, "household_year", home.household, 2019)
    origin = field_origins(vault, "household_year", year.id)["house_m2"]
    assert origin.source == "document:household_visit 2019-11-02 Li Bangfu"
    assert origin.worker == "worker a"


def test_a_paper_is_still_a_paper_when_its_draft_is_opened_again(
    paper_asked, desk, home, hands, qtbot
) -> None:
    paper_asked.leave()
    again = FormPage(desk)
    hands.open(again, Place("form", home.household, extra={"form": "household_visit", "year": "2019"}))
    qtbot.waitUntil(lambda: again.filling is not None and again.filling.column.is_complete(), timeout=6_000)
    assert again.opened.entry.paper == paper_asked.opened.entry.paper


def test_go_to_takes_the_number_of_the_paper_with_the_row_behind_a_point(page, hands) -> None:
    hands.enter()
    hands.type("1")
    page.does["form.goto"]()
    hands.type("51.2")
    hands.enter()
    assert page.filling.current() == "/data/family/members[2]/health"
    page.does["form.goto"]()
    hands.type("12")
    hands.press(Qt.Key.Key_Return)
    assert page.filling.column.current() == "/data/water/water_dry_months"


def test_without_a_paper_nothing_says_so(page, vault, hands, qtbot) -> None:
    """The control: a form filled in the house has no source of paper and its worker is who is at the desk."""
    hands.enter()
    hands.type("2")
    page.filling.finalise()
    qtbot.waitUntil(lambda: page.opened is None, timeout=5_000)
    (submission,) = rows(vault, "submission", "990101001201")
    assert (submission.values.get("filled_on"), submission.values["worker_name"]) == (None, "worker a")


def test_the_open_form_is_printed_blank_for_its_household(page, qtbot) -> None:
    page.does["form.print_blank"]()
    qtbot.waitUntil(lambda: bool(page.findChildren(PaperPreview)), timeout=10_000)
    (preview,) = page.findChildren(PaperPreview)
    pages = preview.findChildren(QLabel)
    names = [one.accessibleName() for one in pages]
    assert "Page 1 of 5" in names
    preview.reject()


def test_the_list_prints_a_form_for_any_household(page, desk, qtbot) -> None:
    page.leave()
    page.show_list()
    page.does["form.print_blank"]()
    qtbot.waitUntil(lambda: bool(page.findChildren(PaperPreview)), timeout=10_000)
    page.findChildren(PaperPreview)[0].reject()
