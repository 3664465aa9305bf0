"""What rows lend each other: the post of who goes and who comes, the predecessor, the title behind the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.tellings import is_body


def with_shared_role(row: Draft, rows: Sequence[Draft]) -> Draft:
    """The post is the same for who leaves it and who takes it, where one sentence or two adjacent ones tell both."""
    if row.role is not None:
        return row
    if row.interim is not None:
        return _inherited(row, rows).with_(role=_inherited(row, rows).role or row.interim or None)
    return _inherited(row, rows)


def _inherited(row: Draft, rows: Sequence[Draft]) -> Draft:
    for other in rows:
        near = min(abs(a - b) for a in row.sentences for b in other.sentences) <= 2
        if not near or other.role is None or other.role == other.interim:
            continue  # who leaves did not have the post "ad interim"
        if row.event == "departed" and other.predecessor == row.person:
            return row.with_(role=other.role)
        if row.event == "appointed" and row.predecessor == other.person and other.event == "departed":
            return row.with_(role=other.role)
    return row


def with_predecessor(row: Draft, rows: Sequence[Draft]) -> Draft:
    """Who alone leaves the same post of the same organization a few sentences away is the predecessor."""
    if row.event != "appointed" or row.predecessor or not row.role:
        return row
    left = [
        other
        for other in rows
        if other.event == "departed"
        and other.person != row.person
        and _post(other.role) == _post(row.role)
        and other.employer == row.employer is not None
        and min(abs(one - two) for one in row.sentences for two in other.sentences) <= _NEAR
    ]
    rivals = [other for other in rows if other.event == "appointed" and _post(other.role) == _post(row.role)]
    taken = any(other.predecessor == left[0].person for other in rows) if left else True
    if len(left) != 1 or len(rivals) != 1 or taken:
        return row
    return row.with_(predecessor=left[0].person, sentences=row.sentences | left[0].sentences)


def same_post(one: Draft, other: Draft) -> bool:
    """Whether two rows name one position, be it of a man or of a woman."""
    return one.role is not None and other.role is not None and _stems(one.role) == _stems(other.role)


def _stems(role: str) -> list[str]:
    return [word[:_STEM] for word in _post(role).replace("-", " ").split()]


_STEM = 6
"""Letters of a word that a man's and a woman's title share: "consejera", "consejero"."""


def _post(role: str | None) -> str:
    """A position without what it goes on with: "chairman" of "chairman of the board"."""
    return re.split(r" (?:of|de|du|des|der|di|del)\b", (role or "").lower())[0]


_NEAR = 3
"""Sentences between the news of who goes and of who comes."""


def with_the_title(row: Draft, view: ArticleView) -> Draft:
    """Who leaves, leaves the position that stands behind the name and a comma in another sentence of the top."""
    if row.event != "departed" or row.role is not None:
        return row
    for reading in view.readings[: max(row.sentences) + 2]:
        for mark in reading.persons:
            if mark.name != row.person or reading.key(mark.last) != ",":
                continue
            for role in reading.roles:
                begin = role.first - (reading.ends_with("pronoun:article", role.first) is not None)
                old = reading.ends_with("context:old_role", role.first) is not None
                new = any(reading.key(at) in reading.lexicon.new_words for at in range(role.first, role.head))
                if begin == mark.last + 1 and not (
                    old or new or is_body(reading.key(role.head), reading.lexicon.bodies)
                ):
                    text = reading.text(role.first, role.last)
                    return row.with_(role=text, sentences=row.sentences | {reading.number})
    return row
