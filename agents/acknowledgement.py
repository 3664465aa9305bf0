"""Ordered acknowledgement of pages in flight: many at once, acknowledged as if one by one.

Faust commits past an event that is still being worked on when a later one was
acknowledged first, and a kill then loses it. Here events of a partition are handled
concurrently, but each is acknowledged only when it and all before it are done.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Any

Handler = Callable[[Any], Awaitable[None]]
"""Handles one event completely: when it returns, the broker has the outputs."""


class OrderedAcknowledgement:
    """Handles the events of a stream concurrently and acknowledges them in offset order.

    The handler must be total: whatever can fail inside it is answered inside it. An
    exception that still leaves it means that nothing past this event may be committed;
    `on_failure` is then called once with it and has to stop the worker.
    """

    def __init__(self, handler: Handler, *, limit: int, on_failure: Callable[[BaseException], Awaitable[None]]) -> None:
        self._handler = handler
        self._slots = asyncio.Semaphore(limit)
        self._lanes: dict[Any, deque[tuple[asyncio.Task[None], Any]]] = defaultdict(deque)
        self._on_failure = on_failure
        self._failed = False

    @property
    def in_flight(self) -> int:
        """Events begun and not yet acknowledged."""
        return sum(len(lane) for lane in self._lanes.values())

    async def consume(self, stream: Any) -> None:
        """Takes events from the stream, never more at once than the limit, until it ends."""
        async for event in stream.noack().events():
            await self._slots.acquire()
            self._begin(event)

    def _begin(self, event: Any) -> None:
        task = asyncio.ensure_future(self._handler(event))
        lane = self._lanes[event.message.tp]
        lane.append((task, event))
        task.add_done_callback(lambda _: self._release(lane))

    def _release(self, lane: deque[tuple[asyncio.Task[None], Any]]) -> None:
        self._slots.release()
        while lane and lane[0][0].done() and not self._failed:
            task, event = lane[0]
            if task.cancelled():
                return  # the worker is being torn down; what was not acknowledged is read again
            if error := task.exception():
                self._failed = True
                self._stopping = asyncio.ensure_future(self._on_failure(error))
                return
            lane.popleft()
            event.ack()
