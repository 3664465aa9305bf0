"""Companies that no table holds and that only the sentence with their sales makes known.

"X a adjugé 9 100 voitures", "X ha aggiudicato in aprile 2.400 usate", "Chez X, on a livré 8 200
véhicules": a name stands as the subject of a verb of selling whose object is a number. To be used only for
articles that are known to be about sales; elsewhere such a name may be a person, a town or an authority.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.document import Document, Field
from pipeline.facts.figures.forms import FigureForms, figure_forms
from pipeline.facts.figures.name_signs import NAME, may_be_a_company
from pipeline.facts.headline_company import TAKEN_UP
from pipeline.facts.occurrences import occurrences
from pipeline.facts.people import find_people
from pipeline.languages import LANGUAGES
from pipeline.languages.united import any_of
from pipeline.organizations.mention import OrganizationMention, OrganizationRecord

_ASIDE = r"(?:,[ \u00a0][^,.;:|\n]{3,80},)?"
_SMALL = (
    rf"(?:[ \u00a0](?:{any_of('figures_words', 'verbs', 'between')}"
    rf"|[a-zà-ÿ]{{3,}}{any_of('figures_words', 'verbs', 'adverb_endings')})){{0,3}}"
)
"""Auxiliaries and adverbs between a company and its verb."""
_REACH = 60
"""Characters between the verb and the number that it governs."""
_LONGEST_TEXT = 20_000
_MOST_NAMES = 8
_AT = re.compile(rf"(?<![\w’'-]){any_of('figures_words', 'names', 'at')}[ \u00a0]{NAME}(?=,)")
_LEADING = re.compile(rf"^{any_of('figures_words', 'names', 'leading')}[ \u00a0]")
_DETERMINED = re.compile(
    rf"(?<![\w’'-]){any_of('figures_words', 'names', 'no_subject_behind')}[ \u00a0]?$", re.IGNORECASE
)
"""Before what is no subject of the sentence, or a model ("la Clio")."""
_TITLE = re.compile(
    rf"(?:{any_of('figures_words', 'names', 'titles')}"
    rf"|[a-zà-ÿ]{{4,}}{any_of('figures_words', 'names', 'profession_endings')})[ \u00a0]$"
)
_FIELDS: tuple[Field, ...] = ("headline", "text")
_COUNT = re.compile(r"[^.;:\n]*?(?<![\w.,-])\d")


@lru_cache(maxsize=len(LANGUAGES))
def _acting(language: str | None) -> re.Pattern[str]:
    """A name, at most three small words, and a word of selling."""
    forms = figure_forms(language)
    metric = re.sub(r"\?P<\w+>", "?:", forms.metric.pattern)
    told = rf"{forms.announces.pattern}(?=[ \u00a0](?:[^\W\d]+[ \u00a0]){{0,2}}\d)"
    return re.compile(rf"{NAME}{_ASIDE}{_SMALL}[ \u00a0](?i:{metric}|{told})")


def with_acting_companies(
    document: Document, organizations: Sequence[OrganizationMention]
) -> list[OrganizationMention]:
    """The mentions, and those of companies that the text names as selling a number of vehicles."""
    if document.language == "de":
        return list(organizations)  # every noun has a capital: "Kunden bestellten 300 Wagen"
    names = list(dict.fromkeys(_names(document, organizations)))[:_MOST_NAMES]
    found = list(organizations)
    for name in names:
        key = TAKEN_UP + "-".join(re.findall(r"\w+", name.casefold()))
        record = OrganizationRecord(key, name, "maker", (), None, None, None)
        for field in _FIELDS:
            content: str = getattr(document, field)
            taken = [(one.span.start, one.span.end) for one in found if one.span.field == field]
            found.extend(
                OrganizationMention(record, document.span(field, start, end))
                for start, end in occurrences(name, content[:_LONGEST_TEXT])
                if not any(left < end and start < right for left, right in taken)
            )
    return sorted(found, key=lambda one: (one.span.field != "headline", one.span.start)) if names else found


def _names(document: Document, organizations: Sequence[OrganizationMention]) -> Iterator[str]:
    forms, text = figure_forms(document.language), document.text[:_LONGEST_TEXT]
    taken = [(one.span.start, one.span.end) for one in organizations if one.span.field == "text"]
    people: list[str] | None = None
    for match in (*_acting(document.language).finditer(text), *_AT.finditer(text)):
        start, end = match.span("name")
        if any(left < end and start < right for left, right in taken):
            continue
        number = _COUNT.match(text, match.end(), match.end() + _REACH)
        if match.re is not _AT and not number:
            continue
        if match.re is _AT and not _counts(text, match.end(), forms):
            continue
        name = _LEADING.sub("", match["name"])
        start = end - len(name)
        before = text[max(0, start - 16) : start]
        if match.re is not _AT and (_DETERMINED.search(before) or _TITLE.search(before)):
            continue
        if not may_be_a_company(name, document):
            continue
        if people is None:
            people = [one.name for one in find_people(document, organizations)]
        if not any(name in one or one in name for one in people):
            yield name


def _counts(text: str, position: int, forms: FigureForms) -> bool:
    """Whether the sentence behind the position counts what was sold."""
    sentence = re.split(r"[.;\n](?:\s|$)", text[position : position + 4 * _REACH])[0]
    return bool(forms.metric.search(sentence) and re.search(r"\d{2}", sentence))
