"""Phrases of a vocabulary: how they are written and found."""

from __future__ import annotations

import pytest

from pipeline.facts.moves.lexicon import lexicon
from pipeline.facts.moves.tokens import Phrasebook, spell_out, tokenize
from pipeline.languages import LANGUAGES, vocabulary


def found(phrase: str, text: str) -> list[str]:
    tokens = tokenize(text)
    return [
        " ".join(token.text for token in tokens[one.first : one.end])
        for one in Phrasebook({"x": [phrase]}).find(tokens)
    ]


def test_alternatives_and_optional_endings_are_spelled_out() -> None:
    assert set(spell_out("nommé(e)(s)")) == {("nommé",), ("nommée",), ("nommés",), ("nommées",)}
    assert spell_out("prend|prendra la_tête") == [("prend", "la", "tête"), ("prendra", "la", "tête")]
    assert spell_out("d'") == [("d'",)]


def test_the_longest_phrase_counts() -> None:
    tokens = tokenize("sera le nouveau patron")
    (one,) = Phrasebook({"x": ["sera", "sera le nouveau"]}).find(tokens)
    assert one.last == 3


def test_a_gap_lets_words_stand_between() -> None:
    assert found("löst … ab", "Bei Opel löst Karin Vogt Ralf Braun ab.") == ["löst Karin Vogt Ralf Braun ab"]
    assert found("löst … ab", "Das Rätsel löst sich; er gibt ab.") == []


def test_words_keep_elisions_initials_and_compounds_together() -> None:
    assert [token.text for token in tokenize("L’ex-PDG d'Audi, J.-P. Roux")] == [
        "L’",
        "ex-PDG",
        "d'",
        "Audi",
        ",",
        "J.-P.",
        "Roux",
    ]
    assert [token.text for token in tokenize("Renault's chief")] == ["Renault", "'s", "chief"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_vocabulary_has_the_same_tables(language: str) -> None:
    french, own = vocabulary("fr", "moves"), vocabulary(language, "moves")
    for table in ("frames", "context", "pronouns", "roles", "employers"):
        missing = set(french[table]) - set(own[table]) - {"endings", "stems", "interim_role"}
        assert not missing, f"{language}: [{table}] lacks {sorted(missing)}"
    assert lexicon(language) is not None
