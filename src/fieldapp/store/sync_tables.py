"""The tables that sync keeps beside the log, made by migration 9; the log itself and its streams are in `migrations`."""

STATEMENTS: tuple[str, ...] = (
    # authority: who may sign, what was signed, what waits for a review
    # growing old: what stands in place of a log's oldest lines (store/growing)
    # `base_stream`: a stream's log begins after `seq`, with this chain; `base_part`: the parts of a village's base,
    # `low` and `high` the first and last record id or dot in it. `receipt_day`: how far the centre's receipt had come.
    "create table base_stream (stream integer primary key, seq integer not null, chain blob not null)",
    "create table base_part (n integer primary key, scope text not null, kind text not null, list text not null, "
    "low text not null, high text not null, body blob not null)",
    "create index base_part_scope on base_part (scope, kind, list)",
    "create table receipt_day (stream text not null, day text not null, seq integer not null, "
    "primary key (stream, day)) without rowid",
    # a village's base as it travels: on a hub kept to be fetched, on a laptop what has been fetched of it
    "create table bootstrap (hash text primary key, scope text not null, manifest text not null, "
    "made_ms integer not null) without rowid",
    "create table bootstrap_piece (n integer primary key, hash text not null, at integer not null, "
    "body blob not null)",
    "create index bootstrap_piece_place on bootstrap_piece (hash, at)",
    # attachments: parts of files, thumbnails
    # bundles
    # decisions that a late sync has touched
)
