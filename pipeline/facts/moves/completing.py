"""What rows lend each other: the post of who goes and who comes, the predecessor, the title behind the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.tellings import is_body


def with_shared_role(row: Draft, rows: Sequence[Draft]) -> Draft:
    """The post is the same for who leaves it and who takes it, where one sentence or two adjacent ones tell both."""
    if row.role is not None or row.field is not None:
        return row
    inherited = _inherited(row, rows)
    if _only_stands_in(row):
        return inherited.with_(role=inherited.role or row.interim)
    return inherited


def _only_stands_in(row: Draft) -> bool:
    """Whether what the person takes is called by the noun alone: "assure l'intérim"."""
    return row.interim is not None and re.search("nt[eé]rim", row.interim) is not None


def _inherited(row: Draft, rows: Sequence[Draft]) -> Draft:
    for other in rows:
        taken = (row.predecessor == other.person and not _only_stands_in(row)) or (
            row.event == "departed" and other.predecessor == row.person
        )
        distance = min(abs(a - b) for a in row.sentences for b in other.sentences)
        if distance > (_TAKEN if taken else _BESIDE) or other.role is None or other.role == other.interim:
            continue  # who leaves did not have the post "ad interim"
        if row.event == "departed" and other.predecessor == row.person:
            return row.with_(role=without_interim(other))
        if row.event == "appointed" and row.predecessor == other.person and other.event == "departed":
            return row.with_(role=other.role)
    return row


def without_new_post(row: Draft, own: Sequence[Draft]) -> Draft:
    """Who leaves does not leave the position that the same sentence says they take up; `own` are the person's rows."""
    if row.event != "departed" or row.role is None:
        return row
    taken = [one for one in own if one.event == "appointed" and one.role == row.role and one.sentences & row.sentences]
    if not taken:
        return row
    stays = row.employer is not None and all(one.employer != row.employer for one in taken)
    return row.with_(role=None, employer=row.employer if stays else None, employer_stated=stays and row.employer_stated)


def with_left_role(row: Draft, rows: Sequence[Draft]) -> Draft:
    """Who comes takes the position that the predecessor leaves, wherever the article tells of both."""
    if row.event != "appointed" or row.role is not None or row.field is not None or _only_stands_in(row):
        return row
    for other in rows:
        if row.predecessor == other.person and other.event == "departed" and other.role not in (None, other.interim):
            return row.with_(role=other.role, sentences=row.sentences | other.sentences)
    return row


_BESIDE = 2
_TAKEN = 4
"""Sentences between two rows of one post; more where one is named as the predecessor of the other."""


def without_interim(row: Draft) -> str | None:
    """The position without the words that say it is held for a time only: whoever had it before had it for good."""
    words = row.interim or ""
    return " ".join((row.role or "").replace(words, " ").split()) or row.role if words else row.role


def with_predecessor(row: Draft, rows: Sequence[Draft]) -> Draft:
    """Who alone leaves the same post of the same organization a few sentences away is the predecessor."""
    if row.event != "appointed" or row.predecessor or not row.role:
        return row
    left = [
        other
        for other in rows
        if other.event == "departed"
        and other.person != row.person
        and _are_one_post(row, other)
        and other.employer == row.employer is not None
        and min(abs(one - two) for one in row.sentences for two in other.sentences) <= _NEAR
    ]
    rivals = [other for other in rows if other.event == "appointed" and _are_one_post(row, other)]
    taken = any(other.predecessor == left[0].person for other in rows) if left else True
    if len(left) != 1 or len(rivals) != 1 or taken:
        return row
    return row.with_(predecessor=left[0].person, sentences=row.sentences | left[0].sentences)


def _are_one_post(one: Draft, other: Draft) -> bool:
    """Whether the positions are written alike, but for the words that say it is for a time only."""
    return _post(without_interim(one)) == _post(without_interim(other))


def same_post(one: Draft, other: Draft) -> bool:
    """Whether two rows name one position, be it of a man or of a woman."""
    own, others = without_interim(one), without_interim(other)
    return own is not None and others is not None and _stems(own) == _stems(others)


def _stems(role: str) -> list[str]:
    return [word[:_STEM] for word in _post(role).replace("-", " ").split()]


_STEM = 6
"""Letters of a word that a man's and a woman's title share: "consejera", "consejero"."""


def _post(role: str | None) -> str:
    """A position without what it goes on with: "chairman" of "chairman of the board"."""
    return re.split(r" (?:of|de|du|des|der|di|del)\b", (role or "").lower())[0]


_NEAR = 3
"""Sentences between the news of who goes and of who comes."""


def with_own_form(row: Draft, view: ArticleView) -> Draft:
    """Who leaves has the position in the form that stands before the name, not in that of who takes it over.

    "Eva Kern was elected Präsidentin. Der bisherige Präsident Jan Oster …".
    """
    if row.event != "departed" or row.role is None:
        return row
    for reading in view.readings:
        for mark in reading.persons:
            title = next((role for role in reading.roles if role.last == mark.first), None)
            if mark.name != row.person or title is None:
                continue
            first = title.head if reading.key(title.first) in reading.lexicon.new_words else title.first
            text = reading.text(first, title.last)
            if text.lower() != row.role.lower() and _stems(text) == _stems(row.role):
                return row.with_(role=text, sentences=row.sentences | {reading.number})
    return row


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
