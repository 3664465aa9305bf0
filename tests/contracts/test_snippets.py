"""The Java, Go and kcat programs of docs/producers.md, as they stand there, against a broker."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.contracts.test_examples import URL, page, raw_message  # noqa: F401 - a fixture
from tests.kafka.clients import KafkaUnderTest
from tools.real_kafka.jars import jars

DOCS = (Path(__file__).parents[2] / "docs" / "producers.md").read_text(encoding="utf-8")
KAFKA_GO = "github.com/segmentio/kafka-go@v0.4.47"
pytestmark = pytest.mark.kafka


def snippet(heading: str, kafka: KafkaUnderTest, prefix: str) -> str:
    """The first program under that heading, for our broker and topic."""
    found = re.search(rf"^## {heading}$.*?^```\w+\n(.*?)^```", DOCS, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1].replace("127.0.0.1:9092", kafka.bootstrap).replace("news.raw", f"{prefix}.raw")


def run(command: list[str], folder: Path, seconds: float = 150) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=seconds, check=False)
    assert done.returncode == 0, done.stderr


async def arrives(kafka: KafkaUnderTest, prefix: str, sent: bytes, url: str) -> None:
    message = await raw_message(kafka, f"{prefix}.raw")
    assert message.value == sent
    assert message.key == b"presse.example"
    assert dict(message.headers) == {"url": url.encode(), "content-type": b"text/html"}


async def test_java_sends_a_page(kafka, topic_prefix, page, tmp_path):  # noqa: F811
    if kafka.kind != "apache":
        pytest.skip("the Kafka client for Java comes with Apache Kafka's jars")
    await kafka.create_topic(f"{topic_prefix}.raw")
    (tmp_path / "SendPage.java").write_text(snippet("Java", kafka, topic_prefix), encoding="utf-8")
    run(["java", "-cp", f"{jars()}/*", "SendPage.java", str(page), URL], tmp_path)
    await arrives(kafka, topic_prefix, page.read_bytes(), URL)


async def test_go_sends_a_page(kafka, topic_prefix, page, tmp_path):  # noqa: F811
    if shutil.which("go") is None:
        pytest.skip("NOT TESTED WITH GO: it is not installed")
    await kafka.create_topic(f"{topic_prefix}.raw")
    (tmp_path / "send_page.go").write_text(snippet("Go", kafka, topic_prefix), encoding="utf-8")
    for command in (["go", "mod", "init", "example"], ["go", "get", KAFKA_GO]):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
        if done.returncode != 0:
            pytest.skip(f"NOT TESTED WITH GO: {done.stderr[-300:]}")
    run(["go", "run", ".", str(page), URL], tmp_path)
    await arrives(kafka, topic_prefix, page.read_bytes(), URL)


async def test_kcat_sends_a_page(kafka, topic_prefix, page):  # noqa: F811
    if shutil.which("kcat") is None or shutil.which("bash") is None:
        pytest.skip("NOT TESTED WITH KCAT: it is not installed")
    if kafka.kind != "apache":
        pytest.skip("kcat of Debian 12 cannot talk to the embedded broker: docs/brokers.md")
    await kafka.create_topic(f"{topic_prefix}.raw")
    assert page.name == "page.html"
    done = subprocess.run(
        ["bash", "-c", snippet("kcat", kafka, topic_prefix)],
        cwd=page.parent,
        env=os.environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    await arrives(kafka, topic_prefix, page.read_bytes(), "https://presse.example/1")
