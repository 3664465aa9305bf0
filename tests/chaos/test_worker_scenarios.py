"""Workers are killed, joined, ended, and their clock jumps: the short form. `make chaos` runs the long form."""

from __future__ import annotations

import pytest

from tests.chaos import workers
from tests.chaos.stage import PAGES

pytestmark = [pytest.mark.kafka, pytest.mark.chaos, pytest.mark.timeout(240)]

IN_FLIGHT = 8
"""Pages one worker of one process holds."""
BETWEEN_COMMITS = 400
"""Pages a worker may finish between two commits: what a kill makes it do again, at the most, with those in flight."""


def test_a_worker_killed_at_random_moments(stage, show):
    result = show(workers.killed(stage(2, 2 * PAGES)))
    assert result.proven
    assert result.events == 2
    assert result.outcomes_doubled <= 2 * (BETWEEN_COMMITS + IN_FLIGHT)


def test_two_workers_one_killed_one_added(stage, show):
    result = show(workers.one_of_two_killed_one_added(stage(pages=2 * PAGES)))
    assert result.proven
    assert result.events == 2
    assert result.outcomes_doubled <= BETWEEN_COMMITS + IN_FLIGHT


def test_an_orderly_end_under_load_loses_and_doubles_nothing(stage, show):
    result = show(workers.ended_under_load(stage()))
    assert result.proven
    assert (result.outcomes_doubled, result.articles_doubled) == (0, 0)


def test_a_clock_that_jumps(stage, show):
    result = show(workers.clock_jumps(stage(3)))
    assert result.proven
    assert (result.events, result.outcomes_doubled) == (3, 0)


def test_a_worker_whose_commits_stand_still_says_so_and_stops(stage, show):
    result = show(workers.commits_stand_still(stage(pages=PAGES // 2)))
    assert result.proven
    assert result.events == 1
