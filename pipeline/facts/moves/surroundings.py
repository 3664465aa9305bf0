"""The organization of a move whose own window names none: the one its surroundings speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.common_nouns import meant_by_nouns
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.electing import electing
from pipeline.facts.moves.headings import heading_of
from pipeline.facts.moves.name_runs import is_a_place
from pipeline.facts.moves.origins import comes_from, is_one_of_many, stands_behind_a_name
from pipeline.facts.moves.reading import EmployerMark, Reading
from pipeline.facts.moves.sold_brands import is_only_sold


def with_employers(drafts: Sequence[Draft], view: ArticleView) -> list[Draft]:
    """Each draft with the nearest organization that may be meant, and the sentence that names it as support."""
    people = view.people.human | {one.person for one in drafts} | {one.predecessor for one in drafts}
    named = [draft if draft.employer is not None else _with_employer(draft, drafts, view, people) for draft in drafts]
    return [_where_the_other_side_is(draft, named) for draft in named]


def _where_the_other_side_is(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The draft with the organization of the other side of its succession, where that is named nearer by."""
    if draft.employer_stated or draft.employer is None:
        return draft
    number = max(draft.sentences)
    for other in drafts:
        if other.employer is None or not _are_one_succession(draft, other):
            continue
        told_in = max(other.sentences if other.employer_stated else other.support, default=0)
        own = max(draft.support, default=0)
        if own and told_in and abs(told_in - number) < abs(own - number):
            return draft.with_(employer=other.employer, support=frozenset({told_in}))
    return draft


def _with_employer(draft: Draft, drafts: Sequence[Draft], view: ArticleView, people: Set[str | None]) -> Draft:
    here = view.readings[max(draft.sentences)]
    headed = heading_of(view, here.sentence.paragraph)
    votes = electing(draft, view) if here.phrases("tenor:vote") else ()
    stated = {name for name, _ in (*headed, *meant_by_nouns(here, view.readings), *votes)}
    for name, number in _candidates(draft, drafts, view):
        if name not in people:
            # what heads the paragraph, or is called "the council" in it, is as good as stated
            return draft.with_(employer=name, support=draft.support | {number}, employer_stated=name in stated)
    return draft


def _candidates(draft: Draft, drafts: Sequence[Draft], view: ArticleView) -> Iterator[tuple[str, int]]:
    """Organizations with the number of the sentence that names them, the likeliest first."""
    number = max(draft.sentences)
    here = view.readings[number]
    before = [
        other
        for other in reversed(drafts)
        if other.employer_stated and max(other.sentences) <= number and not _is_where_who_leaves_goes(other, draft)
    ]
    yield from _bound_by_succession(draft, before)
    yield from electing(draft, view)
    yield from heading_of(view, here.sentence.paragraph)
    yield from meant_by_nouns(here, view.readings)
    for other in before:  # somebody has just left it, and here is who comes
        if _follows_at_once(draft, other):
            yield other.employer or "", max(other.sentences)
    if not here.sentence.is_row:
        yield from ((name, number) for name in _here(here, leaves=draft.event == "departed"))
    if view.main is not None and view.main.sure:
        yield view.main.name, view.main.sentence
    told_before = any(max(other.sentences) == number - 1 for other in before)
    headline = _named(view.readings[0]) if view.readings[0].sentence.field == "headline" else []
    if len({mark.name for mark in headline}) == 1 and not _is_origin(view.readings[0], headline[0]):
        yield headline[0].name, 0
    if number and view.readings[number - 1].number:
        yield from ((mark.name, number - 1) for mark in _subjects(view.readings[number - 1]) if not told_before)
    for other in before:
        told_in = view.readings[max(other.sentences)]
        if told_in.number < number and told_in.sentence.paragraph == here.sentence.paragraph:
            yield other.employer or "", told_in.number
    stated = {
        other.employer: max(other.sentences)
        for other in reversed(drafts)
        if other.employer_stated and not _is_where_who_leaves_goes(other, draft)
    }
    if len(stated) == 1:
        yield from ((name or "", told_in) for name, told_in in stated.items())
    if view.main is not None:
        yield view.main.name, view.main.sentence
    yield from _anywhere(view, number)


def _is_where_who_leaves_goes(other: Draft, draft: Draft) -> bool:
    """Whether it tells where the predecessor goes, or where the one goes who leaves in the same sentence."""
    if other.event != "appointed":
        return False
    leaves = draft.event == "departed" and other.person == draft.person and bool(other.sentences & draft.sentences)
    return leaves or other.person == draft.predecessor


def _bound_by_succession(draft: Draft, before: Sequence[Draft]) -> Iterator[tuple[str, int]]:
    """Where the other side of the succession is, and where the person has another post that was told just before."""
    number = max(draft.sentences)
    for other in before:
        far = _FAR if draft.predecessor == other.person else 1  # also who only stands in for them
        if max(other.sentences) >= number - far and _are_one_succession(draft, other):
            yield other.employer or "", max(other.sentences)
    for other in before:  # another post of the person in the same breath: "… and will also be its chairman"
        if other.person == draft.person and other.event == draft.event and number - max(other.sentences) in (0, 1):
            yield other.employer or "", max(other.sentences)


