"""A Kafka cluster of one or three nodes on free loopback ports, in a temporary folder."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import shutil
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from agents.broker.profile import KAFKA, BrokerProfile
from agents.broker.readiness import answers_as
from tools.real_kafka.jars import HERE, jars, java, kafka_version
from tools.real_kafka.node import JAVA_OPTIONS, Node
from tools.real_kafka.rights import Right, grant
from tools.real_kafka.security import Security, make_keystore

T = TypeVar("T")

SECONDS_TO_ANSWER = 240.0  # a few suffice; a machine whose cores are shared needs more
ATTEMPTS = 3  # a free port may be taken before the node binds it


class RealKafka:
    """Apache Kafka in KRaft mode for as long as the `with` block runs.

    `properties` override the broker's settings on every node. KafkaUnavailableError where Java, Maven or the
    jars are missing; RuntimeError with the log's end where Kafka does not start.
    """

    profile: BrokerProfile = KAFKA

    def __init__(
        self,
        *,
        nodes: int = 1,
        properties: Mapping[str, str] | None = None,
        security: Security | None = None,
        java_options: Sequence[str] = JAVA_OPTIONS,
        folder: Path | None = None,
        ends_with_us: bool = True,
    ) -> None:
        self.security = security or Security(tls=False)
        self.nodes: list[Node] = []
        self.certificate: Path | None = None
        """The PEM file that clients trust, where there is TLS."""
        self._count = nodes
        self._overrides = dict(properties or {})
        self._java_options = java_options
        self._own_folder = folder is None
        self._folder = folder
        self._ends_with_us = ends_with_us

    @property
    def bootstrap(self) -> str:
        """The client listeners of all nodes, for `bootstrap_servers` and ROTATIVE_BROKER."""
        return ",".join(node.address for node in self.nodes)

    @property
    def version(self) -> str:
        """The version of Apache Kafka."""
        return kafka_version()

    def start(self) -> None:
        """Fetches the jars if need be, formats the store, starts all nodes, returns when all answer."""
        command = [java(), *self._java_options, f"-Dlog4j2.configurationFile={HERE / 'log4j2.properties'}"]
        command += ["-cp", f"{jars()}/*"]
        for attempt in range(1, ATTEMPTS + 1):
            folder = self._folder or Path(tempfile.mkdtemp(prefix="rotative-kafka-"))
            self._folder = folder
            try:
                self._lay_out(folder, command)
                for node in self.nodes:
                    node.start()
                self.wait_until_all_answer()
            except BaseException as error:
                lost_a_port = any("Address already in use" in node.last_words(200) for node in self.nodes)
                self.stop()
                if not (lost_a_port and attempt < ATTEMPTS and isinstance(error, RuntimeError)):
                    raise
            else:
                return

    def stop(self) -> None:
        """Ends all nodes and removes their data. Harmless when called again."""
        # A quorum that loses its majority cannot hand over any more: all are told first, then all awaited.
        for node in self.nodes:
            node.resume()
            if node.process is not None:
                node.process.terminate()
        for node in self.nodes:
            node.stop()
        if self._own_folder and self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def wait_until_all_answer(self) -> None:
        """Returns when every running node answers, and the first of them names all running nodes."""
        alive = [node for node in self.nodes if node.runs]
        deadline = time.monotonic() + SECONDS_TO_ANSWER
        for asked in alive:
            for named in alive if asked is alive[0] else [asked]:
                left = deadline - time.monotonic()
                if not _answers(asked, names=named.internal, within=left):
                    raise RuntimeError(f"Kafka node {named.number} does not answer:\n{named.last_words()}")

    def command(self, main_class: str, *arguments: str) -> str:
        """Runs one of Kafka's own tools, such as `org.apache.kafka.tools.AclCommand`; what it printed."""
        done = subprocess.run(
            [*self.nodes[0].java_command, main_class, *arguments], capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"{main_class} failed: {done.stdout}{done.stderr}")
        return done.stdout

    def allow(self, *rights: Right) -> None:
        """Adds rights; they hold from the next request on."""
        _beside(grant(self.nodes[0].internal, rights))

    def _lay_out(self, folder: Path, command: list[str]) -> None:
        ports = _free_ports(3 * self._count)
        triples = [ports[index : index + 3] for index in range(0, len(ports), 3)]
        voters = ",".join(f"{number}@127.0.0.1:{triple[2]}" for number, triple in enumerate(triples, 1))
        keystore = folder / "none"
        if self.security.tls:
            keystore, self.certificate = make_keystore(command[0], folder)
        # Begins with a letter: Kafka's tool takes a hyphen at its start for an option, one time in 64.
        cluster_id = "K" + base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")[1:]
        self.nodes = []
        for number, (client, internal, controller) in enumerate(triples, 1):
            node = Node(
                number=number,
                address=f"127.0.0.1:{client}",
                internal=f"127.0.0.1:{internal}",
                folder=folder / str(number),
                java_command=command,
                ends_with_us=self._ends_with_us,
            )
            shutil.rmtree(node.folder, ignore_errors=True)
            node.folder.mkdir()
            properties = {
                **_properties(node, f"127.0.0.1:{controller}", voters, self._count, self.security.protocol),
                **self.security.properties(keystore),
                **self._overrides,
            }
            node.properties_file.write_text("".join(f"{name}={value}\n" for name, value in properties.items()))
            self.nodes.append(node)
            self.command(
                "kafka.tools.StorageTool",
                *("format", "-t", cluster_id, "-c", str(node.properties_file)),
                *self.security.format_arguments(),
            )

    def __enter__(self) -> RealKafka:
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()


def _properties(node: Node, controller: str, voters: str, count: int, protocol: str) -> dict[str, str]:
    copies = str(min(3, count))
    in_sync = str(min(2, count))
    return {
        "process.roles": "broker,controller",
        "node.id": str(node.number),
        "controller.quorum.voters": voters,
        "controller.listener.names": "CONTROLLER",
        "listeners": f"CLIENT://{node.address},INTERNAL://{node.internal},CONTROLLER://{controller}",
        "advertised.listeners": f"CLIENT://{node.address},INTERNAL://{node.internal}",
        "inter.broker.listener.name": "INTERNAL",
        "listener.security.protocol.map": f"CLIENT:{protocol},INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs": str(node.folder / "data"),
        # A cluster as its operators would set it: copies of everything, and no topics by mistake.
        "auto.create.topics.enable": "false",
        "default.replication.factor": copies,
        "min.insync.replicas": in_sync,
        "offsets.topic.replication.factor": copies,
        "transaction.state.log.replication.factor": copies,
        "transaction.state.log.min.isr": in_sync,
        "share.coordinator.state.topic.replication.factor": copies,
        "share.coordinator.state.topic.min.isr": in_sync,
        # Small for speed: nothing here depends on them.
        "offsets.topic.num.partitions": "5",
        "transaction.state.log.num.partitions": "5",
        "group.initial.rebalance.delay.ms": "0",
    }


def _answers(node: Node, *, names: str, within: float) -> bool:
    return _beside(answers_as(node.internal, names=names, within=within, give_up=lambda: not node.runs))


def _beside(work: Coroutine[Any, Any, T]) -> T:
    """Runs it in a thread: a test may call from inside an event loop, which cannot be nested."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, work).result()


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as held:  # all held at once, so that no number comes twice
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for probe in sockets:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in sockets]
