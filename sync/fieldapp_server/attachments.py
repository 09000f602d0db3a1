"""Photos and forms on the hub: files named by the SHA-256 of their content, encrypted with the archive's key.

An account may give or take a file only when a record within its scopes names it: the reference comes first, by sync.
"""

from hashlib import sha256

from fieldapp.errors import RegisterError
from fieldapp.store.attachments import AttachmentFolder
from fieldapp.store.striking import is_file_erased
from fieldapp_server.accounts import Account
from fieldapp_server.archive import Archive, within
from fieldapp_server.problems import FOREIGN, INTERNAL, MALFORMED, UNKNOWN, Refused

MAX_BYTES = 16 << 20
MOST_WANTED = 200
"""References a reply names; the laptop asks again after it has sent them."""


def take_attachment(archive: Archive, account: Account, name: str, content: bytes) -> None:
    """Store a file; a second time or after an erasure nothing. Raises Refused request.malformed, scope.foreign."""
    _refuse_unnamed(archive, account, name)
    if sha256(content).hexdigest() != name:
        raise Refused(MALFORMED)
    with archive.held() as ledger:
        if is_file_erased(ledger, name):
            return
    _folder(archive).write(content)
    with archive.held() as ledger, ledger.transaction():
        ledger.db.execute("update attachment set have = 1, bytes = ? where sha256 = ?", [len(content), name])


def give_attachment(archive: Archive, account: Account, name: str) -> bytes:
    """The content of a file. Raises Refused request.unknown, scope.foreign, hub.internal for a damaged one."""
    _refuse_unnamed(archive, account, name)
    try:
        return _folder(archive).read(name)
    except RegisterError as wrong:
        raise Refused(UNKNOWN if wrong.code == "attachment.missing" else INTERNAL) from wrong


def wanted_from(archive: Archive, account: Account) -> tuple[str, ...]:
    """SHA-256 of files that records within the account's scopes name and that are not here, at most `MOST_WANTED`."""
    with archive.held() as ledger:
        rows = ledger.db.execute("select sha256 from attachment where have = 0 order by sha256").fetchall()
    named = (row[0] for row in rows if _is_named(archive, account, row[0]))
    return tuple(name for name, _ in zip(named, range(MOST_WANTED), strict=False))


def _folder(archive: Archive) -> AttachmentFolder:
    return AttachmentFolder(archive.attachments, archive.file_key)


def _refuse_unnamed(archive: Archive, account: Account, name: str) -> None:
    if len(name) != 64 or not set(name) <= set("0123456789abcdef"):
        raise Refused(MALFORMED)
    if not _is_named(archive, account, name):
        raise Refused(FOREIGN)


def _is_named(archive: Archive, account: Account, name: str) -> bool:
    """Whether a file field of a record within the account's scopes names it."""
    condition, parameters = within(account.scopes)
    with archive.held() as ledger:
        for layout in ledger.layouts.values():
            for field in layout.fields.values():
                if field.type == "file":
                    found = ledger.db.execute(
                        f'select 1 from "{layout.list}" where instr("{field.key}", ?) and {condition} limit 1',
                        [name, *parameters],
                    ).fetchone()
                    if found:
                        return True
    return False
