"""Who comes in the place of whom: rows of an article that tell the two sides of one succession."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.completing import same_post
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.named_holders import with_named_holders
from pipeline.facts.moves.replaced_only import goes_on_to_leave
from pipeline.facts.moves.tellings import are_alike, are_nearly_one, by_person

_NEAR = 4
"""Sentences between the news of who goes and of who comes."""
_FAR = 12
"""The same in an article on one who goes and one who comes."""


def with_successions(rows: Sequence[Draft], view: ArticleView) -> list[Draft]:
    """The rows with predecessors, and the leaving of those who are replaced and go elsewhere."""
    completed = with_predecessors(rows, view)
    return [*completed, *_gone_on(completed, view)]


def with_sole_predecessor(rows: Sequence[Draft], view: ArticleView) -> list[Draft]:
    """The rows of an article in which one person comes, with whom they follow; those of others as they are."""
    arrived = {row.person for row in rows if row.event == "appointed"}
    left = {row.person for row in rows if row.event == "departed"}
    return with_predecessors(rows, view, near=_FAR if len(left) == 1 else _NEAR) if len(arrived) == 1 else list(rows)


def with_predecessors(rows: Sequence[Draft], view: ArticleView, near: int = _NEAR) -> list[Draft]:
    """The rows, with the predecessor of those whose post somebody else of the article gives up."""
    paired: dict[int, Draft] = {}
    vague = view.readings[0].lexicon.vague_roles if view.readings else frozenset()
    arrived = {row.person for row in rows if row.event == "appointed"}
    rows = with_named_holders(rows, view)
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
        if b in taken or a in paired or (distance > near and other_post) or not _fit(rows[a], rows[b], vague):
            continue
        if silent and other_post and arrivals > 1:
            continue
        taken.add(b)
        row = rows[a]
        paired[a] = row.with_(predecessor=rows[b].person, sentences=row.sentences | rows[b].sentences)
    return [paired.get(at, row) for at, row in enumerate(rows)]


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
