"""A new laptop begins from a stick alone: a village whose old lines are gone comes as a base, signed by who may."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
import zstandard

from fieldapp.errors import BundleError
from fieldapp.keys.devices import DeviceKey
from fieldapp.store import Vault, create_vault
from fieldapp.store.doctor import examine
from fieldapp.store.growing.base import base_of
from fieldapp.store.growing.compaction import KEPT_DAYS, compact
from fieldapp.store.growing.files import parts_in_file
from fieldapp.store.growing.handing_on import base_to_hand_on
from fieldapp.store.growing.parts import Rows, line_of
from fieldapp.store.growing.pieces import Manifest as BaseManifest
from fieldapp.store.growing.pieces import manifests, pieces_from, sign_manifest
from fieldapp.store.receipts import note_receipt
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import digest, vector
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import Archive, open_archive
from fieldapp_server.bases import bootstraps
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import bundle_identity, bundle_recipient, connect, pair, trust
from fieldapp_sync.bases import bootstrap
from fieldapp_sync.bundles import export_bundle, import_bundle, parts_of
from fieldapp_sync.bundles.contents import BasePiece, pack_base_piece
from fieldapp_sync.bundles.part import part_pieces, read_part
from fieldapp_sync.bundles.preview import left_out, preview
from fieldapp_sync.rounds.round import sync_once

VILLAGE, TOWNSHIP = "990101001201", "990101001"
TODAY = date(2126, 1, 1)
Shown = Callable[[Any], Any]


@dataclass(frozen=True)
class World:
    """A hub, a laptop that wrote the village, and the station's desktop, which has dropped its older lines."""

    archive: Archive
    url: str
    a: Any
    desktop: Any
    make_vault: Any
    folder: Path

    def laptop(self, name: str, *, is_paired: bool = False) -> Any:
        made = self.make_vault(name)
        if is_paired:
            self.pair(made)
        return made

    def pair(self, vault: Any, account: str = "team") -> None:
        pair(vault, self.url, pairing_code(self.archive, account, now_ms()))

    def sync(self, *vaults: Any) -> None:
        for vault in vaults:
            connection = connect(vault)
            sync_once(vault, connection)
            connection.close()

    def add(self, vault: Any, number: str, **values: str) -> str:
        change = Change("household", None, "add", {"household_no": number, **values})
        return str(save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE)).changed[0][1])

    def set(self, vault: Any, record: str, **values: str) -> None:
        change = Change("household", record, "set", values)
        save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))

    def stick(self, target: Any, name: str = "stick", sender: Any = None, **how: Any) -> tuple[Path, ...]:
        first = export_bundle(sender or self.desktop, self.folder / name, bundle_recipient(target), **how)
        return parts_of(first)

    def digits(self) -> str:
        return str(self.desktop.device.fingerprint)

    def by_http(self) -> Any:
        made = self.laptop("http", is_paired=True)
        self.sync(made)
        return made


def drop_old_lines(vault: Any) -> None:
    compact(vault, TODAY)
    assert compact(vault, TODAY + timedelta(days=KEPT_DAYS), least=1).villages == 1


