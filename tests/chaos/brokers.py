"""What happens to the broker: away, one node lost, a topic that refuses, a topic that is missing."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from tests.chaos.result import ChaosResult
from tests.chaos.stage import Message, Stage, with_poison
from tests.kafka.line import small_messages

SMALL_BYTES = 12_000
"""A topic's limit below our batches, and below one in ten of the articles."""


def away(stage: Stage, stop: Callable[[], None], start: Callable[[], None], seconds: float) -> ChaosResult:
    """The broker is stopped while pages flow, and started again on the same data after some seconds."""
    stage.fill()
    with stage.worker() as worker:
        happened = []

        def happen(done: int) -> None:
            if not happened and done >= stage.pages // 4:
                happened.append("stopped")
                stop()
                time.sleep(seconds)
                start()

        published = stage.watch(happen)
        assert worker.ended() is None, f"the worker ended with {worker.ended()}"
    return stage.judge(f"the broker away for {seconds:g} s", published, events=len(happened))


def node_lost(stage: Stage, kill: Callable[[], None], start: Callable[[], None]) -> ChaosResult:
    """One node of three is killed while pages flow; it comes back much later."""
    stage.fill()
    with stage.worker() as worker:
        happened = []

        def happen(done: int) -> None:
            if not happened and done >= stage.pages // 4:
                happened.append("killed")
                kill()
            elif len(happened) == 1 and done >= stage.pages * 3 // 4:
                happened.append("started")
                start()

        published = stage.watch(happen)
        assert worker.ended() is None, f"the worker ended with {worker.ended()}"
    return stage.judge("a node of three killed, and back later", published, events=len(happened))


def topic_refuses(stage: Stage) -> ChaosResult:
    """The topic of the articles takes small messages alone: larger articles fail, with their pages kept."""
    stage.create_topics()
    stage.limit_message_size("articles", SMALL_BYTES)
    large = range(0, stage.pages, 10)
    messages = small_messages(stage.pages)
    for number in large:
        messages[number] = _large(messages[number], number)
    stage.fill(messages)
    with stage.worker() as worker:
        published = stage.watch()
        assert worker.ended() is None, f"the worker ended with {worker.ended()}"
    return stage.judge("a topic that refuses one article in ten for its size", published, events=len(large))


def topic_missing(stage: Stage) -> ChaosResult:
    """A topic is missing when the worker starts, and again later: it waits, says so, and goes on."""
    first_poison = 3 * stage.pages // 4  # long after the topic is deleted, however fast the pages go
    stage.fill(with_poison(stage.pages, lambda number: number >= first_poison and number % 50 == 0))
    stage.delete_topic("dead-letters")
    with stage.worker(ROTATIVE_CREATE_TOPICS="0") as worker:
        stage.until_said(f"waiting: no topics {stage.topic('dead-letters')}")
        stage.create_topics()
        happened = ["missing at the start"]

        def happen(done: int) -> None:
            if len(happened) == 1 and done >= stage.pages // 10:
                stage.delete_topic("dead-letters")  # before the first was written: nothing is deleted with it
                stage.until_said(f"{stage.topic('dead-letters')} took nothing")
                stage.create_topics()
                happened.append("missing later")

        published = stage.watch(happen)
        assert worker.ended() is None, f"the worker ended with {worker.ended()}"
    return stage.judge("a topic that is missing for a while, twice", published, events=len(happened))


def _large(message: Message, seed: int) -> Message:
    """The page with many words that do not pack well: a topic's limit holds for what is packed."""
    chosen = random.Random(seed)
    words = b" ".join(b"Ein Wort wie %x steht hier." % chosen.getrandbits(64) for _ in range(3_000))
    key, body, headers = message
    return key, (body or b"").replace(b"</article>", b"<p>" + words + b"</p></article>"), headers
