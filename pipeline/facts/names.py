"""What the languages know of personal names, and a text cut into the words that names are made of.

The words come from `languages/*/people.toml`; its keys are explained in the French file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, repeat
from operator import itemgetter
from typing import Final, NamedTuple

from pipeline.languages import LANGUAGES, every_vocabulary

_WORD: Final = re.compile(
    # an elided word before the next one, which is a word of its own: "d'", "qu'", "dell'"
    r"((?:[dlsnmtcj]|qu|jusqu|lorsqu|puisqu|dell|nell|all|sull|dall|un|quell)['’](?!s\b)(?=[^\W\d_])"
    r"|[^\W\d_]+(?:[-‑][^\W\d_]+|['’](?!s\b)[^\W\d_]+)*)"
)
_text_of: Final = itemgetter(0)
_as_word: Final = tuple.__new__
"""Makes a word of its fields at once; a named tuple's own way takes three times as long, and a page has thousands."""
_FOREIGN_ADDRESS: Final = 4
"""Letters from which a form of address counts in other languages too: "Herr", not "Me"."""
_HONORIFICS_BEHIND: Final = frozenset({"jr", "sr", "junior", "senior", "iii", "ii"})


class Word(NamedTuple):
    """A word of the text, with its place in the field. A tuple: a page has thousands, and most are never looked at."""

    text: str
    start: int
    end: int
    gap: str
    """What stands between the word before and this one."""
    capital: bool
    """Whether it begins with a capital."""

    @property
    def initial(self) -> bool:
        """Whether it is an initial, as in "Carlos A. Tavares" or "J.-P. Dupont"."""
        return self.capital and (len(self.text) == 1 or (len(self.text) == 3 and self.text[1] in "-‑"))

    @property
    def normal(self) -> str:
        """The word with an ordinary capital, where the text writes it in capitals."""
        return self.text.title() if len(self.text) > 2 and self.text.isupper() else self.text

    @property
    def honorific(self) -> bool:
        """Whether it follows a name: "Jr"."""
        return self.text.casefold() in _HONORIFICS_BEHIND

    def follows(self, before: Word) -> bool:
        """Whether only a blank parts it from the word before, or the stop of an initial."""
        if not self.gap.strip(" \u00a0\u202f"):
            return bool(self.gap) or before.text[-1] in "'’"
        return (before.initial or before.honorific) and self.gap.strip(" \u00a0\u202f") in {".", ".-"}


def words_of(text: str) -> list[Word]:
    """The words of the text in order, without figures."""
    pieces = _WORD.split(text)  # what stands between words, and words, in turn
    places = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    capitals = map(str.isupper, map(_text_of, words))  # of the first letter
    fields = zip(words, places[::2], places[1::2], pieces[::2], capitals, strict=False)
    return list(map(_as_word, repeat(Word), fields))


_ROLE_PREFIXES: Final = frozenset({"ex", "co", "vice", "sous", "vize"})


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """Words that speak for or against a name, for a text of one language."""

    first_names: frozenset[str]
    """First names of all languages that are nothing else in this one."""
    doubtful: frozenset[str]
    """First names that are something else too, and family names that stand first."""
    family_names_first: frozenset[str]
    """Family names that stand before the given name."""
    forms_of_address: frozenset[str]
    roles: frozenset[str]
    """Folded to lower case, as all sets below but openers and not_names."""
    role_endings: tuple[str, ...]
    said_or_moved: frozenset[str]
    human_verbs: frozenset[str]
    """Of these only people are the subject."""
    moved_stems: tuple[str, ...]
    """How verbs of taking up and leaving begin, in all their forms."""
    opens_apposition: frozenset[str]
    """What opens a description of a person behind a comma."""
    before_person: frozenset[str]
    relatives: frozenset[str]
    relatives_of_people: frozenset[str]
    before_things: frozenset[str]
    after_things: frozenset[str]
    particles: frozenset[str]
    """Small words inside family names: "de Meo", "van der Berg", "de los Mozos"."""
    family_links: frozenset[str]
    """Particles that tie a second family name to the first."""
    determiners: frozenset[str]
    openers: frozenset[str]
    not_names: frozenset[str]

    def is_first_name(self, word: Word) -> bool:
        """Whether the word is surely a first name, or a compound that begins with one."""
        parts = word.normal.replace("‑", "-").split("-")
        return word.normal in self.first_names or parts[0] in self.first_names or self._is_compound(parts)

    def _is_compound(self, parts: list[str]) -> bool:
        return len(parts) == 2 and parts[0] in self.doubtful and parts[1] in self.first_names

    def may_be_first_name(self, word: Word) -> bool:
        """Whether the word is a first name among other things."""
        return word.normal in self.doubtful

    def is_role(self, word: Word) -> bool:
        """Whether the word says what somebody is: "directeur", "Zephyr-Chef", "ex-patron", "secretary-treasurer"."""
        return self.says_role(word.text)

    def says_role(self, text: str) -> bool:
        """The same of a word without its place."""
        folded = text.casefold()
        if folded in self.roles:
            return True
        if "-" not in folded:
            return False
        prefix, last = folded.rsplit("-", 1)
        return last in self.role_endings or (last in self.roles and (prefix in _ROLE_PREFIXES or prefix in self.roles))

    def is_no_name(self, word: Word) -> bool:
        """Whether a capitalised word is surely no part of a name."""
        return (
            word.text in self.not_names
            or word.normal in self.not_names
            or word.text in self.openers
            or word.text in self.forms_of_address
            or self.is_role(word)
            or _is_an_adjective(word.text)
        )


