"""Whose bundles are taken: devices of the team, those with a certificate, those accepted by their fingerprint just now.

A revoked device is known too: what it wrote in time still counts, and the judge holds the rest for review.
"""

from fieldapp.keys.devices import fingerprint
from fieldapp.store.authority.kept import set_anchor, standing, team
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.pairing import team_of, trust
from fieldapp_sync.bundles.manifest import Manifest
from fieldapp_sync.bundles.refusals import unknown_signer


def refuse_stranger(vault: Vault, manifest: Manifest, accept: str) -> None:
    """Raises BundleError bundle.unknown_signer for a device that nobody here knows and that was not accepted just now."""
    signer = manifest.signer
    if accept and is_fingerprint(signer, accept):
        return
    if not (_is_of_team(vault, signer) or standing(vault.ledger, signer)):
        raise unknown_signer(manifest.worker, signer)


def welcome(vault: Vault, manifest: Manifest, accept: str) -> None:
    """Before a bundle of a known device is taken in: remember whom a person accepted, and let the judge know the team.

    A hub of protocol 1 names its devices without certificates.
    """
    signer = manifest.signer
    if accept and is_fingerprint(signer, accept):
        trust(vault, bytes.fromhex(signer))
    if not standing(vault.ledger, signer) and _is_of_team(vault, signer):
        set_anchor(vault.ledger, signer, "team", manifest.worker)


def scopes_of(vault: Vault, recipient: str) -> tuple[str, ...]:
    """What the vault with this bundle key may be given: its certificate's scopes; to a key without one a worker gives
    his own villages and no colleague's."""
    for one in team(vault.ledger):
        # One that was only accepted by its fingerprint has no role: nobody said what it may see.
        if one.recipient == recipient and one.role:
            return one.scopes
    return vault.worker.scopes


def is_fingerprint(public: str, digits: str) -> bool:
    """Whether these are the digits of a public key (hex), with whatever spaces a person typed."""
    return fingerprint(bytes.fromhex(public)).replace(" ", "") == "".join(digits.lower().split())


def _is_of_team(vault: Vault, signer: str) -> bool:
    return signer == vault.device.public.hex() or any(mate.public == signer for mate in team_of(vault))
