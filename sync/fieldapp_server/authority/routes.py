"""Routes of who may write what, at /v2: pairing, certificates and heads, the chain above a station, the review."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from fieldapp.keys.devices import verify
from fieldapp_server.archive import Archive
from fieldapp_server.authority import exchange as authority_exchange
from fieldapp_server.authority.authority import chain_above, hub_key
from fieldapp_server.devices import enrol
from fieldapp_server.door import Door, bare_reply, host_of, json_reply, posts
from fieldapp_server.problems import BAD_SIGNATURE, MALFORMED, Refused
from fieldapp_sync.authority.index import belongings
from fieldapp_sync.authority.messages import (
    AttachRequest,
    AuthorityRequest,
    DecisionRequest,
    EnrolReply,
    EnrolRequest,
    ReopenRequest,
    enrol_text,
)
from fieldapp_sync.messages import PairRequest

MAX_AUTHORITY = 2 << 20


class Authority:
    """The handlers."""

    def __init__(self, door: Door) -> None:
        self._door, self._archive = door, door.archive

    async def pair(self, request: Request) -> Response:
        """A one-use code for a device that proves its key; nobody is known yet, so wrong codes are counted."""
        asked = await self._door.read(request, EnrolRequest)
        self._door.tokens.refuse_guessing(host_of(request))
        try:
            return json_reply(await run_in_threadpool(_enrolled, self._archive, asked, self._door.clock()))
        except Refused:
            self._door.tokens.note_wrong_code(host_of(request))
            raise

    async def exchange(self, request: Request) -> Response:
        """Take what proves itself and tell what the laptop lacks of its places."""
        device = await self._door.device(request)
        asked = await self._door.read(request, AuthorityRequest, MAX_AUTHORITY)
        scopes = device.account.scopes
        return bare_reply(await run_in_threadpool(authority_exchange.exchange, self._archive, scopes, asked))

    async def attach(self, request: Request) -> Response:
        """The chain above this hub, from its owner."""
        device = await self._door.device(request)
        asked = await self._door.read(request, AttachRequest)
        await run_in_threadpool(authority_exchange.attach, self._archive, device.public, asked)
        return Response(status_code=204)

    async def review(self, request: Request) -> Response:
        """What waits for a person in the account's places."""
        device = await self._door.device(request)
        return json_reply(
            await run_in_threadpool(authority_exchange.held, self._archive, device.account.scopes)
        )

    async def decide(self, request: Request) -> Response:
        """An account's decision; answers what waits still."""
        device = await self._door.device(request)
        asked = await self._door.read(request, DecisionRequest)
        account, now = device.account, self._door.clock()

        def deed() -> Response:
            return json_reply(
                authority_exchange.decide(
                    self._archive,
                    account.scopes,
                    asked.stream,
                    role=account.role,
                    name=account.name,
                    take_in=asked.take_in,
                    why=asked.why,
                    now_ms=now,
                )
            )

        return await run_in_threadpool(deed)

    async def reopen(self, request: Request) -> Response:
        """What was turned down waits again; answers what waits."""
        device = await self._door.device(request)
        asked, account = await self._door.read(request, ReopenRequest), device.account

        def deed() -> Response:
            return json_reply(
                authority_exchange.reopen(self._archive, account.scopes, asked.stream, role=account.role)
            )

        return await run_in_threadpool(deed)


def routes(door: Door) -> list[Route]:
    """Every route of authority."""
    part = Authority(door)
    return posts(
        {
            "/v2/pair": part.pair,
            "/v2/authority": part.exchange,
            "/v2/authority/attach": part.attach,
            "/v2/review": part.review,
            "/v2/review/decide": part.decide,
            "/v2/review/reopen": part.reopen,
        }
    )


def _enrolled(archive: Archive, asked: EnrolRequest, now_ms: int) -> EnrolReply:
    try:
        public, proof = bytes.fromhex(asked.public), bytes.fromhex(asked.proof)
    except ValueError as wrong:
        raise Refused(MALFORMED) from wrong
    if not verify(public, proof, enrol_text(asked.code, asked.replica)):
        raise Refused(BAD_SIGNATURE)
    told = PairRequest(asked.code, asked.public, asked.replica, asked.recipient)
    device = enrol(archive, told, now_ms, is_proved=True)
    account = device.account
    with archive.held() as ledger:
        above = chain_above(ledger)
        own = hub_key(ledger).public.hex()
        team = belongings(ledger, account.scopes)
    roots = tuple(one.public for one in above if one.is_root and one.public != own)
    return EnrolReply(
        device.id,
        archive.name,
        account.name,
        account.role,
        account.scopes,
        archive.tier,
        own,
        roots,
        tuple(dict.fromkeys((*above, *team.certificates))),
        team.revocations,
    )
