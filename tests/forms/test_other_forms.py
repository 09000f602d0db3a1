"""Rules that forms of other makers taught: one small form for each."""

from collections.abc import Callable

from fieldapp.forms import Session

Filled = Callable[..., Session]


def test_an_action_inside_of_a_group_runs_for_each_row_around_it(filled: Filled) -> None:
    session = filled(
        "<row><part><age/></part></row>",
        "",
        """<group ref="/data/row"><repeat nodeset="/data/row"><group ref="/data/row/part">
        <setvalue event="odk-instance-first-load odk-new-repeat" ref="/data/row/part/age" value="100"/>
        <input ref="/data/row/part/age"/></group></repeat></group>""",
    )
    session.add_repeat("/data/row#range")
    assert [session.raw(f"/data/row[{row}]/part/age") for row in (1, 2)] == ["100", "100"]


def test_an_action_inside_of_a_group_without_data_runs_too(filled: Filled) -> None:
    session = filled(
        "<age/>",
        "",
        """<group><setvalue event="odk-instance-first-load" ref="/data/age" value="5"/>
        <input ref="/data/age"/></group>""",
    )
    assert session.raw("/data/age") == "5"


def test_what_is_calculated_for_a_choice_counts_only_when_it_can_be_chosen(filled: Filled) -> None:
    session = filled(
        "<said/><kind/><told/>",
        '<bind nodeset="/data/kind" calculate="/data/said"/><bind nodeset="/data/told" calculate="/data/kind"/>',
        """<input ref="/data/said"/><select1 ref="/data/kind"><item><label>A</label><value>a</value></item></select1>
        """,
    )
    session.answer("/data/said", "b")
    assert session.raw("/data/told") == ""
    session.answer("/data/said", "a")
    assert session.raw("/data/told") == "a"
