"""The persons of a report by the words of their names, so that a short name finds its bearers at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .names import is_same_person, shortness, words_of
from .scene import Draft


class Roster:
    """Persons in the order in which they are named, each under every word of each of its forms."""

    def __init__(self) -> None:
        self.persons: dict[int, Draft] = {}
        self.named: Counter[int] = Counter()
        self._by_word: dict[str, dict[int, None]] = {}
        self._by_sound: dict[str, dict[int, None]] = {}

    def note(self, draft: Draft, form: str) -> None:
        """One more mention of a person under a form."""
        key = id(draft)
        self.persons.setdefault(key, draft)
        self.named[key] += 1
        if form in draft.forms and self.named[key] > 1:
            return
        draft.forms.setdefault(form)
        words = words_of(form)
        for word in words:
            for part in {word, *word.split("-")}:
                self._by_word.setdefault(part, {})[key] = None
        for word in (words[:1] + words[-1:]) if words else ():
            self._by_sound.setdefault(word[:2], {})[key] = None

    def of_full_name(self, name: str) -> Draft | None:
        """The person whom a full name can name."""
        for draft in self._near(name):
            if any(is_same_person(form, name) for form in draft.forms):
                return draft
        return None

    def bearers(self, name: str) -> Iterator[tuple[int, int, Draft]]:
        """The persons whom a short name can name, each with how well it fits and how often the report has named it."""
        words = words_of(name)
        for draft in self._near(name):
            fit = max(3 if words_of(form) == words else shortness(name, form) for form in draft.forms)
            if fit:
                yield fit, self.named[id(draft)], draft

    def _near(self, name: str) -> list[Draft]:
        keys: dict[int, None] = {}
        for word in words_of(name):
            for part in {word, *word.split("-")}:
                keys |= self._by_word.get(part, {})
            keys |= self._by_sound.get(word[:2], {})
        return [self.persons[key] for key in self.persons if key in keys] if keys else []
