"""The numbers of the linker, as `python -m lab.links --fit` measured them on the reference dossiers and the seed."""

from __future__ import annotations

from .candidates import Way

# feature (features.py) → what it adds to the log odds when it holds in full. Fitted on 21 reports by a conditional
# logit pulled towards a few hand-set values; behind each the share of the reference's links, and of the other
# candidates, for which the feature holds by half or more.
WEIGHTS: dict[Way, dict[str, float]] = {
    "contradict": {  # denials, rejections, acceptances, confirmations: 60 links, 2246 other candidates
        "its content holds the claim": 3.53,  # 22 % of links, 0 % of others
        "it names the speaker": 0.84,  # 58 % of links, 8 % of others
        "it names the speaker's side": 0.11,  # 18 % of links, 29 % of others
        "it names the saying": 1.58,  # 55 % of links, 17 % of others
        "both are of one side": -1.79,  # 0 % of links, 25 % of others
        "the acts fit": 2.66,  # 97 % of links, 35 % of others
        "its act is an answer": 0.49,  # 100 % of links, 77 % of others
        "it denies or refuses in words": 0.31,  # 100 % of links, 95 % of others
        "it comes after": 1.46,  # 68 % of links, 46 % of others
        "it comes next": 1.10,  # 28 % of links, 2 % of others
        "they stand near each other": 2.34,  # 77 % of links, 17 % of others
        "one is in the headline": -0.31,  # 7 % of links, 10 % of others
        "the claim was told before": -0.16,  # 2 % of links, 2 % of others
        "the claim lies in another statement": -0.34,  # 13 % of links, 12 % of others
        "its speaker had charged before": -1.43,  # 8 % of links, 24 % of others
        "its side contradicts the claim": 1.74,  # 13 % of links, 1 % of others
        "it is about something else": -2.36,  # 0 % of links, 17 % of others
        "it names another speaker": -0.70,  # 10 % of links, 43 % of others
        "the saying it names is another's": -2.05,  # 2 % of links, 10 % of others
        "it sets another saying apart": -2.65,  # 0 % of links, 2 % of others
    },
    "reply": {  # answers to a question: 20 links, 397 other candidates
        "they share words": 0.68,  # 0 % of links, 1 % of others
        "it replies in words": 0.71,  # 40 % of links, 11 % of others
        "it comes after": 1.23,  # 100 % of links, 56 % of others
        "it comes next": 2.93,  # 70 % of links, 0 % of others
        "they stand near each other": 1.10,  # 90 % of links, 14 % of others
        "it is asked": 1.41,  # 100 % of links, 11 % of others
        "another is asked": -1.01,  # 0 % of links, 89 % of others
        "it goes on answering": 2.19,  # 30 % of links, 1 % of others
    },
    "counter": {  # other answers: 59 links, 8297 other candidates
        "its content holds the claim": 3.98,  # 3 % of links, 0 % of others
        "it names the speaker": 0.71,  # 27 % of links, 7 % of others
        "it names the speaker's side": 0.00,  # 39 % of links, 26 % of others
        "it names the saying": 1.14,  # 19 % of links, 6 % of others
        "they share words": 0.31,  # 7 % of links, 0 % of others
        "both are of one side": -1.16,  # 7 % of links, 25 % of others
        "the earlier one waits for an answer": 0.23,  # 83 % of links, 52 % of others
        "its act hits back": 0.30,  # 68 % of links, 49 % of others
        "it comes after": 0.83,  # 83 % of links, 51 % of others
        "it comes next": 0.96,  # 22 % of links, 3 % of others
        "they stand near each other": 1.68,  # 49 % of links, 18 % of others
        "one is in the headline": -0.80,  # 2 % of links, 7 % of others
        "the claim was told before": -0.52,  # 0 % of links, 2 % of others
        "the claim lies in another statement": -1.22,  # 8 % of links, 12 % of others
        "the report turns on the claim": 1.41,  # 51 % of links, 21 % of others
        "its side contradicts the claim": 2.30,  # 12 % of links, 0 % of others
        "each speaks of the other": 0.44,  # 46 % of links, 15 % of others
        "it names another speaker": -1.05,  # 5 % of links, 30 % of others
        "the saying it names is another's": -2.09,  # 0 % of links, 2 % of others
        "it is about something else": -1.01,  # 10 % of links, 31 % of others
    },
}
# The log odds of a pair for which nothing speaks, by the same fit.
BIAS: dict[Way, float] = {"contradict": -6.66, "reply": -5.52, "counter": -6.33}
# The least probability of a link that is made. Chosen on the links of dossiers left out of the fit: from 0.36 on four
# in five denials and rejections are right, from 0.4 on five in six answers to questions, from 0.6 on two in three of
# the others.
THRESHOLD: dict[Way, float] = {"contradict": 0.36, "reply": 0.4, "counter": 0.6}
