"""What one run of the embedded broker leaves on disk, and how the next run cleans up after a crash.

Each run has a directory of its own, readable by its user alone: the broker's log and `record.json` with the
broker's and its parent's identity. A run that ended well removes its directory. What is left belongs to a
run that lives, or to one whose parent was killed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson
import psutil

DIRECTORY_MODE = 0o700  # the log shows topic names and addresses; other users have no business there
SECONDS_TO_WRITE_A_RECORD = 60.0  # a younger directory without a record may be one that is just being made
START_TIME_TOLERANCE = 2.0  # seconds; a start time is computed from the boot time, which the clock's steps move


@dataclass(frozen=True, slots=True)
class ProcessIdentity:
    """A process, told from a later one that got the same number by the time it started (Unix seconds)."""

    pid: int
    started: float

    @classmethod
    def of(cls, pid: int) -> ProcessIdentity:
        """The identity of a process that lives now; psutil.NoSuchProcess where there is none."""
        return cls(pid=pid, started=psutil.Process(pid).create_time())

    def lives(self) -> bool:
        """Whether this very process still runs. A zombie does not."""
        try:
            process = psutil.Process(self.pid)
            same: bool = abs(process.create_time() - self.started) < START_TIME_TOLERANCE
            zombie: bool = process.status() == psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False
        return same and not zombie


@dataclass(frozen=True, slots=True)
class RunRecord:
    """Who runs where: the broker, the program that started it, and its port."""

    broker: ProcessIdentity
    parent: ProcessIdentity
    port: int

    def write(self, run_directory: Path) -> None:
        """Writes the record in one step, so that a sweep never reads half of it."""
        unfinished = run_directory / "record.json.part"
        unfinished.write_bytes(orjson.dumps(asdict(self)))
        unfinished.replace(run_directory / "record.json")

    @classmethod
    def read(cls, run_directory: Path) -> RunRecord | None:
        """The record of that run; None where there is none or it cannot be understood."""
        try:
            found = orjson.loads((run_directory / "record.json").read_bytes())
            return cls(
                broker=ProcessIdentity(**found["broker"]),
                parent=ProcessIdentity(**found["parent"]),
                port=int(found["port"]),
            )
        except (OSError, orjson.JSONDecodeError, KeyError, TypeError, ValueError):
            return None


def state_directory() -> Path:
    """Where runs keep their directories: `$ROTATIVE_DATA_DIR`, else under the user's XDG state folder."""
    chosen = os.environ.get("ROTATIVE_DATA_DIR")
    if chosen:
        return Path(chosen) / "broker"
    state_home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state_home) / "rotative" / "broker"


def new_run_directory(state: Path) -> Path:
    """A fresh directory for one run, for this user alone. OSError where the state folder is another user's."""
    state.mkdir(parents=True, exist_ok=True, mode=DIRECTORY_MODE)
    state.chmod(DIRECTORY_MODE)  # fails on a folder that is not ours, as it must
    return Path(tempfile.mkdtemp(prefix="run-", dir=state))


def sweep(state: Path) -> list[int]:
    """Ends brokers whose parent is gone and removes what dead runs left; the pids of the ended brokers.

    A broker is killed only when its number and its start time are the recorded ones and its recorded parent
    no longer lives.
    """
    ended = []
    for run_directory in sorted(state.glob("run-*")):
        record = RunRecord.read(run_directory)
        if record is None:
            if _age(run_directory) < SECONDS_TO_WRITE_A_RECORD:
                continue
        elif record.parent.lives():
            continue
        elif record.broker.lives():
            with contextlib.suppress(ProcessLookupError):  # it ended between the question and the kill
                os.kill(record.broker.pid, signal.SIGKILL)
                ended.append(record.broker.pid)
        shutil.rmtree(run_directory, ignore_errors=True)
    return ended


def _age(directory: Path) -> float:
    try:
        return time.time() - directory.stat().st_mtime
    except FileNotFoundError:  # another sweep was faster
        return 0.0
