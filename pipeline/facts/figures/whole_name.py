"""The name of a market as it is written, with its country and what is counted there.

"UK registrations of battery cars", "comerciales ligeros matriculados en España": neither the country nor
the segment alone names that market.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.context_place import GENERIC_MARKET
from pipeline.facts.figures.setting import Setting
from pipeline.facts.places import HOME

_KINDS = frozenset(["segment", "market", "place"])
_BETWEEN = re.compile(r"[ \u00a0](?:[^\W\d][\w’'-]*[ \u00a0]){0,2}(?:[ld]['’])?")
"""Words between the parts of one name: no number and no comma."""
_LONGEST = 70


def whole_name(chosen: Chosen, setting: Setting) -> Chosen:
    """The chosen market with the country or the segment that stands beside it."""
    passage, span = setting.passage, chosen.span
    sentence = passage.sentence
    if chosen.kind not in _KINDS or span is None or span.field != sentence.field:
        return chosen
    start, end = span.start - sentence.start, span.end - sentence.start
    if not 0 <= start < end <= len(passage.text):
        return chosen
    for left, right in _partners(chosen, setting):
        first, last = min(start, left), max(end, right)
        gap = passage.text[min(end, right) : max(start, left)]
        crossed = first <= setting.start < last
        if max(start, left) < min(end, right) or crossed or last - first > _LONGEST or not _BETWEEN.fullmatch(gap):
            continue
        whole = sentence.span(first, last)
        return replace(chosen, value=whole.quote, span=whole)
    return chosen


def _partners(chosen: Chosen, setting: Setting) -> Iterator[tuple[int, int]]:
    """Countries beside a segment or market; what is counted beside a country."""
    passage = setting.passage
    if chosen.kind != "place":
        for place in passage.places:
            if place.code and place.code not in (HOME, "World"):
                yield place.start, place.end
        return
    for subject in passage.subjects:
        if subject.kind == "segment" or (subject.kind == "market" and not GENERIC_MARKET.search(subject.text)):
            yield subject.start, subject.end
