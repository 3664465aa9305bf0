"""Names that nobody found before: runs of capital words that the syntax of the sentence shows to be people."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.firms import Firms, is_shown_a_firm
from pipeline.facts.moves.humans import is_age
from pipeline.facts.moves.known_people import goes_on_as_a_company
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.names import NOBLE, PARTICLES, names_in
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.spans import places, whole_places
from pipeline.facts.moves.title_people import is_in_a_title
from pipeline.facts.moves.tokens import Token
from pipeline.facts.people import PersonMention
from pipeline.organizations.mention import OrganizationMention

_FAMILY_PARTICLES = frozenset(
    ["von", "van", "zu", "de", "di", "da", "del", "la", "le", "el", "al", "ten", "ter", "bin", "y", "dos", "do"]
)
"""Particles that German nouns do not have between them."""


def propose(
    reading: Reading,
    organizations: Sequence[OrganizationMention],
    people: Sequence[PersonMention],
    firms: Firms,
    lexicon: Lexicon,
) -> list[tuple[int, int]]:
    """Runs of capital words that may be people not found before."""
    if reading.shouted:
        return []
    taken = {at for first, last in firms.places(reading) for at in range(first, last)}
    taken |= {at for first, last, _ in whole_places(reading, organizations, lexicon) for at in range(first, last)}
    taken |= {
        at for place in places(reading, people) if not _half_a_name(reading, place, lexicon) for at in range(*place)
    }
    roles = {at for phrase in reading.phrases("role:heads") for at in range(phrase.first, phrase.last)}
    if lexicon.head_endings:
        roles |= {at for at, token in enumerate(reading.tokens) if token.key.endswith(lexicon.head_endings)}
    title_case = reading.number == 0 and _is_title_case(reading.tokens)
    names = _without_nouns(reading, names_in(reading.tokens, taken, roles, lexicon, title_case=title_case))
    return [
        (first, last)
        for first, last in names
        if not (
            _acts_or_labels(reading, first, last)
            or is_in_a_title(reading, first, last)
            or is_shown_a_firm(reading, first, last)
            or goes_on_as_a_company(reading, last)
        )
        and (not lexicon.nouns_are_capital or _is_shown_a_person(reading, first, last))
    ]


def _without_nouns(reading: Reading, names: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs without a noun for who had the post before them, and without those that only count something."""
    kinds = ("context:predecessor_noun", "context:successor_noun", "tenor:leaver")
    cut = []
    for first, last in names:
        led = any(phrase.kind in kinds and phrase.last == first + 1 for phrase in reading.starting(first))
        begin = first + 1 if led and last - first > len("ab") else first
        town = any(reading.key(at) in reading.lexicon.places for at in range(begin, last))
        town = town or reading.key(begin).removesuffix("er") in reading.lexicon.places  # "Hamburger Wurzeln"
        if not town and not any(reading.key(at) in reading.words.amounts for at in range(begin, last)):
            cut.append((begin, last))
    return cut


def _acts_or_labels(reading: Reading, first: int, last: int) -> bool:
    """Whether the words appoint somebody or label a line: "X has hired", "X: Ana Ruiz, director"."""
    if first <= 1 and reading.number and reading.key(last) == ":":
        field = first == 1 and last + 1 < len(reading.tokens) and reading.tokens[last + 1].text.islower()
        return not (field and not reading.tokens[0].text.isalnum())  # but "– Ana Ruiz: finance"
    behind = reading.starting(last)
    verbs = {phrase.last for phrase in behind if phrase.kind == "context:have"}
    acts = any(phrase.kind == "frame:appoint" for at in verbs for phrase in reading.starting(at))
    return acts or any(phrase.kind == "frame:appoint_actively" for phrase in behind)


def _is_shown_a_person(reading: Reading, first: int, last: int) -> bool:
    """Whether a title, a position, an age or a verb stands beside capital words that could be any German nouns."""
    if any(reading.key(at) in NOBLE for at in range(first + 1, last - 1)):
        return True
    if any(reading.key(at) in PARTICLES - _FAMILY_PARTICLES for at in range(first, last)):
        return False
    if reading.ends_with("pronoun:titles", first) is not None or is_age(reading, last):
        return True
    if any(phrase.kind == "role:heads" for phrase in reading.ending(first)) or (
        first and reading.tokens[first - 1].capital and reading.key(first - 1).endswith(reading.lexicon.head_endings)
    ):
        return True
    if reading.key(first - 1) == ":" and _labels_a_post(reading, first - 1):
        return reading.key(last) in (",", "(", "")
    determined = (
        reading.key(first - 1) in reading.lexicon.articles or reading.key(first - 1) in reading.lexicon.contracted
    )
    if determined:
        return False
    kinds = ("frame:appoint", "frame:take_up", "frame:leave", "frame:succeed", "context:be", "context:have")
    near = (*reading.starting(last), *reading.ending(first), *reading.ending(first - 1))
    if any(phrase.kind.startswith(kinds) for phrase in near):
        return True
    acts = any(phrase.kind in ("tenor:comes", "tenor:goes") for phrase in reading.starting(last))
    described = reading.key(last) == "," and any(
        phrase.kind == "context:relative" for phrase in reading.starting(last + 1)
    )
    return (acts or described) and last - first > 1 and "-" not in reading.tokens[first].text


def _labels_a_post(reading: Reading, colon: int) -> bool:
    """Whether the words that open the line up to the colon are a position: "Vizepräsidentin Technik: X, Halle"."""
    heads = reading.lexicon.head_words
    return 0 < colon <= _LABEL and (
        reading.key(0) in heads or reading.key(0).endswith(reading.lexicon.head_endings or ("~",))
    )


_LABEL = 5
"""Words of a label."""


def _half_a_name(reading: Reading, place: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a surname taken for somebody known stands behind another first name."""
    first, last = place
    if last - first > 1 or not first:
        return False
    before = reading.tokens[first - 1]
    return (
        first > 1
        and before.capital
        and before.text.isalpha()
        and len(before.text) > 2
        and (
            before.key not in lexicon.words_of_employers
            and before.key not in lexicon.head_words
            and before.key not in lexicon.titles
            and not lexicon.nouns_are_capital
        )
    )


def _is_title_case(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.text.isalpha() and len(token.text) > 3]
    return len(words) > 3 and sum(token.capital for token in words) / len(words) > 0.8


def drop_openings(readings: Sequence[Reading], proposals: list[list[tuple[int, int]]]) -> None:
    """Take back what opens the headline and stands nowhere else: its first word is capital anyhow."""
    if not readings or readings[0].number or readings[0].sentence.field != "headline":
        return
    elsewhere = {
        reading.text(first, last)
        for reading, names in zip(readings[1:], proposals[1:], strict=True)
        for first, last in names
    }
    proposals[0] = [place for place in proposals[0] if place[0] or readings[0].text(*place) in elsewhere]
