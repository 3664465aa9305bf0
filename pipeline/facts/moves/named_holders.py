"""Who had the post before, as a sentence on it names them: "her predecessor, X", "the chair had belonged to X"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.other_people import titled_elsewhere
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.tokens import Found

_BEHIND = 4
"""Sentences behind the news that may only say whose place it is."""
_SHORT = 3
"""Words between a word of succession and the name."""
_STEM = 6
"""Letters that a man's and a woman's title share: "directeur", "directrice"."""


def with_named_holders(rows: Sequence[Draft], view: ArticleView) -> list[Draft]:
    """The rows of who comes, with whom the sentences around name as holder of the post so far."""
    arrivals = _Arrivals(
        {row.person: row for row in rows if row.event == "appointed"},
        {row.person for row in rows if row.event == "appointed" and row.frame != "tenor"},
        _news_of(rows),
        Counter(row.person for row in rows if row.event == "appointed"),
    )
    return [_with_holder(row, arrivals, view) for row in rows]


@dataclass(frozen=True, slots=True)
class _Arrivals:
    """Who is told to come."""

    rows: Mapping[str, Draft]
    told: set[str]
    """Those of whom a phrase of moving tells it."""
    news: Mapping[int, set[str]]
    """By sentence, who is told to arrive there."""
    posts: Counter[str]
    """How many posts each takes up."""

    def includes(self, name: str, number: int) -> bool:
        """Whether somebody arrives by more than the tenor of the very sentence that names the holder."""
        row = self.rows.get(name)
        return row is not None and (name in self.told or row.sentences != {number})


def _news_of(rows: Sequence[Draft]) -> dict[int, set[str]]:
    news: dict[int, set[str]] = {}
    for row in rows:
        for number in row.sentences if row.event == "appointed" else ():
            news.setdefault(number, set()).add(row.person)
    return news


def _with_holder(row: Draft, arrivals: _Arrivals, view: ArticleView) -> Draft:
    if row.event != "appointed" or row.predecessor is not None:
        return row
    last = max(row.sentences)
    behind = 0 if row.frame == "listed" else _BEHIND
    for reading in view.readings[min(row.sentences) : last + 1 + behind]:
        others = {name for name in arrivals.news.get(reading.number, ()) if arrivals.includes(name, reading.number)}
        if reading.number > last and others - {row.person}:
            break
        for mark in reading.persons:
            succeeded = reading.has("frame:succeed", 0, _SHORT) and mark is reading.persons[0]  # "She succeeds X, who"
            succeeded = succeeded and arrivals.posts[row.person] == 1
            comes = arrivals.includes(mark.name, reading.number) and not succeeded
            comes = comes and not _is_succeeded_by_who_comes(reading, mark)
            if mark.name == row.person or comes or " " not in mark.name:
                continue
            if _is_named_holder(reading, mark, row, arrivals) or _is_former_holder(reading, mark, row):
                return row.with_(predecessor=mark.name, sentences=row.sentences | {reading.number})
    return _of_the_only_arrival(row, arrivals, view)


def _of_the_only_arrival(row: Draft, arrivals: _Arrivals, view: ArticleView) -> Draft:
    """The row with who is called the predecessor far behind it, where nobody else has come before that sentence."""
    for reading in view.readings[max(row.sentences) + 1 :]:
        for phrase in reading.phrases("context:predecessor_noun"):
            own = reading.ends_with("pronoun:possessive", phrase.first) == 0
            mark = next((one for one in reading.persons if 0 <= one.first - phrase.last <= 1), None)
            if not own or mark is None or " " not in mark.name or mark.name in arrivals.rows:
                continue
            came = {name for at, names in arrivals.news.items() if at < reading.number for name in names}
            if came == {row.person}:
                return row.with_(predecessor=mark.name, sentences=row.sentences | {reading.number})
    return row


def _is_named_holder(reading: Reading, mark: PersonMark, row: Draft, arrivals: _Arrivals) -> bool:
    """Whether a word of succession stands right before: "Her predecessor, X", "occupied by X"."""
    begins = reading.title_before(mark.first)
    for kind in ("tenor:predecessor", "context:predecessor", "tenor:held_by"):
        for phrase in reading.phrases(kind):
            near = 0 <= begins - phrase.end <= 1 or 0 <= mark.first - phrase.end <= _SHORT
            if (
                not near
                or reading.key(phrase.first - 1) in reading.words.will_be
                or _leads_what_is_named(reading, phrase.first)
            ):
                continue
            if reading.number not in row.sentences and _is_of_another_post(reading, phrase, row):
                continue
            if _is_of_a_name(reading, phrase.first, row):
                continue
            if not _is_of_another_arrival(reading, phrase.first, row, arrivals.told):
                return True
    around = any(
        phrase.last <= mark.first and mark.last <= phrase.tail <= mark.last + 1
        for phrase in reading.phrases("tenor:held_around")
    )
    return around or _is_succeeded_by_who_comes(reading, mark)


def _is_succeeded_by_who_comes(reading: Reading, mark: PersonMark) -> bool:
    """Whether a clause behind the name says whose place it is: "X, who held the post", "X, whom she succeeds"."""
    return any(phrase.first - mark.last in (0, 1) for phrase in reading.phrases("tenor:held_it"))


def _is_former_holder(reading: Reading, mark: PersonMark, row: Draft) -> bool:
    """Whether the name's title is that of the row, with a word for what is over: "the outgoing chair, X"."""
    head = _head_of(row.role)
    if head is None or any(one.name == row.person for one in reading.persons):
        return False
    if titled_elsewhere(reading, mark, row.employer):
        return False
    if any(len(date.value or "") == len("1991") for date in reading.dates):
        return False  # "former managing director X founded the branch in 1991"
    begins = reading.title_before(mark.first)
    for role in reading.roles:
        if not begins <= role.first < mark.first or _head_of(reading.text(role.head, role.head_last)) != head:
            continue
        at = reading.ends_with("context:old_role", role.first)
        old = at is not None and reading.key(at) not in reading.words.still
        leaves = any(role.first - 1 <= phrase.first <= role.last for phrase in reading.phrases("tenor:leaver"))
        if (old or leaves) and role.last - role.head <= _SHORT:
            return True
    return False


