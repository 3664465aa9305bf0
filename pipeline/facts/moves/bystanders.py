"""People whom an article about moves names without their moving: who lost a vote, who stands for one, who is thanked.

The weak signs of the tenor stand beside them as beside those who come and go; so does the learned ranking see them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.other_people import names_predecessor
from pipeline.facts.moves.ranking.likeliest import RANKED
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.replaced_only import goes_on_to_leave
from pipeline.facts.moves.shared_posts import shares_a_post

_UNSURE = frozenset({"tenor", RANKED})
"""Frames of rows that no phrase of moving tells."""
_TITLE = 5
"""Words of a position between a phrase and the name that it speaks of."""
_BEATEN_BY = 8
"""Words between a name and what says that its bearer lost."""
_BESIDE = 1
"""Sentences between a vote and who was beaten in it."""


def without_bystanders(rows: Sequence[Draft], view: ArticleView) -> list[Draft]:
    """The rows without those that only the tenor tells of bystanders, and without bystanders as predecessors."""
    losers = {mark.name for reading in view.readings for mark in _losers(reading, view)}
    honoured = {mark.name for reading in view.readings for mark in _honoured(reading)}
    candidates = {reading.number for reading in view.readings if _only_names_candidates(reading)}
    staying = {name for reading in view.readings for name in _going_on(reading, view)}
    lasting = {reading.number for reading in view.readings if _says_what_lasts(reading)}
    passing = _in_passing(view, lasting)
    kept = []
    for row in rows:
        if row.frame in _UNSURE and (
            (row.event == "departed" and row.person in staying)
            or (row.event == "appointed" and _is_named_only_in(row.person, passing.get(row.person, set()), view))
            or row.person in losers
            or row.person in honoured
            or _is_told_only_in(row, candidates, view)
        ):
            continue
        if (
            row.event == "appointed"
            and row.person in losers
            and all(
                row.person in {mark.name for mark in _losers(view.readings[number], view)} for number in row.sentences
            )
        ):
            continue
        before = row.predecessor
        if (
            before is not None
            and not _is_succeeded(before, view)
            and (before in losers or before in honoured or _is_named_only_in(before, candidates | lasting, view))
        ):
            kept.append(row.with_(predecessor=None))
        else:
            kept.append(row)
    return kept


def _is_told_only_in(row: Draft, numbers: set[int], view: ArticleView) -> bool:
    """Whether the sentences of the row that name the person are among them; others may only name where and as what."""
    named = {at for at in row.sentences if any(mark.name == row.person for mark in view.readings[at].persons)}
    return (named or row.sentences) <= numbers


def without_shared_titles(rows: Sequence[Draft], view: ArticleView) -> list[Draft]:
    """The rows of who comes, without a title in the plural that several people leave together."""
    lexicon = view.readings[0].lexicon if view.readings else None
    if lexicon is None or lexicon.nouns_are_capital:
        return list(rows)  # in German the ending is that of a genitive: "Mitglied des Aufsichtsrats"
    heads = lexicon.head_words
    left = {row.role for row in rows if row.event == "departed" and row.role and _is_plural(row.role, heads)}
    gone = {row.person for row in rows if row.event == "departed" and row.role in left}
    return [
        row.with_(role=None, predecessor=None if row.predecessor in gone else row.predecessor)
        if row.event == "appointed" and row.role in left
        else row
        for row in rows
    ]


def _is_plural(role: str, heads: frozenset[str]) -> bool:
    """Whether the title's last word is the plural of the head of a position."""
    last = role.lower().split()[-1]
    return last.endswith("s") and last[:-1] in heads


def _losers(reading: Reading, view: ArticleView) -> Iterator[PersonMark]:
    """Who is said to have lost: behind "beat", "face à", before "perdió la votación"; not who held the post so far."""
    if not _is_of_a_vote(reading, view):
        return
    lost = reading.phrases("tenor:loses")
    for phrase in lost:
        before = [mark for mark in reading.persons if mark.last <= phrase.first <= mark.last + _BEATEN_BY]
        if before and not _held_the_post(reading, before[-1]):
            yield before[-1]
    if lost:
        return  # who stands behind has won: "X perdió la votación frente a Y"
    for phrase in reading.phrases("tenor:beaten"):
        mark = _right_behind(reading, phrase.end)
        if mark is not None and not _held_the_post(reading, mark):
            yield mark


