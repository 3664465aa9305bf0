"""In which segment a number was counted, and where a word for one is none."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Au total, 48 200 voitures et utilitaires légers ont été immatriculés en Belgique en 2021."),
        ("en", "In all, 48,200 cars and vans were registered in Belgium in 2021."),
        ("de", "In Belgien wurden 2021 genau 48.200 Pkw und Transporter zugelassen."),
        ("es", "En Bélgica se matricularon 48.200 turismos y SUV en 2021."),
        ("it", "In Belgio sono state immatricolate 48.200 vetture e suv nel 2021."),
        ("fr", "En 2021, 48 200 voitures neuves et d'occasion ont été vendues en Belgique."),
        ("de", "2021 wurden in Belgien 48.200 Neu- und Gebrauchtwagen verkauft."),
    ],
)
def test_what_is_counted_together_with_cars_is_no_segment(language: str, text: str) -> None:
    found = figures(text, language=language)

    assert [(one.value, one.segment) for one in found] == [(48_200, None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Au total, 8 200 utilitaires légers ont été immatriculés en Belgique en 2021."),
        ("en", "In all, 8,200 vans were registered in Belgium in 2021."),
        ("de", "In Belgien wurden 2021 genau 8.200 Transporter zugelassen."),
    ],
)
def test_a_segment_alone_is_one(language: str, text: str) -> None:
    assert [one.segment for one in figures(text, language=language)] == ["lcv"]


def test_cars_and_vans_with_a_number_each_are_two() -> None:
    found = figures("En 2021, Ford a livré 12 000 voitures et 3 400 utilitaires en Belgique.")

    assert [(one.value, one.segment) for one in found] == [(12_000, None), (3_400, "lcv")]


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        ("en", "Diesel drags the showroom down", "Belgium's new car market shrank to 366,300 registrations in 2021."),
        ("fr", "Diesel : la chute continue", "Le marché belge a reculé à 366 300 immatriculations en 2021."),
    ],
)
def test_a_market_is_of_all_powertrains_whatever_the_headline_says(language: str, headline: str, text: str) -> None:
    assert [one.segment for one in figures(text, headline=headline, language=language)] == [None]


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        ("fr", "Diesel : la chute continue", "Les immatriculations se montent à 66 300 voitures en 2021."),
        ("en", "Diesel sales fall again", "Registrations came to 66,300 cars in 2021."),
    ],
)
def test_a_number_without_a_market_is_in_the_headlines_segment(language: str, headline: str, text: str) -> None:
    assert [one.segment for one in figures(text, headline=headline, language=language)] == ["diesel"]


@pytest.mark.parametrize(
    ("language", "text", "segments"),
    [
        (
            "fr",
            "Le distributeur Orvelio a vendu 41 200 voitures d'occasion en 2021. "
            "Orvelio a écoulé 11 300 voitures au quatrième trimestre.",
            ["used", "used"],
        ),
        (
            "de",
            "Der Händler Orvelio verkaufte 2021 genau 41.200 Gebrauchtwagen. Im Herbst verkaufte Orvelio 11.300 Autos.",
            ["used", "used"],
        ),
        (
            "fr",
            "Le distributeur Orvelio a vendu 41 200 voitures d'occasion en 2021. "
            "Orvelio a écoulé 11 300 voitures neuves au quatrième trimestre.",
            ["used", None],
        ),
    ],
)
def test_a_dealer_in_used_cars_goes_on_about_them(language: str, text: str, segments: list[str | None]) -> None:
    found = figures(text, headline="Orvelio retrouve le sourire", language=language)

    assert [one.segment for one in found] == segments


@pytest.mark.parametrize(
    ("language", "headline", "text", "segments"),
    [
        (
            "fr",
            "L'occasion passe les six millions",
            "Le marché de l'occasion a compté 6,02 millions de ventes en 2021. Le neuf, lui, n'avance plus. "
            "Ses 1 659 000 immatriculations déçoivent.",
            ["used", None],
        ),
        (
            "de",
            "Gebrauchtwagen gefragt wie nie",
            "Der Gebrauchtwagenmarkt kam 2021 auf 6,02 Millionen Verkäufe. Neuwagen dagegen stocken. "
            "Ihre 1.659.000 Zulassungen enttäuschen.",
            ["used", None],
        ),
        (
            "fr",
            "L'occasion passe les six millions",
            "Le marché de l'occasion a compté 6,02 millions de ventes en 2021. En décembre, 520 000 ventes s'ajoutent.",
            ["used", "used"],
        ),
    ],
)
def test_new_cars_are_not_in_the_segment_of_the_headline(
    language: str, headline: str, text: str, segments: list[str | None]
) -> None:
    assert [one.segment for one in figures(text, headline=headline, language=language)] == segments


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'hydrogène reste rare, avec 2 070 immatriculations en 2021."),
        ("en", "Hydrogen is rare still, with 2,070 registrations in 2021."),
    ],
)
def test_hydrogen_is_not_the_headlines_powertrain(language: str, text: str) -> None:
    headline = {"fr": "Diesel : le bus change", "en": "Diesel loses the bus"}[language]

    assert [one.segment for one in figures(text, headline=headline, language=language)] == [None]


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        ("fr", "En 2021, la Clio a changé de mains 131 600 fois en France, pour 131 600 immatriculations.", "used"),
        ("en", "In 2021, 131,600 Fords changed hands in Ireland, some 131,600 registrations.", "used"),
        ("de", "In Deutschland zählte das Amt 2021 genau 131.600 Umschreibungen von Pkw.", "used"),
        ("de", "2021 war gut. Bei Transportern war es anders. In Deutschland gab es 254.000 Neuzulassungen.", "lcv"),
        ("it", "L'usato ha retto meno. Nel 2021 le vendite in Italia si sono fermate a 3.150 unità.", "used"),
        ("it", "L'usato ha retto meno. Nel 2021 Fiat ha venduto in Italia 3.150 auto nuove.", None),
    ],
)
def test_what_changes_hands_or_was_announced(language: str, text: str, segment: str | None) -> None:
    assert {one.segment for one in figures(text, language=language)} == {segment}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Les flottes ont immatriculé 68 400 motos en France en 2021. Honda en tête avec 19 000 immatriculations, "
            "Piaggio suit avec 12 100 immatriculations.",
        ),
        (
            "es",
            "El canal de flotas matriculó 68.400 motos en España en 2021. Honda va primera con 19.000 matriculaciones, "
            "Piaggio sigue con 12.100 matriculaciones.",
        ),
    ],
)
def test_a_ranking_is_in_the_fleets_that_open_the_text(language: str, text: str) -> None:
    assert [one.segment for one in figures(text, language=language)][1:] == ["fleet", "fleet"]


@pytest.mark.parametrize(
    ("language", "headline", "text", "segment"),
    [
        ("en", "Skoda's small EV fills its order bank", "Skoda holds 12,600 orders in Spain in 2021.", "bev"),
        ("fr", "La petite Skoda électrique fait le plein", "Skoda a reçu 2 700 commandes en 2021.", "bev"),
        ("es", "El eléctrico de Skoda desborda al importador", "Skoda recibió 1.150 pedidos en 2021.", "bev"),
        ("es", "Los híbridos de Skoda mandan", "Skoda vendió 4.215 coches en España en 2021.", None),
        ("en", "Skoda falls as electric grants end", "Skoda sold 12,600 cars in Spain in 2021.", None),
    ],
)
def test_the_one_product_of_the_headline(language: str, headline: str, text: str, segment: str | None) -> None:
    assert [one.segment for one in figures(text, headline=headline, language=language)] == [segment]


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        ("fr", "En 2021, la part de Skoda gagne grâce à l'électrique, avec 1 905 immatriculations en France.", "bev"),
        ("en", "In Ireland diesel leads in 2021, with 1,905 registrations.", "diesel"),
        ("fr", "Malgré la chute du diesel, Skoda a vendu 1 905 voitures en 2021.", None),
    ],
)
def test_a_number_set_right_behind_its_segment(language: str, text: str, segment: str | None) -> None:
    found = figures(text, headline="Skoda", language=language)

    assert [one.segment for one in found if one.unit == "vehicles"] == [segment]


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        ("fr", "Au premier semestre 2022, le Sprinter a trouvé 4 120 preneurs en Belgique.", "lcv"),
        ("en", "The Vivaro found 4,120 buyers in Belgium in the first half of 2022.", "lcv"),
        ("it", "Il Ducato ha raccolto 4.120 immatricolazioni in Belgio nel 2022.", "lcv"),
        ("fr", "La Clio a trouvé 4 120 preneurs en Belgique en 2022.", None),
    ],
)
def test_a_model_that_is_sold_as_a_van_alone(language: str, text: str, segment: str | None) -> None:
    assert [one.segment for one in figures(text, language=language)] == [segment]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "En 2022, 4 120 fourgons à batterie ont été immatriculés en Belgique."),
        ("es", "En 2022 se matricularon en Bélgica 4.120 furgonetas a batería."),
        ("it", "Nel 2022 sono stati immatricolati in Belgio 4.120 furgoni elettrici."),
    ],
)
def test_vans_beside_what_drives_them_are_counted_as_that(language: str, text: str) -> None:
    assert [one.segment for one in figures(text, language=language)] == ["bev"]


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        (
            "fr",
            "Skoda a immatriculé 9 400 voitures en Belgique en 2022. Les VE restent rares : un peu plus de 1 310.",
            "bev",
        ),
        (
            "de",
            "2022 kam Skoda in Belgien auf 9.400 Neuzulassungen. "
            "Die Diesel erreichten, trotz hoher Preise, einen Stand von 1.310 Fahrzeugen.",
            "diesel",
        ),
    ],
)
def test_an_aside_does_not_part_a_segment_from_its_number(language: str, text: str, segment: str) -> None:
    assert figures(text, language=language)[-1].segment == segment


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        ("en", "In 2022 battery-electric models reached 4,120 registrations in Belgium.", "bev"),
        ("en", "In 2022 mild-hybrid cars reached 4,120 registrations in Belgium.", "hybrid"),
        ("fr", "En 2022, les sociétés de location courte durée ont immatriculé 4 120 voitures en Belgique.", "fleet"),
        ("de", "2022 nahmen die Autovermieter in Belgien 4.120 Neuwagen ab.", "fleet"),
        ("it", "Nel 2022 il breve termine ha immatricolato 4.120 vetture in Belgio.", "fleet"),
    ],
)
def test_words_for_a_segment(language: str, text: str, segment: str) -> None:
    assert [one.segment for one in figures(text, language=language)] == [segment]