@pytest.fixture(scope="module")
def shared_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One for all tests here: they add laptops to it, and look at what is written now."""
    folder = tmp_path_factory.mktemp("bases")
    with ExitStack() as stack:
        archive = stack.enter_context(open_archive(folder / "hub"))
        url = stack.enter_context(serving(archive))

        def make_vault(name: str, scope: str = VILLAGE) -> Vault:
            made = create_vault(
                folder / f"{name} {secrets.token_hex(4)}" / "laptop.vault",
                "four invented words here",
                worker=name,
                role="collector",
                scopes=(scope,),
                packs=["cn-base"],
                escrow_recovery=False,
            )
            return stack.enter_context(made)

        yield a_world(archive, url, make_vault, folder)


def a_world(archive: Archive, url: str, make_vault: Any, folder: Path) -> World:
    a, desktop = make_vault("a"), make_vault("desktop", TOWNSHIP)
    add_account(archive, "team", "team", (VILLAGE,))
    add_account(archive, "station", "township", [TOWNSHIP], station=True)
    world = World(archive, url, a, desktop, make_vault, folder)
    world.pair(a)
    world.pair(desktop, "station")
    for number in range(12):
        home = world.add(a, str(number), address=sha256(str(number).encode()).hexdigest())
        world.set(a, home, phone=f"1390000{number:04}")
    world.sync(a, desktop, desktop)
    drop_old_lines(desktop)
    world.set(a, home, phone="13911110000")
    world.add(a, "later")
    world.sync(a, desktop)
    return world


@pytest.fixture
def world(shared_world: World, tmp_path: Path) -> World:
    return replace(shared_world, folder=tmp_path)


def nothing_in(vault: Any) -> bool:
    tables = ("household", "bundle_waiting", "bootstrap", "bootstrap_piece", "base_part", "bundle_part")
    rows = (vault.db.execute(f"select count(*) from {name}").fetchone()[0] for name in tables)
    return vector(vault.ledger, VILLAGE) == {} and not any(rows)


def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fieldapp_sync.bundles.writing._LEAST_BODY", 1_500)
    monkeypatch.setattr("fieldapp_sync.bundles.writing.PART_BYTES", 1_500)
    monkeypatch.setattr("fieldapp_sync.bundles.bases.CHUNK_BYTES", 400)


@pytest.mark.parametrize("is_paired", [False, True])
def test_a_new_laptop_begins_from_a_stick_alone_and_has_what_the_network_gives(
    is_paired: bool, world: World, shown: Shown
) -> None:
    new = world.laptop("new", is_paired=is_paired)
    files = world.stick(new)
    assert left_out(world.desktop, bundle_recipient(new)) == ()
    assert preview(world.desktop, bundle_recipient(new)).bytes > 0
    taken = import_bundle(new, *files, accept="" if is_paired else world.digits())
    assert (taken.begun, taken.applied, taken.waiting, taken.missing) == ((VILLAGE,), 2, 0, ())
    other = world.by_http()
    assert shown(new) == shown(other) == shown(world.a)
    assert digest(new.ledger, VILLAGE) == digest(other.ledger, VILLAGE)
    assert examine(new) == ()
    again = import_bundle(new, *files)
    assert (again.begun, again.applied) == ((), 0)
    assert shown(new) == shown(other)


def test_what_is_written_after_it_goes_both_ways_by_stick_and_by_network(world: World, shown: Shown) -> None:
    new, desktop = world.laptop("new"), world.desktop
    import_bundle(new, *world.stick(new), accept=world.digits(), receipt_to=world.folder / "stick")
    receipts = (world.folder / "stick").glob("receipt-*.fab")
    import_bundle(desktop, *receipts, accept=new.device.fingerprint)
    world.add(new, "by the new one")
    world.add(world.a, "by the old one")
    world.sync(world.a, desktop)
    import_bundle(desktop, *world.stick(desktop, "back", new))
    files = world.stick(new, "second")
    assert read_part(files[0].read_bytes(), bundle_identity(new)).manifest.format == 2, "no base any more"
    assert import_bundle(new, *files).applied == 1
    assert shown(new) == shown(desktop)
    world.pair(new)
    world.sync(new, world.a, desktop)
    assert shown(new) == shown(world.a) == shown(desktop)
    assert digest(new.ledger, VILLAGE) == digest(world.a.ledger, VILLAGE)


def test_any_subset_in_any_order_comes_to_the_same_and_what_follows_waits_for_the_base(
    world: World, monkeypatch: pytest.MonkeyPatch, shown: Shown
) -> None:
    small_parts(monkeypatch)
    first = world.laptop("first")
    files = list(world.stick(first))
    trust(first, world.desktop.device.public)
    frames = [read_part(file.read_bytes(), bundle_identity(first)).frames for file in files]
    with_pieces = [at for at, some in enumerate(frames) if any(frame[:1] == b"B" for frame in some)]
    assert len(with_pieces) > 2
    late = files.pop(with_pieces[1])
    for file in (*reversed(files), *files):
        taken = import_bundle(first, file)
        assert taken.begun == ()
    assert (taken.waiting > 0, len(taken.missing)) == (True, 1)
    done = import_bundle(first, late)
    assert (done.begun, done.missing, done.waiting) == ((VILLAGE,), (), 0)
    assert shown(first) == shown(world.a)
    assert examine(first) == ()
    target = world.laptop("target", is_paired=True)
    files = list(world.stick(target, "again"))
    Random(7).shuffle(files)
    for file in files:
        import_bundle(target, file)
    assert shown(target) == shown(world.a)


def test_pieces_of_a_base_from_two_sticks_make_one(
    world: World, monkeypatch: pytest.MonkeyPatch, shown: Shown
) -> None:
    small_parts(monkeypatch)
    new = world.laptop("new", is_paired=True)
    one, two = world.stick(new, "one"), world.stick(new, "two")
    import_bundle(new, *one[: len(one) // 2])
    assert shown(new) == {}
    assert import_bundle(new, *two[len(one) // 2 :]).begun == (VILLAGE,)
    assert shown(new) == shown(world.a)


def test_a_stick_that_was_harmed_or_is_for_another_is_refused_and_nothing_is_in(world: World) -> None:
    new, other = world.laptop("new", is_paired=True), world.laptop("other", is_paired=True)
    (file,) = world.stick(new)
    good = file.read_bytes()
    harmed = [
        good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :] for at in range(50, len(good), len(good) // 23)
    ]
    harmed += [good[: len(good) * share // 7] for share in range(7)]
    for content in harmed:
        file.write_bytes(content)
        with pytest.raises(BundleError) as refused:
            import_bundle(new, file)
        assert refused.value.sentence().endswith(".")
        assert nothing_in(new)
    file.write_bytes(good)
    with pytest.raises(BundleError) as refused:
        import_bundle(other, file)
    assert refused.value.code == "bundle.not_for_us"
    assert nothing_in(other)
    assert import_bundle(new, file).begun == (VILLAGE,), "the control: unharmed it is taken"


def base_and_bytes(world: World) -> tuple[BaseManifest, bytes]:
    base = base_to_hand_on(world.desktop, VILLAGE)
    assert base is not None
    return base, b"".join(pieces_from(world.desktop.ledger, base.hash))


def with_base(world: World, target: Any, base: BaseManifest, body: bytes, sender: Any) -> Path:
    """A bundle of this sender's with nothing but a base, its own part rightly signed."""
    (file,) = world.stick(target, f"made {base.sig[:8]}{base.by[:8]}", sender, files=False)
    manifest = read_part(file.read_bytes(), bundle_identity(target)).manifest
    frames = (pack_base_piece(BasePiece(base, 0, body)),)
    told = msgspec.structs.replace(manifest, format=3, minimum=3)
    file.write_bytes(b"".join(part_pieces(told, frames, sender.device)))
    return file


