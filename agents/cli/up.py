"""`rotative up`: the whole line on one machine, until Ctrl-C."""

from __future__ import annotations

import signal
import threading
from typing import Annotated

import typer

from agents.broker.embedded import EmbeddedBroker
from agents.cli.console import errors
from agents.settings import Settings, load_settings
from agents.supervision import WorkerProcess

SECONDS_BETWEEN_LOOKS = 0.3


def up(
    workers: Annotated[int, typer.Option(help="Workers; the page processes are shared out among them.", min=1)] = 1,
    port: Annotated[int | None, typer.Option(help="Port of the console.", min=0, max=65535)] = None,
    broker_port: Annotated[int | None, typer.Option(help="Port of the embedded broker; default: a free one.")] = None,
) -> None:
    """Starts the embedded broker (none where ROTATIVE_BROKER is set) and workers, and stays until Ctrl-C.

    The embedded broker keeps everything in memory: all messages are lost when this ends.
    """
    settings = load_settings(port=port)
    stop = _stopped_by_signals()
    if settings.broker is not None:
        _serve(settings, settings.broker, settings.broker_kind, workers, stop)
        return
    with EmbeddedBroker(port=broker_port) as broker:
        broker.ended.add_done_callback(lambda _: stop.set())
        _serve(settings, broker.address, "embedded", workers, stop)
        if broker.ended.done():
            broker.ended.result()  # raises what became of it


def _serve(settings: Settings, address: str, kind: str, workers: int, stop: threading.Event) -> None:
    errors.print(f"broker    {address}" + (" (embedded, in memory)" if kind == "embedded" else ""), highlight=False)
    if settings.web:
        errors.print(f"console   http://{settings.web_host}:{settings.port}/", highlight=False)
    errors.print("now       `rotative send PATH` and `rotative tail` in other terminals; Ctrl-C ends\n")
    _run_workers([_worker(number, workers, settings, address, kind) for number in range(workers)], stop, settings)


def _worker(number: int, workers: int, settings: Settings, address: str, kind: str) -> WorkerProcess:
    environment = {
        "ROTATIVE_BROKER": address,
        "ROTATIVE_BROKER_KIND": kind,
        "ROTATIVE_PROCESSES": str(max(1, settings.processes // workers)),
        # The first worker serves console and probes on the port that was asked for, the others on free ones.
        "ROTATIVE_PORT": str(settings.port if number == 0 else 0),
    }
    return WorkerProcess(f"worker-{number + 1}", environment)


def _run_workers(workers: list[WorkerProcess], stop: threading.Event, settings: Settings) -> None:
    try:
        for worker in workers:
            worker.start()
        while not stop.wait(SECONDS_BETWEEN_LOOKS):
            for worker in workers:
                status = worker.ended()
                if status is not None and worker.restart_if_ended():
                    errors.print(f"{worker.name} ended with status {status}; started again", style="yellow")
    finally:
        errors.print("stopping: pages in flight are finished first")
        for worker in workers:
            worker.ask_to_end()
        for worker in workers:
            worker.wait_or_kill(settings.drain_seconds + 10)


def _stopped_by_signals() -> threading.Event:
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop
