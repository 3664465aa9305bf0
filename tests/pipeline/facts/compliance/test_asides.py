"""Owners, suppliers and represented brands that a sentence only mentions beside whom it is about."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.compliance.reading_rows import document, names_in, rows_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Škoda, filiale de Volkswagen, a manqué son objectif CO2 de 3 g en 2020."),
        ("en", "Škoda, a subsidiary of Volkswagen, missed its CO2 target by 3 g in 2020."),
        ("de", "Škoda, Teil der Volkswagen-Gruppe, hat sein CO2-Ziel 2020 um 3 g verfehlt."),
        ("es", "Škoda, filial de Volkswagen, incumplió su objetivo de CO2 por 3 g en 2020."),
        ("it", "Škoda, controllata da Volkswagen, ha mancato il suo obiettivo di CO2 di 3 g nel 2020."),
    ],
)
def test_an_owner_has_no_part_in_what_is_said_of_its_maker(language: str, text: str) -> None:
    found = rows_of(document(language, text, published="2021-02-01"))

    assert found["Škoda"].outcome == "missed"
    assert len(found) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'importateur paie 2 millions : sa gamme est empruntée à Renault."),
        ("en", "Its vans are built by Renault and by Fiat."),
        ("de", "Der Motor stammt von BMW."),
        ("es", "Su furgoneta es gemela de Peugeot."),
        ("it", "Il furgone è prodotto da Renault."),
    ],
)
def test_a_supplier_is_nobody_the_sentence_is_about(language: str, text: str) -> None:
    assert not {"Renault", "BMW", "Peugeot"} & set(names_in(document(language, text))[1])


def test_brands_that_an_importer_represents_are_not_those_who_pay() -> None:
    text = "Le plus gros payeur de sanctions CO2 est Emil Frey, qui représente Jaguar, Land Rover et Kia."
    assert names_in(document("fr", text))[1] == ["Emil Frey"]


def test_members_of_a_pool_keep_their_target_together() -> None:
    text = "Mazda is part of the pool of Toyota that met its CO2 target in 2020."
    assert "Toyota" in names_in(document("en", text))[1]
