"""Whose segments count: signed, of a known author, in his places, on the history we hold; each check with a control."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from fieldapp.journal.stream import Segment, chain_after
from fieldapp.keys.attestations import Attestation, Place, head_text, head_text_1
from fieldapp.keys.certificates import EVERYWHERE, HUB_ROLES, Certificate, issue, revoke
from fieldapp.keys.devices import DeviceKey
from fieldapp.store import Vault
from fieldapp.store.authority import deciding, entering, heads, kept, review
from fieldapp.store.authority.judging import Verdict, judge
from fieldapp.store.intake import receive
from fieldapp.store.ledger import stream_id
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after

VILLAGE, OTHER_VILLAGE = "990101001201", "990101001202"
TOWNSHIP = "990101001"


@dataclass
class World:
    """A root, a vault that judges, a writer with a certificate for one village."""

    root: DeviceKey
    judge: Vault
    writer: Vault

    def certify(self, key: DeviceKey, *scopes: str, **more: object) -> Certificate:
        words = {"name": "张三", "role": "team", "issued_ms": 10, **more}
        told = issue(self.root, key.public, scopes=scopes or (VILLAGE,), **words)  # type: ignore[arg-type]
        assert entering.take_certificates(self.judge.ledger, [told]) == {}
        return told

    def revoke(self, key: DeviceKey, ms: int = 20, **streams: int) -> str:
        return entering.take_revocation(self.judge.ledger, revoke(self.root, key.public, ms, streams))

    def write(self, number: str = "1", scope: str = VILLAGE) -> Segment:
        change = Change("household", None, "add", {"household_no": number})
        save(self.writer, scope, "edit", [change], seen=seen_of(self.writer, scope))
        return self.news(scope)

    def news(self, scope: str = VILLAGE) -> Segment:
        """What the writer has beyond what the judge's log holds, as one segment."""
        known = self.judge.ledger.vector(scope)
        (segment,) = segments_after(self.writer.ledger, scope, known)
        return segment

    def signed(self, segment: Segment, key: DeviceKey | None = None) -> tuple[str, str]:
        row = self.writer.db.execute("select head_hash from stream where id = ?", [segment.stream]).fetchone()
        return heads.sign(key or self.writer.device, segment, bytes(row[0]), "carrier" if key else "author")

    def bring(
        self, segment: Segment, key: DeviceKey | None = None, sender: DeviceKey | None = None
    ) -> Verdict:
        """Judge a segment signed by `key` (the writer) from `sender` (the signer), and do what the verdict says."""
        for word in heads.attest_own(self.writer.ledger, self.writer.device, [self.writer.replica]):
            if (key or self.writer.device) == self.writer.device:
                heads.note(self.judge.ledger, word)
        by, sig = self.signed(segment, key)
        sent_by = (sender or key or self.writer.device).public.hex()
        verdict = judge(self.judge.ledger, segment, by, sig, sender=sent_by)
        if verdict.way == "take":
            receive(self.judge.ledger, segment)
        elif verdict.way == "review":
            review.hold(self.judge.ledger, segment, verdict, sender=sent_by, now_ms=1)
        return verdict

    def households(self) -> set[str]:
        return {no for (no,) in self.judge.db.execute("select household_no from household").fetchall()}


@pytest.fixture
def world(make_vault: Callable[..., Vault]) -> World:
    made = World(DeviceKey.generate(), make_vault("judge"), make_vault("writer"))
    public = made.root.public.hex()
    kept.set_anchor(made.judge.ledger, public, "root")
    own = issue(
        made.root,
        made.root.public,
        name="county",
        role=HUB_ROLES["central"],
        scopes=EVERYWHERE,
        issued_ms=1,
        may_issue=True,
    )
    assert entering.take_certificates(made.judge.ledger, [own]) == {}
    return made


def code_of(verdict: Verdict) -> str:
    assert verdict.way == "refuse"
    assert verdict.refusal is not None
    assert str(verdict.refusal)
    return verdict.refusal.code


