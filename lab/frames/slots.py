"""What stands in a slot: a speaker, a verb that fits the act, a clause, an infinitive, a quotation, a name."""

from __future__ import annotations

import re

from .filling import Env, Filler, Scene, Subject, agreeing, named, text_of
from .tables import countries, forms, verbs, words

# What a verb that takes a noun is said of, by its act.
_NOUN_OF = {
    "condemn": "deed", "praise": "goodthing", "reject": "proposal", "agree": "proposal", "propose": "want",
    "demand": "want", "urge": "want", "promise": "gift", "threaten": "harm", "warn": "danger", "predict": "future",
    "acknowledge": "fault", "announce": "news", "assess": "danger", "apologise": "sorry", "deny": "G.deny",
    "state": "topic", "ask": "topic",
}  # fmt: skip
_POSSESSIVE = {"he": "his", "him": "his", "she": "her", "her": "her", "it": "its", "they": "their", "them": "their"}


# Who speaks.


def subject(scene: Scene, is_short: bool) -> Subject:
    """A party that speaks: new, or the last one by its pronoun."""
    rng = scene.rng
    at = rng.random()
    if scene.last and at < (0.1 if is_short else 0.22):
        return Subject(scene.last.pronoun, scene.last.pronoun == "they", scene.last.pronoun)
    if at < 0.34 and scene.harvest.sources:
        text = shown(scene, rng.choice(scene.harvest.sources))
        head = text.split(" of ")[0].split(" with ")[0].split(" at ")[0].split(" for ")[0]
        text = (
            text[0].lower() + text[1:] if text.startswith(("The ", "A ", "An ", "Some ", "Many ", "Several ")) else text
        )
        is_plural = bool(re.search(r"[a-z][^s]s$|\b(?:people|men|women)$| and ", head)) and "\x03" not in head
        return Subject(text, is_plural, "they" if is_plural else "he")
    if at < 0.56:
        return Subject(text_of(scene, "bodyone"), False, "it")
    if at < 0.66:
        return Subject(text_of(scene, "bodymany"), True, "they")
    if at < 0.74:
        return Subject(text_of(scene, "unnamed"), False, rng.choice(("he", "she")))
    kind = "person" if is_short or at < 0.88 else "personlong"
    return Subject(text_of(scene, kind), False, rng.choice(("he", "she")))


def _speaker(scene: Scene, env: Env, is_short: bool, kind: str = "") -> Subject:
    found = env.subjects.get(env.current)
    if found is None:
        is_head = kind == "head"
        found = Subject(text_of(scene, "headone"), False, "it") if is_head else subject(scene, is_short)
        env.subjects[env.current] = found
        if kind != "head" and env.current == 1:
            scene.last = found
    return found


def _source(scene: Scene, env: Env, is_short: bool, kind: str = "") -> None:
    found = _speaker(scene, env, is_short, kind)
    text, comma = found.text.removesuffix(","), found.text[len(found.text.removesuffix(",")) :]
    start = scene.draft.length
    if re.search(r"\b(?:by|from|to|of|quoted|cited|citing) $", "".join(scene.draft.parts[-3:])):
        text = {"he": "him", "she": "her", "they": "them"}.get(text, text)
    scene.draft.add(text)
    scene.draft.spans.append((env.base + env.current - 1, "source", start, scene.draft.length))
    if comma:
        scene.draft.add(comma)


def _possessive(scene: Scene, env: Env, _: str) -> None:
    draft = scene.draft
    text = draft.parts[-1] if draft.parts else ""
    if text in _POSSESSIVE:
        draft.parts[-1] = _POSSESSIVE[text]
        draft.length += len(_POSSESSIVE[text]) - len(text)
        number, role, start, _end = draft.spans[-1]
        draft.spans[-1] = (number, role, start, draft.length)
        return
    scene.draft.add("’" if text.endswith("s") and _speaker(scene, env, True).is_plural else "’s")


# Verbs.


def _verb(scene: Scene, env: Env, form: str = "") -> tuple[str, str, str, str, str]:
    act, pattern = env.acts[env.current - 1], env.patterns[env.current - 1]
    if form:
        pattern, act = form.split(".")
    lemma = scene.rng.choice(verbs()[pattern, act or "state"])
    return (lemma, *forms(lemma))


def _finite(scene: Scene, env: Env, form: str) -> None:
    act = form.split(".")[1] if form else env.acts[env.current - 1]
    _, third, past, participle, progressive = _verb(scene, env, form)
    if agreeing(env, env.current) is None:
        _speaker(scene, env, False)
    adverb = _adverb(scene, act)
    at = scene.rng.random() * (0.45 if scene.is_present else 1.0) - (0.1 if scene.is_present else 0.0)
    if past.startswith("was "):
        text = f"{third if at < 0.4 else past}"
        head, _, rest = text.partition(" ")
        text = f"{head}{adverb} {rest}"
    elif at < 0.14:
        text = f"{adverb} {third}".strip()
    elif at < 0.28:
        text = f"has{adverb} {participle}"
    elif at < 0.32:
        text = f"had{adverb} {participle}"
    elif at < 0.34:
        text = f"is{adverb} {progressive}"
    else:
        text = f"{adverb} {past}".strip()
    scene.draft.add(text)


