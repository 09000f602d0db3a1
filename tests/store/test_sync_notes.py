"""What happened in sync is kept in words' places: numbers, codes, times; a quiet week pushes nothing out."""

from fieldapp.errors import Finding, SyncError
from fieldapp.store import Vault
from fieldapp.store.sync_notes import MOST, last_exchange, last_round, newest, note

HUB = "https://192.0.2.7:8470"


def test_a_round_is_told_with_its_numbers_and_its_time(vault: Vault) -> None:
    note(vault, "round", HUB, {"sent": 12, "received": 340, "conflicts": 2, "held": 0}, tier="township")
    (told,) = newest(vault)
    assert (told.what, told.with_whom) == ("round", HUB)
    assert dict(told.counts) == {"sent": 12, "received": 340, "conflicts": 2}
    assert last_exchange(vault) == last_exchange(vault, "township") == told.at_ms
    assert last_exchange(vault, "central") is None


def test_a_refusal_speaks_the_language_of_whoever_reads_it(vault: Vault) -> None:
    note(vault, "failed", HUB, refusal=SyncError("sync.unreachable", "The hub at {url} is away.", url=HUB))
    told = last_round(vault)
    assert told is not None
    assert told.refusal is not None
    assert told.refusal.code == "sync.unreachable"
    assert told.refusal.sentence(lambda text: text.replace("is away", "不在")) == f"The hub at {HUB} 不在."
    assert last_exchange(vault) is None


def test_the_same_again_is_one_note_that_counts(vault: Vault) -> None:
    note(vault, "round", HUB, {"sent": 1})
    for _ in range(3):
        note(vault, "round", HUB, {"sent": 0})
    for code in ("sync.cut", "sync.cut", "sync.timeout"):
        note(vault, "failed", HUB, refusal=SyncError(code, "It failed."))
    assert [(one.what, one.times, one.refusal and one.refusal.code) for one in newest(vault)] == [
        ("failed", 1, "sync.timeout"),
        ("failed", 2, "sync.cut"),
        ("round", 3, None),
        ("round", 1, None),
    ]


def test_only_the_last_ones_are_kept(vault: Vault) -> None:
    with vault.transaction():
        for number in range(1, MOST + 31):
            note(vault, "round", HUB, {"sent": number})
    told = newest(vault)
    assert len(told) == MOST
    assert (told[0].counts["sent"], told[-1].counts["sent"]) == (MOST + 30, 31)


def test_a_round_that_was_stopped_says_nothing_of_how_the_hub_is(vault: Vault) -> None:
    note(vault, "failed", HUB, refusal=SyncError("sync.cut", "It failed."))
    note(vault, "stopped", HUB, {"sent": 5})
    told = last_round(vault)
    assert told is not None
    assert told.what == "failed"


def test_another_connection_reads_what_was_noted(vault: Vault) -> None:
    note(vault, "import", "李站长", {"received": 3})
    with vault.sibling() as other:
        assert newest(other) == newest(vault)


def test_what_the_worker_is_told_besides_is_kept_as_a_sentence_and_is_news(vault: Vault) -> None:
    copied = Finding("epochs.behind", "This is an older copy of {name}.", {"name": "村"}, severity="warning")
    note(vault, "round", HUB)
    for _ in range(2):
        note(vault, "round", HUB, told=[copied])
    note(vault, "round", HUB)
    newer, told, older = newest(vault)
    assert (newer.told, older.told) == ((), ())
    assert told.times == 2
    (one,) = told.told
    assert (one.code, one.sentence(lambda text: text.replace("older", "old"))) == (
        "epochs.behind",
        "This is an old copy of 村.",
    )


def test_a_new_pairing_forgets_why_the_last_round_failed(vault: Vault) -> None:
    note(vault, "failed", HUB, refusal=SyncError("sync.revoked", "Not let in."))
    note(vault, "paired", HUB)
    assert last_round(vault) is None
    assert [one.what for one in newest(vault)] == ["paired", "failed"]
