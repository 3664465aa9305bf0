"""Makers, groups and dealers that the table of organizations does not hold, found by what stands beside their names.

A name is taken for a company's where a company word is part of it ("Arval Motors", "Nordmark-Gruppe"),
where one introduces it ("le constructeur Arval"), or where it is the subject of a verb that
only companies are the subject of ("Arval a vendu"). The words are in `languages/<language>/companies.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.document import Document, Field
from pipeline.facts.alternatives import alternatives, openings_of, with_any_blank
from pipeline.facts.occurrences import occurrences
from pipeline.facts.places import find_places
from pipeline.languages import LANGUAGES, vocabulary
from pipeline.languages.united import united
from pipeline.organizations.mention import OrganizationMention, OrganizationRecord

_WORD = r"(?![A-Z][’'])[A-ZÀ-ÖØ-Ý][\w’'&-]*[\w]"
_CAPITAL = r"(?=[A-ZÀ-ÖØ-Ý])"
_NAME = rf"{_WORD}(?:[ \u00a0](?:&[ \u00a0])?(?:{_WORD}|\d{{1,3}}(?![\w.,%]))){{0,2}}"
_DESCRIBED = (
    r"(?:[a-zà-ÿ]{4,}[ \u00a0])?"
    r"(?:(?:(?:de|of|von|di)[ \u00a0]|d['’])(?:[a-zà-ÿ]{3,}[ \u00a0]){1,2}(?:[a-zà-ÿ]{4,}[ \u00a0])?)?"
)
"""What may stand between "the maker" and the name: "le constructeur chinois de voitures électriques X"."""
_SOME = r"(?:une?|an?|ein|eine|una|uno|un['’])"
_CLOSER = r"de|d['’]|qui|that|which|que|di|che|von|aus"
_THE = r"(?:l[ae]|the|der|die|das|el|il|lo|l['’])"
_TITLED = re.compile(rf"(?P<name>{_WORD})[ \u00a0]?:[ \u00a0]")
"""A name that a headline opens with."""
_FIELDS: tuple[Field, ...] = ("headline", "text")
_LONGEST_TEXT = 40_000
"""Characters of a text in which names are looked for."""
_MOST_NAMES = 30
_INTRODUCED_WITHIN = 26
"""Characters before a name in which a word may introduce it as a dealer's."""
_AT = frozenset(united("figures_words", "names", "of_the_sentence"))
"""Words that a sentence opens with before a company's name."""
_MAKERS = frozenset(["brand", "maker", "group", "alliance", "importer"])


@dataclass(frozen=True, slots=True)
class CompanyForms:
    """The words of one language by which a company's name is known."""

    signed: re.Pattern[str]
    """A name with its company word: "X Motors", "X-Gruppe"; the group `name`."""
    from_somewhere: re.Pattern[str]
    """At the end of the text before a name: it is the town of the maker spoken of ("la start-up de …")."""
    introduced: re.Pattern[str]
    """A name behind "the maker"; the group `name`."""
    apposed: re.Pattern[str]
    """A name that a comma and what the company is follow: "X, loueur longue durée de …"; the group `name`."""
    acting: re.Pattern[str]
    """A name before a verb of a company; the group `name`."""
    no_names: re.Pattern[str]
    """Words with a capital that are no company's name."""
    dealers: re.Pattern[str]
    """Words that make the company a dealer."""


@lru_cache(maxsize=len(LANGUAGES))
def company_forms(language: str | None) -> CompanyForms:
    """The forms of the language; of English where it is none of ours."""
    data = vocabulary(language if language in LANGUAGES else "en", "companies")
    introducing, acts, behind = _any(data["introducing"]), _any(data["acts"]), _any(data["behind"])
    before, fillers = _any(data["before"]), _any(data["fillers"])
    return CompanyForms(
        signed=re.compile(
            rf"{openings_of(data['before'], any_case=False, also='A-ZÀ-ÖØ-Ý')}"
            rf"(?<![\w-])(?P<name>(?:(?:{before})[ \u00a0]{_NAME})"
            rf"|(?:{_WORD}[ \u00a0]){{0,2}}{_WORD}(?:{behind})(?!\w))"
        ),
        from_somewhere=re.compile(
            rf"(?<!\w)(?:{introducing})[ \u00a0](?:[a-zà-ÿ-]+[ \u00a0])?"
            r"(?:(?:de|di|da|of|from|in|aus|en|à)[ \u00a0]|d['’])$"
        ),
        introduced=re.compile(
            rf"{openings_of(data['introducing'], any_case=False)}(?<!\w)"
            rf"(?:(?:{introducing})[ \u00a0]{_DESCRIBED}(?P<name>{_NAME})"
            rf"|(?:{introducing}),[ \u00a0](?P<named>{_NAME})(?=,))"
        ),
        apposed=re.compile(
            rf"{_CAPITAL}(?<![\w’'-])(?P<name>{_NAME}),[ \u00a0]"
            rf"(?:(?:{_SOME}[ \u00a0]?)?(?!{_THE})(?:(?!\d)[\w-]+[ \u00a0])?(?:{introducing})(?!\w)"
            rf"|{_THE}[ \u00a0]?(?:{introducing})[ \u00a0](?:{_CLOSER})(?!\w))"
        ),
        acting=re.compile(
            rf"{_CAPITAL}(?<![\w’'-])(?P<name>{_NAME})(?:,[^,.;:|\n]{{3,70}},)?[ \u00a0]"
            rf"(?:(?:{fillers})[ \u00a0]){{0,3}}(?:(?:n['’]|s['’])[ \u00a0]?)?(?:{acts})(?!\w)"
        ),
        no_names=re.compile(rf"(?:{_any(data['no_names'])})(?!\w)"),
        dealers=re.compile(rf"(?<!\w)(?:{_any(data['dealers'], any_case=True)})", re.IGNORECASE),
    )


