"""Every metric of a worker, with its meaning: what `/metrics` shows.

Names follow Prometheus' conventions: base units (seconds, bytes), `_total` for counters,
labels from closed lists only, so that no page can make a new time series.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

import psutil
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from agents.alerts import AlertKind
from agents.page_result import PageResult
from pipeline.article import OTHER
from pipeline.outcomes import DEAD_LETTERED, OutcomeName

STAGE_BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
PAGE_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """The metrics of one worker, in a registry of their own."""

    def __init__(self, types: Iterable[str]) -> None:
        """`types`: the article types that are looked for; with `other`, the values of the label `type`."""
        self.registry = CollectorRegistry()
        self._types = frozenset(types) | {OTHER}
        registry = self.registry
        self.pages = Counter("rotative_pages", "Pages done, by outcome.", ["outcome"], registry=registry)
        self.articles = Counter("rotative_articles", "Articles published, by type.", ["type"], registry=registry)
        self.dead_letters = Counter(
            "rotative_dead_letters", "Pages put on the dead letters, by reason.", ["reason"], registry=registry
        )
        self.stage_duration = Histogram(
            "rotative_stage_duration_seconds",
            "Time a page took in one stage of the line.",
            ["stage"],
            buckets=STAGE_BUCKETS,
            registry=registry,
        )
        self.page_duration = Histogram(
            "rotative_page_duration_seconds",
            "Time from taking a page to the broker having its outcome.",
            buckets=PAGE_BUCKETS,
            registry=registry,
        )
        self.in_flight = Gauge("rotative_pages_in_flight", "Pages begun and not yet done.", registry=registry)
        self.lag = Gauge(
            "rotative_consumer_lag",
            "Raw pages not yet committed, by partition assigned to this worker.",
            ["partition"],
            registry=registry,
        )
        self.oldest_age = Gauge(
            "rotative_oldest_unprocessed_page_age_seconds",
            "Age of the oldest raw page not yet done on this worker's partitions; 0: there is none.",
            registry=registry,
        )
        self.last_commit_age = Gauge(
            "rotative_commit_stall_seconds",
            "How long pages have been done without a commit moving; 0: nothing waits for one.",
            registry=registry,
        )
        self.assigned = Gauge("rotative_partitions_assigned", "Raw partitions this worker has.", registry=registry)
        self.monitor = Gauge(
            "rotative_monitor", "1 where this worker keeps the states of sources and the alerts.", registry=registry
        )
        self.sources = Gauge(
            "rotative_sources", "Sources by state, on the worker that keeps them.", ["state"], registry=registry
        )
        self.alerts = Gauge(
            "rotative_alerts", "Alerts that are raised now, on the worker that keeps them.", ["kind"], registry=registry
        )
        self.memory = Gauge(
            "rotative_process_resident_memory_bytes",
            "Memory of the worker and its page processes, shared pages counted in each.",
            registry=registry,
        )
        self.memory.set_function(resident_bytes)
        for outcome in OutcomeName:  # a series that begins at 0 is a rate from its first page on
            self.pages.labels(outcome.value)
        for reason in DEAD_LETTERED:
            self.dead_letters.labels(reason.value)
        for name in self._types:
            self.articles.labels(name)

    def observe(self, result: PageResult, seconds: float) -> None:
        """Counts one page that is done."""
        self.pages.labels(result.outcome.value).inc()
        self.page_duration.observe(seconds)
        for stage, milliseconds in result.timings_ms.items():
            self.stage_duration.labels(stage).observe(milliseconds / 1000)
        if result.outcome in DEAD_LETTERED:
            self.dead_letters.labels(result.outcome.value).inc()
        if result.outcome in (OutcomeName.ENRICHED, OutcomeName.OTHER):
            for name in result.types or (OTHER,):
                if name in self._types:
                    self.articles.labels(name).inc()

    def set_lag(self, lag: Mapping[int, int]) -> None:
        """The lag of the partitions assigned now; those given away disappear."""
        self.lag.clear()
        for partition, pages in lag.items():
            self.lag.labels(str(partition)).set(pages)

    def set_line(self, states: Mapping[str, int] | None, alerts: Mapping[str, int]) -> None:
        """Sources by state and alerts by kind; None: another worker keeps them, and shows them."""
        self.monitor.set(states is not None)
        self.sources.clear()
        self.alerts.clear()
        if states is None:
            return
        for state in ("healthy", "quiet", "drifting"):
            self.sources.labels(state).set(states.get(state, 0))
        for kind in get_args(AlertKind):
            self.alerts.labels(kind).set(alerts.get(kind, 0))

    def text(self) -> bytes:
        """What `/metrics` answers: Prometheus' text format."""
        return generate_latest(self.registry)


def resident_bytes() -> float:
    """Resident memory of this process and its children, in bytes."""
    process = psutil.Process()
    total = 0
    for one in (process, *process.children(recursive=True)):
        try:
            total += one.memory_info().rss
        except psutil.NoSuchProcess:  # ended while it was looked at
            continue
    return float(total)
