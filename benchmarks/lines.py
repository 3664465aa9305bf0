"""The lines that are measured through Kafka: ours with one and two page processes, and the peers'."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from agents.settings import Settings, load_settings
from agents.supervision import WorkerProcess
from agents.topics import declare_topics

PEERS = {"aiokafka": "plain_aiokafka", "faststream": "with_faststream", "quix": "with_quix"}
ROOT = Path(__file__).resolve().parent.parent
PARTITIONS = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One contender: where it takes pages from, where its results appear, one for each page."""

    name: str
    pages: str
    results: str
    worker: WorkerProcess

    def memory(self) -> dict[str, float]:
        """Megabytes: of the whole contender with shared pages counted once, and of its largest process (resident)."""
        top = psutil.Process(self.worker.pid)
        family = [top, *top.children(recursive=True)]
        return {
            "whole_pss": sum(process.memory_full_info().pss for process in family) / 1e6,
            "top_process_rss": top.memory_info().rss / 1e6,
            "page_process_rss": max((process.memory_info().rss / 1e6 for process in family[1:]), default=0.0),
        }

    def processor_seconds(self) -> dict[str, float]:
        """Seconds of the processor spent so far: by the contender's own process, and by those below it."""
        top = psutil.Process(self.worker.pid)
        spent = {"top_process": _seconds(top), "page_processes": 0.0}
        for process in top.children(recursive=True):
            with suppress(psutil.NoSuchProcess):  # replaced while it was looked at
                spent["page_processes"] += _seconds(process)
        return spent


def _seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def our_settings(broker: str, kind: str, processes: int) -> Settings:
    """Settings of our line, under a prefix of this run's own."""
    return load_settings(
        broker=broker,
        broker_kind=kind,
        processes=processes,
        partitions=PARTITIONS,
        topic_prefix=f"bench-{uuid.uuid4().hex[:8]}",
    )


def our_line(settings: Settings, log: int, **more: str) -> Line:
    """Our worker as it ships, with the further variables given."""
    topics = declare_topics(settings)
    environment = {
        "ROTATIVE_BROKER": settings.broker or "",
        "ROTATIVE_BROKER_KIND": settings.broker_kind,
        "ROTATIVE_TOPIC_PREFIX": settings.topic_prefix,
        "ROTATIVE_PARTITIONS": str(settings.partitions),
        "ROTATIVE_PROCESSES": str(settings.processes),
        "ROTATIVE_WEB": "0",
        "PYTHONPATH": str(ROOT),
        **more,
    }
    name = f"line{settings.processes}"
    return Line(name, topics.raw.name, topics.outcomes.name, WorkerProcess(name, environment, log=log))


def peer_line(name: str, broker: str, python: Path, log: int) -> Line:
    """A peer's program, run by the interpreter that has its packages."""
    prefix = f"bench-{uuid.uuid4().hex[:8]}"
    pages, results = f"{prefix}.pages", f"{prefix}.articles"
    command = (str(python), "-m", f"benchmarks.peers.{PEERS[name]}", broker, pages, results)
    worker = WorkerProcess(name, {"PYTHONPATH": str(ROOT)}, log=log, command=command)
    return Line(name, pages, results, worker)


def peers_of(python: Path) -> list[str]:
    """The peers whose packages that interpreter has; a missing one is told on standard error."""
    found = []
    for name, module in PEERS.items():
        tried = subprocess.run(
            [str(python), "-c", f"import benchmarks.peers.{module}"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        if tried.returncode == 0:
            found.append(name)
        else:
            last = tried.stderr.strip().splitlines()[-1:]
            print(f"without {name}: {' '.join(last)}", file=sys.stderr)
    return found
