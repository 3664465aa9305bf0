"""The region that the headline of an article on a market is about, where no table of countries holds it.

"Bretagne : les ventes accélèrent", "New cars in Cornwall": what is counted in such an article is the region's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.article import Span
from pipeline.facts.figures.name_signs import is_small
from pipeline.facts.figures.passage import Passage
from pipeline.facts.occurrences import occurrences
from pipeline.languages.united import any_of

_WORD = r"[A-ZÀ-ÖØ-Ý][\w-]+(?:['’][A-ZÀ-ÖØ-Ý][\w-]+)?"
_NAME = re.compile(rf"(?<![\w-])(?:(?<=[LlDd]['’])|(?<!['’])){_WORD}(?:[ \u00a0]{_WORD}){{0,2}}")
_HERE = re.compile(rf"(?<!\w){any_of('figures_words', 'markets', 'located_by_name')}[ \u00a0]$")
_LONGEST_BEFORE = 24
"""Characters before a name in which "in" is looked for."""
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
        if any(_stands_behind_in(name, one.text) for one in texts):
            return name, headline.sentence.span(start, end)
    return None


def _stands_behind_in(name: str, text: str) -> bool:
    """Whether the text has the name as a place: "in Cornwall"."""
    return any(_HERE.search(text, max(0, start - _LONGEST_BEFORE), start) for start, _ in occurrences(name, text))
