"""Stories: articles that tell the same in nearly the same words get the same story key, whatever their site.

Signatures of all articles meet on a topic of one partition, so that one worker at a time
compares them. What it has decided stands on the stories topic, and whoever takes over
reads it from there.
"""

from __future__ import annotations

import asyncio
import base64
from collections import OrderedDict
from collections.abc import AsyncIterator
from typing import Any, NamedTuple

import orjson

from agents.cloud_events import event_headers, utc_now
from agents.outputs import Record
from agents.publishing import Publisher
from agents.reading import read_to_end
from agents.settings import Settings
from agents.story_messages import StoryPlace
from agents.topics import Topics
from pipeline.signature import likeness

BAND_BYTES = 16
"""Four numbers of a signature: texts that agree in a whole band are compared; at a likeness of 0.7, 79 in 80 do."""
COMPARED_AT_ONCE = 64
"""Signatures whose places are on their way to the broker. They are placed one after another all the same: nothing is
waited for in between."""


class Member(NamedTuple):
    """An article in a story."""

    article_id: str
    story: str
    """The id of the story's first article."""
    signature: bytes


class StoryIndex:
    """The last articles, up to a bound, findable by likeness.

    Of the articles that agree in a band, the newest alone is compared: what a text costs does not
    grow with its story. Plain tuples of strings and bytes, since the garbage collector does not
    look into them: some hundred thousand objects here would stop the event loop for seconds.
    """

    def __init__(self, limit: int, least_likeness: float) -> None:
        self._limit = limit
        self._least = least_likeness
        self._members: OrderedDict[str, tuple[str, bytes]] = OrderedDict()  # id to story and signature
        self._bands: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._members)

    def place(self, article_id: str, signature: bytes) -> tuple[Member, float]:
        """The article's place: the story of the most alike, or its own; and how alike the two are."""
        own = self._members.get(article_id)
        near = {self._bands[band] for band in _bands(signature) if band in self._bands} - {article_id}
        ranked = sorted(((likeness(signature, self._members[one][1]), one) for one in near), reverse=True)
        if ranked and ranked[0][0] >= self._least:
            alike, nearest = ranked[0]
            member = Member(article_id, self._members[nearest][0], signature)
        else:
            alike, member = 1.0, Member(article_id, own[0] if own else article_id, signature)
        self.add(member)
        return member, alike

    def add(self, member: Member) -> None:
        """Puts the article where it belongs; drops the oldest where there are too many."""
        self._drop(member.article_id)
        self._members[member.article_id] = member.story, member.signature
        for band in _bands(member.signature):
            self._bands[band] = member.article_id
        if len(self._members) > self._limit:
            self._drop(next(iter(self._members)))

    def _drop(self, article_id: str) -> None:
        found = self._members.pop(article_id, None)
        if found is None:
            return
        for band in _bands(found[1]):
            if self._bands.get(band) == article_id:
                del self._bands[band]


def _bands(signature: bytes) -> list[int]:
    """One number for each band; two bands that share one by chance are told apart by the likeness of the whole."""
    return [hash((start, signature[start : start + BAND_BYTES])) for start in range(0, len(signature), BAND_BYTES)]


async def read_members(settings: Settings, topics: Topics) -> AsyncIterator[Member]:
    """The members that stand on the stories topic, oldest first."""
    async for record in read_to_end(settings, [topics.stories.name]):
        if record.value is not None:
            row = orjson.loads(record.value)
            yield Member(row["article_id"], row["story"], base64.b64decode(row["signature"]))


class Stories:
    """Gives each article its story, one after another."""

    def __init__(self, settings: Settings, topics: Topics, publisher: Publisher) -> None:
        self._settings = settings
        self._topics = topics
        self._publisher = publisher
        self._index: asyncio.Future[StoryIndex] | None = None

    def forget(self) -> None:
        """Another worker compares from now on."""
        self._index = None

    async def handle(self, event: Any) -> None:
        """One signature: placed, and its place published."""
        message = event.message
        row = orjson.loads(message.value)
        index = await self._loaded()
        member, alike = index.place(row["article_id"], base64.b64decode(row["signature"]))
        story = StoryPlace(
            article_id=member.article_id,
            version=row["version"],
            story=member.story,
            likeness=round(alike, 3),
            host=row["host"],
            signature=row["signature"],
        )
        headers = event_headers(
            "story",
            event_id=f"{story.article_id}/{story.version}/{story.story}",
            source=message.topic,
            subject=story.article_id,
            time=utc_now(),
            trace=dict(message.headers or ()).get("traceparent"),
        )
        key = member.article_id.encode()
        await self._publisher.publish([Record(self._topics.stories.name, key, orjson.dumps(story), headers)])

    async def _loaded(self) -> StoryIndex:
        if self._index is None:
            self._index = asyncio.ensure_future(self._load())
        return await asyncio.shield(self._index)

    async def _load(self) -> StoryIndex:
        index = StoryIndex(self._settings.story_articles, self._settings.story_likeness)
        async for member in read_members(self._settings, self._topics):
            index.add(member)
        return index
