"""Rules for days by name: weekdays, yesterday and tomorrow, mornings and nights, feasts, the new year."""

from __future__ import annotations

from datetime import date, timedelta

from ...ledger.value import TimexType
from .ambiguous import WEEKDAY_NUMBERS
from .calendar import day_value, first_day, grain, moved, unit_value, weekday_near
from .dates import NARROW
from .feasts import feast_at, feast_day
from .reading import Hit, Reading, rules
from .timewords import PARTS_OF_DAY, steps, unit_of

_DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": -1}


def _weekday(hit: Hit) -> Reading | None:
    """One named day: "Tuesday", "last Friday", "Friday last week", "next week, on Monday", "Monday night"."""
    part = PARTS_OF_DAY.get(hit.word("p"))
    kind: TimexType = "time" if part else "date"
    if hit.token("u") and hit.unit("u") != "week":
        return None
    day = _day_of_week(hit, hit.published) if hit.published else None
    return Reading(kind, day.isoformat() + (f"T{part}" if part else ""), "published") if day else Reading(kind, None)


def _weeks_ago(hit: Hit) -> Reading | None:
    """Reads "two weeks ago Sunday": so many weeks before the latest Sunday."""
    if hit.unit("u") != "week":
        return _weekday_away(hit)
    last = weekday_near(hit.published, hit.weekday("w") or 0, False) if hit.published else None
    return _on_day(unit_value(last, "day", -7 * int(min(hit.number("n"), 1e4))) if last else None)


def _weekday_away(hit: Hit) -> Reading | None:
    """Reads "Monday two weeks from now", "Friday, two months ago": the nearest such weekday to the day so far away.

    A weekday that is not the day counted ("Saturday, three days ago" on a Sunday) stays unresolved.
    """
    unit, weekday = hit.unit("u"), hit.weekday("w") or 0
    if unit not in ("day", "week", "month", "year") or hit.number("n") % 1:
        return None
    steps = int(min(hit.number("n"), 1e4)) * (-1 if "G" in hit.classes[hit.match.start() : hit.match.end()] else 1)
    day = moved(hit.published, unit, steps) if hit.published else None
    near = weekday_near(day - timedelta(days=3), weekday, True) if day and day > date(1, 1, 9) else None
    return _on_day(near.isoformat() if near and (unit != "day" or near == day) else None)


def _on_day(value: str | None) -> Reading:
    return Reading("date", value, "published" if value else None)


def _day_of_week(hit: Hit, published: date) -> date | None:
    weekday, word = hit.weekday("w") or 0, hit.word("r")
    if hit.token("u"):
        week = first_day(unit_value(published, "week", steps(word)) or "")
        return weekday_near(week, weekday, True) if week else None
    if word == "this":
        return weekday_near(published, weekday, True)
    if hit.before() in ("through", "to", "until", "till") and hit.before(2) in WEEKDAY_NUMBERS and hit.reference:
        # "Wednesday through Friday": the end of a stretch lies after its beginning.
        begun = first_day(hit.reference)
        return weekday_near(begun, weekday, True) if begun else None
    if word in ("previous", "preceding", "following") and hit.reference and grain(hit.reference) == "day":
        named = first_day(hit.reference)
        return weekday_near(named, weekday, word == "following", is_strict=True) if named else None
    if word == "next" and hit.before() != "this":
        # "next Friday", said on a Tuesday, is the one of next week: this week's would be "Friday" or "this Friday".
        week = first_day(unit_value(published, "week", 1) or "")
        return weekday_near(week, weekday, True) if week else None
    ahead = steps(word) > 0 if word else hit.is_future is True
    return weekday_near(published, weekday, ahead, is_strict=bool(word))


def _numbered(hit: Hit) -> Reading | None:
    """Reads "Tuesday the 11th": the nearest such day, back or ahead as the clause looks."""
    weekday, number = hit.weekday("w"), int(min(hit.number("d"), 99))
    published = hit.published
    if not published:
        return Reading("date", None)
    days = []
    for months in range(-13, 14):
        value = unit_value(published, "month", months)
        found = day_value(int(value[:4]), int(value[5:7]), number) if value else None
        if found and date.fromisoformat(found).weekday() == weekday:
            days.append(date.fromisoformat(found))
    if hit.is_future is not None:
        days = [day for day in days if day == published or (day > published) == hit.is_future]
    day = min(days, key=lambda day: abs((day - published).days), default=None)
    return Reading("date", day.isoformat(), "published") if day else Reading("date", None)


def _deictic(hit: Hit) -> Reading | None:
    word, part = hit.word("r"), PARTS_OF_DAY.get(hit.word("p"))
    if word in ("tonight", "overnight"):
        part = "NI"
    read = hit.from_published("day", _DEICTIC[word], "time" if part else "date")
    return read._replace(value=f"{read.value}T{part}") if part and read.value else read


