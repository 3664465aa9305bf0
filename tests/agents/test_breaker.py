"""The circuit breaker: what stops a worker, and what does not."""

from __future__ import annotations

import pytest

from agents.breaker import Breaker, BreakerTrippedError
from agents.settings import load_settings
from pipeline.outcomes import DEAD_LETTERED, DROPPED, PUBLISHED, OutcomeName

BAD, GOOD = OutcomeName.CRASHED, OutcomeName.OTHER


def breaker(**settings):
    return Breaker(load_settings(**({"breaker_in_a_row": 5, "breaker_window": 10, "breaker_ratio": 0.5} | settings)))


def feed(made, outcomes):
    for outcome in outcomes:
        made.record(outcome)


def test_so_many_in_a_row_stop_the_worker_with_the_numbers_and_the_mend():
    made = breaker()
    feed(made, [BAD] * 4)
    with pytest.raises(BreakerTrippedError, match=r"5 pages in a row .* limit is 5.*rotative dead-letters list"):
        made.record(BAD)


def test_one_good_page_begins_the_row_anew():
    feed(breaker(breaker_window=1_000), [*[BAD] * 4, GOOD] * 20)


def test_too_large_a_share_stops_the_worker_once_the_window_is_full():
    made = breaker()
    feed(made, [BAD, BAD, GOOD] * 3)
    with pytest.raises(BreakerTrippedError, match=r"7 of the last 10 pages .* limit is 50%"):
        made.record(BAD)


def test_the_share_at_the_limit_is_allowed():
    feed(breaker(), [BAD, GOOD] * 50)


def test_poison_every_hundredth_page_stops_nobody():
    feed(Breaker(load_settings()), ([GOOD] * 99 + [BAD]) * 100)


@pytest.mark.parametrize("outcome", sorted(DROPPED | PUBLISHED))
def test_what_goes_to_no_dead_letter_is_no_fault(outcome):
    feed(breaker(), [outcome] * 100)


@pytest.mark.parametrize("outcome", sorted(DEAD_LETTERED))
def test_every_dead_letter_counts(outcome):
    with pytest.raises(BreakerTrippedError):
        feed(breaker(), [outcome] * 5)
