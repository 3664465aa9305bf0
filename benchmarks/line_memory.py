"""Many small pages through one worker: does its memory stay flat?

    python -m benchmarks.line_memory [--pages 200000] [--processes 1] [--broker HOST:PORT]

Uses the given broker, else Apache Kafka where Java and Maven are at hand; the embedded broker keeps
no more than 50,000 messages a partition. What the worker remembers on purpose (published articles,
stories) is bounded to 1,000 of each, so that the bounds are reached at once; what is left is growth.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from statistics import median

from agents.administration import create_topics
from agents.clients import producer_of, reader_of
from benchmarks.lines import Line, our_line, our_settings
from tools.real_kafka import RealKafka

AHEAD = 1_000
"""Pages sent before their outcomes are there."""
SAMPLES = 40
FLAT = 0.05
"""The last quarter may lie this share above the second: memory is measured in pages that the system hands out."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Memory after so many pages, in megabytes."""

    pages: int
    whole: float
    """Worker, fork server and page processes; what they share counts once."""
    worker: float
    page_process: float


def small_page(number: int) -> bytes:
    """An article of four sentences that no other number gives."""
    told = "".join(
        f"<p>La page {number} raconte au paragraphe {part} que l'atelier {number * 7 + part} a reçu "
        f"{number % 97 + part} véhicules neufs, et que les délais y restent de {number % 13 + 2} semaines.</p>"
        for part in range(4)
    )
    head = f'<html lang="fr"><head><meta charset="utf-8"><title>Atelier {number}</title></head>'
    return f"{head}<body><article><h1>Nouvelles de l'atelier {number}</h1>{told}</article></body></html>".encode()


async def run(broker: str, pages: int, processes: int, log: int) -> list[Sample]:
    """Sends the pages, no more than some at once, and looks at the memory on the way."""
    settings = our_settings(broker, "kafka", processes)
    await create_topics(settings)
    line = our_line(settings, log, ROTATIVE_REMEMBERED_ARTICLES="1000", ROTATIVE_STORY_ARTICLES="1000")
    line.worker.start()
    samples: list[Sample] = []
    begun = time.monotonic()
    try:
        async with producer_of(settings) as producer, reader_of(settings, [line.results]) as reader:
            sent = done = 0
            while done < pages:
                while sent < min(pages, done + AHEAD):
                    url = f"https://presse-{sent % 50}.example/{sent}"
                    await producer.send(line.pages, small_page(sent), key=b"%d" % sent, headers=[("url", url.encode())])
                    sent += 1
                done += sum(map(len, (await reader.getmany(timeout_ms=500)).values()))
                if done * SAMPLES >= (len(samples) + 1) * pages:
                    samples.append(_sample(line, done))
                    print(f"{_row(samples[-1])} | {done / (time.monotonic() - begun):.0f} |", flush=True)
                if line.worker.ended() is not None:
                    raise SystemExit(f"the worker ended with status {line.worker.ended()}")
    finally:
        line.worker.ask_to_end()
        line.worker.wait_or_kill(30)
    return samples


def growth(samples: Sequence[Sample]) -> float:
    """How far the last quarter lies above the second, as a share; the first is the start."""
    quarter = max(1, len(samples) // 4)
    before, after = samples[quarter : 2 * quarter], samples[-quarter:]
    return median(one.whole for one in after) / median(one.whole for one in before) - 1


def _sample(line: Line, pages: int) -> Sample:
    memory = line.memory()
    return Sample(pages, memory["whole_pss"], memory["top_process_rss"], memory["page_process_rss"])


def _row(sample: Sample) -> str:
    return f"| {sample.pages:,} | {sample.whole:.0f} | {sample.worker:.0f} | {sample.page_process:.0f}"


def main() -> None:
    """Exit status 1 where memory grew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200_000)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--broker", help="a Kafka broker; default: Apache Kafka, started for this")
    given = parser.parse_args()
    print("| pages | MB, shared once | worker | largest page process | pages a second |\n|---|---|---|---|---|")
    with (
        nullcontext() if given.broker else RealKafka() as kafka,
        tempfile.NamedTemporaryFile(prefix="rotative-memory-", suffix=".log") as log,
    ):
        address = given.broker or kafka.bootstrap
        samples = asyncio.run(run(address, given.pages, given.processes, log.fileno()))
    grown = growth(samples)
    print(f"\nlast quarter against the second: {grown:+.1%}")
    sys.exit(1 if grown > FLAT else 0)


if __name__ == "__main__":
    main()
