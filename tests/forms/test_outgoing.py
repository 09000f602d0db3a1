"""Submissions as OpenRosa servers take them: parts, names of files, requests that go on, sealed ones."""

import base64
from email import message_from_bytes
from email.message import Message
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from fieldapp.errors import FormError
from fieldapp.forms.outcome.outgoing import INCOMPLETE, XML_PART, Parcel, named_files, parcels

PHOTO, SOUND = b"\xff\xd8\xff an invented picture", b"OggS an invented sound"


def ref(content: bytes) -> str:
    return f"sha256:{sha256(content).hexdigest()}"


XML = f"""<data id="a" version="1"><photo>{ref(PHOTO)}</photo><again>{ref(PHOTO)}</again><sound>{ref(SOUND)}</sound>
<meta><instanceID>uuid:11111111-2222-4333-8444-555555555555</instanceID></meta></data>""".encode()
FILES = {ref(PHOTO): PHOTO, ref(SOUND): SOUND}


def parts(parcel: Parcel) -> dict[str, Message]:
    whole = message_from_bytes(b"Content-Type: " + parcel.content_type.encode() + b"\r\n\r\n" + parcel.body)
    assert whole.is_multipart()
    found = [one for one in whole.get_payload() if isinstance(one, Message)]
    return {str(one.get_param("name", header="content-disposition")): one for one in found}


def test_files_have_names_in_the_xml_and_are_sent_under_them() -> None:
    xml, files = named_files(XML, FILES)
    (first, second) = files
    assert (first[-4:], second[-4:], b"sha256:" in xml) == (".jpg", ".ogg", False)
    assert xml.count(first.encode()) == 2
    (parcel,) = parcels(xml, {**files, "audit.csv": b"event,node,start,end\n"})
    found = parts(parcel)
    assert list(found) == [XML_PART, first, second, "audit.csv"]
    assert found[XML_PART].get_payload(decode=True) == xml
    assert (found[first].get_filename(), found[first].get_content_type()) == (first, "image/jpeg")
    assert found[first].get_payload(decode=True) == PHOTO


def test_the_same_submission_gives_the_same_bytes() -> None:
    assert parcels(*named_files(XML, FILES)) == parcels(*named_files(XML, FILES))


def test_large_files_go_in_several_requests_that_all_carry_the_xml() -> None:
    sent = [
        parts(one)
        for one in parcels(XML, {"a.bin": b"a" * 60, "b.bin": b"b" * 60, "c.bin": b"c" * 20}, most=100)
    ]
    assert [list(one) for one in sent] == [[XML_PART, "a.bin", INCOMPLETE], [XML_PART, "b.bin", "c.bin"]]


def test_a_submission_without_files_is_one_request() -> None:
    (parcel,) = parcels(b"<data/>", {})
    assert list(parts(parcel)) == [XML_PART]


def test_a_file_that_is_not_here_keeps_the_submission_back() -> None:
    with pytest.raises(FormError) as refused:
        named_files(XML, {})
    assert refused.value.code == "outgoing.missing"


@pytest.mark.parametrize("name", ["../a.jpg", 'a"; name="b', "a\r\nX: y", "con.csv", ""])
def test_a_name_that_would_break_out_of_its_part_is_refused(name: str) -> None:
    with pytest.raises(FormError) as refused:
        parcels(b"<data/>", {name: b""})
    assert refused.value.code == "outgoing.name"


def test_a_sealed_submission_sends_the_manifest_and_nothing_readable() -> None:
    owner = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = owner.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    xml, files = named_files(XML, FILES)
    (parcel,) = parcels(xml, files, public_key=base64.b64encode(public).decode(), key=bytes(range(32)))
    found = parts(parcel)
    assert list(found) == [XML_PART, *(f"{name}.enc" for name in files), "submission.xml.enc"]
    assert b"base64EncryptedKey" in found[XML_PART].get_payload(decode=True)
    assert PHOTO not in parcel.body
    assert b"<photo>" not in parcel.body
