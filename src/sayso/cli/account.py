"""An explanation for a terminal: each decision under its question, each reason with its weight and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rich.console import Console, ConsoleRenderable, Group
from rich.table import Table
from rich.text import Text

from ..export import wording
from ..export.sheet import Entry, sheets
from ..ledger import Decision, Explanation, Option, Reason, Span, Step, Weighing
from .places import Places
from .terminal import BLANKS, LONGEST

_LABEL, _ADDED = 11, 5
_EXCERPT = 60
# A link that is not made is told feature by feature from this probability on; the JSON form has every one.
_NEAR = 0.01
_LABELS = {"addressee": "to whom", "targets": "aimed at", "confidence": "how sure", "parent": "inside"}
# What stands here in one line where it is none of a statement's.
_QUIET = ("addressee", "targets", "setting", "via", "condition", "negated", "parent")
_LEGEND = (
    "The numbers are log odds, which add up: +0.7 doubles the odds, −0.7 halves them. "
    "Of acts they count over the average act."
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One row: a label, what was added to a score, the words."""

    label: str
    added: float | None
    words: Text


def show(told: Explanation, console: Console) -> None:
    """Print why the statement is as it is."""
    width = min(console.width, LONGEST)
    with console.capture() as captured:
        console.print(Group(*_Account(told).parts()), width=width)
    console.file.write(BLANKS.sub("", captured.get()))
    console.file.flush()


