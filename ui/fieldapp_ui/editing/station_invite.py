"""Inviting a village to the station: which villages, who, how long the code is good; what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from fieldapp.domain.region import is_region_code, scope_covers
from fieldapp.domain.roles import ROLES
from fieldapp.errors import SyncError, UserError
from fieldapp.journal.commit import Value
from fieldapp_sync.authority.pairing import pairing_of
from fieldapp_sync.station.messages import InviteReply
from fieldapp_sync.station.station import choose, connect_own, invite
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed, ask_field
from fieldapp_ui.editing.outlook import village_names
from fieldapp_ui.language import tr

INVITED_ROLES = ("team", "village", "helper", "department")
DAY_MINUTES = 1_440
_MINUTES = {"hour": 60, "day": DAY_MINUTES, "week": 7 * DAY_MINUTES}
_LISTED = "village:"
"""Before the code of a listed village: chips are chosen by their place, not by typing twelve digits."""
_MOST_NAMED = 3


class InviteStep:
    """A new account at the station with its first code. `reply` and `account` are there after it was done."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.title = tr("Invite a village")
        self.action = tr("Make the code")
        self.account = ""
        self.scopes: tuple[str, ...] = ()
        self.reply: InviteReply | None = None
        self._names = village_names(desk.vault)

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """Villages, name, role, how long."""
        villages = tuple((f"{_LISTED}{scope}", name) for scope, name in self._names.items())
        code = replace(
            ask_field(self.desk, "village", "name", words=tr("Region code of a village that is not listed")),
            key="code",
            hint=tr("Twelve digits; only when the village is not above."),
            required=not villages,
        )
        listed = (
            (Asked("villages", tr("Which villages?"), choices=villages, several=True),) if villages else ()
        )
        return (
            *listed,
            code,
            replace(
                ask_field(self.desk, "village", "head_name", words=tr("Who works with this laptop?")),
                key="name",
                hint=tr("A name by which you know the laptop, such as the village and the person."),
                required=True,
            ),
            Asked("role", tr("As what?"), choices=self._roles(), value=INVITED_ROLES[0], required=True),
            Asked(
                "minutes",
                tr("How long is the code good?"),
                choices=(
                    ("hour", tr("one hour")),
                    ("day", tr("one day")),
                    ("week", tr("seven days")),
                ),
                value="day",
                required=True,
            ),
        )

    def follows(self, key: str, typed: Typed) -> Typed:
        """The name of the laptop begins with its village, while nobody has typed another."""
        if key != "villages" or typed.get("name", "").strip() not in ("", *self._names.values()):
            return {}
        chosen = [self._names[scope] for scope in _scopes(typed["villages"]) if scope in self._names]
        return {"name": "、".join(chosen[:_MOST_NAMED])}

    def said(self, typed: Typed) -> str:
        """Nothing to remark."""
        return ""

    def place_of(self, refused: UserError) -> str:
        """A name that is taken stands beside the name."""
        return {"station.name_taken": "name", "station.no_village": "code", "hub.scope_beyond": "code"}.get(
            refused.code, ""
        )

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Make account and code at the station. Raises SyncError station.name_taken, station.no_village …"""
        scopes = (*_scopes(typed.get("villages", "")), *typed.get("code", "").split())
        self._refuse_wrong(scopes)
        connection = connect_own(self.desk.vault)
        try:
            name = str(values["name"]).strip()
            self.reply = invite(
                connection, name, str(values["role"]), scopes, _MINUTES[str(values["minutes"])]
            )
        finally:
            connection.close()
        self.account, self.scopes = name, scopes
        choose(self.desk.vault, invited=True)

    def _refuse_wrong(self, scopes: tuple[str, ...]) -> None:
        pairing = pairing_of(self.desk.vault, "station")
        own = pairing.scopes if pairing is not None else ()
        if not scopes or not all(
            is_region_code(scope) and any(scope_covers(place, scope) for place in own) for scope in scopes
        ):
            raise SyncError(
                "station.no_village",
                "Choose a village of your station, or type its region code: twelve digits.",
            )

    def _roles(self) -> tuple[tuple[str, str], ...]:
        pick = self.desk.texts.pick
        return tuple(
            (name, pick(ROLES[name].zh_hans, ROLES[name].zh_hant, ROLES[name].en)) for name in INVITED_ROLES
        )


def _scopes(chosen: str) -> tuple[str, ...]:
    return tuple(one.removeprefix(_LISTED) for one in chosen.split())


def until_words(until_ms: int) -> str:
    """A local time, to the minute."""
    return datetime.fromtimestamp(until_ms / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
