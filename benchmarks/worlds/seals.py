"""Keys of a world: the centre signs its stations; what a hub signed of a stream is the receipt of who wrote it."""

from dataclasses import dataclass, field

from histories.truth import Disagreement

from fieldapp.keys.certificates import HUB_ROLES, issue
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority.entering import take_certificates
from fieldapp.store.authority.heads import alarms, newest, note_all, unlike_their_heads, witness
from fieldapp.store.authority.kept import set_anchor
from fieldapp.store.receipts import draw_receipts
from worlds.ground import VILLAGES
from worlds.nodes import Node


@dataclass
class Seals:
    """The signing key of every hub and station by name."""

    keys: dict[str, DeviceKey] = field(default_factory=dict)

    def enrol(self, hub: Node, stations: list[Node], laptops: list[Node]) -> None:
        """Certificates for everybody, known to everybody from the first day."""
        root = self.keys[hub.name] = DeviceKey(bytes([1]) * 32)
        certificates = [
            issue(
                root,
                root.public,
                name="county",
                role=HUB_ROLES["central"],
                scopes=("",),
                issued_ms=1,
                may_issue=True,
            )
        ]
        for at, station in enumerate(stations):
            key = self.keys[station.name] = DeviceKey(bytes([2 + at]) * 32)
            certificates.append(
                issue(
                    root,
                    key.public,
                    name=station.name,
                    role=HUB_ROLES["township"],
                    scopes=VILLAGES,
                    issued_ms=1,
                )
            )
        for node in (hub, *stations, *laptops):
            set_anchor(node.vault.ledger, root.public.hex(), "root")
            take_certificates(node.vault.ledger, certificates)

    def hand_down(self, low: Node, high: Node) -> None:
        """The higher one signs what it holds; the lower one takes that, and what came from higher still, as receipts."""
        ledger = high.vault.ledger
        witness(ledger, self.keys[high.name], high.tier, "head_seq > 0", [])  # type: ignore[arg-type]
        told = newest(ledger, "tier in ('township', 'central')")
        known = set(newest(low.vault.ledger))
        note_all(low.vault.ledger, [one for one in told if one.scope in low.scopes and one not in known])
        draw_receipts(low.vault.ledger)

    def check(self, nodes: list[Node]) -> None:
        """No alarm where nobody forged anything, and no log that is other than what was signed. Raises Disagreement."""
        for node in nodes:
            ledger = node.vault.ledger
            if alarms(ledger) or unlike_their_heads(ledger):
                raise Disagreement(
                    f"{node.name}: alarms {alarms(ledger)[:1]}, unlike {unlike_their_heads(ledger)[:1]}"
                )
