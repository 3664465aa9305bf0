"""A long run at half of full speed with a kill a minute: `python -m tools.soak`; writes its row into docs/promises.md.

Two workers share the work. One is killed by SIGKILL every minute and started again; the other stays, and its
memory is what must stay flat; what it remembers on purpose is bounded to a thousand of each, so that growth of any
other kind shows. First both are let loose on a backlog: what they reach is full speed.
Ends with status 1 where a page was lost or the lag did not return to zero.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import signal
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from agents.administration import create_topics
from agents.audit import audit, committed_offsets
from agents.broker import KAFKA
from agents.clients import producer_of, reader_of
from agents.settings import Settings
from agents.supervision import WorkerProcess
from agents.topics import declare_topics
from tests.kafka.clients import KafkaUnderTest
from tests.kafka.line import line_settings, produce, running_worker, small_messages
from tools.promises import COMMAND_RAN, PROMISES, record
from tools.real_kafka import RealKafka

MEGABYTE = 1_000_000
REMEMBERED = {"ROTATIVE_REMEMBERED_ARTICLES": "1000", "ROTATIVE_STORY_ARTICLES": "1000"}


@dataclass
class Soak:
    """What was seen."""

    rate: float = 0.0
    """Pages a second that were sent."""
    sent: int = 0
    kills: int = 0
    lag: list[int] = field(default_factory=list)
    """Each minute."""
    memory: list[int] = field(default_factory=list)
    """Of the worker that stays and its page processes, in MB, each minute."""
    settled: float | None = None
    """Seconds from the last page to a lag of zero; None where it did not come to that."""


def main() -> int:
    """Runs it; 1 where something was lost."""
    parser = argparse.ArgumentParser(prog="python -m tools.soak", description=__doc__)
    parser.add_argument("--minutes", type=int, default=30)
    parser.add_argument("--warm-up", type=int, default=3_000, help="pages of the backlog that full speed is taken from")
    parser.add_argument("--output", type=Path, default=PROMISES)
    wanted = parser.parse_args()
    with RealKafka() as cluster, tempfile.TemporaryDirectory(prefix="rotative-soak-") as folder:
        kafka = KafkaUnderTest("apache", cluster.bootstrap, KAFKA)
        settings = line_settings(kafka, f"soak-{uuid.uuid4().hex[:8]}")
        with _two_workers(settings, Path(folder) / "worker.log") as (stays, killed):
            soak = asyncio.run(run(settings, stays, killed, wanted))
        found = asyncio.run(audit(settings))
    lost = soak.sent - sum(found.outcomes.values())
    verdict = "adds up" if found.adds_up else "; ".join(f"{len(at)} {kind}" for kind, at in found.differences.items())
    row = {
        "broker": "apache",
        "minutes": str(wanted.minutes),
        "rate": f"{soak.rate:.0f} pages/s",
        "pages": f"{soak.sent:,}",
        "kills": str(soak.kills),
        "lost": f"{lost}; audit: {verdict}; {found.doubled:,} outcomes doubled",
        "lag at the end": "not zero" if soak.settled is None else f"0, {soak.settled:.0f} s after the last page",
        "memory": f"MB each minute: {' '.join(map(str, soak.memory))}",
        "on": time.strftime("%Y-%m-%d"),
    }
    for name, value in row.items():
        print(f"{name:<16}{value}")
    record(wanted.output, COMMAND_RAN["soak"], f"apache/{wanted.minutes}", row)
    return 0 if lost == 0 and found.adds_up and soak.settled is not None else 1


async def run(settings: Settings, stays: WorkerProcess, killed: WorkerProcess, wanted: argparse.Namespace) -> Soak:
    """Finds full speed, then sends at half of it, kills each minute, and waits for the lag to go."""
    await create_topics(settings)
    messages = small_messages(wanted.warm_up)
    await produce(settings, messages)
    soak = Soak(sent=len(messages))
    full = await _full_speed(settings, len(messages))
    soak.rate = full / 2
    print(f"full speed {full:.0f} pages/s, so {soak.rate:.0f} pages/s from here on", flush=True)
    for minute in range(1, wanted.minutes + 1):
        await _send_for_a_minute(settings, soak)
        soak.lag.append(await _lag(settings))
        soak.memory.append(_resident_megabytes(stays))
        os.kill(killed.pid or 0, signal.SIGKILL)
        killed.wait_or_kill(5)
        killed.start()
        soak.kills += 1
        print(f"minute {minute}: {soak.sent:,} sent, lag {soak.lag[-1]}, {soak.memory[-1]} MB", flush=True)
    begun = time.monotonic()
    while time.monotonic() - begun < 300:
        if await _lag(settings) == 0:
            soak.settled = time.monotonic() - begun
            break
        await asyncio.sleep(1)
    return soak


async def _full_speed(settings: Settings, pages: int) -> float:
    """Pages a second over the middle of the backlog: neither the start of the workers nor the last pages count."""
    marks = []
    for left in (pages * 4 // 5, pages // 5):
        lag = await _lag_at_most(settings, left)
        marks.append((time.monotonic(), lag))
    (begun, before), (ended, after) = marks
    await _lag_at_most(settings, 0)
    return (before - after) / (ended - begun)


async def _send_for_a_minute(settings: Settings, soak: Soak) -> None:
    topic = declare_topics(settings).raw.name
    begun, count = time.monotonic(), int(60 * soak.rate)
    async with producer_of(settings) as producer:
        for number, (key, body, headers) in enumerate(small_messages(count, start=soak.sent)):
            await producer.send(topic, body, key=key, headers=headers)
            await asyncio.sleep(max(0.0, begun + number / soak.rate - time.monotonic()))
    soak.sent += count


async def _lag_at_most(settings: Settings, pages: int) -> int:
    """Waits until there are no more; the lag then."""
    while True:
        lag = await _lag(settings)
        if lag <= pages:
            return lag
        await asyncio.sleep(0.5)


async def _lag(settings: Settings) -> int:
    """Raw pages that are not committed."""
    committed = await committed_offsets(settings)
    async with reader_of(settings, [declare_topics(settings).raw.name], at_end=True) as reader:
        ends = await reader.end_offsets(sorted(reader.assignment()))
    return sum(end - committed[at.partition][1] for at, end in ends.items())


def _resident_megabytes(worker: WorkerProcess) -> int:
    """Memory of the worker and its page processes; what processes share is counted once (PSS)."""
    process = psutil.Process(worker.pid)
    total = 0
    for one in (process, *process.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):
            memory = one.memory_full_info()
            total += getattr(memory, "pss", memory.rss)
    return total // MEGABYTE


@contextlib.contextmanager
def _two_workers(settings: Settings, log: Path) -> Iterator[tuple[WorkerProcess, WorkerProcess]]:
    with running_worker(settings, log, **REMEMBERED) as stays, running_worker(settings, log, **REMEMBERED) as killed:
        yield stays, killed


if __name__ == "__main__":
    sys.exit(main())
