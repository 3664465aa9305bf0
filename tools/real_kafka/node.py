"""One Kafka process: started, stopped, killed, paused and started again on the same data."""

from __future__ import annotations

import os
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from agents.broker.parent_death import end_with_parent

SECONDS_TO_END = 20.0

# A small heap and the quick compiler: tests want a fast start more than a high rate.
JAVA_OPTIONS = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.net.preferIPv4Stack=true")


@dataclass(slots=True)
class Node:
    """A broker and controller in one Java process, with a folder of its own."""

    number: int
    address: str
    """`127.0.0.1:PORT` of the client listener."""
    internal: str
    """`127.0.0.1:PORT` of a listener without security, for administration and for the other nodes."""
    folder: Path
    java_command: list[str]
    ends_with_us: bool = True
    """False leaves it running when this program ends."""
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def properties_file(self) -> Path:
        """Its configuration."""
        return self.folder / "server.properties"

    @property
    def log_file(self) -> Path:
        """Its warnings and errors."""
        return self.folder / "node.log"

    @property
    def runs(self) -> bool:
        """Whether its process lives."""
        return self.process is not None and self.process.poll() is None

    def start(self) -> None:
        """Launches the process; the cluster waits for its answer."""
        if self.runs:
            raise RuntimeError(f"node {self.number} runs already")
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                [*self.java_command, "kafka.Kafka", str(self.properties_file)],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for the program that uses it
                preexec_fn=end_with_parent() if self.ends_with_us else None,  # noqa: PLW1509 - two system calls
            )

    def stop(self) -> None:
        """Ends it as an operator would, with a controlled shutdown; SIGKILL where that takes too long."""
        if self.process is None:
            return
        self.resume()
        self.process.terminate()
        try:
            self.process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """SIGKILL: as when the machine fails."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def pause(self) -> None:
        """SIGSTOP: connections stay open and nothing answers, as in a network split or a long collection."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Lets a paused node go on."""
        self._signal(signal.SIGCONT)

    def last_words(self, lines: int = 15) -> str:
        """The end of its log."""
        if not self.log_file.exists():
            return ""
        return "\n".join(self.log_file.read_text(errors="replace").splitlines()[-lines:])

    def _signal(self, number: signal.Signals) -> None:
        if self.process is not None and self.runs:
            os.kill(self.process.pid, number)
