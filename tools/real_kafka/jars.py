"""Where Java is, and where Apache Kafka's jars are: fetched by Maven once, cached for good."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
POM = HERE / "pom.xml"

OLDEST_JAVA = 17  # Kafka 4's brokers need it
SECONDS_TO_FETCH = 600

# Everything Maven says is kept out of the way unless it fails.
_FETCH = ("-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime")


class KafkaUnavailableError(RuntimeError):
    """Apache Kafka cannot be had on this machine; the message says what is missing."""


def kafka_version() -> str:
    """The version of Apache Kafka that the pom names."""
    found = re.search(r"<artifactId>kafka_2\.13</artifactId>\s*<version>([\d.]+)</version>", POM.read_text())
    assert found
    return found[1]


def java() -> str:
    """The path of a Java that is new enough; KafkaUnavailableError where there is none."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=f"{home}/bin") if home else None
    found = found or shutil.which("java")
    if found is None:
        raise KafkaUnavailableError(f"Apache Kafka needs Java {OLDEST_JAVA} or newer, and there is no `java` here")
    said = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    if version is None or int(version[1]) < OLDEST_JAVA:
        first_line = (said.splitlines() or ["nothing"])[0]
        raise KafkaUnavailableError(f"Apache Kafka needs Java {OLDEST_JAVA} or newer; {found} says: {first_line}")
    return found


def jars() -> Path:
    """The folder with Kafka's jars, fetched now if it is not cached; KafkaUnavailableError where that fails."""
    cached = cache_directory() / f"{kafka_version()}-{hashlib.sha256(POM.read_bytes()).hexdigest()[:12]}"
    if not cached.is_dir():
        _fetch(cached)
    return cached


def cache_directory() -> Path:
    """`$ROTATIVE_KAFKA_CACHE`, else `~/.cache/rotative/kafka`."""
    chosen = os.environ.get("ROTATIVE_KAFKA_CACHE")
    return Path(chosen) if chosen else Path.home() / ".cache" / "rotative" / "kafka"


def _fetch(target: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise KafkaUnavailableError("Apache Kafka's jars are not cached, and there is no Maven (`mvn`) to fetch them")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="fetch-", dir=target.parent) as scratch:
        shutil.copy(POM, scratch)
        command = [maven, *_FETCH, "-DoutputDirectory=libs"]
        try:
            done = subprocess.run(
                command, cwd=scratch, capture_output=True, text=True, timeout=SECONDS_TO_FETCH, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise KafkaUnavailableError(f"Maven did not fetch Apache Kafka in {SECONDS_TO_FETCH} s") from error
        if done.returncode != 0:
            reason = next((line for line in done.stdout.splitlines() if "ERROR" in line), "no reason given")
            raise KafkaUnavailableError(f"Maven could not fetch Apache Kafka {kafka_version()}: {reason}")
        try:
            (Path(scratch) / "libs").rename(target)  # in one step: a cache is whole or absent
        except OSError:
            if not target.is_dir():  # otherwise somebody else fetched it meanwhile
                raise
