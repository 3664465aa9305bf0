"""Everything in one run, interleaved: trafilatura, our line alone and through Kafka, the peers.

python -m benchmarks [--pages FILE.jsonl[.gz]...] [--count N] [--rounds N] [--broker HOST:PORT] [--peer-python PATH]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections import defaultdict
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import mean, median

from agents.administration import create_topics
from agents.broker.embedded import EmbeddedBroker
from benchmarks.alone import measure_alone
from benchmarks.driving import Driver, create_peer_topics, driver_of
from benchmarks.lines import Line, our_line, our_settings, peer_line, peers_of
from benchmarks.pages import BenchmarkPage, load_pages, make_pages
from benchmarks.report import RESULTS, Run, keep, markdown, summary


def options() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", nargs="+", type=Path, default=[], help="JSON lines with url and html; default: made")
    parser.add_argument("--count", type=int, default=150, help="pages in a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--broker", help="a Kafka broker; default: the embedded one")
    parser.add_argument("--peer-python", type=Path, default=Path(sys.executable), help="interpreter with the peers")
    parser.add_argument("--results", type=Path, default=RESULTS, help="folder of the results")
    return parser.parse_args()


async def measure(
    address: str, kind: str, pages: list[BenchmarkPage], rounds: int, peer_python: Path, log: int
) -> tuple[dict[str, list[float]], dict[str, list[float]], list[float], dict[str, dict[str, float]]]:
    """Rates and stage times by round, latencies at half load, memory by line."""
    rates: defaultdict[str, list[float]] = defaultdict(list)
    stages: defaultdict[str, list[float]] = defaultdict(list)
    async with AsyncExitStack() as stack:
        drivers = await _drivers(stack, address, kind, pages, peer_python, log)
        measure_alone(pages[:10])  # warm
        for number in range(rounds):
            alone, spent = measure_alone(pages, shift=number)
            for name, rate in alone.items():
                rates[name].append(rate)
            for name, milliseconds in spent.items():
                stages[name].append(milliseconds)
            turn = number % len(drivers)
            for driver in drivers[turn:] + drivers[:turn]:
                rates[driver.line.name].append(await driver.rate(pages))
            shown = ", ".join(f"{name} {values[-1]:.0f}" for name, values in rates.items())
            print(f"round {number + 1} of {rounds}, pages a second: {shown}", file=sys.stderr)
        latencies = await drivers[0].latencies(pages, median(rates["line1"]) / 2)
        memory = {driver.line.name: driver.line.memory() for driver in drivers}
    return dict(rates), dict(stages), latencies, memory


async def _drivers(
    stack: AsyncExitStack, address: str, kind: str, pages: list[BenchmarkPage], peer_python: Path, log: int
) -> list[Driver]:
    lines: list[Line] = []
    for processes in (1, 2):
        settings = our_settings(address, kind, processes)
        await create_topics(settings)
        lines.append(our_line(settings, log))
    for name in peers_of(peer_python):
        line = peer_line(name, address, peer_python, log)
        await create_peer_topics(settings, line)
        lines.append(line)
    for line in lines:
        line.worker.start()
        stack.callback(line.worker.wait_or_kill, 10)
        stack.callback(line.worker.ask_to_end)
    return [await stack.enter_async_context(driver_of(line, settings, pages)) for line in lines]


def main() -> None:
    """Measures, prints the table, keeps it."""
    given = options()
    load = round(os.getloadavg()[0], 2)
    pages = load_pages(given.pages, given.count) if given.pages else make_pages(given.count)
    log = tempfile.NamedTemporaryFile(prefix="rotative-bench-", suffix=".log", delete=False)  # noqa: SIM115 - kept on failure
    with log:
        if given.broker:
            found = asyncio.run(measure(given.broker, "kafka", pages, given.rounds, given.peer_python, log.fileno()))
        else:
            with EmbeddedBroker() as broker:
                found = asyncio.run(
                    measure(broker.address, "embedded", pages, given.rounds, given.peer_python, log.fileno())
                )
    rates, stages, latencies, memory = found
    Path(log.name).unlink()
    run = Run(
        pages=len(pages),
        page_source="given" if given.pages else "made",
        mean_page_bytes=round(mean(len(page.body) for page in pages)),
        rates=rates,
        stages_ms=stages,
        latencies=latencies,
        memory=memory,
        broker="given Kafka" if given.broker else "embedded",
        load_before=load,
    )
    kept = summary(run)
    print(markdown(kept))
    print(f"kept in {keep(kept, given.results)}", file=sys.stderr)


if __name__ == "__main__":
    main()
