"""What a stick carries, what came of a bundle, in words for the worker."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from fieldapp_sync.bundles import Imported
from fieldapp_sync.bundles.found import FoundBundle
from fieldapp_ui.editing.stick_reading import OnStick
from fieldapp_ui.editing.stick_taking import Refused, Taken
from fieldapp_ui.editing.stick_writing import Target, Written
from fieldapp_ui.language import tr

Translate = Callable[[str], str]


def size_words(count: int) -> str:
    """Bytes as a person reads them."""
    if count < 1_000_000:
        return tr("{size} KB", size=-(-count // 1000))
    if count < 1_000_000_000:
        return tr("{size} MB", size=f"{count / 1_000_000:.1f}")
    return tr("{size} GB", size=f"{count / 1_000_000_000:.1f}")


def offer_words(on: OnStick, going: int) -> str:
    """What a stick that was just plugged in is good for."""
    label = on.stick.label
    bundles = [one for one in on.new if one.kind == "bundle"]
    if bundles:
        return tr(
            "USB stick {label}: {count} bundles for this computer ({senders}; {files} files)",
            label=label,
            count=len(bundles),
            senders=senders_of(bundles),
            files=sum(len(one.files) for one in bundles),
        )
    if on.new:
        return tr(
            "USB stick {label}: {count} receipts for this computer ({senders})",
            label=label,
            count=len(on.new),
            senders=senders_of(list(on.new)),
        )
    if going:
        return tr(
            "USB stick {label}: no bundles for this computer; {count} changes that wait can be written to it",
            label=label,
            count=going,
        )
    return tr("USB stick {label}: no bundles for this computer, and nothing waits to be sent", label=label)


def senders_of(found: list[FoundBundle]) -> str:
    """The names of the senders, each once."""
    return tr(", ").join(dict.fromkeys(sender_name(one) for one in found))


def sender_name(found: FoundBundle) -> str:
    """Its name, or that nobody here knows it."""
    if found.is_known:
        return found.sender
    return (
        tr("an unknown computer {mark}", mark=found.sender[:4]) if found.sender else tr("an older FieldApp")
    )


def found_words(found: FoundBundle, *, is_taken: bool) -> str:
    """One line of a list: from whom, when, how much, what lacks."""
    made = datetime.fromtimestamp(found.made_ms / 1000, UTC).astimezone().strftime("%m-%d %H:%M")
    kind = tr("Receipt of {sender}") if found.kind == "receipt" else tr("Bundle of {sender}")
    words = [kind.format(sender=sender_name(found)), *([made] if found.made_ms else [])]
    words.append(tr("{count} files, {size}", count=len(found.files), size=size_words(found.bytes)))
    if found.missing:
        words.append(tr("part {parts} is missing", parts=", ".join(map(str, found.missing))))
    if found.is_open and found.kind == "bundle":
        words.append(tr("the last part is missing"))
    if is_taken:
        words.append(tr("taken in before"))
    return " · ".join(words)


def written_lines(written: Written, name: str, target: Target) -> tuple[str, ...]:
    """After everything lies on the medium."""
    first = tr(
        "Written for {name}: one bundle of {files} files, {size}, with {count} changes.",
        name=name,
        files=written.files,
        size=size_words(written.bytes),
        count=written.commits,
    )
    return (first, *(one.sentence(tr) for one in written.elsewhere), _pull_out(target))


def removed_lines(count: int, target: Target) -> tuple[str, ...]:
    """After confirmed bundles were taken off."""
    return (tr("{count} old bundles were removed.", count=count), _pull_out(target))


def taken_lines(taken: Taken, target: Target, translate: Translate) -> tuple[str, ...]:
    """What came, what lacks and from whom, what a person has to look at, and the receipt."""
    return tuple(dict.fromkeys(_taken(taken, target, translate)))


def _taken(taken: Taken, target: Target, translate: Translate) -> Iterator[str]:
    for refused in taken.refused:
        yield refused_line(refused, translate)
    workers = dict.fromkeys(one.worker for one in taken.imported)
    for worker in workers:
        own = [one for one in taken.imported if one.worker == worker]
        yield tr("From {worker}: {count} new.", worker=worker, count=sum(one.applied for one in own))
    yield from _counted(taken.imported)
    if taken.is_stopped:
        yield tr("Stopped. What has already travelled is kept.")
    for one in taken.imported:
        yield from (refusal.sentence(translate) for refusal in one.refusals)
        yield from (missing.finding().sentence(translate) for missing in one.missing)
    yield from _receipted(taken, target, translate)


def refused_line(refused: Refused, translate: Translate) -> str:
    """Which file, and why."""
    name = refused.files[0].name
    sentence = refused.why.sentence(translate)
    return sentence if name in sentence or refused.why.code == "bundle.pulled_out" else f"{name}: {sentence}"


def _counted(imported: list[Imported]) -> Iterator[str]:
    if not imported:
        return
    sums = {
        name: sum(int(getattr(one, name)) for one in imported)
        for name in ("ignored", "foreign", "quarantined", "held", "files", "files_waiting", "files_refused")
    }
    if villages := {scope for one in imported for scope in one.begun}:
        yield tr("{count} villages came whole, with their older data.", count=len(villages))
    if sums["ignored"]:
        yield tr("{count} were here already.", count=sums["ignored"])
    if imported[-1].waiting:
        # What waited after the first may have come with the last.
        yield tr("{count} wait for a part that is still missing.", count=imported[-1].waiting)
    if sums["foreign"]:
        yield tr("{count} belong to other villages and were left out.", count=sums["foreign"])
    if sums["quarantined"]:
        yield tr("{count} could not be read and are set aside.", count=sums["quarantined"])
    if sums["files"] or sums["files_waiting"] or sums["files_refused"]:
        yield tr(
            "Photos: {whole} came whole, {waiting} lack a part, {refused} came damaged.",
            whole=sums["files"],
            waiting=sums["files_waiting"],
            refused=sums["files_refused"],
        )
    if sums["held"]:
        yield tr("{count} changes wait for review.", count=sums["held"])


def _receipted(taken: Taken, target: Target, translate: Translate) -> Iterator[str]:
    for one in taken.imported:
        if one.receipt_refusal is not None:
            yield (
                tr("No receipt could be written to the stick.")
                + " "
                + one.receipt_refusal.sentence(translate)
            )
    workers = dict.fromkeys(one.worker for one in taken.imported if one.receipts)
    names = tr(", ").join(workers)
    if workers and not taken.is_durable:
        yield tr(
            "The receipt for {names} may not be on the stick: take the bundle in once more.", names=names
        )
    elif workers:
        if target.is_stick:
            yield tr("The receipt for {names} is on the stick: bring it back.", names=names)
        else:
            yield tr("The receipt for {names} lies beside it in {folder}.", names=names, folder=target.label)
    if target.is_stick and taken.is_durable and not taken.strangers:
        yield _pull_out(target)


def _pull_out(target: Target) -> str:
    return tr("You may pull out {label} now.", label=target.label) if target.is_stick else ""
