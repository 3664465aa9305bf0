"""What only Apache Kafka can show: data outlives the process, copies outlive a node, strangers are kept out."""

import asyncio
import shutil
import ssl

import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaConnectionError, KafkaError, MessageSizeTooLargeError, TopicAuthorizationFailedError

from agents.broker import KAFKA
from tests.kafka.clients import KafkaUnderTest, read
from tests.kafka.conftest import real_kafka
from tools.real_kafka import KafkaUnavailableError, RealKafka, Right, Security
from tools.real_kafka.jars import jars, java, kafka_version
from tools.real_kafka.security import client_context

pytestmark = pytest.mark.kafka

PASSWORD = "correct horse"


@pytest.fixture(scope="module")
def three_nodes():
    cluster = real_kafka(nodes=3)
    yield cluster
    cluster.stop()


@pytest.fixture(scope="module")
def guarded():
    cluster = real_kafka(security=Security(users={"press": PASSWORD, "reader": PASSWORD}, access_control=True))
    administration = KafkaUnderTest(kind="apache", bootstrap=cluster.nodes[0].internal, profile=KAFKA)
    asyncio.run(administration.create_topic("news.raw"))
    cluster.allow(Right("press", ("Write", "Describe"), "news.raw"))
    yield cluster
    cluster.stop()


async def send_as(cluster, user, password, mechanism="SCRAM-SHA-512", *, context=None):
    producer = AIOKafkaProducer(
        bootstrap_servers=cluster.bootstrap,
        security_protocol=cluster.security.protocol,
        ssl_context=context or client_context(cluster.certificate),
        sasl_mechanism=mechanism,
        sasl_plain_username=user,
        sasl_plain_password=password,
        request_timeout_ms=5000,
    )
    try:
        await producer.start()
        return await producer.send_and_wait("news.raw", b"page")
    finally:
        await producer.stop()


async def test_records_and_offsets_outlive_a_killed_broker(topic_prefix):
    cluster = real_kafka()
    kafka = KafkaUnderTest(kind="apache", bootstrap=cluster.bootstrap, profile=KAFKA)
    topic, group = f"{topic_prefix}.raw", f"{topic_prefix}-group"
    try:
        await kafka.create_topic(topic)
        async with kafka.producer() as producer:
            for number in range(10):
                await producer.send_and_wait(topic, b"%d" % number)
        async with kafka.consumer(topic, group_id=group) as consumer:
            assert len(await read(consumer, 10)) == 10
            offsets = dict.fromkeys(consumer.assignment(), 7)
            await consumer.commit(offsets)
        cluster.nodes[0].kill()
        cluster.nodes[0].start()
        cluster.wait_until_all_answer()
        async with kafka.consumer(topic, group_id=group) as consumer:
            assert [record.value for record in await read(consumer, 3)] == [b"7", b"8", b"9"]
    finally:
        cluster.stop()


async def test_a_paused_broker_delays_a_record_and_does_not_lose_it(three_nodes, topic_prefix):
    kafka = KafkaUnderTest(kind="apache", bootstrap=three_nodes.bootstrap, profile=KAFKA)
    topic = f"{topic_prefix}.raw"
    await kafka.create_topic(topic)
    async with kafka.producer() as producer:
        for node in three_nodes.nodes:
            node.pause()
        sending = asyncio.ensure_future(producer.send_and_wait(topic, b"page"))
        await asyncio.sleep(1.5)
        assert not sending.done()
        for node in three_nodes.nodes:
            node.resume()
        await asyncio.wait_for(sending, 60)
    async with kafka.consumer(topic) as consumer:
        assert [record.value for record in await read(consumer, 1)] == [b"page"]


async def test_a_topic_with_copies_outlives_a_node(three_nodes, topic_prefix):
    topic = f"{topic_prefix}.raw"
    first = three_nodes.nodes[0]
    three_nodes.command(
        "org.apache.kafka.tools.TopicCommand",
        *("--bootstrap-server", first.internal, "--create", "--topic", topic),
        *("--partitions", "3", "--replication-factor", "3"),
    )
    kafka = KafkaUnderTest(kind="apache", bootstrap=three_nodes.bootstrap, profile=KAFKA)
    async with kafka.producer() as producer:
        for number in range(30):
            await producer.send_and_wait(topic, b"%d" % number, partition=number % 3)
        first.kill()
        for number in range(30, 60):
            await producer.send_and_wait(topic, b"%d" % number, partition=number % 3)
    async with kafka.consumer(topic) as consumer:
        assert {int(record.value) for record in await read(consumer, 60)} == set(range(60))
    first.start()
    three_nodes.wait_until_all_answer()


@pytest.mark.parametrize("mechanism", ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"])
async def test_a_user_with_rights_gets_in(guarded, mechanism):
    assert (await send_as(guarded, "press", PASSWORD, mechanism)).topic == "news.raw"


@pytest.mark.parametrize("mechanism", ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"])
async def test_a_wrong_password_does_not(guarded, mechanism):
    with pytest.raises(KafkaConnectionError):
        await send_as(guarded, "press", "wrong", mechanism)


async def test_a_user_without_rights_is_refused(guarded):
    with pytest.raises(TopicAuthorizationFailedError):
        await send_as(guarded, "reader", PASSWORD)


async def test_a_client_that_does_not_know_the_certificate_does_not_connect(guarded):
    with pytest.raises(KafkaConnectionError):
        await send_as(guarded, "press", PASSWORD, context=ssl.create_default_context())


async def test_a_client_without_tls_does_not_connect(guarded):
    producer = AIOKafkaProducer(bootstrap_servers=guarded.bootstrap, request_timeout_ms=2000)
    with pytest.raises(KafkaError):
        await producer.start()
    await producer.stop()


async def test_a_property_of_the_broker_can_be_set(topic_prefix):
    cluster = real_kafka(properties={"message.max.bytes": "2000"})
    kafka = KafkaUnderTest(kind="apache", bootstrap=cluster.bootstrap, profile=KAFKA)
    try:
        await kafka.create_topic(topic_prefix)
        async with kafka.producer() as producer:
            with pytest.raises(MessageSizeTooLargeError):
                await producer.send_and_wait(topic_prefix, b"x" * 4000)
    finally:
        cluster.stop()


def test_without_java_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(KafkaUnavailableError, match="Java 17"):
        RealKafka().start()


def test_an_old_java_is_refused_and_quoted(monkeypatch, tmp_path):
    old = tmp_path / "java"
    old.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(KafkaUnavailableError, match=r"11\.0\.2"):
        java()


def test_without_maven_and_without_a_cache_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("ROTATIVE_KAFKA_CACHE", str(tmp_path))
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with pytest.raises(KafkaUnavailableError, match="Maven"):
        jars()


def test_a_failed_fetch_is_told_and_leaves_no_half_cache(monkeypatch, tmp_path):
    maven = tmp_path / "mvn"
    maven.write_text("#!/bin/sh\nmkdir libs; touch libs/half.jar\necho '[ERROR] no route to the repository'\nexit 1\n")
    maven.chmod(0o755)
    cache = tmp_path / "cache"
    monkeypatch.setenv("ROTATIVE_KAFKA_CACHE", str(cache))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(KafkaUnavailableError, match="no route to the repository"):
        jars()
    assert list(cache.iterdir()) == []


def test_the_version_is_the_one_of_the_pom():
    assert kafka_version().startswith("4.")
