"""What looks like a figure's subject, segment, place or time, and means something else."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Driven by hybrids, registrations rose to 152,300 units in Ireland in March 2021.", 152_300),
        ("fr", "Portées par les hybrides, les immatriculations atteignent 152 300 unités en mars 2021.", 152_300),
        ("de", "Getrieben von Elektroautos, stiegen die Neuzulassungen im März 2021 auf 252.300.", 252_300),
        ("es", "Impulsadas por los híbridos, las matriculaciones suman 85.300 unidades en marzo de 2021.", 85_300),
        ("it", "Trainate dalle ibride, le immatricolazioni toccano quota 152.300 a marzo 2021.", 152_300),
        ("en", "Kia, boosted by electric cars, sold 52,300 vehicles in March 2021.", 52_300),
        ("de", "Kia hat dank der neuen SUV, die gut ankamen, im März 2021 weltweit 82.300 Autos ausgeliefert.", 82_300),
    ],
)
def test_a_segment_that_only_moves_what_is_counted_is_not_its_own(language: str, text: str, value: int) -> None:
    assert [(one.value, one.segment) for one in figures(text, language=language)] == [(value, None)]


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        ("en", "Registrations rose to 152,300 in March 2021, driven by hybrids, which reached 22,300.", "hybrid"),
        ("it", "Grazie alle elettriche, che toccano quota 22.300, il mercato sale a marzo 2021.", "bev"),
        ("fr", "Grâce aux électriques, dont 22 300 ont été vendues, le marché progresse en mars 2021.", "bev"),
    ],
)
def test_a_segment_with_a_number_of_its_own_keeps_it(language: str, text: str, segment: str) -> None:
    found = {one.value: one.segment for one in figures(text, language=language)}

    assert found[22_300] == segment


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The group's businesses in Ireland delivered 2,310 new cars in 2020."),
        ("es", "La firma entregó 2.310 vehículos autónomos en 2020."),
        ("it", "Cupra, che guarda al lungo termine, ha venduto 2.310 auto nel 2020."),
    ],
)
def test_words_for_fleets_may_mean_something_else(language: str, text: str) -> None:
    assert [one.segment for one in figures(text, language=language)] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Skoda, owned by Volkswagen, climbed to 52,300 sales in March 2021."),
        ("fr", "Skoda, filiale de Volkswagen, grimpe à 52 300 ventes en mars 2021."),
        ("it", "Skoda, marchio di Volkswagen, arriva a 52.300 vendite a marzo 2021."),
        ("de", "Skoda, eine Marke von Volkswagen, kommt im März 2021 auf 52.300 Verkäufe."),
        ("en", "Skoda, once well behind Renault, now stands at 52,300 sales in March 2021."),
        ("fr", "Skoda, longtemps derrière Renault, grimpe pourtant à 52 300 ventes en mars 2021."),
    ],
)
def test_a_name_that_only_describes_the_one_before_sold_nothing(language: str, text: str) -> None:
    assert [one.subject for one in figures(text, language=language)] == ["Skoda"]


@pytest.mark.parametrize(
    ("language", "over"),
    [
        ("en", "Average CO2 in g/km by brand."),
        ("en", "Starting prices in pounds."),
        ("fr", "Les puissances de la nouvelle gamme, en chevaux."),
        ("de", "Die Reichweite im Winter, in Kilometern."),
        ("it", "I prezzi di listino in euro."),
        ("es", "Los precios de los más baratos, en euros."),
    ],
)
def test_a_list_of_other_measures_counts_no_vehicles(language: str, over: str) -> None:
    assert figures(f"{over}\nBMW: 340.\nAudi: 299.", language=language) == []


def test_a_list_of_sales_does_though_prices_are_named() -> None:
    found = figures("Registrations in March 2021, in spite of rising prices.\nBMW: 340.\nAudi: 299.", language="en")

    assert [(one.subject, one.value) for one in found] == [("BMW", 340), ("Audi", 299)]


@pytest.mark.parametrize(
    ("language", "text", "geography"),
    [
        ("en", "Tom Kent of Toyota said it sold 812,000 vehicles worldwide in March 2021.", "World"),
        ("en", "BYD, in which Berkshire Hathaway holds a stake, sold 42,300 cars in March 2021.", "World"),
        ("en", "Dealers in Kent registered 4,310 new cars in March 2021.", "GB"),
        ("en", "West Sussex saw 4,310 registrations in March 2021.", "GB"),
        ("fr", "Lorraine Petit, directrice de Kia en Belgique, annonce 1 420 immatriculations en mars 2021.", "BE"),
        ("fr", "À Vienne, en Autriche, le distributeur dit avoir vendu 2 310 voitures en mars 2021.", "AT"),
        ("fr", "En Lorraine, 4 310 voitures neuves ont été immatriculées en mars 2021.", "FR"),
    ],
)
def test_a_region_within_a_name_is_none(language: str, text: str, geography: str) -> None:
    assert [one.geography for one in figures(text, language=language)] == [geography]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kia stuck to its annual target of 2.9 million sales and sold 252,300 in March 2021."),
        ("fr", "Kia maintient son objectif annuel de 2,9 millions de ventes et a vendu 252 300 voitures en mars 2021."),
        ("de", "Kia hält am Jahresziel von 2,9 Millionen Verkäufen fest und setzte im März 2021 252.300 Autos ab."),
        ("es", "Kia mantiene su objetivo anual de 2,9 millones de ventas y vendió 252.300 coches en marzo de 2021."),
        ("it", "Kia conferma l'obiettivo annuale di 2,9 milioni di vendite e ha venduto 252.300 auto a marzo 2021."),
    ],
)
def test_what_was_sold_beside_a_target_is_none(language: str, text: str) -> None:
    found = {one.value: (one.period, one.forecast) for one in figures(text, language=language, published="2021-04-12")}

    assert found == {2_900_000: ("2021", True), 252_300: ("2021-03", False)}


@pytest.mark.parametrize(
    ("language", "headline", "text", "geography"),
    [
        ("en", "Tom Kent: a good month", "Toyota sold 812,000 vehicles in March 2021.", "World"),
        (
            "fr",
            "Lorraine Petit fait le point",
            "Directrice de Kia en Belgique, elle annonce 1 420 immatriculations en mars 2021.",
            "BE",
        ),
    ],
)
def test_a_person_of_the_headline_is_no_region(language: str, headline: str, text: str, geography: str) -> None:
    assert [one.geography for one in figures(text, headline=headline, language=language)] == [geography]


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        ("en", "Kia target for 2023", "Kia sold 52,300 cars last year, up 4%."),
        ("fr", "Kia vise 60 000 ventes en 2023", "Kia a vendu 52 300 voitures l'an dernier, en hausse de 4 %."),
        ("de", "Kia will 2023 wachsen", "Kia verkaufte im vergangenen Jahr 52.300 Autos, ein Plus von 4 Prozent."),
    ],
)
def test_last_year_is_not_the_year_that_a_headline_aims_at(language: str, headline: str, text: str) -> None:
    found = {one.value: one.period for one in figures(text, headline=headline, language=language, published=None)}

    assert found[52_300] is None


def test_a_town_that_is_a_word_does_not_tell_the_readers_country() -> None:
    text = "The market rose 4% to 152,300 in March 2021. Lincoln, Ford and Reading-based dealers cheered."

    assert [one.geography for one in figures(text, headline="New car market rises", language="en")] == [None]


def test_a_number_of_a_model_before_its_sales_is_none() -> None:
    assert [one.value for one in figures("BMW 320 sales rose: 1,230 units in March 2021.", language="en")] == [1_230]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kia wants to deliver 60,000 cars in 2021."),
        ("fr", "Kia veut livrer 60 000 voitures en 2021."),
        ("es", "Antes de fin de año Kia quiere entregar 60.000 coches."),
    ],
)
def test_what_a_maker_wants_to_deliver_is_foreseen(language: str, text: str) -> None:
    found = figures(text, language=language, published="2021-04-12")

    assert [(one.value, one.period, one.forecast) for one in found] == [(60_000, "2021", True)]
