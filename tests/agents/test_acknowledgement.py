"""Many pages at once, acknowledged as if one by one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.acknowledgement import OrderedAcknowledgement


@dataclass
class Message:
    tp: int
    offset: int


@dataclass
class Event:
    """What the acknowledgement needs of a Faust event."""

    message: Message
    acknowledged: list[tuple[int, int]]

    def ack(self):
        self.acknowledged.append((self.message.tp, self.message.offset))


@dataclass
class Stream:
    """A stream that hands out events without acknowledging them."""

    waiting: list[Event]
    taken: list[Event] = field(default_factory=list)

    def noack(self):
        return self

    async def events(self):
        for event in self.waiting:
            self.taken.append(event)
            yield event


def stream_of(positions):
    acknowledged: list[tuple[int, int]] = []
    return Stream([Event(Message(tp, offset), acknowledged) for tp, offset in positions]), acknowledged


async def never(error):
    raise AssertionError(f"stopped by {error!r}")


@settings(max_examples=60, deadline=None)
@given(
    delays=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4)), min_size=1, max_size=25), limit=st.integers(1, 6)
)
def test_acknowledgements_leave_in_offset_order_whatever_finishes_first(delays, limit):
    async def run():
        stream, acknowledged = stream_of([(tp, offset) for offset, (tp, _) in enumerate(delays)])
        finished = set()

        async def handle(event):
            for _ in range(delays[event.message.offset][1]):
                await asyncio.sleep(0)
            finished.add(event.message.offset)
            assert len(stream.taken) - len(finished) <= limit + 1

        lanes = OrderedAcknowledgement(handle, limit=limit, on_failure=never)
        await lanes.consume(stream)
        while lanes.in_flight:
            await asyncio.sleep(0)
        for tp in range(3):
            expected = [offset for offset, (partition, _) in enumerate(delays) if partition == tp]
            assert [offset for partition, offset in acknowledged if partition == tp] == expected

    asyncio.run(run())


async def test_nothing_behind_an_unfinished_page_is_acknowledged():
    gate = asyncio.Event()
    stream, acknowledged = stream_of([(0, 0), (0, 1), (1, 0)])

    async def handle(event):
        if event.message == Message(0, 0):
            await gate.wait()

    lanes = OrderedAcknowledgement(handle, limit=10, on_failure=never)
    await lanes.consume(stream)
    await asyncio.sleep(0.01)
    assert acknowledged == [(1, 0)]
    gate.set()
    await asyncio.sleep(0.01)
    assert acknowledged == [(1, 0), (0, 0), (0, 1)]


async def test_no_more_pages_are_taken_than_the_limit():
    gate = asyncio.Event()
    stream, _ = stream_of([(0, n) for n in range(10)])
    lanes = OrderedAcknowledgement(lambda event: gate.wait(), limit=3, on_failure=never)
    consuming = asyncio.ensure_future(lanes.consume(stream))
    await asyncio.sleep(0.01)
    assert len(stream.taken) == 4  # three in work, the fourth waits for a place
    assert lanes.in_flight == 3
    gate.set()
    await consuming


async def test_a_page_that_cannot_be_accounted_for_stops_the_worker_and_holds_back_all_behind_it():
    stream, acknowledged = stream_of([(0, 0), (0, 1), (0, 2)])
    stopped_by = []

    async def handle(event):
        if event.message.offset == 1:
            raise RuntimeError("the dead letters take nothing")

    async def stop(error):
        stopped_by.append(error)

    lanes = OrderedAcknowledgement(handle, limit=3, on_failure=stop)
    await lanes.consume(stream)
    await asyncio.sleep(0.01)
    assert acknowledged == [(0, 0)]
    assert [str(error) for error in stopped_by] == ["the dead letters take nothing"]


async def test_a_cancelled_page_is_not_acknowledged():
    stream, acknowledged = stream_of([(0, 0), (0, 1)])

    async def handle(event):
        if event.message.offset == 0:
            raise asyncio.CancelledError

    lanes = OrderedAcknowledgement(handle, limit=3, on_failure=never)
    await lanes.consume(stream)
    await asyncio.sleep(0.01)
    assert acknowledged == []


@pytest.mark.parametrize("limit", [1, 4])
async def test_an_idle_line_has_nothing_in_flight(limit):
    stream, _ = stream_of([])
    lanes = OrderedAcknowledgement(never, limit=limit, on_failure=never)
    await lanes.consume(stream)
    assert lanes.in_flight == 0
