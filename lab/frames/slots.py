"""What stands in a slot: a speaker, a verb that fits the act, a clause, an infinitive, a quotation, a name."""

from __future__ import annotations

import re

from .filling import Env, Filler, Scene, agreeing, named, nested, text_of
from .speakers import marked, name, possessive, shown, source, speaker
from .tables import countries, forms, verbs, words

# What a verb that takes a noun is said of, by its act.
_NOUN_OF = {
    "condemn": "deed", "praise": "goodthing", "reject": "proposal", "agree": "proposal", "propose": "want",
    "demand": "want", "urge": "want", "promise": "gift", "threaten": "harm", "warn": "danger", "predict": "future",
    "acknowledge": "fault", "announce": "news", "assess": "danger", "apologise": "sorry", "deny": "G.deny",
    "state": "topic", "ask": "topic",
}  # fmt: skip
# A verb phrase that ends in one of these cannot go without "that" ("made the claim that").
_NOUN_ENDS = frozenset(
    {"accusation", "claim", "charge", "fact", "idea", "suggestion", "view", "assurance", "word", "denial"}
    | {"alarm", "public", "known"}
)


# Who speaks.


# Verbs.


def _verb(scene: Scene, env: Env, form: str = "") -> tuple[str, str, str, str, str]:
    act, pattern = env.acts[env.current - 1], env.patterns[env.current - 1]
    if form:
        pattern, act = form.split(".")
    lemma = scene.rng.choice(verbs()[pattern, act or "state"])
    env.needs_that = lemma.rpartition(" ")[2] in _NOUN_ENDS
    return (lemma, *forms(lemma))


def _finite(scene: Scene, env: Env, form: str) -> None:
    act = form.split(".")[1] if form else env.acts[env.current - 1]
    lemma, third, past, participle, progressive = _verb(scene, env, form)
    found = agreeing(env, env.current) or speaker(scene, env, False)
    if found.is_plural and not lemma.startswith(("be ", "have ")):
        third = lemma
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


def _be(scene: Scene, env: Env, _: str) -> None:
    """The auxiliary of a passive, in the number of its speaker, else of the content before it."""
    found = agreeing(env, env.current)
    is_plural = found.is_plural if found else False
    if found is None and scene.draft.spans:
        head = re.split(
            r" (?:by|of|for|that|to|from|made|on|at|in|with) ", scene.draft.text[scene.draft.spans[-1][2] :]
        )[0]
        is_plural = bool(re.search(r"[a-z][^s’]s$| and ", head))
    scene.draft.add(scene.rng.choice(("were", "have been") if is_plural else ("was", "has been")))


def _inverted(scene: Scene, env: Env, _: str) -> None:
    """A finite verb of one word, that can stand before its subject: "argues the minister"."""
    lemmas = verbs()[env.patterns[env.current - 1], env.acts[env.current - 1] or "state"]
    lemma = scene.rng.choice([lemma for lemma in lemmas if " " not in lemma] or ["say"])
    if agreeing(env, env.current) is None:
        speaker(scene, env, False)
    is_present = scene.rng.random() < (0.7 if scene.is_present else 0.35)
    scene.draft.add(forms(lemma)[0 if is_present else 1])


def _passive(scene: Scene, env: Env, _: str) -> None:
    """The participle of a verb of one word: "was rejected by"; the others make no passive."""
    lemmas = verbs()[env.patterns[env.current - 1], env.acts[env.current - 1] or "state"]
    scene.draft.add(forms(scene.rng.choice([lemma for lemma in lemmas if " " not in lemma] or ["reject"]))[2])


def _adverb(scene: Scene, act: str | None) -> str:
    if scene.rng.random() > 0.15:
        return ""
    key = f"adv.{act}" if f"adv.{act}" in words() else "adv.any"
    return " " + text_of(scene, key)


def _had(scene: Scene, env: Env, _: str) -> None:
    participle = _verb(scene, env)[3]
    at = scene.rng.random()
    subject_ = speaker(scene, env, True) if env.current not in env.subjects else env.subjects[env.current]
    have = "have" if subject_.is_plural else "has"
    if at < 0.6:
        named(scene, env, "had1")
        scene.draft.add(f" {participle}")
    else:
        scene.draft.add(f"had {participle}" if at < 0.85 else f"{have} {participle}")


# What is said.


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
    if scene.rng.random() < 0.09:  # what a source says may hold such words too
        nested(scene, "sense")
        return
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
    scene.draft.add("In the end")
    scene.names["\x00broken"] = "there is no other way out of this for us."


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


FILLERS: dict[str, Filler] = {
    "S": lambda scene, env, _: source(scene, env, False),
    "s": lambda scene, env, _: source(scene, env, True),
    "P": lambda scene, env, _: source(scene, env, True),
    "H": lambda scene, env, _: source(scene, env, True, "head"),
    "L": lambda scene, env, _: source(scene, env, False, "long"),
    "^": lambda scene, _env, _: scene.capitals.append(scene.draft.length),
    "pos": possessive,
    "vi": _inverted,
    "be": _be,
    "v": _finite,
    "ving": lambda scene, env, _: scene.draft.add(_verb(scene, env)[4]),
    "vn1": _passive,
    "had": _had,
    "that": lambda scene, env, _: scene.draft.add("that " if env.needs_that or scene.rng.random() < 0.7 else ""),
    "A": marked("addressee", "addressee"),
    "B": marked("addressee", "hearer"),
    "B1": marked("addressee", "hearer1"),
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
    "NAME": name("NAME"),
    "NAMEUP": name("NAMEUP"),
    "FAMILY": name("FAMILY"),
    "FAMILYUP": name("FAMILYUP"),
    "TITLE": _number("title"),
    "CITY": lambda scene, _env, _: scene.draft.add(text_of(scene, "town").upper()),
    "La": marked("source", "talker"),
    "Lq": marked("source", "asker"),
    "Hc": lambda scene, env, _: named(scene, env, "headclause"),
}
