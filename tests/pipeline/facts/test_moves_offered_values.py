"""What an article offers for position and organization of a move, whatever the weights then choose."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.facts.moves import MovesReader
from pipeline.facts.moves.headings import heading_of
from pipeline.facts.moves.ranking.cases import Cases
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations


def reader_of(text: str, language: str, headline: str = "") -> MovesReader:
    document = Document(headline, text, language, "2022-05-10")
    organizations = find_organizations(document)
    return MovesReader(document, organizations, find_people(document, organizations))


def offered(field: str, text: str, language: str) -> list[str]:
    reader = reader_of(text, language)
    assert reader.view is not None
    person = next(mark.name for one in reader.view.readings for mark in one.persons)
    values, _ = Cases(reader.view).values_of(field, person, "appointed", [])
    return [value.text for value in values if value is not None]


@pytest.mark.parametrize(
    ("language", "text", "field"),
    [
        ("fr", "Claire Morel prendra en mai la division Modules de Valeo.", "division Modules"),
        ("en", "From May Emma Walker will be in charge of the truck division of Kia.", "truck division"),
        ("de", "Anna Schmidt steht ab Mai der Sparte Nutzfahrzeuge vor.", "Sparte Nutzfahrzeuge"),
        ("es", "Ana Ruiz llevará desde mayo el departamento Flotas.", "departamento Flotas"),
        ("it", "Marta Bassi guiderà da maggio la divisione Veicoli.", "divisione Veicoli"),
    ],
)
def test_a_part_of_a_company_is_a_field_to_lead_and_no_organization(language: str, text: str, field: str) -> None:
    assert field in offered("role", text, language)
    reader = reader_of(text, language)
    assert reader.view is not None
    named = {mark.name for one in reader.view.readings for mark in one.employers}
    assert not any(name in field for name in named)


@pytest.mark.parametrize(
    ("language", "text", "field"),
    [
        ("fr", "Claire Morel était chez Valeo. Elle supervisera les achats.", "achats"),
        ("de", "Anna Schmidt leitet vom 1. Oktober an den Vertrieb von Opel.", "Vertrieb"),
        ("it", "Marta Bassi si occuperà di remarketing.", "remarketing"),
    ],
)
def test_what_somebody_leads_is_offered_for_the_position(language: str, text: str, field: str) -> None:
    assert field in offered("role", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The knife has a new owner. It will be Emma Walker."),
        ("fr", "Voici la suite. Prend le relais : Claire Morel."),
    ],
)
def test_a_pronoun_or_a_verb_is_nothing_that_is_handed_over(language: str, text: str) -> None:
    moves = reader_of(text, language).rows_by_rules(about_moves=True)
    assert all(move.role is None for move in moves)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "En 2018 Ana Ruiz se incorporó a Ibaia Motor, que hace furgonetas.", "Ibaia Motor"),
        ("fr", "Claire Morel arrive. À l'atelier de Luciole Auto, on dit merci.", "Luciole Auto"),
        ("en", "Emma Walker waves. The shop of Ivybridge Motor is shut.", "Ivybridge Motor"),
    ],
)
def test_a_name_goes_on_with_a_word_that_many_names_have(language: str, text: str, name: str) -> None:
    assert name in offered("employer", text, language)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "DUNMORE SCOOTERS – Emma Walker, who knows panniers, starts on 15 July.", "DUNMORE SCOOTERS"),
        ("it", "UNIFRENI, l'unione dei produttori, ha un direttore. È Marta Bassi.", "UNIFRENI"),
    ],
)
def test_capitals_that_open_a_paragraph_may_be_an_organization(language: str, text: str, name: str) -> None:
    assert name in offered("employer", text, language)


def test_what_looks_like_a_name_without_a_given_name_may_be_an_organization() -> None:
    text = "Emma Walker waves. Shares in Brackenridge Driveline fell."
    assert "Brackenridge Driveline" in offered("employer", text, "en")


def test_a_german_noun_that_has_an_article_is_offered_for_nothing() -> None:
    text = "Anna Schmidt kommt im Mai. Das Geschäft wächst, und Geschäft ist Geschäft. Kern AG dankt."
    assert "Geschäft" not in offered("employer", text, "de")


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("es", "La junta de Renault eligió consejeras a Ana Ruiz y a Eva Soler.", "consejeras"),
        ("es", "Renault ya tiene nuevo DG. Se trata de Luis Soler.", "DG"),
        ("de", "MAN bekommt einen Beauftragten für Megawattladen. Es ist Jan Kern.", "Beauftragten für Megawattladen"),
    ],
)
def test_further_titles_are_positions(language: str, text: str, role: str) -> None:
    assert role in offered("role", text, language)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "CRISSOL. Orvane Motos se dote d'un directeur. C'est Luc Perrin.", "CRISSOL"),
        ("en", "Scooters. Dunmore Tyres has named Emma Walker treasurer. She starts soon.", "Scooters"),
        ("it", "Motocicli. La Orvana Moto ha nominato Marta Bassi tesoriera.", "Motocicli"),
    ],
)
def test_a_town_or_a_label_before_an_organization_heads_no_paragraph(language: str, text: str, name: str) -> None:
    reader = reader_of(text, language, "Carnet")
    assert reader.view is not None
    headed = [found for one in reader.view.readings for found, _ in heading_of(reader.view, one.sentence.paragraph)]
    assert name not in headed


def test_an_organization_alone_before_who_moves_heads_the_paragraph() -> None:
    reader = reader_of("Dunmore. Emma Walker has been named treasurer.", "en", "People")
    assert reader.view is not None
    assert [name for name, _ in heading_of(reader.view, reader.view.readings[1].sentence.paragraph)] == ["Dunmore"]
