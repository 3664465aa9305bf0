"""The chaos scenarios in their long form: `python -m tools.chaos`; writes the table of docs/promises.md.

Each scenario runs on the embedded broker and, where Java 17 and Maven are found, on Apache Kafka. Ends with
status 1 where a page was lost or the audit does not add up.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from agents.broker import KAFKA, EmbeddedBroker
from tests.chaos import scenarios
from tests.chaos.result import ChaosResult
from tests.chaos.scenarios import Stage
from tests.kafka.clients import KafkaUnderTest
from tools.real_kafka import KafkaUnavailableError, RealKafka

HEADING = "## What the chaos suite measured"
COLUMNS = (
    "| broker | scenario | pages | events | lost | outcomes doubled | articles doubled | dead letters | audit |\n"
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n"
)


def main() -> int:
    """Runs the scenarios; 1 where one shows a loss."""
    parser = argparse.ArgumentParser(prog="python -m tools.chaos", description=__doc__)
    parser.add_argument("--pages", type=int, default=10_000, help="pages of each scenario")
    parser.add_argument("--kills", type=int, default=20, help="kills of the worker")
    parser.add_argument("--away", type=float, default=30.0, help="seconds without the broker")
    parser.add_argument("--minutes", type=float, default=30.0, help="the longest that one scenario may take")
    parser.add_argument("--output", type=Path, default=Path("docs/promises.md"))
    wanted = parser.parse_args()
    results: list[ChaosResult] = []
    for broker in (_on_embedded, _on_apache):
        for result in broker(wanted):
            print(result, flush=True)
            results.append(result)
    write(wanted.output, results)
    print(f"written: {wanted.output}")
    return 0 if all(result.lost == 0 and result.audit == "adds up" for result in results) else 1


def write(path: Path, results: list[ChaosResult]) -> None:
    """Puts the table under its heading; what stands before it is kept."""
    before = path.read_text(encoding="utf-8").partition(HEADING)[0] if path.exists() else "# What is promised\n\n"
    rows = "".join(
        f"| {one.broker} | {one.scenario} | {one.pages:,} | {one.events} | {one.lost} | {one.outcomes_doubled} "
        f"| {one.articles_doubled} | {one.dead_letters} | {one.audit} |\n"
        for one in results
    )
    said = f"{HEADING}\n\nBy `make chaos`, {time.strftime('%Y-%m-%d')}.\n\n"
    path.write_text(f"{before}{said}{COLUMNS}{rows}", encoding="utf-8")


def _on_embedded(wanted: argparse.Namespace) -> Iterator[ChaosResult]:
    with EmbeddedBroker() as broker:
        yield from _everywhere(KafkaUnderTest("embedded", broker.address, broker.profile), wanted)


def _on_apache(wanted: argparse.Namespace) -> Iterator[ChaosResult]:
    cluster = RealKafka()
    try:
        cluster.start()
    except KafkaUnavailableError as error:
        print(f"NOT RUN AGAINST APACHE KAFKA: {error}", file=sys.stderr)
        return
    with contextlib.ExitStack() as end:
        end.callback(cluster.stop)
        under_test = KafkaUnderTest("apache", cluster.bootstrap, KAFKA)
        yield from _everywhere(under_test, wanted)

        def start() -> None:
            cluster.nodes[0].start()
            cluster.wait_until_all_answer()

        with _stage(under_test, wanted, 1) as stage:
            yield scenarios.broker_away(stage, cluster.nodes[0].stop, start, wanted.away)


def _everywhere(kafka: KafkaUnderTest, wanted: argparse.Namespace) -> Iterator[ChaosResult]:
    every: list[tuple[Callable[[Stage], ChaosResult], int]] = [
        (scenarios.worker_killed, wanted.kills),
        (scenarios.one_of_two_killed_one_added, 2),
        (scenarios.ended_under_load, 1),
        (scenarios.poison, 0),
    ]
    for scenario, events in every:
        with _stage(kafka, wanted, events) as stage:
            yield scenario(stage)


@contextlib.contextmanager
def _stage(kafka: KafkaUnderTest, wanted: argparse.Namespace, events: int) -> Iterator[Stage]:
    with tempfile.TemporaryDirectory(prefix="rotative-chaos-") as folder:
        prefix = f"chaos-{uuid.uuid4().hex[:8]}"
        yield Stage(kafka, prefix, Path(folder), wanted.pages, events, seconds=60 * wanted.minutes)


if __name__ == "__main__":
    sys.exit(main())
