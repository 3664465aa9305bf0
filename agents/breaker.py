"""The circuit breaker: a worker that dead-letters too much is itself what is broken."""

from __future__ import annotations

from collections import deque

from agents.settings import Settings
from pipeline.outcomes import DEAD_LETTERED, OutcomeName


class BreakerTrippedError(Exception):
    """Too many pages went to the dead letters; the message gives the numbers."""


class Breaker:
    """Watches the outcomes of the last pages: their share of dead letters, and dead letters in a row."""

    def __init__(self, settings: Settings) -> None:
        self._ratio = settings.breaker_ratio
        self._in_a_row = settings.breaker_in_a_row
        self._last: deque[bool] = deque(maxlen=settings.breaker_window)
        self._row = 0

    def record(self, outcome: OutcomeName) -> None:
        """Counts one page that is done.

        Raises:
            BreakerTrippedError: the worker has to stop, so that a bad release or a broken library does not
                drain the good pages into the dead letters.
        """
        dead = outcome in DEAD_LETTERED
        self._last.append(dead)
        self._row = self._row + 1 if dead else 0
        if self._row >= self._in_a_row:
            raise BreakerTrippedError(
                f"{self._row} pages in a row went to the dead letters, the limit is {self._in_a_row}: "
                "see `rotative dead-letters list`, mend the cause, start the worker again"
            )
        if len(self._last) == self._last.maxlen and sum(self._last) > self._ratio * len(self._last):
            raise BreakerTrippedError(
                f"{sum(self._last)} of the last {len(self._last)} pages went to the dead letters, "
                f"the limit is {self._ratio:.0%}: see `rotative dead-letters list`, mend the cause, start again"
            )
