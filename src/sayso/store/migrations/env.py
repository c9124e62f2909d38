"""What alembic runs: the scripts, over the connection that the opening of a ledger hands it."""

from __future__ import annotations

from alembic import context

from sayso.store.tables import metadata
from sayso.store.upgrade import is_ours

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_object=lambda _object, name, kind, _reflected, _to: is_ours(name, kind),
    transactional_ddl=False,
)
context.run_migrations()
