"""Commits that stand still while pages are done stop the worker, after the alarm."""

from __future__ import annotations

import asyncio

import pytest

from agents import commit_guard
from agents.commit_guard import CommitStallError, guard_commits
from agents.health import Health


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(commit_guard, "LOOK_SECONDS", 0.001)


class Stop:
    def __init__(self):
        self.errors = []

    async def __call__(self, error):
        self.errors.append(error)


async def test_it_stops_the_worker_once_where_the_stall_is_longer_than_the_limit():
    now, stop = [0.0], Stop()
    health = Health(10, lambda: now[0])
    watching = asyncio.ensure_future(guard_commits(health, 20, stop))
    for _ in range(12):
        now[0] += 2
        health.commits_seen((0, 5), waiting=True)
    await asyncio.wait_for(watching, 5)
    (error,) = stop.errors
    assert isinstance(error, CommitStallError)
    assert "no offset was committed for 20 s" in str(error)


async def test_it_lets_a_worker_be_whose_commits_move():
    now, stop = [0.0], Stop()
    health = Health(10, lambda: now[0])
    watching = asyncio.ensure_future(guard_commits(health, 20, stop))
    for offset in range(100):
        now[0] += 2
        health.commits_seen((0, offset), waiting=True)
        await asyncio.sleep(0)
    await asyncio.sleep(0.02)
    assert not watching.done()
    watching.cancel()
    assert stop.errors == []
