"""The organization an article of moves is about: the name outside people's that it comes back to most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.facts.moves.common_words import common_words
from pipeline.facts.moves.name_runs import is_a_place, name_runs
from pipeline.facts.moves.names import Directory
from pipeline.facts.moves.origins import comes_from, is_one_of_many, stands_beside_a_name
from pipeline.facts.moves.reading import EmployerMark, Reading
from pipeline.facts.moves.sold_brands import is_only_sold

_ENOUGH = 4.0
"""Weight from which a name is what the article is about."""
_OPENER = 1.0
"""Weight of a word whose capital may be only that of the sentence."""
_LEAST = 2.0
"""Weight from which it is likelier than what stands far from the move."""
_MARGIN = 1.25
"""How many times as much as the next name."""
_LEAD = 3
"""Number of the first sentence that no longer belongs to the top."""


@dataclass(frozen=True, slots=True)
class MainEmployer:
    """The name, as written most fully, and the first sentence that has it."""

    name: str
    sentence: int
    sure: bool
    """Whether it stands out far enough to be preferred to what the sentences around name."""


def main_employer(readings: Sequence[Reading], people: Directory) -> MainEmployer | None:
    """The organization the article is about; null where none is named often enough."""
    if not readings:
        return None
    lexicon = readings[0].lexicon
    sure_people = people.human | {mark.name for reading in readings for mark in reading.persons if mark.known}
    humans = {word.lower() for name in sure_people for word in name.split()}
    written: dict[str, list[tuple[str, int]]] = {}
    weights: defaultdict[str, float] = defaultdict(float)
    locative: Counter[str] = Counter()
    common = common_words(readings, lexicon)
    inside = {
        token.key
        for reading in readings
        if reading.number and not reading.sentence.is_row
        for token in reading.tokens[1:]
        if token.capital
    }
    for reading in sorted(readings, key=lambda reading: reading.shouted):  # stable: a shouted headline comes last
        if reading.sentence.is_row or (reading.shouted and reading.number):
            continue
        for first, last, mark in name_runs(reading, humans, lexicon):
            key = reading.key(first)
            if reading.shouted and not (mark is not None and mark.known):
                if key in written:  # where all is in capitals, only the text tells how far a name reaches
                    weights[key] += _weight(reading, first, last, mark)
                continue
            opens = first == 0 or not reading.key(first - 1).isalnum()
            doubtful = opens and not (mark is not None and mark.known) and key not in inside
            if (
                doubtful
                and last - first == 1
                and reading.key(last) not in ("'s", "’s")
                and reading.text(first, last).isalpha()
            ):
                weights[key] += (
                    0.0 if key in common or lexicon.nouns_are_capital else _OPENER * (1 + 0.8 * (reading.number == 0))
                )
                written.setdefault(key, []).append((reading.text(first, last), reading.number))
                continue
            if mark is None and last - first == 1 and (key in common or len(key) < _SHORTEST):
                continue
            locative[key] += mark is None and is_a_place(reading, first, last)
            weights[key] += _weight(reading, first, last, mark)
            written.setdefault(key, []).append((reading.text(first, last), reading.number))
    for key, times in locative.items():
        if 2 * times >= len(written[key]):
            weights[key] = 0.2 * len(written[key])  # a town
    ranked = [(weight, key) for key, weight in _heaviest(weights, 2)]
    if not ranked or ranked[0][0] < _LEAST:
        return None
    rival = ranked[1][0] if len(ranked) > 1 else 0.0
    if lexicon.nouns_are_capital and ranked[0][0] < _ENOUGH:
        return None
    sure = ranked[0][0] >= max(_ENOUGH, rival * _MARGIN)
    forms = written[ranked[0][1]]
    name, number = max(forms, key=lambda form: (len(form[0].split()), -form[1]))
    return MainEmployer(name, number, sure)


def _heaviest(weights: Mapping[str, float], count: int) -> list[tuple[str, float]]:
    return sorted(weights.items(), key=lambda item: -item[1])[:count]


_QUOTES = frozenset(["'", "‘", "“", '"', "„", "«", "‹"])
_SHORTEST = 3
"""Letters of the shortest name that is counted where nothing else shows it to be one."""


def _weight(reading: Reading, first: int, last: int, mark: EmployerMark | None) -> float:
    """How much one mention speaks for the article being about the name."""
    origin = mark is not None and comes_from(reading, mark)
    if origin or reading.ends_with("context:old_role", first) is not None:
        return -0.5
    if mark is not None and (is_one_of_many(reading, mark) or is_only_sold(reading, mark)):
        return 0.2  # "an old Skoda"
    if reading.sentence.field != "headline" and stands_beside_a_name(reading, first):
        return 0.2  # "Treasurer: X, Dunmore Tyres": where somebody comes from
    article = reading.key(first - 1) in reading.lexicon.articles
    if reading.key(first - 1 - article) in _QUOTES and mark is None:
        return 0.0  # a nickname or a title: "the Flying Finn"
    if is_a_place(reading, first, last) and not (mark is not None and mark.known):
        return 0.2
    weight = 1.0
    if reading.number == 0:
        weight += 1.5
    elif reading.number < _LEAD:
        weight += 1.0
    if mark is not None or last - first > 1:
        weight += 0.5
    elif reading.lexicon.nouns_are_capital and first > 1 and reading.tokens[first - 1].capital:
        weight += 1.5  # "die Plattform X"
    elif reading.key(first - 1) in reading.lexicon.articles and reading.key(last).islower():
        weight -= 0.6  # "the Bristol maker"
    if reading.key(last) == "," and reading.key(last + 1) in reading.lexicon.articles:
        weight += 0.5
    if reading.ends_with("employer:strong", first) is not None or reading.ends_with("employer:lead_in", first):
        weight += 0.5
    return weight
