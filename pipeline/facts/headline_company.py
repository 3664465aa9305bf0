"""The company of an article about sales whose name no table holds and no verb introduces.

A headline that names no listed seller but a name which the text takes up is about the company of
that name: "Alvera dans le vert", "Buchloe staunt: Alvera besser denn je". To be used only for
articles that are known to be about sales; elsewhere such a name may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Document, Field
from pipeline.facts.occurrences import occurrences
from pipeline.facts.people import find_people
from pipeline.facts.places import find_places
from pipeline.facts.unlisted_makers import company_forms
from pipeline.languages.united import any_of
from pipeline.organizations.mention import OrganizationMention, OrganizationRecord

_WORD = r"[A-ZÀ-ÖØ-Ý][\w’'&-]*\w"
_RUN = re.compile(rf"(?<![\w’'-]){_WORD}(?:[ \u00a0](?:&[ \u00a0])?{_WORD}){{0,3}}")
TAKEN_UP = "unlisted-taken-up-"
"""What the ids of such companies begin with: no maker of note among them, they sell in the readers' country."""
_SELLERS = frozenset(["brand", "maker", "group", "alliance", "importer", "dealer_group", "leasing", "rental"])
_SHORTEST = 4
_ARTICLE = re.compile(r"(?<!\w)(?:de[rsmn]|die|das|ein\w{0,2}|kein\w{0,2}|ihr\w{0,2}|sein\w{0,2})[ \u00a0]$")
"""Before a German noun; a name has none."""
_NAMING = re.compile(r"(?<!\w)(?:[Bb]ei|[Cc]hez)[ \u00a0]$")
"""Before a company's name, and hardly before a town's."""
_AT = frozenset(["Chez", "Bei", "Da"])
"""Words that a headline opens with before a company's name."""
_ACTS = re.compile(
    r"(?<!\w)\d{4}[ \u00a0](?:hat|verkaufte|lieferte|konnte|setzte)[ \u00a0]$|^(?:hat|verkaufte)[ \u00a0]$"
)
"""Before a German name that is the subject of an inverted sentence: "2016 hat X … verkauft"."""
_TITLE = re.compile(rf"{any_of('figures_words', 'names', 'titles')}[ \u00a0]$")
_POSSESSIVE = re.compile(r"['’]s$")
_OPENED = re.compile(r"[:–—][ \u00a0]$")
_TAKEN_UP = 2
"""How often the text names the company of its headline."""
_LONGEST_TEXT = 20_000


def with_headline_company(
    document: Document, organizations: Sequence[OrganizationMention]
) -> list[OrganizationMention]:
    """The mentions, and those of the headline's company where the headline names no listed seller before it."""
    headline = [one for one in organizations if one.span.field == "headline"]
    sellers = [one.span.start for one in headline if one.record.kind in _SELLERS]
    taken = [(one.span.start, one.span.end) for one in organizations if one.span.field == "headline"]
    name = next(
        (
            one
            for start, one in _candidates(document)
            if not any(left < start + len(one) and start < right for left, right in taken)
            and not (sellers and min(sellers) < start)
        ),
        None,
    )
    if name is None or any(name in one.name or one.name in name for one in find_people(document, organizations)):
        return list(organizations)
    record = OrganizationRecord(
        TAKEN_UP + "-".join(re.findall(r"\w+", name.casefold())), name, "maker", (), None, None, None
    )
    found = list(organizations)
    contents: tuple[tuple[Field, str], ...] = (("headline", document.headline), ("text", document.text[:_LONGEST_TEXT]))
    for field, content in contents:
        known = [(one.span.start, one.span.end) for one in organizations if one.span.field == field]
        found.extend(
            OrganizationMention(record, document.span(field, start, end))
            for start, end in occurrences(name, content)
            if not any(left < end and start < right for left, right in known)
        )
    return sorted(found, key=lambda one: (one.span.field != "headline", one.span.start))


def _candidates(document: Document) -> Iterator[tuple[int, str]]:
    """The names of the headline that the text takes up as names, with their offset, the first first."""
    if document.headline.isupper():
        return
    for run in _RUN.finditer(document.headline):
        words = run[0].split()
        introduced = words[0] in _AT and len(words) > 1
        words = words[introduced:]
        for length in range(len(words), 0, -1):
            name = _POSSESSIVE.sub("", " ".join(words[:length]).rstrip("’'"))
            opens = not document.headline[: run.start()].strip(" \u00a0«»“„\"'") or bool(
                _OPENED.search(document.headline[: run.start()])
            )
            if len(name) >= _SHORTEST and _is_company(name, document, opens=opens):
                yield run.start() + (len(run[0].split()[0]) + 1 if introduced else 0), name
                break


def _is_company(name: str, document: Document, *, opens: bool) -> bool:
    """Whether the text uses the name as a company's; elsewhere than at the headline's opening it may be a town."""
    forms = company_forms(document.language)
    if forms.no_names.match(name) or any(not one.adjective for one in find_places(name, document.language)):
        return False
    text = document.text[:_LONGEST_TEXT]
    places = [start for start, _ in occurrences(name, text) if text[max(0, start - 1) : start] not in ("'", "’")]
    if not places:
        return False
    before = [text[max(0, place - 24) : place] for place in places]
    if any(_TITLE.search(one) for one in before) or _has_a_first_name(name, places, text):
        return False
    if any(_NAMING.search(one) for one in before):
        return document.language != "de" or not any(_ARTICLE.search(one) for one in before)
    if not opens:
        return False
    if document.language == "de":  # every noun has a capital: one that acts without an article is a name
        acts = sum(bool(_ACTS.search(one)) for one in before)
        return bool(acts) and not any(_ARTICLE.search(one) for one in before) and not name.endswith("en")
    enough = _TAKEN_UP if document.language == "en" else 1  # English headlines have capitals throughout
    return len(places) >= enough


def _has_a_first_name(name: str, places: Sequence[int], text: str) -> bool:
    """Whether the name is a person's: another name stands right before it."""
    before = [text[max(0, place - 20) : place] for place in places]
    return any(re.search(rf"{_WORD}[ \u00a0]$", one) and not _NAMING.search(one) for one in before)
