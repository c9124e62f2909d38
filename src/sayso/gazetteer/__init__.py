"""Who is who in the world, beyond what a report says: open facts that ship, and the user's own rows, which win."""

from .given import given_actors
from .known import Known, bodies, leaders, ministries, provinces

__all__ = ["Known", "bodies", "given_actors", "leaders", "ministries", "provinces"]
