"""The same agency copy on several sites, across a restart of the worker."""

from __future__ import annotations

import asyncio

import orjson
import pytest

from agents.administration import create_topics
from agents.reading import read_to_end
from agents.topics import declare_topics
from tests.agents.test_stories import COPY, EDITED, OTHER
from tests.kafka.line import Watch, line_settings, produce, running_worker

pytestmark = pytest.mark.kafka


def message(host, text):
    article = f"<h1>Un titre de {host}</h1><p>{text}</p><p>Repris par {host}.</p>"
    body = f"<html><body><article>{article}</article></body></html>"
    return host.encode(), body.encode(), [("url", f"https://{host}/une".encode())]


def test_agency_copy_shares_a_story_also_after_a_restart(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    with running_worker(settings, tmp_path / "first.log"):
        asyncio.run(produce(settings, [message("un.example", COPY)]))
        asyncio.run(Watch(settings).until(1))
    with running_worker(settings, tmp_path / "second.log"):
        asyncio.run(produce(settings, [message("deux.example", EDITED), message("trois.example", OTHER)]))
        asyncio.run(Watch(settings).until(3))

        async def stories():
            rows = [orjson.loads(r.value) async for r in read_to_end(settings, [declare_topics(settings).stories.name])]
            return {row["host"]: row["story"] for row in rows}

        found = {}
        for _ in range(20):
            found = asyncio.run(stories())
            if len(found) == 3:
                break
    assert found["un.example"] == found["deux.example"]
    assert found["trois.example"] != found["un.example"]
