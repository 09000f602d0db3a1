"""USB bundles: two vaults converge without a hub, by any subset of parts; importing twice is harmless; receipts."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from fieldapp.errors import BundleError
from fieldapp.keys.attestations import Attestation, attest
from fieldapp.keys.certificates import issue, revoke
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority.entering import take_certificates, take_revocation
from fieldapp.store.authority.heads import note_all
from fieldapp.store.authority.kept import set_anchor
from fieldapp.store.authority.review import waiting as review_waiting
from fieldapp.store.conflicts import conflicts, resolve
from fieldapp.store.exports import exports
from fieldapp.store.receipts import Counts, waiting
from fieldapp.store.streams import chain_at, digest, vector
from fieldapp_sync.authority.pairing import bundle_recipient, trust
from fieldapp_sync.bundles import (
    export_bundle,
    export_receipt,
    folder_on,
    import_bundle,
    parts_of,
    peer_vectors,
    writing,
)
from fieldapp_sync.bundles.contents import Word, pack_word
from fieldapp_sync.bundles.waiting import count_waiting

VILLAGE = "990101001201"
OTHER_VILLAGE = "990101001202"


def carry(source: Any, target: Any, folder: Path, accept: str | None = None) -> Any:
    """One stick from a to b, whose worker has compared the fingerprint."""
    first = export_bundle(source, folder, bundle_recipient(target))
    return import_bundle(
        target, *parts_of(first), accept=source.device.fingerprint if accept is None else accept
    )


def test_two_vaults_without_a_hub_converge_by_stick_and_close_a_conflict(
    make_vault: Any, writer: Any, tmp_path: Path, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    household = writer(a).add_household("1", phone="0")
    assert carry(a, b, tmp_path / "1").applied == 1
    writer(a).set(household, phone="1")
    writer(b).set(household, phone="2")
    assert carry(a, b, tmp_path / "2").applied == 1
    assert carry(b, a, tmp_path / "3").applied == 1
    assert len(conflicts(a)) == len(conflicts(b)) == 1
    resolve(b, conflicts(b)[0], "mine")
    assert carry(b, a, tmp_path / "4").applied == 1
    assert conflicts(a) == conflicts(b) == ()
    assert shown(a) == shown(b)
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


def test_a_signer_accepted_once_stays_known_and_a_stranger_is_refused(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    with pytest.raises(BundleError) as refused:
        carry(a, b, tmp_path / "1", accept="")
    assert refused.value.code == "bundle.unknown_signer"
    assert a.device.fingerprint in refused.value.sentence()
    assert vector(b.ledger, VILLAGE) == {}
    with pytest.raises(BundleError):
        carry(a, b, tmp_path / "2", accept="0000 1111")
    assert carry(a, b, tmp_path / "3").applied == 1
    writer(a).add_household("2")
    assert carry(a, b, tmp_path / "4", accept="").applied == 1


def test_devices_of_one_team_trust_each_other_without_fingerprints(
    hub: Any, make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    writer(a).add_household("1")
    assert carry(a, b, tmp_path, accept="").applied == 1


def test_importing_twice_and_an_old_bundle_after_a_new_one_change_nothing(
    make_vault: Any, writer: Any, tmp_path: Path, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    household = writer(a).add_household("1", phone="0")
    old = export_bundle(a, tmp_path / "old", bundle_recipient(b))
    writer(a).set(household, phone="1")
    assert carry(a, b, tmp_path / "new").applied == 2
    before = shown(b)
    for _ in range(2):
        assert import_bundle(b, old).applied == 0
    assert shown(b) == before


def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fieldapp_sync.bundles.writing._LEAST_BODY", 900)
    monkeypatch.setattr("fieldapp_sync.bundles.writing.PART_BYTES", 900)
    monkeypatch.setattr("fieldapp_sync.bundles.outgoing.SEGMENT_BYTES", 1_000)


def many_parts(a: Any, b: Any, writer: Any, folder: Path, households: int = 40) -> tuple[Path, ...]:
    for number in range(households):
        writer(a).add_household(str(number), address=sha256(str(number).encode()).hexdigest() * 2)
    parts = parts_of(export_bundle(a, folder, bundle_recipient(b)))
    assert len(parts) >= 4
    return parts


def test_parts_come_in_any_order_and_what_follows_a_gap_waits_for_the_part_that_is_named(
    make_vault: Any, writer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    small_parts(monkeypatch)
    parts = many_parts(a, b, writer, tmp_path)
    trust(b, a.device.public)
    late = import_bundle(b, parts[3])
    assert (late.applied, late.waiting > 0) == (0, True)
    (missing,) = late.missing
    assert (missing.parts, missing.is_open) == ((1, 2, 3), True)
    assert "part 1, 2, 3" in missing.finding().sentence()
    middle = import_bundle(b, parts[2])
    assert (middle.applied, middle.missing[0].parts) == (0, (1, 2))
    first = import_bundle(b, parts[1])
    assert first.applied > 0
    assert (first.waiting, first.missing[0].parts, first.missing[0].is_open) == (0, (1,), True)
    rest = import_bundle(b, *reversed(parts[4:]))
    assert rest.missing[0].finding().sentence().count("part 1 is missing") == 1
    assert import_bundle(b, parts[0]).missing == ()
    assert first.applied + rest.applied == 40
    assert shown(a) == shown(b)
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


@pytest.mark.parametrize("seed", range(3))
def test_every_subset_in_every_order_comes_to_the_same_once_all_parts_were_there(
    seed: int,
    make_vault: Any,
    writer: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shown: Callable[[Any], Any],
) -> None:
    a, b, c = make_vault("a"), make_vault("b"), make_vault("c")
    small_parts(monkeypatch)
    draw = Random(seed)
    parts = list(many_parts(a, c, writer, tmp_path / "a", 24))
    # b knows a's first commits and has its own: two writers' parts on one stick, some of them of the same stream.
    carry(a, b, tmp_path / "ab")
    for number in range(100, 112):
        writer(b).add_household(str(number), address=sha256(str(number).encode()).hexdigest() * 2)
    parts += parts_of(export_bundle(b, tmp_path / "b", bundle_recipient(c)))
    trust(c, a.device.public)
    trust(c, b.device.public)
    applied = 0
    while parts:
        batch = draw.sample(parts, draw.randint(1, len(parts)))
        applied += import_bundle(c, *batch).applied
        parts = [part for part in parts if part not in batch or draw.random() < 0.2]
    assert applied == 36
    assert shown(c) == shown(b)
    assert digest(c.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


def test_an_erasure_takes_what_waits_in_its_village(
    make_vault: Any, writer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = make_vault("a"), make_vault("b")
    small_parts(monkeypatch)
    parts = many_parts(a, b, writer, tmp_path)
    import_bundle(b, parts[2], accept=a.device.fingerprint)
    assert count_waiting(b) > 0
    with b.transaction():
        b.db.execute(
            "insert into erased (scope, list, record, field, stream, seq) values (?, 'person', 'x', '', 's', 1)",
            [VILLAGE],
        )
    assert count_waiting(b) == 0
    assert import_bundle(b, *parts).applied == 40


def test_a_receipt_tells_what_arrived_and_the_next_bundle_is_smaller(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    for number in range(90):
        writer(a).add_household(str(number), address=sha256(str(number).encode()).hexdigest())
    full = export_bundle(a, tmp_path / "out", bundle_recipient(b))
    imported = import_bundle(b, full, accept=a.device.fingerprint)
    receipt = export_receipt(b, tmp_path / "back", imported.sender)
    assert receipt.name.startswith("receipt-")
    import_bundle(a, receipt, accept=b.device.fingerprint)
    assert peer_vectors(a, bundle_recipient(b)) == {VILLAGE: vector(a.ledger, VILLAGE)}
    writer(a).add_household("31")
    assert export_bundle(a, tmp_path / "more", bundle_recipient(b)).stat().st_size < full.stat().st_size / 2


def test_villages_of_no_worker_here_are_left_out(make_vault: Any, writer: Any, tmp_path: Path) -> None:
    a, b = make_vault("a", VILLAGE, OTHER_VILLAGE), make_vault("b", VILLAGE)
    writer(a).add_household("1")
    writer(a, OTHER_VILLAGE).add_household("2")
    imported = carry(a, b, tmp_path)
    assert (imported.applied, imported.foreign) == (1, 1)
    assert vector(b.ledger, OTHER_VILLAGE) == {}


def test_a_bundle_is_on_record_before_it_leaves_and_a_refused_one_is_not(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    with pytest.raises(BundleError):
        export_bundle(a, tmp_path / "stick", "age1nonsense")
    assert exports(a) == ()
    recipient = bundle_recipient(b)
    export_bundle(a, tmp_path / "stick", recipient)
    (noted,) = exports(a)
    assert (noted.what, noted.scope, noted.masked) == (f"bundle to {recipient}", VILLAGE, False)


def test_only_the_villages_of_the_target_are_written(make_vault: Any, writer: Any, tmp_path: Path) -> None:
    a, b = make_vault("a", VILLAGE, OTHER_VILLAGE), make_vault("b", VILLAGE, OTHER_VILLAGE)
    writer(a).add_household("1")
    writer(a, OTHER_VILLAGE).add_household("2")
    first = export_bundle(a, tmp_path, bundle_recipient(b), target=(OTHER_VILLAGE,))
    imported = import_bundle(b, first, accept=a.device.fingerprint)
    assert (imported.applied, imported.foreign) == (1, 0)
    assert (vector(b.ledger, VILLAGE), len(vector(b.ledger, OTHER_VILLAGE))) == ({}, 1)
    assert exports(a)[0].scope == OTHER_VILLAGE


def test_the_import_writes_the_receipt_by_itself_into_the_senders_folder_on_the_stick(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    first = export_bundle(a, folder_on(tmp_path, bundle_recipient(b)), bundle_recipient(b))
    imported = import_bundle(b, first, accept=a.device.fingerprint, receipt_to=first.parent)
    assert [path.parent for path in imported.receipts] == [folder_on(tmp_path, bundle_recipient(a))]
    taken = import_bundle(
        a, *imported.receipts, accept=b.device.fingerprint, receipt_to=imported.receipts[0].parent
    )
    assert taken.receipts == ()
    assert peer_vectors(a, bundle_recipient(b)) == {VILLAGE: vector(a.ledger, VILLAGE)}


def test_a_stick_that_takes_no_receipt_does_not_undo_the_import(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    first = export_bundle(a, tmp_path / "stick", bundle_recipient(b))
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    imported = import_bundle(b, first, accept=a.device.fingerprint, receipt_to=blocked)
    assert (imported.applied, imported.receipts) == (1, ())
    assert imported.receipt_refusal is not None
    assert imported.receipt_refusal.code == "vault.no_folder"


def a_root(vault: Any) -> DeviceKey:
    """The centre's key, believed and with its own certificate."""
    root = DeviceKey(bytes(32))
    set_anchor(vault.ledger, root.public.hex(), "root")
    own = issue(
        root, root.public, name="centre", role="hub-central", scopes=("",), issued_ms=1, may_issue=True
    )
    assert take_certificates(vault.ledger, [own]) == {}
    return root


