"""Who speaks: parties of our own and harvested ones, by full name, short form or pronoun; and names of our own."""

from __future__ import annotations

import re

from .filling import Env, Filler, Scene, Subject, text_of

_POSSESSIVE = {"he": "his", "him": "his", "she": "her", "her": "her", "it": "its", "they": "their", "them": "their"}
_KINDS = {"head": ("headone", "it"), "long": ("longone", "he")}


def subject(scene: Scene, is_short: bool) -> Subject:
    """A party that speaks: new, or the last one by its pronoun."""
    rng = scene.rng
    at = rng.random()
    if scene.last and at < (0.1 if is_short else 0.22):
        return Subject(scene.last.pronoun, scene.last.pronoun == "they", scene.last.pronoun)
    if at < 0.34 and scene.harvest.sources:
        text = shown(scene, rng.choice(scene.harvest.sources))
        head = text.split(" of ")[0].split(" with ")[0].split(" at ")[0].split(" for ")[0]
        is_plural = bool(re.search(r"[a-z][^s]s$|\b(?:people|men|women)$| and ", head)) and "\x03" not in head
        return Subject(text, is_plural, "they" if is_plural else "he")
    if at < 0.38 and not is_short:
        return Subject(text_of(scene, "paper"), False, "it")
    if at < 0.56:
        return Subject(text_of(scene, "bodyone"), False, "it")
    if at < 0.66:
        return Subject(text_of(scene, "bodymany"), True, "they")
    if at < 0.74:
        return Subject(text_of(scene, "unnamed"), False, rng.choice(("he", "she")))
    kind = "person" if is_short or at < 0.88 else "personlong"
    return Subject(text_of(scene, kind), False, rng.choice(("he", "she")))


def speaker(scene: Scene, env: Env, is_short: bool, kind: str = "") -> Subject:
    found = env.subjects.get(env.current)
    if found is None:
        name, pronoun = _KINDS.get(kind, ("", ""))
        found = Subject(text_of(scene, name), False, pronoun) if name else subject(scene, is_short)
        env.subjects[env.current] = found
        if kind != "head" and env.current == 1:
            scene.last = found
    return found


def source(scene: Scene, env: Env, is_short: bool, kind: str = "") -> None:
    found = speaker(scene, env, is_short, kind)
    text, comma = found.text.removesuffix(","), found.text[len(found.text.removesuffix(",")) :]
    start = scene.draft.length
    if re.search(r"\b(?:by|from|to|of|for|per|quot(?:ed|ing)|cit(?:ed|ing)) $", "".join(scene.draft.parts[-3:]), re.I):
        text = {"he": "him", "she": "her", "they": "them"}.get(text, text)
    scene.draft.add(text)
    scene.draft.spans.append((env.base + env.current - 1, "source", start, scene.draft.length))
    if comma:
        scene.draft.add(comma)


def possessive(scene: Scene, env: Env, _: str) -> None:
    draft = scene.draft
    text = draft.parts[-1] if draft.parts else ""
    if text in _POSSESSIVE:
        draft.parts[-1] = _POSSESSIVE[text]
        draft.length += len(_POSSESSIVE[text]) - len(text)
        number, role, start, _end = draft.spans[-1]
        draft.spans[-1] = (number, role, start, draft.length)
        return
    scene.draft.add("’" if text.endswith("s") and speaker(scene, env, True).is_plural else "’s")


def shown(scene: Scene, text: str) -> str:
    """The harvested text with invented names for known ones, the same one throughout a report."""
    if "\x01" not in text:
        return text
    return re.sub("\x01(.*?)\x02(’(?!\\w))?", lambda match: _renamed(scene, match[1], bool(match[2])), text)


def _renamed(scene: Scene, name: str, is_possessive: bool) -> str:
    last = name.rpartition(" ")[2]
    if last not in scene.names:
        scene.names[last] = text_of(scene, "NAME")
    new = scene.names[last]
    return (new if " " in name else new.partition(" ")[2]) + ("’s" if is_possessive else "")


def name(part: str) -> Filler:
    def fill(scene: Scene, _env: Env, _: str) -> None:
        given = text_of(scene, "given") + " " if part.startswith("NAME") else ""
        text = given + text_of(scene, "family")
        scene.draft.add(text.upper() if part.endswith("UP") else text)

    return fill


def marked(role: str, name: str) -> Filler:
    def fill(scene: Scene, env: Env, _: str) -> None:
        start = scene.draft.length
        text = text_of(scene, name)
        scene.draft.add(text)
        scene.draft.spans.append((env.base + env.current - 1, role, start, scene.draft.length))

    return fill
