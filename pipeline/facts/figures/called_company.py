"""The company that a sentence calls by what it is: "the Leicester-based retailer", "la concession du boulevard".

An importer, a dealer or a lessor is none of the brands that it sells: meant is the last company that the text named
and that no table holds, or a name that the text takes up. "The firm" may be a listed maker too; it is asked of here
only where neither headline nor the sentences before name one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.facts.figures.capital_names import capital_names
from pipeline.facts.figures.chosen import Chosen, chosen_subject
from pipeline.facts.figures.name_signs import is_small
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.setting import Setting
from pipeline.facts.figures.subject import Subject
from pipeline.facts.places import find_places
from pipeline.facts.unlisted_makers import company_forms
from pipeline.languages import LANGUAGES, vocabulary
from pipeline.languages.united import any_of

_COMPANIES = frozenset(["maker", "model"])
_BEHIND = 30
"""Characters behind a number in which a brand is what was counted."""
_NAMES_REACH = 4
"""How many sentences back a name that no table holds is looked for."""
_FIRMS_REACH = 2
_BEGINNING = 6_000
"""Characters of the article in which a name is counted."""
_BEFORE = 30
_LEAST = 2
"""Signs that make a name a company's."""
_PLACED = re.compile(rf"(?<![\w’'-]){any_of('figures_words', 'called', 'placed')}[ \u00a0]?$", re.IGNORECASE)
"""Before a place, a model or an engine rather than a company."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """The words of one language for a company that is not named."""

    called: re.Pattern[str]
    """An article and such a word; the group `reseller` or `firm`."""
    acting: re.Pattern[str]
    """Before who acts, and not before whose or where something is."""
    introducing: re.Pattern[str]
    """Before a company's name: what it is."""


@lru_cache(maxsize=len(LANGUAGES))
def _forms(language: str | None) -> _Forms:
    words = vocabulary(language if language in LANGUAGES else "en", "figures_words")
    called = {key: "|".join(entries) for key, entries in words["called"].items()}
    inverted = "".join(f"|{one}" for one in words["verbs"]["inverted"])
    nouns = f"{called['resellers']}|{called['firms']}"
    return _Forms(
        called=re.compile(
            rf"(?<![\w’'-])(?i:(?:{called['articles']})(?:(?<=['’])|[ \u00a0])(?:[\w’'-]+[ \u00a0]){{0,2}}?"
            rf"(?:(?P<reseller>{called['resellers']})|(?P<firm>{called['firms']}))(?![\w-]))"
            r"(?![ \u00a0](?:&[ \u00a0])?[A-ZÀ-ÖØ-Ý])"  # "the importer X" is named
        ),
        acting=re.compile(
            rf"(?:^|[,;:–—«»„“\"()])[ \u00a0]?$|(?<!\w)(?:{called['agents']}{inverted})[ \u00a0]$", re.IGNORECASE
        ),
        introducing=re.compile(rf"(?<!\w)(?:{nouns})[ \u00a0](?:[\w-]+[ \u00a0])?$", re.IGNORECASE),
    )


def called_company(setting: Setting) -> Chosen | None:
    """The company that the number's sentence only calls what it is; None where it names one, or calls none."""
    passage, start = setting.passage, setting.start
    forms = _forms(passage.language)
    called = next((one for one in forms.called.finditer(passage.text, 0, start) if _acts(one, passage)), None)
    if called is None or setting.crosses_another(called.end(), start):
        return None
    named = [one for one in passage.subjects if one.kind in _COMPANIES and not passage.in_brackets(one.start)]
    if called["reseller"]:
        if any(one.end <= start and (one.start < called.start() or _is_a_seller(one)) for one in named):
            return None
        return _seller(setting)
    if any(one.start < setting.end + _BEHIND for one in named) or _may_be_listed(setting):
        return None
    return _seller(setting)


def _acts(called: re.Match[str], passage: Passage) -> bool:
    start = called.start()
    if _forms(passage.language).acting.search(passage.text, 0, start):
        return True
    return any(0 <= start - one.end <= 1 for one in passage.periods)  # "entre enero y marzo la casa …"


def _is_a_seller(one: Subject) -> bool:
    """Whether a mention is of a company that sells what others make, or that no table holds."""
    return one.kind == "maker" and (one.resells or not one.listed)


def _may_be_listed(setting: Setting) -> bool:
    """Whether headline or the sentences before name a maker that a table holds."""
    context = setting.context
    if context.first_maker and not _is_a_seller(context.first_maker):
        return True
    near = context.earlier[-_FIRMS_REACH:]
    return any(one.kind in _COMPANIES and not _is_a_seller(one) for passage in near for one in passage.subjects)


def _seller(setting: Setting) -> Chosen | None:
    """The company of the headline, the last of the text, or the last name that the text takes up."""
    context = setting.context
    if context.maker and _is_a_seller(context.maker):
        one = context.maker
        return Chosen(one.text, context.maker_span, 0.8, country=one.country, kind="maker", resells=one.resells)
    for passage in reversed(context.earlier):
        sellers = [one for one in passage.subjects if _is_a_seller(one)]
        if sellers:
            return chosen_subject(passage, sellers[0], 0.75)
    if setting.passage.language == "de":
        return None  # every noun has a capital
    for passage in reversed(context.earlier[-_NAMES_REACH:]):
        signs = {
            span: _signs(*span, passage, setting)
            for span in capital_names(passage)
            if _may_be_a_company(*span, passage, setting)
        }
        span = max(signs, key=signs.__getitem__, default=None)
        if span and signs[span] >= _LEAST:
            place = passage.sentence.span(*span)
            return Chosen(place.quote, place, 0.65, kind="maker", resells=True)
    return None


def _signs(start: int, end: int, passage: Passage, setting: Setting) -> int:
    """How much speaks for the name being a company's: headline, the words before it, how often it is named."""
    context, name, text = setting.context, passage.text[start:end], passage.text
    before = text[max(0, start - _BEFORE) : start]
    headline = bool(context.headline and name in context.headline.text)
    introduced = bool(_forms(passage.language).introducing.search(before))
    placed = not introduced and bool(_PLACED.search(before)) and name.isalpha()
    return (
        2 * headline
        + 2 * introduced
        + (context.content.count(name, 0, _BEGINNING) > 1)
        + (start == 0 or not name.isalpha())
        - 2 * placed
        - 3 * any(sign.isdigit() for sign in name)
    )


def _may_be_a_company(start: int, end: int, passage: Passage, setting: Setting) -> bool:
    name = passage.text[start:end]
    spans = [(one.start, one.end) for one in passage.places]
    spans += [(one.start, one.end) for one in passage.subjects]
    spans += [(one.start, one.end) for one in passage.periods]
    if any(left < end and start < right for left, right in spans):
        return False
    if name in setting.context.people or is_small(name, passage.forms):
        return False
    forms = passage.forms
    words = (forms.metric, forms.unit_words, forms.markets, forms.federations, forms.share_words)
    ordinary = company_forms(passage.language).no_names.match(name + " ") or any(one.search(name) for one in words)
    return (
        not ordinary
        and not find_places(name + ".", passage.language)
        and not forms.towns.search(passage.text[max(0, start - 20) : start])
    )
