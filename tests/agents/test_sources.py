"""Sources that are steady, fall silent, change their layout or fail: who is called what, and when."""

from __future__ import annotations

import random

import orjson
import pytest

from agents.change_test import LevelChange, ShareChange
from agents.sources import DAY, PageSeen, Source, source_of
from tools.simulate_sources import simulate

HOUR = 3600.0


def article(at, chars=3000, dated=True, outcome="enriched"):
    return PageSeen(outcome, at, "id", "https://x.example/", chars, dated)


def filled(pages=200, every=600.0, seed=1):
    """A source with a steady past: lengths that vary, one page in ten without an article."""
    chance, source = random.Random(seed), Source("x.example")
    for number in range(pages):
        at = 19_000 * DAY + number * every
        good = chance.random() > 0.1
        source.add(article(at, int(chance.lognormvariate(8, 0.5))) if good else PageSeen("not-article", at))
    return source


def test_a_steady_source_is_healthy():
    source = filled(2_000)
    assert source.state == "healthy"
    assert not source.check_silence(source.last_seen + HOUR, HOUR)


def test_a_source_that_falls_silent_is_quiet_when_overdue_and_well_with_the_next_page():
    source = filled()
    assert not source.check_silence(source.last_seen + 0.9 * HOUR, HOUR)
    assert source.check_silence(source.last_seen + 1.2 * HOUR, HOUR)
    assert source.state == "quiet"
    source.add(article(source.last_seen + 2 * HOUR))
    assert source.state == "healthy"


def test_a_slow_source_may_be_silent_for_as_long_as_it_has_been_before():
    source = Source("weekly.example")
    for week in range(10):
        source.add(article(19_000 * DAY + week * 7 * DAY))
    assert not source.check_silence(source.last_seen + 9 * DAY, HOUR)
    assert source.check_silence(source.last_seen + 15 * DAY, HOUR)


def test_an_archive_sent_at_once_has_no_rhythm():
    source = filled(pages=500, every=0.01)
    assert source.allowed_silence(HOUR) is None
    assert not source.check_silence(source.last_seen + 30 * DAY, HOUR)


@pytest.mark.parametrize(
    ("page", "what", "within"),
    [
        (PageSeen("no-text", 0), "pages without an article", 15),
        (PageSeen("crashed", 0), "failed pages", 10),
        (article(0, dated=False), "articles without a date", 10),
        (article(0, chars=150), "text length", 15),
        (article(0, outcome="other"), "articles of no type", 10),
    ],
)
def test_a_changed_layout_is_told_within_some_pages(page, what, within):
    source = filled()
    for number in range(1, within + 1):
        source.add(PageSeen(**{name: getattr(page, name) for name in PageSeen.__slots__} | {"at": 2e9 + number}))
        if source.drifting:
            break
    assert source.drifting == [what]
    assert source.state == "drifting"


def test_a_mended_source_is_well_again():
    source = filled()
    for number in range(30):
        source.add(PageSeen("no-text", 2e9 + number))
    assert source.drifting
    for number in range(60):
        source.add(article(2.1e9 + number))
    assert not source.drifting


def test_nothing_is_said_of_a_source_that_is_hardly_known():
    source = Source("new.example")
    for number in range(40):
        source.add(PageSeen("no-text", 1e9 + number))
    assert source.state == "healthy"


def test_a_duplicate_says_nothing_of_the_layout_but_that_the_source_lives():
    source = filled()
    for number in range(100):
        source.add(PageSeen("duplicate", 2e9 + number))
    assert source.state == "healthy"
    assert source.outcomes["duplicate"] == 100
    assert source.article_yield > 0.8


def test_the_state_goes_over_the_wire_and_goes_on_alike():
    here = filled()
    there = source_of(orjson.loads(orjson.dumps(here.message({"0": 5}, HOUR))))
    assert there == here
    for source in (here, there):
        for number in range(10):
            source.add(PageSeen("no-text", 2e9 + number))
    assert there.message({}, HOUR) == here.message({}, HOUR)


def test_the_record_says_what_a_person_asks_for():
    message = filled().message({}, HOUR)
    assert message["state"] == "healthy"
    assert 0.8 < message["yield"] < 1
    assert 2000 < message["median_text_chars"] < 4500
    assert sum(message["outcomes"].values()) == message["pages"] == 200
    assert len(orjson.dumps(message)) < 4_000


def test_the_history_forgets_slowly_and_does_not_learn_the_trouble():
    change = ShareChange()
    for _ in range(200):
        change.add(hit=False)
    before = change.share
    for _ in range(500):
        change.add(hit=True)
    assert change.changed
    assert change.share < before + 0.1


def test_one_very_long_page_is_no_change():
    level = LevelChange()
    for number in range(100):
        level.add(8.0 + 0.3 * (-1) ** number)
    assert not level.add(14.0)


def test_healthy_traffic_raises_next_to_no_alarm():
    alarms, pages, source_days = simulate(days=100, sources=8, seed=7)
    assert pages > 5_000
    assert sum(alarms.values()) <= source_days / 300