def test_only_a_hub_or_a_station_of_the_place_may_say_what_a_base_is(
    world: World, monkeypatch: pytest.MonkeyPatch, shown: Shown
) -> None:
    new = world.laptop("new", is_paired=True)
    base, body = base_and_bytes(world)
    elsewhere = world.make_vault("elsewhere", "990102001")
    add_account(world.archive, "elsewhere", "township", ["990102001"], station=True)
    pair(elsewhere, world.url, pairing_code(world.archive, "elsewhere", now_ms()))
    strangers = (world.a.device, DeviceKey.generate(), new.device, elsewhere.device)
    forged = [sign_manifest(key, base) for key in strangers]
    forged += [msgspec.structs.replace(base, rows=base.rows + 1), msgspec.structs.replace(base, sig="00")]
    for one in forged:
        with pytest.raises(BundleError) as refused:
            import_bundle(new, with_base(world, new, one, body, world.a))
        assert refused.value.code == "bundle.base_stranger"
        assert VILLAGE in refused.value.sentence()
        assert nothing_in(new)
    trust(new, world.a.device.public)
    with pytest.raises(BundleError):
        import_bundle(new, with_base(world, new, forged[0], body, world.a), accept=world.a.device.fingerprint)
    assert nothing_in(new), "whose fingerprint was accepted may not either, where a hub is known"
    assert import_bundle(new, with_base(world, new, base, body, world.a)).begun == (VILLAGE,), (
        "the control: the station's own word, carried by anybody of the team"
    )
    monkeypatch.setattr("fieldapp_sync.bundles.taken_bases.refuse_strange_base", lambda *_: None)
    monkeypatch.setattr("fieldapp_sync.bundles.taking.refuse_strange_base", lambda *_: None)
    victim = world.laptop("victim", is_paired=True)
    import_bundle(victim, with_base(world, victim, forged[0], body, world.a))
    assert shown(victim), "the control: without the rule a colleague's word would do"


