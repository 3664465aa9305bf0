"""Whom or what a short sentence without a number announces, for the number of the next.

"PSA, sans discussion. Le groupe s'octroie 32 %", "Secondo è il breve termine. Ad agosto 2.870 targhe": such a
sentence turns the text to somebody, and the next goes on about them without the name.
"""

from __future__ import annotations

from pipeline.facts.figures.chosen import Chosen, chosen_subject
from pipeline.facts.figures.setting import Setting
from pipeline.facts.figures.subject import Subject
from pipeline.facts.places import HOME

_SHORT = 60
"""Characters of a sentence that only announces the next."""
_ARTICLE = 4
"""Characters that an article before the first noun may have."""


def announced_maker(setting: Setting) -> Chosen | None:
    """The one maker or model that the sentence before announces."""
    if _has_a_market(setting) or _opens_with_what_is_counted(setting):
        return None
    found = _announced(setting, "maker", "model")
    return chosen_subject(setting.before, found, 0.75) if found and setting.before else None


def announced_market(setting: Setting) -> Chosen | None:
    """The one market that it announces, where the sentence has no segment and no country of its own."""
    if _has_a_market(setting):
        return None
    found = None if _announced(setting, "maker", "model") else _announced(setting, "market")
    return chosen_subject(setting.before, found, 0.7) if found and setting.before else None


def _has_a_market(setting: Setting) -> bool:
    """Whether the sentence names a segment or a country before its number."""
    passage, start = setting.passage, setting.start
    if any(one.kind == "segment" and one.end <= start for one in passage.subjects):
        return True
    return any(one.code not in (None, HOME) and one.end <= start for one in passage.places)


def _opens_with_what_is_counted(setting: Setting) -> bool:
    """Whether an article on a market goes on about its sales: "Les ventes ont atteint 110 000"."""
    if not (setting.context.is_market or setting.context.market_lead):
        return False
    return any(start <= _ARTICLE and end <= setting.start for _, start, end in setting.passage.metric_words)


def _announced(setting: Setting, *kinds: str) -> Subject | None:
    before, passage, start = setting.before, setting.passage, setting.start
    if before is None or before.quantities or len(before.text) > _SHORT:
        return None
    if any(one.kind in ("maker", "model") and one.end <= start for one in passage.subjects):
        return None
    named = [one for one in before.subjects if one.kind in kinds]
    return named[0] if len({one.text for one in named}) == 1 else None
