"""Nothing about a person, no code and no token stands in a log, a refusal or an address, whatever goes well or wrong."""

import logging
import re
from typing import Any

import pytest
import requests

from fieldapp.errors import SyncError
from fieldapp.store.authority import heads, kept
from fieldapp.store.files.attachments import put
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.sync_notes import newest
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.devices import pairing_code, revoke_device
from fieldapp_sync.authority.pairing import connect, pair, pairing_of
from fieldapp_sync.rounds.round import sync_once

VILLAGE = "990101001201"
PERSON = ("张三丰", "990101199001011237", "13900001111", "甲村一组")


def test_a_round_with_all_its_mishaps_tells_nothing_of_a_person(
    hub: Any, make_vault: Any, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    vault, told = make_vault("a"), []
    with caplog.at_level(logging.DEBUG):
        add_account(hub.archive, "team", "team", [VILLAGE])
        code = pairing_code(hub.archive, "team", now_ms())
        for guess in ("AAAA-AAAA", code):
            try:
                pair(vault, hub.url, guess)
            except SyncError as refused:
                told.append(refused.sentence())
        name, number, phone, place = PERSON
        photo = put(vault, name.encode() * 50)
        changes = [
            Change("household", None, "add", {"household_no": number, "phone": phone, "address": place}),
            Change("submission", None, "add", {"form": name, "xml": photo}),
        ]
        save(vault, VILLAGE, "form", changes, seen=seen_of(vault, VILLAGE))
        hub.sync(vault)
        connection = connect(vault)
        connection._renew_if_needed()
        token = connection._token
        headers = {"Authorization": f"Bearer {token}"}
        for path in (f"/v2/{name}", f"/v2/files/{name}/0/9", "/v2/pull", "/v2/push", "/v2/authority"):
            body = f'{{"scope":"{name}","vectors":{{"{number}":1}}}}'.encode()
            told.append(requests.post(hub.url + path, data=body, headers=headers, timeout=10).text)
        paired = pairing_of(vault)
        assert paired is not None
        revoke_device(hub.archive, paired.device)
        with pytest.raises(SyncError) as shut:
            sync_once(vault, connection)
        connection.close()
        told.append(shut.value.sentence())
    # Addresses in the client's own debug words are those that were asked for above; the rest is the hub's.
    words = "\n".join(one.getMessage() for one in caplog.records if not one.name.startswith("urllib3"))
    seen = "\n".join((words, *told, *capfd.readouterr(), repr(newest(vault))))
    assert len(told) == 7
    for word in (*PERSON, code, code.replace("-", ""), token, vault.device.private.hex()):
        assert word not in seen, word
    hub_log = [one for one in caplog.records if one.name.startswith(("uvicorn", "fieldapp"))]
    assert not [one for one in hub_log if re.search("张|1390000|Bearer", one.getMessage())]


def test_the_control_a_word_in_a_log_would_be_seen(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("fieldapp_server.door").error("the archive refused: %s", PERSON[0])
    assert PERSON[0] in "\n".join(one.getMessage() for one in caplog.records)


def test_what_is_signed_and_kept_of_authority_names_no_household(hub: Any, make_vault: Any) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    change = Change("household", None, "add", {"household_no": PERSON[1], "address": PERSON[3]})
    record = save(vault, VILLAGE, "edit", [change], seen={}).changed[0][1]
    hub.sync(vault)
    with hub.archive.held() as ledger:
        told = repr((heads.newest(ledger), kept.certificates(ledger), heads.alarms(ledger)))
    assert vault.device.public.hex() in told
    for word in (*PERSON, record):
        assert word not in told
