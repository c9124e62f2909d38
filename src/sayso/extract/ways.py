"""The way that words came: the outlet that quotes, carries or reports them, the aide through whom they were sent."""

from __future__ import annotations

import re

from ..ledger import Attribution, Span

NAME = r"[^\s,;:.!?“”\"()][^,;:!?“”\"()\r\n]{1,80}?"
# What an outlet is called: only who passes news on is a way, a prosecutor who cites the records speaks himself.
OUTLET = re.compile(
    r"\b(?:agency|agencies|newspapers?|papers?|dail(?:y|ies)|weekly|tabloid|broadcasters?|television|tv|radio|station|"
    r"channel|network|media|press|site|website|portal|outlets?|wire|service|magazine|journal|gazette|times|post|news|"
    r"herald|tribune|courier|telegraph|observer|chronicle|mail|mirror|sun|star|globe|guardian|standard|reuters|afp|ap|"
    r"bloomberg|bbc|cnn|tass|interfax|xinhua|jazeera|dpa|ansa|efe|report|reports|reporters?|correspondents?)\b",
    re.IGNORECASE,
)
_END = r"(?=[,.;!?)“”\"\r\n]|\s(?:as|that|who|which|while|after|on|in)\s|$)"
_PASSED = (
    r"(?:quoted|cited|carried|reported|relayed|translated|published|aired|broadcast|shown|released|run|distributed)"
)
# ", quoted by local media", ", as reported by the Gazette"
_QUOTED_BY = re.compile(rf"\s*,\s+(?:as\s+|who\s+was\s+|in\s+\w+\s+)?{_PASSED}\s+(?:by|in|on)\s+(?P<way>{NAME}){_END}")
# "in remarks carried by state television"
_REMARKS = re.compile(
    r"\b(?:remarks|comments|interview|speech|statement|address|video|footage|words|message|letter|text|article)\s+"
    rf"(?:(?:that|which)\s+(?:was|were)\s+)?{_PASSED}\s+(?:(?:on\s+|late\s+|early\s+)*\w+day\s+)?(?:by|on|in)\s+(?P<way>{NAME}){_END}"
)
# "…, according to Reuters", "…, the agency reported" behind a cue that has its own source
_ACCORDING = re.compile(rf"\s*,\s+(?:according to|as\s+(?={NAME} reported))\s*(?P<way>{NAME})(?: reported)?{_END}")
_REPORTED = re.compile(rf"\s*,\s+(?P<way>{NAME})\s+reported\b(?!\s+that)")
_THROUGH = re.compile(
    r"\b(?:through|via)\s+(?P<way>(?:an?|his|her|its|their|the|two|several)\s+(?:[\w-]+\s+){0,2}?(?:spokes(?:man|woman|person|"
    r"people|men)|lawyers?|attorneys?|interpreters?|translators?|aides?|representatives?|intermediar(?:y|ies)|mediators?|"
    r"publicists?|agents?|solicitors?|envoys?|embassy|office|ambassador|secretary))\b"
)
_CITING = re.compile(r"(?P<way>[^\s,;:.!?“”\"()][^,;:!?“”\"()\r\n]{1,80}),?\s+(?:citing|quoting)\s+$")
_CITES = ("citing", "quoting")
_CLAUSE = re.compile(
    r".*(?:[.!?;:—“”\"\r\n]\s*|\b(?:where|when|while|because|that|after|before|although|and|but|as)\s)", re.DOTALL
)
_VERB_TAIL = re.compile(r"(?:\s+(?:has|have|had|also|later|earlier|then|further|separately|[a-z]+ly))*\s*$")
_WHICH = re.compile(r"(?P<way>[^,;:.!?“”\"()\r\n]+),\s+(?:which|who)$")
_LAST_PREPOSITION = re.compile(r".*\b(?:by|in|on|from|to|with|of|told)\s")
_BE = frozenset({"is", "are", "was", "were", "be", "being", "been"})
_LONGEST = 9  # words of a way
_NEAR = 160  # characters on either side that are looked at


def way_of(text: str, each: Attribution) -> Span | None:
    """Whoever passed on what `each` says: where its source is quoted, or behind its cue or content; None for nobody."""
    cue, source = each.anchor, each.source
    if source is None or (cue.text.lower().startswith("according") and OUTLET.search(source.text)):
        return None
    if source.end <= cue.start and (match := _citing(text, source.start)):
        return _outlet(text, match)
    tails = {source.end, cue.end, *(piece.end for piece in each.content)}
    for at in sorted(tails):
        for pattern in (_QUOTED_BY, _ACCORDING, _REPORTED):
            match = pattern.match(text, at, at + _NEAR)
            if match is not None and not _is_inside(match, each) and (way := _outlet(text, match)):
                return way
    return _behind(text, each)


def _citing(text: str, at: int) -> re.Match[str] | None:
    """The outlet whose "citing" stands right before `at`."""
    before = max(0, at - _NEAR)
    # the pattern tries each way that may begin there: dear where nobody is cited
    is_cited = text[before:at].rstrip().endswith(_CITES)
    return _CITING.search(text, before, at) if is_cited else None


def _behind(text: str, each: Attribution) -> Span | None:
    """ "said in remarks carried by …", "said through a spokesman": between the cue and its content, or up to a stop."""
    cue = each.anchor
    stops = [piece.start for piece in each.content if piece.start >= cue.end]
    stop = text.find("\n", cue.end)
    end = min([cue.end + _NEAR, *stops, stop if stop >= 0 else len(text)])
    sentence_end = re.compile(r"[.!?](?=\s)").search(text, cue.end, end)
    end = sentence_end.end() if sentence_end else end
    match = _THROUGH.search(text, cue.end, end)
    if match is not None:
        return Span.of(text, *match.span("way"))
    match = _REMARKS.search(text, cue.start, end)
    return _outlet(text, match) if match else None


def _outlet(text: str, match: re.Match[str]) -> Span | None:
    """The way of a match where its words can name an outlet."""
    way = Span.trimmed(text, *match.span("way"))
    if way is None or len(way.text.split()) > _LONGEST or OUTLET.search(way.text) is None:
        return None
    return way


def _is_inside(match: re.Match[str], each: Attribution) -> bool:
    return any(piece.start < match.end("way") and match.start("way") < piece.end for piece in each.content)


def quoter(text: str, verb: int) -> Span | None:
    """The subject of a verb that quotes, from the text before it; of "…, which also quoted" what "which" stands for."""
    start = max(0, verb - _NEAR)
    piece = _VERB_TAIL.sub("", text[start:verb])
    which = _WHICH.search(piece)
    if which is not None:
        at, words = start + which.start("way"), which["way"]
        lead = _LAST_PREPOSITION.match(words)
        at, words = (at + lead.end(), words[lead.end() :]) if lead else (at, words)
    else:
        lead = _CLAUSE.match(piece)
        at, words = (start + lead.end(), piece[lead.end() :]) if lead else (start, piece)
        comma = words.rfind(",")
        at, words = (at + comma + 1, words[comma + 1 :]) if comma >= 0 else (at, words)
    each = words.lower().split()
    if not 0 < len(each) <= _LONGEST or each[0] in _BE or each[-1] in _BE:
        return None
    return Span.trimmed(text, at, at + len(words))
