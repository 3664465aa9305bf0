"""Records are handed over again and again within a budget; one the broker can never take is told apart."""

from __future__ import annotations

import asyncio

import pytest
from aiokafka.errors import (
    KafkaConnectionError,
    KafkaTimeoutError,
    MessageSizeTooLargeError,
    NotEnoughReplicasError,
    RecordListTooLargeError,
    TopicAuthorizationFailedError,
    UnknownTopicOrPartitionError,
)

from agents import publishing
from agents.outputs import Record
from agents.publishing import Publisher, PublishError, RecordRefusedError


class Broker:
    """Stands for the app: its producer's answers are given by the test, the last for ever."""

    def __init__(self, *answers):
        self.producer = self
        self.answers = list(answers)
        self.took = []
        self.asked = []

    async def deliver(self, record, *, alone=False):
        self.asked.append(alone)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, float):
            await asyncio.sleep(answer)
        elif answer is not None:
            raise answer
        self.took.append(record)


RECORD = Record("t.articles", b"k", b"v", [("a", b"1")], 3)


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(publishing, "FIRST_WAIT_SECONDS", 0.001)
    monkeypatch.setattr(publishing, "LONGEST_WAIT_SECONDS", 0.01)
    monkeypatch.setattr(publishing, "SAY_SECONDS", 0.05)


async def test_a_record_arrives_as_it_is():
    broker = Broker(None)
    await Publisher(broker, 1.0).publish([RECORD])
    assert broker.took == [RECORD]


async def test_nothing_to_publish_is_done_at_once():
    await Publisher(Broker(None), 1.0).publish([])


async def test_a_refused_record_is_tried_again_until_it_is_taken():
    broker = Broker(NotEnoughReplicasError(), KafkaConnectionError(), None)
    await Publisher(broker, 5.0).publish([RECORD])
    assert broker.took == [RECORD]
    assert broker.asked == [False] * 3


async def test_after_the_budget_the_topic_and_the_cause_are_named():
    with pytest.raises(PublishError, match=r"t\.articles took no record for 0\.05 s: TopicAuthorizationFailedError"):
        await Publisher(Broker(TopicAuthorizationFailedError()), 0.05).publish([RECORD])


@pytest.mark.parametrize("error", [KafkaTimeoutError, UnknownTopicOrPartitionError, KafkaConnectionError])
async def test_what_can_pass_by_itself_is_waited_for_beyond_the_budget(error):
    broker = Broker(*[error()] * 40, None)
    await Publisher(broker, 0.01).publish([RECORD])
    assert broker.took == [RECORD]


async def test_a_wait_inside_the_client_is_said_with_its_topics(caplog):
    await Publisher(Broker(0.12), 1.0).publish([RECORD])
    said = [line for line in caplog.messages if "t.articles took nothing" in line]
    assert len(said) == 2


@pytest.mark.parametrize("error", [MessageSizeTooLargeError, RecordListTooLargeError])
async def test_a_record_that_is_too_large_by_itself_is_refused(error):
    broker = Broker(error("too large"))
    with pytest.raises(RecordRefusedError, match=r"t\.articles: .*too large"):
        await Publisher(broker, 60.0).publish([RECORD])
    assert broker.asked == [False, True]


async def test_a_record_in_a_batch_that_is_too_large_goes_alone_and_so_do_those_after_it():
    broker = Broker(MessageSizeTooLargeError(), None)
    publisher = Publisher(broker, 5.0)
    await publisher.publish([RECORD])
    await publisher.publish([RECORD])
    assert broker.took == [RECORD] * 2
    assert broker.asked == [False, True, True]


async def test_an_error_waits_for_the_other_records():
    """A page's outcome is written after its outputs: none of them may still be on its way then."""
    broker = Broker(TopicAuthorizationFailedError(), NotEnoughReplicasError(), NotEnoughReplicasError(), None)
    with pytest.raises(PublishError):
        await Publisher(broker, 0.0).publish([RECORD, RECORD])
    assert len(broker.took) == 1
