"""Labelled articles, as training and measuring see them.

A file holds one JSON record a line: `id`, `lang`, `title`, `text`, `types` (a list, empty for none), `primary`
(the type headline and lead are about, or `other`), and optionally `hard`, `published` and, in a background, `read`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from pipeline.classification.folding import fold
from pipeline.document import Document

_SHORT, PRESS, LATER_PRESS = (
    Path(__file__).with_name(name) for name in ("articles.jsonl", "press.jsonl", "press_later.jsonl")
)
PROJECT_ARTICLES = (_SHORT, PRESS, LATER_PRESS)
"""The project's own labelled articles, invented, in five languages: `articles` short and mostly hard neighbours,
`press` in the manner of many kinds of newspaper, by several hands, with facts as well as types; `press_later` the same,
and no rule was mended on it: it shows how far rules are to be trusted."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article and what it is."""

    id: str
    source: str
    """Name of the file it stands in."""
    document: Document
    types: frozenset[str]
    primary: str
    hard: bool
    read: bool = False
    """In a background: labelled by reading, not by a pattern."""

    @property
    def language(self) -> str:
        """ISO 639-1, or `xx`."""
        return self.document.language or "xx"


def load(paths: Iterable[Path]) -> list[Labelled]:
    """The articles of those files, in order."""
    return [
        _labelled(orjson.loads(line), path.stem)
        for path in paths
        for line in path.read_bytes().splitlines()
        if line.strip()
    ]


def _labelled(record: dict[str, object], source: str) -> Labelled:
    types = record["types"]
    assert isinstance(types, list)  # noqa: S101 - tells the type checker what the file's format says
    return Labelled(
        id=str(record["id"]),
        source=source,
        document=Document(
            str(record["title"] or ""),
            str(record["text"]),
            str(record["lang"]),
            str(record.get("published") or "") or None,
        ),
        types=frozenset(types),
        primary=str(record.get("primary", types[0] if types else "other")),
        hard=bool(record.get("hard")),
        read=bool(record.get("read")),
    )


def group_near_duplicates(articles: Sequence[Labelled], at_least: float = 0.25) -> list[int]:
    """A number for each article; articles that share many runs of five words share it.

    Cross-validation keeps a group together, so that no article is scored by what was learned from its twin.
    """
    shingles = [_shingles(article.document) for article in articles]
    holders: dict[str, list[int]] = {}
    for index, runs in enumerate(shingles):
        for run in runs:
            holders.setdefault(run, []).append(index)
    group = list(range(len(articles)))

    def root(index: int) -> int:
        while group[index] != index:
            index = group[index]
        return index

    shared: dict[tuple[int, int], int] = {}
    for indexes in holders.values():
        for position, left in enumerate(indexes[:20]):  # a run that many share is a phrase of the trade
            for right in indexes[position + 1 : 20]:
                shared[left, right] = shared.get((left, right), 0) + 1
    for (left, right), common in shared.items():
        if common >= at_least * min(len(shingles[left]), len(shingles[right])):
            group[root(right)] = root(left)
    return [root(index) for index in range(len(articles))]


def _shingles(document: Document) -> frozenset[str]:
    words = re.findall(r"\w+", fold(f"{document.headline} {document.text}"))
    return frozenset(" ".join(words[start : start + 5]) for start in range(max(1, len(words) - 4)))