def test_a_certified_author_is_taken_in_and_pinned(world: World) -> None:
    world.certify(world.writer.device)
    verdict = world.bring(world.write())
    assert verdict.way == "take"
    assert verdict.author == heads.author_of(world.judge.ledger, world.writer.replica)
    row = world.judge.db.execute("select head_hash from stream where head_seq > 0").fetchone()
    assert verdict.chain == bytes(row[0])
    assert world.bring(world.write("2")).way == "take"
    assert world.households() == {"1", "2"}


def test_a_stranger_is_refused_and_nothing_is_stored(world: World) -> None:
    segment = world.write()
    assert code_of(world.bring(segment)) == "authority.unknown_signer"
    assert world.households() == set()
    assert heads.author_of(world.judge.ledger, world.writer.replica) == ""
    world.certify(world.writer.device)
    assert world.bring(segment).way == "take"


def test_a_wrong_signature_is_refused(world: World) -> None:
    world.certify(world.writer.device)
    segment = world.write()
    by, sig = world.signed(segment)
    sender = world.writer.device.public.hex()
    changed = replace(segment, lines=segment.lines.replace(b'"1"', b'"9"'))
    flipped = ("A" if sig[0] != "A" else "B") + sig[1:]
    for told, word in ((changed, sig), (segment, flipped), (segment, ""), (segment, "\x00!")):
        verdict = judge(world.judge.ledger, told, by, word, sender=sender)
        assert code_of(verdict) == "authority.bad_signature"
    assert judge(world.judge.ledger, segment, by, sig, sender=sender).way == "take"


def test_nobody_answers_for_what_is_neither_signed_nor_sent_by_anybody(world: World) -> None:
    segment = world.write()
    assert code_of(judge(world.judge.ledger, segment, "", "", sender="")) == "authority.unsigned"
    verdict = judge(world.judge.ledger, segment, "", "", sender=DeviceKey.generate().public.hex())
    assert code_of(verdict) == "authority.unknown_signer"
    world.certify(world.writer.device)
    assert judge(world.judge.ledger, segment, "", "", sender=world.writer.device.public.hex()).way == "take"


def test_what_lies_outside_the_authors_places_is_held_and_not_in_the_register(world: World) -> None:
    world.certify(world.writer.device, OTHER_VILLAGE)
    verdict = world.bring(world.write())
    assert (verdict.way, verdict.reason) == ("review", "scope")
    assert world.households() == set()
    (held,) = review.waiting(world.judge.ledger)
    assert (held.scope, held.reason, held.commits, held.name) == (VILLAGE, "scope", 1, "张三")