def _adverb(scene: Scene, act: str | None) -> str:
    if scene.rng.random() > 0.15:
        return ""
    key = f"adv.{act}" if f"adv.{act}" in words() else "adv.any"
    return " " + text_of(scene, key)


def _had(scene: Scene, env: Env, _: str) -> None:
    participle = _verb(scene, env)[3]
    at = scene.rng.random()
    subject_ = _speaker(scene, env, True) if env.current not in env.subjects else env.subjects[env.current]
    have = "have" if subject_.is_plural else "has"
    if at < 0.6:
        named(scene, env, "had1")
        scene.draft.add(f" {participle}")
    else:
        scene.draft.add(f"had {participle}" if at < 0.85 else f"{have} {participle}")


# What is said.


def shown(scene: Scene, text: str) -> str:
    """The harvested text with invented names for known ones, the same one throughout a report."""
    if "\x01" not in text:
        return text
    return re.sub("\x01(.*?)\x02", lambda match: _renamed(scene, match[1]), text)


def _renamed(scene: Scene, name: str) -> str:
    last = name.rpartition(" ")[2]
    if last not in scene.names:
        scene.names[last] = text_of(scene, "NAME")
    new = scene.names[last]
    return new if " " in name else new.partition(" ")[2]


def _own_or(scene: Scene, env: Env, name: str, harvested: tuple[str, ...], share: float) -> None:
    """A content of our own that fits the act, else a harvested one, of which an open act is then not known."""
    act = env.acts[env.current - 1]
    key = f"{name}.{act}" if f"{name}.{act}" in words() else f"{name}.state" if f"{name}.state" in words() else ""
    if name == "G":
        key = f"G.{act}" if f"G.{act}" in words() else "G"
    if key and (scene.rng.random() < share or not harvested):
        named(scene, env, key)
        return
    if act == "state" and scene.draft.acts[env.base + env.current - 1] == "state":
        scene.draft.acts[env.base + env.current - 1] = None
    scene.draft.add(_partly_quoted(scene, shown(scene, scene.rng.choice(harvested))))


def _partly_quoted(scene: Scene, text: str) -> str:
    words_ = text.split(" ")
    if "“" in text or len(words_) < 7 or scene.rng.random() > 0.16:
        return text
    count = scene.rng.randint(2, min(9, len(words_) - 3))
    return " ".join(words_[:-count]) + " “" + " ".join(words_[-count:]) + "”"


def _clause(scene: Scene, env: Env, _: str) -> None:
    _own_or(scene, env, "C", scene.harvest.clauses, 0.42)


def _mixed(scene: Scene, env: Env, _: str) -> None:
    for _try in range(40):
        clause = scene.rng.choice(scene.harvest.clauses) if scene.harvest.clauses else ""
        if "“" not in clause and len(clause.split()) > 7:
            words_ = shown(scene, clause).split(" ")
            count = scene.rng.randint(2, len(words_) - 4)
            scene.draft.add(" ".join(words_[:-count]) + " “" + " ".join(words_[-count:]) + "”")
            return
    named(scene, env, "C.assess")


def _infinitive(scene: Scene, env: Env, _: str) -> None:
    _own_or(scene, env, "V", scene.harvest.infinitives, 0.7)


def _would(scene: Scene, env: Env, _: str) -> None:
    named(scene, env, "Wt" if env.acts[env.current - 1] == "threaten" else "W")


def _gerund(scene: Scene, env: Env, _: str) -> None:
    _own_or(scene, env, "G", (), 1.0)


def _noun(scene: Scene, env: Env, _: str) -> None:
    act = env.acts[env.current - 1] or "state"
    if scene.harvest.nouns and act in ("condemn", "praise", "state", "ask") and scene.rng.random() < 0.2:
        scene.draft.add(shown(scene, scene.rng.choice(scene.harvest.nouns)))
    else:
        named(scene, env, _NOUN_OF[act])


def _half(scene: Scene, env: Env, which: str) -> None:
    """The first half of a clause, or (`which` "pred") the second half of the one whose first was written."""
    if not which:
        if scene.harvest.halves and scene.rng.random() < 0.6:
            first, second = scene.rng.choice(scene.harvest.halves)
            scene.draft.add(shown(scene, first))
            scene.names["\x00half"] = shown(scene, second)
            if scene.draft.acts[env.base + env.current - 1] == "state":
                scene.draft.acts[env.base + env.current - 1] = None
        else:
            named(scene, env, "subj.own")
            scene.names["\x00half"] = text_of(scene, "pred.own")
    else:
        scene.draft.add(scene.names.pop("\x00half", "would not last"))


