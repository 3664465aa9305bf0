"""Fixtures of the examples: the brokers, Node's packages and a PostgreSQL."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.node import node_packages  # noqa: F401 - a fixture
from tests.kafka.conftest import kafka, topic_prefix  # noqa: F401 - fixtures


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an own PostgreSQL on a Unix socket; skips loudly where it is not installed."""
    newest = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    search = os.pathsep.join([*map(str, newest), os.environ.get("PATH", "")])
    initdb, pg_ctl = shutil.which("initdb", path=search), shutil.which("pg_ctl", path=search)
    if initdb is None or pg_ctl is None:
        pytest.skip("NOT TESTED WITH POSTGRESQL: initdb and pg_ctl are not installed")
    home = tmp_path_factory.mktemp("postgres")
    user: dict[str, object] = {}
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        try:
            shutil.chown(home, "postgres")
        except LookupError:
            pytest.skip("NOT TESTED WITH POSTGRESQL: it does not run as root, and there is no user postgres")
        for folder in (home.parent, home.parent.parent):
            folder.chmod(0o755)
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
