"""The association that elects somebody: what else the text names is where the elected come from."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.origins import comes_from, stands_behind_a_name
from pipeline.facts.moves.reading import EmployerMark, Reading


def electing(draft: Draft, view: ArticleView) -> Iterator[tuple[str, int]]:
    """Associations of the article, where it tells of a vote, each with its sentence, the nearest before first."""
    number = max(draft.sentences)
    here = view.readings[number]
    if not any(reading.phrases("tenor:vote") for reading in view.readings[: number + 1]) or _names_who_elects(here):
        return
    for reading in [*reversed(view.readings[: number + 1]), *view.readings[number + 1 :]]:
        for mark in reading.employers:
            comments = reading.number > number and not mark.preposed  # "The union welcomed the vote."
            if is_an_association(reading, mark) and not comments:
                yield mark.name, reading.number


def _names_who_elects(reading: Reading) -> bool:
    """Whether the sentence of the move itself names a company, and not only as where the elected come from."""
    return any(
        not (is_an_association(reading, mark) or comes_from(reading, mark) or stands_behind_a_name(reading, mark))
        for mark in reading.employers
    )


def is_an_association(reading: Reading, mark: EmployerMark) -> bool:
    """Whether a word of the name, or the noun right before it, is one of associations."""
    lexicon = reading.lexicon
    if reading.words.members & {reading.key(mark.first - 1), reading.key(mark.first - 2)}:
        return True
    words = [word.lower().strip("'’") for word in mark.name.replace("-", " ").split()]
    if any(word in lexicon.associations for word in (*words, reading.key(mark.first - 1))):
        return True
    return lexicon.nouns_are_capital and any(word.endswith(tuple(lexicon.associations)) for word in words)
