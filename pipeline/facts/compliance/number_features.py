"""What speaks for a number being the target, the average, the distance or the bill of a body's row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.article import Compliance
from pipeline.facts.compliance.binding import body_of_number
from pipeline.facts.compliance.bodies import OF_EUROPE
from pipeline.facts.compliance.body_features import RULES
from pipeline.facts.compliance.grams import LOWEST_FLEET, WIDEST_GAP
from pipeline.facts.compliance.number_words import number_features, of_two
from pipeline.facts.compliance.possible_bodies import IN_TABLE, Place, PossibleBody
from pipeline.facts.compliance.possible_numbers import PossibleNumber, possible_numbers
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.signs import PageSigns, step
from pipeline.facts.compliance.weights import PARTS, Part

_OWES_WITHIN = 3
"""Sentences between a name and a sum that may still be its bill."""


class PageNumbers:
    """The numbers of a page, and what each shows whoever it is of."""

    def __init__(self, signs: PageSigns) -> None:
        self.signs = signs
        self.possible = possible_numbers(signs.page.readings)
        self._own = [frozenset(number_features(signs, one)) for one in self.possible]
        self._known: dict[tuple[str, int | None, int], frozenset[str]] = {}
        self._owners = [body_of_number(one.grams, signs.page.readings[one.number]) for one in self.possible]

    def options(self, part: Part, body: PossibleBody | None = None) -> list[int | None]:
        """The numbers that may play a part, in a body's row, by their place in `possible`, and None for no number."""
        return [
            *(
                place
                for place, one in enumerate(self.possible)
                if _may_be(one, part) and (body is None or not one.is_sum or self._may_owe(body, one.number))
            ),
            None,
        ]

    def features(
        self, body: PossibleBody, year: int | None, told: Compliance | None, part: Part, option: int | None
    ) -> set[str]:
        """The features of an option for a part of a row, by name.

        Args:
            body: whose row it is.
            year: of which year.
            told: what the rules read of the body.
            part: which part.
            option: the number's place in `possible`; None for no number.
        """
        if option is None:
            return {*self._without(body, told, part)}
        one = self.possible[option]
        found = self._of_any_part(body, year, option)
        found.update(self._by_rules(body, told, part, one.value))
        if told is not None:
            found.update(f"{sign}, told {told.outcome}" for sign in of_two(self.signs, one))
        return found

    def _of_any_part(self, body: PossibleBody, year: int | None, option: int) -> set[str]:
        """What a number shows for a body and year whichever part it may play, worked out once."""
        key = (body.key, year, option)
        if key not in self._known:
            one = self.possible[option]
            found = {*self._own[option], f"{body.kind}, {one.role}"}
            for sign in (*self._of_owner(body, one, option), *self._where(body, one), *self._of_year(year, one)):
                found.update((sign, f"{sign}, {one.role}"))
            self._known[key] = frozenset(found)
        return {*self._known[key]}

    def _may_owe(self, body: PossibleBody, number: int) -> bool:
        """Whether a sum of a sentence may be a body's: it names it, or nobody, where that alone was named before."""
        numbers = {place.number for place in body.places}
        if number in numbers:
            return True
        readings = self.signs.page.readings
        last = max((one for one in numbers if IN_TABLE < one < number), default=None)
        if last is None or number - last > _OWES_WITHIN or _names_others(readings[number]):
            return False
        named = sum(len(group) for one in readings[last:number] for group in one.groups_of_kind("organization"))
        return named <= (body.kind == "organization")

    def _of_owner(self, body: PossibleBody, one: PossibleNumber, option: int) -> Iterator[str]:
        owner = self._owners[option]
        starts = {place.start for place in body.places if place.number == one.number}
        if owner is None:
            yield "owner nobody"
        else:
            yield f"owner {'own' if any(each.start in starts for each in owner) else owner[0].kind}"

    def _where(self, body: PossibleBody, one: PossibleNumber) -> Iterator[str]:
        """Where it stands as seen from the places of the name."""
        places = [place for place in body.places if place.number != IN_TABLE]
        here = [place for place in places if place.number == one.number]
        if here:
            yield from self._within(here, one)
            return
        readings = self.signs.page.readings
        named = "another named" if readings[one.number].groups_of_kind("organization") else "nobody named"
        for side, distances in (
            ("behind", [one.number - place.number for place in places if place.number < one.number]),
            ("before", [place.number - one.number for place in places if place.number > one.number]),
        ):
            if not distances:
                continue
            near = min(distances)
            at = one.number - near if side == "behind" else one.number + near
            same = readings[at].sentence.paragraph == readings[one.number].sentence.paragraph
            yield from (f"{side} its name {step(near, 1, 2, 3, 5)}, {named}", f"{side}, same paragraph {same}, {named}")
            if side == "behind" and any(each.groups_of_kind("organization") for each in readings[at + 1 : one.number]):
                yield "another between"
        if not places:
            yield "never named in a sentence"

    def _within(self, here: Sequence[Place], one: PossibleNumber) -> Iterator[str]:
        reading = self.signs.page.readings[one.number]
        start = one.grams.start
        place = min(here, key=lambda each: abs(each.start - start))
        left, right = min(place.end, start), max(place.start, start)
        side = "right" if place.start < start else "left"
        names = sum(
            left <= each.start < right and each.start != place.start
            for group in reading.groups_of_kind("organization")
            for each in group
        )
        numbers = sum(left <= each.start < right and each.start != start for each in reading.grams)
        by_names, by_numbers = f"names between {step(names, 0, 1)}", f"numbers between {step(numbers, 0, 1, 2)}"
        yield from ("same sentence", f"{side} {step(right - left, 20, 50, 100)}")
        yield from (f"{side}, {by_names}", f"{side}, {by_numbers}", f"{side}, {by_names}, {by_numbers}")

    def _of_year(self, year: int | None, one: PossibleNumber) -> Iterator[str]:
        years = self.signs.page.readings[one.number].years
        if not years or year is None:
            yield "no year"
            return
        nearest = min(years, key=lambda each: abs(each.start - one.grams.start))
        yield f"nearest year {'its own' if year in (nearest.year, nearest.last) else 'another'}"
        yield "its year named" if any(year in (each.year, each.last) for each in years) else "only other years"
        if nearest.baseline:
            yield "compared with"

    def _by_rules(self, body: PossibleBody, told: Compliance | None, part: Part, value: float) -> Iterator[str]:
        """What the rules make of it in the row, in other rows of the page, and in statements they dropped."""
        if told is None:
            yield f"{RULES}: none"
        else:
            yield from (f"{RULES}: as {name}" for name in _parts_of(told, value))
            if getattr(told, part) is not None and part not in _parts_of(told, value):
                yield f"{RULES}: another"
        others = (row for row in self.signs.page.rows if all(row is not own for own in body.rows))
        yield from (f"{RULES}: another's {name}" for row in others for name in _parts_of(row, value))
        yield from (f"{RULES} saw: as {name}" for one in body.told for name in _parts_of(one.row, value))

    def _without(self, body: PossibleBody, told: Compliance | None, part: Part) -> Iterator[str]:
        own = {place.number for place in body.places}
        meant = [one for one in self.possible if _is_meant(one, part)]
        here = sum(one.number in own and one.has_unit and _may_be(one, part) for one in self.possible)
        yield from ("none", f"none: {body.kind}", f"none: here {step(here, 0, 1, 2)}")
        yield f"none: in that part {step(sum(one.number in own for one in meant), 0, 1, 2)}"
        yield f"none: on the page {step(len(meant), 0, 1, 2)}"
        if told is None:
            yield f"none, {RULES}: none"
            return
        yield f"none, {RULES}: {'silent' if getattr(told, part) is None else 'a number'}"
        yield f"none, {RULES}: {told.outcome}"
        known = (one for one in PARTS if one != part and getattr(told, one) is not None)
        yield f"none, {RULES}: others {'+'.join(known)}"


def _names_others(reading: Reading) -> bool:
    """Whether a sentence names makers or Europe."""
    return any(
        one.kind in ("organization", "makers") or one.key in OF_EUROPE for group in reading.groups for one in group
    )


def _may_be(one: PossibleNumber, part: Part) -> bool:
    if one.is_sum or part == "penalty_eur":
        return one.is_sum and part == "penalty_eur"
    if part == "gap_g_km":
        return 0 < one.value <= WIDEST_GAP
    return one.has_unit or one.value >= LOWEST_FLEET


def _is_meant(one: PossibleNumber, part: Part) -> bool:
    """Whether the rules give it that part."""
    return one.role == "bill" if part == "penalty_eur" else one.grams.role == part.partition("_")[0] and not one.is_sum


def _parts_of(row: Compliance, value: float) -> list[Part]:
    """Which parts a number plays in a row."""
    return [part for part in PARTS if abs(getattr(row, part) or -1.0) == value or getattr(row, part) == value]
