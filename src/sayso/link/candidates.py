"""Which statement could answer which at all, or tell it again, for each way of doing so: the rest is never scored."""

from __future__ import annotations

from typing import Literal

import numpy as np

from ..ledger import ACTS
from ..ledger.statement import Act
from .view import Flags, Matrix, View

# contradict: denies, rejects, accepts, confirms; reply: answers a question; counter: answers anything else; retell:
# tells the same saying.
Way = Literal["contradict", "reply", "counter", "retell"]
ANSWERS: tuple[Way, ...] = ("contradict", "reply", "counter")
WAYS: tuple[Way, ...] = (*ANSWERS, "retell")

# The least probability of such an act with which a statement is looked at as a denial, rejection or acceptance.
_LEAST = 0.25
# The least share of words for which two statements of different sides are looked at as one saying.
_ALIKE = 0.06
# Kinds of actors of which two never tell one saying.
_ALONE = {"person": 1, "state": 2, "bloc": 3}


def candidates(view: View) -> dict[Way, Flags]:
    """For each way of answering the n × n pairs (row answers column) that make sense."""
    outside = _ancestors(view)
    own = outside.T & view.is_same_side  # what lies in the words of its own side is told by it, not answered
    allowed = ~outside & ~own & ~np.eye(len(view), dtype=bool) & ~view.is_same_voice
    allowed &= np.array([not s.negated and s.act != "decline_comment" for s in view.statements], dtype=bool)
    allowed &= ~view.marks["compared"][:, None]  # nor does it answer, in what a thing is only set against
    is_question = _share(view, "ask") >= 0.5
    # Praise answers what was proposed or demanded ("welcomed the proposal"), and nothing else.
    backs = (_share(view, "praise") >= 0.5) & view.marks["accepts"]
    is_open = _share(view, "demand", "urge", "propose") >= 0.5
    takes_a_stand = (_contradicts(view) | _concedes(view))[:, None] | (backs[:, None] & is_open[None, :])
    # what a statement merely passes on it does not answer, unless its words do ("played down the suggestion that …")
    minds = view.marks["replies"] | view.marks["denies"] | (_share(view, "decline_comment") >= 0.5)
    speaks_itself = (view.parents < 0) & ~is_question
    return {
        "contradict": allowed & ~is_question[None, :] & takes_a_stand,
        "reply": allowed & is_question[None, :],
        "counter": allowed & ~is_question[None, :] & speaks_itself[:, None] & ~(outside.T & ~minds[:, None]),
        "retell": _one_saying(view, outside),
    }


def _one_saying(view: View, outside: Flags) -> Flags:
    """Earlier statements of the same speaker, of his side, or with words in common; none that holds or lies in it.

    Two persons, or two states, never tell one saying; a party and its member, a report's "critics" and one of them may.
    """
    kinds = [view.names.kinds.get(voice or "", "") for voice in view.voices]
    codes = np.array([_ALONE.get(kind, -1 - i) for i, kind in enumerate(kinds)])
    differ = (codes[:, None] == codes[None, :]) & ~view.is_same_voice
    is_kin = view.is_same_voice | view.is_same_side | (view.likeness >= _ALIKE)
    table: Flags = np.tril(is_kin & ~differ & ~outside & ~outside.T, -1)
    return table


def _contradicts(view: View) -> Flags:
    """By its act, or by a word of denial or refusal; a bare negation does where its act asserts something.

    Who says that the rules were kept denies a charge without any such word, so that the act alone is enough to be
    looked at.
    """
    by_act = _share(view, "deny", "reject") >= _LEAST
    by_word = (view.marks["denies"] | view.marks["refuses"]) & (_share(view, "ask") < 0.5)
    asserts = _share(view, "state", "assess", "allege", "condemn", "predict") >= 0.5
    return by_act | by_word | (asserts & (view.marks["negates"] | view.marks["contrasts"]))


def _concedes(view: View) -> Flags:
    """By its act; a word of acceptance or confirmation is weighed as a feature."""
    return _share(view, "agree", "acknowledge") >= _LEAST


def _share(view: View, *acts: Act) -> Matrix:
    total: Matrix = view.acts[:, [ACTS.index(act) for act in acts]].sum(axis=1)
    return total


def _ancestors(view: View) -> Flags:
    """n × n: the column holds the row, directly or through others."""
    table = np.zeros((len(view), len(view)), dtype=bool)
    for i in range(len(view)):
        holder = view.parents[i]
        while holder >= 0 and not table[i, holder]:
            table[i, holder] = True
            holder = view.parents[holder]
    return table
