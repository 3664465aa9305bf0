"""The judge of the line: four sources, alerts with their numbers, and a take-over in the midst of it."""

from __future__ import annotations

import random
from dataclasses import asdict
from datetime import datetime, timezone

import orjson
import pytest

from agents.monitoring_judge import OTHERS, Judge
from agents.settings import load_settings

START = 1_700_000_000.0
MINUTE = 60.0


def outcome(host, at, name="enriched", chars=3000):
    published = name in ("enriched", "other")
    return {
        "outcome": name,
        "host": host,
        "url": f"https://{host}/",
        "article_id": "id" if published else None,
        "text_chars": chars if published else None,
        "dated": True if published else None,
        "received": datetime.fromtimestamp(at, timezone.utc).isoformat().replace("+00:00", "Z"),
    }


def report(worker="w1", **more):
    said = {"worker": worker, "oldest_page_age_seconds": 0.0, "lag": {"0": 0}, "problem": None, "stopping": False}
    return said | more


@pytest.fixture
def settings():
    return load_settings(dead_letter_alert_window=100)


@pytest.fixture
def judge(settings):
    return Judge(settings, [], [])


class Line:
    """Puts outcomes to a judge one after another, and keeps the alerts."""

    def __init__(self, judge):
        self.judge, self.offset, self.alerts = judge, 0, []

    def page(self, *args, **more):
        self.judge.outcome(outcome(*args, **more), 0, self.offset)
        self.offset += 1

    def look(self, now):
        self.alerts += self.judge.look(now, caught_up=True)


def test_four_sources_and_the_alerts_they_are_due(judge):
    line, chance = Line(judge), random.Random(3)
    now = START
    for minute in range(0, 4 * 24 * 60, 10):
        now = START + minute * MINUTE
        late = minute >= 3 * 24 * 60  # from the fourth day on
        line.page("steady.example", now, chars=int(chance.lognormvariate(8, 0.4)))
        if not late:
            line.page("silent.example", now)
        line.page("changed.example", now, "no-text" if late else "enriched")
        line.page("errors.example", now, "crashed" if late and minute < 3 * 24 * 60 + 300 else "other")
        line.look(now)
    said = [(alert.id, alert.state) for alert in line.alerts]
    assert said.count(("quiet-source/silent.example", "raised")) == 1
    assert said.count(("drifting-source/changed.example", "raised")) == 1
    assert said.count(("drifting-source/errors.example", "raised")) == 1
    assert said.count(("drifting-source/errors.example", "cleared")) == 1
    assert said.count(("dead-letter-ratio/line", "raised")) == 1
    assert said.count(("dead-letter-ratio/line", "cleared")) == 1
    assert len(said) == 6
    raised = {alert.id: alert for alert in line.alerts if alert.state == "raised"}
    broken = START + 3 * 24 * 60 * MINUTE
    assert raised["quiet-source/silent.example"].raised - broken < 80 * MINUTE
    assert raised["drifting-source/changed.example"].raised - broken < 150 * MINUTE
    assert raised["quiet-source/silent.example"].numbers["allowed_seconds"] == 3600
    assert judge.states() == {"healthy": 2, "quiet": 1, "drifting": 1}


def test_a_line_that_is_behind_calls_no_source_quiet(judge):
    line = Line(judge)
    for minute in range(0, 2 * 24 * 60, 10):
        line.page("a.example", START + minute * MINUTE)
    judge.report(report(oldest_page_age_seconds=4000.0), START)
    late = START + 3 * 24 * 3600
    assert [alert.kind for alert in judge.look(late, caught_up=True)] != ["quiet-source"]
    judge.report(report(), late)
    assert judge.look(late, caught_up=False)[0].kind == "lag"  # cleared
    assert [alert.kind for alert in judge.look(late, caught_up=True)] == ["quiet-source"]


def test_lag_is_raised_over_the_limit_and_cleared_at_half_of_it(judge):
    states = []
    for age in (299, 301, 200, 301, 149, 151):
        judge.report(report(oldest_page_age_seconds=float(age), lag={"0": 7}), START)
        states += [(alert.state, age) for alert in judge.look(START, caught_up=False)]
    assert states == [("raised", 301), ("cleared", 149)]


def test_a_stuck_worker_is_told_by_its_own_word_or_by_its_silence_but_not_by_its_farewell(judge):
    judge.report(report("said", problem="8 pages in flight, none finished for 130 s"), START)
    judge.report(report("silent"), START)
    judge.report(report("gone"), START)
    judge.report(report("gone", stopping=True), START)
    first = judge.look(START + 1, caught_up=True)
    assert [alert.id for alert in first] == ["stuck-worker/said"]
    judge.report(report("said"), START + 90)
    second = judge.look(START + 90, caught_up=True)
    assert {(alert.id, alert.state) for alert in second} == {
        ("stuck-worker/said", "cleared"),
        ("stuck-worker/silent", "raised"),
    }
    third = judge.look(START + 2_000, caught_up=True)
    assert {(alert.id, alert.state) for alert in third} == {("stuck-worker/silent", "cleared")}


def test_a_take_over_counts_each_outcome_once(settings):
    stream = [(outcome(f"{number % 3}.example", START + number), number % 2, number // 2) for number in range(90)]
    first = Judge(settings, [], [])
    written = []
    for index, (message, partition, offset) in enumerate(stream[:60]):
        first.outcome(message, partition, offset)
        if index % 20 == 19:
            taken = first.take_changed()
            if index == 59:
                taken = taken[:1]  # killed while it was writing
                written += taken
                break
            written += taken
            first.published()
    records = list(orjson.loads(orjson.dumps(dict(written))).values())  # compacted: the last by host
    second = Judge(settings, records, [])
    for message, partition, offset in stream:
        if offset >= second.checkpoint.get(str(partition), 0):
            second.outcome(message, partition, offset)
    assert sum(source.pages for source in second.sources.values()) == 90
    assert {source.pages for source in second.sources.values()} == {30}


def test_alerts_survive_a_take_over(settings, judge):
    judge.report(report(oldest_page_age_seconds=400.0), START)
    said = [orjson.loads(orjson.dumps(asdict(alert))) for alert in judge.look(START, caught_up=False)]
    after = Judge(settings, [], said)
    after.report(report(oldest_page_age_seconds=400.0), START)
    assert after.look(START, caught_up=False) == []


def test_hosts_beyond_the_bound_are_counted_together():
    judge = Judge(load_settings(monitored_sources=3), [], [])
    for number in range(50):
        judge.outcome(outcome(f"{number}.example", START + number), 0, number)
    assert len(judge.sources) == 4
    assert judge.sources[OTHERS].pages == 47
