"""Statements → responses: which statement of a report lies in which, and which answers which, and why."""

from .answers import respond
from .explain import explain
from .nesting import nest

__all__ = ["explain", "nest", "respond"]
