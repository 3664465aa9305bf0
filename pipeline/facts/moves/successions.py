"""Who comes in the place of whom: rows of an article that tell the two sides of one succession."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.completing import same_post
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.replaced_only import goes_on_to_leave
from pipeline.facts.moves.tellings import are_alike, are_nearly_one, by_person

_NEAR = 4
"""Sentences between the news of who goes and of who comes."""


def with_successions(rows: Sequence[Draft], view: ArticleView) -> list[Draft]:
    """The rows, with the predecessor of those whose post somebody else of the article gives up."""
    paired: dict[int, Draft] = {}
    vague = view.readings[0].lexicon.vague_roles if view.readings else frozenset()
    arrived = {row.person for row in rows if row.event == "appointed"}
    news = _news_of(rows)
    rows = [_with_named_holder(row, arrived, news, view) for row in rows]
    came = [at for at, row in enumerate(rows) if row.event == "appointed" and row.predecessor is None]
    arrivals = len(arrived)
    named = {row.predecessor for row in rows if row.predecessor}
    went = [at for at, row in enumerate(rows) if row.event == "departed" and row.person not in named]
    pairs = sorted(
        (not same_post(rows[a], rows[b]), not _says_so(rows[a], rows[b], view), _distance(rows[a], rows[b]), a, b)
        for a in came
        for b in went
    )
    taken: set[int] = set()
    for other_post, silent, distance, a, b in pairs:
        if b in taken or a in paired or (distance > _NEAR and other_post) or not _fit(rows[a], rows[b], vague):
            continue
        if silent and other_post and arrivals > 1:
            continue
        taken.add(b)
        row = rows[a]
        paired[a] = row.with_(predecessor=rows[b].person, sentences=row.sentences | rows[b].sentences)
    completed = [paired.get(at, row) for at, row in enumerate(rows)]
    return [*completed, *_gone_on(completed, view)]


def _gone_on(rows: Sequence[Draft], view: ArticleView) -> Iterator[Draft]:
    """The leaving of those who are replaced, and who arrive elsewhere or of whom the text goes on to tell."""
    left = {row.person for row in rows if row.event == "departed"}
    own, told = by_person(rows), _told_to_leave(view)
    for row in rows:
        person = row.predecessor
        if person is None or person in left or row.event != "appointed" or person not in told:
            continue
        arrivals = [other for other in own.get(person, ()) if other.event == "appointed"]
        same = [other for other in arrivals if other.role and row.role and are_alike(other.role, row.role)]
        if arrivals and len(same) == len(arrivals):
            continue
        left.add(person)
        sentences = row.sentences | (arrivals[0].sentences if arrivals else frozenset())
        yield row.with_(
            person=person,
            event="departed",
            predecessor=None,
            sentences=sentences,
            date=None,
            certainty=row.certainty / 2,
        )


def _news_of(rows: Sequence[Draft]) -> dict[int, set[str]]:
    """By sentence, who is told to arrive there."""
    news: dict[int, set[str]] = {}
    for row in rows:
        for number in row.sentences if row.event == "appointed" else ():
            news.setdefault(number, set()).add(row.person)
    return news


def _with_named_holder(row: Draft, arrived: set[str], news: Mapping[int, set[str]], view: ArticleView) -> Draft:
    """The row with whom a word of succession stands right before: "Her predecessor, X", "occupied by X"."""
    if row.event != "appointed" or row.predecessor is not None:
        return row
    last = max(row.sentences)
    behind = 0 if row.frame == "listed" else _BEHIND
    for reading in view.readings[min(row.sentences) : last + 1 + behind]:
        if reading.number > last and news.get(reading.number, set()) - {row.person}:
            break
        for kind in ("tenor:predecessor", "context:predecessor"):
            for phrase in reading.phrases(kind):
                for mark in reading.persons:
                    begins = reading.title_before(mark.first)
                    if _leads_what_is_named(reading, phrase.first) or _is_of_another_arrival(
                        reading, phrase.first, row, arrived
                    ):
                        continue
                    near = 0 <= begins - phrase.end <= 1 or 0 <= mark.first - phrase.end <= _SHORT
                    if near and mark.name != row.person and mark.name not in arrived and " " in mark.name:
                        return row.with_(predecessor=mark.name, sentences=row.sentences | {reading.number})
    return row


def _leads_what_is_named(reading: Reading, at: int) -> bool:
    """Whether the words say who leads a company or a body: "the group led by X"."""
    return reading.key(at - 1) in reading.lexicon.employer_nouns | reading.lexicon.collective_nouns


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


_BEHIND = 4
"""Sentences behind the news that may only say whose place it is."""
_SHORT = 3
"""Words between a word of succession and the name."""


def _distance(one: Draft, other: Draft) -> int:
    return min(abs(a - b) for a in one.sentences for b in other.sentences)


def _fit(came: Draft, went: Draft, vague: frozenset[str]) -> bool:
    """Whether nothing parts the two posts: another person, and no other organization or position."""
    if came.person == went.person:
        return False
    if (
        came.employer_stated
        and went.employer_stated
        and came.employer
        and went.employer
        and not are_alike(came.employer, went.employer)
    ):
        return False
    if not came.role or not went.role or (came.interim is not None and same_post(came, went)):
        return True
    return are_nearly_one(came.role, went.role) or {came.role.lower(), went.role.lower()} & vague != set()


def _says_so(came: Draft, went: Draft, view: ArticleView) -> bool:
    """Whether a word of succession stands in the sentences of the two moves, near who goes."""
    for number in went.sentences | came.sentences:
        reading = view.readings[number]
        if any(mark.name == went.person for mark in reading.persons) and (
            reading.phrases("tenor:predecessor")
            or reading.phrases("context:predecessor")
            or reading.phrases("context:predecessor_noun")
            or reading.phrases("tenor:leaver")
        ):
            return True
    behind = min(came.sentences) > max(went.sentences)
    opening = view.readings[max(min(came.sentences), 0)]
    return behind and (opening.has("context:in_place") or opening.has("context:successor_noun"))


def _told_to_leave(view: ArticleView) -> set[str]:
    """Of whom the text goes on to tell, right behind the name, that they leave: "replaces X, who retires"."""
    return {
        mark.name
        for reading in view.readings[1:]
        if not reading.phrases("context:obituary")
        for mark in reading.persons
        if goes_on_to_leave(reading, mark)
    }
