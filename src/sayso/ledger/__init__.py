"""The nouns of a dispute: frozen values that depend on nothing but the standard library."""

from . import lasting
from .actor import Actor, Role
from .attribution import Attribution, Mention
from .dispute import Dispute, Party
from .document import Document, Piece, Place
from .event import Event
from .exchange import Exchange
from .explanation import Decision, Explanation, Option, Reason, Weighing
from .interval import Interval
from .ledger import Ledger
from .response import Response
from .span import Span
from .statement import ACTS, Statement
from .steps import Step
from .value import Figure, Timex

__all__ = [
    "ACTS",
    "Actor",
    "Attribution",
    "Decision",
    "Dispute",
    "Document",
    "Event",
    "Exchange",
    "Explanation",
    "Figure",
    "Interval",
    "Ledger",
    "Mention",
    "Option",
    "Party",
    "Piece",
    "Place",
    "Reason",
    "Response",
    "Role",
    "Span",
    "Statement",
    "Step",
    "Timex",
    "Weighing",
    "lasting",
]
