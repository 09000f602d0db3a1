"""Files of earlier formats: what their drafts held is there under the names of now."""

from sqlite_utils import Database

from fieldapp.store.migrations import MIGRATIONS, format_of, migrate

BEFORE_EDITS = 7


def test_remarks_of_earlier_drafts_move_to_the_names_a_session_gives_them() -> None:
    db = Database(memory=True)
    db.execute("create table meta (key text primary key, value text not null) without rowid")
    for number, step in enumerate(MIGRATIONS[:BEFORE_EDITS], 1):
        step(db)
        db.execute("insert or replace into meta (key, value) values ('format', ?)", [str(number)])
    db.execute("insert into draft values ('d', 'form', '1', '990101001201', null, '{}', 1)")
    kept = {"/data/a": "1", "@remark /data/a": "ask again", "@at": "/data/a"}
    db.conn.executemany("insert into draft_answer values ('d', ?, ?)", list(kept.items()))
    db.conn.commit()
    migrate(db)
    assert format_of(db) == len(MIGRATIONS)
    found = dict(db.execute("select ref, value from draft_answer").fetchall())
    assert found == {"/data/a": "1", "/data/a#remark": "ask again", "@at": "/data/a"}
    assert db.execute("select edits from draft").fetchone() == ("",)
    db.close()
