"""The judge of a vault that was cut off: which steps are lost, half there or doubled, and is the vault whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from durable_pieces import PIECES
from durable_steps import Step

from fieldapp.store import Vault
from fieldapp.store.doctor import examine
from fieldapp.store.projection import replay


@dataclass
class Tally:
    """Counts of steps over many ends, and a sentence for each that is wrong. `half` counts damage of any kind."""

    acknowledged: int = 0
    lost: int = 0
    half: int = 0
    duplicates: int = 0
    reasons: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        """How much was found that must not be."""
        return self.lost + self.half + self.duplicates

    def judge(self, vault: Vault, steps: Sequence[Step], acknowledged: int, name: str) -> None:
        """Count what a reopened vault holds of its plan; the first `acknowledged` steps must be there."""
        self.acknowledged += acknowledged
        for at, step in enumerate(steps):
            if self.judge_doubles(vault, step, name):
                continue
            pieces = PIECES[step.kind](vault, step.at)
            told = f"{name}: {step.kind} {step.at}, {sum(pieces)} of {len(pieces)} pieces"
            if 0 < sum(pieces) < len(pieces):
                self.half += 1
                self.reasons.append(f"{told}: half")
            elif at < acknowledged and not any(pieces):
                self.lost += 1
                self.reasons.append(f"{told}: lost")
        damage = [f"{name}: doctor says {finding.code} {dict(finding.params)}" for finding in examine(vault)]
        damage += [f"{name}: the rows of {kind} are not what its log makes" for kind in unlike_log(vault)]
        self.half += len(damage)
        self.reasons += damage

    def judge_doubles(self, vault: Vault, step: Step, name: str) -> bool:
        """Whether a piece of a step is there more than once; then it is counted."""
        doubled = max(PIECES[step.kind](vault, step.at)) > 1
        if doubled:
            self.duplicates += 1
            self.reasons.append(f"{name}: {step.kind} {step.at} doubled")
        return doubled


def unlike_log(vault: Vault) -> list[str]:
    """The lists whose rows differ from those the log makes anew; the vault is left as it was."""

    class _Unchanged(Exception):
        pass

    unlike: list[str] = []
    try:
        with vault.transaction():
            for name in vault.dictionary.lists:
                before = _rows(vault, name)
                replay(vault.ledger, name)
                if _rows(vault, name) != before:
                    unlike.append(name)
            raise _Unchanged
    except _Unchanged:
        return unlike


def _rows(vault: Vault, name: str) -> list[tuple[object, ...]]:
    """Every column but the local number, by id."""
    found = vault.db.execute(f'select * from "{name}" order by id').fetchall()
    return [row[1:] for row in found]
