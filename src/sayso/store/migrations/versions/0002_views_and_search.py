"""Script 0002: what people look at, views with plain names, and the full-text search of either database."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

_STATEMENTS = """
create view v_statements as
select s.id, s.day, a.name as actor, a.kind, a.country, a.sector, s.act, s.content, s.addressee, s.source, s.cue,
       s.manner, s.hedge, s.negated, s.confidence, s.is_unanswered as unanswered, s.time, s.time_value, s.setting,
       s.via, s.condition, p.id as parent_id, d.title, d.publisher, d.published, d.url, d.path, s.document_id,
       s.actor_id, s.written_by
from statements s join documents d on d.id = s.document_id
left join actors a on a.id = s.actor_id
left join statements p on p.id = s.parent_id
"""
_RESPONSES = """
create view v_responses as
select r.relation, s.day, sa.name as actor, s.act, s.content, ta.name as to_actor, t.act as to_act,
       t.content as to_content, t.day as to_day, r.confidence, d.publisher, d.title, d.url, r.from_id, r.to_id,
       s.document_id, r.written_by
from responses r join statements s on s.id = r.from_id join statements t on t.id = r.to_id
join documents d on d.id = s.document_id
left join actors sa on sa.id = s.actor_id left join actors ta on ta.id = t.actor_id
"""
_UNANSWERED = """
create view v_unanswered as
select s.id, s.day, a.name as actor, a.country, s.act, s.content, s.addressee, s.confidence, d.title, d.publisher,
       d.url, s.document_id, s.actor_id
from statements s join documents d on d.id = s.document_id left join actors a on a.id = s.actor_id
where s.is_unanswered
"""
_ACTORS = """
create view v_actors as
select a.id, a.name, a.kind, a.country, a.sector, count(s.id) as statements,
       count(distinct s.document_id) as documents, min(s.day) as first, max(s.day) as last,
       sum(case when s.is_unanswered then 1 else 0 end) as unanswered
from actors a left join statements s on s.actor_id = a.id
group by a.id, a.name, a.kind, a.country, a.sector
"""
VIEWS = {"v_statements": _STATEMENTS, "v_responses": _RESPONSES, "v_unanswered": _UNANSWERED, "v_actors": _ACTORS}

# The table → the columns that are searched.
SEARCHED = {"documents": ("title", "text"), "statements": ("content", "source", "cue", "addressee")}
_TOKENS = "porter unicode61 remove_diacritics 2"


def sqlite_search(table: str, columns: tuple[str, ...]) -> list[str]:
    """FTS5 beside the table, which keeps the text; triggers keep the two in step (SQLite's manual, section 4.4.3)."""
    index, names = f"{table}_fts", ", ".join(columns)
    new, old = (", ".join(f"{which}.{column}" for column in columns) for which in ("new", "old"))
    gone = f"insert into {index}({index}, rowid, {names}) values ('delete', old.number, {old});"
    come = f"insert into {index}(rowid, {names}) values (new.number, {new});"
    return [
        f"create virtual table {index} using fts5({names}, content=\"{table}\", content_rowid='number',"
        f" tokenize='{_TOKENS}')",
        f"create trigger {table}_fts_ai after insert on {table} begin {come} end",
        f"create trigger {table}_fts_ad after delete on {table} begin {gone} end",
        f"create trigger {table}_fts_au after update of {names} on {table} begin {gone} {come} end",
        f"insert into {index}({index}) values ('rebuild')",
    ]


def postgresql_search(table: str, columns: tuple[str, ...]) -> list[str]:
    """A column that the server fills, of the words in their English stems."""
    # A text of more than a megabyte of words has no tsvector: its beginning is searched.
    words = " || ' ' || ".join(f"coalesce(left({column}, 400000), '')" for column in columns)
    return [
        f"alter table {table} add column search tsvector generated always as (to_tsvector('english', {words})) stored",
        f"create index {table}_fts on {table} using gin (search)",
    ]


def upgrade() -> None:
    made = sqlite_search if op.get_bind().dialect.name == "sqlite" else postgresql_search
    for view in VIEWS.values():
        op.execute(view)
    for table, columns in SEARCHED.items():
        for line in made(table, columns):
            op.execute(line)
