"""A child process that imports a file chunk by chunk and tells of each: run as importing.py VAULT PASSPHRASE FILE."""

import sys
from pathlib import Path

from fieldapp.store import open_vault
from fieldapp.store.exchange.gathering import gather
from fieldapp.store.exchange.planning import plan_import
from fieldapp.store.exchange.running import run_import

VILLAGE = "990101001201"


def main() -> None:
    """Import until killed."""
    path, passphrase, file = sys.argv[1:]
    vault = open_vault(Path(path), passphrase)
    (source,) = gather(vault, [Path(file)], "household").sources
    plan = plan_import(vault, source.sheet, source.mapping, VILLAGE)
    run_import(vault, plan, chunk=40, progress=lambda done, _: print("CHUNK", done, flush=True))


if __name__ == "__main__":
    main()
