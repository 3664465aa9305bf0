"""What a name looks like that may be a company's, in languages where only names have capitals."""

from __future__ import annotations

import re

from pipeline.document import Document
from pipeline.facts.figures.forms import FigureForms, figure_forms
from pipeline.facts.occurrences import occurrences
from pipeline.facts.places import find_institution, find_places
from pipeline.facts.unlisted_makers import company_forms
from pipeline.languages.united import any_of

_WORD = r"[A-ZÀ-ÖØ-Ý](?:[\w&]|(?<=\w)[’'-](?=[A-ZÀ-ÖØ-Ý\d]))*[\w]"
NAME = rf"(?<![\w’-])(?P<name>{_WORD}(?:[ \u00a0](?:&[ \u00a0])?{_WORD}){{0,3}})"
"""One to four words with capitals; the group `name`."""
_AT = re.compile(any_of("figures_words", "names", "openers"))
_INSIDE = re.compile(r"[a-zà-ÿ,][ \u00a0]$|[ld]['’]$")
_LONGEST_CAPITALS = 12
"""A longer run of capitals is a heading."""


def is_small(word: str, forms: FigureForms) -> bool:
    """Whether a word with a capital is an article or a preposition that opens the sentence before a name."""
    return word in forms.name_ends or bool(forms.articles.search(word)) or bool(_AT.fullmatch(word))


def may_be_a_company(name: str, document: Document) -> bool:
    """Whether nothing says that the name is a place, an institution, a segment or an ordinary word."""
    forms = figure_forms(document.language)
    if company_forms(document.language).no_names.match(name + " ") or find_places(name + ".", document.language):
        return False
    if name.isalpha() and name[1:].islower() and not _stands_inside(name, document):
        return False  # the first word of a sentence has a capital whatever it is
    if find_institution(name, document.language) or forms.segments.search(name) or forms.markets.search(name):
        return False
    capitals = name.isupper() and len(name) > _LONGEST_CAPITALS
    return not (forms.unit_words.search(name) or forms.metric.search(name) or capitals)


def _stands_inside(name: str, document: Document) -> bool:
    """Whether the name stands somewhere behind a small word or a comma, where only names have capitals."""
    text = document.text
    return any(_INSIDE.search(text, max(0, start - 2), start) for start, _ in occurrences(name, text))
