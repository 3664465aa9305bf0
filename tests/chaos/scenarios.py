"""Things that break while pages flow. Each scenario runs on a broker that is there, with as many pages as asked for."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from agents.administration import create_topics
from agents.settings import Settings
from tests.chaos.result import ChaosResult, result_of
from tests.kafka.clients import KafkaUnderTest
from tests.kafka.line import Published, Watch, line_settings, produce, running_worker, small_messages

POISON = (b"presse.example", b"{}", [("content-type", b"application/json")])
SEED = 20260101
"""Random moments, the same in each run: a failure can be looked at again."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a scenario plays: a broker, topics of its own, how much flows, and how long that may take."""

    kafka: KafkaUnderTest
    prefix: str
    folder: Path
    pages: int
    events: int
    seconds: float = 170.0

    @property
    def settings(self) -> Settings:
        """The settings of the scenario's workers and commands."""
        return line_settings(self.kafka, self.prefix)

    def fill(self, poison_every: int = 0) -> None:
        """Creates the topics and puts the pages on the raw one."""
        asyncio.run(create_topics(self.settings))
        messages = small_messages(self.pages)
        if poison_every:
            messages[::poison_every] = [POISON] * len(messages[::poison_every])
        asyncio.run(produce(self.settings, messages))

    def watch(self, on_progress: Callable[[int], None] | None = None) -> Published:
        """Waits until every page has its outcome."""
        return asyncio.run(Watch(self.settings).until(self.pages, seconds=self.seconds, on_progress=on_progress))

    def moments(self) -> list[int]:
        """Counts of finished pages, at random, at which the events happen: all before the last tenth of the pages."""
        chosen = random.Random(SEED).sample(range(self.pages // 50, self.pages * 9 // 10), self.events)
        return sorted(chosen)

    def judge(self, scenario: str, published: Published, events: int | None = None) -> ChaosResult:
        """The counts and the audit's verdict; after the workers have ended."""
        done = self.events if events is None else events
        return result_of(scenario, self.kafka.kind, self.pages, done, published, self.settings)


def worker_killed(stage: Stage) -> ChaosResult:
    """The only worker is killed by SIGKILL at random moments, and started again."""
    stage.fill()
    moments = stage.moments()
    with running_worker(stage.settings, stage.folder / "worker.log") as worker:

        def kill(done: int) -> None:
            if moments and done >= moments[0]:
                moments.pop(0)
                os.kill(worker.pid or 0, signal.SIGKILL)
                worker.wait_or_kill(5)
                worker.start()

        published = stage.watch(kill)
    return stage.judge("a worker killed", published, stage.events - len(moments))


def one_of_two_killed_one_added(stage: Stage) -> ChaosResult:
    """Of two workers one is killed; a third joins."""
    stage.fill()
    log = stage.folder / "worker.log"
    with (
        running_worker(stage.settings, log) as first,
        running_worker(stage.settings, log),
        running_worker(stage.settings, log, start=False) as third,
    ):
        happened = []

        def happen(done: int) -> None:
            if not happened and done >= stage.pages // 3:
                happened.append("killed")
                os.kill(first.pid or 0, signal.SIGKILL)
                third.start()

        published = stage.watch(happen)
    return stage.judge("two workers, one killed, one added", published, 2 * len(happened))


def ended_under_load(stage: Stage) -> ChaosResult:
    """The worker is asked to end while pages wait, and another takes over."""
    stage.fill()
    log = stage.folder / "worker.log"
    statuses = []
    with running_worker(stage.settings, log) as worker:

        def end(done: int) -> None:
            if not statuses and done >= stage.pages // 4:
                worker.ask_to_end()
                worker.wait_or_kill(40)
                statuses.append(worker.ended())
                worker.start()

        published = stage.watch(end)
    if statuses != [0]:
        raise AssertionError(f"SIGTERM ended the worker with {statuses}")
    return stage.judge("SIGTERM under load", published, 1)


def poison(stage: Stage) -> ChaosResult:
    """Every hundredth message is none."""
    stage.fill(poison_every=100)
    with running_worker(stage.settings, stage.folder / "worker.log"):
        published = stage.watch()
    return stage.judge("poison every hundredth page", published, len(range(0, stage.pages, 100)))


def broker_away(stage: Stage, stop: Callable[[], None], start: Callable[[], None], seconds: float) -> ChaosResult:
    """The broker is stopped while pages flow, and started again on the same data after some seconds."""
    stage.fill()
    with running_worker(stage.settings, stage.folder / "worker.log") as worker:
        happened = []

        def happen(done: int) -> None:
            if not happened and done >= stage.pages // 4:
                happened.append("stopped")
                stop()
                threading.Event().wait(seconds)
                start()

        published = stage.watch(happen)
        if worker.ended() is not None:
            raise AssertionError(f"the worker ended with {worker.ended()}")
    return stage.judge(f"the broker away for {seconds:g} s", published, len(happened))


def _words(seed: int) -> list[bytes]:
    """Words that do not pack well: a topic's limit holds for what is packed."""
    chosen = random.Random(seed)
    return [b"Ein Wort wie %x steht hier." % chosen.getrandbits(64) for _ in range(3_000)]


def downstream_refuses(stage: Stage, refuse: Callable[[str], None]) -> ChaosResult:
    """The topic of the articles takes small messages alone: larger articles fail, with their pages kept."""
    asyncio.run(create_topics(stage.settings))
    refuse(f"{stage.prefix}.articles")
    messages = small_messages(stage.pages)
    large = range(0, stage.pages, 10)
    for number in large:
        key, body, headers = messages[number]
        more = b"<p>" + b" ".join(_words(number)) + b"</p></article>"
        messages[number] = (key, (body or b"").replace(b"</article>", more), headers)
    asyncio.run(produce(stage.settings, messages))
    with running_worker(stage.settings, stage.folder / "worker.log"):
        published = stage.watch()
    return stage.judge("a downstream topic that refuses", published, len(large))
