"""The tables of a ledger that lasts: plain names and plain columns, the same in SQLite and in PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

# Ids and codes are compared by their bytes: an order by a language's rules would differ from machine to machine.
CODE = Text().with_variant(Text(collation="C"), "postgresql")
NUMBER = BigInteger().with_variant(Integer(), "sqlite")
ROWS = JSON(none_as_null=True)
MACHINE = "sayso"  # who wrote a row when no person did


def _number() -> Column[int]:
    """SQLite's own row number, named so that nothing renumbers it: the search index refers to it."""
    return Column("number", NUMBER, primary_key=True)


def _id() -> Column[str]:
    return Column("id", CODE, nullable=False, unique=True)


def _document(*, is_needed: bool = True) -> Column[str]:
    return Column("document_id", CODE, ForeignKey("documents.id"), nullable=not is_needed, index=True)


def _writer() -> Column[str]:
    return Column("written_by", Text, nullable=False, server_default=MACHINE)


def _span(name: str, *, is_needed: bool = False) -> list[Column[Any]]:
    """The characters, and where they stand in the text of the document, in code points."""
    kinds: tuple[tuple[str, Any], ...] = ((name, Text), (f"{name}_start", Integer), (f"{name}_end", Integer))
    return [Column(column, kind, nullable=not is_needed) for column, kind in kinds]


def _time() -> list[Column[Any]]:
    return [*_span("time"), *[Column(f"time_{field}", Text) for field in ("type", "value", "anchor")]]


