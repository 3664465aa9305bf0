"""The chaos scenarios in their long form: `python -m tools.chaos`; writes their table into docs/promises.md.

Each scenario runs on Apache Kafka where Java 17 and Maven are found, and where it can on the embedded broker. Ends
with status 1 where a page was lost or the audit does not add up. Results of scenarios that were not asked for stay as
they were, with their dates.
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
from tests.chaos import brokers, poison, workers
from tests.chaos.result import ChaosResult
from tests.chaos.stage import Stage
from tests.kafka.clients import KafkaUnderTest
from tools.promises import COMMAND_RAN, PROMISES, record
from tools.real_kafka import KafkaUnavailableError, RealKafka

Play = Callable[[Stage], ChaosResult]

EVERYWHERE: dict[str, Play] = {
    "killed": workers.killed,
    "added": workers.one_of_two_killed_one_added,
    "sigterm": workers.ended_under_load,
    "clock": workers.clock_jumps,
    "stalled": workers.commits_stand_still,
    "poison": poison.every_hundredth,
    "breaker": poison.nine_of_ten,
    "replay": poison.mended_and_replayed,
    "empty": poison.nothing_to_replay,
}
ON_APACHE: dict[str, Play] = {
    "refuses": brokers.topic_refuses,
    "missing": brokers.topic_missing,
}
WITH_A_CLUSTER_OF_THEIR_OWN = ("away", "node")
NAMES = (*EVERYWHERE, *ON_APACHE, *WITH_A_CLUSTER_OF_THEIR_OWN)
EVENTS = {"added": 2, "sigterm": 1, "clock": 3, "away": 1, "node": 2}


def main() -> int:
    """Runs the scenarios; 1 where one shows a loss."""
    parser = argparse.ArgumentParser(prog="python -m tools.chaos", description=__doc__)
    parser.add_argument("--pages", type=int, default=10_000, help="pages of each scenario")
    parser.add_argument("--kills", type=int, default=20, help="kills of the worker")
    parser.add_argument("--away", type=float, default=30.0, help="seconds without the broker")
    parser.add_argument("--minutes", type=float, default=30.0, help="the longest that one scenario may take")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--broker", choices=("apache", "embedded"), help="that broker alone")
    parser.add_argument("--output", type=Path, default=PROMISES)
    wanted = parser.parse_args()
    well = True
    for broker, run in (("apache", _on_apache), ("embedded", _on_embedded)):
        if wanted.broker in (None, broker):
            for result in run(wanted):
                print(f"{time.strftime('%H:%M:%S')} {result}", flush=True)
                record(wanted.output, COMMAND_RAN["chaos"], f"{result.broker}/{result.scenario}", _row(result))
                well = well and result.proven
    print(f"written: {wanted.output}")
    return 0 if well else 1


def _row(result: ChaosResult) -> dict[str, str]:
    return {
        "broker": result.broker,
        "scenario": result.scenario,
        "pages": f"{result.pages:,}",
        "events": str(result.events),
        "lost": str(result.lost),
        "outcomes doubled": str(result.outcomes_doubled),
        "articles doubled": str(result.articles_doubled),
        "dead letters": f"{result.dead_letters:,}",
        "audit": result.audit,
        "seen": result.note,
        "on": time.strftime("%Y-%m-%d"),
    }


def _on_embedded(wanted: argparse.Namespace) -> Iterator[ChaosResult]:
    for name, play in EVERYWHERE.items():
        if name in wanted.only:
            # A broker for each: it holds everything in memory, and slows down with what it holds.
            with EmbeddedBroker() as broker:
                kafka = KafkaUnderTest("embedded", broker.address, broker.profile)
                with _stage(kafka, wanted, name) as stage:
                    yield play(stage)


def _on_apache(wanted: argparse.Namespace) -> Iterator[ChaosResult]:
    try:
        plays = {name: play for name, play in {**EVERYWHERE, **ON_APACHE}.items() if name in wanted.only}
        if plays:
            with RealKafka() as cluster:
                for name, play in plays.items():
                    with _stage(_under_test(cluster), wanted, name) as stage:
                        yield play(stage)
        if "away" in wanted.only:
            with RealKafka() as cluster, _stage(_under_test(cluster), wanted, "away") as stage:
                yield brokers.away(stage, cluster.nodes[0].stop, lambda: _start(cluster), wanted.away)
        if "node" in wanted.only:
            with RealKafka(nodes=3) as cluster, _stage(_under_test(cluster), wanted, "node", replication=3) as stage:
                yield brokers.node_lost(stage, cluster.nodes[0].kill, cluster.nodes[0].start)
    except KafkaUnavailableError as error:
        print(f"NOT RUN AGAINST APACHE KAFKA: {error}", file=sys.stderr)


def _start(cluster: RealKafka) -> None:
    cluster.nodes[0].start()
    cluster.wait_until_all_answer()


def _under_test(cluster: RealKafka) -> KafkaUnderTest:
    return KafkaUnderTest("apache", cluster.bootstrap, KAFKA)


@contextlib.contextmanager
def _stage(kafka: KafkaUnderTest, wanted: argparse.Namespace, name: str, replication: int = 1) -> Iterator[Stage]:
    with tempfile.TemporaryDirectory(prefix="rotative-chaos-") as folder:
        prefix = f"chaos-{uuid.uuid4().hex[:8]}"
        events = wanted.kills if name == "killed" else EVENTS.get(name, 0)
        stage = Stage(kafka, prefix, Path(folder), wanted.pages, events, 60 * wanted.minutes, replication)
        try:
            yield stage
        except BaseException:
            if stage.log.exists():
                print("\n".join(stage.log.read_text(errors="replace").splitlines()[-60:]), file=sys.stderr)
            raise


if __name__ == "__main__":
    sys.exit(main())
