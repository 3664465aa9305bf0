"""Pages a second without Kafka: trafilatura, our extraction, our whole line, each page by each in turn."""

from __future__ import annotations

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timezone

import trafilatura

from benchmarks.pages import BenchmarkPage
from pipeline.decoding.decode import decode
from pipeline.extraction.extract import extract
from pipeline.limits import DEFAULT_LIMITS
from pipeline.outcomes import PageRejectedError
from pipeline.page import RawPage
from pipeline.process import process
from pipeline.stopwatch import Stopwatch

TRAFILATURA, EXTRACTION, PROCESS = "trafilatura", "extraction", "process"


def with_trafilatura(page: BenchmarkPage, _: Stopwatch) -> None:
    """What the peers do with a page: trafilatura's default call with metadata."""
    trafilatura.bare_extraction(page.body, with_metadata=True)


def with_extraction(page: BenchmarkPage, _: Stopwatch) -> None:
    """Decoding and extraction: what trafilatura does, done by us."""
    decoded = decode(RawPage(body=page.body, url=page.url), DEFAULT_LIMITS)
    extract(decoded, page.url, DEFAULT_LIMITS)


def with_process(page: BenchmarkPage, watch: Stopwatch) -> None:
    """The whole line: text, type and facts."""
    raw = RawPage(body=page.body, url=page.url)
    process(raw, now=datetime.now(timezone.utc), clock=time.perf_counter, watch=watch)


WAYS: dict[str, Callable[[BenchmarkPage, Stopwatch], None]] = {
    TRAFILATURA: with_trafilatura,
    EXTRACTION: with_extraction,
    PROCESS: with_process,
}


def warm_up(pages: Sequence[BenchmarkPage]) -> None:
    """Loads what every way loads once, and keeps it from the collector, as a page process does for its whole life."""
    measure_alone(pages)
    gc.collect()
    gc.freeze()


def measure_alone(pages: Sequence[BenchmarkPage], shift: int = 0) -> tuple[dict[str, float], dict[str, float]]:
    """Pages a second by way, and milliseconds a page by stage of ours.

    Times are of the CPU, so that other work on the machine falls on nobody. `shift` turns the order of the ways.
    """
    spent: defaultdict[str, float] = defaultdict(float)
    watch = Stopwatch(time.process_time)
    names = list(WAYS)
    for number, page in enumerate(pages):
        turn = (number + shift) % len(names)
        for name in names[turn:] + names[:turn]:
            begun = time.process_time()
            with suppress(PageRejectedError):  # a page without an article costs what it costs
                WAYS[name](page, watch)
            spent[name] += time.process_time() - begun
    rates = {name: len(pages) / seconds for name, seconds in spent.items()}
    return rates, {stage: total / len(pages) for stage, total in watch.milliseconds().items()}
