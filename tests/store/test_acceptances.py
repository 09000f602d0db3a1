"""A station's word on what it took in from review counts for exactly those lines, in its places, while it stands."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import pytest

from fieldapp.journal.stream import Segment
from fieldapp.keys.acceptances import Acceptance, is_true, signed
from fieldapp.keys.certificates import EVERYWHERE, HUB_ROLES, issue, revoke
from fieldapp.keys.devices import DeviceKey
from fieldapp.store import Vault
from fieldapp.store.authority import deciding, entering, heads, kept, review
from fieldapp.store.authority.acceptances import acceptances, hear, hold_unaccepted, honour, note_all
from fieldapp.store.authority.judging import judge
from fieldapp.store.intake import receive
from fieldapp.store.ledger import stream_id
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import chain_at, segments_after

VILLAGE, TOWNSHIP, NEIGHBOUR = "990101001201", "990101001", "990101002"
STATION_WORDS = {"name": "station", "role": HUB_ROLES["township"], "issued_ms": 1, "may_issue": True}


@dataclass
class County:
    """A vault of the county, two stations it knows, and a laptop that was revoked after its first commit."""

    vault: Vault
    laptop: Vault
    root: DeviceKey = field(default_factory=DeviceKey.generate)
    station: DeviceKey = field(default_factory=DeviceKey.generate)
    other: DeviceKey = field(default_factory=DeviceKey.generate)

    def write(self, number: str) -> None:
        change = Change("household", None, "add", {"household_no": number})
        save(self.laptop, VILLAGE, "edit", [change], seen=seen_of(self.laptop, VILLAGE))

    @property
    def stream(self) -> str:
        return stream_id(self.laptop.replica, VILLAGE)

    def bring(self) -> int:
        """All that the county lacks, carried by the station; gives the commits that wait since."""
        ledger = self.vault.ledger
        at, _ = review.reach(ledger, self.stream)
        (segment,) = segments_after(self.laptop.ledger, VILLAGE, {self.stream: at})
        by, sig = heads.sign(
            self.station,
            segment,
            chain_at(self.laptop.ledger, self.stream, segment.last) or b"",
            "carrier",
        )
        sender = self.station.public.hex()
        verdict = judge(ledger, segment, by, sig, sender=sender)
        assert verdict.way == "review", verdict
        return hold_unaccepted(ledger, segment, verdict, self.take, sender=sender, now_ms=1)

    def take(self, segment: Segment) -> None:
        receive(self.vault.ledger, segment)

    def word(self, first: int, last: int, key: DeviceKey | None = None, **changed: Any) -> Acceptance:
        """What a station says, the laptop's own station if no other key is named."""
        chain = (chain_at(self.laptop.ledger, self.stream, last) or b"").hex()
        words: dict[str, Any] = {"chain": chain, "person": "李站长", "at_ms": 9, **changed}
        told = Acceptance(self.stream, self.laptop.replica, VILLAGE, first, last, **words)
        return signed(key or self.station, told)

    def hear(self, *told: Acceptance) -> int:
        """Take in what is told; gives the commits taken in by it."""
        ledger = self.vault.ledger
        return sum(honour(ledger, stream, self.take) for stream in note_all(ledger, told))

    def numbers(self) -> set[str]:
        return {no for (no,) in self.vault.db.execute("select household_no from household").fetchall()}


@pytest.fixture
def county(make_vault: Callable[..., Vault]) -> County:
    made = County(make_vault("county"), make_vault("laptop"))
    ledger, root = made.vault.ledger, made.root
    kept.set_anchor(ledger, root.public.hex(), "root")
    central = {"name": "county", "role": HUB_ROLES["central"], "issued_ms": 1, "may_issue": True}
    told = [
        issue(root, root.public, scopes=EVERYWHERE, **central),  # type: ignore[arg-type]
        issue(root, made.station.public, scopes=[TOWNSHIP], **STATION_WORDS),  # type: ignore[arg-type]
        issue(root, made.other.public, scopes=[NEIGHBOUR], **STATION_WORDS),  # type: ignore[arg-type]
        issue(
            made.station, made.laptop.device.public, name="张三", role="team", scopes=[VILLAGE], issued_ms=1
        ),
    ]
    assert entering.take_certificates(ledger, told) == {}
    made.write("1")
    (first,) = segments_after(made.laptop.ledger, VILLAGE, {})
    receive(ledger, first)
    heads.pin_author(ledger, made.laptop.replica, made.laptop.device.public.hex())
    gone = revoke(made.station, made.laptop.device.public, 5, {made.stream: 1})
    assert entering.take_revocation(ledger, gone) == ""
    return made


