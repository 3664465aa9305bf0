"""A client that has lost count is replaced, once, and still delivers what it can."""

from __future__ import annotations

import asyncio
from typing import ClassVar

import pytest
from aiokafka.errors import KafkaConnectionError, MessageSizeTooLargeError, NotEnoughReplicasError
from faust.transport.drivers import aiokafka as driver

from agents.app import create_app
from agents.outputs import Record
from agents.settings import load_settings

RECORD = Record("t.articles", b"k", b"v", [("a", b"1")], 3)


class Client:
    """A client of aiokafka that answers every record the same; keeps what it was given."""

    made: ClassVar[list[Client]] = []
    starts = True

    def __init__(self, **settings):
        self.settings = settings
        self.answer = None
        self.took = []
        self.stopped = False
        Client.made.append(self)

    async def start(self):
        if not Client.starts:
            raise KafkaConnectionError

    async def stop(self):
        self.stopped = True

    async def send(self, topic, value, *, key, partition, headers):
        await asyncio.sleep(0)
        delivered = asyncio.get_running_loop().create_future()
        if self.answer is None:
            self.took.append(Record(topic, key, value, headers, partition))
            delivered.set_result(None)
        else:
            delivered.set_exception(self.answer)
        return delivered


@pytest.fixture
async def producer(monkeypatch):
    Client.made, Client.starts = [], True
    monkeypatch.setattr(driver.Producer, "_producer_type", Client)
    app = create_app(load_settings(broker="127.0.0.1:1", processes=1, web=False))
    made = app.transport.create_producer()
    made._producer = made._new_producer()
    return made


async def test_a_record_is_delivered_whole(producer):
    await producer.deliver(RECORD)
    assert Client.made[0].took == [RECORD]
    assert Client.made[0].settings["enable_idempotence"] is True


async def test_after_a_refusal_a_new_client_takes_over_whoever_asks_and_the_old_one_is_ended(producer):
    Client.made[0].answer = MessageSizeTooLargeError()
    refused = await asyncio.gather(*(producer.deliver(RECORD) for _ in range(5)), return_exceptions=True)
    assert [type(error) for error in refused] == [MessageSizeTooLargeError] * 5
    await producer.deliver(RECORD)
    assert len(Client.made) == 2
    assert Client.made[1].took == [RECORD]
    await asyncio.sleep(0)
    assert Client.made[0].stopped


async def test_what_passes_by_itself_replaces_nothing(producer):
    Client.made[0].answer = NotEnoughReplicasError()
    with pytest.raises(NotEnoughReplicasError):
        await producer.deliver(RECORD)
    assert len(Client.made) == 1


async def test_a_record_alone_has_a_client_without_numbers_that_a_refusal_leaves_in_place(producer):
    await producer.deliver(RECORD, alone=True)
    single = Client.made[1]
    assert (single.took, Client.made[0].took) == ([RECORD], [])
    assert (single.settings["max_batch_size"], "enable_idempotence" in single.settings) == (1, False)
    single.answer = MessageSizeTooLargeError()
    with pytest.raises(MessageSizeTooLargeError):
        await producer.deliver(RECORD, alone=True)
    single.answer = None
    await producer.deliver(RECORD, alone=True)
    assert len(Client.made) == 2


async def test_where_no_new_client_can_start_the_old_one_stays_until_the_next_try(producer):
    Client.made[0].answer, Client.starts = MessageSizeTooLargeError(), False
    with pytest.raises(KafkaConnectionError):
        await producer.deliver(RECORD)
    assert Client.made[1].stopped
    assert not Client.made[0].stopped
    Client.starts = True
    with pytest.raises(MessageSizeTooLargeError):
        await producer.deliver(RECORD)
    await producer.deliver(RECORD)
    assert Client.made[2].took == [RECORD]


async def test_every_client_is_ended_with_the_producer(producer):
    await producer.deliver(RECORD, alone=True)
    await producer.on_stop()
    assert [client.stopped for client in Client.made] == [True, True]
