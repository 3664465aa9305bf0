"""Labelled articles on fleet targets, as the learned weights of compliance see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import orjson

from pipeline.classification.training.corpus import LATER_PRESS, PRESS
from pipeline.document import Document
from pipeline.facts.compliance.number_features import PageNumbers
from pipeline.facts.compliance.page import CompliancePage, read_page
from pipeline.facts.compliance.possible_bodies import PossibleBody, possible_bodies
from pipeline.facts.compliance.signs import PageSigns
from pipeline.facts.compliance.year_features import PageYears
from pipeline.facts.people import PersonMention, find_people
from pipeline.organizations.find import find_organizations
from tests.quality.compliance_score import _similar, _words

SETS = {LATER_PRESS.stem: "first contact", PRESS.stem: "press", "compliance_press_forms": "press"}
"""By file. No rule was mended on those of first contact: on them the rules are as often right as on any other."""
WEIGHT_OF_SET = {"first contact": 2.0, "press": 1.0, "own": 0.6}

Label = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """An article, what was read of it, and which of the bodies it may speak of are labelled."""

    id: str
    set_name: str
    """`first contact`, `press` by other hands that rules were mended on, or `own`."""
    labels: Sequence[Label]
    page: CompliancePage
    people: Sequence[PersonMention]
    signs: PageSigns
    years: PageYears
    numbers: PageNumbers
    labelled: dict[int, list[Label]]
    """By the number of the body, its labels."""
    doubtful: frozenset[int]
    """Bodies of a name like a labelled one's: neither right nor wrong."""

    def fold(self, folds: int) -> int:
        """Which part of the articles it is in; all of one hand are in one part."""
        hand = self.id if self.set_name == "own" else self.id.rpartition("-")[0]
        return crc32(hand.encode()) % folds

    @property
    def weight(self) -> float:
        """What it counts."""
        return WEIGHT_OF_SET[self.set_name]


def read_examples(paths: Iterable[Path]) -> list[Example]:
    """The articles of those files that have labelled rows of compliance."""
    records = ((path.stem, orjson.loads(line)) for path in paths for line in path.read_bytes().splitlines() if line)
    return [_example(stem, one) for stem, one in records if "co2_compliance" in one["types"] and one.get("co2")]


def _example(stem: str, record: dict[str, Any]) -> Example:
    document = Document(record["title"], record["text"], record["lang"], record["published"])
    organizations = find_organizations(document)
    people = find_people(document, organizations)
    page = read_page(document, organizations)
    bodies = possible_bodies(page, people)
    signs = PageSigns(page, bodies)
    labelled, doubtful = _labelled(record["co2"], bodies)
    return Example(
        record["id"],
        SETS.get(stem, "own"),
        record["co2"],
        page,
        people,
        signs,
        PageYears(signs),
        PageNumbers(signs),
        labelled,
        frozenset(doubtful),
    )


def _labelled(labels: Sequence[Label], bodies: Sequence[PossibleBody]) -> tuple[dict[int, list[Label]], set[int]]:
    """Each label with the body whose name is most like its own, and the other bodies of a like name."""
    found: dict[int, list[Label]] = {}
    alike: set[int] = set()
    for label in labels:
        name = label["organization"]
        like = [
            (max(_likeness(name, other) for other in _names(body) if _similar(name, other)), bool(body.rows), -number)
            for number, body in enumerate(bodies)
            if any(_similar(name, other) for other in _names(body))
        ]
        if like:
            found.setdefault(-max(like)[2], []).append(label)
            alike |= {-number for *_, number in like}
    return found, alike - set(found)


def _names(body: PossibleBody) -> set[str]:
    return {body.name, *body.names, *(row.organization or "" for row in body.rows)}


def _likeness(one: str, other: str) -> tuple[bool, float]:
    first, second = set(_words(one)), set(_words(other))
    return one == other, 2 * len(first & second) / max(1, len(first) + len(second))
