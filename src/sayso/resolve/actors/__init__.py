"""Who: the actors of a report, behind names, short forms, titles, pronouns and seats of power."""

from .cast import Cast
from .find import resolve_actors
from .scene import Likeness

__all__ = ["Cast", "Likeness", "resolve_actors"]
