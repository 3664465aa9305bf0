"""What Faust's exactly_once holds on a real Kafka: `python -m tools.exactly_once`.

A plain Faust app copies numbered messages from one topic to another and is killed by SIGKILL three times on the
way. Counted at the output, as a reader with read_committed sees it: what is missing, and what stands there twice.
Decision 0008 keeps what it printed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import faust
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from agents.supervision import WorkerProcess
from tools.real_kafka import RealKafka

PARTITIONS = 4
MODES = {
    "at_least_once": "at_least_once, the default",
    "exactly_once": "exactly_once, as documented",
    "exactly_once_subscribed": "exactly_once, output topic subscribed too, so that its sends are in the transaction",
}


@dataclass(frozen=True, slots=True)
class Count:
    """What one run left at the output."""

    mode: str
    kills: int
    found: int
    missing: int
    doubled: int
    seconds: float
    log: str
    """Errors in the worker's log, by kind."""


def main() -> int:
    """Runs every mode without kills and with them; prints a table."""
    parser = argparse.ArgumentParser(prog="python -m tools.exactly_once", description=__doc__)
    parser.add_argument("--messages", type=int, default=1_500)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=MODES, default=tuple(MODES), help="modes; default: all")
    parser.add_argument("--patience", type=float, default=90.0, help="seconds without progress until a run is given up")
    parser.add_argument("--worker", nargs=3, metavar=("BOOTSTRAP", "MODE", "NAME"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.worker:
        work(*wanted.worker)
        return 0
    print("| mode | kills | messages | missing | doubled | seconds | worker's errors |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | --- |")
    with RealKafka() as kafka, tempfile.TemporaryDirectory() as folder:
        for mode in wanted.only:
            words = MODES[mode]
            for kills in (0, wanted.kills):
                name = f"{mode.replace('_', '-')}-{kills}"
                count = asyncio.run(run(kafka.bootstrap, mode, name, wanted, kills, Path(folder) / f"{name}.log"))
                print(
                    f"| {words} | {count.kills} | {count.found} of {wanted.messages} | {count.missing} "
                    f"| {count.doubled} | {count.seconds:.0f} | {count.log} |",
                    flush=True,
                )
        print(f"\nApache Kafka {kafka.version}, read_committed")
    return 0


def work(bootstrap: str, mode: str, name: str) -> None:
    """The worker: copies each message, with its key."""
    app = faust.App(
        name,
        broker=f"kafka://{bootstrap}",
        processing_guarantee="at_least_once" if mode == "at_least_once" else "exactly_once",
        broker_session_timeout=10,
        broker_heartbeat_interval=3,
        broker_request_timeout=30,
        broker_commit_interval=0.5,
        topic_allow_declare=False,
        topic_disable_leader=True,
        store="memory://",
        web_enabled=False,
        datadir=str(Path(tempfile.gettempdir()) / f"{name}-data"),
    )
    raw = {"key_type": bytes, "value_type": bytes, "key_serializer": "raw", "value_serializer": "raw"}
    output = app.topic(f"{name}.out", **raw)

    @app.agent(app.topic(f"{name}.in", **raw))
    async def copy(stream: faust.StreamT) -> None:
        async for event in stream.events():
            await asyncio.sleep(0.005)
            await output.send(key=event.key, value=event.value)

    if mode == "exactly_once_subscribed":

        @app.agent(output)
        async def look(stream: faust.StreamT) -> None:
            async for _ in stream:
                pass

    faust.Worker(app, loglevel="warning", redirect_stdouts=False, quiet=True).execute_from_commandline()


async def run(bootstrap: str, mode: str, name: str, wanted: argparse.Namespace, kills: int, log: Path) -> Count:
    """One run: the worker is killed when so many shares of the messages are at the output."""
    await _fill(bootstrap, name, wanted.messages)
    moments = [wanted.messages * part // (kills + 1) for part in range(1, kills + 1)]
    begun = moved = time.monotonic()
    seen: set[bytes] = set()
    command = [sys.executable, "-m", "tools.exactly_once", "--worker", bootstrap, mode, name]
    reader = _reader(bootstrap, "read_uncommitted")
    await reader.start()
    await _assign(reader, name)
    with log.open("wb") as sink:
        worker = WorkerProcess(name, {}, log=sink.fileno(), command=command)
        worker.start()
        while len(seen) < wanted.messages and time.monotonic() - moved < wanted.patience:
            for records in (await reader.getmany(timeout_ms=300)).values():
                seen |= {record.key for record in records}
                moved = time.monotonic()
            if moments and len(seen) >= moments[0]:
                moments.pop(0)
                os.kill(worker.pid or 0, signal.SIGKILL)
                worker.wait_or_kill(5)
                worker.start()
            worker.restart_if_ended()  # by itself: a supervisor would do the same
        await asyncio.sleep(3)  # a last commit
        worker.ask_to_end()
        await asyncio.to_thread(worker.wait_or_kill, 30)
    await reader.stop()
    found = await _count(bootstrap, name)
    return Count(
        mode=mode,
        kills=kills - len(moments),
        found=len(found),
        missing=wanted.messages - len(found),
        doubled=sum(found.values()) - len(found),
        seconds=time.monotonic() - begun,
        log=_errors(log),
    )


async def _fill(bootstrap: str, name: str, messages: int) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    await admin.create_topics([NewTopic(f"{name}.{end}", PARTITIONS, 1) for end in ("in", "out")])
    await admin.close()
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, enable_idempotence=True)
    await producer.start()
    for number in range(messages):
        await producer.send(f"{name}.in", str(number).encode(), key=str(number).encode())
    await producer.stop()


def _reader(bootstrap: str, isolation: str) -> AIOKafkaConsumer:
    return AIOKafkaConsumer(bootstrap_servers=bootstrap, isolation_level=isolation, enable_auto_commit=False)


async def _assign(reader: AIOKafkaConsumer, name: str) -> None:
    partitions = [TopicPartition(f"{name}.out", number) for number in range(PARTITIONS)]
    reader.assign(partitions)
    await reader.seek_to_beginning(*partitions)


async def _count(bootstrap: str, name: str) -> Counter[bytes]:
    """How often each message stands at the output, for a reader of committed ones."""
    reader = _reader(bootstrap, "read_committed")
    await reader.start()
    await _assign(reader, name)
    found: Counter[bytes] = Counter()
    quiet = 0
    while quiet < 10:
        batches = await reader.getmany(timeout_ms=500)
        quiet = 0 if batches else quiet + 1
        for records in batches.values():
            found.update(record.key for record in records)
    await reader.stop()
    return found


def _errors(log: Path) -> str:
    kinds = Counter(
        line.split(":", 1)[0].strip()
        for line in log.read_text(errors="replace").splitlines()
        if line[:1].isalpha() and "Error" in line.split(":", 1)[0] and " " not in line.split(":", 1)[0]
    )
    return ", ".join(f"{count} {kind.rpartition('.')[2]}" for kind, count in kinds.most_common(4)) or "none"


if __name__ == "__main__":
    sys.exit(main())
