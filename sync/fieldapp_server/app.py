"""The ASGI application of a hub: one door, and the routes of every part joined."""

from collections.abc import Callable

from starlette.applications import Starlette

from fieldapp_server.archive import Archive
from fieldapp_server.authority import routes as authority_routes
from fieldapp_server.bases import routes as snapshot_routes
from fieldapp_server.door import TELLERS, Door
from fieldapp_server.exchange import protocol1
from fieldapp_server.exchange import routes as exchange_routes
from fieldapp_server.files import routes as file_routes
from fieldapp_server.station import routes as station_routes
from fieldapp_server.tokens import Tokens


def hub_app(archive: Archive, clock: Callable[[], int], seconds: Callable[[], float]) -> Starlette:
    """The application over one archive. `clock` is UTC milliseconds, `seconds` a clock that never runs back."""
    door = Door(archive, clock, Tokens(seconds))
    parts = (exchange_routes, authority_routes, file_routes, snapshot_routes, station_routes, protocol1)
    return Starlette(
        routes=[route for part in parts for route in part.routes(door)], exception_handlers=dict(TELLERS)
    )
