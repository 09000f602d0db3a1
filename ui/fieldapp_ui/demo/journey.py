"""The whole road, through the real windows: a village without a network, then the hub, a second laptop, a stick."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from fieldapp.store import open_vault
from fieldapp.store.vault import now_ms
from fieldapp_ui.background.hub_process import HubProcess, ask_hub, start_hub
from fieldapp_ui.demo.exit_road import check_the_exit, print_it, sign_it
from fieldapp_ui.demo.figures_road import close_the_year, mend_a_finding
from fieldapp_ui.demo.forms_road import begin_the_survey, finish_the_survey
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.laptops import COUNTY_SCOPE, PASSPHRASE, fill_county, make_laptop
from fieldapp_ui.demo.lists_road import compare_a_list, print_blank_and_see_packs, send_and_take_lists
from fieldapp_ui.demo.look_road import look_around
from fieldapp_ui.demo.register_road import keep_the_register
from fieldapp_ui.demo.returns_road import walk_other_forms
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.sync_road import (
    MINE,
    TEAM,
    THEIRS,
    carry_by_stick,
    edit_phone,
    open_card,
    pair_with_hub,
    resolve_conflict,
    see_it_all,
    synchronise,
    take_from_stick,
)
from fieldapp_ui.demo.village_road import begin_the_day, fill_the_form, find_household
from fieldapp_ui.windows.frame import Frame

FIRST, SECOND = "laptop-1.vault", "laptop-2.vault"
CUT, SECOND_CUT = "after-the-cut", "after-the-second-cut"


def walk(application: QApplication, folder: Path, out: Path, *, households: int, seed: int) -> Stage:
    """Walk the road; pictures, PDFs and `journey.json` are in `out`. Raises NotSeen or AssertionError where it ends."""
    out.mkdir(parents=True, exist_ok=True)
    stage = Stage(application, folder, out, seed)
    with stage.step("make the county") as step:
        make_county(stage, households)
        step.checked = f"{households} invented households in three villages, encrypted"
    household = _in_the_village(stage)
    with running_hub(stage) as hub:
        _through_the_hub(stage, hub, household, households)
    _by_stick(stage, household)
    return stage


def make_county(stage: Stage, households: int) -> None:
    """The first laptop with the county in it, the second one empty."""
    with make_laptop(stage.folder / FIRST, "王队长", stage.clock) as vault:
        fill_county(vault, households, stage.seed, lambda done, of: None)
    make_laptop(stage.folder / SECOND, "李队员", stage.clock).close()


@contextmanager
def running_hub(stage: Stage) -> Iterator[HubProcess]:
    """The hub with the team's account, for the length of the block."""
    ask_hub(stage.folder / "hub", "account", "add", TEAM, "--role", "team", "--scope", COUNTY_SCOPE)
    hub = start_hub(stage.folder / "hub", clock_ahead=stage.clock() - now_ms())
    try:
        yield hub
    finally:
        hub.stop()


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


def _through_the_hub(stage: Stage, hub: HubProcess, household: str, households: int) -> None:
    first, second = _first(stage), stage.folder / SECOND
    with stage.laptop(first) as (frame, hands):
        pair_with_hub(stage, frame, hands, hub)
        synchronise(stage, frame, hands, "17-sync", "synchronise the first laptop")
    with stage.laptop(second) as (frame, hands):
        pair_with_hub(stage, frame, hands, hub)
        synchronise(stage, frame, hands, "17-sync-second", "synchronise the second laptop")
        see_it_all(stage, frame, hands, household, households)
        edit_phone(stage, frame, hands, household, THEIRS, "the second laptop")
    with stage.laptop(first) as (frame, hands):
        edit_phone(stage, frame, hands, household, MINE, "the first laptop")
        synchronise(stage, frame, hands, "18-sync-first", "send the first edit")
    with stage.laptop(second) as (frame, hands):
        synchronise(stage, frame, hands, "18-sync-both", "the edits meet")
        resolve_conflict(stage, frame, hands, household)
        synchronise(stage, frame, hands, "20-sync-resolved", "send the decision")


def _by_stick(stage: Stage, household: str) -> None:
    first, second = _first(stage), stage.folder / SECOND
    with open_vault(first, PASSPHRASE, clock=stage.clock) as other, stage.laptop(second) as (frame, hands):
        stick = carry_by_stick(stage, frame, hands, household, other)
    with stage.laptop(first) as (frame, hands):
        take_from_stick(stage, frame, hands, household, stick)
