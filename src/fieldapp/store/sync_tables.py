"""The tables that sync keeps beside the log, made by migration 9; the log itself and its streams are in `migrations`."""

STATEMENTS: tuple[str, ...] = (
    # authority: who may sign, what was signed, what waits for a review
    # growing old: snapshots and dropped log bodies
    # attachments: parts of files, thumbnails
    # bundles
    # decisions that a late sync has touched
)