def with_unlisted(document: Document, organizations: Sequence[OrganizationMention]) -> list[OrganizationMention]:
    """The mentions, and those of companies that only the text's own words make known; in order, none in another."""
    forms = company_forms(document.language)
    names = _names(document, forms, organizations)
    if not names:
        return list(organizations)
    taken = {field: [(one.span.start, one.span.end) for one in organizations if one.span.field == field]
             for field in _FIELDS}  # fmt: skip
    found = list(organizations)
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for field in _FIELDS:
        content: str = getattr(document, field)
        found.extend(
            OrganizationMention(names[match[0]], document.span(field, match.start(), match.end()))
            for match in re.finditer(rf"(?<![\w-])(?:{longest_first})(?!\w)", content[:_LONGEST_TEXT])
            if not any(start < match.end() and match.start() < end for start, end in taken[field])
        )
    return sorted(found, key=lambda one: (one.span.field != "headline", one.span.start))


def _names(
    document: Document, forms: CompanyForms, organizations: Sequence[OrganizationMention]
) -> dict[str, OrganizationRecord]:
    """The names, each with a record made for it."""
    of_makers = [one.span.field for one in organizations if one.record.kind in _MAKERS]
    listed = {
        field: [(one.span.start, one.span.end) for one in organizations if one.span.field == field] for field in _FIELDS
    }
    names: dict[str, OrganizationRecord] = {}
    for field in _FIELDS:
        content: str = getattr(document, field)[:_LONGEST_TEXT]
        # English headlines have capitals throughout, and verbs behind every noun.
        acting = field == "text" or ("headline" not in of_makers and document.language != "en")
        titled = _TITLED.match(content) if field == "headline" and not of_makers else None
        opening = [titled] if titled and _is_spoken_of(titled["name"], document) else []
        for match in (*opening, *_matches(content, forms, acting=acting)):
            written = match["name"] if "named" not in match.groupdict() else match["name"] or match["named"]
            name = _without_articles(written, forms)
            end = max(match.end(group) for group in ("name", "named") if group in match.groupdict())
            start = end - len(name)
            ordinary = forms.no_names.match(name) or (name.isupper() and len(name) > 12)
            once = match.re is forms.acting and bool(of_makers) and _occurs_once(name, document)
            # Beside a listed maker in the headline only who stands there too is one.
            once = once or (match.re is forms.acting and "headline" in of_makers and name not in document.headline)
            ordinary = ordinary or (match.re is forms.apposed and bool(find_places(name, document.language)))
            if match.re is forms.acting and forms.from_somewhere.search(content, max(0, start - 60), start):
                continue
            if ordinary or once or any(begins < end and start < ends for begins, ends in listed[field]):
                continue
            near = content[max(0, start - 60) : end + 60]
            kind = "dealer_group" if forms.dealers.search(near) or _sells_for_others(name, document, forms) else "maker"
            key = "unlisted-" + "-".join(re.findall(r"\w+", name.casefold()))
            names.setdefault(name, OrganizationRecord(key, name, kind, (), None, None, None))
            if len(names) >= _MOST_NAMES:
                return names
    return names


def _without_articles(name: str, forms: CompanyForms) -> str:
    """The name without a sentence's first word before it: "Die Nordmark-Gruppe"."""
    while " " in name and (forms.no_names.match(name) or name.partition(" ")[0] in _AT):
        name = name.partition(" ")[2]
    return name


def _sells_for_others(name: str, document: Document, forms: CompanyForms) -> bool:
    """Whether the text introduces the name as a dealer's: "le groupe de distribution X"."""
    places = [start for start, _ in occurrences(name.rsplit(maxsplit=1)[-1], document.text)]
    before = [document.text[max(0, place - _INTRODUCED_WITHIN) : place] for place in places[:3]]
    return any(forms.dealers.search(one) and not re.search(r"[.,;:\n]", one) for one in before)


def _is_spoken_of(name: str, document: Document) -> bool:
    """Whether the text has the name inside a sentence, where no word but a name has a capital, and it is no place."""
    if document.language == "de" or find_places(name, document.language):  # German nouns have capitals everywhere
        return False
    return bool(re.search(rf"(?:(?<=[a-zà-ÿ,]{{2}}[ \u00a0])|(?<=[ld]['’])){re.escape(name)}(?!\w)", document.text))


def _occurs_once(name: str, document: Document) -> bool:
    """Whether the name stands at one place of the text alone: beside listed makers that may be a town or a model."""
    return name not in document.headline and document.text.count(name) < 2


def _matches(content: str, forms: CompanyForms, *, acting: bool) -> Iterator[re.Match[str]]:
    yield from forms.signed.finditer(content)
    yield from forms.introduced.finditer(content)
    yield from forms.apposed.finditer(content)
    if acting:
        yield from forms.acting.finditer(content)


def _any(patterns: Iterable[str], *, any_case: bool = False) -> str:
    return alternatives(map(with_any_blank, patterns), any_case=any_case)