def _part_of_day(hit: Hit) -> Reading | None:
    """From publication "this morning", "last night"; from the day named before "the next morning", "that evening"."""
    word, part = hit.word("r"), PARTS_OF_DAY[hit.word("p")]
    if not word and hit.after() == "of":
        return None
    if word in ("this", "last", "past"):
        read = hit.from_published("day", -1 if word == "last" else 0, "time")
    else:
        read = hit.from_reference("day", 0 if word in ("that", "") else steps(word))._replace(type="time")
    return read._replace(value=f"{read.value}T{part}") if read.value else read


def _feast(hit: Hit) -> Reading | None:
    """A day with a name of its own: "Christmas Eve", "last Thanksgiving", "Easter 2018"."""
    found = feast_at(hit.tokens, hit.match.start("h"))
    if found is None:
        return None
    if hit.token("y"):
        day = feast_day(found[1], int(hit.number("y")))
        return Reading("date", day.isoformat()) if day else None
    if not hit.published:
        return Reading("date", None)
    if hit.token("u"):
        day = feast_day(found[1], hit.published.year + steps(hit.word("q")))
    else:
        day = _nearest(found[1], hit.published, hit.word("r"), hit.is_future)
    return Reading("date", day.isoformat(), "published") if day else Reading("date", None)


def _nearest(rule: str, published: date, word: str, is_future: bool | None) -> date | None:
    """The nearest such day back or ahead; one almost a year away lies on the other side, unless a word says which."""
    days = [day for step in (-1, 0, 1) if (day := feast_day(rule, published.year + step))]
    back = max((day for day in days if day <= published), default=None)
    ahead = min((day for day in days if day >= published), default=None)
    if word and steps(word) == 0:
        return feast_day(rule, published.year)
    if word:
        return ahead if steps(word) > 0 else back
    if back is None or ahead is None:
        return back or ahead
    far = (ahead - published if is_future else published - back).days
    if is_future is None or far > _FAR:
        return ahead if (ahead - published) < (published - back) else back
    return ahead if is_future else back


_FAR = 300


def _feast_weekend(hit: Hit) -> Reading | None:
    """Reads "Labor Day weekend", "the weekend of Thanksgiving 2023": the nearest Saturday and Sunday to the feast."""
    units = [unit_of(token.word) for token in hit.tokens[hit.match.start() : hit.match.end()]]
    named = _feast(hit) if units.count("weekend") == 1 else None
    day = first_day(named.value) if named and named.value else None
    if named is None or day is None:
        return named
    saturday = (5 - day.weekday() + 3) % 7 - 3
    return named._replace(value=unit_value(day + timedelta(days=saturday), "weekend"))


def _new_year(hit: Hit) -> Reading | None:
    """For "the new year": the one that is nearer."""
    if hit.unit("u") != "year" or hit.after() in ("'s", "’s", "eve"):
        return None
    return hit.from_published("year", 1 if hit.published and hit.published.month > 6 else 0)


DAYS = rules(
    (
        r"(?:[mEF]i?)?(?:d?Bo(?:d(?![LX]))?)?(?:d?(?=[LX]W)|T(?=[LX]))?(?P<r>[LTX])?",
        r"(?P<w>[Ww])(?:(?:id)?(?P<p>P))?",
        _weekday,
    ),
    (r"(?:[mEF]i?)?", r"(?P<w>W),?o?d?(?P<r>[LTX])(?P<u>U)", _weekday),
    (r"[mEF]?", r"(?P<r>[LTX])(?P<u>U),?-?i?(?P<w>W)", _weekday),
    (r"b?", r"(?P<n>[Na])(?P<u>[Uu])G(?:i|,)?(?P<w>W)", _weeks_ago),
    ("", r"(?P<w>W),?(?P<n>[Na])(?P<u>[Uu])(?:G|cV)", _weekday_away),
    ("", r"(?P<w>[Ww]),?d?(?P<d>O)(?!-?[QBUu]|o?M)", _numbered),
    (r"[mEF]?(?:d?Bo)?", r"(?P<r>R)(?:(?:id)?(?P<p>P))?", _deictic),
    (r"[mEF]?d?", r"(?P<r>[LTXt])(?P<p>P)", _part_of_day),
    (r"[mEF]?", r"(?:i)d(?P<p>P)", _part_of_day),
    ("", r"(?<=i)m(?P<p>P)", _part_of_day),
    (r"(?P<r>[LTX])?", r"(?P<h>h)_*(?:,?o?(?P<y>Y)|o?(?P<q>[LTX])(?P<u>U))?", _feast),
    (r"(?:d?Uod?)?(?P<r>[LTX])?", r"(?P<h>h)_*(?P<y>Y)?U?", _feast_weekend),
    (NARROW, r"dn(?P<u>U)", _new_year),
)
