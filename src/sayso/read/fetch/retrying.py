"""Another try where a failure may pass: later and later, or when the server says."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn, TypeVar

import tenacity

from .failures import Passing
from .limits import Clock, Manners

_T = TypeVar("_T")
# Seconds before the second try; each further wait is twice as long, and up to a second is added by chance, so that
# many readers that failed together do not come back together.
_FIRST_WAIT, _CHANCE = 1.0, 1.0


def tried(fetch: Callable[[], _T], manners: Manners, clock: Clock) -> _T:
    """What `fetch` gives, tried up to `manners.attempts` times while it raises Passing.

    A wait that the server asks for (Retry-After) is kept, and ends the trying where it is longer than `max_wait_s`.
    """
    backoff = tenacity.wait_exponential_jitter(_FIRST_WAIT, manners.max_wait_s, jitter=_CHANCE)

    def wait(state: tenacity.RetryCallState) -> float:
        failure = _failure(state)
        asked = failure.after_s if isinstance(failure, Passing) and failure.after_s else 0.0
        return min(max(asked, backoff(state)), manners.max_wait_s)

    def may_pass(error: BaseException) -> bool:
        return isinstance(error, Passing) and not error.is_tried and (error.after_s or 0.0) <= manners.max_wait_s

    trying = tenacity.Retrying(
        stop=tenacity.stop_after_attempt(manners.attempts),
        wait=wait,
        retry=tenacity.retry_if_exception(may_pass),
        sleep=clock.sleep,
        retry_error_callback=_given_up,
    )
    return trying(fetch)


def _failure(state: tenacity.RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome is not None else None


def _given_up(state: tenacity.RetryCallState) -> NoReturn:
    failure = _failure(state)
    assert isinstance(failure, Passing)
    raise failure.given_up(state.attempt_number) from None
