"""Labelled examples of what the rankers of figures are asked: each number, and each field of the labelled rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from pipeline.document import Document
from pipeline.facts.figures import read_figures
from pipeline.facts.figures.ranking.number_features import RULED
from pipeline.facts.figures.ranking.option import Option
from pipeline.facts.figures.ranking.rankers import FIELDS, NUMBERS, PASSED_OVER, Rankers
from pipeline.facts.figures.setting import Setting
from pipeline.facts.numbers import Quantity
from pipeline.organizations.find import find_organizations
from pipeline.organizations.mention import OrganizationMention
from tests.quality.press_score import KINDS
from tools.figures_fitting import Choice, Verdict

FOLDS = 10
BLIND = 0.3
"""Weight of the copies of a number on which the rules are blind; on articles they were mended on they see too well."""
UNLABELLED = 0.6
"""Weight of a number that the rules take for a figure and the labels do not hold: those of prominent rows are few."""
_KNOWN_UNIT = re.compile(r"(?:vehicle|buyer|metric_\w+)")
_LISTED = ("counts ", "told ")
_, _SAME, _FIELDS = KINDS["figures"]


@dataclass(slots=True)
class Example:
    """An article with its labelled rows, and what is asked when it is read."""

    source: str
    weight: float
    fresh: bool
    """Whether hardly a rule was mended on it."""
    fold: int
    labelled: list[dict[str, Any]]
    document: Document
    organizations: list[OrganizationMention]
    choices: dict[str, list[Choice]] = field(default_factory=dict)
    verdicts: dict[str, list[Verdict]] = field(default_factory=dict)


class Recorder(Rankers):
    """Leaves everything as the rules have it, and keeps what was asked."""

    asks_of_the_known = True

    def __init__(self, example: Example) -> None:
        super().__init__({})
        self._example = example

    def asks(self, question: str) -> bool:
        """Whatever there is to ask."""
        return question in (*FIELDS, *NUMBERS)

    def certainty(self, question: str, quantity: Quantity, verdict: str, features: Sequence[str]) -> float:
        """That of the rules."""
        example, unit = self._example, "percent" if question == "share" else "vehicles"
        right = any(one["unit"] == unit and _close(one["value"], quantity.value) for one in example.labelled)
        example.verdicts.setdefault(question, []).extend(_seen(features, verdict, right, example))
        return float(verdict != PASSED_OVER)

    def decide(self, field: str, options: Sequence[Option], ruled: int, setting: Setting) -> tuple[int, float]:
        """The choice of the rules."""
        row = next((one for one in self._example.labelled if _is_told(one, setting)), None)
        if row is not None:
            right = [bool(_FIELDS[field](row[field], one.chosen.value)) for one in options]
            choice = Choice([one.features for one in options], right, self._example.weight)
            self._example.choices.setdefault(field, []).append(choice)
        return ruled, 1.0


def read_examples(path: Path, weight: float, *, fresh: bool = False) -> Iterator[Example]:
    """The articles on sales of a file of labelled ones."""
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if "sales_figures" not in article["types"]:
            continue
        document = Document(article["title"], article["text"], article["lang"], article.get("published"))
        yield Example(
            path.stem,
            weight,
            fresh,
            crc32((article["id"] + article["title"]).encode()) % FOLDS,
            article.get("figures", []),
            document,
            find_organizations(document),
        )


def record(example: Example) -> None:
    """Keeps with the article what its reading asks."""
    read_figures(example.document, example.organizations, Recorder(example))


def once(examples: Iterable[Example]) -> list[Example]:
    """Each article once."""
    return list({(one.document.headline, one.document.text[:80]): one for one in examples}.values())


def _seen(features: Sequence[str], verdict: str, right: bool, example: Example) -> Iterator[Verdict]:
    """The number as the rules see it, and as they would if they were blind to it: to it alone, or to its noun too."""
    told = verdict != PASSED_OVER
    weight = example.weight * (UNLABELLED if told and not right else 1.0)
    if not told or example.fresh:
        yield Verdict(features, right, weight)
        return
    yield Verdict(features, right, weight * (1 - BLIND))
    known, blind = f"{RULED}{verdict} ", f"{RULED}{PASSED_OVER} "
    unseen = [blind + one[len(known) :] if one.startswith(known) else one for one in features]
    yield Verdict(unseen, right, weight * BLIND / 2)
    unknown = [_KNOWN_UNIT.sub("-", one) if one.startswith(_LISTED) else one for one in unseen]
    yield Verdict(unknown, right, weight * BLIND / 2)


def _is_told(row: dict[str, Any], setting: Setting) -> bool:
    """Whether the labelled row is that of the setting's number."""
    unit = "percent" if setting.is_share else "vehicles"
    values = [one.value for one in setting.passage.quantities if one.start == setting.start]
    return bool(row["unit"] == unit) and any(_close(row["value"], value) for value in values)


def _close(wanted: float, said: float) -> bool:
    return abs(wanted - said) <= 0.005 * max(1e-9, abs(wanted))