documents = Table(
    "documents",
    metadata,
    _number(),
    _id(),
    Column("title", Text),
    Column("publisher", Text, index=True),
    Column("published", Date, index=True),
    Column("url", Text),
    Column("path", Text),
    Column("language", CODE),
    Column("words", Integer, nullable=False),
    Column("wire_id", CODE, index=True),
    Column("added_at", DateTime, nullable=False),
    Column("coverage", Float, nullable=False),
    Column("body", Integer, nullable=False),
    Column("pieces", ROWS, nullable=False),
    Column("print_places", ROWS, nullable=False, server_default="[]"),
    Column("text", Text, nullable=False),
)
originals = Table(
    "originals",
    metadata,
    Column("sha256", CODE, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("media", Text),
    Column("charset", Text),
    Column("body", LargeBinary),
)
intakes = Table(
    "intakes",
    metadata,
    Column("id", CODE, primary_key=True),
    Column("place", Text, nullable=False, index=True),
    Column("sha256", CODE, ForeignKey("originals.sha256"), nullable=False, index=True),
    Column("documents", Integer, nullable=False),
    Column("finished_at", DateTime, nullable=False),
)
appearances = Table(
    "appearances",
    metadata,
    Column("id", CODE, primary_key=True),
    _document(),
    Column("sha256", CODE, ForeignKey("originals.sha256"), index=True),
    Column("place", Text, nullable=False),
    Column("url", Text, index=True),
    Column("title", Text),
    Column("publisher", Text, index=True),
    Column("published", Date),
    Column("fetched_at", DateTime, nullable=False),
    Column("headers", ROWS, nullable=False),
    Column("replaces_id", CODE, ForeignKey("appearances.id")),
)
skipped = Table(
    "skipped",
    metadata,
    Column("place", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("hint", Text, nullable=False),
    Column("skipped_at", DateTime, nullable=False),
)
readings = Table(
    "readings",
    metadata,
    Column("document_id", CODE, ForeignKey("documents.id"), primary_key=True),
    Column("version", CODE, nullable=False, index=True),
    Column("read_at", DateTime, nullable=False),
)
bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("document_id", CODE, ForeignKey("documents.id"), primary_key=True),
)
sketches = Table(
    "sketches",
    metadata,
    Column("document_id", CODE, ForeignKey("documents.id"), primary_key=True),
    Column("sketch", LargeBinary, nullable=False),
)
actors = Table(
    "actors",
    metadata,
    _number(),
    _id(),
    Column("name", CODE, nullable=False),
    Column("kind", CODE, nullable=False, index=True),
    Column("country", CODE, index=True),
    Column("sector", CODE, index=True),
    Column("scope", CODE),
)
# What each document told of an actor; the actor is all of it together.
actor_parts = Table(
    "actor_parts",
    metadata,
    Column("actor_id", CODE, ForeignKey("actors.id"), primary_key=True),
    Column("document_id", CODE, ForeignKey("documents.id"), primary_key=True, index=True),
    Column("name", CODE, nullable=False),
    Column("sector", CODE),
    Column("aliases", ROWS, nullable=False),
    Column("roles", ROWS, nullable=False),
    Column("mentions", ROWS, nullable=False),
    _writer(),
)
actor_names = Table(
    "actor_names",
    metadata,
    Column("folded", Text, primary_key=True),
    Column("actor_id", CODE, ForeignKey("actors.id"), primary_key=True, index=True),
)
statements = Table(
    "statements",
    metadata,
    _number(),
    _id(),
    _document(),
    Column("actor_id", CODE, ForeignKey("actors.id")),
    Column("day", Date),
    Column("act", CODE, nullable=False),
    *_span("source"),
    *_span("cue"),
    Column("content", Text, nullable=False),
    *_span("addressee"),
    *_time(),
    *_span("setting"),
    *_span("via"),
    *_span("condition"),
    Column("manner", CODE, nullable=False),
    Column("hedge", CODE, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("is_unanswered", Boolean, nullable=False),
    Column("parent_id", CODE),
    Column("start", Integer, nullable=False),
    Column("cue_place", Integer, nullable=False),
    Column("spans", ROWS, nullable=False),
    Column("targets", ROWS, nullable=False),
    Column("acts", ROWS, nullable=False),
    Column("page", Integer),
    _writer(),
    Index("statements_act_day", "act", "day"),
    Index("statements_day", "day", "id"),
    Index("statements_unanswered", "is_unanswered", "day"),
    Index("statements_answered", "is_unanswered", "act", "day"),
    Index("statements_actor", "actor_id", "day", "is_unanswered", "document_id"),
    Index("statements_order", "document_id", "start", "cue_place", "id"),
)
targets = Table(
    "targets",
    metadata,
    Column("statement_id", CODE, ForeignKey("statements.id"), primary_key=True),
    Column("actor_id", CODE, primary_key=True, index=True),
)
responses = Table(
    "responses",
    metadata,
    Column("from_id", CODE, ForeignKey("statements.id"), primary_key=True),
    Column("to_id", CODE, ForeignKey("statements.id"), primary_key=True, index=True),
    Column("relation", CODE, primary_key=True, index=True),
    _document(is_needed=False),
    Column("confidence", Float, nullable=False),
    Column("evidence", ROWS, nullable=False),
    Column("reasons", ROWS, nullable=False),
    _writer(),
)
events = Table(
    "events",
    metadata,
    _number(),
    _id(),
    _document(),
    *_span("trigger", is_needed=True),
    Column("type", CODE, nullable=False, index=True),
    Column("mode", CODE),
    Column("cameo", CODE),
    *_span("place"),
    *_time(),
    Column("status", CODE, nullable=False),
    Column("according_to_id", CODE),
    Column("confidence", Float, nullable=False),
    Column("context", ROWS, nullable=False),
    Column("sources", ROWS, nullable=False),
    Column("targets", ROWS, nullable=False),
    Column("figures", ROWS, nullable=False),
    _writer(),
)
figures = Table(
    "figures",
    metadata,
    _number(),
    _id(),
    _document(),
    *_span("figure", is_needed=True),
    *(Column(name, Float) for name in ("value", "low", "high")),
    Column("unit", Text, index=True),
    Column("si_unit", Text),
    *(Column(name, Float) for name in ("si_value", "si_low", "si_high")),
    Column("bound", CODE, nullable=False),
    Column("per", Text),
    *_span("what"),
    _writer(),
)
disputes = Table(
    "disputes",
    metadata,
    _number(),
    _id(),
    _document(is_needed=False),
    Column("title", Text, nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("statements", ROWS, nullable=False),
    Column("parties", ROWS, nullable=False),
    Column("unanswered", ROWS, nullable=False),
    _writer(),
)
# Feeds that are watched: what to ask with the next time, when, and who is at it now (`holder`, until `held_until`).
feeds = Table(
    "feeds",
    metadata,
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
# The entries that a feed has shown: settled ones are not read again, others are tried again.
feed_entries = Table(
    "feed_entries",
    metadata,
    Column("feed_url", CODE, ForeignKey("feeds.url"), primary_key=True),
    Column("entry", CODE, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("is_settled", Boolean, nullable=False),
    Column("seen_at", DateTime, nullable=False),
)
