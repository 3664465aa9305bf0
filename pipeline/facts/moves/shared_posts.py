"""Whether what two people share is a post: "A and B will share the management", and not the stage, a prize, a view."""

from __future__ import annotations

from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.tokens import Found


def shares_a_post(phrase: Found, reading: Reading) -> bool:
    """Whether the object of the verb is a position; one behind a name and a comma is what that person is already."""
    posts = [one.first for one in reading.roles]
    posts += [at for at, token in enumerate(reading.tokens) if token.key in reading.lexicon.post_nouns]
    named_before = any(one.first < phrase.first for one in reading.persons)
    return any(
        _is_the_object(at, phrase, reading) if at >= phrase.last else not named_before  # "Die Leitung teilen sich …"
        for at in posts
    )


def _is_the_object(at: int, phrase: Found, reading: Reading) -> bool:
    """Whether the position follows the verb, a name, a day, an adverb or an article without a preposition."""
    begin = at
    while begin > phrase.last and reading.key(begin - 1) in reading.lexicon.articles:
        begin -= 1
    ends = {phrase.last, phrase.end, *(one.last for one in reading.persons), *(one.last for one in reading.dates)}
    if begin in ends or any(one.kind in ("context:adverbs", "context:now") for one in reading.ending(begin)):
        return True
    before = reading.key(begin - 1)
    of = reading.ends_with("employer:of", begin) is not None
    return begin < at and before.isalpha() and not of and before not in reading.lexicon.ends_role
