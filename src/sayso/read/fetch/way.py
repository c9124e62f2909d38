"""The way of one fetch: the host's rules, its pace, the request, its redirects, and another try where that may help."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from email.message import Message

import httpx2

from ...errors import UnreachableReport
from . import failures, robots
from .exchange import Answer, Exchange, Request, ask
from .fetched import Fetched, Validators
from .limits import Clock, Limits, Manners
from .locations import bare, host_of, parsed, shown
from .pace import Pace
from .retrying import tried

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNCHANGED = 304
_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,application/json;q=0.8,*/*;q=0.5"
# RFC 9309, 2.3.1.2: at least so many redirects of a robots.txt are followed.
_ROBOTS_REDIRECTS = 5


class Way:
    """Fetches for a Fetcher. Proxies named in the environment are not used: they would resolve names on their own."""

    def __init__(
        self, limits: Limits, manners: Manners, clock: Clock, record: Callable[[Exchange], None] | None
    ) -> None:
        self.limits, self.manners, self.clock, self._record = limits, manners, clock, record
        self._pace = Pace(manners, clock)
        self._robots = robots.Robots(self._robots_txt, clock)

    def get(self, url: str, known: Validators | None) -> Fetched:
        """See Fetcher.get."""
        start = parsed(url)
        return tried(lambda: self._fetched(start, known), self.manners, self.clock)

    def _fetched(self, start: httpx2.URL, known: Validators | None) -> Fetched:
        trip, waited_for = _Trip(start, self._asked, self.limits.timeout_s), set[str]()
        while True:
            host = host_of(trip.here)
            self._heed_rules(trip.here)
            if host not in waited_for:
                waited_for.add(host)
                self._pace.wait(host)
            conditions = known.headers if known is not None and known.url == bare(trip.here) else {}
            try:
                answer = trip.ask({"Accept": _ACCEPT, **conditions}, self.limits.max_bytes)
            finally:
                self._pace.done(host)
            if not trip.is_led_on(answer):
                return self._taken(answer, known if conditions else None)
            trip.go_on(answer, self.limits.max_redirects)

    def _heed_rules(self, url: httpx2.URL) -> None:
        if not self.manners.ignores_robots:
            self._pace.slow(host_of(url), self._robots.delay(url))

    def _robots_txt(self, url: httpx2.URL) -> Answer:
        """The answer to a request for rules; where its redirects have no end, the last of them."""

        def fetched() -> Answer:
            trip = _Trip(url, self._asked, self.limits.timeout_s)
            for _ in range(_ROBOTS_REDIRECTS + 1):
                answer = trip.ask({"Accept": "text/plain,*/*;q=0.5"}, robots.MOST_BYTES, is_cut=True)
                if not trip.is_led_on(answer):
                    break
                trip.here = parsed(answer.headers["location"], trip.here)
            if answer.status in failures.PASSING_STATUSES:
                raise self._failed(answer)
            return answer

        return tried(fetched, self.manners, self.clock)

    def _asked(self, request: Request, seconds: float) -> Answer:
        headers = {"User-Agent": self.manners.agent, **request.headers}
        return ask(replace(request, headers=headers), self.limits, seconds, self._record)

    def _failed(self, answer: Answer) -> UnreachableReport:
        """The failure that an answer is; a wait that it asks for holds for all of its host."""
        after_s = failures.retry_after(answer.headers.get("retry-after"), self.clock.now())
        failure = failures.of_status(shown(answer.url), answer.status, answer.reason, after_s)
        if after_s and isinstance(failure, failures.Passing):
            self._pace.hold(host_of(answer.url), after_s)
        return failure

    def _taken(self, answer: Answer, known: Validators | None) -> Fetched:
        where, headers = bare(answer.url), answer.headers
        is_unchanged = answer.status == _UNCHANGED and known is not None
        if not (200 <= answer.status < 300 or is_unchanged):
            raise self._failed(answer)
        validators = Validators(where, headers.get("etag"), headers.get("last-modified"))
        if is_unchanged and known is not None:
            validators = Validators(
                where, validators.etag or known.etag, validators.last_modified or known.last_modified
            )
        media, charset = _labelled(headers.get("content-type", ""))
        listed = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)
        now = self.clock.now()
        return Fetched(answer.body, where, charset, media, answer.status, listed, now, validators, is_unchanged)


class _Trip:
    """One try: where it stands, where it has been, and how much of its time is left."""

    def __init__(self, start: httpx2.URL, ask: Callable[[Request, float], Answer], seconds: float) -> None:
        self.here = start
        self._start, self._ask, self._left = start, ask, seconds
        self._been = [str(start)]

    def ask(self, headers: dict[str, str], most: int, *, is_cut: bool = False) -> Answer:
        began = time.monotonic()
        try:
            return self._ask(Request(self.here, headers, most, is_cut), self._left)
        finally:
            self._left -= time.monotonic() - began

    @staticmethod
    def is_led_on(answer: Answer) -> bool:
        return answer.status in _REDIRECTS and "location" in answer.headers

    def go_on(self, answer: Answer, most: int) -> None:
        """Go where `answer` leads; UnreachableReport where that has no end."""
        self.here = parsed(answer.headers["location"], self.here)
        is_circle = str(self.here) in self._been
        if is_circle or len(self._been) > most:
            how = "in a circle" if is_circle else f"more than {most} times"
            hint = "open it in a browser and use the final address"
            raise UnreachableReport(f"{shown(self._start)} redirects {how}", hint)
        self._been.append(str(self.here))


def _labelled(content_type: str) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type, None for what it does not say, or says in words that nobody knows."""
    label = Message()
    label["Content-Type"] = content_type.replace("\n", " ").replace("\r", " ")
    charset = label.get_content_charset() or None
    try:
        b"a".decode(
            charset or "utf-8"
        )  # no more than a letter; it fails also for what Python calls codecs and is no charset ("base64")
    except (LookupError, ValueError):
        charset = None
    return content_type.split(";")[0].strip().lower() or None, charset