def _quote(scene: Scene, env: Env, stop: str) -> None:
    """A sentence of a quotation, without marks; `stop` is what it ends in before the mark."""
    if env.acts[env.current - 1] == "state":
        scene.draft.acts[env.base + env.current - 1] = None
    if not scene.harvest.quotations or scene.rng.random() < 0.25:
        text = text_of(scene, "Q.own")
    else:
        text = shown(scene, scene.rng.choice(scene.harvest.quotations))
    scene.draft.add(text[:-1] + stop)


def _asked(scene: Scene, env: Env, _: str) -> None:
    if not scene.harvest.questions or scene.rng.random() < 0.5:
        named(scene, env, "Qq.own")
    else:
        scene.draft.add(shown(scene, scene.rng.choice(scene.harvest.questions)))


def _broken(scene: Scene, env: Env, which: str) -> None:
    """A quoted sentence in two parts: the first, or (`which` "b") the second."""
    if which == "b":
        scene.draft.add(scene.names.pop("\x00broken", "there is no way back."))
        return
    if env.acts[env.current - 1] == "state":
        scene.draft.acts[env.base + env.current - 1] = None
    for _try in range(30):
        text = scene.rng.choice(scene.harvest.quotations) if scene.harvest.quotations else ""
        cuts = [
            m.start()
            for m in re.finditer(r",? (?=and |but |because |if |that |in |on |for |is |are |was |will )", text)
        ]
        cuts = [cut for cut in cuts if cut > 8 and len(text) - cut > 14]
        if cuts:
            cut = scene.rng.choice(cuts)
            scene.draft.add(shown(scene, text[:cut]))
            scene.names["\x00broken"] = shown(scene, text[cut:].lstrip(", "))
            return
    scene.draft.add("If nothing changes")
    scene.names["\x00broken"] = "we will all be poorer by the end of the year."


def _talk(scene: Scene, env: Env, _: str) -> None:
    for at in range(last := scene.rng.choice((1, 1, 2, 2, 3, 4))):
        _quote(scene, env, "" if at == last - 1 else ". ")


def _number(name: str) -> Filler:
    def fill(scene: Scene, env: Env, _: str) -> None:
        scene.draft.add(text_of(scene, name))

    return fill


def _country(attribute: str) -> Filler:
    def fill(scene: Scene, _env: Env, _: str) -> None:
        scene.draft.add(str(getattr(scene.rng.choice(countries()), attribute)))

    return fill


def _name(part: str) -> Filler:
    def fill(scene: Scene, _env: Env, _: str) -> None:
        given = text_of(scene, "given") + " " if part.startswith("NAME") else ""
        text = given + text_of(scene, "family")
        scene.draft.add(text.upper() if part.endswith("UP") else text)

    return fill


def _marked(role: str, name: str) -> Filler:
    def fill(scene: Scene, env: Env, _: str) -> None:
        start = scene.draft.length
        text = text_of(scene, name)
        scene.draft.add(text)
        scene.draft.spans.append((env.base + env.current - 1, role, start, scene.draft.length))

    return fill


FILLERS: dict[str, Filler] = {
    "S": lambda scene, env, _: _source(scene, env, False),
    "s": lambda scene, env, _: _source(scene, env, True),
    "P": lambda scene, env, _: _source(scene, env, True),
    "H": lambda scene, env, _: _source(scene, env, True, "head"),
    "pos": _possessive,
    "v": _finite,
    "ving": lambda scene, env, _: scene.draft.add(_verb(scene, env)[4]),
    "vn": lambda scene, env, _: scene.draft.add(_verb(scene, env)[3]),
    "had": _had,
    "that": lambda scene, env, _: scene.draft.add("that " if scene.rng.random() < 0.7 else ""),
    "A": _marked("addressee", "addressee"),
    "B": _marked("addressee", "hearer"),
    "B1": _marked("addressee", "hearer1"),
    "C": _clause,
    "C.mixed": _mixed,
    "V": _infinitive,
    "W": _would,
    "G": _gerund,
    "N": _noun,
    "Subj": lambda scene, env, _: _half(scene, env, ""),
    "pred": lambda scene, env, _: _half(scene, env, "pred"),
    **{f"Q{n},": lambda scene, env, _: _quote(scene, env, ",") for n in ("", "1", "2", "3", "4")},
    **{f"Q{n}.": lambda scene, env, _: _quote(scene, env, ".") for n in ("", "1", "2", "3", "4")},
    "Qq": _asked,
    "Qa": lambda scene, env, _: _broken(scene, env, "a"),
    "Qb.": lambda scene, env, _: _broken(scene, env, "b"),
    "Talk": _talk,
    "country": _country("name"),
    "adj": _country("adjective"),
    "capital": _country("capital"),
    "NAME": _name("NAME"),
    "NAMEUP": _name("NAMEUP"),
    "FAMILY": _name("FAMILY"),
    "FAMILYUP": _name("FAMILYUP"),
    "TITLE": _number("title"),
    "CITY": lambda scene, _env, _: scene.draft.add(text_of(scene, "town").upper()),
    "La": _marked("source", "talker"),
    "Lq": _marked("source", "asker"),
    "Hc": lambda scene, env, _: named(scene, env, "headclause"),
}
