"""Facts about companies that no table holds, in forms that were once lost."""

import pytest

from pipeline.document import Document
from pipeline.facts.compliance import read_compliance
from pipeline.facts.figures import read_figures
from pipeline.organizations.find import find_organizations


def document(language: str, headline: str, text: str) -> Document:
    return Document(headline, text, language, "2021-03-01")


def test_a_verb_parted_in_two_gives_the_sign_of_the_change() -> None:
    one = document("de", "Tarnwald legt zu", "In China gingen die Verkäufe um 8 Prozent auf 51.300 Fahrzeuge zurück.")
    assert [(row.value, row.change_pct) for row in read_figures(one, [])] == [(51300, -8)]


def test_an_unknown_maker_is_the_subject_of_its_sales() -> None:
    one = document("fr", "Année faste pour Zelmar", "Zelmar a vendu 41 200 véhicules dans le monde en 2020.")
    assert [(row.subject, row.geography) for row in read_figures(one, [])] == [("Zelmar", "World")]


def test_registrations_of_a_maker_without_a_place_are_those_of_the_country() -> None:
    one = document("fr", "Peugeot en tête", "Peugeot affiche 12 410 immatriculations en février 2021.")
    assert [row.geography for row in read_figures(one, find_organizations(one))] == ["FR"]


def test_an_unknown_maker_misses_its_target() -> None:
    text = "Zelmar a dépassé de 4 g/km son plafond d'émissions de CO2 en 2020."
    one = document("fr", "Zelmar rate sa cible CO2", text)
    rows = read_compliance(one, [])
    assert [(row.organization, row.gap_g_km, row.outcome) for row in rows] == [("Zelmar", 4, "missed")]


def test_two_sentences_on_one_maker_are_one_row() -> None:
    text = (
        "En 2020, les voitures neuves de Volvo ont émis en moyenne 98 g/km de CO2. "
        "L'objectif du constructeur était de 102 g/km."
    )
    one = document("fr", "CO2 : Volvo sous son objectif", text)
    rows = read_compliance(one, find_organizations(one))
    assert [(row.target_g_km, row.actual_g_km) for row in rows] == [(102, 98)]


def test_a_table_says_yes_or_no_of_makers_no_table_holds() -> None:
    text = (
        "Émissions moyennes de CO2 des flottes européennes.\n"
        "Constructeur | Objectif 2019 | Réalisé | Respect\nZelmar | 98 | 97 | oui\nOrvane | 96 | 103 | non"
    )
    rows = read_compliance(document("fr", "CO2 : le tableau", text), [])
    assert [(row.organization, row.outcome) for row in rows] == [("Zelmar", "met"), ("Orvane", "missed")]


@pytest.mark.timeout(30)  # a tenth of a second; minutes where its cost grows with the square of its rows
def test_a_very_long_table_is_read() -> None:
    lines = [f"Renault {number} | {10_000 + number} | {9_000 + number} | +5,1 %" for number in range(1_500)]
    one = document("fr", "Ventes 2020", "\n".join(["Marque | Ventes 2020 | Ventes 2019 | Évolution", *lines]))
    mentions = find_organizations(one)
    assert read_figures(one, mentions)
