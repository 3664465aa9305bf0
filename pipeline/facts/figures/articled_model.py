"""Models that no table knows, told by the article before them and the number behind.

"Prima è la X, che con 9.400 esemplari …", "el Y se queda en 310": in
languages where only names have capitals, an article, a name and a level are a model and its count.
"""

from __future__ import annotations

import re

from pipeline.facts.figures.passage import Passage
from pipeline.facts.places import find_institution
from pipeline.facts.unlisted_makers import company_forms

_ARTICLED = (
    r"(?<!\w)(?:[Ll](?:[aeo]s?|os)|[Ee]l|[Ii]l|[Tt]he|[Gg]li|[Ll]['’])[ \u00a0]?"
    r"(?P<name>[A-ZÀ-ÖØ-Ý][\w.-]*(?:[ld]['’][A-ZÀ-ÖØ-Ý]\w*)?\w"
    r"(?:[ \u00a0](?:[A-ZÀ-ÖØ-Ý]\w*|\d{1,4}(?!\d|[., \u00a0]\d))){0,2})"
)
_MODEL = re.compile(
    _ARTICLED + r"(?:,?[ \u00a0](?:(?!\d)[a-zà-ÿ’'-]+[ \u00a0]){0,3}(?:à|a|ad|en|con|avec|with|at|on|by)[ \u00a0]"
    r"|,?[ \u00a0](?:avec|con|with|à|a|at|on|en)[ \u00a0]|[ \u00a0]?:[ \u00a0])$"
)
_TAKING = re.compile(_ARTICLED + r"(?P<gap>[ \u00a0](?:(?!\d)[a-zà-ÿ’'-]+[ \u00a0]){0,4})$")
"""The same before a verb of taking ("le Morbihan en compte 9 735"), or in a list without one ("et la Y 7 040")."""
_OF_MODEL = re.compile(
    r"[ \u00a0](?:d['’]|(?:de|du|of|for|di|del|della)[ \u00a0])"
    r"(?:(?:la|le|the|el|il)[ \u00a0]|l['’])?(?:[a-zà-ÿ-]{3,}[ \u00a0])?"
    r"(?P<name>(?:[A-ZÀ-ÖØ-Ý][\w-]*\w|[a-z]-[A-ZÀ-ÖØ-Ý]\w+)"
    r"(?:[ \u00a0](?:[A-ZÀ-ÖØ-Ý][\w-]*|\d{1,4}(?!\d|[.,]\d)))?)(?![\w’'])"
)
"""Behind a number of orders or registrations: "187 immatriculations de D-Max", "12,600 orders for the Inster"."""
_REACH = 80
"""Characters before the number in which its model stands."""


def articled_model(passage: Passage, start: int) -> tuple[int, int] | None:
    """Where the name of the model stands that the number at `start` is told of; None where there is none."""
    if passage.language == "de" or passage.language is None:
        return None  # every noun has a capital
    left = max(0, start - _REACH)
    match = _MODEL.search(passage.text[left:start]) or _TAKING.search(passage.text[left:start])
    if match is None:
        return None
    taking = match.re is _TAKING and match["gap"].strip()
    if taking and not passage.forms.takes.search(passage.text, left + match.start("gap"), start):
        return None
    if match.re is _TAKING and not taking and not _goes_on(passage, start):
        return None
    span = left + match.start("name"), left + match.end("name")
    return span if _may_be_a_model(*span, until=start, passage=passage) else None


def _goes_on(passage: Passage, start: int) -> bool:
    """Whether a count stands before: the next name of a list needs no verb."""
    return any(one.kind == "count" and one.end <= start for one in passage.quantities)


def model_behind(passage: Passage, end: int) -> tuple[int, int] | None:
    """Where a model stands whose orders or registrations the number that ends there counts; None where none does."""
    if passage.language == "de" or passage.language is None:
        return None
    match = _OF_MODEL.match(passage.text, end)
    span = match.span("name") if match else None
    return span if span and _may_be_a_model(*span, until=span[1], passage=passage) else None


def _may_be_a_model(begin: int, end: int, *, until: int, passage: Passage) -> bool:
    """Whether nothing says that the name is another one's, a place, a body or an ordinary word."""
    spans = [(one.start, one.end) for one in passage.places]
    spans += [(one.start, one.end) for one in passage.subjects]
    spans += [(one.start, one.end) for one in passage.periods]
    if any(begin < right and other < until for other, right in spans):
        return False
    name = passage.text[begin:end]
    ordinary = company_forms(passage.language).no_names.match(name + " ") or find_institution(name, passage.language)
    forms = passage.forms
    words = (forms.metric, forms.unit_words, forms.share_words, forms.markets, forms.federations)
    return not (ordinary or any(one.search(name) for one in words))
