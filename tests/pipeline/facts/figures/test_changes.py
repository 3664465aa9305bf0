"""Which change a number has, and which percentages and differences are none of its."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "En 2021, 6 300 autobus de plus de huit tonnes ont été immatriculés en Europe, soit une hausse de 53 %.",
        ),
        (
            "it",
            "Nel 2021 sono stati immatricolati in Europa 6.300 autobus di più di otto tonnellate, in aumento del 53%.",
        ),
    ],
)
def test_a_limit_of_weight_is_no_difference(language: str, text: str) -> None:
    assert [(one.value, one.change_pct) for one in figures(text, language=language)] == [(6_300, 53)]


def test_a_difference_stays_one() -> None:
    found = figures("En 2021, Seat a vendu 41 200 voitures, soit 6 300 voitures de plus qu'en 2020.")

    assert [one.value for one in found] == [41_200]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "En août 2021, Ford bondit de 17 %, à 18 100 unités, et Toyota de 6,4 %, à 22 500. Les ventes vont bien.",
        ),
        (
            "de",
            "Absatz im August 2021: Ford stieg um 17 Prozent auf 18.100 Autos und Toyota um 6,4 Prozent auf 22.500.",
        ),
    ],
)
def test_a_change_whose_verb_is_left_out_has_the_sign_of_the_one_before(language: str, text: str) -> None:
    assert [(one.subject, one.change_pct) for one in figures(text, language=language)] == [
        ("Ford", 17),
        ("Toyota", 6.4),
    ]


@pytest.mark.parametrize(
    ("language", "text", "change"),
    [
        ("en", "Kia sold 30,100 cars in 2021. The shares fell 5%, and are off by a third since January.", None),
        ("fr", "Kia a vendu 30 100 voitures en 2021. Le titre a perdu 5 % en Bourse.", None),
        ("fr", "Kia a vendu 30 100 voitures en 2021. C'est 7,9 % de mieux qu'en 2020 et 4 % de plus qu'en 2019.", 7.9),
        ("de", "Kia verkaufte 2021 genau 30.100 Autos. Ein Plus von 5 Prozent.", 5),
    ],
)
def test_what_the_next_sentence_tells_of_the_number(language: str, text: str, change: float | None) -> None:
    assert [one.change_pct for one in figures(text, language=language)] == [change]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Parmi les autobus, 42 % de ceux qui ont été immatriculés en 2021 n'émettent rien."),
        ("it", "Tra gli autobus, il 42% di quelli immatricolati nel 2021 non emette nulla."),
    ],
)
def test_a_part_of_those_registered_is_a_share(language: str, text: str) -> None:
    assert [(one.value, one.metric) for one in figures(text, language=language)] == [(42, "market_share")]


@pytest.mark.parametrize(
    ("language", "text", "change"),
    [
        (
            "fr",
            "En 2021, le constructeur a vendu 192 600 modèles sous les marques Seat et Skoda, une hausse de 31,8 %.",
            31.8,
        ),
        (
            "en",
            "In 2021 the maker sold 192,600 models under the Seat and Skoda badges last year, a rise of 31.8%.",
            31.8,
        ),
        ("it", "Nel 2021 Seat ha venduto 10.700 moto, più di una moto su sei.", None),
    ],
)
def test_brands_between_a_number_and_its_change(language: str, text: str, change: float | None) -> None:
    assert [one.change_pct for one in figures(text, headline="Seat", language=language)] == [change]


@pytest.mark.parametrize(
    ("language", "text", "change"),
    [
        ("de", "Seat verkaufte 2021 genau 33.100 Autos, ein Fünftel mehr als im Vorjahr.", 20),
        ("de", "Seat verkaufte 2021 genau 33.100 Autos und büßte damit ein Viertel ein.", -25),
        ("fr", "En 2021, Seat a livré 33 100 voitures, un tiers de moins qu'en 2020.", -33.3),
        ("it", "Nel 2021 Seat ha venduto 33.100 auto, un quarto in più dell'anno prima.", 25),
        ("en", "In 2021 Seat sold 33,100 cars, down by a third.", -33.3),
        ("es", "En 2021 Seat vendió 33.100 coches; algo menos de la mitad eran eléctricos.", None),
        ("en", "In 2021 Seat sold 33,100 cars, a quarter of sales in Spain.", None),
    ],
)
def test_a_fraction_may_be_a_change(language: str, text: str, change: float | None) -> None:
    assert [one.change_pct for one in figures(text, language=language) if one.unit == "vehicles"] == [change]


@pytest.mark.parametrize(
    ("language", "text", "changes"),
    [
        (
            "en",
            "In 2021 Seat sold 241,300 cars, up 5.2 per cent; Skoda 148,900, down 3; Kia 97,450, up 7.7.",
            [5.2, -3, 7.7],
        ),
        ("de", "2021 verkaufte Seat 24.700 Autos, ein Plus von 6,6 Prozent, und Skoda 13.480, plus 35,2.", [6.6, 35.2]),
        (
            "de",
            "2021 legt Seat um 6,8 Prozent auf 63.900 Autos zu, Skoda fällt um 4,4 Prozent auf 57.200.",
            [6.8, -4.4],
        ),
    ],
)
def test_a_percent_sign_may_be_left_out(language: str, text: str, changes: list[float]) -> None:
    assert [one.change_pct for one in figures(text, language=language)] == changes


@pytest.mark.parametrize(
    ("language", "text", "rows"),
    [
        (
            "es",
            "Seat entregó 4.310 coches en el segundo trimestre de 2021, un 62 % más que un año antes, "
            "y prevé llegar a 20.000 coches en 2022.",
            [(4_310, 62), (20_000, None)],
        ),
        (
            "en",
            "In 2021 Seat sold 38,400 cars in Europe, up 16%, of which 21,700 in Spain.",
            [(38_400, 16), (21_700, None)],
        ),
        ("fr", "Seat a écoulé 1 846 voitures en 2021, un cinquième de moins que prévu.", [(1_846, None)]),
        ("fr", "En 2021, Seat a livré 46 200 voitures, soit un doublement.", [(46_200, 100)]),
        ("de", "Seat verkaufte 2021 genau 402 Autos, fast eine Verdreifachung.", [(402, None)]),
        ("de", "Der Absatz 2021: Seat kam auf 55.870 Autos (minus 11,0), Skoda auf 51.960 Autos (minus 14,4).",
         [(55_870, -11), (51_960, -14.4)]),
        ("it", "Nel 2021 Seat ha venduto 6.480 auto. Erano 5.890 nel 2020. Il 10% in più.", [(6_480, 10)]),
    ],
)  # fmt: skip
def test_which_number_a_change_is_of(language: str, text: str, rows: list[tuple[float, float | None]]) -> None:
    assert [(one.value, one.change_pct) for one in figures(text, language=language)] == rows
