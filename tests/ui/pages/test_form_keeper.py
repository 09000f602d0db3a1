"""The keeper of a draft: marks, remarks, paper and the audit log survive a program that is closed and opened again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldapp.forms import Form, Session, load_form_xml
from fieldapp.store import Vault, create_vault
from fieldapp.store.drafts import Draft, open_draft
from fieldapp.store.files import attachments
from fieldapp.store.records import rows
from fieldapp.store.save import Saved
from fieldapp.store.submissions import Paper, begin
from fieldapp_ui.editing.forms.draft import DraftKeeper

VILLAGE = "990101001201"
XFORM = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms"
  xmlns:fieldapp="urn:fieldapp:xforms"><h:head><h:title>Visit</h:title><model>
  <instance><data id="visit" version="1"><a/><b/><kid jr:template=""><n/></kid>
    <meta><audit/><instanceID/></meta></data></instance>
  <bind nodeset="/data/a" type="int" fieldapp:soft_constraint=". &lt; 5"/>
  <bind nodeset="/data/meta/audit" type="binary" odk:track-changes="true" odk:identify-user="true"/>
  <bind nodeset="/data/meta/instanceID" jr:preload="uid"/></model></h:head>
  <h:body><input ref="/data/a"><label>A</label></input><input ref="/data/b"><label>B</label></input>
  <group ref="/data/kid"><repeat nodeset="/data/kid"><input ref="/data/kid/n"><label>N</label></input></repeat></group>
  </h:body></h:html>"""


@pytest.fixture(scope="module")
def form() -> Form:
    return load_form_xml(XFORM)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    now = [1_559_347_200_000]

    def clock() -> int:
        now[0] += 1000
        return now[0]

    with create_vault(
        tmp_path / "a.vault", "four invented words here", worker="w", role="team", scopes=(VILLAGE,),
        packs=("cn-base",), clock=clock, escrow_recovery=False,
    ) as made:  # fmt: skip
        yield made


Opened = Callable[[], tuple[Draft, Session, DraftKeeper]]


@pytest.fixture
def opened(vault: Vault, form: Form) -> Opened:
    """The form as it opens, the first time and after the program was closed."""

    def again() -> tuple[Draft, Session, DraftKeeper]:
        draft = open_draft(vault, form.id, form.version, VILLAGE)
        return draft, begin(vault, form, draft), DraftKeeper(vault, draft, form.audit)

    return again


def _answered(session: Session, keeper: DraftKeeper, ref: str, value: str) -> None:
    session.answer(ref, value)
    keeper.keep({ref: session.raw(ref)}, ref)


def test_marks_remarks_paper_and_place_are_there_again(opened: Opened) -> None:
    _, session, keeper = opened()
    _answered(session, keeper, "/data/a", "9")
    session.confirm("/data/a")
    keeper.keep({"/data/a#confirmed": "9", "/data/b#remark": "ask again"}, "/data/a")
    keeper.keep_paper(Paper("2019-05-30", "Wang Demo"))
    session.add_repeat("/data/kid")
    session.remark("/data/b", "ask again")
    keeper.keep(session.answers(), "/data/kid[1]/n")
    _, again, kept = opened()
    assert again.node("/data/a").confirmed
    assert again.remarks() == {"/data/b": "ask again"}
    assert (kept.at, kept.paper) == ("/data/kid[1]/n", Paper("2019-05-30", "Wang Demo"))


def test_another_answer_is_not_confirmed_after_a_restart(opened: Opened) -> None:
    _, session, keeper = opened()
    _answered(session, keeper, "/data/a", "9")
    keeper.keep({"/data/a#confirmed": "9"}, "/data/a")
    _answered(session, keeper, "/data/a", "8")
    _answered(session, keeper, "/data/a", "9")
    _, again, _ = opened()
    assert not again.node("/data/a").confirmed


def test_the_log_tells_what_was_shown_and_changed_before_and_after_a_restart(
    vault: Vault, opened: Opened
) -> None:
    _, session, keeper = opened()
    keeper.keep({}, "/data/a")
    _answered(session, keeper, "/data/a", "1")
    keeper.keep({}, "/data/b")
    keeper.keep({}, "/data/kid#range")
    keeper.keep({}, "/data/b")
    session.add_repeat("/data/kid")
    keeper.keep(session.answers(), "/data/b")
    _, session, keeper = opened()
    keeper.keep({}, "/data/b")
    assert isinstance(keeper.finalise(session), Saved)
    (submission,) = rows(vault, "submission")
    log = attachments.get(vault, str(submission.values["audit"])).decode().splitlines()
    assert log[0] == "event,node,start,end,old-value,new-value,user"
    cells = [line.split(",") for line in log[1:]]
    assert [(one[0], one[1]) for one in cells] == [
        ("form start", ""),
        ("question", "/data/a"),
        ("question", "/data/b"),
        ("group questions", "/data/kid"),
        ("question", "/data/b"),
        ("add repeat", "/data/kid[1]"),
        ("form resume", ""),
        ("question", "/data/b"),
        ("form finalize", ""),
    ]
    assert (cells[1][4], cells[1][5], cells[1][6]) == ("", "1", "w")
    assert [bool(one[3]) for one in cells] == [False, True, True, True, False, False, False, True, False], (
        "what was on the screen when the program was closed has no end"
    )


def test_a_refused_finalising_stands_in_the_log(vault: Vault, opened: Opened) -> None:
    _, session, keeper = opened()
    _answered(session, keeper, "/data/a", "9")
    assert isinstance(keeper.finalise(session), tuple)
    session.confirm("/data/a")
    keeper.keep(session.answers(), "/data/a")
    assert isinstance(keeper.finalise(session), Saved)
    log = attachments.get(vault, str(rows(vault, "submission")[0].values["audit"])).decode()
    assert "\nfinalize error,/data/a," in log