def a_hub(vault: Any, tier: str = "central") -> DeviceKey:
    """A hub's key with the certificate of a root that this vault believes."""
    root, hub = a_root(vault), DeviceKey(bytes(range(32)))
    told = issue(root, hub.public, name="hub", role=f"hub-{tier}", scopes=("",), issued_ms=1, may_issue=True)
    assert take_certificates(vault.ledger, [told]) == {}
    return hub


def head_of(vault: Any, key: DeviceKey, tier: Any = "central", seq: int = 0) -> Attestation:
    """What a hub says of the vault's own stream; `seq` 0 is its head."""
    stream = vault.ledger.own_stream(VILLAGE)
    at = seq or vault.ledger.vector(VILLAGE)[stream.id]
    chain = (
        chain_at(vault.ledger, stream.id, at) if at <= vault.ledger.vector(VILLAGE)[stream.id] else bytes(32)
    )
    return attest(key, tier, stream=stream.id, replica=stream.replica, scope=VILLAGE, seq=at, chain=chain)


def carried_by(b: Any, a: Any, folder: Path, *told: Attestation) -> Path:
    """A receipt of b for a with these attestations in it, true or not: what a liar with a good key can write."""
    folder.mkdir(exist_ok=True)
    manifest = writing._manifest(b, "receipt", bundle_recipient(a), (), frozenset())
    return writing._write(b, folder, manifest, iter([pack_word(Word(attestations=told))]))


