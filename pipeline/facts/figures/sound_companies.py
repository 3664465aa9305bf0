"""The companies that no table holds, without what only looks like one.

A verb of selling makes a company of whatever stands before it with a capital: a person, a town, a German
noun, the federation that counts. Elsewhere that does no harm; a figure would be told of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Document
from pipeline.facts.figures.forms import figure_forms
from pipeline.facts.occurrences import occurrences
from pipeline.facts.people import find_people
from pipeline.facts.places import find_places
from pipeline.facts.unlisted_makers import company_forms
from pipeline.languages.united import any_of
from pipeline.organizations.mention import OrganizationMention

_UNLISTED = "unlisted-"
_LONGEST_TEXT = 40_000
_BEFORE = 20
_CALLED_WITHIN = 60
"""Characters before a name in which it is said what it is."""
_LOCATED = re.compile(
    rf"(?<!\w){any_of('figures_words', 'markets', 'located')}[ \u00a0]?(?:le |la |les |the )?$", re.IGNORECASE
)
"""Before a region, and hardly before a company that no table holds."""
_BARE = frozenset(["fr", "es"])
"""Languages in which a company that no table holds has no article."""
_ARTICLED = re.compile(r"(?<!\w)(?:l[ae]s?|aux?|des|du|el|los|del|al)[ \u00a0]$|(?<!\w)[ld]['’]$", re.IGNORECASE)
_ELIDED = re.compile(r"^[LD]['’]", re.IGNORECASE)
_CALLED = re.compile(
    rf"(?<!\w){any_of('figures_words', 'federations', 'called')}"
    r"(?:[ \u00a0](?:[a-zà-ÿ’'-]+[ \u00a0]){0,4}|[ \u00a0]?[(«„\"])$",
    re.IGNORECASE,
)
"""Before the name of who counts what others sell."""
_CALLED_BEHIND = re.compile(
    r"(?:,|[ \u00a0]?\()[ \u00a0]?"
    r"(?:(?:de[rm]|die|das|ein|the|an?|l['’]|las?|les?|une?|el|il|un['’]?|che|qui|which)[ \u00a0]?)?"
    rf"(?:[\w’'-]+[ \u00a0]){{0,2}}?{any_of('figures_words', 'federations', 'called_behind')}(?!\w)",
    re.IGNORECASE,
)
"""Behind it."""
_DETERMINED = re.compile(
    r"(?<!\w)(?:de[rsmn]|die|das|(?:k|m|s)?ein(?:e[rsmn]?)?|ihre?[rsmn]?|unsere?[rsmn]?|jede[rsmn]?|im|vom|zum|zur|am)"
    r"[ \u00a0](?:[a-zäöüß]+[ \u00a0])?$"
)
"""Before a German noun; a name seldom has one."""


def sound_companies(document: Document, organizations: Sequence[OrganizationMention]) -> list[OrganizationMention]:
    """The mentions without those of such words; what a table holds stays."""
    names = {one.record.name for one in organizations if one.record.id.startswith(_UNLISTED)}
    if not names:
        return list(organizations)
    people = {one.name for one in find_people(document, ())} if any(" " in one for one in names) else set()
    wrong = {
        one for one in names if (one in people and _is_nobodys_firm(one, document)) or not _is_sound(one, document)
    }
    return [one for one in organizations if one.record.name not in wrong or not one.record.id.startswith(_UNLISTED)]


def _is_nobodys_firm(name: str, document: Document) -> bool:
    """Whether a person's name is not called a company's too: "le groupe Emil Favre", "Rimorchi Dal Monte"."""
    named_so = company_forms(document.language).signed.fullmatch(name)
    grouped = re.search(rf"(?i:group\w*|grupp\w|grupo|autohaus|garage)[ \u00a0]{re.escape(name)}", document.text)
    return not (named_so or grouped)


def _is_sound(name: str, document: Document) -> bool:
    """Whether the text uses the name as a company's."""
    text, forms = document.text[:_LONGEST_TEXT], figure_forms(document.language)
    if _is_a_word(name, document):
        return False
    places = list(occurrences(name, text))
    if not places:
        return True
    if all(forms.federations.match(text, end + 1) for _, end in places):
        return False  # "the Irish Motor Council" counts what others sell
    if _is_part_of_places(places, document):
        return False  # "Unito" in "Regno Unito"
    before = [text[max(0, start - _BEFORE) : start] for start, _ in places]
    if 2 * sum(bool(_LOCATED.search(one)) for one in before) > len(places):
        return False  # "en Vendée" is a region
    if document.language in _BARE and 2 * sum(bool(_ARTICLED.search(one)) for one in before) > len(places):
        return False  # "les Bretons", "le Tessin"
    if _is_a_federation(name, places, text):
        return False
    if not name.isalpha() or name in document.headline:
        return True
    if any(forms.towns.search(one) for one in before):
        return False
    determined = sum(bool(_DETERMINED.search(one)) for one in before) if document.language == "de" else 0
    return 2 * determined <= len(places)


def _is_part_of_places(mentions: Sequence[tuple[int, int]], document: Document) -> bool:
    """Whether each mention is a part of the longer name of a place."""
    for start, end in mentions:
        left = max(0, start - _BEFORE)
        near = find_places(document.text[left : end + _BEFORE], document.language)
        if not any(left + one.start <= start and end <= left + one.end and not one.adjective for one in near):
            return False
    return True


def _is_a_word(name: str, document: Document) -> bool:
    """Whether the name is a country's, or a word for what is sold: "Maroc. …", "Camper, …"."""
    forms = figure_forms(document.language)
    name = _ELIDED.sub("", name)
    words = (forms.markets, forms.segments, forms.federations, forms.whole_market)
    if any(one.fullmatch(name) for one in words):
        return True
    return any(
        not one.adjective and (one.start, one.end) == (0, len(name)) for one in find_places(name, document.language)
    )


def _is_a_federation(name: str, places: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether the text calls the name one that counts what others sell: "l'association X", "X, der Verband …".

    A name that says so itself is left: what its members sold may be told of it.
    """
    return not _CALLED.search(f"{name} ") and any(
        _CALLED.search(text, max(0, start - _CALLED_WITHIN), start) or _CALLED_BEHIND.match(text, end)
        for start, end in places
    )
