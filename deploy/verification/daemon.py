"""A Docker daemon: the one that runs, or one of our own for as long as the check takes."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from deploy.verification.machine import CannotVerifyError, cache_directory, need, run, succeeds

SECONDS_TO_START = 30


@contextlib.contextmanager
def docker_daemon() -> Iterator[str]:
    """Yields what it is: the daemon that answers already, or `our own`, which is ended at the end."""
    need("docker", package="docker.io")
    if succeeds(["docker", "info"]):
        yield "the daemon that runs"
        return
    need("dockerd", package="docker.io")
    if os.geteuid() != 0:
        raise CannotVerifyError("no Docker daemon answers, and only root may start one")
    if not any(Path("/sys/fs/cgroup").iterdir()):
        raise CannotVerifyError("no Docker daemon answers, and without cgroups none can run")
    folder = cache_directory() / "daemon"  # its images stay: the second run is quick
    folder.mkdir(exist_ok=True)
    socket = f"unix://{folder}/docker.sock"
    command = ["dockerd", "-H", socket, "--data-root", f"{folder}/data", "--exec-root", f"{folder}/exec"]
    command += ["-p", f"{folder}/dockerd.pid", "--mtu", _mtu()]
    with (folder / "log").open("wb") as log:
        daemon = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    before = os.environ.get("DOCKER_HOST")
    os.environ["DOCKER_HOST"] = socket
    try:
        _wait(daemon, folder / "log")
        yield "our own"
    finally:
        daemon.terminate()
        try:
            daemon.wait(60)
        except subprocess.TimeoutExpired:
            daemon.kill()
        os.environ.pop("DOCKER_HOST")
        if before is not None:
            os.environ["DOCKER_HOST"] = before


def remove_cache() -> None:
    """Forgets images and stand-ins, so that the next run begins from nothing."""
    shutil.rmtree(cache_directory())


def _wait(daemon: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not succeeds(["docker", "info"]):
        if daemon.poll() is not None or time.monotonic() > deadline:
            said = " / ".join(log.read_text(errors="replace").splitlines()[-3:])
            raise CannotVerifyError(f"a Docker daemon does not start here: {said}")
        time.sleep(0.2)


def _mtu() -> str:
    """The packet size of the way out; a larger one inside would make long answers vanish."""
    route = run(["ip", "route", "show", "default"], check=False)
    device = re.search(r"dev (\S+)", route)
    return Path(f"/sys/class/net/{device[1]}/mtu").read_text().strip() if device else "1500"
