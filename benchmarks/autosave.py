"""One autosaved answer, durable (WAL + FULL): p50 and p95 against 5 ms. Run: python benchmarks/autosave.py."""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from fieldapp.store import create_vault
from fieldapp.store.drafts import open_draft, put_answer

BAR_MS = 5.0
VILLAGE = "990101001201"


def main() -> None:
    """Answer, time, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=1000)
    parser.add_argument(
        "--folder", type=Path, default=None, help="where the vault lies: the disk that is measured"
    )
    chosen = parser.parse_args()
    times = []
    with (
        tempfile.TemporaryDirectory(dir=chosen.folder) as place,
        create_vault(
            Path(place) / "bench.vault",
            "bench",
            worker="w",
            role="collector",
            scopes=(VILLAGE,),
            packs=("cn-base",),
            escrow_recovery=False,
        ) as vault,
    ):
        draft = open_draft(vault, "household_visit", "1", VILLAGE)
        for at in range(chosen.answers):
            begun = time.perf_counter()
            put_answer(vault, draft, f"/data/question_{at % 1000}", f"答案 {at}")
            times.append((time.perf_counter() - begun) * 1000)
    p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[18]
    print(f"{len(times)} answers: p50 {p50:.2f} ms, p95 {p95:.2f} ms")
    print(f"p50 / {BAR_MS:.0f} ms = {p50 / BAR_MS:.2f}")


if __name__ == "__main__":
    main()
