"""The stack's life, step by step: up, work, two workers, one killed, a restart, down."""

from __future__ import annotations

import json
import re
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from deploy.verification import pages
from deploy.verification.compose import PROJECT, Compose
from deploy.verification.machine import VerificationFailedError, run

SERVICES = ("kafka", "topics", "worker", "prometheus")
BATCH = 300
PATIENCE_SECONDS = 180.0
"""Silence after which pages that are missing are given up: longer than a takeover and a restart take together."""


class Stack:
    """The deployment under one version of compose, on ports of its own."""

    def __init__(self, compose: Compose, ports: dict[str, str], say: Callable[[str], None]) -> None:
        self.compose = compose
        self.bootstrap = f"127.0.0.1:{ports['ROTATIVE_KAFKA_PORT']}"
        self.prometheus = f"http://127.0.0.1:{ports['ROTATIVE_PROMETHEUS_PORT']}"
        self._say = say
        self._sent: set[str] = set()

    def verify(self) -> None:
        """All steps; VerificationFailedError at the first that does not hold. Takes everything down at the end."""
        self.compose.run("down", "-v", "--remove-orphans")
        try:
            with self._step("up: Kafka healthy, topics created, worker healthy"):
                self.compose.run("up", "-d", *SERVICES, within=900)
                self.compose.wait_until_healthy("kafka")
                self.compose.wait_until_healthy("worker")
            with self._step("no container runs as root or may write to its root, where it need not"):
                self._least_privilege()
            with self._step("only loopback ports are open"):
                self._loopback_only()
            with self._step(f"{BATCH} pages sent, each with its outcome and its article"):
                self._send(BATCH)
                self._all_done()
            with self._step("Prometheus is ready and sees the worker"):
                self._watched(1)
            with self._step("promtool accepts /metrics, the alert rules and the configuration"):
                self._promtool_agrees()
            with self._step("two workers share the partitions"):
                self.compose.run("up", "-d", "--no-deps", "--scale", "worker=2", "worker")
                self.compose.wait_until_healthy("worker", count=2)
                self._send(BATCH)
                self._all_done()
            with self._step("one worker killed while pages flow: nothing is lost, and it comes back"):
                self._kill_one_while_pages_flow()
            with self._step("Kafka restarted: topics and messages are still there"):
                self.compose.run("restart", "kafka")
                self.compose.wait_until_healthy("kafka")
                self._send(BATCH)
                self._all_done()
            with self._step("workers end cleanly on SIGTERM"):
                self._ends_cleanly()
        except VerificationFailedError:
            self._tell_what_they_said()
            raise
        finally:
            self._down()
        left = run(["docker", "ps", "-aq", "--filter", f"label=com.docker.compose.project={PROJECT}"]).split()
        if left:
            raise VerificationFailedError(f"{len(left)} containers are left")

    def _tell_what_they_said(self) -> None:
        for service in ("kafka", "worker"):
            for container in self.compose.containers(service):
                state = _inspect(container)["State"]
                kept = ("Status", "ExitCode", "OOMKilled", "Error")
                self._say(f"    {service} {container[:12]}: { {name: state.get(name) for name in kept} }")
                for line in run(["docker", "logs", "--tail", "12", container], check=False).splitlines():
                    self._say(f"      {line[:300]}")

    def _down(self) -> None:
        failing = sys.exc_info()[0] is not None
        try:
            with self._step("down"):
                self.compose.run("down", "-v", "--remove-orphans")
        except VerificationFailedError as error:
            if not failing:
                raise
            self._say(f"    and it does not go down: {error}")  # what failed first is what counts

    def _send(self, count: int) -> None:
        lines, urls = pages.page_lines(len(self._sent), count)
        self._sent |= urls
        self.compose.run("run", "--rm", "--no-deps", "-T", "topics", "send", "-", given=lines)

    def _all_done(self) -> None:
        received = pages.wait_for(self.bootstrap, self._sent, patience=PATIENCE_SECONDS)
        total = sum(received.outcomes.values())
        self._say(f"    {len(self._sent)} pages, {total} outcomes {dict(received.outcomes)}")

    def _kill_one_while_pages_flow(self) -> None:
        victim = self.compose.containers("worker")[0]
        sending = threading.Thread(target=self._send, args=(BATCH * 3,))
        sending.start()
        time.sleep(3)
        self.compose.kill_process(victim)
        sending.join()
        self._all_done()
        self.compose.wait_until_healthy("worker", count=2)
        restarts = _inspect(victim)["RestartCount"]
        if restarts != 1:
            raise VerificationFailedError(f"the killed worker was restarted {restarts} times, not once")

    def _least_privilege(self) -> None:
        for service in ("kafka", "worker", "prometheus"):
            (container,) = self.compose.containers(service)
            inspected = _inspect(container)
            user, host = inspected["Config"]["User"], inspected["HostConfig"]
            _require(user not in ("", "root", "0"), f"{service} runs as {user or 'root'}")
            _require("ALL" in (host["CapDrop"] or []), f"{service} keeps capabilities")
            _require(any("no-new-privileges" in option for option in host["SecurityOpt"]), f"{service} may gain rights")
            _require(host["Memory"] > 0 and host["NanoCpus"] > 0 and host["PidsLimit"] > 0, f"{service} has no limits")
            _require(service == "kafka" or host["ReadonlyRootfs"], f"{service} may write to its root")

    def _loopback_only(self) -> None:
        for container in run(["docker", "ps", "-q"]).split():
            for port, bindings in (_inspect(container)["NetworkSettings"]["Ports"] or {}).items():
                for binding in bindings or []:
                    _require(binding["HostIp"] == "127.0.0.1", f"{port} is open on {binding['HostIp']}")

    def _watched(self, count: int) -> None:
        deadline = time.monotonic() + 60
        while (up := self._targets_up()) != count:
            _require(time.monotonic() < deadline, f"Prometheus sees {up} workers, not {count}")
            time.sleep(1)

    def _promtool_agrees(self) -> None:
        (worker,) = self.compose.containers("worker")
        binding = _inspect(worker)["NetworkSettings"]["Ports"]["6066/tcp"][0]
        with urllib.request.urlopen(f"http://127.0.0.1:{binding['HostPort']}/metrics", timeout=10) as answer:
            shown = answer.read().decode()
        promtool = ("exec", "-T", "prometheus", "promtool", "check")
        self.compose.run(*promtool, "metrics", given=shown)
        self.compose.run(*promtool, "config", "/etc/prometheus/prometheus.yml")

    def _targets_up(self) -> int:
        try:
            with urllib.request.urlopen(f"{self.prometheus}/api/v1/query?query=up", timeout=5) as answer:
                found = json.load(answer)["data"]["result"]
        except OSError:
            return 0
        return sum(1 for each in found if each["value"][1] == "1")

    def _ends_cleanly(self) -> None:
        workers = self.compose.containers("worker")
        self.compose.run("stop", "worker")
        for worker in workers:
            status = _inspect(worker)["State"]["ExitCode"]
            _require(status == 0, f"a worker ended with status {status} on SIGTERM")

    @contextmanager
    def _step(self, name: str) -> Iterator[None]:
        begun = time.monotonic()
        yield
        self._say(f"  {time.monotonic() - begun:6.1f} s  {name}")


def compose_major(compose: Compose) -> str:
    """`1` or `2`."""
    found = re.search(r"\d+", compose.version)
    return found[0] if found else "?"


def _inspect(container: str) -> dict[str, Any]:
    inspected: list[dict[str, Any]] = json.loads(run(["docker", "inspect", container]))
    return inspected[0]


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise VerificationFailedError(otherwise)
