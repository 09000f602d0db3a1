"""`fieldapp hub review`: commits that wait for a person at the hub; taken in or turned down, never lost."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fieldapp.saying import json_option, say, texts, words
from fieldapp_server.hub_folder import data_option, opened_archive

if TYPE_CHECKING:
    from fieldapp.store.authority.review import ForReview

_STREAM = click.argument("stream", metavar="STREAM")


@click.group()
def review() -> None:
    """Changes that wait for a person: of a revoked worker, outside his villages, or without proof of who wrote them."""


@review.command("list")
@click.option("--all", "everything", is_flag=True, help="Also what was turned down.")
@data_option
@json_option
def review_list(everything: bool, data: Path | None, as_json: bool) -> None:
    """What waits, one line for each writer and village, and the alarms of differing histories."""
    from fieldapp.store.authority.heads import alarms
    from fieldapp.store.authority.review import waiting

    with opened_archive(data) as archive, archive.held() as ledger:
        found, alarmed = waiting(ledger, rejected=everything), alarms(ledger)
    told = [alarm.finding().sentence(words().translate) for alarm in alarmed]
    facts: dict[str, Any] = {
        "held": [{**asdict(one), "commits": one.commits} for one in found],
        "alarms": [asdict(one) for one in alarmed],
    }
    say(as_json, facts, *map(_line, found), *told)


@review.command("accept")
@_STREAM
@data_option
@json_option
def review_accept(stream: str, data: Path | None, as_json: bool) -> None:
    """Take in what waits under STREAM, in order, as if it had come now."""
    from fieldapp.store.authority.deciding import accept
    from fieldapp.store.vault import now_ms
    from fieldapp_server.authority.authority import hub_key

    with opened_archive(data) as archive, archive.tables() as ledger:
        received = accept(ledger, stream, key=hub_key(ledger), by="hub", now_ms=now_ms())
    say(
        as_json,
        {"applied": received.applied, "quarantined": received.quarantined},
        texts("{count} changes were taken in.", count=received.applied),
    )


@review.command("reject")
@_STREAM
@data_option
@json_option
def review_reject(stream: str, data: Path | None, as_json: bool) -> None:
    """Turn down what waits under STREAM. It is kept, and can still be taken in."""
    from fieldapp.store.authority.deciding import reject
    from fieldapp.store.vault import now_ms

    with opened_archive(data) as archive, archive.held() as ledger:
        count = reject(ledger, stream, by="hub", now_ms=now_ms())
    say(as_json, {"rejected": count}, texts("{count} changes were turned down and are kept.", count=count))


def _line(held: "ForReview") -> str:
    reasons = {
        "revoked": texts("written after its computer was shut out"),
        "scope": texts("outside the villages of its writer"),
        "unproven": texts("brought by somebody else without its writer's signature"),
        "follows": texts("follows what waits"),
    }
    return texts(
        "{stream}  {scope}  {name}: {count} changes, {reason}",
        stream=held.stream,
        scope=held.scope,
        name=held.name or held.author[:16] or "-",
        count=held.commits,
        reason=reasons.get(held.reason, held.reason),
    )
