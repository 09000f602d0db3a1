"""`fieldapp hub account` and `fieldapp hub device`: who may sync with a hub, and with which laptops."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from fieldapp.domain.roles import ROLES
from fieldapp.saying import json_option, say, texts
from fieldapp_server.hub_folder import data_option, opened_archive


@click.group()
def account() -> None:
    """Who may sync with this hub."""


@account.command("add")
@click.argument("name")
@click.option("--role", required=True, type=click.Choice(list(ROLES)), help="What its worker may do.")
@click.option(
    "--scope", "scopes", multiple=True, required=True, help="A region code; may be given more than once."
)
@click.option(
    "--station/--no-station", default=None, help="Whether its computer may run a township station of its own."
)
@data_option
@json_option
def account_add(
    name: str, role: str, scopes: tuple[str, ...], station: bool | None, data: Path | None, as_json: bool
) -> None:
    """Enter an account, or change its role and scopes."""
    from fieldapp_server.accounts import add_account

    with opened_archive(data, made=True) as archive:
        added = add_account(archive, name, role, scopes, station=station)
    say(
        as_json,
        asdict(added),
        texts("The account {name} sees {scopes}.", name=name, scopes=", ".join(scopes)),
    )


@account.command("list")
@data_option
@json_option
def account_list(data: Path | None, as_json: bool) -> None:
    """List the accounts."""
    from fieldapp_server.accounts import accounts

    with opened_archive(data) as archive:
        found = accounts(archive)
    lines = [f"{each.name}  {each.role}  {', '.join(each.scopes)}" for each in found]
    say(as_json, [asdict(each) for each in found], "\n".join(lines))


@account.command("revoke")
@click.argument("name")
@data_option
@json_option
def account_revoke(name: str, data: Path | None, as_json: bool) -> None:
    """Shut an account and all its devices out."""
    from fieldapp_server.accounts import revoke_account

    with opened_archive(data) as archive:
        revoke_account(archive, name)
    say(as_json, {"revoked": name}, texts("{name} can no longer sync with this hub.", name=name))


@click.group()
def device() -> None:
    """The laptops of the accounts."""


@device.command("code")
@click.argument("account_name", metavar="ACCOUNT")
@click.option("--minutes", default=60, show_default=True, type=click.IntRange(1, 10_080))
@click.option(
    "--url", default="", help="This hub's address; then the line that holds all three is printed too."
)
@data_option
@json_option
def device_code(account_name: str, minutes: int, url: str, data: Path | None, as_json: bool) -> None:
    """A pairing code for one laptop, shown once."""
    from fieldapp.store.vault import now_ms
    from fieldapp_server.certificate import FILE, certificate_fingerprint
    from fieldapp_server.devices import pairing_code
    from fieldapp_sync.authority.pairing_text import pairing_code_text

    with opened_archive(data) as archive:
        code = pairing_code(archive, account_name, now_ms(), minutes=minutes)
        pem = archive.folder / FILE
        digits = certificate_fingerprint(pem) if url.startswith("https:") and pem.exists() else ""
    told: dict[str, Any] = {"code": code, "minutes": minutes}
    lines = [
        texts("Pairing code {code}, for one laptop, good for {minutes} minutes.", code=code, minutes=minutes)
    ]
    if url:
        told["line"] = pairing_code_text(url, code, digits)
        lines.append(told["line"])
    say(as_json, told, *lines)


@device.command("appoint")
@click.argument("device_id", metavar="ID")
@data_option
@json_option
def device_appoint(device_id: str, data: Path | None, as_json: bool) -> None:
    """Make one device the owner of this hub: it hands over the certificates from the hub above."""
    from fieldapp_server.devices import appoint

    with opened_archive(data) as archive:
        appoint(archive, device_id)
    say(as_json, {"owner": device_id}, texts("{name} is the owner of this hub now.", name=device_id))


@device.command("list")
@data_option
@json_option
def device_list(data: Path | None, as_json: bool) -> None:
    """List the devices with their fingerprints."""
    from fieldapp.keys.devices import fingerprint
    from fieldapp_server.devices import devices

    with opened_archive(data) as archive:
        found: list[dict[str, Any]] = [
            {
                "id": each.id,
                "account": each.account.name,
                "fingerprint": fingerprint(bytes.fromhex(each.public)),
                "revoked": revoked,
            }
            for each, revoked in devices(archive)
        ]
    lines = [
        f"{each['id']}  {each['account']}  {each['fingerprint']}{'  revoked' * each['revoked']}"
        for each in found
    ]
    say(as_json, found, "\n".join(lines))


@device.command("revoke")
@click.argument("device_id", metavar="ID")
@data_option
@json_option
def device_revoke(device_id: str, data: Path | None, as_json: bool) -> None:
    """Shut one laptop out; what it sent before stays."""
    from fieldapp_server.devices import revoke_device

    with opened_archive(data) as archive:
        revoke_device(archive, device_id)
    say(as_json, {"revoked": device_id}, texts("{name} can no longer sync with this hub.", name=device_id))
