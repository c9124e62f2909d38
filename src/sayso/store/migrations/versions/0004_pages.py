"""Script 0004: where each line of a document stands in print, and the page of each statement."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, Column, Integer

revision = "0004"
down_revision = "0003"

# As script 0002 made it, with the page at the end: PostgreSQL lets a view grow there, with others built on it.
_STATEMENTS = """
view v_statements as
select s.id, s.day, a.name as actor, a.kind, a.country, a.sector, s.act, s.content, s.addressee, s.source, s.cue,
       s.manner, s.hedge, s.negated, s.confidence, s.is_unanswered as unanswered, s.time, s.time_value, s.setting,
       s.via, s.condition, p.id as parent_id, d.title, d.publisher, d.published, d.url, d.path, s.document_id,
       s.actor_id, s.written_by, s.page
from statements s join documents d on d.id = s.document_id
left join actors a on a.id = s.actor_id
left join statements p on p.id = s.parent_id
"""


def upgrade() -> None:
    # Documents of before have no places: their originals are kept, and to add them again gives them.
    op.add_column("documents", Column("print_places", JSON(none_as_null=True), nullable=False, server_default="[]"))
    op.add_column("statements", Column("page", Integer))
    if op.get_bind().dialect.name == "sqlite":
        op.execute("drop view v_statements")
        op.execute(f"create {_STATEMENTS}")
    else:
        op.execute(f"create or replace {_STATEMENTS}")
