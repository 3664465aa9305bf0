"""What is known of one source: its counts, its rhythm, and whether it is healthy, quiet or drifting.

All of it is plain numbers that go on the sources topic and come back from there, so that
another worker goes on where this one ended. The time comes in with each page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import log
from statistics import median
from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypedDict

from agents.change_test import LevelChange, ShareChange
from pipeline.outcomes import PUBLISHED, OutcomeName

DAY = 86_400.0
RHYTHM_GAPS = 8
"""Gaps between pages before a rhythm is spoken of."""
RHYTHM_DAYS = 28
"""Days whose longest gaps are remembered: weekends, and the odd holiday."""
RHYTHM_SECONDS = DAY
"""A source is known for a day at least before its silence means anything: an archive sent at once has no rhythm."""
KNOWN_WEEK = 8 * DAY
"""From here on the longest gap holds a weekend."""
FACTOR_KNOWN = 2.0
"""Quiet: this many times the longest gap of the last four weeks."""
FACTOR_NEW = 6.0
"""The same while no weekend was seen: nights of 12 hours then allow for one of 72."""
LENGTHS_KEPT = 50

State = Literal["healthy", "quiet", "drifting"]


class LastArticle(TypedDict):
    """The last article of a source."""

    id: Annotated[str | None, Field(description="The article's id.")]
    url: Annotated[str | None, Field(description="The page's address.")]
    at: Annotated[float, Field(description="When the worker took the page, in seconds since 1970.")]


SourceRecord = TypedDict(
    "SourceRecord",
    {
        "host": Annotated[str, Field(description="The host, without `www.`; or `(unknown)`, `(others)`.")],
        "state": Annotated[State, Field(description="Whether it is as it always was.")],
        "drifting": Annotated[list[str], Field(description="What has left its own history, in words.")],
        "pages": Annotated[int, Field(description="All its pages.")],
        "outcomes": Annotated[dict[str, int], Field(description="Its pages by outcome.")],
        "yield": Annotated[float | None, Field(description="Articles among its pages, duplicates left out.")],
        "median_text_chars": Annotated[float | None, Field(description="Of the texts of its last 50 articles.")],
        "last_article": Annotated[LastArticle | None, Field(description="The last of its pages that was an article.")],
        "first_seen": Annotated[float, Field(description="When its first page came, in seconds since 1970.")],
        "last_seen": Annotated[float, Field(description="When its last page came, in seconds since 1970.")],
        "allowed_silence_seconds": Annotated[
            float | None, Field(description="Silence after which it is quiet; null while its rhythm is not known.")
        ],
        "memory": Annotated[dict[str, Any], Field(description="What the next monitor goes on with: no contract.")],
        "checkpoint": Annotated[
            dict[str, int],
            Field(description="By outcomes partition, from where the next monitor has to read: no contract."),
        ],
    },
)
"""One record of the sources topic: the state of a host."""

NO_ARTICLE = frozenset({OutcomeName.NO_TEXT.value, OutcomeName.NOT_ARTICLE.value})
FAILED = frozenset({name.value for name in OutcomeName} - NO_ARTICLE - {name.value for name in PUBLISHED}) - {
    OutcomeName.DUPLICATE.value,
    OutcomeName.NOT_HTML.value,
}


@dataclass(frozen=True, slots=True)
class PageSeen:
    """What the outcome of one page says of its source."""

    outcome: str
    at: float
    """When, in seconds since 1970."""
    article_id: str | None = None
    url: str | None = None
    text_chars: int | None = None
    dated: bool | None = None


@dataclass(slots=True)
class Source:
    """One host, with everything needed to judge its next page."""

    host: str
    outcomes: dict[str, int] = field(default_factory=dict)
    first_seen: float = 0.0
    last_seen: float = 0.0
    last_article: LastArticle | None = None
    lengths: list[int] = field(default_factory=list)
    """Text lengths of the last articles, in characters."""
    gaps: int = 0
    longest_gaps: dict[str, float] = field(default_factory=dict)
    """By day since 1970, the longest silence that ended on it, in seconds."""
    without_article: ShareChange = field(default_factory=ShareChange)
    failed: ShareChange = field(default_factory=ShareChange)
    undated: ShareChange = field(default_factory=ShareChange)
    untyped: ShareChange = field(default_factory=ShareChange)
    """Articles of no type among the articles: the mix of types."""
    length: LevelChange = field(default_factory=LevelChange)
    quiet: bool = False
    positions: dict[str, int] = field(default_factory=dict)
    """By outcomes partition, one past the last outcome counted here."""

    def add(self, page: PageSeen) -> None:
        """Takes one page."""
        self.outcomes[page.outcome] = self.outcomes.get(page.outcome, 0) + 1
        self._keep_rhythm(page.at)
        self.quiet = False
        if page.outcome == OutcomeName.DUPLICATE.value:
            return  # seen before: it says nothing new of the layout
        published = page.outcome in (OutcomeName.ENRICHED.value, OutcomeName.OTHER.value)
        self.failed.add(hit=page.outcome in FAILED)
        if page.outcome in NO_ARTICLE or published:
            self.without_article.add(hit=not published)
        if not published:
            return
        self.last_article = {"id": page.article_id, "url": page.url, "at": page.at}
        self.untyped.add(hit=page.outcome == OutcomeName.OTHER.value)
        if page.dated is not None:
            self.undated.add(hit=not page.dated)
        if page.text_chars is not None:
            self.lengths = [*self.lengths, page.text_chars][-LENGTHS_KEPT:]
            self.length.add(log(page.text_chars + 1))

    def _keep_rhythm(self, at: float) -> None:
        if not self.last_seen:
            self.first_seen = self.last_seen = at
            return
        gap = at - self.last_seen
        if gap <= 0:
            return  # pages of several partitions come a little out of order
        self.gaps += 1
        day = str(int(at // DAY))
        self.longest_gaps[day] = max(gap, self.longest_gaps.get(day, 0.0))
        while len(self.longest_gaps) > RHYTHM_DAYS:
            del self.longest_gaps[min(self.longest_gaps, key=int)]
        self.last_seen = at

    def allowed_silence(self, shortest: float) -> float | None:
        """Seconds of silence after which the source is quiet; None while its rhythm is not known."""
        known = self.last_seen - self.first_seen
        if self.gaps < RHYTHM_GAPS or known < RHYTHM_SECONDS:
            return None
        factor = FACTOR_KNOWN if known >= KNOWN_WEEK else FACTOR_NEW
        return max(shortest, factor * max(self.longest_gaps.values()))

    def check_silence(self, now: float, shortest: float) -> bool:
        """Looks whether the source is overdue at that time; whether it is quiet."""
        allowed = self.allowed_silence(shortest)
        self.quiet = allowed is not None and now - self.last_seen > allowed
        return self.quiet

    @property
    def drifting(self) -> list[str]:
        """What has left its history, in words."""
        tests: dict[str, ShareChange | LevelChange] = {
            "pages without an article": self.without_article,
            "failed pages": self.failed,
            "articles without a date": self.undated,
            "articles of no type": self.untyped,
            "text length": self.length,
        }
        return [name for name, test in tests.items() if test.changed]

    @property
    def state(self) -> State:
        """Quiet comes first: a source that sends nothing cannot drift."""
        return "quiet" if self.quiet else "drifting" if self.drifting else "healthy"

    @property
    def pages(self) -> int:
        """All its pages."""
        return sum(self.outcomes.values())

    @property
    def articles(self) -> int:
        """Pages that gave an article."""
        return sum(self.outcomes.get(name.value, 0) for name in PUBLISHED)

    @property
    def article_yield(self) -> float | None:
        """Articles among its pages; the same page again counts for neither."""
        pages = self.pages - self.outcomes.get(OutcomeName.DUPLICATE.value, 0)
        return round(self.articles / pages, 4) if pages else None

    def message(self, checkpoint: Mapping[str, int], shortest: float) -> SourceRecord:
        """The record on the sources topic; `checkpoint`: see `agents/monitoring_line.py`."""
        return {
            "host": self.host,
            "state": self.state,
            "drifting": self.drifting,
            "pages": self.pages,
            "outcomes": self.outcomes,
            "yield": self.article_yield,
            "median_text_chars": median(self.lengths) if self.lengths else None,
            "last_article": self.last_article,
            "first_seen": self.first_seen,
            "last_seen": self.last_seen,
            "allowed_silence_seconds": self.allowed_silence(shortest),
            "memory": asdict(self),
            "checkpoint": dict(checkpoint),
        }


def source_of(message: Mapping[str, Any]) -> Source:
    """The source that a record of the sources topic carries."""
    memory = dict(message["memory"])
    for name in ("without_article", "failed", "undated", "untyped"):
        memory[name] = ShareChange(**memory[name])
    memory["length"] = LevelChange(**memory["length"])
    return Source(**memory)
