"""Which regulation a page speaks of, and whether it speaks of a fleet target at all.

The regulation belongs to the page rather than to a sentence: a sentence decides
only where it names one that the rest of the page does not outweigh.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.article import ComplianceRule
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.compliance.vocabulary import RULE

_RULES: tuple[ComplianceRule, ...] = ("uk_zev", "us_cafe", "china_nev", "other", "eu_fleet")
_HEADLINE_WEIGHT = 3
_STANDING_OUT = 2
"""How often more than the Union's own words another regulation's have to come."""


def regulation_of(sentences: Sequence[Sequence[Cue]], *, has_headline: bool) -> ComplianceRule:
    """The regulation the page speaks of most; the Union's where nothing else stands out."""
    counts: Counter[str] = Counter()
    for number, cues in enumerate(sentences):
        weight = _HEADLINE_WEIGHT if has_headline and number == 0 else 1
        for rule in _named(cues):
            counts[rule] += weight
    return _strongest(counts)


def regulation_in(cues: Sequence[Cue], page: ComplianceRule) -> ComplianceRule:
    """The regulation of one sentence: its own where it names exactly one, else the page's."""
    named = {rule for rule in _named(cues) if rule != "eu_fleet"}
    if page == "eu_fleet" and len(named) == 1 and "eu_fleet" not in _named(cues) and _names_rule(cues):
        return _as_rule(named.pop())
    return page


def _names_rule(cues: Sequence[Cue]) -> bool:
    return any(cue.label in ("norm", "penalty", "ceiling") for cue in cues)


def _named(cues: Iterable[Cue]) -> set[str]:
    return {cue.label.removeprefix(RULE) for cue in cues if cue.label.startswith(RULE)}


def _strongest(counts: Counter[str]) -> ComplianceRule:
    own = counts.pop("eu_fleet", 0)
    if not counts:
        return "eu_fleet"
    rule, times = counts.most_common(1)[0]
    return _as_rule(rule) if times >= _STANDING_OUT and times > own else "eu_fleet"


def _as_rule(name: str) -> ComplianceRule:
    return next(rule for rule in _RULES if rule == name)