def test_what_the_station_took_in_is_not_asked_a_second_time(county: County) -> None:
    for number in "234":
        county.write(number)
    assert county.hear(county.word(2, 4)) == 0, "the word comes first, as in a round"
    assert county.bring() == 0
    assert county.numbers() == {"1", "2", "3", "4"}
    rows = county.vault.db.execute("select state, decided_by, decided_ms from review").fetchall()
    assert rows == [("accepted", "李站长", 9)]
    county.write("5")
    assert county.bring() == 1, "the control: nobody took in what came after it"


def test_the_word_may_come_after_the_lines_it_speaks_of(county: County) -> None:
    for number in "234":
        county.write(number)
    assert county.bring() == 3
    assert county.hear(county.word(2, 4)) == 3
    assert county.hear(county.word(2, 4)) == 0, "told twice"
    assert review.waiting(county.vault.ledger) == ()
    assert county.numbers() == {"1", "2", "3", "4"}


def test_a_word_is_heard_again_where_what_it_covers_could_not_be_taken_in(county: County) -> None:
    county.write("2")
    county.bring()
    ledger, told = county.vault.ledger, [county.word(2, 2)]

    def fail(_: Segment) -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        hear(ledger, told, fail)
    assert (acceptances(ledger), county.numbers()) == ((), {"1"})
    assert hear(ledger, told, county.take) == (1, 1)
    assert county.numbers() == {"1", "2"}


def forgeries(county: County) -> dict[str, Acceptance]:
    """Words that must move nothing, by what is wrong with them."""
    true = county.word(2, 4)
    laptop, stranger = county.laptop.device, DeviceKey.generate()
    return {
        "of a plain laptop": county.word(2, 4, laptop),
        "of a stranger": county.word(2, 4, stranger),
        "of another township's station": county.word(2, 4, county.other),
        "with a longer range": replace(county.word(2, 3), last=4, chain=true.chain),
        "with an earlier begin": replace(county.word(3, 4), first=2),
        "on another chain": county.word(2, 4, chain="ab" * 32),
        "with the chain put in afterwards": replace(county.word(2, 4, chain="ab" * 32), chain=true.chain),
        "in the name of another person": replace(true, person="王县长"),
        "by another's key": replace(county.word(2, 4, county.other), by=county.station.public.hex()),
        "of another village": replace(true, scope="990101001202"),
        "of another replica": replace(true, replica="0" * 16),
        "by an unknown algorithm": replace(true, algorithm="none"),
        "without end": replace(true, last=2**60),
        "without a chain": county.word(2, 4, chain=""),
        "with a hole before it": county.word(3, 4),
    }


def test_nothing_forged_takes_anything_in(county: County) -> None:
    for number in "234":
        county.write(number)
    assert county.bring() == 3
    for what, told in forgeries(county).items():
        assert county.hear(told) == 0, what
        assert [one.commits for one in review.waiting(county.vault.ledger)] == [3], what
    assert county.numbers() == {"1"}
    assert county.hear(county.word(2, 4, at_ms=10)) == 3, "the control: the station's own word"


def test_the_same_words_before_the_lines_take_nothing_in_either(county: County) -> None:
    for number in "234":
        county.write(number)
    for told in forgeries(county).values():
        county.hear(told)
    assert county.bring() == 3
    assert county.numbers() == {"1"}
    assert county.hear(county.word(2, 4, at_ms=10)) == 3, "the control"


def test_the_word_of_a_revoked_station_no_longer_counts(county: County) -> None:
    for number in "234":
        county.write(number)
    early = county.word(2, 4)
    county.hear(early)
    assert acceptances(county.vault.ledger) == (early,), "the control: it would count"
    gone = revoke(county.root, county.station.public, 9, {})
    assert entering.take_revocation(county.vault.ledger, gone) == ""
    (segment,) = segments_after(county.laptop.ledger, VILLAGE, {county.stream: 1})
    sender = county.laptop.device.public.hex()
    verdict = judge(county.vault.ledger, segment, "", "", sender=county.root.public.hex())
    assert verdict.way == "take", "the control: who stands above may bring it"
    review.hold(
        county.vault.ledger,
        segment,
        replace(verdict, way="review", reason="revoked"),
        sender=sender,
        now_ms=1,
    )
    assert honour(county.vault.ledger, county.stream, county.take) == 0
    assert county.hear(county.word(2, 4)) == 0
    assert county.numbers() == {"1"}


