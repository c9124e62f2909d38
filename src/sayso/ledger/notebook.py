"""A ledger as a small HTML table, for notebooks that ask an object how it looks."""

from __future__ import annotations

from html import escape

from .actor import Actor
from .statement import Statement


def table(statements: tuple[Statement, ...], actors: tuple[Actor, ...], documents: int) -> str:
    """One row a statement: time, actor, act, content. Every text is escaped: reports may be hostile."""
    names = {actor.id: actor.name for actor in actors}
    rows = []
    for statement in statements:
        source = statement.source.text if statement.source else "–"
        cells = (
            (statement.time.value or statement.time.text) if statement.time else "",
            names.get(statement.actor_id or "", source),
            statement.act.replace("_", " "),
            " … ".join(span.text for span in statement.content),
        )
        rows.append("<tr>" + "".join(f'<td style="text-align:left">{escape(cell)}</td>' for cell in cells) + "</tr>")
    head = "".join(f"<th>{name}</th>" for name in ("time", "actor", "act", "content"))
    caption = f"{len(statements)} statements in {documents} documents"
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
