"""Commands as a person runs them: a process of their own, without the variables of whoever runs the tests."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import psutil
import pytest

from agents.cli.console import errors, results
from agents.cli.main import main

REPOSITORY = Path(__file__).parents[3]
SAMPLES = REPOSITORY / "samples"
COMMAND = (sys.executable, "-m", "agents.cli.main")


def environment(folder, **variables):
    """Nothing of ours but these, with state and cache in the folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ROTATIVE_")}
    own = {"XDG_CACHE_HOME": str(folder), "XDG_STATE_HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    return {**kept, **own, "PYTHONPATH": str(REPOSITORY), "COLUMNS": "200", **variables}


def rotative(*arguments, folder, given=b"", **variables):
    """The command, done; what it printed as text."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=folder,
        env=environment(folder, **variables),
        input=given,
        capture_output=True,
        timeout=120,
        check=False,
    )
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    return done


def here(*arguments, folder=None, given=b"", **variables):
    """The same in this process: quick, for commands that end at once. All share one server of page processes."""
    printed, said, asked = (io.TextIOWrapper(io.BytesIO(start), "utf-8", newline="") for start in (b"", b"", given))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ROTATIVE_")}
    with (
        tempfile.TemporaryDirectory() as state,
        pytest.MonkeyPatch.context() as patch,
        mock.patch.dict(os.environ, {**kept, "XDG_STATE_HOME": state, "COLUMNS": "200", **variables}, clear=True),
        mock.patch.object(sys, "stdin", asked),
        mock.patch.object(sys, "argv", ["rotative", *map(str, arguments)]),
        mock.patch.object(results, "_width", 200),
        mock.patch.object(errors, "_width", 200),
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(said),
    ):
        patch.chdir(folder or ".")
        try:
            status = main() or 0
        except SystemExit as end:
            status = end.code or 0
        except Exception:
            traceback.print_exc()
            status = 1
    texts = []
    for stream in (printed, said):
        stream.seek(0)
        texts.append(stream.read())
    return subprocess.CompletedProcess(arguments, status, *texts)


def one_line(done, *, status=1):
    """The one line of an error that a user can mend."""
    assert done.returncode == status, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "Traceback" not in line
    return line


@contextlib.contextmanager
def started(*arguments, folder, **variables) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """The command, running, with the file it prints to; gone at the end."""
    log = folder / "printed.log"
    with log.open("wb") as sink:
        process = subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            cwd=folder,
            env=environment(folder, **variables),
            stdout=sink,
            stderr=sink,
            start_new_session=True,
        )
        try:
            yield process, log
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGKILL)
            process.wait(20)


def until(happened, what, seconds=60.0):
    """What `happened` gives, once it is true; fails after the seconds."""
    deadline = time.monotonic() + seconds
    while not (found := happened()):
        assert time.monotonic() < deadline, what() if callable(what) else what
        time.sleep(0.1)
    return found


def family(pid) -> list[psutil.Process]:
    """The processes that a process started, and theirs."""
    return psutil.Process(pid).children(recursive=True)


def left(processes) -> list[str]:
    """Those that still run, by their command."""
    alive = []
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            if process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
                alive.append(" ".join(process.cmdline()))
    return alive
