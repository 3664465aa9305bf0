"""The position of a move whose own clause names none: beside the name, or in the sentences right around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.roles import RoleMark

_BEHIND = 2
"""Sentences behind the move that may only say as what."""
_BESIDE = 2
"""Words between a name and its position."""
_STAYS = 5
"""Words between "stays" and the position."""
_FIRST_YEAR = 1900
_SHORT = 3
"""Words of a sentence that is hardly more than a position."""
_HARD = frozenset(";*|•")
_LABELS = frozenset([":", "–", "—", "|"])


def with_nearby_post(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Draft:
    """The row with the likeliest position, where none of its tellings has one."""
    if row.role is not None:
        return row
    first, last = min(row.sentences), max(row.sentences)
    elsewhere = {one.role for one in rows if one.event == "appointed" and _goes_elsewhere(one, row)}
    for reading, mark in _candidates(row, rows, view):
        if not _names_a_post(reading, mark) or reading.text(mark.first, mark.last) in elsewhere:
            continue
        if row.field is not None and not first <= reading.number <= last + 1:
            continue  # what is led says enough, unless the next sentence says as what
        text = reading.text(_without_new(reading, mark), mark.last)
        return row.with_(role=text, sentences=row.sentences | {reading.number})
    return row


def _goes_elsewhere(one: Draft, row: Draft) -> bool:
    """Whether the arrival is that of the row's predecessor, or of who leaves another post in the same sentence."""
    if row.event == "departed":
        return one.person == row.person and bool(one.sentences & row.sentences)
    return one.person == row.predecessor


