"""The order of the rules that work on a document's attributions as a whole, once the network's are there."""

from __future__ import annotations

from collections.abc import Sequence

from ..ledger import Attribution, Mention
from .denials import with_denials
from .doubles import without_doubles
from .parted import parted
from .refusals import with_refusals
from .signed import with_signed
from .silences import with_silences
from .turns import with_turns
from .whole_quotations import whole_quotations


def settled(text: str, found: Sequence[Attribution], mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """The attributions, in text order, as the page's layout and closed phrases have them."""
    found = whole_quotations(text, with_signed(text, parted(text, found, mentions)))
    found = with_silences(text, with_refusals(text, found, mentions), mentions)
    found = without_doubles(text, with_denials(text, found, mentions))
    return with_turns(text, found)  # last: what is told inside a turn is nested there
