"""The nouns of a dispute: frozen values that depend on nothing but the standard library."""

from . import lasting
from .actor import Actor, Role
from .attribution import Attribution, Mention
from .dispute import Dispute, Party
from .document import Document, Piece, Place
from .event import Event
from .interval import Interval
from .ledger import Ledger
from .response import Response
from .span import Span
from .statement import ACTS, Statement
from .value import Figure, Timex

__all__ = [
    "ACTS",
    "Actor",
    "Attribution",
    "Dispute",
    "Document",
    "Event",
    "Figure",
    "Interval",
    "Ledger",
    "Mention",
    "Party",
    "Piece",
    "Place",
    "Response",
    "Role",
    "Span",
    "Statement",
    "Timex",
    "lasting",
]
