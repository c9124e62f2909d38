"""The numbers of the linker, as `python -m lab.links --fit` measured them on the dossiers, never on the seed."""

from __future__ import annotations

from .candidates import Way

# feature (features.py) → what it adds to the log odds when it holds in full. Fitted on 20 reports by a conditional
# logit pulled towards a few hand-set values; behind each the share of the reference's links, and of the other
# candidates, for which the feature holds by half or more.
WEIGHTS: dict[Way, dict[str, float]] = {
    "contradict": {  # denials, rejections, acceptances, confirmations: 53 links, 2087 other candidates
        "its content holds the claim": 3.57,  # 23 % of links, 0 % of others
        "it names the speaker": 0.84,  # 53 % of links, 8 % of others
        "it names the speaker's side": 0.30,  # 21 % of links, 28 % of others
        "it names the saying": 1.36,  # 51 % of links, 16 % of others
        "both are of one side": -1.89,  # 0 % of links, 24 % of others
        "the acts fit": 2.41,  # 96 % of links, 36 % of others
        "its act is an answer": 1.07,  # 100 % of links, 75 % of others
        "it denies or refuses in words": 0.37,  # 100 % of links, 95 % of others
        "it comes after": 1.25,  # 66 % of links, 46 % of others
        "it comes next": 0.98,  # 28 % of links, 2 % of others
        "they stand near each other": 2.32,  # 79 % of links, 18 % of others
        "one is in the headline": -0.14,  # 8 % of links, 11 % of others
        "the claim was told before": -0.19,  # 0 % of links, 2 % of others
        "the claim lies in another statement": -0.29,  # 13 % of links, 13 % of others
        "its speaker had charged before": -1.51,  # 8 % of links, 24 % of others
        "its side contradicts the claim": 1.82,  # 11 % of links, 1 % of others
        "it is about something else": -2.71,  # 0 % of links, 17 % of others
        "it names another speaker": -0.82,  # 11 % of links, 43 % of others
        "the saying it names is another's": -1.53,  # 2 % of links, 8 % of others
        "it sets another saying apart": -2.53,  # 0 % of links, 3 % of others
        "it is aimed at the speaker": 0.0,
        "it is the first charge against the speaker": 0.0,
    },
    "reply": {  # answers to a question: 20 links, 397 other candidates
        "they share words": 0.81,  # 0 % of links, 1 % of others
        "it replies in words": 0.46,  # 40 % of links, 11 % of others
        "it comes after": 0.94,  # 100 % of links, 56 % of others
        "it comes next": 3.47,  # 70 % of links, 0 % of others
        "they stand near each other": 1.49,  # 90 % of links, 14 % of others
        "it is asked": 1.73,  # 100 % of links, 11 % of others
        "another is asked": -1.75,  # 0 % of links, 89 % of others
        "it goes on answering": 1.63,  # 30 % of links, 1 % of others
    },
    "counter": {  # other answers: 59 links, 7838 other candidates
        "its content holds the claim": 3.92,  # 3 % of links, 0 % of others
        "it names the speaker": 0.76,  # 27 % of links, 7 % of others
        "it names the speaker's side": 0.00,  # 39 % of links, 25 % of others
        "it names the saying": 1.28,  # 19 % of links, 6 % of others
        "they share words": 0.35,  # 7 % of links, 0 % of others
        "both are of one side": -1.11,  # 7 % of links, 24 % of others
        "the earlier one waits for an answer": 0.37,  # 83 % of links, 52 % of others
        "its act hits back": 0.29,  # 68 % of links, 50 % of others
        "it comes after": 0.90,  # 83 % of links, 51 % of others
        "it comes next": 1.06,  # 22 % of links, 2 % of others
        "they stand near each other": 1.71,  # 49 % of links, 19 % of others
        "one is in the headline": -0.80,  # 2 % of links, 7 % of others
        "the claim was told before": -0.55,  # 0 % of links, 2 % of others
        "the claim lies in another statement": -1.12,  # 8 % of links, 12 % of others
        "the report turns on the claim": 1.11,  # 51 % of links, 21 % of others
        "its side contradicts the claim": 2.35,  # 10 % of links, 0 % of others
        "each speaks of the other": 0.59,  # 46 % of links, 14 % of others
        "it names another speaker": -1.01,  # 5 % of links, 31 % of others
        "the saying it names is another's": -2.11,  # 0 % of links, 2 % of others
        "it is about something else": -0.81,  # 10 % of links, 31 % of others
        "it is aimed at the speaker": 0.0,
        "it is the first charge against the speaker": 0.0,
    },
}
# The log odds of a pair for which nothing speaks, by the same fit.
BIAS: dict[Way, float] = {"contradict": -6.72, "reply": -5.78, "counter": -6.34}
# The least probability of a link that is made. Chosen on the links of dossiers left out of the fit: from 0.36 on four
# in five denials and rejections are right, from 0.4 on five in six answers to questions, from 0.6 on two in three of
# the others.
THRESHOLD: dict[Way, float] = {"contradict": 0.36, "reply": 0.4, "counter": 0.6}
