"""Whose a number is where the sentence turns around, a federation speaks, or another maker stands beside."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.facts.figures import read_figures
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations
from tests.pipeline.facts.figures.test_sentences import figures


def test_a_german_sentence_that_opens_with_its_number_has_the_seller_behind_the_verb() -> None:
    found = figures(
        "412.000 Autos hat der Skoda-Konzern 2021 ausgeliefert, 3 Prozent mehr.",
        headline="Skoda wächst, Toyota schaut zu",
        language="de",
    )
    other = figures(
        "412.000 Autos hat 2021 auch Japan an Skoda geliefert.", headline="Toyota in Tschechien", language="de"
    )

    assert [(one.subject or "")[:5] for one in found] == ["Skoda"]
    assert not [one for one in other if one.subject == "Skoda"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kia sold 526,400 cars in 2021, comfortably more than the 484,500 vehicles that Toyota handed over."),
        ("fr", "En 2021, Kia a livré 526 400 voitures, contre 484 500 exemplaires que Toyota a écoulés."),
    ],
)
def test_what_a_rival_sold_in_a_relative_clause_is_the_rivals(language: str, text: str) -> None:
    assert [(one.subject, one.value) for one in figures(text, language=language)] == [
        ("Kia", 526_400),
        ("Toyota", 484_500),
    ]


def test_a_number_compared_with_without_a_rival_is_none() -> None:
    found = figures("Kia sold 526,400 cars in 2021, more than the 484,500 vehicles it had planned.", language="en")

    assert [one.value for one in found] == [526_400]


@pytest.mark.parametrize(
    ("language", "headline", "text", "country"),
    [
        (
            "fr",
            "La Russie ralentit",
            "En Russie, 2 935 000 voitures ont été vendues en 2012. Lada a vendu 537 600 voitures. "
            "L'association n'est pas dupe : elle n'attend que 2,95 millions de ventes en 2013.",
            "Russie",
        ),
        (
            "de",
            "Russland bremst",
            "In Russland wurden 2012 genau 2.935.000 Autos verkauft. Lada verkaufte 537.600 Autos. "
            "Der Verband erwartet für 2013 nur 2.950.000 Verkäufe.",
            "Russland",
        ),
    ],
)
def test_what_a_federation_expects_is_the_market(language: str, headline: str, text: str, country: str) -> None:
    last = figures(text, headline=headline, language=language)[-1]

    assert (last.subject, last.value, last.forecast) == (country, 2_950_000, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Seat progresse de 4 % en Belgique dans un marché de 440 000 voitures vendues en 2021."),
        ("en", "Seat has grown in Belgium in 2021, in a shrinking market of 440,000 registered cars."),
    ],
)
def test_the_size_of_the_market_is_not_the_makers(language: str, text: str) -> None:
    assert "Seat" not in [one.subject for one in figures(text, headline="Seat", language=language)]


@pytest.mark.parametrize(
    ("language", "text", "subjects"),
    [
        (
            "de",
            "2021 legte der Octavia um 24 Prozent auf 50.100 verkaufte Autos zu, der elektrische Taycan auf 40.600.",
            ["Octavia", "Taycan"],
        ),
        ("fr", "En 2021, l'Octavia monte à 50 100 ventes, le nouveau Kodiaq à 40 600 ventes.", ["Octavia", "Kodiaq"]),
        (
            "it",
            "Nel 2021 Skoda ha venduto 80.000 auto. La più amata resta la Tarvisia: 10.700 esemplari.",
            ["Skoda", "Tarvisia"],
        ),
    ],
)
def test_each_model_has_its_own_number(language: str, text: str, subjects: list[str]) -> None:
    assert [one.subject for one in figures(text, language=language)] == subjects


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Skoda a vendu 80 000 voitures en 2021. L'exportation, vers le Chili et le Japon, en a absorbé 12 300."),
        (
            "de",
            "Skoda hat 2021 in Indien 80.000 Autos verkauft. Im Export, nach Chile und Japan, sind es 12.300 Autos.",
        ),
    ],
)
def test_exports_are_of_no_country(language: str, text: str) -> None:
    last = figures(text, language=language)[-1]

    assert (last.value, last.geography) == (12_300, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Il concessionario Toyota di Treviso, il Gruppo Bressano, cresce. Abbiamo venduto 6.480 auto nel 2021."),
        ("it", "Nel 2021 il concessionario Toyota di Treviso ha venduto 6.480 vetture nuove."),
        ("en", "Last year was good. In 2021 the Toyota dealer in Leeds sold 6,480 new cars."),
        ("de", "2021 hat der Toyota-Händler aus Celle genau 6.480 Neuwagen verkauft."),
    ],
)
def test_what_a_dealer_sold_is_not_its_brands(language: str, text: str) -> None:
    headline = {"it": "Gruppo Bressano in rialzo", "en": "Bressano Motors grows", "de": "Bressano-Gruppe wächst"}

    assert [
        "Toyota" in (one.subject or "") for one in figures(text, headline=headline[language], language=language)
    ] == [False]


def test_what_dealers_of_a_brand_sold_is_the_brands() -> None:
    found = figures("In 2021 Toyota dealers sold 6,480 new cars in Ireland.", headline="Toyota grows", language="en")

    assert [one.subject for one in found] == ["Toyota"]


@pytest.mark.parametrize(
    ("language", "headline", "text", "wrong"),
    [
        ("it", "Skoda corre", "Abbiamo venduto 9.600 auto nel 2021, dice Skoda Italia.", "Abbiamo"),
        (
            "fr",
            "Skoda en forme",
            "Rainer Oberlin, le patron, est content : Rainer Oberlin a vendu 5 000 Skoda en 2021.",
            "Oberlin",
        ),
        (
            "de",
            "Händler in Sorge",
            "In Mühlstadt zählt man anders: Mühlstadt verkaufte 2021 nur 5.000 Autos.",
            "Händler",
        ),
    ],
)
def test_what_only_looks_like_a_company(language: str, headline: str, text: str, wrong: str) -> None:
    assert not [one for one in figures(text, headline=headline, language=language) if wrong in (one.subject or "")]


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("fr", "En trois semaines de 2021, 2 700 commandes de l’e-Corvo ont été enregistrées.", "e-Corvo"),
        ("en", "In 2021 Skoda held 12,600 orders for the Tarvis in Spain.", "Tarvis"),
        ("it", "Nel 2021 sono arrivati 2.700 ordini della Tarvisia.", "Tarvisia"),
        ("fr", "En 2021, 2 700 immatriculations de Skoda ont été comptées.", "Skoda"),
    ],
)
def test_a_model_stands_behind_the_number_of_its_orders(language: str, text: str, subject: str) -> None:
    assert [one.subject for one in figures(text, headline="Skoda en forme", language=language)] == [subject]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Parmi les gagnants, Orvelio annonce 1 456 véhicules livrés en Europe en 2021."),
        ("it", "Tra i vincitori, Orvelio dichiara 1.456 veicoli consegnati in Europa nel 2021."),
    ],
)
def test_who_announces_a_number_has_sold_it(language: str, text: str) -> None:
    assert [one.subject for one in figures(text, headline="Bus : 2021", language=language)] == ["Orvelio"]


def test_nobody_who_tells_a_number_has_sold_it() -> None:
    text = (
        "« Le mois a été bon », dit Xavier Delmas. Mais 9 460 ventes depuis janvier, avertit Xavier Delmas, c'est peu."
    )
    document = Document("Xavier Delmas, l'optimiste", text, "fr", "2024-05-03")
    organizations = find_organizations(document)

    found = read_figures(document, organizations, people=find_people(document, organizations))

    assert all("Delmas" not in (one.subject or "") for one in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "D'après Uni Ford, 21 846 camping-cars ont été immatriculés en France en 2021."),
        ("es", "Según Uni Ford, en 2021 se matricularon en España 21.846 autocaravanas."),
    ],
)
def test_a_name_inside_the_longer_one_of_who_is_cited_has_sold_nothing(language: str, text: str) -> None:
    assert all("Ford" not in (one.subject or "") for one in figures(text, language=language))


def test_a_maker_that_is_cited_alone_has_sold_it() -> None:
    found = figures("D'après Ford, 21 846 voitures ont été livrées en France en 2021.", headline="Ford avance")

    assert [one.subject for one in found] == ["Ford"]
