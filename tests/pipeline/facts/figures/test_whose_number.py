"""Whom a number is of where no table knows the name, where a market is meant, and what is no sale."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "text", "subject", "value"),
    [
        ("fr", "Le mois fut bon. En avril 2021, Orvelio a adjugé 9 100 voitures, dit Orvelio.", "Orvelio", 9_100),
        ("it", "Martelletto: per Orvelio, Orvelio ha aggiudicato ad aprile 2021 2.400 usati.", "Orvelio", 2_400),
        ("it", "La più richiesta è la Tarvisia, che con 9.400 esemplari venduti è prima.", "Tarvisia", 9_400),
        ("es", "El más vendido es el Corvo 125, con 520 unidades.", "Corvo 125", 520),
    ],
)
def test_names_that_no_table_holds(language: str, text: str, subject: str, value: int) -> None:
    found = figures(text, language=language, published="2021-05-03")

    assert [(one.subject, one.value) for one in found] == [(subject, value)]


def test_a_second_model_needs_no_noun() -> None:
    found = figures("El más vendido es el Corvo 125, con 520 unidades; el Tarsio se queda en 310.", language="es")

    assert [(one.subject, one.value) for one in found] == [("Corvo 125", 520), ("Tarsio", 310)]


def test_what_a_country_registered_is_not_the_headlines_maker() -> None:
    found = figures(
        "Il s'est immatriculé en France 22 140 camions en mai 2021. "
        "Renault en a placé 6 110, devant Volvo, 4 280, et Scania, 3 520.",
        headline="Poids lourds : Renault repasse devant",
    )

    assert [(one.subject, one.value) for one in found] == [
        ("France", 22_140),
        ("Renault", 6_110),
        ("Volvo", 4_280),
        ("Scania", 3_520),
    ]


def test_a_rivals_number_is_a_row() -> None:
    found = figures("En mai 2021, Kia a vendu 1 210 voitures, contre 1 120 à la Ford Fiesta.")

    assert [one.value for one in found] == [1_210, 1_120]


def test_shares_that_explain_a_change_in_points() -> None:
    found = figures(
        "La part de marché du diesel a baissé, entre le deuxième trimestre 2017 et le deuxième trimestre 2018, "
        "de 4 points (40 % contre 36 %)."
    )

    assert [(one.value, one.period) for one in found] == [(40.0, "2017-Q2"), (36.0, "2018-Q2")]


def test_lessors_hand_over_to_fleets_and_auctioneers_sell_used_cars() -> None:
    lent = figures("Le loueur Orvelio a livré 4 120 véhicules en mai 2021.")
    auctioned = figures("Aux enchères, Orvelio Motors a vendu 4 120 véhicules en mai 2021.")

    assert [one.segment for one in lent + auctioned] == ["fleet", "used"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "En mai 2021, un client sur deux demande une vignette."),
        ("en", "Dealers offered a 2.5 percent finance rate and sales of cars stood still in May 2021."),
        ("es", "En mayo de 2021 unas 12.000 unidades están aparcadas en las campas."),
    ],
)
def test_what_is_no_figure(language: str, text: str) -> None:
    assert figures(text, language=language) == []


def test_a_table_without_vehicles_or_makers_is_none() -> None:
    found = figures("Les ventes montent.\nOrvelio | Donnée\nEffectif | 860\nÉquipes | 300")

    assert found == []


def test_a_headline_with_a_model_and_its_maker_is_about_the_maker() -> None:
    text = "The company sold 75,900 vehicles in the first quarter of 2021, up 10%."

    found = figures(text, headline="Fiesta lifts Ford to 10% gain", language="en")

    assert [one.subject for one in found] == ["Ford"]


def test_a_headline_with_a_model_alone_is_about_the_model() -> None:
    text = "Registrations came to 75,900 in the first quarter of 2021, up 10%."

    found = figures(text, headline="Skoda Octavia gains 10%", language="en")

    assert [one.subject for one in found] == ["Skoda Octavia"]


def test_what_argentina_calls_a_registration_is_one() -> None:
    found = figures("En enero de 2021 se patentaron en la Argentina 49.420 vehículos.", language="es")

    assert [(one.metric, one.value, one.geography) for one in found] == [("registrations", 49_420, "AR")]


def test_a_patent_of_an_invention_is_none() -> None:
    assert not figures("En 2021 la firma patentó 120 inventos y abrió 12 talleres.", language="es")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "En 2021, Peugeot suit à 61 300 voitures en Belgique, devant Citroën, qui s'arrête à 52 900 unités."),
        ("it", "Nel 2021 Peugeot segue in Belgio a 61.300 auto, davanti a Citroën, ferma a 52.900 unità."),
    ],
)
def test_a_clause_on_a_name_has_its_number(language: str, text: str) -> None:
    assert [(one.subject, one.value) for one in figures(text, language=language)] == [
        ("Peugeot", 61_300),
        ("Citroën", 52_900),
    ]


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("de", "In China lieferte FAW-Volkswagen 2021 genau 201.500 Autos aus.", "FAW-Volkswagen"),
        ("en", "Sales of FAW-Volkswagen reached 201,500 cars in China in 2021.", "FAW-Volkswagen"),
        ("es", "El consorcio Kia-Hyundai vendió en Europa 201.500 coches en 2021.", "Kia-Hyundai"),
    ],
)
def test_names_that_a_hyphen_joins_are_one(language: str, text: str, subject: str) -> None:
    assert [one.subject for one in figures(text, language=language)] == [subject]


def test_what_belongs_to_a_maker_is_no_part_of_its_name() -> None:
    found = figures("Die VW-Händler in Bayern verkauften 2021 genau 2.500 Autos.", language="de")

    assert all("Händler" not in (one.subject or "") for one in found)


def test_a_place_is_called_without_its_article() -> None:
    found = figures("En 2021, 643 600 voitures neuves ont été immatriculées dans l'Union.")

    assert [(one.subject, one.geography) for one in found] == [("Union", "EU")]


@pytest.mark.parametrize(
    ("language", "headline", "text", "rows"),
    [
        (
            "es",
            "Motos: las matriculaciones de julio",
            "Honda: 612 unidades.\nBMW: 171.\nKawasaki: 94",
            [("Honda", 612), ("BMW", 171), ("Kawasaki", 94)],
        ),
        (
            "de",
            "Motorräder: die Zulassungen im Juli",
            "Honda: 612 Stück.\nBMW: 171, verdoppelt.\nKawasaki: 94",
            [("Honda", 612), ("BMW", 171), ("Kawasaki", 94)],
        ),
    ],
)
def test_a_line_with_a_label_counts_few_too(
    language: str, headline: str, text: str, rows: list[tuple[str, float]]
) -> None:
    found = figures(text, headline=headline, language=language, published="2021-08-03")

    assert [(one.subject, one.value) for one in found] == rows


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "A febbraio le targhe in Umbria: Fiat 612 targhe (+18%), Volkswagen 241 (+9%)."),
        ("es", "Matriculaciones de febrero en Umbría: Fiat 612 unidades (+18%), Volkswagen 241 (+9%)."),
    ],
)
def test_a_number_with_its_noun_or_change_is_no_model(language: str, text: str) -> None:
    found = figures(text, language=language, published="2021-03-03")

    assert [(one.subject, one.value, one.change_pct) for one in found] == [
        ("Fiat", 612, 18),
        ("Volkswagen", 241, 9),
    ]
