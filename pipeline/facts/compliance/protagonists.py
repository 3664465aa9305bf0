"""Whom a page is about where a sentence names nobody: its only maker, or the market whose rule it tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.article import ComplianceRule
from pipeline.facts.compliance.binding import is_helper, is_whose_rule
from pipeline.facts.compliance.bodies import Body, Group
from pipeline.facts.compliance.no_names import is_written_as_a_name
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.vocabulary import MARKET, MARKET_ADJECTIVE

_REACH = 6
"""How many sentences behind its name a maker may still be meant."""
_OFTEN = 2
"""How often a page names a maker that it is about, where its headline does not."""
_HEADLINE_WEIGHT, _OPENING = 3, 2
"""What a name in the headline counts, and how many sentences say what the page is about."""
_UNION = ("market-EU", "market-Europe")
_OF_RULES: dict[ComplianceRule, frozenset[str]] = {
    "eu_fleet": frozenset({"EU", "Europe"}),
    "us_cafe": frozenset({"US"}),
    "china_nev": frozenset({"CN"}),
    "uk_zev": frozenset({"GB"}),
    "other": frozenset({"CH", "AU", "CA", "JP", "KR", "IN", "NZ", "BR"}),
}


@dataclass(frozen=True, slots=True)
class Protagonists:
    """The page's only maker and its market, where it has them."""

    readings: Sequence[Reading]
    maker: Body | None
    market: Body | None
    national: bool
    """Whether the market has a rule of its own, beside the Union's."""
    importers: Body | None = None
    """Those who bring cars into a country whose law binds them, where the page names them together."""
    of_market_alone: bool = False
    """Whether the page names no maker, and its market has the regulation: what is to be saved is the market's."""

    def maker_near(self, number: int, *, at_large: bool = False) -> Group | None:
        """The only maker of the page, where a sentence that names nobody stands not far behind its name.

        Args:
            number: the sentence.
            at_large: whether it may speak of all cars: the sum that a rule costs is the maker's.
        """
        reading = self.readings[number]
        of_all = reading.has("everybody") or (
            self.market is not None and reading.has("fleet") and not reading.has("we")
        )
        if self.maker is None or reading.groups_of_kind("makers") or (of_all and not at_large):
            return None
        markets = [group for group in reading.groups_of_kind("market") if not is_whose_rule(group, reading)]
        if any(reading.is_noun(group) for group in markets) and not reading.has("we"):
            return None
        near = self.readings[max(0, number - _REACH) : number]
        named = any(body.key == self.maker.key for one in near for group in one.groups for body in group)
        return (self.maker,) if named else None

    def market_of(self, number: int) -> Group | None:
        """The page's market, where a sentence speaks of new cars or an average at large."""
        reading = self.readings[number]
        alone = self.national and self.maker is None and reading.has("average", "fleet")
        named = bool(reading.groups_of_kind("organization"))
        if self.importers and is_at_large(reading) and not reading.groups_of_kind("market"):
            return (self.importers,)
        market = self.market_near(number)
        remaining = self.of_market_alone and any(one.role == "gap" and one.sure for one in reading.grams)
        if market is None or not ((alone and not named) or is_at_large(reading) or remaining):
            return None
        return (self.importers,) if self.importers else (market,)

    def market_near(self, number: int) -> Body | None:
        """The market named last in the paragraph, where it has a rule of its own; else the page's."""
        reading = self.readings[number]
        for before in reversed(self.readings[:number]):
            if before.sentence.paragraph != reading.sentence.paragraph or not self.national:
                break
            for group in reversed(before.groups_of_kind("market")):
                if before.is_noun(group) and group[0].key.removeprefix("market-") in _OF_RULES["other"]:
                    return group[0]
        return self.market


def is_market_of(body: Body, rule: ComplianceRule) -> bool:
    """Whether a market is one of those that have the regulation."""
    return body.key.removeprefix("market-") in _OF_RULES[rule]


def is_at_large(reading: Reading) -> bool:
    """Whether a sentence speaks of all cars, and names no maker."""
    if reading.groups_of_kind("organization") or reading.refers_back or reading.has("possessive"):
        return False
    return reading.has("fleet", "everybody") or (reading.has("average") and not reading.has("it", "own"))


