"""The vault: encrypted SQLite, tables made from the dictionary, the log of commits, search, drafts, backup."""

from fieldapp.store.opening import add_worker, create_vault, open_vault, recover_vault
from fieldapp.store.vault import Vault, Worker

__all__ = ["Vault", "Worker", "add_worker", "create_vault", "open_vault", "recover_vault"]
