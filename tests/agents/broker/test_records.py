"""The sweep: it ends orphans, and nobody else."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from agents.broker.records import ProcessIdentity, RunRecord, new_run_directory, state_directory, sweep


@pytest.fixture
def sleeper():
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    yield process
    process.kill()
    process.wait()


GONE = ProcessIdentity(pid=2**22 - 1, started=1.0)  # the highest number Linux gives, from 1970


def left_behind(state: Path, *, broker: ProcessIdentity, parent: ProcessIdentity) -> Path:
    run_directory = new_run_directory(state)
    RunRecord(broker=broker, parent=parent, port=1).write(run_directory)
    return run_directory


def test_an_orphan_is_ended_and_its_files_removed(tmp_path, sleeper):
    run_directory = left_behind(tmp_path, broker=ProcessIdentity.of(sleeper.pid), parent=GONE)
    assert sweep(tmp_path) == [sleeper.pid]
    assert sleeper.wait(5) == -9
    assert not run_directory.exists()


def test_a_broker_whose_parent_lives_is_left_alone(tmp_path, sleeper):
    run_directory = left_behind(
        tmp_path, broker=ProcessIdentity.of(sleeper.pid), parent=ProcessIdentity.of(os.getpid())
    )
    assert sweep(tmp_path) == []
    assert sleeper.poll() is None
    assert run_directory.exists()


def test_a_stranger_with_the_recorded_number_is_left_alone(tmp_path, sleeper):
    earlier = ProcessIdentity(pid=sleeper.pid, started=ProcessIdentity.of(sleeper.pid).started - 3600)
    run_directory = left_behind(tmp_path, broker=earlier, parent=GONE)
    assert sweep(tmp_path) == []
    assert sleeper.poll() is None
    assert not run_directory.exists()


def test_files_of_a_dead_run_are_removed(tmp_path):
    run_directory = left_behind(tmp_path, broker=GONE, parent=GONE)
    assert sweep(tmp_path) == []
    assert not run_directory.exists()


def test_a_directory_that_is_just_being_made_is_left_alone_and_removed_later(tmp_path):
    run_directory = new_run_directory(tmp_path)
    sweep(tmp_path)
    assert run_directory.exists()
    hour_ago = time.time() - 3600
    os.utime(run_directory, (hour_ago, hour_ago))
    sweep(tmp_path)
    assert not run_directory.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"broker": {}, "parent": {}, "port": 1}'])
def test_a_damaged_record_reads_as_none(tmp_path, content):
    (tmp_path / "record.json").write_bytes(content)
    assert RunRecord.read(tmp_path) is None


def test_a_zombie_does_not_live(sleeper):
    identity = ProcessIdentity.of(sleeper.pid)
    assert identity.lives()
    sleeper.kill()
    time.sleep(0.2)
    assert not identity.lives()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"ROTATIVE_DATA_DIR": "/var/r"}, "/var/r/broker"),
        ({"XDG_STATE_HOME": "/x"}, "/x/rotative/broker"),
        ({"HOME": "/h"}, "/h/.local/state/rotative/broker"),
    ],
)
def test_where_the_state_is_kept(monkeypatch, environment, expected):
    for name in ("ROTATIVE_DATA_DIR", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert str(state_directory()) == expected
