"""Script 0003: the feeds that are watched, and the entries that they have shown."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, Text

revision = "0003"
down_revision = "0002"

CODE = Text().with_variant(Text(collation="C"), "postgresql")


def upgrade() -> None:
    # An address is looked up by its place before it is fetched again.
    op.create_index("ix_intakes_place", "intakes", ["place"])
    op.create_table(
        "feeds",
        Column("url", CODE, primary_key=True),
        Column("copy_url", Text),
        Column("etag", Text),
        Column("last_modified", Text),
        Column("failures", Integer, nullable=False),
        Column("reason", Text),
        Column("polled_at", DateTime),
        Column("due_at", DateTime),
        Column("holder", CODE),
        Column("held_until", DateTime),
    )
    op.create_table(
        "feed_entries",
        Column("feed_url", CODE, ForeignKey("feeds.url"), primary_key=True),
        Column("entry", CODE, primary_key=True),
        Column("tries", Integer, nullable=False),
        Column("is_settled", Boolean, nullable=False),
        Column("seen_at", DateTime, nullable=False),
    )
