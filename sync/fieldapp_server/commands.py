"""`fieldapp serve` and `fieldapp hub`: run a hub; what may be asked of it beside."""

import json
import sys
from contextlib import suppress
from pathlib import Path

import click

from fieldapp.saying import json_option
from fieldapp_server.account_commands import account, device
from fieldapp_server.authority.review_commands import review
from fieldapp_server.backup_commands import hub_backup, hub_restore
from fieldapp_server.hub_folder import data_option, folder_of

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command()
@data_option
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="0.0.0.0 for the whole network, with TLS."
)
@click.option(
    "--port", default=8737, show_default=True, type=click.IntRange(0, 65_535), help="0 takes a free one."
)
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
    with open_archive(folder_of(data), packs=packs, tier=tier) as archive, listening(host, port) as door:
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
        with suppress(KeyboardInterrupt):
            server.run(sockets=[door])


@click.group()
def hub() -> None:
    """Accounts and devices of a hub, running or not."""


for _command in (account, device, review, hub_backup, hub_restore):
    hub.add_command(_command)
