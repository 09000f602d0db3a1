"""The tables that sync keeps beside the log, made by migration 9; the log itself and its streams are in `migrations`."""

STATEMENTS: tuple[str, ...] = (
    # commits that were stored and wait for the tables: a stream without a row here stands in them whole
    "create table lagging (stream integer primary key, projected integer not null)",
    # authority: who may sign, what was signed, what waits for a review
    "create table certificate (public text not null, issuer text not null, id text not null, issued_ms integer not null, "
    "body blob not null, primary key (public, issuer)) without rowid",
    "create index certificate_id on certificate (id)",
    "create table anchor (public text primary key, why text not null, name text not null default '', "
    "recipient text not null default '') without rowid",
    "insert or ignore into anchor (public, why, name, recipient) select json_extract(j.value, '$.public'), "
    "case m.key when 'trusted' then 'trusted' else 'team' end, json_extract(j.value, '$.name'), "
    "coalesce(json_extract(j.value, '$.recipient'), '') from meta m, json_each(m.value) j "
    "where m.key in ('trusted', 'hub_team') order by m.key desc",
    "delete from meta where key in ('trusted', 'hub_team')",
    "create table revocation (public text not null, issuer text not null, scope text not null, "
    "revoked_ms integer not null, body blob not null, primary key (public, issuer, scope)) without rowid",
    "create table author (replica text primary key, public text not null) without rowid",
    "create table head (stream text not null, tier text not null, replica text not null, scope text not null, "
    "seq integer not null, chain text not null, signer text not null, signature text not null, "
    "primary key (stream, tier)) without rowid",
    "create index head_scope on head (scope)",
    "create table alarm (stream text not null, seq integer not null, kind text not null, scope text not null, "
    "replica text not null, held text not null, told text not null, signer text not null, "
    "primary key (stream, seq, kind)) without rowid",
    "create table review (stream text not null, first integer not null, last integer not null, replica text not null, "
    "scope text not null, author text not null, sender text not null, reason text not null, lines blob not null, "
    "chain blob not null, at_ms integer not null, state text not null, decided_by text not null default '', "
    "decided_ms integer not null default 0, why text not null default '', primary key (stream, first)) "
    "without rowid",
    # what stations took in from review, signed: a body for each range of one signer
    "create table acceptance (stream text not null, first integer not null, signer text not null, "
    "at_ms integer not null, scope text not null, body blob not null, primary key (stream, first, signer)) without rowid",
    "create index acceptance_scope on acceptance (scope)",
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
    # attachments: in which villages a file is named (have: it is here; thumb: its small picture is, or none can be made),
    # the small pictures (0 bytes: none can be made), files that are arriving from an account, what the hub has
    "create table attachment_place (sha256 text not null, scope text not null, have integer not null default 0, "
    "thumb integer not null default 0, primary key (sha256, scope)) without rowid",
    "create index attachment_place_missing on attachment_place (scope, sha256) where have = 0",
    "create index attachment_place_unseen on attachment_place (scope, sha256) where thumb = 0",
    "create table thumbnail (sha256 text primary key, bytes integer not null) without rowid",
    "create table file_part (account text not null, sha256 text not null, size integer not null, at integer not null, "
    "primary key (account, sha256)) without rowid",
    "create table file_there (lane text not null, sha256 text not null, primary key (lane, sha256)) without rowid",
    "create trigger attachment_came after update of have on attachment begin "
    "update attachment_place set have = new.have where sha256 = new.sha256; end",
    "create trigger attachment_put after insert on attachment begin "
    "update attachment_place set have = new.have where sha256 = new.sha256; end",
    "create trigger attachment_gone after delete on attachment begin "
    "delete from attachment_place where sha256 = old.sha256; delete from thumbnail where sha256 = old.sha256; "
    "delete from file_part where sha256 = old.sha256; delete from file_there where sha256 = old.sha256; end",
    "create trigger thumbnail_came after insert on thumbnail begin "
    "update attachment_place set thumb = 1 where sha256 = new.sha256; end",
    "create trigger thumbnail_gone after delete on thumbnail begin "
    "update attachment_place set thumb = 0 where sha256 = old.sha256; end",
    # The villages of the files that are named already come from the tables: `attachment_places.place_all`.
    "insert or replace into meta (key, value) values ('unplaced', '1')",
    # bundles: segments after a gap, parts taken in, files another vault holds, receipts that came back
    "create table bundle_waiting (stream text not null, first integer not null, last integer not null, "
    "scope text not null, signer text not null, frame blob not null, primary key (stream, first, last))",
    "create trigger erasure_empties_bundle_waiting after insert on erased begin "
    "delete from bundle_waiting where scope = new.scope; end",
    "create table bundle_part (peer text not null, bundle text not null, part integer not null, "
    "last integer not null, name text not null, worker text not null, primary key (peer, bundle, part)) without rowid",
    "create table bundle_file (peer text not null, sha256 text not null, primary key (peer, sha256)) without rowid",
    "create table bundle_receipted (peer text not null, bundle text not null, primary key (peer, bundle)) "
    "without rowid",
    # what happened: rounds, bundles, refusals, told in `body` (JSON: counts, never names of people)
    "create table sync_note (n integer primary key, at integer not null, what text not null, with_whom text not null, "
    "body text not null)",
    # from which row on a list waits for the search index
    "create table unindexed (list text primary key, first integer not null) without rowid",
)