def _candidates(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Iterator[tuple[Reading, RoleMark]]:
    own = [view.readings[number] for number in sorted(row.sentences)]
    own = [reading for reading in own if reading.sentence.field != "headline"]
    if row.event == "departed" or row.frame == "tenor":
        for reading in own:
            yield from ((reading, mark) for mark in _labels(reading, row.person))
    if row.event == "departed":
        for reading in view.readings:
            yield from ((reading, mark) for mark in _labels(reading, row.person))
    for reading in own:
        yield from ((reading, mark) for mark in _free(reading, row))
    for reading in _behind(own, view):
        if any(mark.name != row.person for mark in reading.persons) or _is_told(reading, row, rows):
            continue
        if row.event == "appointed" and _is_of_old_days(reading, view):
            continue
        yield from ((reading, mark) for mark in _free(reading, row) if not _acts(reading, mark))
    first = min((reading.number for reading in own), default=0)
    alone = sum(other.event == row.event and other.role is None for other in rows) == 1
    yield from _before(row, view, first, alone=alone)
    if alone:
        yield from _far(row, view)


def _is_of_old_days(reading: Reading, view: ArticleView) -> bool:
    """Whether the sentence names a year long gone, as a career does."""
    years = [int(token.text) for token in reading.tokens if token.text.isdigit() and len(token.text) == len("2021")]
    return view.now is not None and any(_FIRST_YEAR < year < view.now - 1 for year in years)


def _acts(reading: Reading, mark: RoleMark) -> bool:
    """Whether the position opens a sentence that goes on, as its subject: "Spokesmen of both firms declined …"."""
    return mark.first == 0 and len(reading.tokens) > mark.last + _SHORT


def _behind(own: Sequence[Reading], view: ArticleView) -> list[Reading]:
    """The sentences behind each of the move's own."""
    numbers = [one.number + step for one in own for step in range(1, _BEHIND + 1)]
    taken = {one.number for one in own}
    return [view.readings[at] for at in dict.fromkeys(numbers) if at not in taken and at < len(view.readings)]


def _before(row: Draft, view: ArticleView, first: int, *, alone: bool) -> Iterator[tuple[Reading, RoleMark]]:
    """Positions of the sentences before; where several look for one, only new ones."""
    for reading in reversed(view.readings[max(1, first - _BEHIND) : first]):
        if any(mark.name != row.person for mark in reading.persons):
            break
        if not reading.persons and _is_of_old_days(reading, view):
            continue  # the career of somebody named before
        yield from ((reading, mark) for mark in _free(reading, row) if alone or _is_new(reading, mark))


def _far(row: Draft, view: ArticleView) -> Iterator[tuple[Reading, RoleMark]]:
    """Positions of the headline, and new ones of the whole text that nobody else is named with."""
    readings = [one for one in view.readings if all(mark.name == row.person for mark in one.persons)]
    for reading in readings:
        headline = reading.number == 0 and reading.sentence.field == "headline"
        if headline or row.event == "appointed":
            yield from ((reading, mark) for mark in _free(reading, row) if headline or _is_new(reading, mark))


def _is_told(reading: Reading, row: Draft, rows: Sequence[Draft]) -> bool:
    return any(other.person != row.person and reading.number in other.sentences for other in rows)


def _labels(reading: Reading, person: str) -> Iterator[RoleMark]:
    """Positions straight before the name, or a sign that labels it: "Chief executive Ana Ruiz", "Chair: Ana Ruiz"."""
    for name in reading.persons:
        if name.name != person:
            continue
        for mark in reading.roles:
            between = [reading.key(at) for at in range(mark.last, name.first)]
            if mark.last <= name.first and len(between) <= _BESIDE and (not between or between[0] in _LABELS):
                yield mark


def _free(reading: Reading, row: Draft) -> Iterator[RoleMark]:
    """Positions that are nobody else's and not said to be former."""
    for mark in reading.roles:
        if _is_gone_for(reading, mark, row):
            continue
        before = [at for at in (mark.first, mark.first - 1) if at >= 0]
        old = any(
            reading.ends_with(kind, at) is not None
            for kind in ("context:old_role", "context:presently", "context:past")
            for at in before
        )
        if old and row.event == "appointed":
            continue
        titled = row.event == "appointed" and row.frame != "tenor" and mark in _labels(reading, row.person)
        if titled and not _is_opened(reading, mark):
            continue  # what somebody was so far
        if any(
            name.name != row.person
            and (0 <= name.first - mark.last <= _BESIDE or 0 <= mark.first - name.last <= _BESIDE)
            for name in reading.persons
        ):
            continue
        apposed = any(
            name.name == row.person and reading.key(name.last) == "," and 0 < mark.first - name.last <= _BESIDE
            for name in reading.persons
        )
        if not (apposed and row.event == "appointed") and not _is_of_another_clause(reading, mark, row):
            yield mark


def _is_gone_for(reading: Reading, mark: RoleMark, row: Draft) -> bool:
    """Whether it is what somebody leaves for: "left to become head of Y"; of an arrival, where another leaves."""
    goes = [one for one in reading.phrases("context:destination") if one.first < mark.first <= one.last + _TO_A_POST]
    if not goes:
        return False
    before = [name for name in reading.persons if name.last <= goes[-1].first]
    return row.event == "departed" or (bool(before) and before[-1].name != row.person)


_TO_A_POST = 4
"""Words between "to", "for" and the position somebody leaves for."""


def _is_opened(reading: Reading, mark: RoleMark) -> bool:
    """Whether a company gets somebody for the position, who is named behind a colon: "changes its head of sales: X"."""
    at = mark.first - (reading.ends_with("pronoun:article", mark.first) is not None)
    kinds = ("pronoun:possessive", "pronoun:indefinite")
    at -= any(reading.ends_with(kind, at) is not None for kind in kinds)
    behind = range(mark.last, min(mark.last + _BESIDE + 1, len(reading.tokens)))
    if any(one.kind == "frame:dismiss_actively" and one.last <= mark.first for one in reading.triggers):
        return False  # "loses its head of sales: X"
    return reading.ends_with("context:opens_post", at) is not None and any(reading.key(one) == ":" for one in behind)


def _is_of_another_clause(reading: Reading, mark: RoleMark, row: Draft) -> bool:
    """Whether the position stands in a clause on somebody else, or on what the person was or did before.

    "X replaces Y, who was head of Z", "X leaves Y, where she was head of Z".
    """
    first = _clause_start(reading, mark)
    near = max(first, mark.first - _STAYS)
    if reading.has("context:stay", near, mark.first) or reading.has("context:sought", near, mark.first):
        return True  # "X stays as a scientific adviser", "until it finds a new boss"
    named = [name.first for name in reading.persons if name.name == row.person]
    if named and all(_hard_between(reading, name, mark.first) for name in named):
        return True
    own = [name for name in reading.persons if name.name == row.person]
    past = reading.has("context:past", first, mark.first) or reading.has("context:before_now", first, mark.first)
    if past and (row.event == "appointed" or first > 0):
        return True
    relative = first > 0 and any(phrase.kind == "context:relative" for phrase in reading.starting(first))
    before = next((name for name in reversed(reading.persons) if name.last <= first), None)
    if relative and before is not None and before.name != row.person:
        return True
    return (
        bool(row.event == "appointed" and not own and any(other.first < mark.first for other in reading.persons))
        and relative
    )


def _hard_between(reading: Reading, one: int, other: int) -> bool:
    return any(reading.key(at) in _HARD for at in range(min(one, other), max(one, other)))


def _clause_start(reading: Reading, mark: RoleMark) -> int:
    """Where the clause of the position begins: behind a strong sign, or with the relative word behind a comma."""
    for at in range(mark.first - 1, 0, -1):
        if reading.key(at) in _HARD:
            return at + 1
        if reading.key(at - 1) == "," and any(phrase.kind == "context:relative" for phrase in reading.starting(at)):
            return at
    return 0


def _names_a_post(reading: Reading, mark: RoleMark) -> bool:
    """Whether the words name a position that one person has: no bare body, no member of one."""
    key, lexicon = reading.key(mark.head), reading.lexicon
    if (
        reading.text(mark.first, mark.last).lower() in lexicon.vague_roles
        or reading.text(_without_new(reading, mark), mark.last).lower() in lexicon.vague_roles
    ):
        return False
    if reading.has("tenor:leaver", mark.first, mark.last):
        return False
    bare = mark.last - mark.first == 1 and (key not in lexicon.offices or key in lexicon.collective_nouns)
    if bare and (key in lexicon.collective_nouns or key in lexicon.bodies or key in lexicon.needs_complement):
        return False
    return not (key in lexicon.bodies and key not in lexicon.offices)


def _is_new(reading: Reading, mark: RoleMark) -> bool:
    return any(reading.key(at) in reading.lexicon.new_words for at in range(max(0, mark.first - 1), mark.head))


def _without_new(reading: Reading, mark: RoleMark) -> int:
    first = mark.first
    while first < mark.head and reading.key(first) in reading.lexicon.new_words:
        first += 1
    return first
