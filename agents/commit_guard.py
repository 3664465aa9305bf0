"""The way out where pages are done and no offset is committed: the worker stops, and another reads them again.

The alarm comes first (`agents/health.py`): the alert of a stuck worker, and 503 from `/healthz`. Where the
commits still stand after as long again, only a new client helps. A broker that is away is no such case: time
counts while the broker answers, and no longer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from agents.health import Health

LOOK_SECONDS = 1.0


class CommitStallError(Exception):
    """Pages were done for too long without a commit; the message says for how long."""


async def guard_commits(health: Health, limit_seconds: float, stop: Callable[[BaseException], Awaitable[None]]) -> None:
    """Watches until the commits have stood still for the limit; then calls `stop` once, and returns."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        if health.confirmed_stall_seconds > limit_seconds:
            break
    await stop(
        CommitStallError(
            f"pages are done, the broker answers, and no offset was committed for {limit_seconds:.0f} s: "
            "this worker stops, so that its pages are read again by a new one"
        )
    )
