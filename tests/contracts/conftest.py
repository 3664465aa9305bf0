"""Fixtures of the examples: the brokers, Node's packages and a PostgreSQL."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.node import node_packages  # noqa: F401 - a fixture
from tests.kafka.conftest import kafka, topic_prefix  # noqa: F401 - fixtures


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an own PostgreSQL on a Unix socket; skips loudly where it is not installed."""
    newest = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    search = os.pathsep.join([*map(str, newest), os.environ.get("PATH", "")])
    initdb, pg_ctl = shutil.which("initdb", path=search), shutil.which("pg_ctl", path=search)
    if initdb is None or pg_ctl is None:
        pytest.skip("NOT TESTED WITH POSTGRESQL: initdb and pg_ctl are not installed")
    # Not in pytest's own folder: that is closed to other users.
    with tempfile.TemporaryDirectory(prefix="rotative-postgres-", ignore_cleanup_errors=True) as home:
        yield from _running_postgres(Path(home), initdb, pg_ctl)


def _running_postgres(home: Path, initdb: str, pg_ctl: str) -> Iterator[str]:
    user: dict[str, object] = {}
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        try:
            shutil.chown(home, "postgres")
        except LookupError:
            pytest.skip("NOT TESTED WITH POSTGRESQL: it does not run as root, and there is no user postgres")
        user = {"user": "postgres", "cwd": home}
    data = home / "data"

    def run(*command: object) -> None:
        done = subprocess.run(
            [str(part) for part in command],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
            **user,
        )
        assert done.returncode == 0, done.stderr

    run(initdb, "-D", data, "-U", "news", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories='{home}' -c fsync=off"
    run(pg_ctl, "-D", data, "-w", "-l", home / "log", "-o", options, "start")
    try:
        yield f"postgresql:///postgres?host={home}&user=news"
    finally:
        run(pg_ctl, "-D", data, "-w", "-m", "immediate", "stop")
