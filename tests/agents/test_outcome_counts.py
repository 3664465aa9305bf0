"""Counts of workers that are killed, restarted and rebalanced: their last reports are what stands on the topic."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from agents.outcome_counts import Counts, Tally, _counted_to


def outcome(name="other", types=()):
    return {"outcome": name, "type": types[0] if types else None, "types": list(types)}


class Topic:
    """Outcomes by partition, and reports; and workers that can be killed."""

    def __init__(self, partitions=3):
        self.outcomes = {number: [] for number in range(partitions)}
        self.reports = []

    def publish(self, tally, *, heard=True):
        mark = tally.mark()
        if heard:
            total = tally.total
            self.reports.append(
                {
                    "worker": tally._worker,
                    "outcomes": dict(total.outcomes),
                    "types": dict(total.types),
                    "counted": {str(number): offset for number, offset in tally.offsets.items()},
                }
            )
            tally.reported(mark)

    def start(self, worker, partitions):
        tally = Tally(worker)
        self.give(tally, partitions)
        return tally

    def give(self, tally, partitions):
        tally.resume(self.reports)
        known = _counted_to(self.reports)
        tally.take({number: known.get(number, 0) for number in partitions})

    def read(self, tally, limit=10_000):
        for number, offset in tally.offsets.items():
            for at, message in list(enumerate(self.outcomes[number]))[offset : offset + limit]:
                tally.add(number, at, message)

    def said(self):
        last = {report["worker"]: report for report in self.reports}
        return sum((Counter(report["outcomes"]) for report in last.values()), Counter())

    def stands(self):
        return Counter(message["outcome"] for messages in self.outcomes.values() for message in messages)


def test_an_article_of_two_types_counts_in_both_and_one_of_none_as_other():
    counts = Counts()
    for message in (outcome("enriched", ("a", "b")), outcome(), outcome("no-text"), outcome("duplicate", ("a",))):
        counts.add(message)
    assert counts.outcomes == {"enriched": 1, "other": 1, "no-text": 1, "duplicate": 1}
    assert counts.types == {"a": 1, "b": 1, "other": 1}


def test_what_a_killed_worker_did_not_report_is_counted_by_the_next():
    topic = Topic()
    first, second = topic.start("first", [0, 1]), topic.start("second", [2])
    for number in (0, 1, 2):
        topic.outcomes[number] += [outcome()] * 10
    topic.read(first)
    topic.publish(first)
    topic.outcomes[0] += [outcome("crashed")] * 5  # done, read back or not, and never reported
    topic.read(first)
    topic.read(second)
    topic.publish(second)
    second.let_go()
    topic.give(second, [0, 1, 2])
    topic.read(second)
    topic.publish(second)
    assert topic.said() == topic.stands() == {"other": 30, "crashed": 5}


def test_a_report_that_the_broker_did_not_take_is_taken_back_with_the_partitions():
    topic = Topic(1)
    first = topic.start("first", [0])
    topic.outcomes[0] += [outcome()] * 4
    topic.read(first)
    topic.publish(first)
    topic.outcomes[0] += [outcome()] * 3
    topic.read(first)
    topic.publish(first, heard=False)
    first.let_go()
    second = topic.start("second", [0])
    topic.read(second)
    topic.publish(second)
    topic.publish(first)
    assert topic.said() == topic.stands() == {"other": 7}


def test_a_late_word_of_an_old_report_changes_nothing_after_a_rebalance():
    tally = Tally("first")
    tally.take({0: 0})
    tally.add(0, 0, outcome())
    old = tally.mark()
    tally.reported(old)
    tally.let_go()
    tally.take({0: 1})
    tally.reported(old)
    tally.let_go()
    assert tally.total.outcomes == {"other": 1}


@pytest.mark.parametrize("seed", range(20))
def test_whatever_happens_the_last_reports_add_up(seed):
    chance, topic = random.Random(seed), Topic(4)
    names = ["a", "b", "c"]
    workers = {name: topic.start(name, []) for name in names}

    def share_out():
        shares = {name: [] for name in workers}
        for number in range(4):
            shares[chance.choice(list(workers))].append(number)
        for name, partitions in shares.items():
            topic.give(workers[name], partitions)

    share_out()
    for _ in range(60):
        for number in range(4):
            topic.outcomes[number] += [outcome(chance.choice(["other", "enriched", "crashed"]))] * chance.randrange(4)
        for tally in workers.values():
            topic.read(tally, limit=chance.randrange(1, 9))
            if chance.random() < 0.5:
                topic.publish(tally, heard=chance.random() < 0.8)
        if chance.random() < 0.3:
            killed = chance.choice(names)
            for name, tally in workers.items():
                if name != killed:
                    topic.publish(tally, heard=chance.random() < 0.9)
                    tally.let_go()
            workers[killed] = Tally(killed)  # started again under its name
            share_out()
    for tally in workers.values():
        topic.read(tally)
        topic.publish(tally)
    assert topic.said() == topic.stands()
