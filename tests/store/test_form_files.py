"""Photos, signatures and places of a form on their road: draft, final, another computer, read and edited there."""

import base64
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from fieldapp.errors import Finding, RegisterError
from fieldapp.forms import Form, load_form_xml
from fieldapp.forms.outcome.outgoing import named_files, parcels
from fieldapp.store import Vault, create_vault
from fieldapp.store.drafts import Draft, drafts, open_draft, put_answer, put_answers
from fieldapp.store.files import attachments
from fieldapp.store.files.attachments import folder_of
from fieldapp.store.finalising import finalise_all
from fieldapp.store.records import record, rows
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.submission_edits import edit_submission
from fieldapp.store.submissions import begin, finalise

VILLAGE, PASSPHRASE = "990101001201", "four invented words here"
XFORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:entities="http://www.opendatakit.org/xforms/entities">
  <h:head><h:title>Visit</h:title><model entities:entities-version="2025.1.0">
  <instance><data id="visit" version="1"><phone/><picture/><signature/><place/><size/><meta><instanceID/>
    <entity dataset="household" id="" update="1" baseVersion="" trunkVersion="" branchId=""><label/></entity></meta>
  </data></instance>
  <bind nodeset="/data/phone" entities:saveto="phone"/><bind nodeset="/data/picture" type="binary"
    entities:saveto="photo"/><bind nodeset="/data/signature" type="binary"/><bind nodeset="/data/place" type="geopoint"/>
  <bind nodeset="/data/size" entities:saveto="{field}"/>
  <bind nodeset="/data/meta/instanceID" jr:preload="uid"/>{more}</model></h:head>
  <h:body><input ref="/data/phone"><label>Phone</label></input><upload ref="/data/picture" mediatype="image/*"><label/>
  </upload><upload ref="/data/signature" mediatype="image/*" appearance="signature"><label/></upload>
  <input ref="/data/place"><label>Place</label></input><input ref="/data/size"><label/></input></h:body></h:html>"""


def a_form(field: str = "address", more: str = "") -> Form:
    return load_form_xml(XFORM.format(field=field, more=more).encode())


def a_vault(folder: Path, name: str, worker: str, role: str) -> Vault:
    return create_vault(
        folder / f"{name}.vault", PASSPHRASE, worker=worker, role=role, scopes=(VILLAGE,), packs=("cn-base",),
        escrow_recovery=False,
    )  # fmt: skip


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Vault]:
    with a_vault(tmp_path, "field", "v", "team") as made:
        yield made


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Vault]:
    with a_vault(tmp_path, "station", "w", "station") as made:
        yield made


@pytest.fixture
def home(field: Vault) -> str:
    made = field.new_id()
    save(field, VILLAGE, "edit", [Change("household", made, "add", {"household_no": "H1"})], seen={})
    return made


def fetch(source: Vault, target: Vault) -> None:
    """Bring the files that the target lacks, as sync does."""
    for ref in attachments.wanted(target):
        attachments.keep(target, folder_of(source).read(ref.removeprefix("sha256:")))


def filled(vault: Vault, form: Form, about: str, **said: str) -> tuple[Draft, Saved | tuple[Finding, ...]]:
    draft = open_draft(vault, form.id, form.version, about)
    session = begin(vault, form, draft)
    for name, value in said.items():
        session.answer(f"/data/{name}", value)
    put_answers(vault, draft, session.answers())
    return draft, finalise(vault, draft, session)


def test_what_was_photographed_and_signed_is_read_on_another_computer(
    field: Vault, station: Vault, home: str, carry: Callable[[Vault, Vault], object]
) -> None:
    picture, signature = (
        attachments.put(field, b"\xff\xd8\xff picture"),
        attachments.put(field, b"\x89PNG\r\n sign"),
    )
    filled(
        field,
        a_form(),
        home,
        phone="13800000000",
        picture=picture,
        signature=signature,
        place="33.1 104.2 0 5",
    )
    (submission,) = rows(field, "submission")
    assert str(submission.values["files"]).split() == [picture, signature]
    carry(field, station)
    with pytest.raises(RegisterError) as early:
        attachments.get(station, signature)
    assert early.value.code == "attachment.missing"
    fetch(field, station)
    assert attachments.wanted(station) == ()
    assert attachments.get(station, signature) == b"\x89PNG\r\n sign"
    household = record(station, "household", home)
    assert household is not None
    assert household.values["photo"] == picture
    xml = attachments.get(station, str(submission.values["xml"]))
    assert b"<place>33.1 104.2 0 5</place>" in xml.replace(b"33.1 104.2 0.0 5.0", b"33.1 104.2 0 5")


def test_the_picture_of_an_edit_replaces_the_first_on_both_computers_unless_both_changed_it(
    field: Vault, station: Vault, home: str, carry: Callable[[Vault, Vault], object]
) -> None:
    form, first = a_form(), attachments.put(field, b"the first")
    filled(field, form, home, picture=first, phone="1")
    carry(field, station)
    fetch(field, station)
    edited = edit_submission(station, form, rows(station, "submission")[0].id)
    session = begin(station, form, edited)
    assert session.raw("/data/picture") == first
    second = attachments.put(station, b"the second")
    session.answer("/data/picture", second)
    session.answer("/data/phone", "22")
    assert isinstance(finalise(station, edited, session), Saved)
    save(
        field,
        VILLAGE,
        "edit",
        [Change("household", home, "set", {"phone": "333"})],
        seen=seen_of(field, VILLAGE),
    )
    carry(field, station)
    carry(station, field)
    fetch(station, field)
    for vault in (field, station):
        household = record(vault, "household", home)
        assert household is not None
        assert (household.values["photo"], household.conflicts) == (second, frozenset({"phone"}))
        assert attachments.get(vault, second) == b"the second"


def test_fifty_clean_drafts_are_finalised_at_once_and_one_that_does_not_convert_is_told(
    field: Vault, home: str
) -> None:
    homes = [field.new_id() for _ in range(50)]
    save(
        field, VILLAGE, "edit",
        [Change("household", one, "add", {"household_no": f"N{at}"}) for at, one in enumerate(homes)], seen={},
    )  # fmt: skip
    form = a_form("identified_income")
    for about in (*homes, home):
        draft = open_draft(field, form.id, form.version, about)
        put_answer(field, draft, "/data/size", "far" if about == home else "3")
    done: list[tuple[int, int]] = []
    outcome = finalise_all(field, lambda draft: form, told=lambda at, whole: done.append((at, whole)))
    assert (len(outcome.saved), [one.draft.record for one in outcome.refused]) == (50, [home])
    assert isinstance(outcome.refused[0].reason, Finding)
    assert (done[-1], [one.record for one in drafts(field)]) == ((51, 51), [home])


def test_a_sealed_form_is_kept_whole_here_and_leaves_sealed(field: Vault, home: str) -> None:
    owner = rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()
    public = owner.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    form = a_form(more=f'<submission base64RsaPublicKey="{base64.b64encode(public).decode()}"/>')
    picture = attachments.put(field, b"\xff\xd8\xff picture")
    assert isinstance(filled(field, form, home, phone="13800000000", picture=picture)[1], Saved)
    (submission,) = rows(field, "submission")
    xml = attachments.get(field, str(submission.values["xml"]))
    told, files = named_files(xml, {picture: attachments.get(field, picture)})
    (parcel,) = parcels(told, files, public_key=form.public_key, key=secrets.token_bytes(32))
    assert b"13800000000" in xml
    assert b"13800000000" not in parcel.body