def _head_of(role: str | None) -> str | None:
    return role.lower().replace("-", " ").split()[0][:_STEM] if role else None


def _leads_what_is_named(reading: Reading, at: int) -> bool:
    """Whether the words say who leads a company or a body now: "the group led by X", "the team is led by X"."""
    if reading.key(at - 1) in reading.words.leads_now:
        return True
    at = at - 1 if reading.key(at - 1) == "," else at  # "Le réseau, dirigé par X"
    nouns = reading.lexicon.employer_nouns | reading.lexicon.collective_nouns | reading.words.led_things
    return reading.key(at - 1) in nouns


def _is_of_a_name(reading: Reading, at: int, row: Draft) -> bool:
    """Whether the words say who leads a company named before who comes: "Le garage Lebon, dirigé par X, recrute Y"."""
    comma = reading.key(at - 1) == ","
    company = any(mark.last == at - comma for mark in reading.employers)
    # a German noun has a capital, too
    named = comma and at > 1 and reading.tokens[at - 2].capital and not reading.lexicon.nouns_are_capital
    if reading.key(at) in reading.words.succeeds or not (company or named):
        return False
    own = [mark for mark in reading.persons if mark.name == row.person]
    return all(mark.first > at for mark in own) if own else reading.number not in row.sentences


def _is_of_another_post(reading: Reading, phrase: Found, row: Draft) -> bool:
    """Whether a sentence behind the move names another post or another successor before the word of succession."""
    head = _head_of(row.role)
    near = range(max(0, phrase.first - _NEAR), phrase.first)
    if any(role.first in near and _head_of(reading.text(role.head, role.head_last)) != head for role in reading.roles):
        return True
    if any(reading.key(at) in reading.lexicon.bodies for at in near):
        return head is None or head not in {reading.key(at)[:_STEM] for at in near}
    if reading.key(phrase.first) not in reading.words.succeeds or phrase.first == 0:
        return False
    named = any(mark.name == row.person and mark.last <= phrase.first for mark in reading.persons)
    subject = reading.has("pronoun:subject", 0, phrase.first)
    described = any(reading.key(at) in reading.lexicon.new_words or reading.key(at)[0].isdigit() for at in near)
    return not (named or subject or described)


_NEAR = 6
"""Words before a word of succession that may name the post."""


def _is_of_another_arrival(reading: Reading, at: int, row: Draft, arrived: set[str]) -> bool:
    """Whether somebody else who comes stands nearer before the word of succession, or a strong sign between."""
    own = [mark for mark in reading.persons if mark.name == row.person]
    before = [mark for mark in reading.persons if mark.last <= at and not reading.preposition_before(mark.first)]
    if before and before[-1].name in arrived and before[-1].name != row.person:
        return True
    return bool(own) and all(
        any(reading.key(place) in ("*", "|", "•") for place in range(min(mark.first, at), max(mark.first, at)))
        for mark in own
    )
