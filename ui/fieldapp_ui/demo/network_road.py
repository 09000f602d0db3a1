"""The road out of the village, three windows at once: laptop, township station, second laptop; the county between them.

What the first laptop sends goes by the station's LAN to the county and from there to the second, and back; then a stick.
"""

from dataclasses import dataclass
from pathlib import Path

from fieldapp_ui.demo.centre import FOLDER, TEAM, Centre
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.late_road import confirm_what_is_late, move_away, take_the_family_in, write_late
from fieldapp_ui.demo.photo_road import put_a_photo, see_the_small_picture
from fieldapp_ui.demo.same_everywhere import Places, same_everywhere
from fieldapp_ui.demo.shut_out_road import decide_what_waits, shut_the_laptop_out, write_after_that
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.station_road import invite_a_village, open_the_station, pair_by_line, see_the_villages
from fieldapp_ui.demo.stick_road import take_receipt, take_with_photo, write_with_photo
from fieldapp_ui.demo.sync_road import (
    MINE,
    THEIRS,
    edit_phone,
    pair_with_centre,
    resolve_conflict,
    see_it_all,
    synchronise,
)
from fieldapp_ui.windows.frame import Frame

Post = tuple[Frame, Hands]


@dataclass(frozen=True)
class Machines:
    """The vaults of the three machines."""

    station: Path
    first: Path
    second: Path


def walk_the_network(stage: Stage, centre: Centre, machines: Machines, household: str) -> None:
    """`household` is the one that was visited and signed for."""
    with stage.laptop(machines.station) as station:
        open_the_station(stage, *station, centre)
        line = invite_a_village(stage, *station)
        with stage.laptop(machines.first) as first:
            photo = put_a_photo(stage, *first, household)
            pair_by_line(stage, *first, line)
            sent = synchronise(
                stage, *first, "the first laptop at the station", "75-badge-after", "75-badge-before"
            )
            assert (sent.township > 0, sent.county) == (True, 0), sent
            _turn_to(station)
            synchronise(stage, *station, "the station relays to the county", "76-relay")
            see_the_villages(stage, *station)
            with stage.laptop(machines.second) as second:
                pair_with_centre(stage, *second, centre, TEAM)
                synchronise(stage, *second, "the second laptop at the county")
                see_it_all(stage, *second, household, first[0].desk.vault)
                see_the_small_picture(stage, *second, photo)
                _back_to_the_village(stage, station, first, second, household)
                _one_register(stage, station, first, second, machines)
                _by_stick(stage, station, second, photo)
                _without_the_first(stage, centre, station, first, second, machines)


def _back_to_the_village(stage: Stage, station: Post, first: Post, second: Post, household: str) -> None:
    """Both edit one phone; the second also a fact under the signatures; what it wrote comes down by the station."""
    edit_phone(stage, *second, household, THEIRS, "the second laptop")
    write_late(stage, *second, household)
    family = move_away(stage, *second)
    synchronise(stage, *second, "the second laptop sends its edits")
    _turn_to(first)
    edit_phone(stage, *first, household, MINE, "the first laptop")
    _turn_to(station)
    synchronise(stage, *station, "the station fetches them from the county")
    take_the_family_in(stage, *station, family)
    _turn_to(first)
    synchronise(stage, *first, "the edits meet", "79-edits-meet")
    resolve_conflict(stage, *first, household)
    confirm_what_is_late(stage, *first, household)
    synchronise(stage, *first, "the decision goes up")
    _turn_to(station)


def _one_register(stage: Stage, station: Post, first: Post, second: Post, machines: Machines) -> None:
    """After a last round of each, every machine holds the same."""
    synchronise(stage, *station, "the station relays both ways")
    _turn_to(first)
    counts = synchronise(stage, *first, "the county has everything", "86-all-in-the-county")
    assert (counts.here, counts.township) == (0, 0), counts
    _turn_to(station)
    synchronise(stage, *station, "a last round of the station")
    _turn_to(second)
    synchronise(stage, *second, "a last round of the second laptop")
    same_everywhere(
        stage, _places(stage, machines, station) | {"laptop": first[0].desk.vault}, second[0].desk.vault
    )


def _by_stick(stage: Stage, station: Post, second: Post, photo: str) -> None:
    """The whole photo, and the receipt of it, by a stick."""
    with stage.stick() as stick:
        _turn_to(station)
        write_with_photo(stage, *station, second[0].desk.vault, stick)
        _turn_to(second)
        take_with_photo(stage, *second, photo)
        _turn_to(station)
        take_receipt(stage, *station)


def _without_the_first(
    stage: Stage, centre: Centre, station: Post, first: Post, second: Post, machines: Machines
) -> None:
    """The first laptop is shut out; what was written on it afterwards is decided by a person."""
    shut_the_laptop_out(stage, *station)
    _turn_to(first)
    with stage.stick() as stick:
        late = write_after_that(stage, *first, station[0].desk.vault, stick)
        _turn_to(station)
        decide_what_waits(stage, *station, late)
    synchronise(stage, *station, "what was taken in goes to the county")
    with stage.step("the county is not asked a second time") as step:
        assert centre.waiting() == 0
        step.checked = "the station's signed word came with the change: who took it in, which lines"
    _turn_to(second)
    synchronise(stage, *second, "and to the second laptop")
    same_everywhere(stage, _places(stage, machines, station), second[0].desk.vault)


def _places(stage: Stage, machines: Machines, station: Post) -> Places:
    return {
        "station": station[0].desk.vault,
        "its hub": machines.station.with_suffix(".station"),
        "county": stage.folder / FOLDER,
    }


def _turn_to(post: Post) -> None:
    frame, hands = post
    hands.take(frame)
