"""The chain of a stream at any sequence the log still reaches, to hold against what others attest."""

from fieldapp.journal.stream import CHAIN_START, chain_after, join_lines
from fieldapp.store import log
from fieldapp.store.ledger import Ledger


def chain_held(ledger: Ledger, stream: str, seq: int) -> bytes | None:
    """The chain after line `seq`, or None: the stream does not reach it, or its lines gave way to a base."""
    row = ledger.db.execute("select n, head_seq, head_hash from stream where id = ?", [stream]).fetchone()
    number, head, chain = row or (0, 0, CHAIN_START)
    if seq in (0, head):
        return CHAIN_START if seq == 0 else bytes(chain)
    if seq > head:
        return None
    base = ledger.db.execute("select seq, chain from base_stream where stream = ?", [number]).fetchone()
    sealed = ledger.db.execute(
        "select last, chain from segment where stream = ? and last <= ? order by last desc limit 1",
        [number, seq],
    ).fetchone()
    start, known = max(base or (0, CHAIN_START), sealed or (0, CHAIN_START), key=lambda at: at[0])
    if base and seq < base[0]:
        return None
    lines = []
    for at, line in log.lines_after(ledger.db, number, start):
        if at > seq:
            break
        lines.append(line)
    return chain_after(bytes(known), join_lines(lines)) if len(lines) == seq - start else None
