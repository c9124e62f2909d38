"""The settings of one run: the deployment's, with what the command line changes."""

from __future__ import annotations

from dataclasses import replace

from ..settings import Settings


def settled(settings: Settings, actors: str | None, is_fast: bool, min_confidence: float | None) -> Settings:
    """What a deployment has set, where an option does not say otherwise."""
    if actors is not None:
        settings = replace(settings, actors=actors)
    if is_fast:
        settings = replace(settings, weights="fast")
    return settings if min_confidence is None else replace(settings, min_confidence=min_confidence)
