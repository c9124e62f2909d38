"""The condition that a content hangs on: "if the line continues", "unless the road was opened", "should it fail"."""

from __future__ import annotations

import re

from ..ledger import Span
from ..ledger.statement import Act
from .tokens import word_set

# A word before "if" with which it puts a question, or concedes something: "asked if", "not sure if", "even if".
_NO_CONDITION = word_set(
    """
    as even what ask asked asks asking see know knows knew wonder wonders wondered wondering sure unsure unclear clear
    doubt doubts doubted question questioned determine decide decided check find out matters matter care remember
    certain learn assess debate whether
    """
)
_NO_IF = "".join(rf"(?<!\b{word} )" for word in sorted(_NO_CONDITION))
# Up to a mark that ends the clause, or to a main clause turned round ("only if it pays | will they sell").
_REST = r"(?:(?! (?:will|would|can|could|shall|do|does|did) (?:the|it|he|she|they|we|you|I)\b)[^.;:?!”\"\r\n,])+"
# Each form with letters that none of its clauses lacks: where they are missing the pattern need not be tried.
_CLAUSES = (
    (
        "",
        re.compile(
            # first the words, then what may not stand in front of them: thirty looks back at every "i" are dear
            rf"(?=[iupoas])\b(?=if|unless|provid|on |as |so |in |assum){_NO_IF}(?:if|unless|provided that|"
            r"(?<=, )provided(?= (?:the|an?|it|he|she|they|we|all|no|its|their|his|her)\b)|providing that|"
            r"on (?:the )?condition that|(?<!not )as long as|so long as|in case(?: of)?|in the event (?:of|that)|"
            rf"assuming(?: that)?)\b{_REST}",
            re.IGNORECASE,
        ),
    ),
    # "should the talks fail", where a verb behind "should" would make it a duty; and "were he to resign".
    (
        "hould ",
        re.compile(
            r"\b[Ss]hould (?:the|an?|any|no|this|that|these|those|his|her|its|their|our|my|your|he|she|it|they|we|you|"
            rf"I|another|one|someone|anyone|[A-Z]\w+)\b{_REST}"
        ),
    ),
    (
        "ere ",
        re.compile(rf"(?:(?<=^)|(?<=[\"“‘,] )|(?<=[\"“‘]))[Ww]ere (?!there\b)[^.;:?!”\"\r\n,]*? to [a-z]+{_REST}"),
    ),
    ("Had ", re.compile(rf"(?:(?<=^)|(?<=[\"“‘]))Had {_REST}(?=, .*\bwould\b)")),
)
# A question put indirectly begins with "if" and hangs on nothing.
_NONE_FOR: frozenset[Act] = frozenset({"ask"})
_SHORTEST = 3  # words: "if any", "if not" are no conditions
_SET = re.compile(r"if (?:need be|anything|at all|not|only|ever|I may|you will|you like|you want to)\b", re.IGNORECASE)


def condition(text: str, content: tuple[Span, ...], act: Act) -> Span | None:
    """The first conditional clause of the content; up to the comma, quotation mark or stop that ends it."""
    if act in _NONE_FOR:
        return None
    for span in content:
        tried = (pattern for letters, pattern in _CLAUSES if letters in span.text)
        found = sorted((match for pattern in tried for match in pattern.finditer(span.text)), key=re.Match.start)
        for match in found:
            is_asked = span.text[match.end() : match.end() + 1] == "?" and "," not in span.text[: match.end()]
            if len(match[0].split()) >= _SHORTEST and not _SET.match(match[0]) and not is_asked:
                return Span.trimmed(text, span.start + match.start(), span.start + match.end())
    return None
