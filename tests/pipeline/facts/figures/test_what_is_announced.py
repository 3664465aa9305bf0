"""Whom a number is of where a sentence before, or another word than the name, says it."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("fr", "Renault a livré 9 120 voitures en mai 2021. Et Kia ?\nSeconde, avec 2 655 livraisons.", "Kia"),
        (
            "it",
            "Il mercato italiano ha contato 9.120 targhe a maggio 2021. Il secondo canale è il breve termine.\n"
            "Nel mese si contano 2.870 targhe.",
            "breve termine",
        ),
    ],
)
def test_a_short_sentence_announces_the_next(language: str, text: str, subject: str) -> None:
    assert figures(text, language=language, published="2021-06-03")[-1].subject == subject


@pytest.mark.parametrize(
    ("language", "headline", "text", "subject"),
    [
        ("fr", "Peugeot séduit avec la 208", "Lancée en mars, la citadine a déjà recueilli 4 200 commandes.", "208"),
        ("it", "Renault, un successo la Clio", "L'utilitaria ha già raccolto 4.200 ordini in Italia.", "Clio"),
    ],
)
def test_a_body_style_stands_for_the_model_of_the_headline(
    language: str, headline: str, text: str, subject: str
) -> None:
    assert [one.subject for one in figures(text, headline=headline, language=language)] == [subject]


@pytest.mark.parametrize(
    ("language", "headline", "text", "subjects"),
    [
        (
            "fr",
            "Grand Ouest : les ventes de voitures neuves accélèrent",
            "Le Finistère suit avec 1 602 immatriculations en mai 2021, le Morbihan en compte 735.",
            ["Finistère", "Morbihan"],
        ),
        (
            "fr",
            "Bretagne : les ventes accélèrent",
            "En Bretagne, 8 217 voitures neuves ont été immatriculées en mai 2021. Le total atteint 41 300 unités.",
            ["Bretagne", "Bretagne"],
        ),
        (
            "fr",
            "Norvège : du neuf",
            "En 2021, 64,5 % des voitures neuves vendues étaient des électriques.",
            ["électriques"],
        ),
        (
            "it",
            "Camion, maggio 2021",
            "Il mercato italiano degli autocarri vale 1.190 targhe.",
            ["mercato italiano degli autocarri"],
        ),
        (
            "it",
            "Campagna in affanno",
            "Nel primo trimestre si contano 4.120 trattrici. Le mietitrebbie calano a 386 macchine.",
            ["trattrici", "mietitrebbie"],
        ),
        (
            "en",
            "Farm machinery",
            "Tractors reached 1,920 registrations in May 2021, combines 310 units.",
            ["Tractors", "combines"],
        ),
        (
            "fr",
            "Tesla en tête",
            "Tesla dépasse Volkswagen, pour la première fois, avec 2 397 immatriculations en mai 2021.",
            ["Tesla"],
        ),
        ("fr", "Espagne : mai noir", "Le marché espagnol s'est limité à 7 325 voitures.", ["marché espagnol"]),
    ],
)
def test_whose_it_is(language: str, headline: str, text: str, subjects: list[str]) -> None:
    found = figures(text, headline=headline, language=language, published="2021-06-03")

    assert [one.subject for one in found] == subjects


@pytest.mark.parametrize(
    ("language", "text", "market"),
    [
        ("fr", "Renault a livré 9 120 voitures, dans un marché en recul de 4 %, à 120 300 immatriculations.", "marché"),
        ("en", "Renault sold 9,120 cars in May, while the market shrank by 4% to 120,300 registrations.", "market"),
    ],
)
def test_the_market_that_a_maker_is_compared_with(language: str, text: str, market: str) -> None:
    found = figures(text, headline="Renault", language=language, published="2021-06-03")

    assert [one.subject for one in found] == ["Renault", market]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        (
            "de",
            "Größter Markt blieben die Niederlande. Dort stiegen Kias Auslieferungen um 4 Prozent auf 5.043 Autos.",
            "NL",
        ),
        ("fr", "Heureusement, l'Espagne est là. Le groupe Kia y a écoulé 39 200 véhicules en mai 2021.", "ES"),
        ("en", "Luckily there is Spain. Kia delivered 39,200 cars there in May 2021.", "ES"),
        ("fr", "Kia a livré 147 368 véhicules en mai 2021, exportations comprises.", "World"),
    ],
)
def test_where_the_sentence_before_says_it(language: str, text: str, code: str) -> None:
    found = figures(text, headline="Kia : mai en Chine", language=language, published="2021-06-03")

    assert [one.geography for one in found] == [code]


def test_lessors_buy_for_fleets_and_camping_vans_are_no_vans() -> None:
    lessors = "Au premier semestre 2021, les loueurs de courte durée ont immatriculé 8 410 voitures en France."
    camping = "En mai 2021, les fourgons aménagés comptent pour 907 immatriculations."

    assert [one.segment for one in figures(lessors, published="2021-07-06")] == ["fleet"]
    assert [(one.subject, one.segment) for one in figures(camping, published="2021-07-06")] == [
        ("fourgons aménagés", None)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Kia verkaufte 2020 in Österreich 4.310 Autos. Für das laufende Jahr plant Kia 5.000 Auslieferungen."),
        ("fr", "Kia a vendu 4 310 voitures en 2020. Pour l'année qui s'ouvre, Kia vise 5 000 ventes."),
    ],
)
def test_the_year_that_begins_is_that_of_publication(language: str, text: str) -> None:
    found = figures(text, language=language, published="2021-03-14")

    assert [(one.period, one.forecast) for one in found] == [("2020", False), ("2021", True)]


@pytest.mark.parametrize(
    ("language", "text", "subjects"),
    [
        ("en", "Kia overtook Ford, which had 12,000 registrations.", ["Ford"]),
        ("en", "Dacia beat Skoda, whose sales fell to 9,000.", ["Skoda"]),
        ("en", "Kia overtook Ford, which sold 12,000 cars, with 13,000 registrations.", ["Ford", "Kia"]),
        ("fr", "Dacia devance Peugeot, qui a immatriculé 12 000 voitures.", ["Peugeot"]),
        ("fr", "Dacia devance Peugeot et ses 12 000 immatriculations.", ["Peugeot"]),
        ("de", "Kia überholt Ford mit dessen 12.000 Zulassungen.", ["Ford"]),
        ("de", "Kia schlägt Opel, das 9.000 Autos verkaufte.", ["Opel"]),
        ("it", "Fiat supera Opel, che ha immatricolato 9.000 vetture.", ["Opel"]),
        ("es", "Seat supera a Opel, que matriculó 9.000 coches.", ["Opel"]),
    ],
)
def test_who_is_overtaken_keeps_a_number_of_its_own(language: str, text: str, subjects: list[str]) -> None:
    assert [one.subject for one in figures(text, language=language, published="2021-06-03")] == subjects


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Dans un marché en recul, la marque progresse de 3 % à 9 000 immatriculations."),
        ("fr", "Dans un marché en recul de 5 %, elle a grimpé à 9 000 immatriculations."),
        ("en", "In a shrinking market, the brand rose to 9,000 registrations."),
        ("de", "Während der Markt schrumpft, kletterte die Marke auf 9.000 Zulassungen."),
        ("it", "Mentre il mercato cala, il marchio sale a 9.000 immatricolazioni."),
        ("es", "Mientras el mercado cae, la marca sube a 9.000 matriculaciones."),
    ],
)
def test_a_maker_told_of_without_its_name_amid_a_market(language: str, text: str) -> None:
    found = figures(text, headline="Renault", language=language, published="2021-06-03")

    assert [one.subject for one in found] == ["Renault"]


def test_an_article_on_a_market_goes_on_about_its_sales() -> None:
    text = (
        "Le marché automobile français a reculé. Renault, lui, résiste.\n"
        "Les ventes ont atteint 110 000 voitures en mai 2021."
    )

    assert [one.subject for one in figures(text, published="2021-06-03")] == ["marché automobile français"]