@pytest.mark.parametrize("tier", ["township", "central"])
def test_a_receipt_carries_the_receipt_of_a_hub_that_the_other_had(
    tier: Any, make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    for number in range(3):
        writer(a).add_household(str(number))
    carry(a, b, tmp_path / "1")
    hubs = [a_hub(vault, tier) for vault in (a, b)]
    assert note_all(b.ledger, [head_of(a, hubs[1], tier)]) == 1
    receipt = export_receipt(b, tmp_path / "2", bundle_recipient(a))
    assert waiting(a).here == 3
    import_bundle(a, receipt, accept=b.device.fingerprint)
    assert waiting(a) == Counts(0, 3, 0) if tier == "township" else Counts(0, 0, 3)


def test_a_receipt_that_no_hub_signed_moves_nothing_and_the_true_one_does(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    trust(a, b.device.public)
    writer(a).add_household("1")
    hub = a_hub(a)
    true = head_of(a, hub)
    forged = [
        head_of(a, b.device),
        head_of(a, DeviceKey.generate()),
        replace(true, seq=2),
        replace(true, stream="f" * 16),
        replace(true, tier="township"),
        head_of(a, hub, seq=999),
    ]
    for number, one in enumerate(forged):
        import_bundle(a, carried_by(b, a, tmp_path / str(number), one))
        assert waiting(a) == Counts(1, 0, 0), number
    # What a hub attested of a history that is not here yet must not count for later saves of this one.
    writer(a).add_household("2")
    assert waiting(a) == Counts(2, 0, 0)


def test_the_true_receipt_of_a_hub_moves_the_counts_once_and_played_again_nothing(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    trust(a, b.device.public)
    writer(a).add_household("1")
    file = carried_by(b, a, tmp_path, head_of(a, a_hub(a)))
    import_bundle(a, file)
    assert waiting(a) == Counts(0, 0, 1)
    writer(a).add_household("2")
    import_bundle(a, file)
    assert waiting(a) == Counts(1, 0, 1)


def test_what_a_revoked_device_wrote_late_waits_for_review_and_what_it_wrote_in_time_is_taken(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    """The control: before the revocation its bundles were taken at once."""
    a, b = make_vault("a"), make_vault("b")
    root = a_root(a)
    a_root(b)
    told = issue(root, a.device.public, name="a", role="collector", scopes=(VILLAGE,), issued_ms=1)
    take_certificates(a.ledger, [told])
    writer(a).add_household("in time")
    # The certificate travels in the bundle: b never saw a hub, and nobody compared a fingerprint.
    assert carry(a, b, tmp_path / "1", accept="").applied == 1
    stream = a.ledger.own_stream(VILLAGE).id
    assert take_revocation(b.ledger, revoke(root, a.device.public, 2, {stream: 1})) == ""
    writer(a).add_household("late")
    late = carry(a, b, tmp_path / "2", accept="")
    assert (late.applied, late.held, late.refusals) == (0, 1, ())
    assert [one.reason for one in review_waiting(b.ledger)] == ["revoked"]
    assert b.db.execute("select count(*) from household").fetchone() == (1,)


def test_an_old_receipt_played_again_takes_nothing_back_and_promises_nothing(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    carry(a, b, tmp_path / "1")
    old = export_receipt(b, tmp_path / "2", bundle_recipient(a))
    import_bundle(a, old, accept=b.device.fingerprint)
    writer(a).add_household("2")
    carry(a, b, tmp_path / "3", accept="")
    import_bundle(a, export_receipt(b, tmp_path / "4", bundle_recipient(a)))
    held = peer_vectors(a, bundle_recipient(b))
    assert held == {VILLAGE: vector(a.ledger, VILLAGE)}
    import_bundle(a, old)
    assert peer_vectors(a, bundle_recipient(b)) == held


def test_a_worker_gives_a_key_without_a_certificate_no_village_of_a_colleague(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    """The control: a station whose certificate covers both villages is given both."""
    a, b = make_vault("a", VILLAGE, OTHER_VILLAGE), make_vault("b", VILLAGE, OTHER_VILLAGE)
    writer(a).add_household("1")
    writer(a, OTHER_VILLAGE).add_household("2")
    a.session = replace(a.session, worker=replace(a.worker, scopes=(VILLAGE,)))
    a.work_with(a.session)
    for number, target in enumerate(((), ("",), (OTHER_VILLAGE,))):
        own = export_bundle(a, tmp_path / str(number), bundle_recipient(b), target=target)
        import_bundle(b, own, accept=a.device.fingerprint)
        assert vector(b.ledger, OTHER_VILLAGE) == {}
    assert len(vector(b.ledger, VILLAGE)) == 1
    root = a_root(a)
    told = issue(
        root,
        b.device.public,
        name="station",
        role="township",
        scopes=("990101001",),
        issued_ms=1,
        recipient=bundle_recipient(b),
    )
    assert take_certificates(a.ledger, [told]) == {}
    import_bundle(b, export_bundle(a, tmp_path / "all", bundle_recipient(b)))
    assert len(vector(b.ledger, OTHER_VILLAGE)) == 1


def test_a_peer_that_was_restored_and_holds_less_is_sent_what_it_lost(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b, again = make_vault("a"), make_vault("b"), make_vault("b2")
    trust(a, b.device.public)
    for number in range(3):
        writer(a).add_household(str(number))
    carry(a, b, tmp_path / "1")
    import_bundle(a, export_receipt(b, tmp_path / "2", bundle_recipient(a)))
    assert peer_vectors(a, bundle_recipient(b)) == {VILLAGE: vector(a.ledger, VILLAGE)}
    # The copy that was put back has b's keys, a replica of its own and nothing of a's.
    for key in ("bundle_identity", "device_key"):
        again.ledger.set_meta(key, b.ledger.meta(key))
    import_bundle(a, export_bundle(again, tmp_path / "3", bundle_recipient(a)))
    assert peer_vectors(a, bundle_recipient(b)) == {}
    assert carry(a, again, tmp_path / "4").applied == 3
