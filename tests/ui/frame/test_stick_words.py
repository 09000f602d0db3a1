"""What came of bundles in words: held for review, missing by number and from whom, sizes a person reads."""

from pathlib import Path

import pytest

from fieldapp.errors import BundleError, VaultError
from fieldapp_sync.bundles import Imported, Missing
from fieldapp_ui.editing.stick_taking import Refused, Taken
from fieldapp_ui.editing.stick_words import size_words, taken_lines
from fieldapp_ui.editing.stick_writing import Target, of_stick

STICK = Target(Path("/media/KINGSTON"), "KINGSTON", True)


def as_written(text: str) -> str:
    return text


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 KB"), (1, "1 KB"), (999_999, "1000 KB"), (12_300_000, "12.3 MB"), (5_200_000_000, "5.2 GB")],
)
def test_sizes_are_read_at_a_glance(count: int, words: str) -> None:
    assert size_words(count) == words


def test_two_bundles_are_told_by_worker_with_what_lacks_and_what_waits_for_a_person() -> None:
    missing = Missing("bundle-01234567-00004", "安队员", (2, 3), False)
    first = Imported(3, 1, 0, 9, 0, (), "安队员", "age1a", missing=(missing,), held=2)
    second = Imported(4, 0, 0, 0, 5, (), "石湾村", "age1b", receipts=(Path("receipt-1.fab"),))
    lines = taken_lines(Taken([first, second], is_durable=True), STICK, as_written)
    assert lines == (
        "From 安队员: 3 new.",
        "From 石湾村: 4 new.",
        "1 were here already.",
        "5 belong to other villages and were left out.",
        "2 changes wait for review.",
        "Of bundle-01234567-00004 from 安队员 part 2, 3 is missing. Take it in from the stick.",
        "The receipt for 石湾村 is on the stick: bring it back.",
        "You may pull out KINGSTON now.",
    )


def test_what_was_refused_comes_first_with_the_name_of_its_file() -> None:
    why = BundleError("bundle.damaged", "This file is damaged.")
    taken = Taken([Imported(1, 0, 0, 0, 0, (), "安队员", "age1a")], [Refused((Path("x-002.fab"),), why)])
    assert taken_lines(taken, STICK, as_written)[0] == "x-002.fab: This file is damaged."


def test_a_receipt_that_may_not_be_on_the_medium_is_not_told_as_written() -> None:
    taken = Taken([Imported(1, 0, 0, 0, 0, (), "安队员", "age1a", receipts=(Path("receipt-1.fab"),))])
    lines = taken_lines(taken, STICK, as_written)
    assert "may not be on the stick" in lines[1]
    assert not any("pull out" in line for line in lines)


@pytest.mark.parametrize("code", ["vault.read_only", "vault.no_folder"])
def test_a_stick_with_its_switch_pushed_is_told_of_the_stick_and_not_of_the_vault(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Target(tmp_path, "KINGSTON", False)
    trouble = VaultError(code, "The vault cannot be written.")
    assert of_stick(trouble, target) is trouble
    monkeypatch.setattr("os.access", lambda *_: False)
    assert "Push the switch on the stick" in of_stick(trouble, target).sentence()
