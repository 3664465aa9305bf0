"""Where a number was counted: what headline, nationality and buyers say of it, and what they do not."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        ("de", "Skoda: China bremst, Europa hilft", "Skoda hat 2021 insgesamt 878.200 Autos ausgeliefert."),
        ("fr", "Skoda : l'Inde déçoit, le reste tient", "Skoda a livré 878 200 voitures en 2021."),
        ("es", "Skoda: India frena, el resto acelera", "Skoda entregó 878.200 coches en 2021."),
    ],
)
def test_a_clause_of_the_headline_about_a_country_is_not_where_a_maker_sold_its_total(
    language: str, headline: str, text: str
) -> None:
    assert [one.geography for one in figures(text, headline=headline, language=language)] == ["World"]


@pytest.mark.parametrize(
    ("language", "headline", "text", "country"),
    [
        ("de", "Skoda in China: Absatz steigt", "Skoda hat 2021 insgesamt 8.200 Autos ausgeliefert.", "CN"),
        ("fr", "Skoda (Inde) : un bon cru", "Skoda a livré 8 200 voitures en 2021.", "IN"),
    ],
)
def test_a_country_that_the_headline_locates_is(language: str, headline: str, text: str, country: str) -> None:
    assert [one.geography for one in figures(text, headline=headline, language=language)] == [country]


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("fr", "Kia a livré 41 200 voitures à ses concessionnaires indiens en 2021.", "IN"),
        ("de", "Kia hat 2021 an deutsche Händler 41.200 Autos ausgeliefert.", "DE"),
        ("en", "Kia delivered 41,200 cars to Indian dealers in 2021.", "IN"),
        ("it", "Nel 2021 Kia ha consegnato 41.200 vetture ai concessionari indiani.", "IN"),
        ("es", "En 2021 Kia entregó 41.200 coches a concesionarios indios.", "IN"),
    ],
)
def test_whose_dealers_they_are_says_where(language: str, text: str, country: str) -> None:
    assert [one.geography for one in figures(text, language=language)] == [country]


@pytest.mark.parametrize(
    ("language", "headline", "text", "country"),
    [
        (
            "fr",
            "Orvelio retrouve le sourire",
            "Le vendeur américain va mieux. Le distributeur Orvelio a vendu 41 200 voitures d'occasion en 2021.",
            "US",
        ),
        (
            "de",
            "Orvelio wächst",
            "Der niederländische Händler Orvelio wächst. Orvelio verkaufte 2021 genau 41.200 Gebrauchtwagen.",
            "NL",
        ),
        (
            "fr",
            "Orvelio retrouve le sourire",
            "Le distributeur Orvelio va mieux. Le distributeur Orvelio a vendu 41 200 voitures d'occasion en 2021.",
            "FR",
        ),
    ],
)
def test_a_dealer_without_a_place_sells_in_its_own_country(
    language: str, headline: str, text: str, country: str
) -> None:
    assert [one.geography for one in figures(text, headline=headline, language=language)] == [country]


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("de", "Das Autohaus Orvelio hat 2021 genau 1'510 Gebrauchtwagen verkauft.", "CH"),
        ("de", "Das Autohaus Orvelio hat 2021 genau 1.510 Gebrauchtwagen verkauft.", "DE"),
        ("fr", "Le distributeur Orvelio a vendu 1'510 occasions en 2021, pour 30 millions de francs suisses.", "CH"),
        ("en", "Orvelio Motors, a dealer, sold 1,510 used cars in 2021. Turnover rose to £2.4bn.", "GB"),
        ("en", "Orvelio Motors, a dealer, sold 1,510 used cars in 2021. Turnover rose to $2.4bn.", "US"),
    ],
)
def test_money_and_numbers_say_for_whom_an_article_is_written(language: str, text: str, country: str) -> None:
    assert [one.geography for one in figures(text, headline="Orvelio wins", language=language)] == [country]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kia sold 1,510,000 cars in 2021. Turnover rose to $2.4bn."),
        ("de", "Kia hat 2021 genau 1'510'000 Autos verkauft."),
    ],
)
def test_a_maker_sells_in_the_world_whatever_its_money(language: str, text: str) -> None:
    assert [one.geography for one in figures(text, headline="Kia", language=language)] == ["World"]


def test_a_dealer_of_another_country_sells_where_the_article_is_written() -> None:
    found = figures("Emil Frey vendió 11.800 turismos en 2021.", headline="El año de los concesionarios", language="es")

    assert [one.geography for one in found] == ["ES"]


@pytest.mark.parametrize(
    ("language", "headline", "text", "places"),
    [
        (
            "fr",
            "Le groupe Orvelio accélère",
            "Le groupe Orvelio et ses douze concessions vont bien. Le groupe Orvelio a vendu 16 900 voitures en 2021.",
            ["FR"],
        ),
        (
            "de",
            "Orvelio-Gruppe wächst",
            "Die Orvelio-Gruppe hat zwölf Autohäuser. Die Orvelio-Gruppe verkaufte 2021 genau 16.900 Neuwagen.",
            ["DE"],
        ),
        ("fr", "Le groupe Orvelio accélère", "Le groupe Orvelio a vendu 16 900 voitures en 2021.", ["World"]),
        ("fr", "Kia accélère", "Kia et ses concessions vont bien. Kia a vendu 1 690 000 voitures en 2021.", ["World"]),
    ],
)
def test_a_company_with_showrooms_sells_where_the_article_is_written(
    language: str, headline: str, text: str, places: list[str]
) -> None:
    assert [one.geography for one in figures(text, headline=headline, language=language)] == places


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("fr", "L'importateur belge de Skoda a enregistré 2 700 commandes en 2021.", "BE"),
        ("es", "El importador español de Skoda recibió 2.700 pedidos en 2021.", "ES"),
    ],
)
def test_an_importers_country_is_where_it_sells(language: str, text: str, country: str) -> None:
    assert [one.geography for one in figures(text, headline="Skoda", language=language)] == [country]


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("fr", "Le marché chilien a atteint 41 200 immatriculations en 2021.", "CL"),
        ("en", "The South African market reached 41,200 sales in 2021.", "ZA"),
        ("de", "Der griechische Markt kam 2021 auf 41.200 Neuzulassungen.", "GR"),
        ("es", "El mercado peruano cerró 2021 con 41.200 matriculaciones.", "PE"),
        ("it", "Il mercato ucraino ha chiuso il 2021 con 41.200 immatricolazioni.", "UA"),
    ],
)
def test_the_market_of_a_country_says_where(language: str, text: str, country: str) -> None:
    assert [one.geography for one in figures(text, language=language)] == [country]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kia, porté par son patron chilien, a livré 41 200 voitures dans le monde en 2021."),
        ("en", "Kia, led by a South African chief, delivered 41,200 cars worldwide in 2021."),
        ("es", "Kia, con su jefe peruano, entregó 41.200 coches en todo el mundo en 2021."),
    ],
)
def test_the_nationality_of_a_person_does_not(language: str, text: str) -> None:
    assert [one.geography for one in figures(text, language=language)] == ["World"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "In der EU samt Großbritannien, Norwegen und Island übergab Skoda 2021 insgesamt 41.200 Autos."),
        ("en", "In the EU plus Britain, Norway and Iceland, Skoda delivered 41,200 cars in 2021."),
    ],
)
def test_the_union_with_its_neighbours_is_europe(language: str, text: str) -> None:
    assert [one.geography for one in figures(text, language=language)] == ["Europe"]


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        (
            "it",
            "Gruppo Nevardi, anno d'oro",
            "Il Gruppo Nevardi ha venduto 6.480 auto nel 2022. Il concessionario ha sei filiali.",
        ),
        (
            "fr",
            "Groupe Nevard : belle année",
            "Le groupe Nevard a vendu 6 480 voitures en 2022. Le distributeur a six adresses.",
        ),
    ],
)
def test_who_is_called_a_dealer_later_on_sells_in_the_readers_country(language: str, headline: str, text: str) -> None:
    found = figures(text, headline=headline, language=language)

    assert [one.geography for one in found] == [language.upper()]


def test_a_dealer_of_no_known_country_does_not_sell_in_the_world() -> None:
    text = "Nevard Motors sold 6,480 new cars in 2022. The dealer has six showrooms."

    assert [one.geography for one in figures(text, headline="Nevard Motors has a good year", language="en")] == [None]


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        ("en", "Skoda heads for India", "Skoda delivered 812,400 cars in 2021."),
        ("fr", "Skoda met le cap sur l'Inde", "Skoda a livré 812 400 voitures en 2021."),
        ("de", "Skoda nimmt Kurs auf Indien", "Skoda hat 2021 genau 812.400 Autos ausgeliefert."),
        ("es", "Skoda pone rumbo a la India", "Skoda entregó 812.400 coches en 2021."),
        ("it", "Skoda fa rotta verso l'India", "Skoda ha consegnato 812.400 auto nel 2021."),
    ],
)
def test_where_a_maker_sets_out_for_is_not_where_it_has_sold(language: str, headline: str, text: str) -> None:
    assert [one.geography for one in figures(text, headline=headline, language=language)] == ["World"]


def test_continents_are_places_and_no_models() -> None:
    text = "Skoda ha consegnato 812.400 auto nel 2021. L'area Emea è salita a 512.300 unità, le Americhe a 40.200."

    found = {one.value: (one.subject, one.geography) for one in figures(text, headline="Skoda cresce", language="it")}

    assert found[512_300] == found[40_200] == ("Skoda", None)


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "Tolvane Motors, with nine showrooms from Bristol to Swindon, sold 3,120 new cars in 2022.", "GB"),
        ("fr", "Tolvane Automobiles, neuf concessions de Liège à Namur, a vendu 3 120 voitures neuves en 2022.", "BE"),
        ("fr", "Tolvane Automobiles, neuf concessions de Lyon à Dijon, a vendu 3 120 voitures neuves en 2022.", "FR"),
        ("de", "Das Autohaus Tolvane mit Betrieben in Graz und Klagenfurt verkaufte 2022 genau 3.120 Neuwagen.", "AT"),
        ("es", "En 2022 se vendieron 3.120 coches, según los concesionarios de Montevideo y Paysandú.", "UY"),
    ],
)
def test_towns_show_for_whom_a_page_is_written(language: str, text: str, country: str) -> None:
    headline = {"es": "El mercado se enfría"}.get(language, "Tolvane")

    assert [one.geography for one in figures(text, headline=headline, language=language)] == [country]


@pytest.mark.parametrize(
    ("language", "text", "region", "country"),
    [
        ("en", "In Cornwall 3,120 new cars were registered in 2022.", "Cornwall", "GB"),
        ("it", "In Umbria nel 2022 sono state immatricolate 3.120 auto.", "Umbria", "IT"),
        ("fr", "Dans le Finistère, 3 120 voitures neuves ont été immatriculées en 2022.", "Finistère", "FR"),
    ],
)
def test_a_region_is_a_place_of_its_country(language: str, text: str, region: str, country: str) -> None:
    assert [(one.subject, one.geography) for one in figures(text, language=language)] == [(region, country)]


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        (
            "it",
            "Europa in breve",
            "AUSTRIA – Nel 2022 sono state immatricolate 31.200 vetture. Le elettriche sono state 4.100.",
        ),
        (
            "fr",
            "L'Europe en bref",
            "AUTRICHE – En 2022, 31 200 voitures ont été immatriculées. Les électriques ont été 4 100.",
        ),
    ],
)
def test_a_place_in_capitals_labels_its_paragraph(language: str, headline: str, text: str) -> None:
    assert [one.geography for one in figures(text, headline=headline, language=language)] == ["AT", "AT"]
