"""Positions that label a name: "Directrice générale : Ana Ruiz.", "Finance: Ben Hale, from Easter"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.article import MoveEvent
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.background import base_certainty
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.old_days import is_old
from pipeline.facts.moves.reading import DateMark, Reading

_LONGEST = 6
"""Words of a label."""
_LONGEST_LINE = 30
_NEAR = 3
"""Words between a name and the day since which the person has the post."""
_LEAVES = frozenset(["frame:leave", "frame:dismiss", "frame:departure_of"])
"""Phrases of moving that a label may be: "Leaves the board: Ana Ruiz"."""
_BULLETS = frozenset("-–—•*·►▪■●")
_ENDS = frozenset([",", ";", ".", "(", "–", "—"])


def labelled(reading: Reading, view: ArticleView, *, in_a_list: bool) -> Iterator[Draft]:
    """The move of a sentence that is a position, a colon and a name, and little else.

    Behind another such line (`in_a_list`) the label may be any field of work. Who has had the post for long does not
    move: "Treasurer: Ana Ruiz, since 2009".
    """
    if not reading.persons or len(reading.tokens) > _LONGEST_LINE or reading.sentence.is_row:
        return
    person = reading.persons[0]
    if has_long_had_it(reading, person, view):
        return
    field = _field_behind(reading)
    if field is not None and in_a_list:
        yield _labelled_as(reading, person.name, "appointed", field)
        return
    replaced = [mark for mark in reading.persons if mark.name != person.name and _is_replaced(reading, mark)]
    others = {mark.name for mark in reading.persons if mark.known} - {mark.name for mark in replaced}
    if len(others) > 1 or not (person.known or in_a_list):
        return
    first = person.first
    while first and reading.ends_with("pronoun:titles", first) is not None:
        first -= 1
    if not 1 < first <= _LONGEST + 1 or reading.key(first - 1) != ":":
        return
    label = range(first - 1)
    role = next((mark for mark in reading.roles if mark.last <= first - 1), None)
    if (
        (role is None and not in_a_list)
        or reading.has("tenor:no_post", 0, first)
        or reading.has("context:announce", 0, first)
    ):
        return
    begin = 0 if reading.key(0).isalnum() else 1
    said = next((one.kind for one in reading.triggers if one.last < first), None)
    leaves = reading.has("tenor:leaver", 0, first) or reading.has("context:old_role", 0, first) or said in _LEAVES
    event: MoveEvent = "departed" if leaves else "appointed"
    if reading.tokens[label[-1]].text.isalnum():
        written = reading.text(begin if role is None or role.first <= begin + 1 else role.first, first - 1)
        post = None if role is None else reading.text(role.first, role.last)
        draft = _labelled_as(reading, person.name, event, written if said is None else post)
        came = next((mark for mark in reading.dates if 0 <= mark.first - person.last <= _NEAR and mark.since), None)
        draft = draft if came is None or leaves else draft.with_(date=came.value)
        yield draft.with_(predecessor=replaced[0].name) if replaced and not leaves else draft


def has_long_had_it(reading: Reading, person: PersonMark, view: ArticleView) -> bool:
    """Whether the line says since when somebody has had the post, and that is long ago: "Treasurer: X, since 2009"."""
    label = person.first > 1 and reading.key(person.first - 1) == ":"
    return label and any(
        _lasts(reading, mark, view) for mark in reading.dates if 0 <= mark.first - person.last <= _NEAR
    )


def _lasts(reading: Reading, mark: DateMark, view: ArticleView) -> bool:
    """Whether something has lasted since a day well before the article, or since a year gone by."""
    since = mark.since or reading.ends_with("tenor:since", mark.first) is not None
    gone = mark.value is not None and len(mark.value) == len("2009") and int(mark.value) < (view.now or 0)
    return since and (gone or is_old(mark.value, view))


def _is_replaced(reading: Reading, mark: PersonMark) -> bool:
    """Whether the name is that of who had the post: "in place of X"."""
    begins = reading.title_before(mark.first)
    kinds = ("tenor:predecessor", "context:in_place", "context:predecessor")
    return any(reading.ends_with(kind, at) is not None for kind in kinds for at in (begins, mark.first))


def has_a_label(reading: Reading) -> bool:
    """Whether the line is a name behind a short label and a colon: "Treasurer: Ana Ruiz, Leeds"."""
    person = next(iter(reading.persons), None)
    return person is not None and 1 < person.first <= _LONGEST + 1 and reading.key(person.first - 1) == ":"


def is_bullet(reading: Reading) -> bool:
    """Whether the line is one of a list: a bullet opens it."""
    return reading.key(0) in _BULLETS


def _field_behind(reading: Reading) -> str | None:
    """The field of work behind a name and a colon in a line of a list: "– Ana Ruiz : finance;"."""
    person = reading.persons[0]
    if not is_bullet(reading) or person.first > 2 or reading.key(person.last) != ":":
        return None
    first = last = person.last + 1
    while last < len(reading.tokens) and reading.key(last) not in _ENDS and last - first < _LONGEST:
        last += 1
    whole = last > first and (last == len(reading.tokens) or reading.key(last) in _ENDS)
    return reading.text(first, last) if whole and reading.tokens[first].text.isalpha() else None


def _labelled_as(reading: Reading, person: str, event: MoveEvent, role: str | None) -> Draft:
    return Draft(
        person=person,
        event=event,
        frame="tenor",
        sentences=frozenset({reading.number}),
        role=role,
        certainty=base_certainty("tenor"),
    )
