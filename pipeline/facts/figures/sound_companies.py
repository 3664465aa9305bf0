"""The companies that no table holds, without what only looks like one.

A verb of selling makes a company of whatever stands before it with a capital: a person, a town, a German
noun, the federation that counts. Elsewhere that does no harm; a figure would be told of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Document
from pipeline.facts.figures.forms import figure_forms
from pipeline.facts.people import find_people
from pipeline.facts.unlisted_makers import company_forms
from pipeline.organizations.mention import OrganizationMention

_UNLISTED = "unlisted-"
_LONGEST_TEXT = 40_000
_BEFORE = 20
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
    places = [match.span() for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text)]
    if not places:
        return True
    if all(forms.federations.match(text, end + 1) for _, end in places):
        return False  # "the Irish Motor Council" counts what others sell
    if not name.isalpha() or name in document.headline:
        return True
    before = [text[max(0, start - _BEFORE) : start] for start, _ in places]
    if any(forms.towns.search(one) for one in before):
        return False
    determined = sum(bool(_DETERMINED.search(one)) for one in before) if document.language == "de" else 0
    return 2 * determined <= len(places)
