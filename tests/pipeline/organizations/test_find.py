"""What counts as a mention of an organization, and what does not."""

import pytest

from pipeline.document import Document
from pipeline.organizations.find import find_organizations


def found(text, language="fr", headline=""):
    document = Document(headline, text, language)
    mentions = find_organizations(document)
    for mention in mentions:
        span = mention.span
        assert getattr(document, span.field)[span.start : span.end] == span.quote
    return [(mention.record.id, mention.span.quote) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le directeur d’Audi passe chez l'Opel d'hier.", "audi=Audi opel=Opel"),
        ("Toyota's plants and Mazda’s dealers", "toyota=Toyota mazda=Mazda"),
        ("le groupe Renault ; la Renault-Gruppe", "renault-group=groupe_Renault renault-group=Renault-Gruppe"),
        ("Der Volkswagen-Konzern und VW", "volkswagen-group=Volkswagen-Konzern volkswagen=VW"),
        ("Bmw und Vw liefern aus", "bmw=Bmw volkswagen=Vw"),
        ("La Renault Clio devance la Dacia Sandero", "renault=Renault dacia=Dacia"),
        ("Jaguar Land Rover garde Land Rover", "jaguar-land-rover=Jaguar_Land_Rover land-rover=Land_Rover"),
        ("RENAULT et PEUGEOT progressent, CITROËN recule", "renault=RENAULT peugeot=PEUGEOT citroen=CITROËN"),
        ("Opels Werke, zwei Teslas", "opel=Opel tesla=Tesla"),
        ("BMW-Chef und Kia-Händler", "bmw=BMW kia=Kia"),
        ("L’Argus cite AAA\u00a0Data", "l-argus=L’Argus aaa-data=AAA_Data"),
        ("Fiat | 12 340 | +3 %", "fiat=Fiat"),
    ],
)
def test_mentions_as_written(text, expected):
    assert " ".join("_".join(f"{i}={quote}".split()) for i, quote in found(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Les audits de Fiatte et les Opéliens",  # parts of words
        "www.renault.example et contact@peugeot.example",  # addresses
        "Take a Seat and relax.",
        "Smart working has come to stay.",
        "Avis aux amateurs : le marché du livre reprend.",
        "Lincoln a prononcé ce discours à Gettysburg.",
    ],
)
def test_other_meanings_without_context(text):
    assert found(text) == []


def test_an_ambiguous_name_counts_in_a_text_about_cars():
    text = "Les immatriculations de voitures neuves de Seat progressent, celles de DS et de Mini reculent."
    assert [i for i, _ in found(text)] == ["seat", "ds-automobiles", "mini"]


def test_an_ambiguous_name_begins_a_sentence_only_among_makers():
    assert ("seat", "Seat") in found("Renault, Fiat et Kia progressent. Seat recule de 3 %.")
    assert ("seat", "Seat") not in found("Renault rappelle des modèles. Seat belts may fail.", "en")


def test_words_about_cars_do_as_well_where_the_name_is_no_word_of_the_language():
    text = "En mayo se matricularon 78 000 turismos. Seat lideró las ventas de coches, por delante de Kia."
    assert ("seat", "Seat") in found(text, "es")
    assert ("seat", "Seat") not in found("Car sales and vehicle registrations rose. Seat covers by Kia sold out.", "en")


def test_an_abbreviation_may_begin_a_sentence():
    assert ("ds-automobiles", "DS") in found("Les voitures de Peugeot reculent. DS progresse.")


def test_an_ambiguous_name_counts_once_it_was_clear():
    assert [i for i, _ in found("MG Motor ouvre un site. MG vise 3 %.")] == ["mg", "mg"]


def test_an_ordinary_word_never_counts_where_a_sentence_begins():
    text = "Europcar, Sixt et Renault signent. Avis favorable du comité. Le loueur Avis suit."
    assert [q for i, q in found(text) if i == "avis"] == ["Avis"]


def test_a_hyphen_makes_another_word_of_an_ambiguous_name():
    assert ("mini", "Mini") not in found("Renault, Fiat und Kia bauen einen Mini-SUV.", "de")


def test_a_family_name_is_no_maker():
    text = "Louis Renault et M. Ford ont fondé des usines ; Renault les garde."
    assert found(text) == [("renault", "Renault")]


def test_headline_comes_first():
    mentions = find_organizations(Document("Kia recrute", "Fiat recrute aussi", "fr"))
    assert [(m.span.field, m.record.id) for m in mentions] == [("headline", "kia"), ("text", "fiat")]


def test_nothing_in_nothing():
    assert found("") == []
