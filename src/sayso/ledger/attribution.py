"""What the text shows before it is understood: anchored attribution relations and mentions, spans only."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, one cue, one content (PARC 3, PolNeAR), and the further roles that the cue governs.

    `cue` is None for a quotation that no word introduces: such an attribution has content.

    `acts` holds the network's probability of each speech act, most probable first. `confidence` is the calibrated
    probability that the attribution is one that a careful reader would note, `evidence` what it was made of.
    """

    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    addressee: Span | None = None
    setting: Span | None = None
    via: Span | None = None
    condition: Span | None = None
    time: Span | None = None
    acts: tuple[tuple[str, float], ...] = ()
    evidence: tuple[tuple[str, float], ...] = ()
    confidence: float = 1.0

    @property
    def anchor(self) -> Span:
        """Where it stands in the text: its cue, else the first piece of its content."""
        return self.cue or self.content[0]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names someone or something.

    `type` is "person", "organisation", "place", "people" (nationalities, faiths, parties) or "misc".
    """

    span: Span
    type: str
    confidence: float = 1.0
