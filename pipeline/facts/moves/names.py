"""Who the article names: the people found before, and capital words the syntax shows to be a name.

A person may be missing among those found before; the reading of moves must not lose the move for it.
So a run of two to four capital words counts as a name unless it is an organization's, and is used
only where a phrase of taking up or leaving asks for a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.facts.moves.capital_runs import is_a_department
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.tokens import Token
from pipeline.facts.names import name_lexicon
from pipeline.languages.united import united

PARTICLES = frozenset(
    [
        "de",
        "du",
        "des",
        "d'",
        "di",
        "del",
        "della",
        "dello",
        "da",
        "dal",
        "van",
        "von",
        "vom",
        "der",
        "den",
        "ten",
        "ter",
        "zu",
        "la",
        "le",
        "los",
        "las",
        "el",
        "al",
        "bin",
        "ben",
        "y",
        "e",
        "o'",
        "dos",
        "das",
        "do",
    ]
)
"""Small words that stand inside a name."""
NOBLE = frozenset(united("moves_words", "names", "titles_of_nobility"))
"""German titles of nobility, which stand between a first name and a family name."""
_ALSO_PREPOSITIONS = frozenset(["de", "du", "des", "d'", "di", "del", "della", "von", "y"])
_CONTRACTED = frozenset(["du", "del", "dell'", "dem", "den", "al", "au", "vom", "zum"])
_BETWEEN_NOUNS = frozenset(united("moves_words", "names", "between_nouns"))
_PLAIN = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*\.?|(?:[^\W\d_]\.)(?:[-‐]?[^\W\d_]\.)*")
_SHOUTED = re.compile(r"[^\W\d_a-z]{2,5}$")
_LONGEST = 5
_HEAD = 2
"""Letters of a surname that a word is compared with first."""


def _is_nobodys_name(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a word is part of nobody's name, and no given name opens: "Ruda Motocicletas", not "Peter Hall".

    Nor is a field of work or of study a name: "Formación Profesional".
    """
    names = name_lexicon(lexicon.language)
    opening = tokens[0]
    if is_a_department(opening, lexicon) and opening.text not in names.first_names | names.doubtful:
        return True
    words = {token.text for token in tokens if token.key not in PARTICLES | _CAPITAL_PARTICLES}
    plain = all(token.capital for token in tokens)  # "Centre de Design" is read where organizations are
    return plain and tokens[0].text not in names.first_names and len(words & names.not_names) == 1


@dataclass(frozen=True, slots=True)
class PersonMark:
    """A person's name in a sentence."""

    first: int
    last: int
    name: str
    """Full name, as the article first writes it."""
    known: bool
    """Whether it was among the people found before."""


@dataclass(slots=True)
class Directory:
    """The people of one article, by surname."""

    full_names: dict[str, str] = field(default_factory=dict)
    """Surname, in lower case, to the full name first written with it."""
    human: set[str] = field(default_factory=set)
    """Full names that the text treats as a person's."""
    double_surnames: bool = False
    """Whether the last but one word may stand for the whole name, as in Spanish."""
    _heads: set[str] = field(default_factory=set)
    """The first letters of every surname."""
    _given: dict[str, set[str]] = field(default_factory=dict)
    """Given name to all full names that open with it."""

    def add(self, name: str) -> None:
        """Take in a full name."""
        words = name.split()
        self._given.setdefault(words[0], set()).add(name)
        surnames = [words[-1]]
        if len(words) > 2:
            surnames.append(" ".join(words[1:]))
            if self.double_surnames and len(words[-2]) > len("del") and words[-2][0].isupper():
                surnames.append(words[-2])
        for surname in surnames:
            self.full_names.setdefault(surname.lower(), name)
            self._heads.add(surname[:_HEAD].lower())

    def begins(self, word: str) -> bool:
        """Whether a surname may begin with the word; a quick look, for most words begin none."""
        return len(word) < _HEAD or word[:_HEAD].lower() in self._heads

    def called(self, given: str) -> str | None:
        """The only full name that opens with the given name."""
        names = self._given.get(given, set())
        return next(iter(names)) if len(names) == 1 else None

    def full(self, written: str) -> str | None:
        """The full name for a surname."""
        return self.full_names.get(written.lower())


