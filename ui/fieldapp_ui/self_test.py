"""The self-test of an installed program: a throw-away vault, a form filled to the end, a card printed, a window shown.

It uses the shipped packs and invented people, leaves nothing behind (but what `out` asks for), and needs no network.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldapp.store import Vault

PASSPHRASE = "self-test 一二三"
VILLAGE = "990101001201"
YEAR = 2019
HEAD = "王龙𬭎"
ANSWERS = {
    "outcome": "met",
    "phone": "13800000000",
    "lives_there": "1",
    "house_danger": "A",
    "house_m2": "86.5",
    "water_source": "1",
    "water_safe": "1",
    "income_stable": "1",
    "income_channels": "job",
    "a1": "12000",
    "e": "0",
}


@dataclass
class SelfTest:
    """Runs the steps in order and keeps the time of each; the first that fails ends the test."""

    folder: Path
    say: Callable[[str], None]
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One named step, timed and told."""
        begun = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - begun
        self.say(f"{name:<10} {self.seconds[name]:6.2f} s")

    def run(self) -> None:
        """Every step. Raises AssertionError or whatever a broken program raises."""
        with self.step("vault"):
            household = self._make_vault()
        from fieldapp.store import open_vault

        with open_vault(self.folder / "self-test.vault", PASSPHRASE) as vault:
            with self.step("form"):
                _fill_form(vault, household)
            with self.step("checklist"):
                _check(vault, household)
            with self.step("paper"):
                _print(vault, household, self.folder)
        with self.step("window"):
            _show_window(self.folder)

    def _make_vault(self) -> str:
        from fieldapp.errors import VaultError
        from fieldapp.store import create_vault, open_vault
        from fieldapp.store.save import Change, save

        path = self.folder / "self-test.vault"
        with create_vault(
            path, PASSPHRASE, worker="自检", role="team", scopes=(VILLAGE,), packs=("cn-base", "gansu-qinba")
        ) as vault:
            household = vault.new_id()
            changes = [
                Change("household", household, "add", {"household_no": "0001", "helper_name": "李帮扶"}),
                Change(
                    "person", None, "add", {"household": household, "name": HEAD, "relation": "1", "sex": "1"}
                ),
            ]
            save(vault, VILLAGE, "edit", changes, seen={})
        try:
            open_vault(path, "another passphrase").close()
        except VaultError:
            return household
        raise AssertionError("a wrong passphrase opened the vault")


def run_self_test(out: Path | None, say: Callable[[str], None] = print) -> int:
    """Run it; the exit status. `out` is a folder that keeps the printed card and the vault."""
    begun = time.perf_counter()
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="fieldapp-self-test-", dir=out) as folder:
        try:
            SelfTest(Path(folder), say).run()
        except Exception as broken:  # noqa: BLE001 - whatever breaks is the answer of this test
            say(f"self-test failed: {type(broken).__name__}: {broken}")
            return 1
        if out is not None:
            for file in Path(folder).glob("card.*"):
                file.replace(out / file.name)
    say(f"self-test passed in {time.perf_counter() - begun:.2f} s")
    return 0


def _fill_form(vault: "Vault", household: str) -> None:
    from fieldapp.forms import load_form
    from fieldapp.store.drafts import open_draft, put_answer
    from fieldapp.store.records import year_record
    from fieldapp.store.submissions import begin, finalise

    path = next(p.forms["household_visit"] for p in vault.packs if "household_visit" in p.forms)
    form = load_form(path)
    draft = open_draft(vault, form.id, form.version, household, YEAR)
    session = begin(vault, form, draft)
    for name, answer in ANSWERS.items():
        # An answer opens the questions after it: each is looked for among those that are asked by now.
        ref = next(ref for ref in session.order() if ref.endswith(f"/{name}"))
        session.answer(ref, answer)
        put_answer(vault, draft, ref, session.node(ref).value)
    saved = finalise(vault, draft, session)
    assert not isinstance(saved, tuple), "; ".join(finding.sentence() for finding in saved)
    facts = year_record(vault, "household_year", household, YEAR)
    assert facts is not None, "the answers did not reach the register"
    assert (facts.values["house_danger"], facts.values["house_m2"]) == ("A", 8650), dict(facts.values)


def _check(vault: "Vault", household: str) -> None:
    from fieldapp.store.checking import check_household

    checklist = check_household(vault, household, YEAR)
    answers = {outcome.criterion.id: outcome.verdict for outcome in checklist.outcomes}
    assert answers["GS-H8"] == "met", answers
    assert answers["GS-H1"] == "unknown", "a line was assumed that nobody set"


def _print(vault: "Vault", household: str, folder: Path) -> None:
    from fieldapp.reports.printing import Order, household_document
    from fieldapp.texts import texts_of
    from fieldapp_paper.painting import ensure_application, write_pdf, write_png
    from fieldapp_paper.text_layer import characters_of

    application = ensure_application()
    card = household_document(vault, "household-card", Order(household, YEAR, texts_of("zh_CN")))
    write_pdf(card, folder / "card.pdf")
    write_png(card, folder / "card.png", dpi=60)
    missing = set(HEAD + "户主家庭成员") - characters_of((folder / "card.pdf").read_bytes())
    assert not missing, f"the PDF cannot be searched for {''.join(sorted(missing))}"
    del application


def _show_window(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from fieldapp_ui.main import Session
    from fieldapp_ui.settings import Settings

    application = QApplication.instance()
    assert isinstance(application, QApplication), "the program runs without windows"
    door = Session(application, Settings(folder / "settings.json", application)).start(
        folder / "self-test.vault"
    )
    application.processEvents()
    shown = door.isVisible() and not door.grab().isNull()
    door.close()
    assert shown, "the unlock window does not show"
