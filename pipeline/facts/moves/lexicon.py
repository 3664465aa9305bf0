"""What a language knows of moves: `languages/<language>/moves.toml`, ready to be looked up.

Tables: `frames` (who takes up and who leaves, by the part the person plays in the phrase), `context`,
`pronouns`, `roles`, `employers`, and `dates`, which `pipeline.facts.dates_of_effect` reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.facts.moves.tokens import Phrasebook, spell_out
from pipeline.languages import vocabulary


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vocabulary of one language."""

    language: str
    phrases: Phrasebook
    """Every phrase; kinds are `frame:…`, `context:…`, `role:…`, `pronoun:…` and `employer:…`."""
    head_endings: tuple[str, ...]
    """Endings that make one word a role, as in German compounds."""
    head_prefixes: tuple[str, ...]
    """Beginnings of a head that is written in one word with it: `ex-`, `vice-`, `co-`."""
    words_of_employers: frozenset[str]
    """Capital words that no person's name has."""
    leading_words: frozenset[str]
    """Words that open an organization's name before the one the table knows: "Groupe"."""
    calendar_words: frozenset[str]
    """Months and weekdays."""
    employer_nouns: frozenset[str]
    """Common nouns that stand for the organization."""
    head_words: frozenset[str]
    """Every single word that alone is the head of a role."""
    old_prefixes: tuple[str, ...]
    """Beginnings of a word that say the position was held before: `ex-`."""
    new_words: frozenset[str]
    """Words that say the position is newly held and are not part of it: "nouveau"."""
    collective_nouns: frozenset[str]
    """Nouns that take decisions and are no person: "conseil"."""
    negation_behind: bool
    """Whether the negation stands behind the verb, as in German."""
    ends_role: frozenset[str]
    """Words that end the complement of a role: verbs, prepositions of time."""
    linking: frozenset[str]
    """Words between two heads of one role, as "and"."""
    nouns_are_capital: bool
    """Whether every noun begins with a capital and the participle stands last, as in German."""


@cache  # one a language
def lexicon(language: str) -> Lexicon | None:
    """The vocabulary of a language; null where there is none."""
    data = vocabulary(language, "moves")
    if not data:
        return None
    phrases = {
        f"{prefix}:{kind}": written
        for prefix, table in (
            ("frame", "frames"),
            ("context", "context"),
            ("pronoun", "pronouns"),
            ("role", "roles"),
            ("employer", "employers"),
        )
        for kind, written in data[table].items()
        if isinstance(written, list) and (prefix in ("frame", "context") or kind not in _NOT_PHRASES)
    }
    roles, employers = data["roles"], data["employers"]
    heads = {words[0] for phrase in roles["heads"] for words in spell_out(phrase) if len(words) == 1}
    return Lexicon(
        language=language,
        phrases=Phrasebook(phrases),
        head_endings=tuple(roles.get("endings", ())),
        head_prefixes=tuple(roles.get("prefixes", ())),
        words_of_employers=frozenset(employers["words"]),
        leading_words=frozenset(employers["leading"]),
        calendar_words=frozenset(
            [*data["dates"]["weekdays"], *(name for names in data["dates"]["months"] for name in names)]
        ),
        employer_nouns=frozenset(roles["employer_nouns"]),
        head_words=frozenset(heads),
        old_prefixes=tuple(roles["old_prefixes"]),
        new_words=frozenset(roles["new_words"]),
        collective_nouns=frozenset(roles["collective"]),
        negation_behind=bool(data.get("nouns_are_capital", False)),
        ends_role=frozenset(roles["ends"]),
        linking=frozenset(roles.get("linking", ())),
        nouns_are_capital=bool(data.get("nouns_are_capital", False)),
    )


_NOT_PHRASES = frozenset(
    {
        "endings",
        "prefixes",
        "words",
        "leading",
        "old_prefixes",
        "new_words",
        "collective",
        "employer_nouns",
        "ends",
        "linking",
    }
)
