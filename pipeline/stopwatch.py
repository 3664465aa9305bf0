"""Time by stage, read from a clock that is passed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stopwatch:
    """Adds up the seconds spent in named stages."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._seconds: dict[str, float] = {}
        self.current: str | None = None
        """The stage entered last."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Counts the time inside the block for that stage, also where it raises."""
        self.current = name
        begun = self._clock()
        try:
            yield
        finally:
            self._seconds[name] = self._seconds.get(name, 0.0) + self._clock() - begun

    def milliseconds(self) -> dict[str, float]:
        """Milliseconds by stage, to the microsecond."""
        return {name: round(seconds * 1000, 3) for name, seconds in self._seconds.items()}
