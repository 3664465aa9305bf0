"""Which regulation a page speaks of, and whether it speaks of a fleet target at all.

The regulation belongs to the page rather than to a sentence: a sentence decides
only where it names one that the rest of the page does not outweigh.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.article import ComplianceRule
from pipeline.facts.compliance.no_names import is_written_as_a_name
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.vocabulary import DEMONYM, RULE, RULE_NAME

_RULES: tuple[ComplianceRule, ...] = ("uk_zev", "us_cafe", "china_nev", "other", "eu_fleet")
"""Of two that a page speaks of equally often, the first counts."""
_HEADLINE_WEIGHT, _BESIDE_A_TARGET = 3, 1
_BESIDE = 2
"""Characters between a regulation's word and the target it stands beside."""
_STANDING_OUT = 2
"""How often another regulation's words have to come where the Union's come too."""


def regulation_of(readings: Sequence[Reading]) -> ComplianceRule:
    """The regulation the page speaks of most; the Union's where nothing else stands out."""
    counts: Counter[str] = Counter()
    for reading in readings:
        weight = _HEADLINE_WEIGHT if reading.sentence.field == "headline" else 1
        for rule in _named(reading):
            counts[rule] += weight
        for rule in _named(reading, RULE_NAME):
            counts[rule] += weight
        for rule in _of_targets(reading.cues):
            counts[rule] += _BESIDE_A_TARGET
    return _strongest(counts)


def regulation_in(reading: Reading, page: ComplianceRule) -> ComplianceRule:
    """The regulation of one sentence: its own where it names exactly one, else the page's."""
    named = _named(reading)
    if page == "eu_fleet" and len(named) == 1 and reading.has("norm", "penalty", "ceiling"):
        return _as_rule(named.pop())
    return page


def _named(reading: Reading, prefix: str = RULE) -> set[str]:
    cues = reading.cues
    makers = [cue for cue in cues if cue.label.startswith(DEMONYM)]  # "the British maker" may break any rule
    return {
        cue.label.removeprefix(prefix)
        for cue in cues
        if cue.label.startswith(prefix)
        and is_written_as_a_name(cue, reading.sentence.text)
        and not any(one.start <= cue.start and cue.end <= one.end for one in makers)
    }


def _of_targets(cues: Sequence[Cue]) -> set[str]:
    """The regulations that stand right beside a target: "its European CO2 target"."""
    verbs = {(cue.start, cue.end) for cue in cues if cue.label == "obligation"}
    aims = [cue for cue in cues if cue.label == "objective" and (cue.start, cue.end) not in verbs]
    return {
        cue.label.removeprefix(RULE)
        for cue in cues
        if cue.label.startswith(RULE) and any(0 < aim.distance(cue.start, cue.end) <= _BESIDE for aim in aims)
    }


def _strongest(counts: Counter[str]) -> ComplianceRule:
    own = counts.pop("eu_fleet", 0)
    if not counts:
        return "eu_fleet"
    rule, times = max(counts.items(), key=lambda one: (one[1], -_RULES.index(_as_rule(one[0]))))
    return _as_rule(rule) if times > own and (times >= _STANDING_OUT or not own) else "eu_fleet"


def _as_rule(name: str) -> ComplianceRule:
    return next(rule for rule in _RULES if rule == name)
