"""Sentences the store refuses with in more than one place."""

from collections.abc import Container, Iterable
from pathlib import Path

from fieldapp.errors import RegisterError, VaultError
from fieldapp.register.declarations import Dictionary


def unknown_record() -> RegisterError:
    """A record that is not here, or not in the worker's villages."""
    return RegisterError(
        "register.unknown_record", "This record is not in the vault. Open the household again."
    )


def erased_record() -> RegisterError:
    """A record whose contents were lawfully erased takes no new ones."""
    return RegisterError(
        "register.erased",
        "The data of this person was erased by law and cannot be written again. Make a new record if it must be kept.",
    )


def unknown_field(list_name: str, field: str) -> RegisterError:
    """A key that no column has."""
    return RegisterError(
        "register.unknown_field",
        "The list {list} has no field {field} that can be written.",
        list=list_name,
        field=field,
    )


def unknown_worker(name: str) -> VaultError:
    """Nobody of this name works with the vault."""
    return VaultError(
        "vault.unknown_worker", "This vault knows no worker named {worker}. Check the name.", worker=name
    )


def vault_exists(path: Path) -> VaultError:
    """A vault, or the key file of one, lies where a new one should be."""
    return VaultError("vault.exists", "There is already a vault at {path}. Choose another name.", path=path)


def empty_passphrase() -> VaultError:
    """No passphrase is none."""
    return VaultError("vault.empty_passphrase", "The passphrase is empty. Choose one of several words.")


def no_sample() -> RegisterError:
    """An evaluator reads the households he drew and no others."""
    return RegisterError(
        "role.no_sample",
        "An evaluator reads only the households of his sample. Name a file with their ids, one a line.",
    )


def refuse_wrong_name(name: str, known: Container[str]) -> None:
    """Raises RegisterError worker.no_name, worker.exists: who signs is one person, by a name."""
    if not name.strip():
        raise RegisterError("worker.no_name", "A worker needs a name: every entry is signed with it.")
    if name in known:
        raise RegisterError(
            "worker.exists", "There is a worker named {name} in this vault. Choose another name.", name=name
        )


def refuse_wrong_sections(dictionary: Dictionary, sections: Iterable[str]) -> None:
    """Raises RegisterError worker.no_section for a section that no field is of."""
    known = {spec.section for specs in dictionary.fields.values() for spec in specs}
    for section in sections:
        if section not in known:
            raise RegisterError(
                "worker.no_section",
                "The dictionary has no section {section}. There are: {sections}.",
                section=section,
                sections=", ".join(sorted(known - {""})),
            )
