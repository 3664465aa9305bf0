"""What the two sides of a succession have in common: the house in which it takes place, and the position."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.completing import without_interim
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.roles import RoleMark
from pipeline.facts.moves.tellings import are_alike, without_doubles


def in_one_house(rows: Sequence[Draft], view: ArticleView) -> list[Draft]:
    """The rows, both sides of a succession in the organization the article is about, where one of them is there.

    The other is then where somebody comes from or goes to: "X, whom Mobilize has hired, is replaced at Dacia by Y".
    Who comes has to have an organization that the text states; what surroundings gave may be anything.
    """
    moved = list(rows)
    main = view.main.name if view.main is not None else None
    if main is None:
        return moved
    for at, row in enumerate(moved):
        if row.event != "appointed" or row.predecessor is None or not row.employer_stated:
            continue
        for other_at, other in enumerate(moved):
            if not _is_left_to(row, other) or are_alike(row.employer or "", other.employer or ""):
                continue
            if other.employer == main and not other.employer_stated:
                moved[at] = row.with_(employer=main)
            elif row.employer == main and not (other.employer_stated and other.role not in (None, row.role)):
                moved[other_at] = other.with_(employer=main, employer_stated=False)
    # Who was told to come twice, to two houses, now comes to one.
    return without_doubles(moved) if moved != list(rows) else moved


def after_who_moves_on(rows: Sequence[Draft]) -> list[Draft]:
    """The rows of the only one who comes, after the only one who goes, where that one goes to another post.

    "X takes over as head of sales. Y, so far in charge, becomes head of fleet": the article tells of nobody else.
    """
    left = {row.person for row in rows if row.event == "departed"}
    come = {row.person for row in rows if row.event == "appointed"}
    if len(left) != 1 or not left <= come or len(come) != len(left) + 1:
        return list(rows)
    (gone,) = left
    if any(row.predecessor for row in rows):
        return list(rows)
    left_at = {row.employer for row in rows if row.event == "departed"}
    return [
        row.with_(predecessor=gone)
        if row.event == "appointed" and row.person != gone and row.employer and left_at == {row.employer}
        else row
        for row in rows
    ]


def in_one_post(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Draft:
    """Who leaves has the position of who comes after them, where the text says only "the boss".

    Also where it names none, unless a phrase of leaving tells it: that would have said what is left.
    """
    vague = view.readings[0].lexicon.vague_roles if view.readings else frozenset()
    silent = row.role is None and row.frame != "leave"
    if row.event != "departed" or not (silent or (row.role is not None and row.role.lower() in vague)):
        return row
    for other in rows:
        role = without_interim(other)
        if _is_left_to(other, row) and role is not None and role.lower() not in vague:
            return row.with_(role=role, sentences=row.sentences | other.sentences)
    return row


def with_own_title(row: Draft, view: ArticleView) -> Draft:
    """Who leaves has the title that stands beside the name, whatever the post is called where somebody takes it.

    "A takes over the direction of the press. The press officer so far, B, goes to Brussels".
    """
    if row.event != "departed" or row.role is None:
        return row
    for reading in view.readings:
        if reading.sentence.field == "headline" or reading.number > max(row.sentences):
            continue
        for mark in reading.persons:
            title = _title_beside(reading, mark) if mark.name == row.person else None
            if title is None:
                continue
            text = reading.text(title.head, title.last)
            if text.lower()[:_STEM] == row.role.lower()[:_STEM]:
                return row
            return row.with_(role=text, sentences=row.sentences | {reading.number})
    return row


_STEM = 6
"""Letters of a title that those of a man and a woman, and the office, share: "direction", "directrice"."""


def _title_beside(reading: Reading, mark: PersonMark) -> RoleMark | None:
    """The position right before the name, or behind it and a comma, that is no body and not taken up."""
    lexicon = reading.lexicon
    for role in reading.roles:
        behind = reading.key(mark.last) == "," and role.first - mark.last == 1
        if not (role.last == mark.first or behind) or reading.key(role.head) in lexicon.bodies:
            continue
        if not any(reading.key(at) in lexicon.new_words for at in range(role.first, role.head + 1)):
            return role
    return None


def _is_left_to(came: Draft, went: Draft) -> bool:
    return came.event == "appointed" and went.event == "departed" and came.predecessor == went.person