def _is_of_a_vote(reading: Reading, view: ArticleView) -> bool:
    """Whether the sentence, or one beside it, tells of a vote or of who was chosen."""
    around = view.readings[max(0, reading.number - _BESIDE) : reading.number + _BESIDE + 1]
    return any(one.phrases("tenor:vote") or one.phrases("context:decided") for one in around)


def _honoured(reading: Reading) -> Iterator[PersonMark]:
    """Who is only thanked or praised, or to whom somebody reports."""
    for phrase in reading.phrases("tenor:honours"):
        mark = _right_behind(reading, phrase.end)
        if mark is not None and not _held_the_post(reading, mark) and not goes_on_to_leave(reading, mark):
            yield mark


def _right_behind(reading: Reading, at: int) -> PersonMark | None:
    """Who is named right behind, or behind a title that no comma parts from the name."""
    mark = next((one for one in reading.persons if one.first >= at), None)
    if mark is None or mark.first - at > _TITLE:
        return None
    parted = any(reading.key(one) in (",", ";", ":", "(", ")") for one in range(at, mark.first))
    titled = reading.title_before(mark.first) <= at or any(at <= role.first < mark.first for role in reading.roles)
    return mark if not parted and (titled or mark.first - at <= 1) else None


def _held_the_post(reading: Reading, mark: PersonMark) -> bool:
    """Whether a word right before or behind the name says that its bearer had the post: "the incumbent, X"."""
    begins = min(reading.title_before(mark.first), mark.first)
    low = max(0, begins - 2)
    kinds = ("tenor:incumbent", "tenor:leaver", "context:predecessor_noun", "context:old_role")
    beside = any(reading.has(kind, low, mark.first) or reading.has(kind, mark.last, mark.last + 3) for kind in kinds)
    return beside or names_predecessor(reading, mark)


def _going_on(reading: Reading, view: ArticleView) -> Iterator[str]:
    """Who is said not to go; in a sentence that names nobody, whom the one before named last."""
    for phrase in reading.phrases("tenor:goes_not"):
        if any(reading.key(at) in reading.lexicon.negations for at in (phrase.first - 1, phrase.first - 2)):
            continue
        before = [mark for mark in reading.persons if mark.first <= phrase.end]
        if not before and reading.number:
            before = view.readings[reading.number - 1].persons
        if before:
            yield before[-1].name


def _in_passing(view: ArticleView, lasting: set[int]) -> dict[str, set[int]]:
    """By person, the sentences that only imagine them away, or are `lasting`."""
    numbers: dict[str, set[int]] = {}
    for reading in view.readings:
        absent = {_right_behind(reading, phrase.end) for phrase in reading.phrases("tenor:absent")}
        for mark in reading.persons:
            if mark in absent or reading.number in lasting:
                numbers.setdefault(mark.name, set()).add(reading.number)
    return numbers


def _says_what_lasts(reading: Reading) -> bool:
    """Whether the sentence tells of no move but of what has been so for long, or of what people share."""
    return not reading.triggers and (bool(reading.phrases("tenor:for_long")) or _shares_no_post(reading))


def _shares_no_post(reading: Reading) -> bool:
    """Whether people share something else than a position: "condividono la passione per …"."""
    shares = [one for one in reading.found if one.kind == "context:shares"]
    return bool(shares) and not any(shares_a_post(one, reading) for one in shares)


def _only_names_candidates(reading: Reading) -> bool:
    """Whether the sentence says who stands for a vote, and not that anybody was chosen."""
    if not reading.phrases("tenor:candidates") or len(reading.persons) < len("ab"):
        return False
    return not reading.triggers and not reading.phrases("context:decided")


def _is_succeeded(person: str, view: ArticleView) -> bool:
    """Whether a phrase of succession stands right before the name: "succeeds X, whom she beat"."""
    return any(
        mark.name == person and reading.title_before(mark.first) - phrase.last in (0, 1)
        for reading in view.readings
        for phrase in reading.triggers
        if phrase.kind == "frame:succeed"
        for mark in reading.persons
    )


def _is_named_only_in(person: str, numbers: set[int], view: ArticleView) -> bool:
    """Whether nothing but these sentences names the person."""
    named = {reading.number for reading in view.readings if any(mark.name == person for mark in reading.persons)}
    return bool(numbers) and named <= numbers
