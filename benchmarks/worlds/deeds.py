"""What people do at a laptop of a world, each through the real store: open, save, resolve, move away, erase."""

import random
from dataclasses import dataclass, field

from histories.truth import Truth

from fieldapp.domain.identifiers import year_id
from fieldapp.journal.commit import Dot, Kind, Operation, Value, decode_commit
from fieldapp.store import log
from fieldapp.store.conflicts import conflicts, resolve
from fieldapp.store.rows import read_row
from fieldapp.store.save import Change, Saved, save, seen_of, write_commit
from fieldapp.store.striking import is_erased
from worlds.bugs import forget_rows
from worlds.ground import VILLAGES, YEAR
from worlds.judging import dots_of
from worlds.nodes import Node, Opened


@dataclass
class Deeds:
    """`list_of`, `scope_of`: every record there is; `erased`: the erasures of a record as the oracle's set."""

    truth: Truth
    rng: random.Random
    bug: str
    list_of: dict[str, str] = field(default_factory=dict)
    scope_of: dict[str, str] = field(default_factory=dict)
    erased: dict[str, int] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    made: int = 0

    def found(self, node: Node, scope: str) -> None:
        """A household with its year and one person, three records in one commit."""
        self.made += 1
        home, person = f"h{self.made}", f"p{self.made}"
        secret = f"secret {self.made}."
        self._name("household", home, scope)
        self._name("person", person, scope)
        self.secrets[person] = secret
        self._save(
            node,
            scope,
            "form",
            [
                Change("household", home, "add", {"household_no": home, "status": 1}),
                Change(
                    "person",
                    person,
                    "add",
                    {"household": home, "name": secret, "id_no": str(self.rng.randint(1, 4))},
                ),
            ],
        )

    def add_year(self, node: Node, home: str) -> None:
        """The year of a household, which two laptops may begin without knowing of each other."""
        record, scope = year_id(home, "household_year", YEAR), self.scope_of[home]
        self._name("household_year", record, scope)
        values: dict[str, Value] = {"household": home, "year": YEAR, "arable": self.rng.randint(1, 3)}
        self._save(node, scope, "edit", [Change("household_year", None, "add", values)])

    def open(self, node: Node, record: str) -> None:
        """A form opens."""
        scope = self.scope_of[record]
        node.opened.append(
            Opened(
                self.list_of[record],
                record,
                scope,
                seen_of(node.vault, scope),
                dots_of(self.truth, node),
            )
        )

    def save(self, node: Node) -> None:
        """One of the open forms is saved."""
        form = node.opened.pop(self.rng.randrange(len(node.opened)))
        if not self.is_here(node, form.record):
            return
        values = self._some_values(form.list)
        action = "end" if "ended_on" in values else "set"
        change = Change(form.list, form.record, action, values)  # type: ignore[arg-type]
        self._save(node, form.scope, "edit", [change], form)

    def resolve(self, node: Node) -> None:
        """A person closes a conflict."""
        found = conflicts(node.vault)
        if found:
            conflict = self.rng.choice(found)
            had = dots_of(self.truth, node)
            side = self.rng.choice(conflict.sides)
            self._note(node, resolve(node.vault, conflict, side.values), conflict.scope, had)

    def move_away(self, node: Node, home: str) -> None:
        """A household ends in one village and begins in the other, where its worker has that one too."""
        scope = self.scope_of[home]
        other = VILLAGES[1 - VILLAGES.index(scope)]
        end = {"ended_on": "2026-02-01", "ended_reason": "moved_out_village"}
        with node.vault.transaction():
            gone = self._written(node, scope, "move", [Change("household", home, "end", end)])
            come = None
            if other in node.scopes:
                self.made += 1
                new = f"m{self.made}"
                self._name("household", new, other)
                come = self._written(
                    node, other, "move", [Change("household", new, "add", {"household_no": new})]
                )
        for saved, place in ((gone, scope), (come, other)):
            if saved is not None:
                self._note(node, saved[0], place, saved[1])

    def erase(self, node: Node, person: str) -> None:
        """A person is lawfully erased."""
        scope, vault = self.scope_of[person], node.vault
        had = dots_of(self.truth, node)
        end: dict[str, Value] = {"ended_on": "2026-03-01", "ended_reason": "erased"}
        with vault.transaction():
            operation = Operation("person", person, "erase", end, seen_of(vault, scope))
            saved = write_commit(vault, scope, "erase", (operation,))
        self.erased[person] = self.erased.get(person, 0) | self.truth.bit(saved.dot)
        self._note(node, saved, scope, had)

    def write(self, node: Node, scope: str, changes: list[Change]) -> Dot:
        """A save of anything else; its commit."""
        saved, had = self._written(node, scope, "edit", changes)
        self._note(node, saved, scope, had)
        return saved.dot

    def die_saving(self, node: Node, scope: str) -> None:
        """The laptop is killed in the middle of a save."""
        self.made += 1
        keeps = forget_rows if self.bug == "half a save" else None
        with node.dying(keeps) as vault:
            change = Change("household", f"x{self.made}", "add", {"household_no": "never"})
            save(vault, scope, "edit", [change], seen=seen_of(vault, scope))

    def is_here(self, node: Node, record: str) -> bool:
        """Whether a node has a row of a record that may be written."""
        ledger, name = node.vault.ledger, self.list_of[record]
        row = read_row(ledger, ledger.layouts[name], record)
        return row is not None and not is_erased(ledger, self.scope_of[record], name, record)

    def _save(
        self, node: Node, scope: str, kind: Kind, changes: list[Change], form: Opened | None = None
    ) -> None:
        saved, had = self._written(node, scope, kind, changes, form)
        self._note(node, saved, scope, had)

    def _written(
        self, node: Node, scope: str, kind: Kind, changes: list[Change], form: Opened | None = None
    ) -> tuple[Saved, int]:
        now = seen_of(node.vault, scope)
        seen = form.seen if form is not None and self.bug != "seen at save" else now
        had = form.had if form is not None else dots_of(self.truth, node)
        return save(node.vault, scope, kind, changes, seen=seen), had

    def _note(self, node: Node, saved: Saved, scope: str, had: int) -> None:
        """Tell the oracle what the line says that was really written."""
        ledger = node.vault.ledger
        stream = ledger.stream(saved.dot.stream)
        assert stream is not None
        line = log.line_at(ledger.db, stream.n, saved.dot.seq)
        assert line is not None
        self.truth.note(decode_commit(line, stream=stream.id, scope=scope, replica=stream.replica), had)
        node.acknowledge()

    def _name(self, name: str, record: str, scope: str) -> None:
        self.list_of[record], self.scope_of[record] = name, scope

    def _some_values(self, name: str) -> dict[str, Value]:
        kind = self.rng.randrange(8)
        if kind == 0:
            return {"ended_on": f"2026-01-{self.rng.randint(1, 28):02}", "ended_reason": "moved"}
        if name == "household_year":
            return {"arable": self.rng.choice((None, 1, 2, 3))}
        if name == "person":
            return {"id_no": str(self.rng.randint(1, 4))}
        if kind == 1:
            return {"bank_account": str(self.rng.randint(1, 9))}
        if kind == 2:
            return {"bank_name": f"bank {self.rng.randint(1, 3)}", "bank_account": None}
        if kind < 5:
            return {"phone": str(self.rng.randint(1, 3))}
        return {"status": self.rng.choice((None, 1, 2, 3))}