def _follows_at_once(draft: Draft, other: Draft) -> bool:
    """Whether the one comes in the sentence behind that in which the other leaves."""
    comes = draft.event == "appointed" and other.event == "departed" and draft.person != other.person
    return comes and max(draft.sentences) - max(other.sentences) == 1 and not draft.predecessor


def _anywhere(view: ArticleView, number: int) -> Iterator[tuple[str, int]]:
    """Organizations of all sentences, the nearest first."""
    nearest_first = [*reversed(view.readings[max(0, number - 2) : number + 1]), *view.readings]
    for marks_of in (_subjects, _known, _any):
        for reading in nearest_first:
            yield from ((mark.name, reading.number) for mark in marks_of(reading))
    for reading in view.readings:
        marks = [] if reading.sentence.is_row else _named(reading)
        yield from ((mark.name, reading.number) for mark in marks)


def _here(reading: Reading, *, leaves: bool) -> Iterator[str]:
    """Organizations of the sentence itself: its subject, or where it says "chez", "bei", "at" beside no position."""
    stated = [mark for mark in _named(reading) if not (_is_origin(reading, mark) or _is_aside(reading, mark))]
    if not leaves:
        stated = [mark for mark in stated if not stands_behind_a_name(reading, mark)]
    goes = [phrase.first for phrase in reading.phrases("context:destination")]
    if leaves and goes:
        stated = [mark for mark in stated if mark.first < goes[0]]
    yield from (mark.name for mark in stated if not mark.preposed)
    for mark in stated:
        beside_a_role = any(role.last < mark.first <= role.last + 3 for role in reading.roles)
        if reading.ends_with("employer:strong", mark.first) is not None and not beside_a_role:
            yield mark.name
    if len(stated) == 1 and len(reading.persons) <= _PAIR and _is_of_a_post(reading, stated[0]):
        yield stated[0].name  # "takes over from his father as chairman of X"


def _is_of_a_post(reading: Reading, mark: EmployerMark) -> bool:
    """Whether a position stands right before, with a preposition of belonging, and is not a former one."""
    of = reading.ends_with("employer:of", mark.first)
    beside = next((role for role in reading.roles if of is not None and role.last == of), None)
    return beside is not None and reading.ends_with("context:old_role", beside.first) is None


_FAR = 5
"""Sentences between who leaves a post and who takes it."""
_PAIR = 2
"""People of a sentence that tells one succession."""


def _is_origin(reading: Reading, mark: EmployerMark) -> bool:
    """Whether somebody comes from there: "after nine years at X", "ex-X", a sentence on what was before."""
    if comes_from(reading, mark):
        return True
    if reading.tokens[mark.first].key.startswith(reading.lexicon.old_prefixes):
        return True
    if not reading.lexicon.nouns_are_capital and reading.ends_with("context:old_role", mark.first) is not None:
        return True  # "a former X executive", "l'ancien X"
    at = mark.first - (reading.key(mark.first - 1) in reading.lexicon.articles)
    if reading.ends_with("context:announce", at) is not None:
        return True  # who reports it: "révèlent Les X"
    return mark.preposed and (reading.has("context:past") or reading.has("context:before_now"))


def _is_aside(reading: Reading, mark: EmployerMark) -> bool:
    """Whether the organization stands behind somebody's name and a comma, before anything moves: "X, head of Y, …"."""
    for person in reading.persons:
        if person.last < mark.first and reading.key(person.last) in (",", "("):
            between = range(person.last, mark.first)
            if not any(trigger.first in between for trigger in reading.triggers):
                return True
    return False


def _any(reading: Reading) -> list[EmployerMark]:
    return [mark for mark in _named(reading) if not _is_origin(reading, mark) and not reading.sentence.is_row]


def _named(reading: Reading) -> list[EmployerMark]:
    """Organizations without cars called by their maker, and those that are rather places or only open a sentence."""
    return [
        mark
        for mark in reading.employers
        if not (is_one_of_many(reading, mark) or is_only_sold(reading, mark))
        and (
            mark.known
            or not (
                is_a_place(reading, mark.first, mark.last)
                or (mark.first == 0 and (reading.starting(0) or _is_a_label(reading, mark)))
            )
        )
    ]


def _is_a_label(reading: Reading, mark: EmployerMark) -> bool:
    """Whether one word and a colon only label a sentence of the text: "Second: …", "Trost: …"."""
    labels = mark.last - mark.first == 1 and reading.key(mark.last) == ":"
    return labels and reading.sentence.field != "headline"


def _known(reading: Reading) -> list[EmployerMark]:
    return [mark for mark in _any(reading) if mark.known]


def _subjects(reading: Reading) -> list[EmployerMark]:
    """Organizations that stand as the subject, or that the table knows."""
    marks = _any(reading)
    return [mark for mark in marks if not mark.preposed] + [mark for mark in marks if mark.known]


def _are_one_succession(one: Draft, other: Draft) -> bool:
    """Whether both tell of one post; who is appointed in the place of the other goes elsewhere."""
    if one.predecessor == other.person:
        return other.event == "departed"
    return other.predecessor == one.person and one.event == "departed"
