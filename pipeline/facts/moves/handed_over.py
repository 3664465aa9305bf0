"""What is handed to somebody, where the text names no position: "Purchasing goes to X", "la production échoit à X"."""

from __future__ import annotations

from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.tokens import Found

_LONGEST_FIELD = 4
"""Words of a field of work that is given to somebody."""


def what_goes(reading: Reading, phrase: Found) -> str | None:
    """The words before the verb that name what is given; null where they are many, or name a person."""
    place = place_of_what_goes(reading, phrase)
    return None if place is None else reading.text(*place)


def place_of_what_goes(reading: Reading, phrase: Found) -> tuple[int, int] | None:
    """The tokens of the same, from the first to before the last."""
    begin = end = _before_an_aside(reading, phrase.first)
    while begin and (reading.key(begin - 1).replace("-", "").isalnum() or reading.key(begin - 1).endswith("'")):
        begin -= 1
    last = end
    while last > begin and _is_small(reading, last - 1):
        last -= 1
    while begin < last and (reading.key(begin) in reading.lexicon.articles or _is_small(reading, begin)):
        begin += 1
    begin = _behind_the_last_article(reading, begin, last)
    if not 0 < last - begin <= _LONGEST_FIELD or any(begin <= mark.first < last for mark in reading.persons):
        return None
    if (
        any(begin <= mark.first < last for mark in reading.employers)
        or reading.key(begin) in reading.lexicon.post_nouns
    ):
        return None
    if reading.has("context:no_field", begin, last) or _is_a_verb_or_small(reading, begin, last):
        return None
    if any(one.kind.startswith("pronoun:") for at in range(begin, last) for one in reading.starting(at)):
        article = {phrase.first for phrase in reading.phrases("pronoun:article")}
        if not {begin, *range(begin, last)} & article:
            return None
    return begin, last


def _is_a_verb_or_small(reading: Reading, begin: int, last: int) -> bool:
    """Whether the words tell a move themselves, or are one small word: "Takes over: X", "It will be X"."""
    if last - begin == 1 and len(reading.key(begin)) <= len("it") and not reading.tokens[begin].text.isupper():
        return True
    return any(one.kind.startswith("frame:") and begin <= one.first < last for one in reading.triggers)


def _behind_the_last_article(reading: Reading, begin: int, last: int) -> int:
    """Where the noun begins, behind an article that nothing binds to words before it: "que les | achats"."""
    for at in range(last - 1, begin, -1):
        bound = reading.ends_with("role:joiners", at) is not None or reading.ends_with("context:and", at) is not None
        if reading.key(at) in reading.lexicon.articles and not bound:
            return at + 1
    return begin


def _before_an_aside(reading: Reading, at: int) -> int:
    """Where the subject ends before what stands between commas: "Purchasing, X's job so far, goes to Y"."""
    while at and _is_small(reading, at - 1):
        at -= 1
    if reading.key(at - 1) != ",":
        return at
    far = max(at - _LONGEST_ASIDE, 0)
    return next((before for before in range(at - 2, far, -1) if reading.key(before) == ","), at)


_LONGEST_ASIDE = 9
"""Words of an aside between what is handed over and the verb."""


def _is_small(reading: Reading, at: int) -> bool:
    """Whether a word only binds or forms a tense: "will", "est", "also"."""
    kinds = ("context:be", "context:have", "context:adverbs", "context:and", "context:break")
    return any(one.kind in kinds for one in reading.starting(at))


def what_is_led(reading: Reading, phrase: Found) -> str | None:
    """The field of work that is the object of a verb of leading: "leitet jetzt die Technik", "will run marketing".

    Null where the object is a company, a position or something else with more words.
    """
    place = place_of_what_is_led(reading, phrase)
    return None if place is None else reading.text(*place)


def place_of_what_is_led(reading: Reading, phrase: Found) -> tuple[int, int] | None:
    """The tokens of the same, from the first to before the last."""
    if not any(one.kind == "context:leads" for at in range(phrase.first, phrase.last) for one in reading.starting(at)):
        return None
    at = phrase.end
    lexicon = reading.lexicon
    if reading.key(at - 1) not in lexicon.articles:
        while reading.key(at) not in lexicon.articles and any(
            one.kind in ("context:adverbs", "context:now") for one in reading.starting(at)
        ):
            at += 1
        if reading.key(at) not in lexicon.articles:
            return None
        at += 1
    last = at
    while last < len(reading.tokens) and last - at < _LONGEST_FIELD and _is_of_a_field(reading, last):
        last += 1
    while last > at and reading.key(last - 1) in reading.words.led_binding:
        last -= 1
    if last == at or _names_something_else(reading, at, last):
        return None
    return at, last


def _is_of_a_field(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    if token.key in reading.words.led_binding:
        return True
    plain = token.key.replace("-", "").isalpha() and token.key not in reading.lexicon.ends_role
    named = reading.person_at(at) is not None or any(mark.first <= at < mark.last for mark in reading.employers)
    dated = any(mark.first <= at < mark.last for mark in reading.dates)
    verb = any(one.kind.startswith("frame:") for one in reading.starting(at))
    common = reading.lexicon.nouns_are_capital or not token.capital
    return plain and common and not (named or dated or verb)


def _names_something_else(reading: Reading, first: int, last: int) -> bool:
    """Whether the words name a company, a body, or a position: none of them is a field of work."""
    lexicon = reading.lexicon
    things = lexicon.employer_nouns | lexicon.collective_nouns | lexicon.post_nouns
    things |= lexicon.head_words | lexicon.bodies
    words = {reading.key(at) for at in range(first, last)}
    ends = tuple(noun for noun in lexicon.employer_nouns if len(noun) > len("haus"))
    compound = lexicon.nouns_are_capital and any(word.endswith(ends) for word in words)
    other = compound or reading.has("context:no_field", first, last)
    return bool(words & things) or other or any(first <= mark.head < last for mark in reading.roles)
