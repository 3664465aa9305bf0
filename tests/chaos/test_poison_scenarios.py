"""Pages and messages that cannot be processed: the short form. `make chaos` runs the long form."""

from __future__ import annotations

import pytest

from tests.chaos import poison
from tests.chaos.stage import PAGES

pytestmark = [pytest.mark.kafka, pytest.mark.chaos, pytest.mark.timeout(240)]


def test_poison_harms_nothing_but_itself(stage, show):
    result = show(poison.every_hundredth(stage()))
    assert result.proven
    assert result.dead_letters == PAGES // 100
    assert (result.outcomes_doubled, result.articles_doubled) == (0, 0)


def test_a_worker_that_puts_nearly_all_aside_stops_and_says_why(stage, show):
    result = show(poison.nine_of_ten(stage(pages=600)))
    assert result.proven
    # In a row as well: what is no message is done before the first page process has started.
    assert "went to the dead letters" in result.note


def test_poison_that_is_mended_and_replayed(stage, show):
    result = show(poison.mended_and_replayed(stage()))
    assert result.proven
    assert result.dead_letters == PAGES // 20


def test_a_replay_of_nothing_ends(stage, show):
    assert show(poison.nothing_to_replay(stage())).proven
