"""A worker is well as long as its pages finish and its commits follow."""

from __future__ import annotations

import pytest

from agents.health import Health


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def health(clock):
    return Health(120, clock)


def test_an_idle_worker_is_well_for_ever(health, clock):
    clock.now += 100_000
    assert health.problem() is None


def test_a_page_that_does_not_finish_is_a_problem_after_the_limit(health, clock):
    clock.now += 5_000
    health.page_begun()
    clock.now += 119
    assert health.problem() is None
    clock.now += 2
    assert "1 pages in flight, none finished for 121 s" in health.problem()
    health.page_ended()
    assert health.problem() is None


def test_one_slow_page_among_finishing_ones_is_none(health, clock):
    health.page_begun()
    for _ in range(10):
        health.page_begun()
        clock.now += 100
        health.page_ended()
        health.commits_seen(clock.now, waiting=False)
    assert health.problem() is None


def test_pages_that_finish_without_a_commit_are_a_problem(health, clock):
    health.commits_seen((0, 5), waiting=False)
    for _ in range(13):
        health.page_begun()
        clock.now += 10
        health.page_ended()
        health.commits_seen((0, 5), waiting=True)
    clock.now += 10
    assert "no offset was committed" in health.problem()
    health.commits_seen((0, 18), waiting=False)
    assert health.problem() is None


def test_commits_that_move_slowly_are_none(health, clock):
    for offset in range(20):
        health.page_begun()
        health.page_ended()
        clock.now += 100
        health.commits_seen(offset, waiting=True)
    assert health.problem() is None
    assert health.commit_stall_seconds <= 100


def test_a_page_that_was_given_up_needs_no_commit(health, clock):
    health.page_begun()
    health.page_ended(done=False)
    clock.now += 1_000
    assert health.problem() is None


def test_a_stall_is_confirmed_while_the_broker_answers_alone(health, clock):
    health.page_begun()
    health.page_ended()
    for _ in range(10):
        clock.now += 2
        health.commits_seen((0, 5), waiting=True)
    assert health.confirmed_stall_seconds == 18
    clock.now += 600  # the broker was away
    health.commits_seen((0, 5), waiting=True)
    assert health.confirmed_stall_seconds == 18
    assert health.commit_stall_seconds > 600
    clock.now += 2
    health.commits_seen((0, 6), waiting=True)
    assert health.confirmed_stall_seconds == 0


def test_an_idle_worker_stalls_nothing(health, clock):
    for _ in range(100):
        clock.now += 2
        health.commits_seen((0, 5), waiting=False)
    assert health.confirmed_stall_seconds == 0