def names_in(
    tokens: Sequence[Token],
    taken: set[int],
    roles: set[int],
    lexicon: Lexicon,
    *,
    title_case: bool = False,
) -> list[tuple[int, int]]:
    """First and last token of every run of capital words that may be a person's name.

    `taken` are tokens of organizations, `roles` tokens of roles: no name runs into them.
    """
    found, at = [], 0
    while at < len(tokens):
        if not _may_begin(tokens, at, taken, roles, lexicon):
            at += 1
            continue
        if (
            at
            and (tokens[at - 1].key in lexicon.articles or tokens[at - 1].key in _CONTRACTED)
            and at + 2 < len(tokens)
            and tokens[at + 1].capital
        ):
            at += (
                _run(tokens, at, taken, roles, lexicon) - at > 2 or tokens[at + 2].key in PARTICLES
            )  # "l'Italien Luca …"
        last = _run(tokens, at, taken, roles, lexicon)
        if at == 0 and len(tokens) > 1 and tokens[1].key in PARTICLES and not tokens[1].capital:
            last = 0  # the first word of a sentence is capital anyhow: "Arrive de …"
        while last - at > 1 and len(tokens[last - 1].text) <= len("X.") and tokens[last - 1].text.endswith("."):
            last -= 1  # a full stop behind a letter: "formerly of Kia X. At the wheel …"
        capitals = sum(token.capital for token in tokens[at:last])
        if (
            capitals >= 2
            and not title_case
            and last - at <= _LONGEST + 1
            and not _is_nobodys_name(tokens[at:last], lexicon)
        ):
            found.append((at, last))
        at = max(last, at + 1)
    return found


def _may_begin(tokens: Sequence[Token], at: int, taken: set[int], roles: set[int], lexicon: Lexicon) -> bool:
    token = tokens[at]
    if at > 1 and tokens[at - 1].key in _BETWEEN_NOUNS and tokens[at - 2].key in lexicon.company_nouns:
        return False  # "Association of Road Users"
    return (
        token.capital
        and at not in taken
        and at not in roles
        and at - 1 not in taken
        and _is_name_word(token, lexicon)
        and not (token.key in PARTICLES and token.key.endswith("'") and at and not tokens[at - 1].capital)
    )


def _run(tokens: Sequence[Token], at: int, taken: set[int], roles: set[int], lexicon: Lexicon) -> int:
    last = at + 1
    while last < len(tokens) and last - at <= _LONGEST:
        token = tokens[last]
        if last in taken or last in roles:
            break
        if token.capital and (_is_name_word(token, lexicon) or _is_capital_particle(tokens, last, lexicon)):
            last += 1
        elif _is_particle(token, lexicon) and _goes_on(tokens, last, taken, roles, lexicon):
            if (
                token.key in _ALSO_PREPOSITIONS
                and last - at > 1
                and tokens[last + 1].capital
                and tokens[last - 1].key not in NOBLE
            ):
                break  # behind two names it says where the person works: "Jeanne Roux de Garages Dupré"
            last += 1
        else:
            break
    return last


def _is_particle(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word stands inside names; in Spain also the "i" between Catalan surnames."""
    return token.key in PARTICLES or (token.text == "i" and lexicon.language == "es")


def _is_capital_particle(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a particle with a capital stands before another name: "Ana Le Roux"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].key not in PARTICLES | _CAPITAL_PARTICLES or following is None:
        return False
    return following.capital and _is_name_word(following, lexicon)


_CAPITAL_PARTICLES = frozenset(["lo", "li", "dalla", "dall'", "mac", "saint", "san", "santa", "ter"])


def _goes_on(tokens: Sequence[Token], at: int, taken: set[int], roles: set[int], lexicon: Lexicon) -> bool:
    """Whether a capital word follows the particle at `at`, straight or behind one more particle."""
    for ahead in (at + 1, at + 2):
        if ahead >= len(tokens) or ahead in taken or ahead in roles:
            return False
        if tokens[ahead].capital:
            # "Dominique de la Garanderie", but not "le Français de Peugeot" nor "Renault de Paris"
            return _is_name_word(tokens[ahead], lexicon)
        if tokens[ahead].key not in PARTICLES:
            return False
    return False


def _is_name_word(token: Token, lexicon: Lexicon) -> bool:
    if not _PLAIN.fullmatch(token.text) or token.key in lexicon.words_of_employers:
        return False
    if len(token.text) == 1 or token.key in lexicon.calendar_words:
        return False
    return not (_SHOUTED.match(token.text) and "." not in token.text and len(token.text) <= 4)
