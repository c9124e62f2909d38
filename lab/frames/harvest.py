"""What is taken from annotated texts at run time: clauses, infinitives, nouns, quotations, sources, plain sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.inflection import noun_forms, verb_forms

from ..corpora import Example, Gold
from .tables import cue_lemmas

# Words of the lexicon that are mostly something else in running text, so that a clause with one is no loss.
_AMBIGUOUS = frozenset(
    {"back", "put", "find", "raise", "grant", "issue", "table", "release", "continue", "detail", "project", "rule"}
    | {"commit", "charge", "order", "post", "state", "question", "press", "rip", "float", "view", "call", "address"}
    | {"answer", "decision", "offer", "snap", "idea", "cite", "plan", "false", "sure", "ready", "prepared", "attack"}
    | {"committed", "opposed", "identify", "go on", "note", "commitment", "support"}
)
# Cues whose content, where it begins with an article, is a noun phrase.
_NOUN_CUES = frozenset(
    {"denounced", "condemned", "criticized", "criticised", "praised", "opposed", "endorsed", "defended", "blasted"}
    | {"slammed", "attacked", "supported", "welcomed", "called for", "criticism of", "support", "rejected", "blamed"}
    | {"warned of", "about", "opposes", "supports", "calls for", "oppose", "support for", "supporting", "backed"}
    | {"opposing", "denouncing", "condemning", "criticizing", "calling for", "discuss", "addressed", "defend"}
)
_SAID = frozenset(
    {"said", "says", "told", "wrote", "added", "argued", "has said", "say", "announced", "noted", "warned"}
)
_AUXILIARY = re.compile(r" (?:is|are|was|were|will|would|has|had|have|can|could|should|may|might|must|do|does|did)\b")
_OPENING = re.compile(r"(?:the|a|an|he|she|it|they|there|[A-Z][a-z]+) ")
# Broken off after an abbreviation, or with a cue that an annotator passed over.
_UNFIT = re.compile(
    r"\b(?:sa(?:id|ys?)|told|according to|comment|tweeted|wrote|saying)\b|#"
    r"|\b(?:accus|claim|want|believ|argu|urg|warn|den(?:y|ie)|reject|demand|insist|promis|vow)\w*\b"
    r"|\b(?:apparently|allegedly|reportedly|supposedly|presumably|purported\w*)\b"
    r"|\b(?:Mrs?|Ms|Sens?|Govs?|Reps?|Pres|Dr|Gen|Lt|Col|St|Jr|Sr|No|vs|Inc|[A-Z])\.$"
)
_ABBREVIATED = re.compile(r"\b(?:Mrs?|Ms|Sens?|Govs?|Reps?|Pres|Dr|Gen|Lt|Col|St|No|vs|[A-Z])\.$")
# An attitude of somebody else, with a word that is mostly something else.
_OTHERS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z]\w+) (?:views?|viewed|calls?|called|supports?|supported|backs?|backed|plans?"
    r"|planned|offers?|offered|attack(?:s|ed))\b"
)
# A clause that hangs on one before it, or lacks its subject.
_HEADLESS = re.compile(
    r"(?:that )?(?:nor|while|but|and|so|than|as|because|which|or|would|will|is|are|was|were|has|had|have|can|could|may"
    r"|should|does|do|did) ",
    re.I,
)
# Words that are small but at the head of a sentence.
_SMALL = re.compile(
    r"(?:The|An?|He|She|It|They|We|You|There|This|That|These|Those|In|On|At|For|By|If|When|While|As|After|Before"
    r"|Some|Many|Several|Most|Almost|Nearly|Other|Such|All|Both|One|Two|Three|Four|Even|His|Her|Their|Its|Our|My|Every"
    r"|Each|Any|No|Not|Another|More|Senior|Top|Former|Local|Police)\b"
)
_BREAK = re.compile(
    r"(?<=[.?!]\s)(?<!Mr\.\s)(?<!Mrs\.\s)(?<!Ms\.\s)(?<!Sen\.\s)(?<!Gov\.\s)(?<!Rep\.\s)(?<!Dr\.\s)(?<!St\.\s)(?=[A-Z])"
)
_CONDITION = re.compile(r"\b(?:if|unless|provided|as long as|on condition)\b", re.I)
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Harvest:
    """Pieces of text; names of much named persons stand between \\x01 and \\x02, to be replaced by invented ones."""

    clauses: tuple[str, ...]
    halves: tuple[tuple[str, str], ...]  # clauses cut before their first auxiliary
    infinitives: tuple[str, ...]  # without "to"
    nouns: tuple[str, ...]
    quotations: tuple[str, ...]  # sentences, with their stop
    questions: tuple[str, ...]
    sources: tuple[str, ...]
    plain: tuple[str, ...]  # sentences that no attribution touches


def harvested(examples: Sequence[Example]) -> Harvest:
    names = _Names(example.text for example in examples)
    found: dict[str, dict[str, None]] = {
        key: {} for key in ("clause", "infinitive", "noun", "quotation", "question", "source", "plain")
    }
    for example in examples:
        for gold in example.attributions or ():
            for kind, text in _pieces(example.text, gold):
                found[kind][names.hidden(text)] = None
        for text in _plain(example):
            found["plain"][names.hidden(text)] = None
    clauses = tuple(found["clause"])
    halves = tuple(half for half in map(_halves, clauses) if half)
    rest = [tuple(found[key]) for key in ("infinitive", "noun", "quotation", "question", "source", "plain")]
    return Harvest(clauses, halves, *rest)


def _pieces(text: str, gold: Gold) -> Iterable[tuple[str, str]]:
    source = gold.roles.get("source", ())
    cue = text[slice(*gold.cue)].lower() if gold.cue else ""
    if cue in _SAID and len(source) == 1 and (name := _clean(text[slice(*source[0])])) and _is_source(name):
        yield "source", _lowered(name)
    content = gold.roles.get("content", ())
    if len(content) != 1 or gold.cue is None:
        return
    whole = _clean(text[slice(*content[0])])
    if not whole:
        return
    if re.match(r"“[A-Z]", whole) and whole.endswith("”") and whole.count("“") == 1:
        for sentence in _SENTENCE.split(whole[1:-1]):
            yield from _quoted(sentence)
        return
    bare = re.sub(r"[.,;:]+(”?)$", r"\1", whole)
    if _HEADLESS.match(bare) or _OTHERS.search(bare):
        return
    if not _is_balanced(bare) or not 4 <= len(bare.split()) <= 32 or _CUES.search(bare) or _CONDITION.search(bare):
        return
    if bare.startswith("that "):
        if _AUXILIARY.search(bare) or len(bare.split()) < 14:
            yield "clause", _lowered(bare[5:])
    elif re.match(r"to [a-z]+ ", bare) and len(bare.split()) <= 20:
        yield "infinitive", bare[3:]
    elif cue in _NOUN_CUES and re.match(r"(?:the|a|an|this|these|those) ", bare) and len(bare.split()) <= 12:
        if not _AUXILIARY.search(bare) and "“" not in bare:
            yield "noun", bare
    elif cue.endswith(("said", "says")) and "“" not in bare and _AUXILIARY.search(bare) and _OPENING.match(bare):
        yield "clause", _lowered(bare)


def _quoted(sentence: str) -> Iterable[tuple[str, str]]:
    sentence = sentence.strip()
    if not re.match(r"[A-Z].*\w[.,?!]?$", sentence) or not 4 <= len(sentence.split()) <= 34 or "“" in sentence:
        return
    if re.search(r"[:;—()\[\]]| - |--|\.\.", sentence) or _CONDITION.search(sentence):
        return
    if _CUES.search(_OWN.sub("", sentence)) or _ABBREVIATED.search(sentence) or _OTHERS.search(sentence):
        return
    if sentence.endswith("?"):
        yield "question", sentence
    else:
        yield "quotation", sentence.rstrip(".,!") + "."


def _plain(example: Example) -> Iterable[str]:
    spans = [g.cue for g in example.attributions or () if g.cue]
    spans += [piece for g in example.attributions or () for pieces in g.roles.values() for piece in pieces]
    taken = bytearray(len(example.text))
    for start, end in spans:
        taken[start:end] = b"\x01" * (end - start)
    for paragraph in re.finditer(r"[^\n]+", example.text):
        at = paragraph.start()
        for sentence in _BREAK.split(paragraph.group()):
            start, at = at, at + len(sentence)
            text = _clean(sentence)
            is_whole = re.match(r"[A-Z][^“”():;]*[a-z]\.$", text) and not _UNFIT.search(text)
            capitals = sum(word[0].isupper() for word in text.split())
            if is_whole and not any(taken[start:at]) and max(6, 2 * capitals) <= len(text.split()) <= 34:
                yield text


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:] if _SMALL.match(text) else text


def _clean(text: str) -> str:
    """Whitespace single, marks curly; empty where they cannot be told apart or the text is broken."""
    text = " ".join(text.replace("''", '"').replace("“", '"').replace("”", '"').split())
    if re.search(r"[*|<>{}\[\]@_/\\]| [.,;:?!]|http|Ã|â|ð|\(\w*$|' | '", text) or text.count("(") != text.count(")"):
        return ""
    text = text.replace("'", "’").replace("‘", "’")
    if text.count('"') % 2:
        return ""
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def _is_balanced(text: str) -> bool:
    return not re.search(r"(?:“|\b(?:and|or|the|a|of|to|in|that|but|with|for|by))$|[.?!] [A-Z]|\.\.\.|…|--|—", text)


def _is_source(name: str) -> bool:
    if (
        not 2 <= len(name.split()) <= 9
        or re.match(r"(?:But|And|So|Yet|For|While|As|When|If) ", name)
        or re.search(r"[“”,;:()]|’s?$|\b(?:he|she|who|that|which|you|I)\b", name)
    ):
        return False
    return bool(re.match(r"(?:the|an?|some|many|several|two|one of|[A-Z][a-z]+) ?", name))


def _halves(clause: str) -> tuple[str, str] | None:
    found = _AUXILIARY.search(clause)
    if found is None or not 1 <= len(clause[: found.start()].split()) <= 6 or "“" in clause[: found.start()]:
        return None
    if re.match(
        r"(?:if|when|as|while|because|although|there|what|whether|until|after|before|since|in|at|who)\b", clause, re.I
    ):
        return None
    if re.search(r"\b(?:who|which|that|what|to|and)$|,", clause[: found.start()]):
        return None
    return clause[: found.start()], clause[found.start() + 1 :]


def _cue_pattern() -> re.Pattern[str]:
    forms = {"want", "wants", "wanted", "seem", "seems", "seemed", "appear", "appears", "appeared", "saying", "talk"}
    for lemma, part in cue_lemmas():
        if lemma.split()[0] not in _AMBIGUOUS:
            forms |= verb_forms(lemma) if part == "verb" else noun_forms(lemma) if part == "noun" else {lemma}
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + r")\b", re.I)


_CUES = _cue_pattern()
# A speaker's own attitude inside his own quotation ("I think", "we want") is no further statement.
_OWN = re.compile(r"\b(?:I|we)(?:’\w+)? (?:\w+ )?(?:\w+’t )?\w+\b", re.I)


class _Names:
    """Surnames that the texts have often after a given name: found here, so that no list of them is written down."""

    def __init__(self, texts: Iterable[str]) -> None:
        pairs: Counter[str] = Counter()
        for text in texts:
            pairs.update(
                re.findall(r"\b(?:Mr\.|Mrs\.|Ms\.|Sen\.|Gov\.|Rep\.) (?:[A-Z][a-z]+ )?([A-Z][A-Za-z]+)\b", text)
            )
        known = [re.escape(name) for name, count in pairs.items() if count >= 4]
        pattern = r"\b(?:([A-Z][a-z]+) )?(" + "|".join(sorted(known, key=len, reverse=True) or ["\x00"]) + r")\b"
        self.pattern = re.compile(pattern)

    def hidden(self, text: str) -> str:
        return self.pattern.sub(_hide, text)


def _hide(match: re.Match[str]) -> str:
    first, last = match.groups()
    if not first:
        return f"\x01{last}\x02"
    is_name = first not in (
        "The",
        "President",
        "Senator",
        "Mayor",
        "But",
        "And",
        "In",
        "Of",
        "For",
        "If",
        "When",
        "While",
    )
    return f"\x01{first if is_name else ''} {last}\x02" if is_name else f"{first} \x01{last}\x02"
