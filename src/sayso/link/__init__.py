"""Statements → responses: which statement of a report lies in which, and which answers which, and why."""

from .answers import relate, respond
from .explain import explain, in_report
from .nesting import nest

__all__ = ["explain", "in_report", "nest", "relate", "respond"]
