"""How vocabulary files are written."""

import pytest

from pipeline.classification.folding import fold
from pipeline.classification.terms import TermError, patterns_of
from pipeline.classification.types import SHARED, known_types, words_of
from pipeline.languages import LANGUAGES


@pytest.mark.parametrize(
    ("term", "patterns"),
    [
        ("immatricul*", {" immatricul"}),
        ("*zulassung*", {"zulassung"}),
        ("*vorstand", {"vorstand "}),
        ("nommé(e)(s)", {" nomme ", " nommee ", " nommes ", " nommees "}),
        ("[est|a été] nommé", {" est nomme ", " a ete nomme "}),
        ("voiture de l'année", {" voiture de l annee "}),
    ],
)
def test_a_term_stands_for_its_patterns(term, patterns):
    assert set(patterns_of(term)) == patterns


@pytest.mark.parametrize("term", ["", "*", "a * b"])
def test_a_term_without_a_word_is_refused(term):
    with pytest.raises(TermError):
        list(patterns_of(term))


@pytest.mark.parametrize("text", ["Élu à l'unanimité", "CO₂ : 95 g/km", "Straße", "İstanbul", "ﬁn", "🚗 und Œuvre"])
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


def test_folding_lets_accents_and_case_not_count():
    assert fold("NOMMÉE, CO₂") == "nommee  co2"


@pytest.mark.parametrize("text", ["Élu à 20 % — « l'Œuvre » de Łukasz Žižek", "12 000 € £5 + $3?", "ß, ø; İ\n"])
def test_folding_is_the_same_beside_letters_of_another_alphabet(text):
    assert fold(text + "Ж🚗") == fold(text) + "ж "


def test_every_term_of_every_file_can_be_read():
    for folder in [SHARED, *known_types()]:
        for language in LANGUAGES:
            for terms in words_of(folder, language).values():
                for term in terms:
                    assert list(patterns_of(term)), (folder, language, term)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_words_in_every_language(language):
    for kind in known_types().values():
        words = words_of(kind.name, language)
        missing = [concept for concept in kind.concepts if not words.get(concept)]
        assert not missing, f"types/{kind.name}/{language}.toml lacks {missing}"
        unknown = set(words) - set(kind.concepts)
        assert not unknown, f"types/{kind.name}/{language}.toml has {unknown}, which type.toml does not describe"
