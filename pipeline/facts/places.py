"""Countries and regions that a text names, as ISO codes.

The names are data: `languages/<language>/places.toml` with `names` and `adjectives` by
code. An adjective is a place only beside a market noun: "le marché français" is in
France, "le constructeur français" sells anywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from pipeline.facts.alternatives import alternatives, openings_of
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
_NAME_BEFORE = re.compile(r"(?<![\w-])(?!(?:North|South|East|West|Mid)\w*[ \u00a0])[A-ZÀ-Ý][a-zß-ÿ]+[ \u00a0]$")
_NAME_BEHIND = re.compile(r"[ \u00a0][A-ZÀ-Ý][a-zß-ÿ]+(?!\w)")
"""A word with a capital right beside a region: the other half of a person's or firm's name."""
_JOIN = re.compile(
    r"^\s*(?:,|et|and|und|y|e|sowie|samt|nebst|plus)?\s*(?:(?:en|in|au|aux|der|den|dem|the|la|le|in der)\s+)*$",
    re.IGNORECASE,
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
class _Names:
    """Names whose case counts, as whole words: all in one pattern, and those of each code."""

    pattern: re.Pattern[str]
    by_code: tuple[tuple[str, re.Pattern[str]], ...]

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]], *, not_behind: str) -> _Names:
        listed = [name for words in names.values() for name in words]
        word = rf"(?<!{not_behind})(?:{{}})(?!\w)"
        return cls(
            re.compile(openings_of(listed, any_case=False) + word.format(alternatives(listed, any_case=False))),
            tuple((code, re.compile(word.format("|".join(words)))) for code, words in names.items()),
        )

    def code_of(self, match: re.Match[str]) -> str:
        """The code of a match of the pattern."""
        return next(code for code, names in self.by_code if names.match(match.string, match.start()))


@dataclass(frozen=True, slots=True)
class _PlaceForms:
    names: _Names
    adjectives: re.Pattern[str]
    adjective_codes: tuple[tuple[str, re.Pattern[str]], ...]
    home: re.Pattern[str]
    located: re.Pattern[str]
    attribute: re.Pattern[str]
    companies: re.Pattern[str]
    without: re.Pattern[str]
    institutions: _Names
    also_names: re.Pattern[str]
    """Regions that are names of people and firms too."""
    home_market: str | None
    home_signs: tuple[tuple[str, re.Pattern[str]], ...]
    home_towns: _Names
    """Towns and other words of a country, by which a page shows for whom it is written."""


def find_places(text: str, language: str | None) -> list[Place]:
    """Every place of the text, in order; a longer name wins over one inside it.

    Args:
        text: a sentence or more.
        language: ISO 639-1; English names are read where it is none of ours.
    """
    forms = _forms(language if language in LANGUAGES else "en")
    found = []
    for match in forms.names.pattern.finditer(text):
        if forms.without.search(text, max(0, match.start() - 20), match.start()):
            continue
        if forms.also_names.fullmatch(match[0]) and _is_part_of_a_name(text, match.start(), match.end(), forms):
            continue
        code = forms.names.code_of(match)
        located = match[0][0].islower() or bool(
            forms.located.search(text, max(0, match.start() - 30), match.start())
            or forms.attribute.match(text, match.end())
        )
        found.append(Place(None if code == "other" else code, match.start(), match.end(), located=located))
    for match in forms.adjectives.finditer(text) if " " in text else ():  # an adjective stands beside its noun
        word = next(value for value in match.groupdict().values() if value)
        code = next(code for code, pattern in forms.adjective_codes if pattern.fullmatch(word))
        found.append(Place(code, match.start(), match.end(), adjective=True))
    found.extend(Place(HOME, match.start(), match.end(), adjective=True) for match in forms.home.finditer(text))
    kept: list[Place] = []
    for place in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def _is_part_of_a_name(text: str, start: int, end: int, forms: _PlaceForms) -> bool:
    """Whether another name stands right beside it: "Tom Kent", "Devon Marsh"."""
    located = forms.located.search(text, max(0, start - 30), start)
    if located and len(located[0].split()) == 1:
        return False  # "in Kent"
    return bool(_NAME_BEFORE.search(text, 0, start) or _NAME_BEHIND.match(text, end))


def find_institution(text: str, language: str | None) -> Place | None:
    """The country of the first body of the text that publishes a country's figures: "AAA Data" is France's."""
    forms = _forms(language if language in LANGUAGES else "en")
    match = forms.institutions.pattern.search(text)
    return Place(forms.institutions.code_of(match), match.start(), match.end()) if match else None


def find_nationality(text: str, language: str | None) -> Place | None:
    """The country that the first company of the text is said to be of: "le vendeur en ligne américain"."""
    forms = _forms(language if language in LANGUAGES else "en")
    for match in forms.companies.finditer(text):
        word = next(value for value in match.groupdict().values() if value)
        code = next(code for code, pattern in forms.adjective_codes if pattern.fullmatch(word))
        if code not in ("World", "Europe"):
            return Place(code, match.start(), match.end(), adjective=True, located=False)
    return None


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


def readers_country(content: str, language: str | None) -> tuple[str | None, int]:
    """The country that an article is written for, and how many of its towns the article names.

    Its money and its numbers tell it before its towns do; where nothing does it is `home_market`.
    """
    forms = _forms(language if language in LANGUAGES else "en")
    named = {
        match[0]: match
        for match in forms.home_towns.pattern.finditer(content)
        if not (forms.also_names.fullmatch(match[0]) and _is_part_of_a_name(content, *match.span(), forms))
    }
    towns = Counter(forms.home_towns.code_of(one) for one in named.values())
    signed = next((code for code, signs in forms.home_signs if signs.search(content)), None)
    at_home = signed or home_market(language)
    best, most = max(towns.items(), key=itemgetter(1), default=(at_home, 0))
    at_most = towns[at_home or ""]
    return (best, most) if most > at_most and not signed else (at_home, at_most)


@lru_cache(maxsize=len(LANGUAGES))
def _forms(language: str | None) -> _PlaceForms:
    data = vocabulary(language or "en", "places")
    nouns = alternatives(data["market_nouns"])
    names, adjectives = data["names"], data["adjectives"]
    # "Western Europe" and other regions without a code before the names that they hold.
    regions_first = {code: names[code] for code in sorted(names, key=lambda code: code != "other")}
    # Romance languages put the adjective behind the noun, Germanic ones before it; one word may stand between.
    adjective = alternatives(word for words in adjectives.values() for word in words)
    germanic = rf"(?P<before>{adjective})(?: [\w-]+)? (?:{nouns})"
    romance = rf"(?:{nouns})(?: [\w’'-]+)?(?: et)? (?P<behind>{adjective})"
    attributive = germanic if language in _GERMANIC else rf"{romance}|{germanic}"
    companies = alternatives(data["company_nouns"])
    company = (
        rf"(?P<before>{adjective})[ -](?:[\w-]+ ){{0,2}}(?:{companies})"
        if language in _GERMANIC
        else rf"(?:{companies})(?: [a-zà-ÿ][\w’'-]*){{0,3}} (?P<behind>{adjective})"
    )
    return _PlaceForms(
        names=_Names.of(regions_first, not_behind=r"[\w-]"),
        adjectives=re.compile(
            rf"(?<!\w)(?:{attributive})(?!\w)",
            re.IGNORECASE,
        ),
        companies=re.compile(rf"(?<!\w)(?:{company})(?!\w)", re.IGNORECASE),
        adjective_codes=tuple((code, re.compile("|".join(words), re.IGNORECASE)) for code, words in adjectives.items()),
        home=re.compile(rf"(?<!\w)(?:{alternatives(data['home'])})(?!\w)", re.IGNORECASE),
        # "dans toute l'Europe": an article and one word may stand between.
        located=re.compile(
            rf"(?<!\w)(?:{alternatives(data['locatives'])}) (?:[\w]+ ){{0,2}}(?:l['’])?$", re.IGNORECASE
        ),
        without=re.compile(rf"(?<!\w)(?:{alternatives(data['without'])}) (?:l['’]|la |le |the )?$", re.IGNORECASE),
        attribute=re.compile(rf" (?:{nouns})(?!\w)", re.IGNORECASE),
        institutions=_Names.of(data["institutions"], not_behind=r"\w"),
        also_names=re.compile(alternatives(data["also_names"], any_case=False)),
        home_market=data["home_market"] or None,
        home_signs=tuple((code, re.compile("|".join(signs))) for code, signs in data["home_signs"].items()),
        home_towns=_Names.of(data["home_towns"], not_behind=r"\w"),
    )
