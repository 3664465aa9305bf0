"""Organizations that a common noun stands for: "the council" for the Motor Council that the article names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.moves.capital_runs import opens_a_company, run_of_capitals
from pipeline.facts.moves.reading import EmployerMark, Reading
from pipeline.facts.moves.tellings import are_alike

_ASIDE = 3
"""Words between a name with a comma and the noun that says what it is: "Astara, a former importer"."""


def meant_by_nouns(reading: Reading, readings: Sequence[Reading]) -> Iterator[tuple[str, int]]:
    """Organizations that nouns with a definite article stand for, each with the sentence that names it.

    Only where the article calls one organization so, and no other.
    """
    for at in range(1, len(reading.tokens)):
        noun = reading.key(at)
        if not _is_definite(reading, at) or noun not in _nouns(reading) or _leads_to_a_name(reading, at):
            continue
        called = [(name, one.number) for one in readings if one.number <= reading.number for name in _called(one, noun)]
        if called and all(are_alike(name, called[0][0]) for name, _ in called):
            yield max(called, key=lambda one: (len(one[0].split()), -one[1]))


def _nouns(reading: Reading) -> frozenset[str]:
    return reading.lexicon.employer_nouns | reading.lexicon.company_nouns


def _is_definite(reading: Reading, at: int) -> bool:
    before = reading.key(at - 1)
    lexicon = reading.lexicon
    return before in lexicon.articles or before in lexicon.contracted or before in lexicon.words.contracted_articles


def _leads_to_a_name(reading: Reading, at: int) -> bool:
    """Whether the noun only opens a name, or says what the name behind it is: "the council of X"."""
    behind = at + 1
    if behind < len(reading.tokens) and reading.tokens[behind].capital and not reading.lexicon.nouns_are_capital:
        return True
    return any(mark.first <= at < mark.last or 0 <= mark.first - behind <= 1 for mark in reading.employers)


def _called(reading: Reading, noun: str) -> Iterator[str]:
    """The organizations that a sentence calls so: in the name, right before it, or behind it and a comma."""
    names = [mark.name for mark in reading.employers if noun in _words_beside(reading, mark)]
    yield from names
    if reading.lexicon.nouns_are_capital:
        return
    for at, token in enumerate(reading.tokens):
        if token.key != noun or not token.capital or any(mark.first <= at < mark.last for mark in reading.employers):
            continue
        first, last = at, run_of_capitals(reading.tokens, at, set(), reading.lexicon)
        while first and opens_a_company(reading.tokens, first - 1, set(), reading.lexicon):
            first -= 1
        if last - first > 1 and not reading.shouted:
            yield reading.text(first, last)


def _words_beside(reading: Reading, mark: EmployerMark) -> set[str]:
    words = {word.lower() for word in mark.name.split()}
    words.add(reading.key(mark.first - 1))
    if reading.key(mark.last) == ",":
        words |= {reading.key(at) for at in range(mark.last + 1, mark.last + 1 + _ASIDE)}
    return words
