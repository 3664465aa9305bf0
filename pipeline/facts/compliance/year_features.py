"""What speaks for a year being that of a body's row: where it stands, how far off it is, what the rules say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from pipeline.article import ComplianceRule
from pipeline.facts.compliance.body_features import RULES
from pipeline.facts.compliance.places_of_body import FAR, PlacesOfBody
from pipeline.facts.compliance.possible_bodies import IN_TABLE, PossibleBody
from pipeline.facts.compliance.signs import PageSigns, step
from pipeline.facts.compliance.target_years import YearMention, is_of_a_target, years_in
from pipeline.facts.compliance.year_order import YearOrder

MOST_YEARS = 10
_MOST_PLACES = 6
_NEAR, _BESIDE = 40, 25
"""Characters between a year and the grams, or the phrases, that stand near it."""
_STAGES = (2015, 2020, 2021, 2025, 2030, 2035)
"""Years from which on a new limit binds, in the Union and where its example is followed."""
_LETTERS = re.compile(r"[^\W\d_]+")
_TENSE_OF = {"no year": "no year", "unknown": "unknown", "+0": "runs"}
_TENSES = frozenset(
    ["future", "conditional", "last_year", "this_year", "next_year", "provisional", "obligation", "already", "policy"]
)


def tense_of(when: str) -> str:
    """Whether a year so far from that of publication is over, runs or is to come."""
    return _TENSE_OF.get(when) or ("over" if when.startswith("-") else "to come")


class PageYears:
    """The years a page may give its rows, and what each shows whoever it is of."""

    def __init__(self, signs: PageSigns) -> None:
        self.signs = signs
        self.page = signs.page
        self.published = signs.page.settings.published
        self._mentioned: dict[int, list[tuple[int, YearMention]]] = {}
        self._of_others: dict[str, Counter[int | None]] = {}
        self._order = YearOrder(signs)
        self._counts = Counter(one.year for _, one in signs.years)
        usable = [one for _, one in signs.years if not one.baseline]
        self._latest = max((one.last for one in usable), default=0)
        self._earliest = min((one.year for one in usable), default=0)

    @cached_property
    def possible(self) -> list[int | None]:
        """The years of the page, the one of publication and those beside it; None stands for no year."""
        counts: Counter[int] = Counter()
        for _, one in self.signs.years:
            counts.update({one.year, one.last})
        counts.update(dict.fromkeys((row.year for row in self.page.rows if row.year), 0))
        if self.published:
            counts.update(dict.fromkeys((self.published - 1, self.published, self.published + 1), 0))
        rows = (sentence for sentence in self.page.document.sentences if sentence.is_row)
        counts.update({year: 0 for sentence in rows for year, _ in years_in(sentence.text)})
        return [*sorted(counts, key=lambda year: (-counts[year], year))[:MOST_YEARS], None]

    def when(self, year: int | None) -> str:
        """How far a year is from that of publication."""
        if year is None:
            return "no year"
        if not self.published:
            return "unknown"
        ahead = year - self.published
        return f"{max(ahead, -4):+d}" if ahead <= 2 else "+5" if ahead <= 5 else "later"

    def features(self, body: PossibleBody, year: int | None) -> frozenset[str]:
        """The features of a year for a body, by name."""
        return self.of_the_page(year) | self.of_the_body(body, year)

    def of_the_page(self, year: int | None) -> frozenset[str]:
        """What a year shows whoever it is of."""
        return frozenset() if year is None else frozenset(self._on_the_page(year))

    def of_the_body(self, body: PossibleBody, year: int | None) -> set[str]:
        """What a year shows for a body; no feature of the page is among these."""
        if year is None:
            return {*self._without(body)}
        when = self.when(year)
        tense = tense_of(when)
        found = {f"{body.kind}, {when}", *self._of_the_rules(body, year)}
        places = [place for place in body.places if place.number != IN_TABLE]
        around = PlacesOfBody(self.page.readings, places)
        nearest = FAR
        for number, one in self._mentions(year):
            found.update(around.beside(number, one))
            nearest = min(nearest, around.away(number))
        found.add(f"sentences away {step(nearest, 0, 1, 2, 4, 8)}")
        found.update(self._order.signs_of(body, year))
        for place in places[:_MOST_PLACES]:
            found.update(f"{label}, {when}" for label in self.signs.of_sentence(place.number) & _TENSES)
            found.update(f"{sign}, {tense}" for sign in self.signs.of_sentence(place.number))
        return found

    def _mentions(self, year: int) -> list[tuple[int, YearMention]]:
        if year not in self._mentioned:
            self._mentioned[year] = [each for each in self.signs.years if year in (each[1].year, each[1].last)]
        return self._mentioned[year]

    def _on_the_page(self, year: int) -> Iterator[str]:
        rule: ComplianceRule = self.page.settings.rule
        when, mentions = self.when(year), self._mentions(year)
        yield from (f"is {when}", f"{rule}, {when}", f"named {step(len(mentions), 0, 1, 2, 3, 5)}")
        if year in _STAGES:
            yield from (f"stage of {rule}", f"stage of {rule}, {when}")
        month = (self.page.document.published or "")[5:7]
        quarter = f"quarter {(int(month) + 2) // 3}" if month.isdecimal() else "no quarter"
        yield f"{quarter}, {when}"
        if not mentions:
            yield from ("not named", f"not named, {when}", f"not named, {quarter}, {when}")
            yield f"not named, others {step(len(self._counts), 0, 1, 2)}"
        elif all(one.baseline for _, one in mentions):
            yield "only compared with"
        if self._counts and self._counts[year] == max(self._counts.values()):
            yield "named most"
        if list(self._counts) == [year]:
            yield "the only one named"
        if self.page.settings.years and year == self.page.settings.years[0]:
            yield f"{RULES}: year of the page"
        if self.page.settings.provisional:
            yield f"provisional page, {when}"
        yield from self._order.of_mentions(mentions, tense_of(when))
        for number, one in mentions:
            yield from self._around(number, one)
            if not one.baseline:
                yield from self._among(year, one)

    def _around(self, number: int, one: YearMention) -> Iterator[str]:
        reading = self.page.readings[number]
        if reading.sentence.field == "headline":
            yield "in the headline"
        if not one.baseline and is_of_a_target(one, reading.cues):
            yield "of a target"
        words = _LETTERS.findall(reading.sentence.text[max(0, one.start - _BESIDE) : one.start].casefold())
        yield from (f"word before: {word}" for word in words[-2:])
        for label, left, right in self.signs.marks(number):
            distance, side = (left - one.end, "right") if left >= one.end else (one.start - right, "left")
            if 0 <= distance <= (_NEAR if label.endswith(" grams") else _BESIDE):
                yield f"{side}: {label}"

    def _among(self, year: int, one: YearMention) -> Iterator[str]:
        if one.last != one.year:
            yield "ends a range" if year == one.last else "begins a range"
        if year == self._latest:
            yield "latest"
        if year == self._earliest:
            yield "earliest"

    def _of_the_rules(self, body: PossibleBody, year: int) -> Iterator[str]:
        years = {row.year for row in body.rows}
        when = self.when(year)
        if year in years:
            yield from (f"{RULES}: year of the row", f"{RULES}: year of a row, of {step(len(years), 1)}")
        elif any(years):
            yield f"{RULES}: not the row's"
        for candidate in body.told:
            if candidate.row.year == year:
                by = "tenor" if candidate.basis == "tenor" else "idiom"
                yield f"{RULES}: {by}, {'stated' if candidate.year_stated else 'from the page'}"
        others = self._years_of_others(body)
        if others and others.most_common(1)[0][0] == year:
            yield f"{RULES}: year of most others, {'with' if body.rows else 'without'} a row"
        elif year in others:
            yield f"{RULES}: year of another"
        yield from (f"{RULES}: {row.outcome}, {when}" for row in body.rows)

    def _years_of_others(self, body: PossibleBody) -> Counter[int | None]:
        """The years of the rules' rows that are not of a body."""
        if body.key not in self._of_others:
            own = {id(row) for row in body.rows}
            self._of_others[body.key] = Counter(row.year for row in self.page.rows if id(row) not in own)
        return self._of_others[body.key]

    def _without(self, body: PossibleBody) -> Iterator[str]:
        rule = self.page.settings.rule
        yield from ("no year", f"no year: {body.kind}", f"no year: {rule}")
        yield f"no year: day of publication {'known' if self.published else 'unknown'}"
        yield f"no year: others {step(len(self._counts), 0, 1, 2, 3)}"
        own = {place.number for place in body.places}
        yield f"no year: one in its sentence {any(number in own for number, _ in self.signs.years)}"
        if any(is_of_a_target(one, self.page.readings[number].cues) for number, one in self.signs.years):
            yield "no year: one of a target"
        if any(row.year is None for row in body.rows):
            yield f"{RULES}: no year"
        elif body.rows:
            yield f"{RULES}: not the row's"
        if any(row.year is None for row in self.page.rows):
            yield f"{RULES}: no year in a row"
