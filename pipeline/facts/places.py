"""Countries and regions that a text names, as ISO codes.

The names are data: `languages/<language>/places.toml` with `names` and `adjectives` by
code. An adjective is a place only beside a market noun: "le marché français" is in
France, "le constructeur français" sells anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.languages import LANGUAGES, vocabulary

_GERMANIC = frozenset(["en", "de"])
"""Languages whose adjectives never stand behind their noun."""
HOME = "home"
"""Code of the maker's own country, which the organization's record knows."""

_EUROPEAN = frozenset(
    [
        "FR",
        "DE",
        "GB",
        "ES",
        "IT",
        "BE",
        "NL",
        "CH",
        "AT",
        "PT",
        "PL",
        "SE",
        "NO",
        "DK",
        "FI",
        "IE",
        "IS",
        "CZ",
        "RO",
        "HU",
        "GR",
        "EU",
        "Europe",
    ]
)
_JOIN = re.compile(
    r"^\s*(?:,|et|and|und|y|e|sowie)?\s*(?:(?:en|in|au|aux|der|den|dem|the|la|le|in der)\s+)*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a text names."""

    code: str | None
    """ISO 3166 alpha-2, `EU`, `Europe`, `World`, `home`; None for a region without a code."""
    start: int
    end: int
    adjective: bool = False
    """Whether the span is a noun with its adjective: "marché français"."""
    located: bool = True
    """Whether a preposition, an adverb or the noun beside it makes it the place of what is told."""


@dataclass(frozen=True, slots=True)
class _PlaceForms:
    names: re.Pattern[str]
    adjectives: re.Pattern[str]
    name_codes: tuple[str, ...]
    adjective_codes: tuple[str, ...]
    home: re.Pattern[str]
    located: re.Pattern[str]
    attribute: re.Pattern[str]
    without: re.Pattern[str]
    institutions: re.Pattern[str]
    institution_codes: tuple[str, ...]
    home_market: str | None


def find_places(text: str, language: str | None) -> list[Place]:
    """Every place of the text, in order; a longer name wins over one inside it.

    Args:
        text: a sentence or more.
        language: ISO 639-1; English names are read where it is none of ours.
    """
    forms = _forms(language if language in LANGUAGES else "en")
    found = []
    for match in forms.names.finditer(text):
        if forms.without.search(text, max(0, match.start() - 20), match.start()):
            continue
        code = forms.name_codes[int((match.lastgroup or "p0")[1:])]
        located = match[0][0].islower() or bool(
            forms.located.search(text, max(0, match.start() - 30), match.start())
            or forms.attribute.match(text, match.end())
        )
        found.append(Place(None if code == "other" else code, match.start(), match.end(), located=located))
    for match in forms.adjectives.finditer(text):
        group = next(name for name, value in match.groupdict().items() if value)
        found.append(Place(forms.adjective_codes[int(group[1:])], match.start(), match.end(), adjective=True))
    found.extend(Place(HOME, match.start(), match.end(), adjective=True) for match in forms.home.finditer(text))
    kept: list[Place] = []
    for place in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def find_institution(text: str, language: str | None) -> Place | None:
    """The country of the first body of the text that publishes a country's figures: "AAA Data" is France's."""
    forms = _forms(language if language in LANGUAGES else "en")
    match = forms.institutions.search(text)
    return (
        Place(forms.institution_codes[int((match.lastgroup or "p0")[1:])], match.start(), match.end())
        if match
        else None
    )


def home_market(language: str | None) -> str | None:
    """The country that an article of this language means by "the market", where it names none."""
    return _forms(language).home_market if language in LANGUAGES else None


def together(places: list[Place]) -> str | None:
    """The code of several places named in one breath: "in der EU, in Norwegen und in Island" is Europe."""
    codes = {place.code for place in places}
    if len(codes) == 1:
        return places[0].code
    return "Europe" if codes <= _EUROPEAN and codes & {"EU", "Europe"} else None


def joined(left: Place, right: Place, text: str) -> bool:
    """Whether nothing but a comma, "and" or a preposition stands between the two."""
    return bool(_JOIN.match(text[left.end : right.start]))


@lru_cache(maxsize=len(LANGUAGES))
def _forms(language: str | None) -> _PlaceForms:
    data = vocabulary(language or "en", "places")
    institutions = data["institutions"]
    nouns = "|".join(data["market_nouns"])
    names, adjectives = data["names"], data["adjectives"]
    # "Western Europe" and other regions without a code before the names that they hold.
    order = sorted(enumerate(names), key=lambda one: one[1] != "other")
    by_name = "|".join(rf"(?P<p{i}>{'|'.join(names[code])})" for i, code in order)
    # Romance languages put the adjective behind the noun, Germanic ones before it; one word may stand between.
    behind = "|".join(rf"(?P<b{i}>{'|'.join(words)})" for i, words in enumerate(adjectives.values()))
    before = "|".join(rf"(?P<a{i}>{'|'.join(words)})" for i, words in enumerate(adjectives.values()))
    germanic = rf"(?:{before})(?: [\w-]+)? (?:{nouns})"
    attributive = germanic if language in _GERMANIC else rf"(?:{nouns})(?: [\w’'-]+)?(?: et)? (?:{behind})|{germanic}"
    return _PlaceForms(
        names=re.compile(rf"(?<![\w-])(?:{by_name})(?![\w])"),
        adjectives=re.compile(
            rf"(?<!\w)(?:{attributive})(?!\w)",
            re.IGNORECASE,
        ),
        name_codes=tuple(names),
        adjective_codes=tuple(adjectives),
        home=re.compile(rf"(?<!\w)(?:{'|'.join(data['home'])})(?!\w)", re.IGNORECASE),
        # "dans toute l'Europe": an article and one word may stand between.
        located=re.compile(rf"(?<!\w)(?:{'|'.join(data['locatives'])}) (?:[\w]+ ){{0,2}}(?:l['’])?$", re.IGNORECASE),
        without=re.compile(rf"(?<!\w)(?:{'|'.join(data['without'])}) (?:l['’]|la |le |the )?$", re.IGNORECASE),
        attribute=re.compile(rf" (?:{nouns})(?!\w)", re.IGNORECASE),
        institutions=re.compile(
            "|".join(rf"(?P<p{i}>(?<!\w)(?:{'|'.join(words)})(?!\w))" for i, words in enumerate(institutions.values()))
        ),
        institution_codes=tuple(institutions),
        home_market=data["home_market"] or None,
    )
