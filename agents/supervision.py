"""Worker processes of `rotative up` and `rotative demo`: started, watched, ended with their parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from agents.broker.parent_death import end_with_parent

SECONDS_BETWEEN_STARTS = 2.0
"""A worker that dies is started again, but no faster than this."""


COMMAND = (sys.executable, "-m", "agents.cli.main", "worker")


class WorkerProcess:
    """One `rotative worker` as a child process."""

    def __init__(
        self, name: str, environment: Mapping[str, str], *, log: int | None = None, command: Sequence[str] = COMMAND
    ) -> None:
        """`environment`: added to ours. `log`: a file descriptor for what the worker prints; None: where we print."""
        self._command = command
        self.name = name
        self._environment = {**os.environ, **environment, "ROTATIVE_WORKER_ID": name}
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0

    def start(self) -> None:
        """Starts the worker."""
        self._started = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            self._command,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            # Its own session: Ctrl-C reaches us, and we end the workers before the broker.
            start_new_session=True,
            preexec_fn=end_with_parent(),  # noqa: PLW1509 - two system calls, nothing that takes a lock
        )

    @property
    def pid(self) -> int | None:
        """The process's number, where it runs."""
        return self._process.pid if self._process else None

    def ended(self) -> int | None:
        """The exit status; None while it runs."""
        return self._process.poll() if self._process else None

    def restart_if_ended(self) -> bool:
        """Starts the worker again where it has ended and its last start is long enough ago; whether it did."""
        if self.ended() is None or time.monotonic() - self._started < SECONDS_BETWEEN_STARTS:
            return False
        self.start()
        return True

    def ask_to_end(self) -> None:
        """SIGTERM: finish the pages in flight, commit, end."""
        if self._process and self.ended() is None:
            self._process.send_signal(signal.SIGTERM)

    def wait_or_kill(self, seconds: float) -> None:
        """Waits for the end; kills the worker where it does not come in time."""
        if self._process is None:
            return
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
