"""Reading up to the end that a topic has at the call."""

from __future__ import annotations

from dataclasses import dataclass

from aiokafka import TopicPartition

from agents import reading
from agents.reading import _seek, read_until

A, B = TopicPartition("t", 0), TopicPartition("t", 1)


@dataclass
class Record:
    offset: int


class Consumer:
    """A consumer whose partitions hold these offsets and stand at their first; `gone`: offsets cleaned away."""

    def __init__(self, gone=(), **ends):
        self.at = {A: ends.get("begin", 0), B: ends.get("begin", 0)}
        self.ends = {A: ends.get("a", 0), B: ends.get("b", 0)}
        self.gone = set(gone)
        self.polls = 0

    async def position(self, at):
        return self.at[at]

    async def end_offsets(self, partitions):
        return self.ends

    async def offsets_for_times(self, times):
        return {A: Record(2), B: None}

    def seek(self, at, offset):
        self.at[at] = offset

    async def getmany(self, *partitions, timeout_ms):
        self.polls += 1
        if self.polls % 2:  # early and empty-handed, as the client may
            return {}
        found = {}
        for at in partitions:
            offset = self.at[at]
            if offset < self.ends[at] + 3 and offset not in self.gone:
                found[at] = [Record(offset)]
                self.at[at] = offset + 1
        return found


async def test_everything_up_to_the_end_and_nothing_that_came_later():
    consumer = Consumer(a=3, b=1)
    read = [record.offset async for record in read_until(consumer, {A: 3, B: 1})]
    assert sorted(read) == [0, 0, 1, 2]


async def test_an_empty_topic_ends_at_once():
    consumer = Consumer()
    assert [record async for record in read_until(consumer, {A: 0, B: 0})] == []
    assert consumer.polls == 0


async def test_what_was_cleaned_away_before_the_end_is_not_waited_for_for_ever(monkeypatch):
    monkeypatch.setattr(reading, "SILENCE_SECONDS", 0.05)
    consumer = Consumer(a=3, gone=[1])
    assert [record.offset async for record in read_until(consumer, {A: 3})] == [0]


async def test_from_a_time_a_partition_without_newer_records_stands_at_its_end():
    consumer = Consumer(a=5, b=4)
    await _seek(consumer, [A, B], 1_714_723_200_000, {})
    assert consumer.at == {A: 2, B: 4}


async def test_from_offsets_the_others_stay():
    consumer = Consumer(a=5, b=4)
    await _seek(consumer, [A, B], None, {1: 3})
    assert consumer.at == {A: 0, B: 3}
