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


def new_vault(folder: Path, role: str = "team", scope: str = VILLAGE) -> Vault:
    return create_vault(
        folder / "laptop.vault",
        PASSPHRASE,
        worker="张三",
        role=role,
        scopes=(scope,),
        packs=["cn-base"],
        escrow_recovery=False,
    )


def test_a_station_run_by_hand_carries_between_its_villages_and_the_county(tmp_path: Path) -> None:
    places = {"county": "990101", "township": "990101001"}
    hubs = {
        name: open_archive(tmp_path / name, tier="central" if name == "county" else name) for name in places
    }
    paths = {}
    for name, scope in (("desk", places["township"]), ("village", VILLAGE), ("reader", VILLAGE)):
        role = "township" if name == "desk" else "team"
        made = new_vault(tmp_path / name, role=role, scope=scope)
        paths[name] = made.path
        made.close()
    with serving(hubs["county"]) as county, serving(hubs["township"]) as township:
        for name, tier, url, more in (
            ("desk", "county", county, ()),
            ("desk", "township", township, ("--station",)),
            ("village", "township", township, ()),
            ("reader", "county", county, ()),
        ):
            desk = name == "desk"
            place, role = (places["township"], "township") if desk else (VILLAGE, "team")
            account = ("account", "add", name, "--role", role, "--scope", place)
            run("hub", *account, *(("--station",) if desk and not more else ()), hub=tmp_path / tier)
            code = run("hub", "device", "code", name, hub=tmp_path / tier)["code"]
            run("pair", url, "--code", code, *more, vault=paths[name])
            if more:
                run(
                    "hub",
                    "device",
                    "appoint",
                    run("hub", "device", "list", hub=tmp_path / tier)[0]["id"],
                    hub=tmp_path / tier,
                )
        run("sync", vault=paths["desk"])
        with open_vault(paths["village"], PASSPHRASE) as vault:
            change = Change("household", vault.new_id(), "add", {"household_no": "1"})
            save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
        assert run("sync", vault=paths["village"])["counts"] == {"here": 0, "township": 1, "county": 0}
        run("sync", vault=paths["desk"])
        assert run("sync", vault=paths["reader"])["received"] == 1
        assert run("sync", vault=paths["village"])["counts"] == {"here": 0, "township": 0, "county": 1}
    for archive in hubs.values():
        archive.close()


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
