"""Pages that fail: now and then, nearly all, and all of them well again after a mend and a replay."""

from __future__ import annotations

import asyncio
import re
import sys
import time

from agents.audit import audit
from tests.chaos.failing import FAILING_HOST
from tests.chaos.result import ChaosResult
from tests.chaos.stage import Stage, with_poison
from tests.kafka.line import Published, rotative

BAD_RELEASE = (sys.executable, "-m", "tests.chaos.failing")
NO_BREAKER = {"ROTATIVE_BREAKER_IN_A_ROW": "1000000", "ROTATIVE_BREAKER_RATIO": "1"}


def every_hundredth(stage: Stage) -> ChaosResult:
    """Every hundredth message is no page."""
    stage.fill(with_poison(stage.pages, lambda number: number % 100 == 0))
    with stage.worker():
        published = stage.watch()
    return stage.judge("poison every hundredth page", published, events=len(range(0, stage.pages, 100)))


def nine_of_ten(stage: Stage) -> ChaosResult:
    """Nine messages of ten are none: the breaker stops the worker. One that is told to take them does the rest."""
    stage.fill(with_poison(stage.pages, lambda number: number % 10 != 0))
    with stage.worker() as worker:
        words = stage.until_said("went to the dead letters, the limit is", stage.seconds)
        worker.wait_or_kill(60)
        assert worker.ended() not in (None, 0, -9), f"the worker ended with {worker.ended()}"
    stopped = asyncio.run(audit(stage.settings))
    assert stopped.adds_up, stopped.differences
    assert stopped.consumed < stage.pages
    with stage.worker(**NO_BREAKER):
        published = stage.watch()
    numbers = re.search(r"(\d+ (?:of the last \d+ pages|pages in a row))", words)
    note = f"stopped: {numbers.group(1) if numbers else words} went to the dead letters"
    return stage.judge("poison nine of ten", published, events=1, note=note)


def mended_and_replayed(stage: Stage) -> ChaosResult:
    """A bad release fails on one host's pages; the next is right, and a replay brings every page to its article."""
    stage.fill()
    with stage.worker(command=BAD_RELEASE):
        failed = len(stage.watch().dead_letters)
    with stage.worker():
        first = rotative(stage.settings, "dead-letters", "replay", "--reason", "failed")
        assert f"{failed} sent back" in first.stderr, first.stderr
        published = stage.watch(pages=stage.pages + failed)
    second = rotative(stage.settings, "dead-letters", "replay")
    assert "0 sent back" in second.stderr, second.stderr
    well = {article["url"] for article in published.articles if article["host"] == FAILING_HOST}
    assert len(well) == failed, f"{len(well)} articles of {failed} pages"
    note = f"{failed} failed, {failed} replayed, {len(well)} articles; a second replay sent none"
    return stage.judge("poison, mended, replayed", published, events=2, pages=stage.pages + failed, note=note)


def nothing_to_replay(stage: Stage) -> ChaosResult:
    """A replay of an empty topic ends."""
    stage.create_topics()
    begun = time.monotonic()
    done = rotative(stage.settings, "dead-letters", "replay")
    seconds = time.monotonic() - begun
    assert (done.returncode, "0 sent back" in done.stderr) == (0, True), done.stderr
    return stage.judge("replay of an empty topic", Published(), events=1, pages=0, note=f"ended after {seconds:.0f} s")
