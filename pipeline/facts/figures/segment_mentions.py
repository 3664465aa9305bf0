"""Where a sentence names a segment: what is driven how, bought by whom, new or used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.facts.figures.forms import FigureForms
from pipeline.facts.figures.subject import USED_AND, Subject, is_counted_with_cars, with_its_engine, without_used
from pipeline.languages.united import any_of

_CAUSE = re.compile(
    rf"(?<!\w){any_of('figures_words', 'owners', 'causes')}[ \u00a0]"
    r"(?:[^\W\d][\w’'-]*[ \u00a0]|[ld]['’]){0,4}$",
    re.IGNORECASE,
)
"""Before a segment that only moves what is counted: "driven by strong demand for"."""
_LONGEST_CAUSE = 70
_OWN_NUMBER = (
    rf"{any_of('figures_words', 'owners', 'apposed')}(?!\w)"
    rf"|{any_of('figures_words', 'owners', 'of_its_own')}[ \u00a0][^,;]*?\d"
)
_CLOSES = re.compile(rf"[.;]|,(?![ \u00a0](?:{_OWN_NUMBER}|\d))", re.IGNORECASE)
"""Behind it, where no number of its own follows: not "driven by hybrids, which reached 12,300"."""
_JOINED = re.compile(r"[ \u00a0](?:et|and|und|y|e|&)[ \u00a0](?:(?:l[ae]s?|the|die|los|las|i|gli)[ \u00a0])?")
"""Between two words for one segment."""


def segments_of(text: str, forms: FigureForms) -> Iterator[Subject]:
    """The segments of a sentence, in order; two words beside each other for one segment are one."""
    before = None
    for match in forms.segments.finditer(text):
        start, end = match.span()
        if forms.maker_of_before.search(text, max(0, start - 40), start) or forms.maker_of_behind.match(text, end):
            continue  # "the EV maker" is a maker
        if _CAUSE.search(text, max(0, start - _LONGEST_CAUSE), start) and _CLOSES.match(text, end):
            continue
        found = Subject("segment", match[0], start, end, forms.segment_of(match))
        if is_counted_with_cars(found, text, forms):
            continue
        if before and text[before.end : start] == " (" and text[end : end + 1] == ")":
            before = replace(before, text=text[before.start : end + 1], end=end + 1)  # "plug-in hybrids (PHEVs)"
            continue
        same = before is not None and found.segment is not None and before.segment == found.segment
        if before and same and _JOINED.fullmatch(text, before.end, start):  # "les SUV et crossovers"
            before = replace(before, text=text[before.start : end], end=end)
            continue
        driven = None if before is None else with_its_engine(before, found, text)
        if driven:  # "fourgons à batterie"
            before = driven
            continue
        if before and USED_AND.fullmatch(text, before.end, start) and "used" in (before.segment, found.segment):
            powertrain = without_used([before, found])
            if len(powertrain) == 1:  # "électrique d'occasion" is one segment
                before = replace(powertrain[0], text=text[before.start : end], start=before.start, end=end)
                continue
        if before:
            yield before
        before = found
    if before:
        yield before
