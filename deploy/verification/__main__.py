"""The command: `deploy/verify`."""

from __future__ import annotations

import argparse
import socket
import sys
import time

from deploy.verification.compose import versions
from deploy.verification.daemon import docker_daemon, remove_cache
from deploy.verification.images import provide, python_image
from deploy.verification.machine import REPOSITORY, CannotVerifyError, VerificationFailedError
from deploy.verification.stack import Stack, compose_major

CANNOT = 69  # EX_UNAVAILABLE of sysexits.h: says nothing of the deployment
PORTS = ("ROTATIVE_KAFKA_PORT", "ROTATIVE_PROMETHEUS_PORT", "ROTATIVE_GRAFANA_PORT", "ROTATIVE_KAFKA_UI_PORT")
NEEDED = ("apache/kafka:", "prom/prometheus:")
LEFT_OUT = ("grafana/grafana:", "kafbat/kafka-ui:")


def main() -> int:
    """Verifies; 0 where all holds, 1 where something does not, 69 where this machine cannot tell."""
    parser = argparse.ArgumentParser(
        prog="deploy/verify",
        description="Brings the deployment up, sends pages, reads articles, scales, kills, restarts, takes it down.",
    )
    parser.add_argument("--compose", choices=("1", "2", "all"), default="2", help="which docker compose (default: 2)")
    parser.add_argument("--fresh", action="store_true", help="forget cached images and stand-ins first")
    arguments = parser.parse_args()
    begun = time.monotonic()
    try:
        if arguments.fresh:
            remove_cache()
        with docker_daemon() as daemon:
            say(f"Docker: {daemon}")
            _images()
            _stacks(arguments.compose)
    except CannotVerifyError as error:
        say(f"CANNOT VERIFY: {error}")
        return CANNOT
    except VerificationFailedError as error:
        say(f"FAIL after {time.monotonic() - begun:.0f} s: {error}")
        return 1
    say(f"PASS in {time.monotonic() - begun:.0f} s")
    return 0


def _images() -> None:
    named = [
        line.split()[1] for line in (REPOSITORY / "docker-compose.yml").read_text().splitlines() if " image: " in line
    ]
    for image in [python_image(), *(name for name in named if name.startswith(NEEDED))]:
        begun = time.monotonic()
        say(f"  {provide(image):>8}  {image} ({time.monotonic() - begun:.0f} s)")
    for image in (name for name in named if name.startswith(LEFT_OUT)):
        say(f"  left out  {image}: checked by tests/deploy alone")


def _stacks(wanted: str) -> None:
    environment = dict(zip(PORTS, _free_ports(len(PORTS)), strict=True))
    found = [each for each in versions(_with_console(environment)) if wanted in ("all", compose_major(each))]
    if not found:
        raise CannotVerifyError(f"there is no docker compose {wanted} here")
    for compose in found:
        say(f"docker compose {compose.version}")
        begun = time.monotonic()
        compose.run("config", "-q")
        compose.run("build", "worker", within=1200)
        say(f"  {time.monotonic() - begun:6.1f} s  file valid, image built")
        Stack(compose, environment, say).verify()


def _with_console(environment: dict[str, str]) -> dict[str, str]:
    # Any free port for each console: the range of the file may be taken by a deployment that is really used.
    return {**environment, "ROTATIVE_CONSOLE_PORTS": "0"}


def _free_ports(count: int) -> list[str]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [str(each.getsockname()[1]) for each in sockets]
    for each in sockets:
        each.close()
    return ports


def say(line: str) -> None:
    """Prints at once, so that a long step is seen while it runs."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
