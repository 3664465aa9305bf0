"""What the pipeline asks of a broker, the same on the embedded one and on Apache Kafka."""

import asyncio
import signal
import time

import pytest
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import MessageSizeTooLargeError, TopicAlreadyExistsError

from tests.kafka.clients import members, read

pytestmark = pytest.mark.kafka


async def test_a_record_arrives_as_it_was_sent(kafka, topic_prefix):
    topic = f"{topic_prefix}.raw"
    await kafka.create_topic(topic)
    headers = [("url", "https://presse.example/à".encode()), ("empty", b""), ("twice", b"1"), ("twice", b"2")]
    sent = [
        (b"presse.example", bytes(range(256)), headers),
        (None, b"", []),
        (b"tombstone", None, []),
    ]
    async with kafka.producer() as producer:
        for key, value, with_headers in sent:
            await producer.send_and_wait(topic, value, key=key, headers=with_headers, timestamp_ms=1_610_000_000_123)
    async with kafka.consumer(topic) as consumer:
        records = await read(consumer, len(sent))
    assert [(record.key, record.value, list(record.headers)) for record in records] == sent
    assert [record.offset for record in records] == [0, 1, 2]
    assert {record.timestamp for record in records} == {1_610_000_000_123}


@pytest.mark.parametrize("compression", ["gzip", "lz4", "zstd"])
async def test_compressed_pages_arrive_whole(kafka, topic_prefix, compression):
    topic = f"{topic_prefix}.raw"
    await kafka.create_topic(topic)
    pages = [(f"<p>{number}</p>" * 5000).encode() for number in range(10)]
    async with kafka.producer(compression_type=compression) as producer:
        await asyncio.gather(*[await producer.send(topic, page) for page in pages])
    async with kafka.consumer(topic) as consumer:
        assert [record.value for record in await read(consumer, len(pages))] == pages


async def test_a_topic_has_the_partitions_and_settings_it_was_created_with(kafka, topic_prefix):
    topic = f"{topic_prefix}.articles"
    await kafka.create_topic(topic, partitions=6, cleanup_policy="compact", retention_ms="86400000")
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.bootstrap)
    await admin.start()
    try:
        (described,) = await admin.describe_topics([topic])
        assert len(described["partitions"]) == 6
        again = await admin.create_topics([NewTopic(topic, 6, 1)])
        assert [error[1] for error in again.topic_errors] == [TopicAlreadyExistsError.errno]
    finally:
        await admin.close()


async def test_the_same_key_always_goes_to_the_same_partition(kafka, topic_prefix):
    topic = f"{topic_prefix}.raw"
    await kafka.create_topic(topic, partitions=4)
    async with kafka.producer() as producer:
        for number in range(60):
            await producer.send_and_wait(topic, b"%d" % number, key=b"host-%d" % (number % 12))
    async with kafka.consumer(topic) as consumer:
        records = await read(consumer, 60)
    homes = {}
    for record in records:
        homes.setdefault(record.key, set()).add(record.partition)
    assert len(homes) == 12
    assert all(len(partitions) == 1 for partitions in homes.values())
    assert len(set.union(*homes.values())) > 1


async def test_a_page_of_five_megabytes_goes_through(kafka, topic_prefix):
    topic = f"{topic_prefix}.raw"
    await kafka.create_topic(topic, max_message_bytes="6000000")
    page = b"x" * 5_000_000
    async with kafka.producer() as producer:
        await producer.send_and_wait(topic, page)
    async with kafka.consumer(topic) as consumer:
        (record,) = await read(consumer, 1)
    assert record.value == page


async def test_the_size_limit_of_a_topic_is_held_where_the_profile_says_so(kafka, topic_prefix):
    topic = f"{topic_prefix}.raw"
    await kafka.create_topic(topic, max_message_bytes="10000")
    async with kafka.producer() as producer:
        if kafka.profile.enforces_message_size:
            with pytest.raises(MessageSizeTooLargeError):
                await producer.send_and_wait(topic, b"x" * 20_000)
        else:
            assert (await producer.send_and_wait(topic, b"x" * 20_000)).offset == 0


async def test_end_offsets_are_exact_with_the_profile(kafka, topic_prefix):
    topic = f"{topic_prefix}.raw"
    await kafka.create_topic(topic)
    async with kafka.producer() as producer:
        await asyncio.gather(*[await producer.send(topic, b"%d" % number) for number in range(50)])
    async with kafka.consumer() as consumer:
        partition = TopicPartition(topic, 0)
        assert await consumer.end_offsets([partition]) == {partition: 50}
        assert await consumer.beginning_offsets([partition]) == {partition: 0}


async def test_a_group_goes_on_where_it_committed(kafka, topic_prefix):
    topic, group = f"{topic_prefix}.raw", f"{topic_prefix}-group"
    await kafka.create_topic(topic)
    async with kafka.producer() as producer:
        for number in range(10):
            await producer.send_and_wait(topic, b"%d" % number)
    async with kafka.consumer(topic, group_id=group) as consumer:
        assert len(await read(consumer, 10)) == 10
        await consumer.commit({TopicPartition(topic, 0): 6})
    async with kafka.consumer(topic, group_id=group) as consumer:
        assert await consumer.committed(TopicPartition(topic, 0)) == 6
        assert [record.value for record in await read(consumer, 4)] == [b"6", b"7", b"8", b"9"]


async def test_the_first_record_comes_soon_after_the_first_member(kafka, topic_prefix):
    topic = f"{topic_prefix}.raw"
    await kafka.create_topic(topic, partitions=4)
    async with kafka.producer() as producer:
        await producer.send_and_wait(topic, b"page")
        begun = time.monotonic()
        async with kafka.consumer(topic, group_id=f"{topic_prefix}-group") as consumer:
            assert len(await read(consumer, 1)) == 1
        assert time.monotonic() - begun < 30


async def test_what_a_killed_member_held_is_taken_over_and_nothing_is_lost(kafka, topic_prefix, tmp_path):
    topic, group = f"{topic_prefix}.raw", f"{topic_prefix}-group"
    await kafka.create_topic(topic, partitions=4)

    async def until(condition, what, within=40.0):
        deadline = time.monotonic() + within
        while not condition():
            assert time.monotonic() < deadline, f"{what}: {[member.said('assigned') for member in pair]}"
            await asyncio.sleep(0.1)

    async def send(numbers):
        for number in numbers:
            await producer.send_and_wait(topic, b"page", key=b"%d" % number, partition=number % 4)

    def read_by_both():
        return {key for member in pair for key in member.said("read")}

    with members(kafka, 2, group=group, topic=topic, folder=tmp_path) as pair:
        await until(lambda: all(member.said("assigned")[-1:] == ["2"] for member in pair), "two partitions each")
        async with kafka.producer() as producer:
            await send(range(40))
            await until(lambda: len(read_by_both()) == 40, "the first pages")
            assert all(member.said("read") for member in pair)
            pair[0].end(signal.SIGKILL)
            await send(range(40, 80))
            await until(lambda: read_by_both() == {str(number) for number in range(80)}, "the last pages")
        assert pair[1].said("assigned")[-1] == "4"
