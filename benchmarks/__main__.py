"""Everything in one run, interleaved: trafilatura, our line alone and through Kafka, the peers.

python -m benchmarks [--pages FILE.jsonl[.gz]...] [--count N] [--rounds N] [--broker HOST:PORT|embedded]

Without a broker given: Apache Kafka, started for this, where Java and Maven are at hand; else the embedded one.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections import defaultdict
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median

from agents.administration import create_topics
from agents.broker.embedded import EmbeddedBroker
from benchmarks.alone import measure_alone, warm_up
from benchmarks.driving import Driver, create_peer_topics, driver_of
from benchmarks.lines import Line, our_line, our_settings, peer_line, peers_of
from benchmarks.pages import BenchmarkPage, load_pages, make_pages
from benchmarks.report import RESULTS, Run, keep, markdown, summary
from tools.real_kafka import KafkaUnavailableError, RealKafka


def options() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", nargs="+", type=Path, default=[], help="JSON lines with url and html; default: made")
    parser.add_argument("--count", type=int, default=150, help="pages in a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--broker", help="a Kafka broker's address, or `embedded`")
    parser.add_argument("--peer-python", type=Path, default=Path(sys.executable), help="interpreter with the peers")
    parser.add_argument("--results", type=Path, default=RESULTS, help="folder of the results")
    return parser.parse_args()


@dataclass
class Found:
    """What was measured so far."""

    rates: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    stages: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    processor: defaultdict[str, defaultdict[str, list[float]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    latencies: list[float] = field(default_factory=list)
    memory: dict[str, dict[str, float]] = field(default_factory=dict)


async def measure(
    address: str, kind: str, pages: list[BenchmarkPage], rounds: int, peer_python: Path, log: int
) -> Found:
    """Rates, stage times and processor times by round, latencies at half load, memory by line."""
    found = Found()
    rates = found.rates
    async with AsyncExitStack() as stack:
        drivers = await _drivers(stack, address, kind, pages, peer_python, log)
        warm_up(pages[:10])  # warm
        for number in range(rounds):
            alone, spent = measure_alone(pages, shift=number)
            for name, rate in alone.items():
                rates[name].append(rate)
            for name, milliseconds in spent.items():
                found.stages[name].append(milliseconds)
            turn = number % len(drivers)
            for driver in drivers[turn:] + drivers[:turn]:
                measured = await driver.rate(pages)
                rates[driver.line.name].append(measured.pages_a_second)
                for process, spent_ms in measured.processor_ms.items():
                    found.processor[driver.line.name][process].append(spent_ms)
            shown = ", ".join(f"{name} {values[-1]:.0f}" for name, values in rates.items())
            print(f"round {number + 1} of {rounds}, pages a second: {shown}", file=sys.stderr)
        found.memory = {driver.line.name: driver.line.memory() for driver in drivers}
        found.latencies = await drivers[0].latencies(pages * 2, median(rates["line1"]) / 2)
    return found


async def _drivers(
    stack: AsyncExitStack, address: str, kind: str, pages: list[BenchmarkPage], peer_python: Path, log: int
) -> list[Driver]:
    lines: list[Line] = []
    for processes in (1, 2):
        settings = our_settings(address, kind, processes)
        await create_topics(settings)
        # One article alone is remembered: pages of later rounds must not pass as told before.
        lines.append(our_line(settings, log, ROTATIVE_REMEMBERED_ARTICLES="1"))
    for name in peers_of(peer_python):
        line = peer_line(name, address, peer_python, log)
        await create_peer_topics(settings, line)
        lines.append(line)
    for line in lines:
        line.worker.start()
        stack.callback(line.worker.wait_or_kill, 10)
        stack.callback(line.worker.ask_to_end)
    return [await stack.enter_async_context(driver_of(line, settings, pages)) for line in lines]


def _broker(stack: ExitStack, given: str | None) -> tuple[str, str, str]:
    """Address, kind, and what the report calls it; started where none is given."""
    if given not in (None, "embedded"):
        return str(given), "kafka", "given Kafka"
    if given is None:
        try:
            kafka = stack.enter_context(RealKafka())
        except KafkaUnavailableError as error:
            print(f"NO APACHE KAFKA, the embedded broker instead: {error}", file=sys.stderr)
        else:
            return kafka.bootstrap, "kafka", f"Apache Kafka {kafka.version}"
    return stack.enter_context(EmbeddedBroker()).address, "embedded", "embedded"


def main() -> None:
    """Measures, prints the table, keeps it."""
    given = options()
    load = round(os.getloadavg()[0], 2)
    pages = load_pages(given.pages, given.count) if given.pages else make_pages(given.count)
    log = tempfile.NamedTemporaryFile(prefix="rotative-bench-", suffix=".log", delete=False)  # noqa: SIM115 - kept on failure
    with log, ExitStack() as stack:
        address, kind, broker = _broker(stack, given.broker)
        found = asyncio.run(measure(address, kind, pages, given.rounds, given.peer_python, log.fileno()))
    Path(log.name).unlink()
    run = Run(
        pages=len(pages),
        page_source="given" if given.pages else "made",
        mean_page_bytes=round(mean(len(page.body) for page in pages)),
        rates=found.rates,
        stages_ms=found.stages,
        processor_ms=found.processor,
        latencies=found.latencies,
        memory=found.memory,
        broker=broker,
        load_before=load,
    )
    kept = summary(run)
    print(markdown(kept))
    print(f"kept in {keep(kept, given.results)}", file=sys.stderr)


if __name__ == "__main__":
    main()