def test_a_laptop_that_dropped_its_lines_says_so_and_gives_no_base_of_its_own(world: World) -> None:
    drop_old_lines(world.a)
    new = world.laptop("new", is_paired=True)
    assert [one.code for one in left_out(world.a, bundle_recipient(new))] == ["dropped.elsewhere"]
    taken = import_bundle(new, *world.stick(new, sender=world.a))
    assert taken.begun == ()


def test_who_began_from_the_hubs_base_hands_it_on_as_it_was_signed(
    world: World, monkeypatch: pytest.MonkeyPatch, shown: Shown
) -> None:
    monkeypatch.setattr(bootstrap, "LEAST_COMMITS", 10)
    monkeypatch.setattr(bootstraps, "SMALL_LOG", 100)
    monkeypatch.setattr(bootstraps, "WORTH", 9.0)
    monkeypatch.setattr("fieldapp_server.bases.worth.FAST_COMMITS", 0)
    b, new = world.laptop("b", is_paired=True), world.laptop("new", is_paired=True)
    world.archive.project_scope(
        VILLAGE
    )  # Else it depends on the machine whether the hub's tables have followed.
    world.sync(b)
    assert manifests(b.ledger, VILLAGE)
    world.add(b, "after it")
    assert import_bundle(new, *world.stick(new, sender=b)).begun == (VILLAGE,)
    assert shown(new) == shown(b)
    third = world.laptop("third", is_paired=True)
    assert import_bundle(third, *world.stick(third, "on", sender=new)).begun == (VILLAGE,), "and so on"
    assert shown(third) == shown(b)


def test_a_bomb_in_a_base_is_refused_with_a_sentence_and_the_village_stays_as_it_is(world: World) -> None:
    new = world.laptop("new", is_paired=True)
    packer = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    bomb = b"".join(packer.compress(b"0" * (1 << 20)) for _ in range(100)) + packer.flush()
    base, _ = base_and_bytes(world)
    told = msgspec.structs.replace(base, hash=sha256(bomb).hexdigest(), bytes=len(bomb))
    taken = import_bundle(
        new, with_base(world, new, sign_manifest(world.desktop.device, told), bomb, world.desktop)
    )
    assert [one.code for one in taken.refusals] == ["bootstrap.damaged"]
    assert taken.begun == ()
    assert vector(new.ledger, VILLAGE) == {}
    assert manifests(new.ledger, VILLAGE) == ()


def erase(vault: Any, record: str, stream: str, seq: int) -> None:
    """A household is erased here by that commit."""
    with vault.transaction():
        vault.db.execute(
            "insert into erased (scope, list, record, field, stream, seq) values (?, 'household', ?, '', ?, ?)",
            [VILLAGE, record, stream, seq],
        )


