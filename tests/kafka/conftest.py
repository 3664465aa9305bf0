"""A broker for the tests: the embedded one always, Apache Kafka where it can be had."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator

import pytest

from agents.broker import EmbeddedBroker
from tests.kafka.clients import KafkaUnderTest
from tools.real_kafka import KafkaUnavailableError, RealKafka

_missing: list[str] = []


def real_kafka(**settings: object) -> RealKafka:
    """A started Apache Kafka; skips the test loudly, or fails it under ROTATIVE_REQUIRE_KAFKA=1, where there is none.

    Whoever starts it stops it.
    """
    kafka = RealKafka(**settings)
    try:
        kafka.start()
    except KafkaUnavailableError as error:
        if os.environ.get("ROTATIVE_REQUIRE_KAFKA") == "1":
            pytest.fail(f"ROTATIVE_REQUIRE_KAFKA=1, but {error}")
        _missing.append(str(error))
        pytest.skip(f"NOT TESTED AGAINST APACHE KAFKA: {error}")
    return kafka


@pytest.fixture(scope="session", params=["embedded", "apache"])
def kafka(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KafkaUnderTest]:
    """The broker under test, one of each kind for the whole run."""
    if request.param == "embedded":
        with EmbeddedBroker(state=tmp_path_factory.mktemp("broker")) as embedded:
            yield KafkaUnderTest(kind="embedded", bootstrap=embedded.address, profile=embedded.profile)
    else:
        apache = real_kafka()
        try:
            yield KafkaUnderTest(kind="apache", bootstrap=apache.bootstrap, profile=apache.profile)
        finally:
            apache.stop()


@pytest.fixture
def topic_prefix() -> str:
    """A prefix that no other test has, for topics and groups."""
    return f"test-{uuid.uuid4().hex[:12]}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says once more, where nobody overlooks it, that Apache Kafka was not there."""
    if _missing:
        terminalreporter.section("Apache Kafka", sep="!", red=True, bold=True)
        terminalreporter.line(f"The tests ran against the embedded broker alone: {_missing[0]}.", red=True)
        terminalreporter.line("What only Apache Kafka can show was NOT TESTED.", red=True)
