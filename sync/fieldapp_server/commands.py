"""`fieldapp serve` and `fieldapp hub`: run a hub; its accounts and devices."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fieldapp.saying import json_option, say, texts
from fieldapp_server.authority.review_commands import review
from fieldapp_server.backup_commands import hub_backup, hub_restore

if TYPE_CHECKING:
    from fieldapp_server.archive import Archive

_DATA = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="FIELDAPP_HUB",
    help="The hub's folder; else the usual place.",
)
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command()
@_DATA
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="0.0.0.0 for the whole network, with TLS."
)
@click.option("--port", default=8737, show_default=True, help="0 takes a free one.")
@click.option("--tier", type=click.Choice(("central", "township")), default="central", show_default=True)
@click.option("--pack", "packs", multiple=True, help="Packs to run on from now; a new archive has cn-base.")
@click.option(
    "--clock-ahead",
    default=0,
    hidden=True,
    envvar="FIELDAPP_CLOCK_AHEAD",
    help="Milliseconds; for demos and drills of wrong clocks.",
)
@click.option(
    "--while-read",
    is_flag=True,
    hidden=True,
    help="End when the standard input ends: for a desktop that runs a station, which may be killed.",
)
@json_option
def serve(
    data: Path | None,
    host: str,
    port: int,
    tier: str,
    packs: tuple[str, ...],
    clock_ahead: int,
    while_read: bool,
    as_json: bool,
) -> None:
    """Run a hub on an encrypted archive until Ctrl+C. The first line printed is its address."""
    from fieldapp.store.vault import now_ms
    from fieldapp_server.archive import open_archive
    from fieldapp_server.certificate import certificate_fingerprint, own_certificate
    from fieldapp_server.heap import share_heap
    from fieldapp_server.serving import end_with_input, hub_server, listening

    share_heap()
    with open_archive(_folder(data), packs=packs, tier=tier) as archive, listening(host, port) as door:
        certificate = None if host in _LOOPBACK else own_certificate(archive.folder, host)
        scheme = "http" if certificate is None else "https"
        name = f"[{host}]" if ":" in host else host
        told = {
            "url": f"{scheme}://{name}:{door.getsockname()[1]}",
            "hub": archive.name,
            "tier": archive.tier,
        }
        if certificate is not None:
            told["fingerprint"] = certificate_fingerprint(certificate)
        click.echo(
            json.dumps(told) if as_json else "\n".join(f"{key}: {value}" for key, value in told.items())
        )
        sys.stdout.flush()
        server = hub_server(archive, certificate=certificate, clock=lambda: now_ms() + clock_ahead)
        if while_read:
            end_with_input(server)
        server.run(sockets=[door])


@click.group()
def hub() -> None:
    """Accounts and devices of a hub, running or not."""


@hub.group()
def account() -> None:
    """Who may sync with this hub."""


@account.command("add")
@click.argument("name")
@click.option("--role", required=True)
@click.option(
    "--scope", "scopes", multiple=True, required=True, help="A region code; may be given more than once."
)
@click.option(
    "--station/--no-station", default=None, help="Whether its computer may run a township station of its own."
)
@_DATA
@json_option
def account_add(
    name: str, role: str, scopes: tuple[str, ...], station: bool | None, data: Path | None, as_json: bool
) -> None:
    """Enter an account, or change its role and scopes."""
    from fieldapp_server.accounts import add_account

    with opened_archive(data) as archive:
        added = add_account(archive, name, role, scopes, station=station)
    say(
        as_json,
        asdict(added),
        texts("The account {name} sees {scopes}.", name=name, scopes=", ".join(scopes)),
    )


@account.command("list")
@_DATA
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
@_DATA
@json_option
def account_revoke(name: str, data: Path | None, as_json: bool) -> None:
    """Shut an account and all its devices out."""
    from fieldapp_server.accounts import revoke_account

    with opened_archive(data) as archive:
        revoke_account(archive, name)
    say(as_json, {"revoked": name}, texts("{name} can no longer sync with this hub.", name=name))


@hub.group()
def device() -> None:
    """The laptops of the accounts."""


@device.command("code")
@click.argument("account_name", metavar="ACCOUNT")
@click.option("--minutes", default=60, show_default=True, type=click.IntRange(1, 10_080))
@click.option(
    "--url", default="", help="This hub's address; then the line that holds all three is printed too."
)
@_DATA
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
@_DATA
@json_option
def device_appoint(device_id: str, data: Path | None, as_json: bool) -> None:
    """Make one device the owner of this hub: it hands over the certificates from the hub above."""
    from fieldapp_server.devices import appoint

    with opened_archive(data) as archive:
        appoint(archive, device_id)
    say(as_json, {"owner": device_id}, texts("{name} is the owner of this hub now.", name=device_id))


@device.command("list")
@_DATA
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
@_DATA
@json_option
def device_revoke(device_id: str, data: Path | None, as_json: bool) -> None:
    """Shut one laptop out; what it sent before stays."""
    from fieldapp_server.devices import revoke_device

    with opened_archive(data) as archive:
        revoke_device(archive, device_id)
    say(as_json, {"revoked": device_id}, texts("{name} can no longer sync with this hub.", name=device_id))


for _command in (review, hub_backup, hub_restore):
    hub.add_command(_command)


def opened_archive(data: Path | None) -> "Archive":
    """The hub's archive, beside a running hub or without one."""
    from fieldapp_server.archive import open_archive

    return open_archive(_folder(data), alone=False)


def _folder(data: Path | None) -> Path:
    from platformdirs import user_data_path

    return data or user_data_path("fieldapp", appauthor=False) / "hub"
