"""The region that the headline of an article on a market is about, where no table of countries holds it.

"Bretagne : les ventes accélèrent", "New cars in Cornwall": what is counted in such an article is the region's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.article import Span
from pipeline.facts.figures.name_signs import is_small
from pipeline.facts.figures.passage import Passage
from pipeline.languages.united import any_of

_WORD = r"[A-ZÀ-ÖØ-Ý][\w-]+(?:['’][A-ZÀ-ÖØ-Ý][\w-]+)?"
_NAME = re.compile(rf"(?<![\w-])(?:(?<=[LlDd]['’])|(?<!['’])){_WORD}(?:[ \u00a0]{_WORD}){{0,2}}")
_HERE = rf"(?<!\w){any_of('figures_words', 'markets', 'located_by_name')}[ \u00a0]"
_SHORTEST = 4


def headline_region(headline: Passage, texts: Sequence[Passage]) -> tuple[str, Span] | None:
    """The name of the headline that the text has behind "in"; None where there is none."""
    if headline.text.isupper():
        return None
    taken = [(one.start, one.end) for one in headline.subjects]
    taken += [(one.start, one.end) for one in headline.places] + [(one.start, one.end) for one in headline.periods]
    for match in _NAME.finditer(headline.text):
        start, end = match.span()
        name = match[0]
        if len(name) < _SHORTEST or any(left < end and start < right for left, right in taken):
            continue
        if is_small(name.split()[0], headline.forms):
            continue
        located = re.compile(rf"{_HERE}{re.escape(name)}(?!\w)")
        if any(located.search(one.text) for one in texts):
            return name, headline.sentence.span(start, end)
    return None