def _is_an_adjective(text: str) -> bool:
    """Whether a capital word goes on with a small one, as "Lancaster-based" does."""
    return text.rpartition("-")[2] in _ADJECTIVE_ENDINGS and "-" in text


_ADJECTIVE_ENDINGS: Final = frozenset(["based", "born", "listed", "owned", "backed", "trained", "made"])


def without_accents(text: str) -> str:
    """The text in plain letters, as many systems and foreign papers write names."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def fold(text: str) -> str:
    """The text without case, accents and typography: two ways to write one name fold to the same."""
    if text.isascii():
        return text.casefold()
    return without_accents(text.casefold()).replace("’", "'").replace("‑", "-")


def name_lexicon(language: str | None) -> NameLexicon:
    """The lexicon for texts in that language; of all languages together where it is not one of ours."""
    return _lexicon(language if language in LANGUAGES else None)


@lru_cache(maxsize=len(LANGUAGES) + 1)
def _lexicon(language: str | None) -> NameLexicon:
    """Compiles the lexicon, once for each of our languages and once for all others.

    First names, roles and forms of address are those of all languages, since names and
    titles cross borders. What argues against a name is the language's own: "Son" opens a
    French sentence and is a Korean family name.
    """
    every = every_vocabulary("people")
    own = [every[language]] if language in every else list(every.values())

    def words(contents: Iterable[dict[str, str]], *keys: str) -> frozenset[str]:
        return frozenset(word for content in contents for key in keys for word in content.get(key, "").split())

    def folded(contents: Iterable[dict[str, str]], key: str) -> frozenset[str]:
        return frozenset(word.casefold() for word in words(contents, key))

    openers, not_names = words(own, "openers"), words(own, "not_names")
    doubtful = words(own, "doubtful_first_names")
    family_first = words(every.values(), "family_names_first") - openers
    address = words(every.values(), "forms_of_address")
    accented = words(every.values(), "first_names", "first_names_abroad")
    every_first_name = accented | {without_accents(name) for name in accented}
    return NameLexicon(
        first_names=every_first_name - doubtful - openers - not_names,
        doubtful=(doubtful | family_first | (every_first_name & not_names)) - openers,
        family_names_first=family_first,
        forms_of_address=words(own, "forms_of_address") | {form for form in address if len(form) >= _FOREIGN_ADDRESS},
        roles=folded(every.values(), "roles"),
        role_endings=tuple(sorted(folded(own, "role_endings"))),
        said_or_moved=folded(own, "said_or_moved"),
        human_verbs=folded(own, "human_verbs"),
        moved_stems=tuple(sorted(folded(own, "moved_stems"))),
        opens_apposition=folded(own, "opens_apposition"),
        before_person=folded(own, "before_person"),
        relatives=folded(own, "relatives"),
        relatives_of_people=folded(own, "relatives_of_people"),
        before_things=folded(own, "before_things"),
        after_things=folded(every.values(), "after_things"),
        particles=words(every.values(), "particles"),
        family_links=words(own, "family_links"),
        determiners=folded(own, "determiners"),
        openers=openers,
        not_names=not_names,
    )
