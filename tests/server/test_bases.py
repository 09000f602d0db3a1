"""The bases a hub keeps: what a laptop claims makes none, of a village there is one, few a day for each laptop."""

import secrets
from pathlib import Path
from typing import Any

import pytest

from fieldapp.store import create_vault
from fieldapp.store.growing.pieces import manifests
from fieldapp.store.intake import receive, store_segment
from fieldapp.store.save import Change, save
from fieldapp.store.streams import segments_after
from fieldapp_server.accounts import Account
from fieldapp_server.archive import Archive
from fieldapp_server.bases import allowance, bootstraps, kept_bases
from fieldapp_server.bases.bootstraps import Bootstraps
from fieldapp_server.devices import Device
from fieldapp_server.problems import Refused
from fieldapp_sync.bases.messages import BootstrapAsk

VILLAGE = "990101001201"
DAY = 86_400_000
NOW = 1_700_000_000_000
HOSTILE = Device("d1", "00" * 32, "r", Account("hostile", "team", (VILLAGE,)))
OTHER = Device("d2", "11" * 32, "s", Account("other", "team", (VILLAGE,)))


@pytest.fixture(autouse=True)
def _small_villages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstraps, "SMALL_LOG", 1000)
    monkeypatch.setattr(bootstraps, "WORTH", 4.0)


class Village:
    """A hub with a village of one laptop's households, and how many bases it has made of it."""

    def __init__(self, archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.archive, self.bases, self.made = archive, Bootstraps(archive), 0
        self.vault = create_vault(
            folder / "a" / "laptop.vault",
            "four invented words here",
            worker="a",
            role="collector",
            scopes=(VILLAGE,),
            packs=["cn-base"],
            escrow_recovery=False,
        )
        real = kept_bases.make_file

        def counted(*words: Any) -> Any:
            self.made += 1
            return real(*words)

        monkeypatch.setattr(kept_bases, "make_file", counted)

    def grow(self, count: int, take: Any = receive) -> None:
        for at in range(count):
            change = Change(
                "household", None, "add", {"household_no": f"H{at:04}", "address": f"东沟组 {at} 号"}
            )
            save(self.vault, VILLAGE, "edit", [change], seen={})
        with self.archive.held() as ledger:
            for segment in segments_after(self.vault.ledger, VILLAGE, ledger.vector(VILLAGE)):
                take(ledger, segment)

    def erase(self) -> None:
        with self.archive.held() as ledger, ledger.transaction():
            ledger.db.execute(
                "insert into erased (scope, list, record, field, stream, seq) values (?, 'household', ?, '*', 'x', 1)",
                [VILLAGE, secrets.token_hex(8)],
            )

    def ask(
        self, vector: dict[str, int] | None = None, at: int = 0, device: Device = HOSTILE, **more: Any
    ) -> Any:
        return self.bases.offer(device, BootstrapAsk(VILLAGE, vector or {}, **more), NOW + at)

    def kept(self) -> list[str]:
        with self.archive.held() as ledger:
            return [one.hash for one, _ in manifests(ledger, VILLAGE)]


@pytest.fixture
def village(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    made = Village(archive, tmp_path, monkeypatch)
    made.grow(40)
    yield made
    made.vault.close()


def test_made_up_vectors_make_one_base_and_get_the_same(
    village: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with village.archive.held() as ledger:
        (stream,) = ledger.vector(VILLAGE)
    claims = [{secrets.token_hex(8): 2**40} for _ in range(10)] + [{stream: 1}, {stream: 3}]
    told = {village.ask(claim, always=True).manifest.hash for claim in claims}
    assert (village.made, len(told), len(village.kept())) == (1, 1, 1)
    assert village.ask({stream: 2**40}, always=True).manifest is None, "who has all lacks nothing"
    monkeypatch.setattr(kept_bases.KeptBases, "_is_fresh", lambda *_: False)
    monkeypatch.setattr(allowance, "MADE_A_DAY", 100)
    for claim in claims:
        village.ask(claim, always=True)
    assert village.made == 1 + len(claims), (
        "the control: a rule that never finds one fresh makes one each time"
    )


def test_a_new_base_is_made_when_the_village_has_grown_by_a_tenth_or_a_day_has_passed(village: Any) -> None:
    first = village.ask().manifest.hash
    village.grow(3)
    assert village.ask().manifest.hash == first
    village.grow(3)
    second = village.ask().manifest.hash
    assert (village.made, village.kept()) == (2, [second]), "nobody fetched the first"
    assert village.ask(at=3 * DAY).manifest.hash == second, "nothing came since"
    village.grow(1)
    assert village.ask(at=DAY // 2).manifest.hash == second
    assert village.ask(at=3 * DAY).manifest.hash != second


def test_a_base_that_is_being_fetched_stays_when_another_replaces_it_and_goes_a_day_later(
    village: Any,
) -> None:
    first = village.ask().manifest
    assert len(b"".join(village.bases.give(HOSTILE, first.hash, 0, NOW))) == first.bytes
    village.grow(10)
    second = village.ask(device=OTHER).manifest
    assert village.kept() == [second.hash, first.hash]
    assert village.ask(begun=first.hash).same
    assert len(b"".join(village.bases.give(HOSTILE, first.hash, 100, NOW))) == first.bytes - 100
    village.grow(10)
    third = village.ask(device=OTHER).manifest
    assert village.kept() == [third.hash, first.hash], "at most one that was replaced"
    village.ask(at=DAY)
    assert first.hash not in village.kept()
    with pytest.raises(Refused):
        village.bases.give(HOSTILE, first.hash, 0, NOW + DAY)


def test_a_laptop_causes_few_bases_a_day_and_then_gets_the_one_there_is(village: Any) -> None:
    for _ in range(10):
        last = village.ask().manifest.hash
        village.grow(20)
    assert village.made == allowance.MADE_A_DAY
    assert village.kept() == [last]
    village.ask(device=OTHER)
    assert village.made == allowance.MADE_A_DAY + 1, "another laptop has its own allowance"
    village.grow(100)
    village.ask(at=DAY)
    assert village.made == allowance.MADE_A_DAY + 2, "and tomorrow this one too"


def test_where_each_base_was_struck_by_an_erasure_a_laptop_is_told_that_it_asks_too_often(
    village: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(allowance.MADE_A_DAY):
        assert village.ask().manifest
        village.erase()
    with pytest.raises(Refused) as refused:
        village.ask()
    assert refused.value.problem.code == "bootstrap.too_often"
    monkeypatch.setattr(allowance, "MADE_A_DAY", 100)
    for _ in range(5):
        assert village.ask().manifest, "the control: without the allowance there is no end of it"
        village.erase()
    assert len(village.kept()) == 1


def test_a_base_is_made_of_what_the_tables_have_and_others_have_their_turns_meanwhile(
    village: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    village.grow(120, store_segment)
    held: list[int] = []
    real = kept_bases.Archive.held

    def counted(archive: Archive) -> Any:
        held.append(1)
        return real(archive)

    monkeypatch.setattr(kept_bases.Archive, "held", counted)
    manifest = village.ask().manifest
    assert manifest.rows == 160
    assert sum(manifest.vector.values()) == 160
    assert len(held) > 6, "a turn for every fifty commits and for every piece"
