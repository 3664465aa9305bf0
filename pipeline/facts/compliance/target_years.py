"""The year a target is for: stated near it, relative to the day of publication, or the page's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.facts.compliance.grams import Grams
from pipeline.facts.compliance.phrases import Cue
from pipeline.languages.united import any_of

_YEAR = re.compile(
    r"(?=20)(?<![\d.,'’/-])(?:(?<!\d\s)|(?<=CO2\s))(20[0-4]\d)(?!\d)(?![.,]\d)(?!\s?(?:g\b|€|%|euros?\b|Euro\b))"
)
_NUMBER_OF_A_LAW = re.compile(
    rf"20[0-4]\d/\d{{1,4}}\b|\b\d{{2,4}}/20[0-4]\d\b"
    rf"|\b(?:n[.°º]|{any_of('compliance_words', 'names', 'laws')})\s?\d{{2,4}}"
    r"\s(?:del?|von|of|de)\s20[0-4]\d\b",
    re.IGNORECASE,
)
"""Regulations are numbered by year: "2019/631", "regolamento 443 del 2009"."""
_SHORT_RANGE = re.compile(r"[-–/](?:20)?\d\d\b")
_COORDINATED = re.compile(
    r"\s*(?:[-–/]|,|(?:et|and|und|y|e|à|to|bis|a|al)\b(?:\s(?:en|in|im|nel|del|de|for|für|per|à|hasta))?)\s*"
)
_RELATIVE = {"last_year": -1, "this_year": 0, "next_year": 1}
_BASELINE_REACH = 14
_HISTORY = 3
"""Years before publication behind which a page's year is hardly that of its targets."""
_BESIDE = 12
"""Characters between a target and its year."""
_AIM = frozenset({"objective", "ceiling", "norm", "required", "actual"})


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year in a sentence."""

    year: int
    start: int
    end: int
    last: int
    """The last year of the range or list it opens; the same where it stands alone."""
    baseline: bool
    """Whether it is only what is compared with: "by 15 % from 2021"."""


def find_years(
    text: str,
    cues: Sequence[Cue],
    grams: Sequence[Grams],
    *,
    published: int | None,
    before: int | None = None,
    last_named: int | None = None,
) -> list[YearMention]:
    """The years of a sentence in order.

    Args:
        text: the sentence.
        cues: its phrases.
        grams: its grams; the year of a value that is only compared with is no target's.
        published: the year of publication, from which "last year" counts.
        before: the year that the sentence before compares with; without a day of publication
            "last year" is the one after it ("121 g in 2018. Last year it rose to 122").
        last_named: the year named last on the page, which "the following year" is the one after.
    """
    laws = [found.span() for found in _NUMBER_OF_A_LAW.finditer(text) if not _SHORT_RANGE.fullmatch(found[0][4:])]
    plain = [
        (int(found[1]), found.start(1), found.end(1))
        for found in _YEAR.finditer(text)
        if not any(start <= found.start(1) < end for start, end in laws)
    ]
    for cue in cues:
        if published and cue.label in _RELATIVE:
            plain.append((published + _RELATIVE[cue.label], cue.start, cue.end))
        elif before and not plain and cue.label == "last_year":
            plain.append((before + 1, cue.start, cue.end))
        elif cue.label == "year_after":
            earlier = max((one for one in plain if one[2] <= cue.start), key=lambda one: one[1], default=None)
            named = earlier[0] if earlier else last_named
            plain += [(named + 1, cue.start, cue.end)] if named else []
    plain.sort(key=lambda one: one[1])
    mentions: list[YearMention] = []
    for year, start, end in plain:
        if mentions and _COORDINATED.fullmatch(text[mentions[-1].end : start]):
            opening = mentions.pop()
            mentions.append(YearMention(opening.year, opening.start, end, max(opening.last, year), opening.baseline))
            continue
        short = _SHORT_RANGE.match(text, end)
        last = year // 100 * 100 + int(short[0][-2:]) if short else year
        baseline = any(cue.label == "baseline" and 0 <= start - cue.end <= _BASELINE_REACH for cue in cues)
        baseline = baseline or any(cue.label == "baseline_after" and 0 <= cue.start - end <= 1 for cue in cues)
        nearest = max((one for one in grams if one.end <= start), key=lambda one: one.end, default=None)
        baseline = baseline or (nearest is not None and nearest.role == "prior" and start - nearest.end <= 40)
        mentions.append(YearMention(year, start, end, max(last, year), baseline))
    return mentions


def years_in(text: str) -> list[tuple[int, int]]:
    """The years written in a text, each with its place."""
    return [(int(found[1]), found.start(1)) for found in _YEAR.finditer(text)]


def nearest_year(years: Sequence[YearMention], place: int, *, latest: bool) -> int | None:
    """The year nearest to that place of the sentence; of a range the last for what is settled, else the first."""
    usable = [one for one in years if not one.baseline]
    if not usable:
        return None
    one = min(usable, key=lambda year: max(0, year.start - place, place - year.end))
    return one.last if latest else one.year


def is_of_a_target(year: YearMention, cues: Sequence[Cue]) -> bool:
    """Whether the year stands right beside a target: "the 2025 target", "l'objectif de 2025"."""
    aims = [cue for cue in cues if cue.label in ("objective", "ceiling", "norm")]
    return any(cue.distance(year.start, year.end) <= _BESIDE for cue in aims)


def page_year(
    sentences: Sequence[tuple[Sequence[YearMention], Sequence[Cue]]], published: int | None
) -> tuple[int, int] | None:
    """The first and last year most often named beside a target or an average; the headline's where it names one."""
    counts: Counter[tuple[int, int]] = Counter()
    for number, (years, cues) in enumerate(sentences):
        aims = sum(cue.label in _AIM for cue in cues)
        for one in years:
            if not one.baseline and (published is None or one.year <= published + 15):
                counts[one.year, one.last] += (6 if number == 0 else 1) + min(aims, 3)
    # What lies long before the day of publication is history: the year a bond was issued in, or a firm founded.
    recent = {years: count for years, count in counts.items() if published is None or years[1] >= published - _HISTORY}
    return max(recent, key=counts.__getitem__) if recent else None