def protagonists(readings: Sequence[Reading], rule: ComplianceRule) -> Protagonists:
    """The only maker the page speaks of more than once, and the market named most of those that have its rule."""
    named: dict[str, Body] = {}
    counts: Counter[str] = Counter()
    for reading in readings:
        for group in reading.groups_of_kind("organization"):
            if is_helper(group, reading):
                continue
            for body in group:
                named.setdefault(body.bare or body.key, body)
                counts[body.bare or body.key] += _OFTEN if reading.sentence.field == "headline" else 1
    spoken_of = [key for key, count in counts.items() if count >= _OFTEN]
    maker = named[spoken_of[0]] if len(spoken_of) == 1 else None
    market = _market(readings, rule, beside_maker=maker is not None)
    importers = _importers(readings) if rule == "other" else None
    makers_named = any(one.groups_of_kind("organization") or one.groups_of_kind("makers") for one in readings)
    of_market_alone = market is not None and not makers_named and is_market_of(market, rule)
    return Protagonists(readings, maker, market, rule != "eu_fleet", importers, of_market_alone)


def _importers(readings: Sequence[Reading]) -> Body | None:
    """Importers in general, where headline or opening are about them; as the text names them first."""
    if not any(one.has("importers") for one in readings[:_OPENING]):
        return None
    named = [
        (reading.sentence.field == "headline", body)
        for reading in readings
        for group in reading.groups_of_kind("makers")
        for body in group
        if any(cue.label == "importers" and cue.distance(body.start, body.end) == 0 for cue in reading.cues)
    ]
    return min(named, key=lambda one: one[0])[1] if named else None


def _nation(readings: Sequence[Reading], union: int) -> Body | None:
    """The one country whose sales a page tells, where that is named no less often than the Union is."""
    counts: Counter[str] = Counter()
    nouns: dict[str, Body] = {}
    for reading in readings:
        for group in reading.groups_of_kind("market"):
            body = group[0]
            if body.key in _UNION or not (reading.is_noun(group) or reading.has("sales")):
                continue
            counts[body.key] += _OFTEN if reading.sentence.field == "headline" or reading.has("sales") else 1
            if reading.is_noun(group):
                nouns.setdefault(body.key, body)
    if len(counts) != 1:
        return None
    key, count = counts.most_common(1)[0]
    return nouns.get(key) if count > _OFTEN and count >= union else None


def _market(readings: Sequence[Reading], rule: ComplianceRule, *, beside_maker: bool) -> Body | None:
    """The market named most of those that have the rule; beside a maker not one that only its rulers stand for."""
    counts: Counter[str] = Counter()
    places: dict[str, tuple[Cue, Reading]] = {}
    ranks: dict[str, tuple[bool, bool]] = {}
    for reading in readings:
        for cue in reading.cues:
            kind, _, country = cue.label.partition(":")
            if f"{kind}:" not in (MARKET, MARKET_ADJECTIVE) or country not in _OF_RULES[rule]:
                continue
            if not is_written_as_a_name(cue, reading.sentence.text):
                continue
            if beside_maker and any(one.label == "institution" and one.start == cue.start for one in reading.cues):
                continue
            counts[country] += _HEADLINE_WEIGHT if reading.sentence.field == "headline" else 1
            rank = (f"{kind}:" == MARKET, reading.sentence.field == "text")
            if country not in places or rank > ranks[country]:  # rather the noun, rather as the text has it
                places[country], ranks[country] = (cue, reading), rank
    headline = [group for one in readings if one.sentence.field == "headline" for group in one.groups]
    if len(headline) == 1 and headline[0][0].kind == "market" and rule == "eu_fleet":
        opening = next(one for one in readings if one.groups)
        if opening.is_noun(headline[0]):
            return headline[0][0]  # "Portugal's new cars": one market of the Union
    nation = _nation(readings, sum(counts.values())) if rule == "eu_fleet" else None
    if nation is not None:
        return nation
    if not counts:
        return None
    country = counts.most_common(1)[0][0]
    cue, reading = places[country]
    name = reading.sentence.text[cue.start : cue.end]
    return Body(name, "market", cue.start, cue.end, f"market-{country}")
