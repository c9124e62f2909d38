"""How much: the numbers of a text with unit, bound and what they count."""

from .find import find_figures

__all__ = ["find_figures"]
