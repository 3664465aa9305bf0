"""Why a broker cannot be reached is said in words that name what to look at."""

import socket
import ssl

import pytest
from aiokafka.errors import ClusterAuthorizationFailedError, KafkaConnectionError, TopicAuthorizationFailedError

from agents.broker import EmbeddedBroker
from agents.broker.diagnosis import explain

UNREACHABLE = KafkaConnectionError("Unable to bootstrap")
PLAINTEXT = {"security_protocol": "PLAINTEXT"}


def tls():
    return {"security_protocol": "SSL", "ssl_context": ssl.create_default_context()}


@pytest.fixture
def stranger():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"127.0.0.1:{listening.getsockname()[1]}"


async def test_nothing_listens():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        free = f"127.0.0.1:{probe.getsockname()[1]}"
    said = await explain(free, PLAINTEXT, UNREACHABLE)
    assert said.startswith(f"{free}: nothing listens there")


async def test_a_name_that_does_not_exist():
    said = await explain("kafka.invalid:9092", PLAINTEXT, UNREACHABLE)
    assert "kafka.invalid:9092: there is no host of that name" in said
    assert "ROTATIVE_BROKER" in said


async def test_a_program_that_is_no_kafka(stranger, monkeypatch):
    monkeypatch.setattr("agents.broker.diagnosis.SECONDS_FOR_ONE_SERVER", 0.3)
    said = await explain(stranger, PLAINTEXT, UNREACHABLE)
    assert "does not answer as a Kafka with PLAINTEXT" in said
    assert "ROTATIVE_SECURITY_PROTOCOL" in said


async def test_tls_to_a_broker_that_speaks_plaintext(tmp_path, monkeypatch):
    monkeypatch.setattr("agents.broker.diagnosis.SECONDS_FOR_ONE_SERVER", 2.0)
    async with EmbeddedBroker(state=tmp_path) as broker:
        said = await explain(broker.address, tls(), UNREACHABLE)
    assert "ROTATIVE_SECURITY_PROTOCOL" in said
    assert "SSL" in said


async def test_the_first_server_that_says_why_is_named(tmp_path):
    async with EmbeddedBroker(state=tmp_path) as broker:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            free = f"127.0.0.1:{probe.getsockname()[1]}"
        said = await explain(f"{broker.address}, {free}", PLAINTEXT, UNREACHABLE)
        assert said.startswith(f"{free}: nothing listens")


async def test_a_broker_that_lets_us_in_leaves_the_first_error(tmp_path):
    async with EmbeddedBroker(state=tmp_path) as broker:
        said = await explain(broker.address, PLAINTEXT, UNREACHABLE)
    assert "Unable to bootstrap" in said


@pytest.mark.parametrize(
    ("error", "what"), [(TopicAuthorizationFailedError(), "topic"), (ClusterAuthorizationFailedError(), "cluster")]
)
async def test_a_missing_right_names_the_user_and_where_the_rights_are_listed(error, what):
    said = await explain("127.0.0.1:1", {"sasl_plain_username": "crawler"}, error)
    assert said.startswith(f"authorization failed: crawler lacks a right on the {what}")
    assert "docs/operations/deployment.md" in said