def test_a_judge_that_ignores_the_scope_would_let_the_foreign_row_in(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above: without the question for the place the row stands in the register."""
    monkeypatch.setattr("fieldapp.store.authority.judging.Keys.covers", lambda *_: True)
    world.certify(world.writer.device, OTHER_VILLAGE)
    assert world.bring(world.write()).way == "take"
    assert world.households() == {"1"}


def test_late_commits_of_a_revoked_author_wait_and_are_taken_in_with_what_follows(world: World) -> None:
    world.certify(world.writer.device)
    first = world.write("1")
    assert world.bring(first).way == "take"
    assert world.revoke(world.writer.device, **{first.stream: 1}) == ""
    assert world.bring(first).way == "take", "what came before the revocation counts, also twice"
    late = world.write("2")
    assert (world.bring(late).way, world.bring(late).reason) == ("review", "known")
    more = world.write("3")
    assert world.bring(more).way == "review"
    assert world.households() == {"1"}
    (held,) = review.waiting(world.judge.ledger)
    assert (held.first, held.last, held.reason) == (2, 3, "revoked")
    assert review.held_heads(world.judge.ledger, VILLAGE) == {first.stream: 3}
    deciding.accept(world.judge.ledger, first.stream, key=world.root, by="李站长", now_ms=2)
    assert world.households() == {"1", "2", "3"}
    assert review.waiting(world.judge.ledger) == ()
    assert world.bring(world.write("4")).way == "review", "each later word of a revoked author is asked again"


def test_a_judge_that_ignores_revocations_would_let_the_late_row_in(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp.store.authority.judging.Keys.counts_until", lambda *_: None)
    world.certify(world.writer.device)
    world.revoke(world.writer.device)
    assert world.bring(world.write()).way == "take"


def test_what_was_rejected_is_kept_and_can_still_be_taken_in(world: World) -> None:
    world.certify(world.writer.device, OTHER_VILLAGE)
    stream = world.write().stream
    world.bring(world.news())
    assert deciding.reject(world.judge.ledger, stream, by="李站长", now_ms=2) == 1
    assert review.waiting(world.judge.ledger) == ()
    (held,) = review.waiting(world.judge.ledger, rejected=True)
    assert held.state == "rejected"
    deciding.accept(world.judge.ledger, stream, key=world.root, by="李站长", now_ms=3)
    assert world.households() == {"1"}
    with pytest.raises(Exception, match="Nothing waits"):
        deciding.accept(world.judge.ledger, stream, key=world.root, by="李站长", now_ms=4)


def test_only_who_may_approve_decides_and_only_in_his_villages(world: World) -> None:
    world.certify(world.writer.device, OTHER_VILLAGE)
    stream = world.write().stream
    world.bring(world.news())
    with pytest.raises(Exception) as refused:
        deciding.decide(world.judge, stream, take_in=True)
    assert refused.value.code == "role.not_allowed"  # type: ignore[attr-defined]
    boss = replace(world.judge.worker, role="township", scopes=("990101002",))
    world.judge.work_with(replace(world.judge.session, worker=boss))
    with pytest.raises(Exception) as refused:
        deciding.decide(world.judge, stream, take_in=True)
    assert refused.value.code == "register.foreign_scope"  # type: ignore[attr-defined]
    world.judge.work_with(replace(world.judge.session, worker=replace(boss, scopes=(TOWNSHIP,))))
    deciding.decide(world.judge, stream, take_in=True)
    assert world.households() == {"1"}


def test_what_follows_a_held_commit_waits_with_it(world: World) -> None:
    world.certify(world.writer.device, OTHER_VILLAGE)
    world.bring(world.write("1"))
    world.certify(world.writer.device, VILLAGE, issued_ms=30)
    verdict = world.bring(world.write("2"))
    assert (verdict.way, world.households()) == ("review", set())
    deciding.accept(world.judge.ledger, world.news().stream, key=world.root, by="x", now_ms=1)
    assert world.households() == {"1", "2"}
    assert world.bring(world.write("3")).way == "take"


def test_a_new_certificate_of_the_same_issuer_lifts_a_revocation(world: World) -> None:
    world.certify(world.writer.device)
    world.revoke(world.writer.device, 20)
    assert world.bring(world.write()).way == "review"
    world.certify(world.writer.device, issued_ms=21)
    assert kept.Keys(world.judge.ledger).counts_until(world.writer.device.public.hex()) is None


def test_only_who_stands_above_may_revoke(world: World) -> None:
    colleague = DeviceKey.generate()
    world.certify(world.writer.device)
    world.certify(colleague)
    told = revoke(colleague, world.writer.device.public, 20, {})
    assert entering.take_revocation(world.judge.ledger, told) == "stranger"
    assert entering.take_revocation(world.judge.ledger, replace(told, revoked_ms=30)) == "signature"
    assert world.revoke(world.writer.device) == ""


def test_a_revoked_station_no_longer_answers_for_its_laptops(world: World) -> None:
    station = DeviceKey.generate()
    world.certify(station, TOWNSHIP, may_issue=True, role=HUB_ROLES["township"])
    below = issue(
        station, world.writer.device.public, name="张三", role="team", scopes=[VILLAGE], issued_ms=1
    )
    assert entering.take_certificates(world.judge.ledger, [below]) == {}
    assert kept.Keys(world.judge.ledger).covers(world.writer.device.public.hex(), VILLAGE)
    world.revoke(station)
    assert not kept.Keys(world.judge.ledger).covers(world.writer.device.public.hex(), VILLAGE)


def test_a_colleague_carries_what_its_author_signed_and_no_more(world: World) -> None:
    colleague = DeviceKey.generate()
    world.certify(world.writer.device)
    world.certify(colleague)
    world.write("1")
    (word,) = heads.attest_own(world.writer.ledger, world.writer.device, [world.writer.replica])
    segment = world.news()
    assert heads.note(world.judge.ledger, word) == "new"
    assert world.bring(segment, colleague).way == "take"
    verdict = world.bring(world.write("2"), colleague)
    assert (verdict.way, verdict.reason) == ("review", "unproven")
    assert world.households() == {"1"}


def test_work_of_a_laptop_nobody_knows_waits_until_its_own_word_comes(world: World) -> None:
    """Its name says whose it is: who carries it is not taken for its author, and does not stand in its way."""
    colleague = DeviceKey.generate()
    world.certify(colleague)
    verdict = world.bring(world.write("1"), colleague)
    assert (verdict.way, verdict.reason) == ("review", "unproven")
    assert heads.author_of(world.judge.ledger, world.writer.replica) == ""
    world.certify(world.writer.device)
    assert world.bring(world.write("2")).way == "take"
    assert world.households() == {"1", "2"}
    assert heads.alarms(world.judge.ledger) == ()
    assert review.waiting(world.judge.ledger) == ()


@pytest.mark.parametrize(("is_known", "name"), [(True, "张三"), (False, "")])
def test_what_a_colleague_brought_does_not_wait_under_his_name(
    world: World, is_known: bool, name: str
) -> None:
    """Who decides on it reads whose it is, or that nobody here knows; the control is what he wrote himself."""
    colleague = DeviceKey.generate()
    world.certify(colleague, name="李四")
    if is_known:
        world.certify(world.writer.device)
    assert world.bring(world.write("1"), colleague).reason == "unproven"
    (held,) = review.waiting(world.judge.ledger)
    assert held.name == name
    world.certify(world.writer.device, OTHER_VILLAGE, name="王五", issued_ms=30)
    assert world.bring(world.news()).way == "review"
    (held,) = review.waiting(world.judge.ledger)
    assert held.name == "王五"


def test_a_judge_that_asks_no_name_would_take_a_colleagues_forgery(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above."""
    monkeypatch.setattr("fieldapp.store.authority.judging.is_bound", lambda _: False)
    colleague = DeviceKey.generate()
    world.certify(colleague)
    assert world.bring(world.write("1"), colleague).way == "take"
    assert world.households() == {"1"}


def test_a_computer_that_a_person_accepted_brings_work_of_laptops_nobody_knows(world: World) -> None:
    colleague = DeviceKey.generate()
    kept.set_anchor(world.judge.ledger, colleague.public.hex(), "trusted", "李四")
    assert world.bring(world.write("1"), colleague).way == "take"
    assert heads.author_of(world.judge.ledger, world.writer.replica) == ""


def unseen_and_revoked(world: World, carrier: str, **streams: int) -> DeviceKey:
    """The judge knows that the writer was revoked and holds nothing of him; the key of who will bring his work."""
    key = DeviceKey.generate()
    if carrier == "accepted":
        kept.set_anchor(world.judge.ledger, key.public.hex(), "trusted", "李四")
    elif carrier == "station":
        world.certify(key, TOWNSHIP, may_issue=True, role=HUB_ROLES["township"])
    else:
        world.certify(key)
    world.certify(world.writer.device)
    assert world.revoke(world.writer.device, **streams) == ""
    return key


@pytest.mark.parametrize("carrier", ["station", "accepted", "colleague"])
def test_late_work_is_its_authors_though_nothing_of_him_was_seen_whoever_brings_it(
    world: World, carrier: str
) -> None:
    """Its name says whose it is: a carrier who had not heard of the revocation does not answer for it."""
    key = unseen_and_revoked(world, carrier)
    verdict = world.bring(world.write("1"), key)
    assert (verdict.way, verdict.reason) == ("review", "revoked")
    assert verdict.author == world.writer.device.public.hex()
    assert world.households() == set()
    (held,) = review.waiting(world.judge.ledger)
    assert (held.reason, held.name) == ("revoked", "张三")


@pytest.mark.parametrize(
    ("carrier", "way"), [("station", "take"), ("accepted", "take"), ("colleague", "review")]
)
def test_a_judge_that_reads_no_revoked_name_would_let_a_carrier_answer_for_late_work(
    world: World, monkeypatch: pytest.MonkeyPatch, carrier: str, way: str
) -> None:
    """The control of the test above."""
    monkeypatch.setattr("fieldapp.store.authority.judging.Keys.revoked_as", lambda *_: "")
    key = unseen_and_revoked(world, carrier)
    verdict = world.bring(world.write("1"), key)
    assert verdict.way == way
    assert verdict.reason != "revoked"


def test_what_an_unseen_author_wrote_in_time_is_taken_and_the_rest_waits(world: World) -> None:
    stream = stream_id(world.writer.replica, VILLAGE)
    station = unseen_and_revoked(world, "station", **{stream: 1})
    world.write("1")
    world.write("2")
    segment = world.news()
    verdict = world.bring(segment, station)
    assert (verdict.way, verdict.reason, verdict.in_time) == ("review", "revoked", 1)


def test_a_revocation_in_another_village_is_none_here(world: World) -> None:
    station = DeviceKey.generate()
    world.certify(station, TOWNSHIP, may_issue=True, role=HUB_ROLES["township"])
    world.certify(world.writer.device)
    told = revoke(world.root, world.writer.device.public, 20, {}, OTHER_VILLAGE)
    assert entering.take_revocation(world.judge.ledger, told) == ""
    assert world.bring(world.write("1"), station).way == "take"


def forge(world: World, segment: Segment, thief: DeviceKey, number: bytes = b'"7"') -> Verdict:
    """What a colleague makes up under the writer's name, signed as his own."""
    made = replace(segment, lines=segment.lines.replace(b'"1"', number))
    head = world.judge.db.execute(
        "select head_hash from stream where id = ? and head_seq = ?", [segment.stream, segment.first - 1]
    ).fetchone()
    chain = chain_after(bytes(head[0]) if head else bytes(32), made.lines)
    by, sig = heads.sign(thief, made, chain, "author")
    verdict = judge(world.judge.ledger, made, by, sig, sender=thief.public.hex())
    if verdict.way == "review":
        review.hold(world.judge.ledger, made, verdict, sender=thief.public.hex(), now_ms=1)
    return verdict


@pytest.mark.parametrize("is_known", [False, True])
def test_a_forgery_that_waits_does_not_stand_in_its_authors_way(world: World, is_known: bool) -> None:
    thief = DeviceKey.generate()
    world.certify(world.writer.device)
    world.certify(thief)
    if is_known:
        assert world.bring(world.write("0")).way == "take"
    segment = world.write("1")
    assert forge(world, segment, thief).reason == "unproven"
    (held,) = review.waiting(world.judge.ledger)
    verdict = world.bring(segment)
    assert verdict.way == "take"
    assert "1" in world.households()
    assert "7" not in world.households()
    assert review.waiting(world.judge.ledger, rejected=True) == ()
    (alarm,) = heads.alarms(world.judge.ledger)
    assert alarm.signer == thief.public.hex(), "the alarm names who made it up"
    rows = world.judge.db.execute("select state, sender, stream from review").fetchall()
    assert [(state, sender) for state, sender, _ in rows] == [("displaced", thief.public.hex())]
    assert not any(held.stream == stream for *_, stream in rows)
    assert review.held_heads(world.judge.ledger, VILLAGE) == {}
    assert world.bring(world.write("2")).way == "take", "and the stream goes on"


def test_without_displacing_a_forgery_would_shut_its_author_out(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above: the author's own signature does not fit the forged history that waits."""
    monkeypatch.setattr("fieldapp.store.authority.judging.is_contested", lambda *_: False)
    thief = DeviceKey.generate()
    world.certify(world.writer.device)
    world.certify(thief)
    assert forge(world, world.write("1"), thief).reason == "unproven"
    world.write("2")
    assert code_of(world.bring(world.news())) == "authority.bad_signature"
    assert world.households() == set()


def test_a_forgery_does_not_displace_what_its_author_brought_himself(world: World) -> None:
    thief = DeviceKey.generate()
    world.certify(world.writer.device, OTHER_VILLAGE)
    world.certify(thief)
    segment = world.write("1")
    assert world.bring(segment).reason == "scope"
    assert forge(world, segment, thief).reason == "known"
    (held,) = review.waiting(world.judge.ledger)
    assert held.author == world.writer.device.public.hex()
    deciding.accept(world.judge.ledger, segment.stream, key=world.root, by="李站长", now_ms=2)
    assert world.households() == {"1"}


@pytest.mark.parametrize("carriers", [1, 2])
def test_what_was_turned_down_stays_so_when_another_brings_it_under_its_authors_signature(
    world: World, carriers: int
) -> None:
    first, *others = [DeviceKey.generate() for _ in range(2)]
    for key in (world.writer.device, first, *others):
        world.certify(key)
    world.revoke(world.writer.device)
    segment = world.write("1")
    assert world.bring(segment, sender=first).reason == "revoked"
    deciding.reject(world.judge.ledger, segment.stream, by="李站长", now_ms=2, why="改动不明")
    for sender in (first, *others)[:carriers]:
        world.bring(segment, sender=sender)
        assert review.waiting(world.judge.ledger) == ()
        assert world.judge.db.execute("select state, why from review").fetchall() == [
            ("rejected", "改动不明")
        ]
    longer = world.write("2")
    assert world.bring(longer, sender=others[0]).reason == "revoked", "and what is new of it is asked"
    (held,) = review.waiting(world.judge.ledger)
    assert (held.first, held.last) == (2, 2)


def test_what_goes_on_where_its_authors_word_ends_waits_on(world: World) -> None:
    carrier = DeviceKey.generate()
    for key in (world.writer.device, carrier):
        world.certify(key)
    world.write("1")
    whole = world.write("2")
    by, sig = world.signed(whole, carrier)
    verdict = judge(world.judge.ledger, whole, by, sig, sender=carrier.public.hex())
    assert verdict.reason == "unproven"
    review.hold(world.judge.ledger, whole, verdict, sender=carrier.public.hex(), now_ms=1)
    own = replace(whole, last=1, lines=whole.lines.splitlines(keepends=True)[0], packed=b"")
    by, sig = heads.sign(world.writer.device, own, chain_after(bytes(32), own.lines), "author")
    assert judge(world.judge.ledger, own, by, sig, sender=world.writer.device.public.hex()).way == "take"
    receive(world.judge.ledger, own)
    (held,) = review.waiting(world.judge.ledger)
    assert (held.last, heads.alarms(world.judge.ledger)) == (2, ())
    deciding.accept(world.judge.ledger, whole.stream, key=world.root, by="李站长", now_ms=2)
    assert world.households() == {"1", "2"}


def test_a_carriers_signature_makes_nobody_an_author(world: World) -> None:
    """Also under a name that says no key: a third party shows what an honest carrier signed as that one's word."""
    carrier = DeviceKey.generate()
    world.certify(carrier)
    stream = stream_id("0102", VILLAGE)
    place = Place(stream, "0102", VILLAGE, 1, bytes(range(32)))

    def shown(signature: bytes) -> Attestation:
        words = (stream, "0102", VILLAGE, 1, place.chain.hex(), carrier.public.hex())
        return Attestation(*words, "author", signature.hex())

    assert heads.note(world.judge.ledger, shown(carrier.sign(head_text("carrier", place)))) == "signature"
    assert heads.note(world.judge.ledger, shown(carrier.sign(head_text_1(place)))) == "stranger"
    assert heads.author_of(world.judge.ledger, "0102") == ""
    # The control: what says that it is an author's word is one.
    assert heads.note(world.judge.ledger, shown(carrier.sign(head_text("author", place)))) == "new"
    assert heads.author_of(world.judge.ledger, "0102") == carrier.public.hex()


def test_nobody_signs_himself_into_a_name_that_says_anothers_key(world: World) -> None:
    thief = DeviceKey.generate()
    world.certify(thief)
    segment = world.write("1")
    words = {"stream": segment.stream, "replica": segment.replica, "scope": VILLAGE, "seq": 1}
    told = heads.attest(thief, "author", **words, chain=bytes(range(32)))  # type: ignore[arg-type]
    assert heads.note(world.judge.ledger, told) == "stranger"
    assert heads.pin_author(world.judge.ledger, segment.replica, thief.public.hex()) == ""
    world.certify(world.writer.device)
    assert world.bring(segment).way == "take"
    assert heads.author_of(world.judge.ledger, segment.replica) == world.writer.device.public.hex()
    assert heads.alarms(world.judge.ledger) == ()


def test_a_station_answers_for_what_it_hands_on(world: World) -> None:
    station = DeviceKey.generate()
    world.certify(station, TOWNSHIP, may_issue=True, role=HUB_ROLES["township"])
    assert world.bring(world.write(), station).way == "take"
    other = DeviceKey.generate()
    world.certify(other, "990101002", may_issue=True, role=HUB_ROLES["township"])
    assert world.bring(world.write("2"), other).reason == "scope"


def test_a_hub_above_is_believed_about_what_it_took_in(world: World) -> None:
    world.certify(world.writer.device, OTHER_VILLAGE)
    world.bring(world.write())
    assert world.bring(world.news(), world.root).way == "take"
    assert review.waiting(world.judge.ledger) == ()


def test_another_key_under_the_same_replica_raises_an_alarm(world: World) -> None:
    thief = DeviceKey.generate()
    world.certify(world.writer.device)
    world.bring(world.write())
    (word,) = heads.newest(world.writer.ledger)
    row = world.writer.db.execute("select head_hash from stream where head_seq > 0").fetchone()
    told = heads.attest(
        thief,
        "author",
        stream=word.stream,
        replica=word.replica,
        scope=word.scope,
        seq=1,
        chain=bytes(row[0]),
    )
    assert heads.note(world.judge.ledger, told) == "stranger"
    assert heads.alarms(world.judge.ledger) == (), "who has no certificate raises no alarm"
    world.certify(thief)
    assert heads.note(world.judge.ledger, told) == "alarm"
    (alarm,) = heads.alarms(world.judge.ledger)
    assert alarm.kind == "author"
    assert "tell your station" in str(alarm.finding())
    assert heads.note(world.judge.ledger, word) == "known"


def test_two_histories_at_one_place_raise_an_alarm_and_ours_stays(world: World) -> None:
    world.certify(world.writer.device)
    world.bring(world.write("1"))
    ours = world.households()
    (segment,) = segments_after(world.writer.ledger, VILLAGE, {})
    forged = replace(segment, lines=segment.lines.replace(b'"1"', b'"7"'))
    by, sig = heads.sign(world.writer.device, forged, chain_after(bytes(32), forged.lines), "author")
    sender = world.writer.device.public.hex()
    # Nonsense that nobody signed raises no alarm.
    assert code_of(judge(world.judge.ledger, forged, by, "AAAA", sender=sender)) == "authority.bad_signature"
    assert heads.alarms(world.judge.ledger) == ()
    assert code_of(judge(world.judge.ledger, forged, by, sig, sender=sender)) == "authority.forked"
    assert [alarm.kind for alarm in heads.alarms(world.judge.ledger)] == ["chain"]
    assert world.households() == ours


def test_a_history_that_is_not_what_its_author_attested_is_refused(world: World) -> None:
    station = DeviceKey.generate()
    world.certify(world.writer.device)
    world.certify(station, TOWNSHIP, may_issue=True, role=HUB_ROLES["township"])
    world.write("1")
    (word,) = heads.attest_own(world.writer.ledger, world.writer.device, [world.writer.replica])
    heads.note(world.judge.ledger, word)
    segment = world.write("2")
    forged = replace(segment, lines=segment.lines.replace(b'"1"', b'"7"'))
    by, sig = heads.sign(station, forged, chain_after(bytes(32), forged.lines), "carrier")
    verdict = judge(world.judge.ledger, forged, by, sig, sender=station.public.hex())
    assert code_of(verdict) == "authority.forked"
    assert world.households() == set()
    # The control: without the author's word the insider's change at the station goes in.
    world.judge.db.execute("delete from head")
    world.judge.db.conn.commit()
    assert judge(world.judge.ledger, forged, by, sig, sender=station.public.hex()).way == "take"


def test_a_segment_after_a_gap_is_left_to_the_log_which_takes_none_of_it(world: World) -> None:
    world.certify(world.writer.device)
    world.write("1")
    world.write("2")
    (segment,) = segments_after(world.writer.ledger, VILLAGE, {world.news().stream: 1})
    assert (world.bring(segment).way, world.bring(segment).reason) == ("take", "gap")
    assert world.households() == set()


def test_a_device_accepted_by_its_fingerprint_writes_everywhere_and_issues_nothing(world: World) -> None:
    kept.set_anchor(world.judge.ledger, world.writer.device.public.hex(), "trusted", "李四")
    assert world.bring(world.write()).way == "take"
    below = issue(
        world.writer.device,
        DeviceKey.generate().public,
        name="x",
        role="team",
        scopes=[VILLAGE],
        issued_ms=1,
    )
    assert list(entering.take_certificates(world.judge.ledger, [below])) == [
        f"unknown_issuer {below.public[:16]}"
    ]


def test_one_sender_cannot_fill_the_review(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fieldapp.store.authority.review.MOST_BYTES", 300)
    world.certify(world.writer.device, OTHER_VILLAGE)
    world.bring(world.write("1"))
    world.bring(world.write("2"))
    segment = world.write("3")
    with pytest.raises(Exception) as full:
        world.bring(segment)
    assert full.value.code == "review.full"  # type: ignore[attr-defined]


def test_signatures_are_base64_without_padding(world: World) -> None:
    segment = world.write()
    by, sig = world.signed(segment)
    assert len(by) == 16
    assert "=" not in sig
    assert len(base64.b64decode(sig + "==")) == 64


def test_what_waits_is_bounded_in_each_village_and_another_village_has_its_own_room(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp.store.authority.review.MOST_IN_VILLAGE", 300)
    world.certify(world.writer.device, "990101001203")
    world.bring(world.write("1"))
    world.bring(world.write("2"))
    segment = world.write("3")
    with pytest.raises(Exception) as full:
        world.bring(segment)
    assert full.value.code == "review.full"  # type: ignore[attr-defined]
    assert "Ask the station" in str(full.value)
    world.writer.work_with(
        replace(
            world.writer.session,
            worker=replace(world.writer.worker, scopes=(VILLAGE, OTHER_VILLAGE)),
        )
    )
    assert world.bring(world.write("4", OTHER_VILLAGE)).way == "review"
    monkeypatch.setattr("fieldapp.store.authority.review.MOST_IN_VILLAGE", 3000)
    assert world.bring(segment).way == "review", "the control: with room it is held"
