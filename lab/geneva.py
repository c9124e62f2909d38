"""GENEVA (Parekh and others 2023): frames of saying with their speaker, message and addressee, a passage an example."""

from __future__ import annotations

import json

from .corpora import Example, Gold, Pieces, shared

# Frames that are statements in the sense of the ledger, and what their roles are called here. `Medium` is left out: of
# a rule that "states" it is the source, of a letter the setting.
FRAMES = ("Statement", "Telling", "Request", "Commitment", "Judgment_communication", "Communication", "Reveal_secret")
_ROLES = {"Speaker": "source", "Communicator": "source", "Message": "content", "Addressee": "addressee"}
_LEFT, _RIGHT = frozenset(".,;:?!)%’”") | {"''", "'s", "n't", "'re", "'ve", "'ll", "'m", "'d", "'"}, frozenset("($“‘")


def geneva() -> list[Example]:
    """Passages with at least one such frame; other sayings in them are not annotated, hence `is_partial`."""
    out = []
    path = shared() / "data" / "geneva" / "geneva.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, spans = _joined(row["tokens"])
        places = {mention["id"]: (mention["start"], mention["end"]) for mention in row["entity_mentions"]}
        golds = [_gold(event, places, spans) for event in row["event_mentions"] if event["event_type"] in FRAMES]
        kept = tuple(gold for gold in golds if gold is not None)
        if kept:
            known = frozenset({"source", "content", "addressee"})
            out.append(Example(row["wnd_id"], "geneva", text, kept, None, known, True, None, True))
    return out


def _gold(event: dict, places: dict, spans: list[tuple[int, int]]) -> Gold | None:
    def span(first: int, end: int) -> tuple[int, int]:
        return spans[first][0], spans[end - 1][1]

    cue = span(event["trigger"]["start"], event["trigger"]["end"])
    roles: dict[str, Pieces] = {}
    for argument in event["arguments"]:
        role = _ROLES.get(argument["role"])
        if role == "content":
            found = _without(span(*places[argument["entity_id"]]), cue)
            roles[role] = tuple(sorted({*roles.get(role, ()), *found}))
        elif role and role not in roles:
            roles[role] = (span(*places[argument["entity_id"]]),)
    return Gold(cue, roles) if "content" in roles else None


def _without(span: tuple[int, int], cue: tuple[int, int]) -> Pieces:
    """The span, less the cue where that stands in the middle of it."""
    if cue[1] <= span[0] or span[1] <= cue[0]:
        return (span,)
    halves = ((span[0], cue[0] - 1), (cue[1] + 1, span[1]))
    return tuple(half for half in halves if half[1] - half[0] > 1)


def _joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The tokens as running text, with each one's place: quotation marks as typed, no space before a comma."""
    text, spans, is_open, glue = "", [], False, True
    for at, token in enumerate(tokens):
        word = {"``": "“", "''": "”", "`": "“" if tokens[at - 1 : at] != ["`"] else ""}.get(token, token)
        if word == '"':
            word, is_open = ("”" if is_open else "“"), not is_open
        is_hyphen = word == "-" and 0 < at < len(tokens) - 1
        if text and not glue and word not in _LEFT and not is_hyphen:
            text += " "
        spans.append((len(text), len(text) + len(word)))
        text += word
        glue = word in _RIGHT or word == "" or is_hyphen or (word == "'" and tokens[at + 1 : at + 2] == ["s"])
    return text, spans
