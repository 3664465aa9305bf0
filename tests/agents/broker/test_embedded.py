"""The embedded broker's life, with the real binary: it answers, is watched, and leaves nothing behind."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import psutil
import pytest

from agents.broker import EMBEDDED, BrokerLostError, BrokerStartError, EmbeddedBroker
from agents.broker.readiness import answers_as, named_brokers
from agents.broker.records import ProcessIdentity, RunRecord

REPOSITORY = Path(__file__).parents[3]


def gone(pid: int, *, within: float = 5.0) -> bool:
    """Whether that process ended; a zombie that a container's pid 1 does not collect has ended too."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.05)
    return False


def start_program(state: Path) -> tuple[subprocess.Popen[str], int, str]:
    """A program of its own that holds an embedded broker; with the broker's pid and address."""
    program = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from agents.broker import EmbeddedBroker
        with EmbeddedBroker(state=Path(sys.argv[1])) as broker:
            print(broker.pid, broker.address, flush=True)
            time.sleep(60)
        """
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(state)], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    )
    pid, address = process.stdout.readline().split()
    return process, int(pid), address


def test_it_answers_at_a_loopback_address_that_it_names_itself(tmp_path):
    with EmbeddedBroker(state=tmp_path) as broker:
        assert broker.address == f"127.0.0.1:{broker.port}"
        assert asyncio.run(named_brokers(broker.address)) == {broker.address}
        listening = {
            connection.laddr.ip
            for connection in psutil.Process(broker.pid).net_connections()
            if connection.status == psutil.CONN_LISTEN
        }
        assert listening == {"127.0.0.1"}
    assert broker.profile is EMBEDDED


def test_stopping_ends_the_process_and_removes_its_files(tmp_path):
    with EmbeddedBroker(state=tmp_path) as broker:
        pid = broker.pid
        assert len(list(tmp_path.glob("run-*"))) == 1
    assert gone(pid)
    assert list(tmp_path.iterdir()) == []
    assert broker.ended.result(timeout=5) is None
    broker.stop()  # harmless


def test_two_brokers_run_side_by_side(tmp_path):
    with EmbeddedBroker(state=tmp_path) as one, EmbeddedBroker(state=tmp_path) as other:
        assert one.port != other.port
        assert asyncio.run(answers_as(one.address, within=2))
        assert asyncio.run(answers_as(other.address, within=2))


async def test_it_works_inside_an_event_loop(tmp_path):
    async with EmbeddedBroker(state=tmp_path) as broker:
        assert await named_brokers(broker.address) == {broker.address}
    assert gone(broker.pid)


async def test_a_broker_that_dies_says_that_everything_is_lost(tmp_path):
    async with EmbeddedBroker(state=tmp_path) as broker:
        os.kill(broker.pid, signal.SIGKILL)
        with pytest.raises(BrokerLostError, match=r"signal 9.*all in-memory data is lost") as caught:
            await asyncio.wait_for(asyncio.wrap_future(broker.ended), 5)
    assert caught.value.status == -signal.SIGKILL


def test_our_environment_does_not_reach_it(tmp_path, monkeypatch):
    monkeypatch.setenv("LISTENER_URL", "tcp://0.0.0.0:9092")
    monkeypatch.setenv("STORAGE_ENGINE", "null://sink")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")
    monkeypatch.setenv("ROTATIVE_SASL_PASSWORD", "hunter2")
    with EmbeddedBroker(state=tmp_path) as broker:
        environment = psutil.Process(broker.pid).environ()
    assert set(environment) <= {"PATH", "HOME", "TMPDIR", "RUST_LOG"}


def test_a_dotenv_file_above_does_not_reach_it(tmp_path):
    (tmp_path / ".env").write_text("SCHEMA_REGISTRY=file://./nowhere\n")
    with EmbeddedBroker(state=tmp_path / "state") as broker:
        assert asyncio.run(answers_as(broker.address, within=2))


def test_its_files_are_for_this_user_alone(tmp_path):
    state = tmp_path / "state"
    with EmbeddedBroker(state=state):
        (run_directory,) = state.glob("run-*")
        assert state.stat().st_mode & 0o777 == 0o700
        assert run_directory.stat().st_mode & 0o777 == 0o700


def test_the_record_names_the_broker_its_parent_and_its_port(tmp_path):
    with EmbeddedBroker(state=tmp_path) as broker:
        (run_directory,) = tmp_path.glob("run-*")
        record = RunRecord.read(run_directory)
        assert record is not None
        assert record.broker.pid == broker.pid
        assert record.parent == ProcessIdentity.of(os.getpid())
        assert record.port == broker.port
        assert record.broker.lives()
        assert record.parent.lives()


def test_it_is_in_a_process_group_of_its_own(tmp_path):
    with EmbeddedBroker(state=tmp_path) as broker:
        assert os.getpgid(broker.pid) == broker.pid != os.getpgid(0)


def test_a_taken_port_is_refused_when_it_was_asked_for(tmp_path):
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        port = stranger.getsockname()[1]
        with pytest.raises(BrokerStartError, match=f"did not answer on port {port}"):
            EmbeddedBroker(port=port, state=tmp_path).start()
    assert list(tmp_path.iterdir()) == []


def test_a_port_lost_to_somebody_else_is_tried_again(tmp_path, monkeypatch):
    with socket.socket() as stranger, socket.socket() as probe:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
        probe.close()
        ports = iter([stranger.getsockname()[1], free])
        monkeypatch.setattr("agents.broker.embedded._free_port", lambda: next(ports))
        with EmbeddedBroker(state=tmp_path) as broker:
            assert broker.port == free


def test_it_is_refused_off_the_main_thread_where_it_would_end_with_the_thread(tmp_path):
    raised = []

    def start() -> None:
        try:
            EmbeddedBroker(state=tmp_path).start()
        except BrokerStartError as error:
            raised.append(str(error))

    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
    assert "main thread" in raised[0]


def test_a_second_start_of_the_same_object_is_refused(tmp_path):
    broker = EmbeddedBroker(state=tmp_path)
    with pytest.raises(BrokerStartError, match="not started"):
        _ = broker.pid
    with broker, pytest.raises(BrokerStartError, match="started before"):
        broker.start()


def test_a_state_folder_that_cannot_be_written_is_named_with_its_mend(tmp_path):
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(BrokerStartError, match="ROTATIVE_DATA_DIR"):
        EmbeddedBroker(state=file).start()


def test_a_platform_without_the_binary_is_told_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("CALF_TANSU_BIN", str(tmp_path / "nothing"))
    with pytest.raises(BrokerStartError, match="ROTATIVE_BROKER"):
        EmbeddedBroker(state=tmp_path).start()
    assert list(tmp_path.iterdir()) == []


def test_a_binary_that_only_fails_is_quoted(tmp_path, monkeypatch):
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho the disk is on fire >&2\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("CALF_TANSU_BIN", str(broken))
    with pytest.raises(BrokerStartError, match=r"5 attempts.*the disk is on fire"):
        EmbeddedBroker(state=tmp_path / "state").start()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux ends a child with its parent")
def test_no_orphan_is_left_when_the_program_is_killed(tmp_path):
    program, broker, _ = start_program(tmp_path)
    program.kill()
    program.wait()
    assert gone(broker)


def test_what_a_killed_program_left_is_swept_up_by_the_next_start(tmp_path):
    program, broker, _ = start_program(tmp_path)
    program.kill()
    program.wait()
    assert gone(broker)
    (left,) = tmp_path.glob("run-*")
    with EmbeddedBroker(state=tmp_path):
        assert not left.exists()


def test_a_broker_that_ignores_sigterm_is_killed(tmp_path):
    with EmbeddedBroker(state=tmp_path) as broker:
        os.kill(broker.pid, signal.SIGSTOP)  # as deaf as it can be
        begun = time.monotonic()
    assert gone(broker.pid)
    assert time.monotonic() - begun > 2.5  # it was given time to end by itself
