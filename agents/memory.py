"""Gives memory back that was freed: a worker that runs for weeks must not keep its highest mark."""

from __future__ import annotations

import asyncio
import ctypes

SECONDS_BETWEEN = 60.0


async def give_back_memory() -> None:
    """Asks the C library, now and then, to return what it holds of freed memory; runs until it is cancelled.

    glibc keeps it for later, in pieces. What a worker reads at a rebalance and drops at once made it grow by some
    100 MB within half an hour of one rebalance a minute; most of that comes back. Other C libraries do it unasked.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    while trim is not None:
        await asyncio.sleep(SECONDS_BETWEEN)
        await asyncio.to_thread(trim, 0)  # some milliseconds, in which the event loop goes on
