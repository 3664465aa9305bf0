"""Makers whose share of electric cars is held against the quota of the page: "20 % are asked for … X, at 7 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.article import ComplianceOutcome, ComplianceRule
from pipeline.facts.compliance.bodies import Body, Group
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.statement import Statement

_RULES: tuple[ComplianceRule, ...] = ("uk_zev", "china_nev")
"""The regulations that set a share of the cars sold."""
_QUOTA_WITHIN = 40
"""Characters between a percentage and the word that makes it the quota."""
_BEHIND_NAME = re.compile(r"[^.;:()\d%]{1,45}")
_HIGHEST = 100.0
_SHARE_WITHIN, _NEXT = 3, 3
"""Sentences between a share of the market and the quota, and characters between a percentage and what it is of."""


def market_shares(readings: Sequence[Reading], market: Body | None, rule: ComplianceRule) -> list[Statement]:
    """A statement for the market whose share stands in a sentence right before the one that names the quota."""
    asked = _where_asked(readings) if rule in _RULES else None
    if market is None or asked is None:
        return []
    number, quota = asked
    for back in range(number, max(-1, number - 1 - _SHARE_WITHIN), -1):
        reading = readings[back]
        if reading.groups_of_kind("organization"):
            continue
        for value, _, end in reading.shares:
            of_all = any(cue.label == "share_of" and 0 <= cue.start - end <= _NEXT for cue in reading.cues)
            if of_all and value != quota:
                outcome: ComplianceOutcome = "met" if value > quota else "missed"
                return [Statement(market, {back, number}, end, "verdict", outcome=outcome, expected=True)]
    return []


def share_statements(readings: Sequence[Reading], rule: ComplianceRule) -> list[Statement]:
    """A statement for each maker with a share of its own, on a page that names the quota."""
    quota = _quota(readings) if rule in _RULES else None
    if quota is None:
        return []
    found: list[Statement] = []
    for number, reading in enumerate(readings):
        for group, share in _shares(reading):
            if share != quota:
                outcome: ComplianceOutcome = "met" if share > quota else "missed"
                found += [
                    Statement(body, {number}, body.end, "tenor", outcome=outcome, expected=True) for body in group
                ]
    return found


def _quota(readings: Sequence[Reading]) -> float | None:
    asked = _where_asked(readings)
    return asked[1] if asked else None


def _where_asked(readings: Sequence[Reading]) -> tuple[int, float] | None:
    """The first percentage that stands beside a word for a quota or a limit, and beside no maker, and its sentence."""
    for number, reading in enumerate(readings):
        aims = [cue for cue in reading.cues if cue.label in ("quota", "ceiling", "objective", "required")]
        behind_names = {share for _, share in _shares(reading)}
        for value, start, end in reading.shares:
            near = any(cue.distance(start, end) <= _QUOTA_WITHIN for cue in aims)
            if near and value not in behind_names and 0 < value <= _HIGHEST:
                return number, value
    return None


def _shares(reading: Reading) -> Iterator[tuple[Group, float]]:
    """Each group of makers that a percentage follows at once."""
    text = reading.sentence.text
    for group in reading.groups_of_kind("organization"):
        behind = next((share for share in reading.shares if share[1] >= group[-1].end), None)
        if behind and _BEHIND_NAME.fullmatch(text, group[-1].end, behind[1]):
            between = [other for other in reading.groups_of_kind("organization") if group[-1].end <= other[0].start]
            if not any(other[0].start < behind[1] for other in between):
                yield group, behind[0]
