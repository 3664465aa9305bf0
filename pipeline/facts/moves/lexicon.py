"""What a language knows of moves: `languages/<language>/moves.toml`, ready to be looked up.

Tables: `frames` (who takes up and who leaves, by the part the person plays in the phrase), `context`,
`pronouns`, `roles`, `employers`, `columns` of tables, and `dates`, which `pipeline.facts.dates_of_effect` reads.
The weak signs of `languages/<language>/moves_tenor.toml` are phrases beside them; single words that only one
step asks for are in `moves_words.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.facts.moves.move_words import MoveWords, move_words
from pipeline.facts.moves.tokens import Phrasebook, spell_out
from pipeline.facts.moves.towns import TOWNS
from pipeline.languages import every_vocabulary, vocabulary


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vocabulary of one language."""

    language: str
    phrases: Phrasebook
    """Every phrase; kinds are `frame:…`, `context:…`, `role:…`, `pronoun:…`, `employer:…`, `column:…` and `tenor:…`."""
    words: MoveWords
    """Single words, each asked for by one step."""
    head_endings: tuple[str, ...]
    """Endings that make one word a role, as in German compounds."""
    role_stems: frozenset[str]
    """First parts of compounds that are a field of work and no organization: "Lkw-Chef"."""
    head_prefixes: tuple[str, ...]
    """Beginnings of a head that is written in one word with it: `ex-`, `vice-`, `co-`."""
    words_of_employers: frozenset[str]
    """Capital words that no person's name has."""
    company_nouns: frozenset[str]
    """Capital words that make the capital words beside them the name of a company, in all languages."""
    passive_of_succession: frozenset[str]
    """Participles that after "be" turn "A succeeds B" round: "is succeeded as president by"."""
    gerunds: tuple[str, ...]
    """Endings of verbs that go on with the subject: "leaving", "quittant"."""
    participles: tuple[str, ...]
    """Endings of participles: "parti", "retired"."""
    contracted: frozenset[str]
    """Prepositions that have the article in them: "zum", "del"."""
    lead_in_endings: tuple[str, ...]
    """Endings of compounds that stand before an organization's name, as in German."""
    branches: frozenset[str]
    """Words that end the name of a company's branch, in all languages: "France", "Iberia"."""
    places: frozenset[str]
    """Countries and regions, in small letters: none is an organization."""
    associations: frozenset[str]
    """Nouns in the name of an association, in German also as ends of compounds."""
    departments: frozenset[str]
    """Departments of a company, written with a capital as names are."""
    department_endings: tuple[str, ...]
    """How such words end."""
    legal_forms: frozenset[str]
    """Words that end the name of a company, in all languages: "GmbH", "plc"."""
    of_a_person: frozenset[str]
    """Heads whose holder serves a person: "adjoint de X"."""
    leading_words: frozenset[str]
    """Words that open an organization's name before the one the table knows: "Groupe"."""
    calendar_words: frozenset[str]
    """Months and weekdays."""
    titles: frozenset[str]
    """Mr, Mme, Dr."""
    articles: frozenset[str]
    """Articles, also elided."""
    employer_nouns: frozenset[str]
    """Common nouns that stand for the organization."""
    post_nouns: frozenset[str]
    """Common nouns for any position: "post"."""
    head_words: frozenset[str]
    """Every single word that alone is the head of a role."""
    old_prefixes: tuple[str, ...]
    """Beginnings of a word that say the position was held before: `ex-`."""
    new_words: frozenset[str]
    """Words that say the position is newly held and are not part of it: "nouveau"."""
    collective_nouns: frozenset[str]
    """Nouns that take decisions and are no person: "conseil"."""
    needs_complement: frozenset[str]
    """Heads that are a position only with what follows: "membre du …"."""
    bodies: frozenset[str]
    """Positions named by a body or an office alone: "direction", "board"."""
    offices: frozenset[str]
    """Bodies that name a position together with what follows: "direction commerciale"."""
    vague_roles: frozenset[str]
    """Positions that say less than any other word for the same post: "patron", "boss"."""
    generic_names: frozenset[str]
    """Words that an organization's name may have or lack: "groupe", "AG"."""
    negations: frozenset[str]
    """Words that make a phrase of leaving out of a negation: "plus", "longer"."""
    drops_pronouns: bool
    """Whether a verb without a subject goes on with the last one, as in Spanish and Italian."""
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
    phrases: dict[str, Iterable[str]] = {
        f"{prefix}:{kind}": written
        for prefix, table in (
            ("frame", "frames"),
            ("context", "context"),
            ("pronoun", "pronouns"),
            ("role", "roles"),
            ("employer", "employers"),
            ("column", "columns"),
        )
        for kind, written in data[table].items()
        if isinstance(written, list)
        and kind not in ("negative_words", "passive_words")
        and (prefix in ("frame", "context") or kind not in _NOT_PHRASES)
    }
    phrases |= {f"tenor:{kind}": written for kind, written in vocabulary(language, "moves_tenor")["tenor"].items()}
    roles, employers = data["roles"], data["employers"]
    heads = {words[0] for phrase in roles["heads"] for words in spell_out(phrase) if len(words) == 1}
    companies = frozenset(
        noun for content in every_vocabulary("moves").values() for noun in content["employers"]["company_nouns"]
    )
    forms = frozenset(
        form for content in every_vocabulary("moves").values() for form in content["employers"]["legal_forms"]
    )
    return Lexicon(
        language=language,
        phrases=Phrasebook(phrases, frozenset([*data["inserted"], *data["dates"]["weekdays"]])),
        words=move_words(language),
        head_endings=tuple(roles.get("endings", ())),
        role_stems=frozenset(roles.get("stems", ())),
        head_prefixes=tuple(roles.get("prefixes", ())),
        words_of_employers=frozenset(employers["words"]) | companies,
        company_nouns=companies,
        passive_of_succession=frozenset(data["context"].get("passive_words", ())),
        gerunds=tuple(data.get("gerunds", ())) or ("~",),
        participles=tuple(data.get("participles", ())),
        contracted=frozenset(employers.get("contracted", ())),
        lead_in_endings=tuple(noun for noun in employers["lead_in"] if len(noun) > 4),
        branches=frozenset(
            word for content in every_vocabulary("moves").values() for word in content["employers"]["branches"]
        ),
        places=frozenset(
            place.lower() for names in vocabulary(language, "places").get("names", {}).values() for place in names
        )
        | frozenset(employers["places"])
        | TOWNS,
        associations=frozenset(employers["associations"]),
        departments=frozenset(roles["departments"]),
        department_endings=tuple(roles["department_endings"]),
        legal_forms=forms,
        of_a_person=frozenset(roles["of_a_person"]),
        leading_words=frozenset(employers["leading"]),
        calendar_words=frozenset(
            [
                *data["dates"]["weekdays"],
                *data["dates"]["feasts"],
                *(name for names in data["dates"]["months"] for name in names),
            ]
        ),
        titles=frozenset(words[0] for phrase in data["pronouns"]["titles"] for words in spell_out(phrase)),
        articles=frozenset(words[0] for phrase in data["pronouns"]["article"] for words in spell_out(phrase)),
        employer_nouns=frozenset(roles["employer_nouns"]),
        post_nouns=frozenset(roles["post_nouns"]),
        head_words=frozenset(heads),
        old_prefixes=tuple(roles["old_prefixes"]),
        new_words=frozenset(roles["new_words"]),
        collective_nouns=frozenset(roles["collective"]),
        needs_complement=frozenset(roles["needs_complement"]),
        bodies=frozenset(roles["bodies"]),
        offices=frozenset(roles["offices"]),
        vague_roles=frozenset(roles["vague"]),
        generic_names=frozenset([*employers["leading"], *employers["generic"]]),
        negations=frozenset(data["context"]["negative_words"]),
        drops_pronouns=bool(data.get("drops_pronouns", False)),
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
        "company_nouns",
        "contracted",
        "places",
        "post_nouns",
        "branches",
        "legal_forms",
        "of_a_person",
        "leading",
        "old_prefixes",
        "new_words",
        "collective",
        "employer_nouns",
        "ends",
        "needs_complement",
        "bodies",
        "vague",
        "offices",
        "generic",
        "linking",
        "stems",
        "associations",
        "departments",
        "department_endings",
    }
)
