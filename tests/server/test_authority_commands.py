"""`fieldapp pair` by one line, `hub device code|appoint`, `hub account add --station`, `hub review …`."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from fieldapp.cli import cli
from fieldapp.errors import UserError
from fieldapp.store import Vault, create_vault, open_vault
from fieldapp.store.authority import kept, review
from fieldapp.store.authority.judging import judge
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after
from fieldapp_server.archive import open_archive
from fieldapp_server.certificate import certificate_fingerprint, own_certificate
from fieldapp_server.devices import revoke_device
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing_text import read_pairing_text

VILLAGE, PASSPHRASE = "990101001201", "four invented words here"


def run(*arguments: str, vault: Path | None = None, hub: Path | None = None, told: bool = True) -> Any:
    """What a command prints, as JSON or in words. Raises the UserError it ends with."""
    environment = {"FIELDAPP_PASSPHRASE": PASSPHRASE, "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}
    environment |= {"FIELDAPP_VAULT": str(vault)} if vault else {}
    environment |= {"FIELDAPP_HUB": str(hub)} if hub else {}
    result: Result = CliRunner().invoke(cli, [*arguments, *(["--json"] if told else [])], env=environment)
    if isinstance(result.exception, Exception) and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout) if told else result.stdout


def new_vault(folder: Path) -> Vault:
    return create_vault(
        folder / "laptop.vault",
        PASSPHRASE,
        worker="张三",
        role="team",
        scopes=(VILLAGE,),
        packs=["cn-base"],
        escrow_recovery=False,
    )


def test_a_vault_is_paired_by_the_line_a_station_prints(tmp_path: Path) -> None:
    new_vault(tmp_path / "a").close()
    with open_archive(tmp_path / "hub") as archive:
        pem = own_certificate(archive.folder, "127.0.0.1")
        with serving(archive, certificate=pem) as url:
            run("hub", "account", "add", "team", "--role", "team", "--scope", VILLAGE, hub=tmp_path / "hub")
            told = run("hub", "device", "code", "team", "--url", url, hub=tmp_path / "hub")
            line = read_pairing_text(told["line"])
            assert line is not None
            assert (line.url, line.code) == (url, told["code"])
            assert line.pin == certificate_fingerprint(pem).replace(" ", "")
            paired = run("pair", told["line"], vault=tmp_path / "a" / "laptop.vault")
            assert (paired["account"], paired["scopes"]) == ("team", [VILLAGE])
            code = run("hub", "device", "code", "team", hub=tmp_path / "hub")["code"]
            again = run("pair", url, "--code", code, "--pin", line.pin, vault=tmp_path / "a" / "laptop.vault")
            assert again["device"] == paired["device"]
            run("hub", "device", "appoint", paired["device"], hub=tmp_path / "hub")
            with archive.held() as ledger:
                assert len(kept.anchors(ledger, "owner")) == 1
            with pytest.raises(UserError) as unknown:
                run("hub", "device", "appoint", "nobody", hub=tmp_path / "hub")
            assert unknown.value.code == "hub.unknown_device"


def test_what_waits_is_listed_taken_in_and_turned_down(tmp_path: Path) -> None:
    hub = tmp_path / "hub"
    new_vault(tmp_path / "a").close()
    with open_archive(hub) as archive, serving(archive) as url:
        run("hub", "account", "add", "team", "--role", "team", "--scope", VILLAGE, "--station", hub=hub)
        line = run("hub", "device", "code", "team", "--url", url, hub=hub)["line"]
        device = run("pair", line, vault=tmp_path / "a" / "laptop.vault")["device"]
    with open_archive(hub) as archive:
        revoke_device(archive, device)
        with open_vault(tmp_path / "a" / "laptop.vault", PASSPHRASE) as vault, archive.held() as ledger:
            change = Change("household", None, "add", {"household_no": "late"})
            save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
            (segment,) = segments_after(vault.ledger, VILLAGE, {})
            sender = vault.device.public.hex()
            verdict = judge(ledger, segment, "", "", sender=sender)
            review.hold(ledger, segment, verdict, sender=sender, now_ms=1)
        (held,) = run("hub", "review", "list", hub=hub)["held"]
        assert (held["stream"], held["reason"], held["commits"]) == (segment.stream, "revoked", 1)
        words = run("hub", "review", "list", hub=hub, told=False)
        assert "team: 1 changes, written after its computer was shut out" in words
        assert run("hub", "review", "reject", segment.stream, hub=hub) == {"rejected": 1}
        assert run("hub", "review", "list", hub=hub)["held"] == []
        assert [one["state"] for one in run("hub", "review", "list", "--all", hub=hub)["held"]] == [
            "rejected"
        ]
        assert run("hub", "review", "accept", segment.stream, hub=hub)["applied"] == 1
        with pytest.raises(UserError) as none:
            run("hub", "review", "accept", segment.stream, hub=hub)
        assert none.value.code == "review.none"
