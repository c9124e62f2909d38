"""What speaks for one statement answering or retelling another: one literal table that a reader can check by eye."""

from __future__ import annotations

from collections.abc import Callable

from . import measures, retold
from .view import Matrix, View

# name → the n × n matrix, and the sign that its weight may have (a fit that wants another is not believed)
FEATURES: tuple[tuple[str, Callable[[View], Matrix], int], ...] = (
    ("its content holds the claim", measures.holds_it, 1),
    ("it names the speaker", measures.names_speaker, 1),
    ("it names the speaker's side", measures.names_side, 1),
    ("it names the saying", measures.names_saying, 1),
    ("they share words", measures.shares_words, 1),
    ("both are of one side", measures.same_side, -1),
    ("the acts fit", measures.acts_fit, 1),
    ("the earlier one waits for an answer", measures.awaits, 1),
    ("its act hits back", measures.counters, 1),
    ("its act is an answer", measures.contradicts, 1),
    ("it denies or refuses in words", measures.denies_in_words, 1),
    ("it replies in words", measures.replies_in_words, 1),
    ("it comes after", measures.comes_after, 1),
    ("it comes next", measures.is_next, 1),
    ("they stand near each other", measures.near, 1),
    ("one is in the headline", measures.headline_apart, -1),
    ("the claim was told before", measures.told_before, -1),
    ("the claim lies in another statement", measures.inside_another, -1),
    ("the report turns on the claim", measures.central, 1),
    ("its speaker had charged before", measures.not_first, -1),
    ("it is asked", measures.asked, 1),
    ("it is the first that the one asked says", measures.first_since, 1),
    ("another is asked", measures.asks_another, -1),
    ("its side contradicts the claim", measures.companion, 1),
    ("it goes on answering", measures.goes_on, 1),
    ("each speaks of the other", measures.each_other, 1),
    ("it is aimed at the speaker", measures.aimed_at, 1),
    ("it is the first charge against the speaker", measures.opens_on, 1),
    ("it is about something else", measures.something_else, -1),
    ("it names another speaker", measures.names_another, -1),
    ("the saying it names is another's", measures.anothers_saying, -1),
    ("it sets another saying apart", measures.another_saying, -1),
    ("the earlier one opens the report", retold.opens, 1),
    ("one has the words of the other", retold.has_words_of, 1),
    ("one act", retold.one_act, 1),
    ("they have a quotation in common", retold.quotes_it, 1),
    ("it gives the quotation", retold.gives_quotation, 1),
    ("the earlier one says little", retold.is_summary, 1),
    ("it is told as something further", retold.adds, -1),
    ("it is the first that the speaker says since", retold.first_again, 1),
    ("it fills out the opening", retold.fills_out_opening, 1),
    ("it shares words with the opening", retold.opening_shares, 1),
    ("one speaker, shared words", retold.shares_own, 1),
    ("both contradict one claim", retold.one_claim, 1),
    ("one lies in another statement", retold.is_inner, -1),
    ("they are aimed at others", retold.other_targets, -1),
    ("only one was said", retold.differs_negated, -1),
)
