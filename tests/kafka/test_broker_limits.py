"""The embedded broker's limits that docs/brokers.md states and its profile works around.

Each test fails when a new version of the broker no longer has the limit: then the profile and the page change.
"""

import asyncio

import pytest
from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions
from aiokafka.errors import KafkaError

from agents.broker import EMBEDDED, EmbeddedBroker
from tests.kafka.clients import KafkaUnderTest, read

pytestmark = pytest.mark.kafka


@pytest.fixture(scope="module")
def kafka(tmp_path_factory):
    with EmbeddedBroker(state=tmp_path_factory.mktemp("broker")) as broker:
        yield KafkaUnderTest(kind="embedded", bootstrap=broker.address, profile=EMBEDDED)


async def test_end_offsets_are_wrong_for_batches_of_several_records(kafka, topic_prefix):
    topic = f"{topic_prefix}.raw"
    await kafka.create_topic(topic)
    async with kafka.producer(max_batch_size=16384, linger_ms=200) as producer:
        await asyncio.gather(*[await producer.send(topic, b"%d" % number) for number in range(50)])
    async with kafka.consumer(topic) as consumer:
        partition = TopicPartition(topic, 0)
        assert (await consumer.end_offsets([partition]))[partition] < 50
        assert len(await read(consumer, 50)) == 50


async def test_a_producer_cannot_be_idempotent(kafka):
    producer = AIOKafkaProducer(bootstrap_servers=kafka.bootstrap, enable_idempotence=True)
    with pytest.raises(KafkaError):
        await producer.start()
    await producer.stop()


async def test_partitions_cannot_be_added(kafka, topic_prefix):
    topic = f"{topic_prefix}.raw"
    await kafka.create_topic(topic, partitions=2)
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.bootstrap, request_timeout_ms=3000)
    await admin.start()
    try:
        with pytest.raises((KafkaError, asyncio.TimeoutError)):
            await admin.create_partitions({topic: NewPartitions(4)})
        (described,) = await admin.describe_topics([topic])
        assert len(described["partitions"]) == 2
    finally:
        await admin.close()


async def test_an_offset_out_of_range_is_no_error_and_reads_nothing(kafka, topic_prefix):
    topic = f"{topic_prefix}.raw"
    await kafka.create_topic(topic)
    async with kafka.producer() as producer:
        await producer.send_and_wait(topic, b"page")
    async with kafka.consumer() as consumer:
        partition = TopicPartition(topic, 0)
        consumer.assign([partition])
        consumer.seek(partition, 1000)
        assert await read(consumer, 1, within=2) == []  # a consumer told of it would begin at the beginning
