"""What a worker says of itself on the metrics topic: counts, rate, latencies, lag, memory."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any, ClassVar

from agents.page_result import PageResult

WINDOW_PAGES = 1_000
"""Pages over which the latencies of a report are taken: enough for a p99 of ten pages."""

WHOLE_PAGE = "page"
"""The stage that is the whole way of a page, from taking it to the broker having its outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerReport:
    """One record of the metrics topic."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True}

    worker: str
    """The worker's name."""
    time: str
    """When it was made, RFC 3339 in UTC."""
    started: str
    """When the worker started."""
    pages: int
    """Outcomes that this name has counted, on their topic; each is counted by one worker."""
    outcomes: dict[str, int]
    """The same by outcome."""
    types: dict[str, int]
    """Published articles by type; one of two types counts in both."""
    counted: dict[str, int]
    """By outcomes partition that the worker has, up to which offset it counts."""
    pages_per_second: float
    """Since the report before."""
    latency_seconds: dict[str, dict[str, float]]
    """p50, p95 and p99 by stage over the last pages; `page` is the whole way."""
    lag: dict[str, int]
    """Raw pages not yet committed, by partition assigned to the worker."""
    oldest_page_age_seconds: float
    """Age of the oldest page not yet done; 0 where there is none."""
    in_flight: int
    """Pages begun and not yet done."""
    still_seconds: float
    """How long pages have been in flight and none has finished."""
    memory_bytes: int
    """Resident memory of the worker and its page processes."""
    problem: str | None
    """What is wrong with the worker, in words."""
    stopping: bool = False
    """True in the last report of a worker that ends in good order."""


@dataclass(slots=True)
class Durations:
    """The pages that this process has done, and the durations of the last of them."""

    pages: int = 0
    _seconds: defaultdict[str, deque[float]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=WINDOW_PAGES))
    )

    def add(self, result: PageResult, seconds: float) -> None:
        """Takes one page that is done; `seconds`: its whole way."""
        self.pages += 1
        self._seconds[WHOLE_PAGE].append(seconds)
        for stage, milliseconds in result.timings_ms.items():
            self._seconds[stage].append(milliseconds / 1000)

    def latency_seconds(self) -> dict[str, dict[str, float]]:
        """p50, p95 and p99 by stage over the last pages."""
        return {stage: percentiles(seconds) for stage, seconds in self._seconds.items()}


def percentiles(values: Sequence[float] | deque[float]) -> dict[str, float]:
    """p50, p95 and p99 by the nearest rank; of at least one value."""
    ordered = sorted(values)
    return {f"p{part}": round(ordered[ceil(part / 100 * len(ordered)) - 1], 6) for part in (50, 95, 99)}
