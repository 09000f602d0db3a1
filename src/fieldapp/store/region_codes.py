"""The code a village goes by now: its records keep the scope they were made under, what is printed and read follows.

One field of the village's record says it; all who write or read lists ask here.
"""

from collections.abc import Mapping

from fieldapp.store.vault import Vault


def present_codes(vault: Vault) -> Mapping[str, str]:
    """Scope → the code of today, for the villages whose code has changed."""
    layout = vault.ledger.layouts.get("village")
    if layout is None or "region_code" not in layout.columns:
        return {}
    found = vault.db.execute(
        "select scope, region_code from village where region_code is not null and region_code <> scope "
        "and ended_on is null order by n"
    ).fetchall()
    return {scope: code for scope, code in found if vault.worker.covers(scope)}


def scopes_by_code(vault: Vault) -> Mapping[str, str]:
    """The code of today → scope, for the villages whose code has changed."""
    return {code: scope for scope, code in present_codes(vault).items()}
