"""The command line: `python -m tools.real_kafka run|start|stop|fetch`."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import time
from pathlib import Path

import orjson

from agents.broker.records import ProcessIdentity
from tools.real_kafka.cluster import RealKafka
from tools.real_kafka.jars import KafkaUnavailableError, cache_directory, jars, kafka_version

UNAVAILABLE = 69  # EX_UNAVAILABLE of sysexits.h: told apart from a failure of Kafka itself
SECONDS_TO_END = 20.0


def main() -> int:
    """Runs one command; its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.real_kafka",
        description="A real Apache Kafka on loopback ports, with its data in a temporary folder.",
        epilog=f"Ends with status {UNAVAILABLE} where Java 17, Maven or the jars cannot be had.",
    )
    parser.add_argument(
        "command",
        choices=("run", "start", "stop", "fetch"),
        help="run: until Ctrl-C; start: in the background; stop: what start started; fetch: the jars alone",
    )
    parser.add_argument("--nodes", type=int, default=1, choices=(1, 3))
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="a broker property; may be given again"
    )
    arguments = parser.parse_args()
    try:
        return {"run": _run, "start": _start, "stop": _stop, "fetch": _fetch}[arguments.command](arguments)
    except KafkaUnavailableError as error:
        print(f"NO APACHE KAFKA: {error}", file=sys.stderr)
        return UNAVAILABLE


def _run(arguments: argparse.Namespace) -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with _cluster(arguments) as kafka:
            print(f"{kafka.bootstrap}\nApache Kafka {kafka.version} answers; Ctrl-C ends it", flush=True)
            while all(node.runs for node in kafka.nodes):
                time.sleep(0.5)
            print("a node ended by itself:\n" + "\n".join(node.last_words() for node in kafka.nodes), file=sys.stderr)
            return 1
    except KeyboardInterrupt:
        return 0


def _start(arguments: argparse.Namespace) -> int:
    record = _record()
    if record.exists():
        print(f"one was started before ({record}); stop it first", file=sys.stderr)
        return 1
    folder = record.parent / f"data-{os.getpid()}"
    folder.mkdir(parents=True)
    kafka = _cluster(arguments, folder=folder)
    try:
        kafka.start()
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    processes = [ProcessIdentity.of(node.process.pid) for node in kafka.nodes if node.process is not None]
    record.write_bytes(orjson.dumps({"folder": str(folder), "processes": processes}))
    print(kafka.bootstrap)
    return 0


def _stop(_: argparse.Namespace) -> int:
    record = _record()
    if not record.exists():
        print("nothing was started", file=sys.stderr)
        return 0
    started = orjson.loads(record.read_bytes())
    processes = [ProcessIdentity(**process) for process in started["processes"]]
    for number, patience in ((signal.SIGTERM, SECONDS_TO_END), (signal.SIGKILL, 5.0)):
        for process in processes:
            if process.lives():
                os.kill(process.pid, number)
        deadline = time.monotonic() + patience
        while any(process.lives() for process in processes) and time.monotonic() < deadline:
            time.sleep(0.1)
    shutil.rmtree(started["folder"], ignore_errors=True)
    record.unlink()
    return 0


def _fetch(_: argparse.Namespace) -> int:
    print(f"Apache Kafka {kafka_version()}: {jars()}")
    return 0


def _cluster(arguments: argparse.Namespace, *, folder: Path | None = None) -> RealKafka:
    properties = dict(pair.split("=", 1) for pair in arguments.set)
    return RealKafka(nodes=arguments.nodes, properties=properties, folder=folder, ends_with_us=folder is None)


def _record() -> Path:
    return cache_directory() / "started.json"


if __name__ == "__main__":
    sys.exit(main())
