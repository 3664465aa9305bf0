"""The embedded broker's life: a free port, a true answer, a watch over it, and an end without leftovers."""

from __future__ import annotations

import asyncio
import atexit
import os
import shutil
import socket
import subprocess
import threading
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType

from agents.broker.errors import BrokerLostError, BrokerStartError
from agents.broker.process import end, last_words, launch
from agents.broker.profile import EMBEDDED, BrokerProfile
from agents.broker.readiness import answers_as
from agents.broker.records import ProcessIdentity, RunRecord, new_run_directory, state_directory, sweep

ATTEMPTS = 5  # between our look for a free port and the broker's bind somebody else may take it
SECONDS_TO_ANSWER = 10.0  # it answers after 0.05 s on an idle machine


class EmbeddedBroker:
    """A Kafka protocol broker on a free loopback port for as long as the `with` block runs.

    Works as `with` and as `async with`. It must be started from the main thread: Linux ends the broker when
    the thread that started it ends. Messages and committed offsets live in memory and end with it.
    """

    profile: BrokerProfile = EMBEDDED

    def __init__(self, *, port: int | None = None, state: Path | None = None) -> None:
        """`port`: where to listen, a free one by default. `state`: where the log and the record are kept."""
        self._wanted_port = port
        self._state = state
        self._process: subprocess.Popen[bytes] | None = None
        self._run_directory: Path | None = None
        self._stopping = threading.Event()
        self.port = 0
        self.ended: Future[None] = Future()

    @property
    def address(self) -> str:
        """`127.0.0.1:PORT`, for `bootstrap_servers` and ROTATIVE_BROKER."""
        return f"127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The number of the broker's process; BrokerStartError before it was started."""
        if self._process is None:
            raise BrokerStartError("the embedded broker was not started")
        return self._process.pid

    def start(self) -> None:
        """Starts the broker and returns when it answers; BrokerStartError where it does not.

        `ended` is then a future of its end: done without a result after `stop()`, with the exception
        `BrokerLostError` when the broker ended by itself. In an event loop: `await asyncio.wrap_future(broker.ended)`.
        """
        asyncio.run(self.start_async())

    async def start_async(self) -> None:
        """As `start`, from inside an event loop."""
        if threading.current_thread() is not threading.main_thread():
            raise BrokerStartError("start the embedded broker from the main thread: it ends with the thread it has")
        if self._process is not None:
            raise BrokerStartError("this embedded broker was started before; make a new one")
        state = self._state or state_directory()
        try:
            sweep(state)
            self._run_directory = new_run_directory(state)
        except OSError as error:
            raise BrokerStartError(
                f"cannot write to {state} ({error.strerror}); set ROTATIVE_DATA_DIR to a folder of yours"
            ) from error
        try:
            self._process = await self._launch_and_wait(self._run_directory)
        except BaseException:
            shutil.rmtree(self._run_directory, ignore_errors=True)
            raise
        atexit.register(self.stop)
        threading.Thread(target=self._watch, name="embedded-broker-watch", daemon=True).start()

    def stop(self) -> None:
        """Ends the broker and removes its files. Stop the workers first. Harmless when called again."""
        self._stopping.set()
        atexit.unregister(self.stop)
        if self._process is not None:
            end(self._process)
        if self._run_directory is not None:
            shutil.rmtree(self._run_directory, ignore_errors=True)

    async def _launch_and_wait(self, run_directory: Path) -> subprocess.Popen[bytes]:
        for _ in range(1 if self._wanted_port else ATTEMPTS):
            self.port = self._wanted_port or _free_port()
            process = launch(self.port, run_directory)
            try:
                RunRecord(
                    broker=ProcessIdentity.of(process.pid), parent=ProcessIdentity.of(os.getpid()), port=self.port
                ).write(run_directory)
                if await answers_as(self.address, within=SECONDS_TO_ANSWER, give_up=lambda: process.poll() is not None):  # noqa: B023
                    return process
            except BaseException:
                end(process)
                raise
            end(process)
        where = f"on port {self._wanted_port}" if self._wanted_port else f"in {ATTEMPTS} attempts"
        said = last_words(run_directory)
        raise BrokerStartError(f"the embedded broker did not answer {where}" + (f": {said}" if said else ""))

    def _watch(self) -> None:
        assert self._process is not None  # noqa: S101 - started before the thread
        assert self._run_directory is not None  # noqa: S101
        status = self._process.wait()
        if self._stopping.is_set():
            self.ended.set_result(None)
        else:
            self.ended.set_exception(BrokerLostError(status=status, last_words=last_words(self._run_directory)))

    def __enter__(self) -> EmbeddedBroker:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    async def __aenter__(self) -> EmbeddedBroker:
        await self.start_async()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.stop)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
