"""What stands around a saying beside its source and its content: whom it was said to, and where or on what occasion."""

from .addressee import addressed
from .carried import carried
from .setting import placed
from .stages import staged
from .stretches import frames

__all__ = ["addressed", "carried", "frames", "placed", "staged"]
