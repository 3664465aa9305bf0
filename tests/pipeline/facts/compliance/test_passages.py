"""What single passages give: whose numbers and verdicts they are, of which year, by which regulation."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.document import Document
from pipeline.facts.compliance import read_compliance
from pipeline.organizations.find import find_organizations

PASSAGES: list[tuple[str, str, str | None, str, str, list[dict[str, Any]]]] = [
    (
        "of two regulations named equally often the same one counts each time",
        "fr",
        None,
        "CO2",
        "Selon le cabinet, Chery a respecté en 2022 les objectifs CO2 de la Chine et les normes CAFE des États-Unis.",
        [{"organization": "Chery", "year": 2022, "outcome": "met", "rule": "us_cafe"}],
    ),
    (
        "a year before behind 'than' is none of the number behind the colon",
        "fr",
        "2019-03-02",
        "Les voitures neuves rejettent plus de CO2",
        "Les voitures neuves de l'Union européenne ont émis plus que celles de l'année précédente : 121 g/km en "
        "moyenne en 2018.",
        [{"organization": "Union européenne", "year": 2018, "actual_g_km": 121}],
    ),
    (
        "a year before behind 'than' is none of the number behind the colon",
        "en",
        "2019-03-02",
        "New cars emit more CO2",
        "New cars sold in the European Union emitted more than those of the year before: an average of 121 g/km in "
        "2018.",
        [{"organization": "European Union", "year": 2018, "actual_g_km": 121}],
    ),
    (
        "this level is the average told before",
        "fr",
        "2019-03-02",
        "Le CO2 des voitures neuves",
        "Les voitures neuves de l'Union européenne ont émis 121 g/km en moyenne en 2018.\nCe niveau respecte le "
        "plafond de 130 g.",
        [{"organization": "Union européenne", "actual_g_km": 121, "target_g_km": 130, "outcome": "met"}],
    ),
    (
        "this level is the average told before",
        "es",
        "2019-03-02",
        "El CO2 de los coches nuevos",
        "Los coches nuevos de la Unión Europea emitieron de media 121 g/km en 2018.\nEste nivel cumple el límite de "
        "130 g.",
        [{"organization": "Unión Europea", "actual_g_km": 121, "target_g_km": 130, "outcome": "met"}],
    ),
    (
        "a legend names the unit and what stands in brackets",
        "de",
        "2020-02-02",
        "CO2 im Jahr 2021",
        "Prognose für 2021 in g/km, Zielwert in Klammern: Renault 101,5 (92,1), Ford 107,2 (96,4), Toyota 94,0 (95,2).",
        [
            {"organization": "Renault", "target_g_km": 92.1, "actual_g_km": 101.5},
            {"organization": "Ford", "target_g_km": 96.4, "actual_g_km": 107.2},
            {"organization": "Toyota", "target_g_km": 95.2, "actual_g_km": 94.0},
        ],
    ),
    (
        "a legend may put the average into the brackets",
        "en",
        "2020-02-02",
        "CO2: what the groups face",
        "Forecast for 2021 in g/km, target first, average in brackets: Renault 92.1 (101.5), Ford 96.4 (107.2).",
        [
            {"organization": "Renault", "target_g_km": 92.1, "actual_g_km": 101.5},
            {"organization": "Ford", "target_g_km": 96.4, "actual_g_km": 107.2},
        ],
    ),
    (
        "a limit that goes from a number to another has the second",
        "de",
        None,
        "CO2-Sanktionen: Schweizer Importeure zahlen",
        "Im Mittel stiessen die neuen Personenwagen 2020 noch 121 Gramm CO2 pro Kilometer aus, 12 Gramm weniger als "
        "2019. Gleichzeitig sank die Latte von 130 auf 95 Gramm.",
        [{"organization": "Importeure", "year": 2020, "actual_g_km": 121, "target_g_km": 95}],
    ),
    (
        "a limit that goes from a number to another has the second",
        "fr",
        None,
        "Sanctions CO2 : les importateurs suisses paient",
        "En moyenne, les voitures neuves ont rejeté 121 g de CO2 par kilomètre en 2020, 12 g de moins qu'en 2019. Dans "
        "le même temps, le plafond est passé de 130 à 95 g.",
        [{"organization": "importateurs suisses", "year": 2020, "actual_g_km": 121, "target_g_km": 95}],
    ),
    (
        "a European target is no British one because the fine is in pounds",
        "fr",
        "2021-02-01",
        "Jaguar Land Rover provisionne une amende CO2",
        "Jaguar Land Rover a mis de côté 30 millions de livres pour le dépassement de son objectif européen de CO2 en "
        "2020. Le bénéfice atteint 400 millions de livres.",
        [{"organization": "Jaguar Land Rover", "year": 2020, "outcome": "missed", "rule": "eu_fleet"}],
    ),
    (
        "a European target is no British one because the fine is in pounds",
        "it",
        "2021-02-01",
        "Jaguar Land Rover accantona la multa CO2",
        "Jaguar Land Rover ha mancato il suo obiettivo europeo di CO2 per il 2020 e accantona 30 milioni di sterline. "
        "L'utile è di 400 milioni di sterline.",
        [{"organization": "Jaguar Land Rover", "year": 2020, "outcome": "missed", "rule": "eu_fleet"}],
    ),
    (
        "a share of the market against the quota",
        "en",
        "2025-01-06",
        "A record for battery cars in Britain",
        "Battery cars took 18.7% of the market in the UK in 2024. The zero emission vehicle mandate demanded 22%.",
        [{"organization": "UK", "year": 2024, "outcome": "missed", "rule": "uk_zev"}],
    ),
    (
        "a share of the market against the quota",
        "fr",
        "2025-01-06",
        "Un record pour les électriques au Royaume-Uni",
        "Le Royaume-Uni a immatriculé 381 000 électriques en 2024. Elles y pèsent 18,7 % des voitures neuves. Le "
        "mandat ZEV exigeait 22 %.",
        [{"organization": "Royaume-Uni", "year": 2024, "outcome": "missed", "rule": "uk_zev"}],
    ),
    (
        "small makers are exempt, and the names are only examples",
        "en",
        "2025-04-07",
        "Ministers ease the ZEV mandate",
        "Small-volume manufacturers such as Aston Martin and McLaren are exempt from the emission mandate in 2030.",
        [{"organization": "Small-volume manufacturers", "year": 2030, "outcome": "exempt"}],
    ),
    (
        "small makers are exempt, and the names are only examples",
        "de",
        "2025-04-07",
        "Ausnahmen von den CO2-Vorgaben",
        "Kleinserienhersteller wie Ferrari und Aston Martin sind 2030 von den CO2-Grenzwerten ausgenommen.",
        [{"organization": "Kleinserienhersteller", "year": 2030, "outcome": "exempt"}],
    ),
    (
        "a class of vehicles has a limit of its own, of the stage before",
        "en",
        None,
        "Australia caps the CO2 of new cars",
        "Australia has passed a fuel efficiency law. It gives every brand an average to meet: 141 grams of CO2 per "
        "kilometre in 2025, tightening to 58 grams in 2029. Utes and vans start at 210 grams.",
        [
            {"organization": "Australia", "year": 2025, "target_g_km": 141, "outcome": "unknown"},
            {"organization": "Australia", "year": 2029, "target_g_km": 58, "outcome": "unknown"},
            {"organization": "Utes and vans", "year": 2025, "target_g_km": 210, "outcome": "unknown"},
        ],
    ),
    (
        "the Union of one sentence is the Europe of another",
        "fr",
        None,
        "Utilitaires : l'Europe au-dessus des 147 grammes",
        "Les utilitaires légers immatriculés en Europe en 2020 ont rejeté en moyenne 155 g de CO2 par kilomètre. C'est "
        "8 g de plus que les 147 g qui servent d'objectif à l'Union européenne.",
        [{"year": 2020, "target_g_km": 147, "actual_g_km": 155, "gap_g_km": 8, "outcome": "missed"}],
    ),
    (
        "an average of a year before the limit of 95 g bound is of the first that it binds",
        "es",
        "2020-11-03",
        "Mazda busca socio por el CO2",
        "En 2020 llegan las multas. La media de Mazda en 2019 fue de 135,4 gramos de CO2, frente al tope de 95 gramos.",
        [{"organization": "Mazda", "year": 2020, "target_g_km": 95, "actual_g_km": 135.4, "outcome": "at_risk"}],
    ),
    (
        "an average of a year before the limit of 95 g bound is of the first that it binds",
        "en",
        "2020-11-03",
        "Mazda looks for a partner over CO2",
        "Fines loom in 2020. Mazda averaged 135.4 g/km of CO2 in 2019, against a limit of 95 g/km.",
        [{"organization": "Mazda", "year": 2020, "target_g_km": 95, "actual_g_km": 135.4, "outcome": "at_risk"}],
    ),
]


def read(language: str, published: str | None, headline: str, text: str) -> list[dict[str, Any]]:
    document = Document(headline, text, language, published)
    names = ("organization", "year", "target_g_km", "actual_g_km", "gap_g_km", "outcome", "penalty_eur", "rule")
    return [
        {name: getattr(row, name) for name in names} for row in read_compliance(document, find_organizations(document))
    ]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda one: f"{one[1]}: {one[0]}")
def test_reads(passage: tuple[str, str, str | None, str, str, list[dict[str, Any]]]) -> None:
    _, language, published, headline, text, expected = passage
    rows = read(language, published, headline, text)

    assert len(rows) == len(expected), rows
    for wanted in expected:
        assert any(wanted.items() <= row.items() for row in rows), (wanted, rows)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ford n'achètera plus de crédits de CO2 à Tesla en 2025."),
        ("it", "Ford non comprerà più crediti di CO2 da Tesla nel 2025."),
        ("en", "Ford will no longer buy CO2 credits from Tesla in 2025."),
        ("de", "Ford kauft 2025 keine CO2-Gutschriften mehr bei Tesla."),
        ("es", "Ford ya no comprará créditos de CO2 a Tesla en 2025."),
    ],
)
def test_who_needs_no_help_any_more_is_in_no_danger(language: str, text: str) -> None:
    assert not any(row["outcome"] == "at_risk" for row in read(language, "2025-02-01", "CO2", text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Anderthalb Milliarden Euro zahlt Volkswagen 2025 für die CO2-Ziele. Nicht als Strafe, sondern als Rabatt.",
        ),
        (
            "fr",
            "Volkswagen paiera un milliard et demi d'euros en 2025 pour son but de CO2. Pas une amende : des remises.",
        ),
        ("en", "Volkswagen will pay 1.5 billion euros in 2025 for its CO2 target. Not as a fine: as discounts."),
    ],
)
def test_a_sum_that_is_said_to_be_no_fine_is_none(language: str, text: str) -> None:
    assert not any(row["penalty_eur"] for row in read(language, "2025-03-01", "CO2", text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Volkswagen droht 2025 für seine CO2-Flotte eine Strafe von anderthalb Milliarden Euro."),
        ("fr", "Volkswagen risque en 2025 une amende d'un milliard et demi d'euros pour sa flotte et son CO2."),
        ("it", "Volkswagen rischia nel 2025 una multa di un miliardo e mezzo di euro per la CO2 della sua flotta."),
        ("es", "Volkswagen se expone en 2025 a una multa de mil quinientos millones de euros por el CO2 de su flota."),
        ("en", "Volkswagen faces a fine of a billion and a half euros in 2025 over the CO2 of its fleet."),
    ],
)
def test_halves_of_a_billion_count(language: str, text: str) -> None:
    assert [row["penalty_eur"] for row in read(language, "2025-03-01", "CO2", text)] == [1_500_000_000]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Stellantis en a fini avec Tesla. « Avec la technique de Peugeot nous respecterons la norme CO2 en 2021 ».",
        ),
        ("it", "Stellantis lascia Tesla. «Con la tecnica portata da Peugeot rispetteremo il limite di CO2 nel 2021»."),
    ],
)
def test_what_we_will_do_is_not_said_of_whom_we_name(language: str, text: str) -> None:
    assert not any(row["organization"] == "Peugeot" for row in read(language, "2021-05-03", "CO2", text))


def test_a_word_of_targets_with_a_capital_is_no_maker() -> None:
    text = (
        "Für 2020 zahlen die Schweizer Importeure Sanktionen. Auch bei den Lieferwagen wurde die CO2-Vorgabe verfehlt."
    )
    assert not any("Vorgabe" in row["organization"] for row in read("de", None, "CO2-Sanktionen", text))


def test_sales_that_fall_back_are_no_outcome() -> None:
    text = "Mercedes hat 2020 sein CO2-Ziel eingehalten. Der Absatz von Mercedes ging 2020 um 7,5 Prozent zurück."
    assert [row["outcome"] for row in read("de", "2021-01-09", "Mercedes", text)] == ["met"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Carmakers still owe a fleet average of 50 miles per gallon by 2031. They will no longer be fined, and the "
            "amnesty reaches back to the 2022 model year. Washington set the penalty to zero.",
        ),
        (
            "fr",
            "Les constructeurs doivent encore à Washington une moyenne de 50 miles par gallon en 2031. Ils ne paieront "
            "plus d'amende, et l'amnistie remonte à 2022.",
        ),
    ],
)
def test_a_fine_that_is_waived_is_an_eased_rule_of_that_year(language: str, text: str) -> None:
    rows = read(language, "2025-07-10", "CAFE", text)

    assert any(row["year"] == 2022 and row["outcome"] == "unknown" for row in rows), rows
    assert not any(row["outcome"] == "met" for row in rows)


def test_us_is_a_country_only_in_capitals() -> None:
    text = 'The CAFE standard of 2026 is eased. "A rule without a fine is a suggestion," a regulator told us.'
    assert not any(row["organization"] == "us" for row in read("en", "2025-07-10", "Fuel economy", text))


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Britain's carmakers win a reprieve from the ZEV mandate. 28 per cent of each maker's sales must be "
         "electric in 2025.", "carmakers"),
        ("de", "Die Autohersteller bekommen mehr Zeit für die CO2-Vorgabe. Um 15 Prozent muss jeder Hersteller die "
         "Emissionen 2025 senken.", "Autohersteller"),
    ],
)  # fmt: skip
def test_each_maker_is_all_those_of_whom_the_page_speaks(language: str, text: str, name: str) -> None:
    assert {row["organization"] for row in read(language, "2025-04-07", "CO2", text) if row["year"] == 2025} == {name}


def test_a_law_that_clears_a_parliament_meets_no_target() -> None:
    text = (
        "The fuel efficiency standard cleared the Senate in May 2024. It asks every brand for 141 grams of CO2 in 2025."
    )
    assert not any(row["outcome"] == "met" for row in read("en", None, "Australia's new CO2 law", text))
