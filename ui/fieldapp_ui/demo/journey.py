"""The whole road, through the real windows: a village without a network; then station, county, second laptop, stick."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication

from fieldapp_ui.demo.centre import running_centre
from fieldapp_ui.demo.county import VILLAGES
from fieldapp_ui.demo.exit_road import check_the_exit, print_it, sign_it
from fieldapp_ui.demo.figures_road import close_the_year, mend_a_finding
from fieldapp_ui.demo.forms_road import begin_the_survey, finish_the_survey
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.laptops import FIRST, SECOND, STATION, fill_county, make_laptop, make_station
from fieldapp_ui.demo.lists_road import compare_a_list, print_blank_and_see_packs, send_and_take_lists
from fieldapp_ui.demo.look_road import look_around
from fieldapp_ui.demo.network_road import Machines, walk_the_network
from fieldapp_ui.demo.register_road import keep_the_register
from fieldapp_ui.demo.returns_road import walk_other_forms
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.sync_road import open_card
from fieldapp_ui.demo.village_road import begin_the_day, fill_the_form, find_household
from fieldapp_ui.windows.frame import Frame

CUT, SECOND_CUT = "after-the-cut", "after-the-second-cut"


def walk(application: QApplication, folder: Path, out: Path, *, households: int, seed: int) -> Stage:
    """Walk the road; pictures, PDFs and `journey.json` are in `out`. Raises NotSeen or AssertionError where it ends."""
    out.mkdir(parents=True, exist_ok=True)
    stage = Stage(application, folder, out, seed)
    with stage.step("make the county") as step:
        make_county(stage, households)
        step.checked = f"{households} invented households in three villages, encrypted"
    household = _in_the_village(stage)
    machines = Machines(stage.folder / STATION, _first(stage), stage.folder / SECOND)
    with running_centre(stage) as centre:
        walk_the_network(stage, centre, machines, household)
    return stage


def make_county(stage: Stage, households: int) -> None:
    """The first laptop with the county in it, the second one and the township's computer empty."""
    with make_laptop(stage.folder / FIRST, "王队长", stage.clock) as vault:
        fill_county(vault, households, stage.seed, lambda done, of: None)
    make_laptop(stage.folder / SECOND, "李队员", stage.clock, VILLAGES[0].scope).close()
    make_station(stage.folder / STATION, "赵站长", stage.clock).close()


def _in_the_village(stage: Stage) -> str:
    first = stage.folder / FIRST
    with stage.laptop(first, "01-unlock") as (frame, hands):
        begin_the_day(stage, frame, hands)
        household = find_household(stage, frame, hands)
        fill_the_form(stage, frame, hands, household, half=True)
        _pull_the_plug(first, stage.folder / CUT)
    first = stage.folder / CUT / FIRST
    with stage.laptop(first) as (frame, hands):
        fill_the_form(stage, frame, hands, household, half=False)
        open_card(frame, hands)
        check_the_exit(stage, frame, hands, household)
        sign_it(stage, frame, hands, household)
        print_it(stage, frame, hands, household)
        look_around(stage, frame, hands)
        begin_the_survey(stage, frame, hands)
        _pull_the_plug(first, stage.folder / SECOND_CUT)
    with stage.laptop(_first(stage)) as (frame, hands):
        finish_the_survey(stage, frame, hands)
        walk_other_forms(stage, frame, hands)
        _in_the_register(stage, frame, hands)
    return household


def _in_the_register(stage: Stage, frame: Frame, hands: Hands) -> None:
    """At the desk in the evening, still without a network: the village's register, its figures, its lists."""
    keep_the_register(stage, frame, hands)
    mend_a_finding(stage, frame, hands)
    close_the_year(stage, frame, hands)
    send_and_take_lists(stage, frame, hands)
    compare_a_list(stage, frame, hands)
    print_blank_and_see_packs(stage, frame, hands)


def _first(stage: Stage) -> Path:
    """The first laptop as it goes on after both power cuts."""
    return stage.folder / SECOND_CUT / FIRST


def _pull_the_plug(vault: Path, after: Path) -> None:
    """Copy the files as a power cut would leave them: the program is running and has closed nothing."""
    after.mkdir()
    for file in vault.parent.glob(f"{vault.stem}.*"):
        if file.is_dir():
            shutil.copytree(file, after / file.name)
        elif not file.name.endswith((".lock", "-shm")):
            shutil.copy2(file, after / file.name)
