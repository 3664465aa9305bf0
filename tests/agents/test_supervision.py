"""Worker processes: started, watched, ended with their parent."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import psutil
import pytest

from agents import supervision
from agents.supervision import WorkerProcess

SLEEPS = (sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)")
STUBBORN = (
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)",
)
ENDS = (sys.executable, "-c", "raise SystemExit(3)")


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "worker.log"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    yield descriptor, path
    os.close(descriptor)


def until(happened, seconds=10.0):
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_worker_gets_its_name_and_its_environment_and_writes_to_its_log(log):
    descriptor, path = log
    program = "import os; print(os.environ['ROTATIVE_WORKER_ID'], os.environ['ROTATIVE_WEB'])"
    worker = WorkerProcess("w7", {"ROTATIVE_WEB": "0"}, log=descriptor, command=(sys.executable, "-c", program))
    assert (worker.pid, worker.ended()) == (None, None)
    worker.wait_or_kill(1)
    worker.start()
    worker.wait_or_kill(10)
    assert worker.ended() == 0
    assert path.read_text() == "w7 0\n"


def test_a_worker_ends_when_it_is_asked(log):
    descriptor, path = log
    worker = WorkerProcess("w", {}, log=descriptor, command=SLEEPS)
    worker.start()
    until(lambda: "up" in path.read_text())
    assert worker.ended() is None
    worker.ask_to_end()
    worker.wait_or_kill(10)
    assert worker.ended() == -15
    worker.ask_to_end()  # harmless


def test_a_worker_that_does_not_end_in_time_is_killed(log):
    descriptor, path = log
    worker = WorkerProcess("w", {}, log=descriptor, command=STUBBORN)
    worker.start()
    until(lambda: "up" in path.read_text())
    worker.ask_to_end()
    worker.wait_or_kill(0.2)
    assert worker.ended() == -9


def test_a_worker_that_died_is_started_again_but_not_in_a_storm(monkeypatch):
    worker = WorkerProcess("w", {}, command=ENDS)
    monkeypatch.setattr(supervision, "SECONDS_BETWEEN_STARTS", 3600)
    worker.start()
    first = worker.pid
    until(lambda: worker.ended() == 3)
    assert not worker.restart_if_ended()
    monkeypatch.setattr(supervision, "SECONDS_BETWEEN_STARTS", 0.01)
    time.sleep(0.02)
    assert worker.restart_if_ended()
    assert worker.pid != first
    worker.wait_or_kill(10)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone ends children with their parent")
def test_a_worker_ends_with_its_parent_however_that_ends():
    program = f"""
import sys, time
from agents.supervision import WorkerProcess
worker = WorkerProcess("w", {{}}, command={SLEEPS!r})
worker.start()
print(worker.pid, flush=True)
time.sleep(60)
"""
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    child = psutil.Process(pid)
    assert child.is_running()
    parent.kill()
    parent.wait()
    until(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)