def test_a_hubs_word_ends_with_the_desktop_that_certified_it(county: County) -> None:
    """The station's hub hangs on its desktop, as in a township: what the county takes back of one it takes of both."""
    ledger, hub = county.vault.ledger, DeviceKey.generate()
    own = issue(county.station, hub.public, scopes=[TOWNSHIP], **STATION_WORDS)  # type: ignore[arg-type]
    assert entering.take_certificates(ledger, [own]) == {}
    county.write("2")
    assert county.bring() == 1
    assert entering.take_revocation(ledger, revoke(county.root, county.station.public, 9, {})) == ""
    assert county.hear(county.word(2, 2, hub)) == 0
    assert [one.commits for one in review.waiting(ledger)] == [1]
    central = issue(
        county.root, county.station.public, scopes=[TOWNSHIP], **{**STATION_WORDS, "issued_ms": 12}
    )  # type: ignore[arg-type]
    assert entering.take_certificates(ledger, [central]) == {}
    assert county.hear(county.word(2, 2, hub)) == 1, "the control: certified again"


def test_a_word_on_a_part_takes_in_that_part_and_the_rest_waits(county: County) -> None:
    for number in "234":
        county.write(number)
    assert county.bring() == 3
    assert county.hear(county.word(2, 3)) == 2
    assert county.numbers() == {"1", "2", "3"}
    (left,) = review.waiting(county.vault.ledger)
    assert (left.first, left.last, left.reason) == (4, 4, "revoked")
    county.write("5")
    assert county.bring() == 1
    assert county.hear(county.word(5, 5)) == 0, "what stands before it waits"
    assert county.hear(county.word(4, 4)) == 2
    assert county.numbers() == {"1", "2", "3", "4", "5"}
    held = chain_at(county.vault.ledger, county.stream, 5)
    assert held == chain_at(county.laptop.ledger, county.stream, 5)


def test_what_came_from_above_meanwhile_is_not_taken_in_twice(county: County) -> None:
    for number in "234":
        county.write(number)
    assert county.bring() == 3
    (segment,) = segments_after(county.laptop.ledger, VILLAGE, {county.stream: 1})
    lines = segment.lines.splitlines(keepends=True)
    county.take(replace(segment, last=3, lines=b"".join(lines[:2]), packed=b""))
    before = county.vault.db.execute("select first, last, state from review").fetchall()
    assert county.hear(county.word(2, 3)) == 0
    assert county.vault.db.execute("select first, last, state from review").fetchall() == before
    assert county.hear(county.word(2, 4, at_ms=10)) == 1
    assert county.numbers() == {"1", "2", "3", "4"}
    assert review.waiting(county.vault.ledger) == ()


def test_what_a_person_here_turned_down_stays_turned_down(county: County) -> None:
    county.write("2")
    assert county.bring() == 1
    deciding.reject(county.vault.ledger, county.stream, by="王县长", now_ms=3, why="not true")
    assert county.hear(county.word(2, 2)) == 0
    assert county.numbers() == {"1"}
    deciding.reopen(county.vault.ledger, county.stream)
    assert honour(county.vault.ledger, county.stream, county.take) == 1, "the control"


def test_only_a_key_that_speaks_for_the_village_says_anything(county: County) -> None:
    accept = partial(deciding.accept, county.vault.ledger, county.stream, by="李站长", now_ms=7)
    county.write("2")
    county.bring()
    accept(key=county.laptop.device)
    assert acceptances(county.vault.ledger) == ()
    county.write("3")
    county.bring()
    accept(key=county.station)
    (told,) = acceptances(county.vault.ledger)
    assert is_true(told)
    assert (told.first, told.last, told.person, told.at_ms) == (3, 3, "李站长", 7)
    assert told.chain == (chain_at(county.laptop.ledger, county.stream, 3) or b"").hex()