class _Account:
    """The parts of one explanation, with the numbers that the report's sheet gives to its statements."""

    def __init__(self, told: Explanation) -> None:
        self.told = told
        self.places = Places(told.ledger.documents[0])
        entries = [entry for sheet in sheets(told.ledger) for entry in sheet.entries]
        self.entries = {entry.statement.id: entry for entry in entries}

    def parts(self) -> Iterator[ConsoleRenderable]:
        entry, statement = self.entries[self.told.statement_id], self.told.statement
        yield Text.assemble((f"{entry.number} {entry.act}", "bold"), f"  {entry.speaker}", (f"  {statement.id}", "dim"))
        for name, spans in (("cue", (statement.cue,)), ("content", statement.content)):
            for span in filter(None, spans):
                yield self._quoted(Text(f"{name}: ", "dim"), span, room=200)
        yield _grid(self._lines())
        yield Text()
        yield Text(_LEGEND, "dim")

    def _lines(self) -> Iterator[_Line]:
        for decision in self.told.decisions:
            if decision.answer is not None or decision.about not in _QUIET:
                yield _Line("", None, Text())
                yield from self._decided(decision)
        absent = [_LABELS.get(d.about, d.about) for d in self.told.decisions if d.answer is None and d.about in _QUIET]
        if absent:
            yield _Line("", None, Text())
            yield _Line("none", None, Text(", ".join(absent), "dim"))
        for link in self.told.links:
            yield _Line("", None, Text())
            yield from self._linked(link)

    def _decided(self, decision: Decision) -> Iterator[_Line]:
        answer = Text(self._answer(decision), "bold" if decision.answer else "italic dim")
        if decision.probability is not None and decision.about != "confidence":
            answer.append(f"  {decision.probability:.0%}")
        # What stands in the answer's own words needs its place only; the cue stands at the top.
        for span in () if decision.way else decision.spans[:1]:
            if span.text == decision.answer:
                answer.append(f"  ({self.places.of(span)})", "dim")
            elif span != self.told.statement.cue:
                answer = self._quoted(answer.append("  "), span)
        yield _Line(_LABELS.get(decision.about, decision.about), None, answer)
        yield from self._way(decision.way)
        yield from self._reasons(decision.reasons)
        for option in decision.options:
            yield from self._option(option)

    def _answer(self, decision: Decision) -> str:
        if decision.answer is None:
            return "nobody known" if decision.about == "who" else "no day" if decision.spans else "none"
        other = self.entries.get(decision.answer) if decision.about == "parent" else None
        return self._named(other) if other else wording.one_line(decision.answer.replace("_", " "))

    def _named(self, entry: Entry) -> str:
        return f"{entry.number} ({entry.speaker}, {entry.act})"

    def _way(self, way: tuple[Step, ...]) -> Iterator[_Line]:
        """The chain of mentions, a line each: "he" ← "Putin" ← "President Vladimir Putin"."""
        for step, after in pairwise((*way, None)):
            if step is None:
                continue
            words = self._quoted(Text("" if step is way[0] else "← "), step.span)
            if after is None and step is not way[0]:
                words.append(", the fullest mention", "dim")
            if step.score is not None:
                words.append(f": the likeliest of all near it, {step.score:.0%}")
            elif step.rule:
                words.append(f": {step.rule}")
            yield _Line("", None, words)
            yield from (_Line("", added, Text(f"  {sign}", "dim")) for sign, added in step.signs)

    def _reasons(self, reasons: Iterable[Reason]) -> Iterator[_Line]:
        for reason in reasons:
            words = Text(wording.one_line(reason.words))
            for span in reason.spans:
                if span != self.told.statement.cue:
                    words = self._quoted(words.append("  "), span)
            yield _Line("", reason.added, words)

    def _option(self, option: Option) -> Iterator[_Line]:
        chance = "" if option.probability is None else f"  {option.probability:.0%}"
        words = Text.assemble(("not ", "dim"), wording.one_line(option.answer.replace("_", " ")), chance)
        for span in option.spans:
            words = self._quoted(words.append("  "), span)
        if all(reason.added is None for reason in option.reasons) and option.reasons:
            words.append(": " + "; ".join(reason.words for reason in option.reasons))
            yield _Line("", None, words)
            return
        yield _Line("", None, words)
        yield from self._reasons(option.reasons)

    def _linked(self, link: Weighing) -> Iterator[_Line]:
        if not link.is_made and (link.probability or 0.0) < _NEAR:
            yield _Line("unlinked", None, Text("no link, and no other statement comes near one", "italic"))
            return
        later, earlier = self.entries[link.from_id], self.entries[link.to_id]
        verb = wording.RELATIONS[link.relation][0]
        if link.is_made:
            words = Text.assemble((f"{later.number} {verb} {earlier.number}", "bold"))
        else:
            words = Text.assemble(("no link: ", "italic"), f"{later.number} {verb} {earlier.number} would be the next")
        if link.probability is not None:
            words.append(f"  {link.probability:.0%}")
            words.append(f", the bar is at {link.bar:.0%}" if link.bar is not None else "", "dim")
        words.append(f" ({link.note})" if link.note else "", "dim")
        yield _Line("link" if link.is_made else "unlinked", None, words)
        yield _Line("", None, Text(f"it: {self._named(later)}; the claim: {self._named(earlier)}", "dim"))
        yield from self._reasons(link.reasons)
        if link.start is not None:
            yield _Line("", link.start, Text("to begin with: a pair for which nothing speaks", "dim"))
        own = {span for reason in link.reasons for span in reason.spans}
        for span in link.evidence:
            if span not in own:
                yield _Line("", None, self._quoted(Text("evidence: ", "dim"), span))

    def _quoted(self, words: Text, span: Span, room: int = _EXCERPT) -> Text:
        text = wording.clipped(span.text, room)
        marked = text if text[:1] in '“"‘«„' else f"“{text}”"
        return words.append(marked).append(f" ({self.places.of(span)})", "dim")


def _grid(lines: Iterable[_Line]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_LABEL, style="dim")
    grid.add_column(width=_ADDED, justify="right", style="dim")
    grid.add_column()
    for line in lines:
        added = "" if line.added is None else f"{line.added:+.1f}".replace("-", "−")
        grid.add_row(Text(line.label), Text(added), line.words)
    return grid
