"""The organizations an article offers for a move: those that the rules read, and whatever else may be a name of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.capital_runs import run_of_capitals
from pipeline.facts.moves.common_words import common_words
from pipeline.facts.moves.firms import is_like_a_name
from pipeline.facts.moves.name_runs import is_a_place, is_dateline, is_led, name_runs
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.origins import comes_from, is_one_of_many, stands_behind_a_name, stands_beside_a_name
from pipeline.facts.moves.parts_of_companies import parts_of_companies
from pipeline.facts.moves.ranking.shape import Shape
from pipeline.facts.moves.ranking.town_names import town_names
from pipeline.facts.moves.reading import EmployerMark, Reading
from pipeline.facts.moves.sold_brands import is_only_sold
from pipeline.facts.moves.title_words import is_given

Place = tuple[int, int, EmployerMark | None, str]
"""Tokens from the first to before the last, the organization that was read there, and how the words came to be one."""
_TOP = 3
"""Number of the first sentence that no longer belongs to the top."""
_LABEL_ENDS = frozenset([":", "|", "–", "—", "-", "."])


class EmployerPlaces:
    """Finds the places of an article that may name an organization, and what each of them shows."""

    def __init__(self, shapes: Sequence[Shape], view: ArticleView) -> None:
        self._view = view
        sure = view.people.human | {mark.name for one in shapes for mark in one.reading.persons if mark.known}
        self._humans = {word.lower() for name in sure for word in name.split()}
        readings = [one.reading for one in shapes]
        self._common = common_words(readings, readings[0].lexicon) if readings else set()
        self._inside = {token.key for one in readings if not one.shouted for token in one.tokens[1:] if token.capital}
        self._top = " ".join(one.sentence.text.casefold() for one in readings[:_TOP])

    def of(self, reading: Reading) -> Iterator[tuple[int, int, str, list[str]]]:
        """The places of one sentence: tokens, the name, its signs."""
        if reading.shouted and reading.number:
            return
        for first, last, mark, how in self._places(reading):
            if reading.shouted and not (mark is not None and mark.known):
                continue  # capitals that say nothing: "X NAMES CHIEF"
            text = mark.name if mark is not None else reading.text(first, last)
            if mark is None and self._is_common(reading, first, last) and not self._is_main(text):
                continue
            own = [how, *self._signs(reading, first, last, text), *_signs_around(reading, first, last, mark)]
            if text.lower() in town_names():
                own.append("town of the table" if mark is not None and mark.known else "town")
            if is_led(reading, first, reading.lexicon):
                own.append("led")
            if "run opens" in own:
                own.append("opens only" if reading.key(first) not in self._inside else "opens not only")
            yield first, last, text, own

    def _places(self, reading: Reading) -> Iterator[Place]:
        for first, last, mark in name_runs(reading, self._humans, reading.lexicon):
            how = "run" if first else "run opens"
            yield first, last, mark, how if mark is None else "known" if mark.known else "read"
        for person in reading.persons:
            if _is_like_a_company(person, reading) and person.name not in self._view.people.human:
                yield person.first, person.last, None, "like a person"
        if reading.sentence.field != "headline":
            first = 1 if reading.key(0) in reading.lexicon.articles else 0
            last = run_of_capitals(reading.tokens, first, set(), reading.lexicon)
            if last > first and is_dateline(reading, first, last):
                yield first, last, None, "dateline"

    def _is_common(self, reading: Reading, first: int, last: int) -> bool:
        """Whether it is one German noun that the article shows to be none: "das Geschäft"."""
        lexicon, key = reading.lexicon, reading.key(first)
        if not lexicon.nouns_are_capital or last - first > 1 or key not in self._common:
            return False
        return not (is_like_a_name(reading.tokens[first].text) or key.endswith(tuple(lexicon.associations)))

    def _is_main(self, text: str) -> bool:
        return self._view.main is not None and text == self._view.main.name

    def _signs(self, reading: Reading, first: int, last: int, text: str) -> Iterator[str]:
        """What the words show, and where they stand."""
        yield f"size {min(last - first, 4)}"
        yield f"w {reading.key(first)[:6]}"
        if last - first > 1:
            yield f"wl {reading.key(last - 1)[:6]}"
        if text.isupper():
            yield "upper"
        if self._is_main(text) and self._view.main is not None:
            yield "main sure" if self._view.main.sure else "main"
        if reading.key(first) in self._common:
            yield "common"
        if reading.number >= _TOP and text.casefold() in self._top:
            yield "at the top"
        if reading.number and first <= 1 and reading.key(last) in _LABEL_ENDS | {""}:
            yield f"labels {reading.key(last)}"


def _signs_around(reading: Reading, first: int, last: int, mark: EmployerMark | None) -> Iterator[str]:
    """What stands around: a part of a company, a position, a place, where somebody comes from, what is only sold."""
    if any(begin <= first < end for begin, end in parts_of_companies(reading)):
        yield "in a part"
    if any(role.first <= first < role.last for role in reading.roles):
        yield "in a role"
    if is_a_place(reading, first, last):
        yield "place"
    if stands_beside_a_name(reading, first):
        yield "behind a name"
    if mark is None:
        return
    if comes_from(reading, mark):
        yield "origin"
    if stands_behind_a_name(reading, mark):
        yield "of a name"
    if is_one_of_many(reading, mark) or is_only_sold(reading, mark):
        yield "sold"
    if mark.makes_cars:
        yield "maker"


def _is_like_a_company(person: PersonMark, reading: Reading) -> bool:
    """Whether what was taken for a name opens with no given name, or is a family name that a noun leads in."""
    if person.last - person.first > 1:
        return not is_given(reading.tokens[person.first], reading.lexicon)
    if reading.lexicon.nouns_are_capital and person.first:
        before = reading.tokens[person.first - 1]
        return before.capital and before.key.endswith(reading.lexicon.lead_in_endings)
    return reading.ends_with("employer:lead_in", person.first) is not None
