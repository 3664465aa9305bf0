"""What the two sides of a succession have in common: the house in which it takes place, and the position."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.completing import without_interim
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.tellings import are_alike


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
            elif row.employer == main:
                moved[other_at] = other.with_(employer=main, employer_stated=False)
    return moved


def in_one_post(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Draft:
    """Who leaves has the position of who comes after them, where the text says only "the boss".

    Also where it names none, but for an article on these two alone, which would have said what is left.
    """
    vague = view.readings[0].lexicon.vague_roles if view.readings else frozenset()
    silent = row.role is None and len(rows) > len("ab")
    if row.event != "departed" or not (silent or (row.role is not None and row.role.lower() in vague)):
        return row
    for other in rows:
        role = without_interim(other)
        if _is_left_to(other, row) and role is not None and role.lower() not in vague:
            return row.with_(role=role, sentences=row.sentences | other.sentences)
    return row


def _is_left_to(came: Draft, went: Draft) -> bool:
    return came.event == "appointed" and went.event == "departed" and came.predecessor == went.person
