"""What may have happened to a household, in the order in which a worker looks for it."""

from dataclasses import dataclass

from fieldapp.register.endings import DUPLICATE, UNDONE
from fieldapp.register.movements import PERSON_IN, PERSON_OUT
from fieldapp.store.erasure import ERASED
from fieldapp_ui.desk import Desk
from fieldapp_ui.language import tr

HOUSEHOLD_KINDS = ("head_changed", "split_off", "merged_into", "moved_out_village")
STATUS_KINDS = (
    "exited", "returned", "identified", "continued", "suspended", "resumed", "wrong_identification", "deregistered",
)  # fmt: skip


@dataclass(frozen=True)
class Offer:
    """A kind of movement with its words and what it concerns."""

    kind: str
    words: str
    group: str


def offers(desk: Desk, *, leaving: bool = False) -> tuple[Offer, ...]:
    """All kinds a worker may record for a household; only those by which a person leaves, where asked for."""
    groups = (
        (tr("somebody comes"), PERSON_IN),
        (tr("somebody leaves"), PERSON_OUT),
        (tr("the household"), HOUSEHOLD_KINDS),
        (tr("its status"), STATUS_KINDS),
    )
    return tuple(
        Offer(kind, kind_words(desk, kind), group)
        for group, kinds in groups
        for kind in kinds
        if not leaving or kind in PERSON_OUT
    )


def kind_words(desk: Desk, kind: str) -> str:
    """What a kind of movement is called."""
    code = desk.vault.dictionary.codes["movement_kind"].code(kind)
    return desk.texts.pick(code.zh_hans, code.zh_hant, code.en) if code else kind


def end_words(desk: Desk, reason: str) -> str:
    """Why a record has ended: the kind of movement, what the program itself noted, or what somebody typed."""
    noted = {
        UNDONE: tr("made by mistake and taken back"),
        DUPLICATE: tr("it stood twice"),
        ERASED: tr("erased as the law asks"),
    }
    return noted.get(reason) or kind_words(desk, reason)
