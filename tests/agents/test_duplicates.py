"""The same page again: told from what the partition published before."""

from __future__ import annotations

import pytest

from agents import duplicates
from agents.administration import BrokerError
from agents.duplicates import Duplicates, SeenArticles
from agents.page_result import PageResult
from pipeline.outcomes import OutcomeName


def result(article_id="a", version="v1", outcome=OutcomeName.ENRICHED):
    return PageResult(
        outcome=outcome, url="https://x.example/", article=b"{}", article_id=article_id, version=version, type="other"
    )


class History:
    """What the outcomes topic says, by partition."""

    def __init__(self, **published):
        self.published = published
        self.asked = []

    async def __call__(self, partition):
        self.asked.append(partition)
        return self.published.get(f"p{partition}", [])


async def outcome_of(known, page, partition=0, offset=9, *, backfill=False):
    return (await known.check(page, partition, offset, backfill=backfill)).outcome


async def test_the_same_words_from_another_message_are_a_duplicate():
    known = Duplicates(History(p0=[("a", "v1", 4)]), 10)
    again = await known.check(result(), 0, 9, backfill=False)
    assert again.outcome is OutcomeName.DUPLICATE
    assert (again.article, again.article_id, again.version) == (None, "a", "v1")
    assert "published before" in again.reason


async def test_what_is_not_a_duplicate():
    known = Duplicates(History(p0=[("a", "v1", 4)]), 10)
    assert await outcome_of(known, result(version="v2")) is OutcomeName.ENRICHED
    assert await outcome_of(known, result(article_id="b")) is OutcomeName.ENRICHED
    assert await outcome_of(known, result(), offset=4) is OutcomeName.ENRICHED  # the same message, after a kill
    assert await outcome_of(known, result(), partition=1) is OutcomeName.ENRICHED
    assert await outcome_of(known, result(), backfill=True) is OutcomeName.ENRICHED
    failed = PageResult(outcome=OutcomeName.TIMED_OUT)
    assert await outcome_of(known, failed) is OutcomeName.TIMED_OUT


async def test_a_page_counts_from_when_the_broker_has_it():
    known = Duplicates(History(), 10)
    assert await outcome_of(known, result(), offset=1) is OutcomeName.ENRICHED
    assert await outcome_of(known, result(), offset=2) is OutcomeName.ENRICHED
    await known.published(result(), 0, 1)
    assert await outcome_of(known, result(), offset=3) is OutcomeName.DUPLICATE


async def test_a_partition_is_read_once_and_again_after_it_was_given_away():
    history = History(p0=[("a", "v1", 4)])
    known = Duplicates(history, 10)
    await outcome_of(known, result())
    await outcome_of(known, result())
    assert history.asked == [0]
    known.forget([0, 7])
    history.published["p0"] = []
    assert await outcome_of(known, result()) is OutcomeName.ENRICHED
    assert history.asked == [0, 0]


async def test_while_the_history_cannot_be_read_pages_wait(monkeypatch):
    monkeypatch.setattr(duplicates, "FIRST_WAIT_SECONDS", 0.001)
    tries = []

    async def load(partition):
        tries.append(partition)
        if len(tries) < 3:
            raise BrokerError("no broker answers")
        return [("a", "v1", 4)]

    assert await outcome_of(Duplicates(load, 10), result()) is OutcomeName.DUPLICATE
    assert len(tries) == 3


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_no_more_articles_are_remembered_than_the_limit_and_those_met_last_stay(limit):
    seen = SeenArticles(limit)
    for offset, name in enumerate(("a", "b", "a", "c")):
        seen.add(name, "v", offset)
    assert len(seen) == limit
    kept = [name for name in ("a", "b", "c") if seen.has(name, "v", 99)]
    assert kept == {0: [], 1: ["c"], 2: ["a", "c"]}[limit]
