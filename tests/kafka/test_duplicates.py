"""The same page again, across restarts of the worker."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest

from agents.administration import create_topics
from tests.kafka.line import Watch, line_settings, produce, running_worker, small_page

pytestmark = pytest.mark.kafka

ADDRESS = [("url", b"https://presse.example/une")]
KEY = b"presse.example"


def test_the_same_page_again_is_a_duplicate_and_a_changed_one_a_new_version(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    with running_worker(settings, tmp_path / "first.log"):
        asyncio.run(produce(settings, [(KEY, small_page(1), ADDRESS)]))
        asyncio.run(Watch(settings).until(1))
    with running_worker(settings, tmp_path / "second.log"):
        again = (KEY, small_page(1), ADDRESS)
        changed = (KEY, small_page(2), ADDRESS)
        on_purpose = (KEY, small_page(2), [*ADDRESS, ("backfill", b"1")])
        for number, message in enumerate((again, changed, on_purpose), 2):  # one after another: order is the point
            asyncio.run(produce(settings, [message]))
            published = asyncio.run(Watch(settings).until(number))

    assert Counter(outcome["outcome"] for outcome in published.outcomes) == {"other": 3, "duplicate": 1}
    assert len({article["id"] for article in published.articles}) == 1
    versions = Counter((article["version"], article["backfill"]) for article in published.articles)
    assert sorted(versions.values()) == [1, 1, 1]
    assert len({version for version, _ in versions}) == 2
