"""What the ranking is asked of an article: whether each of its people comes or goes, and which values are theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.article import MoveEvent
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.days_of_others import is_of_the_next
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.labels import has_long_had_it
from pipeline.facts.moves.ranking import values
from pipeline.facts.moves.ranking.person_places import person_place_signs
from pipeline.facts.moves.ranking.row_signs import Mention, person_signs, rule_signs
from pipeline.facts.moves.ranking.shape import Shape, shape
from pipeline.facts.moves.ranking.value_signs import (
    article_signs,
    nothing_signs,
    place_signs,
    rule_value_signs,
)
from pipeline.facts.moves.ranking.values import UNTIL, Value
from pipeline.facts.moves.ranking.weights import Weights

EVENTS: tuple[MoveEvent, MoveEvent] = ("appointed", "departed")
BIAS = "bias"
"""The sign that everybody has."""
MOST_PEOPLE = 40
"""People of an article who are asked about, and rows that are looked at again; a longer list is a table, which the
rules read, and every row of which would be held against every other."""


class Cases:
    """The questions of one article, with the signs that speak for each answer."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self.shapes: list[Shape] = [shape(reading) for reading in view.readings]
        self.mentions: dict[str, list[Mention]] = {}
        for one in self.shapes:
            for item, mark in one.people:
                self.mentions.setdefault(mark.name, []).append((one, item, mark))
        self._values: dict[str, list[Value]] = {}
        self._placed: dict[str, list[list[str]]] = {}
        self._times: dict[str, Counter[str]] = {}
        self._totals: dict[str, list[tuple[float, float]]] = {}

    def people(self) -> Iterator[tuple[str, set[str]]]:
        """Everybody named, with the signs that both events share."""
        for rank, (name, mentions) in enumerate(islice(self.mentions.items(), MOST_PEOPLE)):
            many, published = len(self.mentions), self._view.published
            yield name, {BIAS, *person_signs(name, mentions, self.shapes, published, rank=rank, people=many)}

    def stays(self, name: str) -> bool:
        """Whether a label says that the person has long had the post."""
        return any(has_long_had_it(one.reading, mark, self._view) for one, _, mark in self.mentions[name])

    @staticmethod
    def rules_of(name: str, event: MoveEvent, rows: Sequence[Draft]) -> set[str]:
        """The signs of what the rules say of that person and event."""
        return rule_signs(name, event, rows)

    def values_of(
        self, field: str, name: str, event: MoveEvent, rows: Sequence[Draft]
    ) -> tuple[list[Value | None], list[list[str]]]:
        """The values that may fill a field of the move, and none at last, each with its signs."""
        offered, signs = self._beside(field, name, event, rows)
        _, placed = self._offered(field)
        return [value for value, _ in offered] + [None], [
            *([*placed[at], *own] for (_, at), own in zip(offered, signs, strict=False)),
            signs[-1],
        ]

    def weighed(
        self, field: str, name: str, event: MoveEvent, rows: Sequence[Draft], weights: Weights
    ) -> tuple[list[Value | None], list[float]]:
        """The same with the sums of their weights."""
        offered, signs = self._beside(field, name, event, rows)
        if field not in self._totals:
            self._totals[field] = [weights.totals(own) for own in self._offered(field)[1]]
        totals = [weights.total(own, event) for own in signs]
        side = EVENTS.index(event)
        for place, (_, at) in enumerate(offered):
            totals[place] += self._totals[field][at][side]
        return [value for value, _ in offered] + [None], totals

    def _beside(
        self, field: str, name: str, event: MoveEvent, rows: Sequence[Draft]
    ) -> tuple[list[tuple[Value, int]], list[list[str]]]:
        """The values with their numbers among those offered, and the signs that are of this move alone; none's last."""
        row = next((one for one in rows if one.person == name and one.event == event), None)
        others = [one for one in rows if one.person != name or one.event != event]
        numbers = sorted({one.reading.number for one, _, _ in self.mentions.get(name, ())})
        movers = len({one.person for one in rows if one.event == event} | {name})
        found, _ = self._offered(field)
        offered = [
            (one, at)
            for at, one in enumerate(found)
            if not (field == "predecessor" and one.text == name)
            and not (event == "appointed" and (UNTIL in one.own or (field == "date" and _is_of_the_next(one, name))))
        ]
        signs = []
        for value, _ in offered:
            place = person_place_signs(value, name, numbers, self.shapes)
            said = rule_value_signs(value, field, row, others)
            more = article_signs(value, place, rows, field=field, movers=movers, times=self._times[field])
            signs.append([*place, *said, *more])
        signs.append(nothing_signs(name, row, others, field=field, offered=len(offered), movers=movers))
        return offered, signs

    def _offered(self, field: str) -> tuple[list[Value], list[list[str]]]:
        if field not in self._values:
            all_of_them = {
                "role": lambda: values.roles(self.shapes),
                "employer": lambda: values.employers(self.shapes, self._view),
                "date": lambda: values.dates(self.shapes, self._view),
                "predecessor": lambda: values.people(self.shapes),
            }[field]()
            found = list(islice(all_of_them, values.MOST))
            self._values[field] = found
            self._placed[field] = [place_signs(value) for value in found]
            self._times[field] = Counter(value.text.casefold() for value in found)
        return self._values[field], self._placed[field]


def _is_of_the_next(day: Value, name: str) -> bool:
    """Whether the day opens what goes on with somebody else than who has that name."""
    reading = day.shape.reading
    return any(mark.first == day.first and is_of_the_next(reading, mark, {name}) for mark in reading.dates)
