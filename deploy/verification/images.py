"""The images that the compose file names: pulled where a registry can be reached, else stand-ins under their tags.

A stand-in has the same broker (Apache Kafka from its Maven artifacts), the same Prometheus (Debian's) and the same
Python, so that Dockerfile and compose file run as they are. There is none for Grafana and kafka-ui: those are left out.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from deploy.verification.machine import REPOSITORY, CannotVerifyError, cache_directory, need, run, succeeds

STAND_INS = REPOSITORY / "deploy" / "stand-ins"
HOST_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
DEBIAN = "bookworm"
PACKAGES = "ca-certificates,python3,python3-pip,python3-venv"


def python_image() -> str:
    """The base image that the Dockerfile names."""
    for line in (REPOSITORY / "Dockerfile").read_text().splitlines():
        if line.startswith("ARG PYTHON_IMAGE="):
            return line.partition("=")[2]
    raise AssertionError("the Dockerfile names no PYTHON_IMAGE")


def provide(image: str) -> str:
    """Makes the image be there: `cached`, `pulled` or `stand-in`; CannotVerifyError where it cannot be had."""
    if succeeds(["docker", "image", "inspect", image]):
        return "cached"
    if succeeds(["docker", "pull", image], within=300):
        return "pulled"
    name = image.partition(":")[0]
    if image == python_image():
        _python_stand_in(image)
    elif name == "apache/kafka":
        _built_stand_in(image, STAND_INS / "kafka", libs=_kafka_jars(image))
    elif name == "prom/prometheus":
        _built_stand_in(image, STAND_INS / "prometheus")
    else:
        raise CannotVerifyError(f"no registry can be reached, and there is no stand-in for {image}")
    return "stand-in"


def _python_stand_in(image: str) -> None:
    if not image.startswith("python:3.11"):
        raise CannotVerifyError(f"Debian {DEBIAN} has Python 3.11; it cannot stand in for {image}")
    archive = cache_directory() / f"{DEBIAN}-python.tar"
    if not archive.exists():
        need("debootstrap", package="debootstrap")
        with tempfile.TemporaryDirectory(prefix="stand-in-", dir=cache_directory()) as scratch:
            root = Path(scratch) / "root"
            run(["debootstrap", "--variant=minbase", f"--include={PACKAGES}", DEBIAN, str(root)], within=900)
            _trim(root)
            run(["tar", "-C", str(root), "-cf", f"{scratch}/image.tar", "."])
            Path(scratch, "image.tar").rename(archive)
    # The certificates of this machine: behind a proxy that has its own, package indexes are trusted as they are here.
    trust = f"ENV PIP_CERT={HOST_CERTIFICATES} SSL_CERT_FILE={HOST_CERTIFICATES}"
    run(["docker", "import", "-c", trust, str(archive), image])


def _trim(root: Path) -> None:
    """Makes the tree look like the Python image: `python` on the path, pip allowed, nothing of the installation."""
    for marker in root.glob("usr/lib/python3*/EXTERNALLY-MANAGED"):
        marker.unlink()
    for name, target in (("python", "python3"), ("python3", "python3"), ("pip", "pip3")):
        link = root / "usr/local/bin" / name
        link.unlink(missing_ok=True)
        link.symlink_to(f"/usr/bin/{target}")
    if HOST_CERTIFICATES.exists():
        shutil.copy(HOST_CERTIFICATES, root / HOST_CERTIFICATES.relative_to("/"))
    for package in root.glob("var/cache/apt/archives/*.deb"):
        package.unlink()
    for folder in ("usr/share/doc", "usr/share/man", "var/lib/apt/lists"):
        shutil.rmtree(root / folder, ignore_errors=True)
    (root / "var/lib/apt/lists/partial").mkdir(parents=True)


def _built_stand_in(image: str, source: Path, *, libs: Path | None = None) -> None:
    provide(python_image())
    with tempfile.TemporaryDirectory(prefix="stand-in-", dir=cache_directory()) as scratch:
        context = Path(scratch) / "context"
        shutil.copytree(source, context)
        if libs is not None:
            shutil.copytree(libs, context / "libs")
        command = ["docker", "build", "--build-arg", f"BASE={python_image()}", "-t", image, str(context)]
        run(command, environment={"DOCKER_BUILDKIT": "0"})


def _kafka_jars(image: str) -> Path:
    from tools.real_kafka.jars import KafkaUnavailableError, jars, kafka_version  # noqa: PLC0415 - only needed here

    if image != f"apache/kafka:{kafka_version()}":
        raise CannotVerifyError(f"tools/real_kafka has Apache Kafka {kafka_version()}; it cannot stand in for {image}")
    try:
        return jars()
    except KafkaUnavailableError as error:
        raise CannotVerifyError(str(error)) from error


def container_process(container: str) -> int:
    """The number, on this machine, of a container's first process."""
    said = subprocess.run(
        ["docker", "inspect", "-f", "{{.State.Pid}}", container], capture_output=True, text=True, check=True
    )
    return int(said.stdout)