def numbers_in(shown: Shown, vault: Any) -> set[object]:
    return {values["household_no"] for values in shown(vault).values()}


def number_0(world: World) -> str:
    found = world.desktop.db.execute("select id from household where household_no = '0'").fetchone()
    return str(found[0])


def test_what_was_erased_here_since_a_base_was_made_is_struck_from_it(world: World, shown: Shown) -> None:
    """Who erased a person offline and gets the village by stick has the village, without that person."""
    new, control = world.laptop("new", is_paired=True), world.laptop("control", is_paired=True)
    erase(new, number_0(world), "s", 1)
    taken = import_bundle(new, *world.stick(new))
    assert (taken.begun, taken.refusals) == ((VILLAGE,), ())
    assert import_bundle(control, *world.stick(control, "control")).begun == (VILLAGE,)
    assert "0" in numbers_in(shown, control)
    assert numbers_in(shown, new) - {None} == numbers_in(shown, control) - {"0"}
    assert manifests(new.ledger, VILLAGE) == (), "the file still has it: it is not handed on"


def test_a_base_that_hides_an_erasure_it_says_to_reach_is_left(world: World, shown: Shown) -> None:
    new = world.laptop("new", is_paired=True)
    base, _ = base_and_bytes(world)
    erase(new, number_0(world), *next(iter(base.vector.items())))
    taken = import_bundle(new, *world.stick(new))
    assert [one.code for one in taken.refusals] == ["bootstrap.older"]
    assert (taken.begun, "0" in numbers_in(shown, new)) == ((), False)


@pytest.mark.parametrize("is_held", [False, True])
def test_a_base_does_not_take_the_place_of_what_a_copied_vault_wrote_since(
    is_held: bool, world: World, shown: Shown
) -> None:
    """A disk that was copied: both write under one name, and the station has heard the other."""
    copy = world.laptop("copy")
    trust(copy, world.desktop.device.public)
    with copy.transaction():
        copy.ledger.set_meta("replica", world.a.replica)
    copy.ledger.replica = world.a.replica
    world.add(copy, "here alone")
    stream = copy.ledger.own_stream(VILLAGE).id
    assert 1 == copy.ledger.vector(VILLAGE)[stream] < world.desktop.ledger.vector(VILLAGE)[stream]
    if is_held:
        note_receipt(copy, "township", stream, 1)
    taken = import_bundle(copy, *world.stick(copy))
    if is_held:
        assert taken.begun == (VILLAGE,), "the control: a hub has said that it holds ours"
        return
    numbers = {values["household_no"] for values in shown(copy).values()}
    assert ([one.code for one in taken.refusals], taken.begun) == (["bootstrap.forked"], ())
    assert "here alone" in numbers
    assert copy.ledger.vector(VILLAGE)[stream] == 1


def test_a_reader_of_before_refuses_a_bundle_with_a_base_and_says_what_to_do(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = world.laptop("new", is_paired=True)
    (file,) = world.stick(new)
    monkeypatch.setattr("fieldapp_sync.bundles.part.WITH_BASE", 2)
    with pytest.raises(BundleError) as refused:
        import_bundle(new, file)
    assert refused.value.code == "bundle.newer"
    assert nothing_in(new)
    a_whole_log = world.stick(world.desktop, "whole", world.a)
    assert read_part(a_whole_log[0].read_bytes(), bundle_identity(world.desktop)).manifest.minimum == 2


def test_the_file_that_is_handed_on_is_made_once_and_says_what_stands_here(world: World) -> None:
    base, body = base_and_bytes(world)
    again, _ = base_and_bytes(world)
    assert again == base
    (number,) = world.desktop.db.execute("select n from stream where head_seq > 0").fetchone()
    assert set(base.vector.values()) == {base_of(world.desktop.db, number)[0]}
    parts = list(parts_in_file([body]))
    assert sum(len(part.i) for part in parts if isinstance(part, Rows)) == base.rows == 12
    assert all(line_of(part) for part in parts)
