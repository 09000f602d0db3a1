"""The deeds that are cut: each prepares its files once, is done in a child, and is judged by whoever opens them after."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from durable_judge import Tally
from durable_pieces import PIECES
from durable_steps import PASSPHRASE, STEPS, VILLAGE, Step, make_base, the_form
from worlds.ground import write_pack

from fieldapp.forms import Form
from fieldapp.keys import wraps
from fieldapp.store import Vault, create_vault, open_vault
from fieldapp.store.save import Change, save


class Wrong(AssertionError):
    """What a cut left behind is not what it may leave."""


class Deed(ABC):
    """`prepare` makes the files; `do` opens them, says `ready()` and does the deed; `judge` raises Wrong."""

    name: str

    @abstractmethod
    def prepare(self, folder: Path) -> None:
        """Everything the deed starts from, closed."""

    def around(self, folder: Path) -> AbstractContextManager[None]:
        """What goes on beside the deed, in processes that are not cut."""
        return nullcontext()

    @abstractmethod
    def do(self, folder: Path, ready: Callable[[], None]) -> None:
        """The deed, in a process that may be gone at any call after `ready()`."""

    @abstractmethod
    def judge(self, folder: Path, told: bool) -> None:
        """All or nothing is there, all when it was `told`; done once more it is there once."""


class VaultDeed(Deed):
    """One durable step of a worker's day (`durable_steps`)."""

    def __init__(self, name: str, kind: str) -> None:
        self.name, self._step, self._form = name, Step(kind, 0), the_form()

    def prepare(self, folder: Path) -> None:
        make_base(folder)

    def do(self, folder: Path, ready: Callable[[], None]) -> None:
        with open_vault(folder / "laptop.vault", PASSPHRASE) as vault:
            ready()
            self._do(vault, self._form)

    def judge(self, folder: Path, told: bool) -> None:
        tally = Tally()
        with open_vault(folder / "laptop.vault", PASSPHRASE) as vault:
            tally.judge(vault, [self._step], int(told), self.name)
            if not tally.wrong and not any(PIECES[self._step.kind](vault, 0)):
                self._do(vault, self._form)
                tally.judge(vault, [self._step], 1, f"{self.name}, done again")
        if tally.wrong:
            raise Wrong("; ".join(tally.reasons))

    def _do(self, vault: Vault, form: Form) -> None:
        STEPS[self._step.kind](vault, form, 0)


def new_vault(folder: Path, households: str = "", count: int = 0) -> Vault:
    """A vault of one village with so many households, numbered after a letter."""
    wraps._MEMORY_KIB, wraps._PASSES = 256, 1
    vault = create_vault(
        folder / "laptop.vault",
        PASSPHRASE,
        worker=f"w {folder.name}",
        role="collector",
        scopes=(VILLAGE,),
        packs=(write_pack(folder.with_name(f"{folder.name}-pack")),),
        escrow_recovery=False,
    )
    add_households(vault, households, 0, count)
    return vault


def add_households(vault: Vault, letter: str, first: int, end: int) -> None:
    """Save the households numbered `first` to `end` - 1 after a letter, each in a commit."""
    for at in range(first, end):
        change = Change(
            "household", None, "add", {"household_no": f"{letter}{at}", "bank_name": f"东沟组 {at} 号" * 4}
        )
        save(vault, VILLAGE, "edit", [change], seen={})


def numbers(database: object) -> list[str]:
    """The household numbers of a vault or a ledger, each as often as it is there."""
    rows = database.execute("select household_no from household order by 1").fetchall()  # type: ignore[attr-defined]
    return [str(row[0]) for row in rows]


def expected(letter: str, count: int) -> list[str]:
    """The numbers of the households that `new_vault` makes."""
    return [f"{letter}{at}" for at in range(count)]


def refuse_unlike(found: list[str], wanted: list[str], name: str) -> None:
    """Raises Wrong unless both are the same, each once."""
    if sorted(found) != sorted(wanted):
        double = len(found) - len(set(found))
        lost = len(set(wanted) - set(found))
        raise Wrong(f"{name}: {lost} lost, {double} doubled of {len(wanted)}")
