"""Training examples made by rewriting: pieces of annotated texts put into frames of our own."""

from .reports import framed

__all__ = ["framed"]
