"""Whether a worker is alive: pages in flight must end, and what has ended must be committed."""

from __future__ import annotations

from collections.abc import Callable, Hashable

Clock = Callable[[], float]
"""Monotonic seconds."""

LONGEST_GAP_SECONDS = 15.0
"""Between two looks at the commits. After a longer one the broker was away: nothing is known of the time between."""


class Health:
    """Watches that pages finish and that commits follow them."""

    def __init__(self, stuck_seconds: float, clock: Clock) -> None:
        self._limit = stuck_seconds
        self._clock = clock
        self._in_flight = 0
        self._moved = clock()
        self._committed: Hashable = None
        self._uncommitted_since: float | None = None
        self._looked = clock()
        self._confirmed_stall = 0.0

    @property
    def in_flight(self) -> int:
        """Pages begun and not yet done."""
        return self._in_flight

    def page_begun(self) -> None:
        """A page is taken."""
        if self._in_flight == 0:
            self._moved = self._clock()
        self._in_flight += 1

    def page_ended(self, *, done: bool = True) -> None:
        """A page left the worker; `done`: its outcome is with the broker, so that a commit has to follow."""
        self._in_flight -= 1
        self._moved = self._clock()
        if done and self._uncommitted_since is None:
            self._uncommitted_since = self._clock()

    def commits_seen(self, offsets: Hashable, *, waiting: bool) -> None:
        """The committed offsets now, as the broker answers; `waiting`: whether some done page is still above them."""
        gap, self._looked = self._clock() - self._looked, self._clock()
        if offsets != self._committed or not waiting:
            self._committed = offsets
            self._uncommitted_since = self._clock() if waiting else None
            self._confirmed_stall = 0.0
        elif gap <= LONGEST_GAP_SECONDS:
            self._confirmed_stall += gap

    @property
    def still_seconds(self) -> float:
        """How long pages have been in flight and none has finished; 0 where none is in flight."""
        return self._clock() - self._moved if self._in_flight else 0.0

    @property
    def commit_stall_seconds(self) -> float:
        """How long done pages have waited for a commit to move; 0 where none waits."""
        return 0.0 if self._uncommitted_since is None else self._clock() - self._uncommitted_since

    @property
    def confirmed_stall_seconds(self) -> float:
        """The part of the stall in which the broker answered: what a broker that is away cannot explain."""
        return self._confirmed_stall

    def problem(self) -> str | None:
        """What is wrong, in words; None: nothing."""
        if self.still_seconds > self._limit:
            return f"{self._in_flight} pages in flight, none finished for {self.still_seconds:.0f} s"
        if self.commit_stall_seconds > self._limit:
            return f"pages finish, but no offset was committed for {self.commit_stall_seconds:.0f} s"
        return None
