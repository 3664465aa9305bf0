"""Records are handed over again and again within a budget; one the broker can never take is told apart."""

from __future__ import annotations

import asyncio

import pytest
from aiokafka.errors import (
    KafkaConnectionError,
    MessageSizeTooLargeError,
    NotEnoughReplicasError,
    RecordTooLargeError,
)
from faust.exceptions import ProducerSendError

from agents import publishing
from agents.outputs import Record
from agents.publishing import Publisher, PublishError, RecordRefusedError


class Broker:
    """Stands for the app: its producer's answers are given by the test, the last for ever."""

    def __init__(self, *answers, at="delivery"):
        self.producer = self
        self.answers = list(answers)
        self.at = at
        self.took = []
        self.asked = 0

    async def send(self, topic, key, value, partition, timestamp, headers):
        self.asked += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer is not None and self.at == "send":
            raise ProducerSendError("refused") from answer
        delivered = asyncio.get_running_loop().create_future()
        if answer is None:
            self.took.append((topic, key, value, partition, headers))
            delivered.set_result(None)
        else:
            delivered.set_exception(answer)
        return delivered


RECORD = Record("t.articles", b"k", b"v", [("a", b"1")], 3)


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(publishing, "FIRST_WAIT_SECONDS", 0.001)
    monkeypatch.setattr(publishing, "LONGEST_WAIT_SECONDS", 0.01)


async def test_a_record_arrives_whole():
    broker = Broker(None)
    await Publisher(broker, 1.0).publish([RECORD])
    assert broker.took == [("t.articles", b"k", b"v", 3, [("a", b"1")])]


@pytest.mark.parametrize("at", ["send", "delivery"])
async def test_a_refused_record_is_tried_again_until_it_is_taken(at):
    broker = Broker(NotEnoughReplicasError(), KafkaConnectionError(), None, at=at)
    await Publisher(broker, 5.0).publish([RECORD])
    assert (broker.asked, len(broker.took)) == (3, 1)


async def test_after_the_budget_the_topic_and_the_cause_are_named():
    with pytest.raises(PublishError, match=r"t\.articles took no record for 0\.05 s: NotEnoughReplicasError"):
        await Publisher(Broker(NotEnoughReplicasError()), 0.05).publish([RECORD])


@pytest.mark.parametrize("at", ["send", "delivery"])
@pytest.mark.parametrize("error", [MessageSizeTooLargeError, RecordTooLargeError])
async def test_a_record_that_is_too_large_is_not_tried_again(error, at):
    broker = Broker(error("too large"), at=at)
    with pytest.raises(RecordRefusedError, match=r"t\.articles: .*too large"):
        await Publisher(broker, 60.0).publish([RECORD])
    assert broker.asked == 1


async def test_an_error_waits_for_the_other_records():
    """A page's outcome is written after its outputs: none of them may still be on its way then."""
    broker = Broker(MessageSizeTooLargeError(), NotEnoughReplicasError(), None)
    with pytest.raises(RecordRefusedError):
        await Publisher(broker, 5.0).publish([RECORD, RECORD])
    assert len(broker.took) == 1
