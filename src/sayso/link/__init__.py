"""Statements → responses: which statement of a report lies in which, and which answers which."""

from .answers import respond
from .nesting import nest

__all__ = ["nest", "respond"]
