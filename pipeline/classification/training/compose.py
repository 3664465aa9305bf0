"""Articles in which one paragraph alone is of a type: invented passages set into articles of no type.

Most of what the weights are learned from is about its type from the headline on. Real articles often are not: the
sales of the year stand in the last paragraph of a story on a new model, the new head in the fifth of one on job cuts.
`passages.jsonl` holds such paragraphs, and as many that look alike and are of no type (units since launch, an edition
sold out, a career told). Each is set into several articles of its language that are of no type. `{maker}` in a passage
stands for the name of a maker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import orjson

from pipeline.article import OTHER
from pipeline.classification.training.corpus import Labelled
from pipeline.classification.types import SHARED, read_data
from pipeline.document import Document

PASSAGES = Path(__file__).with_name("passages.jsonl")
"""One JSON record a line: `id`, `lang`, `text`, `types`."""

HOSTS = 6
"""Into how many articles each passage is set."""

MAKER = "{maker}"
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and the types it is of."""

    id: str
    language: str
    text: str
    types: frozenset[str]


def load_passages(path: Path = PASSAGES) -> list[Passage]:
    """The project's passages."""
    records = [orjson.loads(line) for line in path.read_bytes().splitlines()]
    return [Passage(each["id"], each["lang"], each["text"], frozenset(each["types"])) for each in records]


def compose(passages: Sequence[Passage], hosts: Sequence[Labelled]) -> Iterator[Labelled]:
    """The passages within articles of no type, and of their language. Which ones, depends on the ids alone."""
    makers = [name.title() for name in read_data(SHARED, "any.toml")["maker"] if len(name) >= _SHORTEST_NAME]
    for passage in passages:
        fitting = [host for host in hosts if host.language == passage.language and not host.types]
        chosen = sorted(fitting, key=lambda host: crc32(f"{passage.id} {host.id}".encode()))[:HOSTS]
        for number, host in enumerate(chosen):
            text = passage.text.replace(MAKER, makers[crc32(f"{passage.id} {number}".encode()) % len(makers)])
            yield _within(host, number, passage, text)


def _within(host: Labelled, number: int, passage: Passage, text: str) -> Labelled:
    """The host with the passage at its end, or in its middle."""
    paragraphs = [line for line in host.document.text.split("\n") if line.strip()]
    place = len(paragraphs) if number % 2 == 0 else (len(paragraphs) + 1) // 2
    paragraphs.insert(place, text)
    document = Document(host.document.headline, "\n".join(paragraphs), host.language, host.document.published)
    return Labelled(f"{passage.id} in {host.id}", "passages", document, passage.types, OTHER, hard=False)
