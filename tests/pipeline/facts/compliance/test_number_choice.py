"""Numbers that learned weights give to a row: what no word explains, and bills that no word calls so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.article import Compliance
from pipeline.document import Document
from pipeline.facts.compliance import ComplianceReader
from pipeline.facts.compliance.number_choice import with_numbers
from pipeline.facts.compliance.number_features import PageNumbers
from pipeline.facts.compliance.page import read_page
from pipeline.facts.compliance.possible_bodies import possible_bodies
from pipeline.facts.compliance.signs import PageSigns
from pipeline.facts.compliance.weights import PARTS, Part, Weights
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations

FLEETS = (
    "The CO2 fleets of 2022. Ford emitted 121 g/km and Kia 104 g/km. Renault was 4 grams over its limit of 110 g/km."
)
NOTHING: dict[Part, Weights] = dict.fromkeys(PARTS, Weights(0.0, {}))


def chosen(language: str, headline: str, text: str) -> dict[str | None, Compliance]:
    document = Document(headline, text, language, "2023-04-25")
    organizations = find_organizations(document)
    reader = ComplianceReader(document, organizations, find_people(document, organizations))
    return {row.organization: row for row in reader.read(about_targets=True)}


@pytest.mark.parametrize(
    ("language", "text", "target", "actual"),
    [
        ("en", "A study compares the CO2 of 2022. BMW stays within its limit, at 99 g/km against 104 g/km.", 104, 99),
        (
            "es",
            "La consultora compara las emisiones de CO2 de 2022. BMW queda dentro de su límite, con 109 g/km frente a "
            "113 g/km.",
            113,
            109,
        ),
        (
            "fr",
            "BMW a tenu en 2022 son objectif de CO2. La moyenne de ses ventes : 109 grammes par kilomètre, quand 113 "
            "lui étaient consentis.",
            113,
            109,
        ),
    ],
)
def test_of_two_numbers_beside_a_result_the_unexplained_one_is_the_target(
    language: str, text: str, target: float, actual: float
) -> None:
    row = chosen(language, "BMW", text)["BMW"]

    assert (row.outcome, row.target_g_km, row.actual_g_km) == ("met", target, actual)
    assert any(f"{target}" in span.quote for span in row.evidence)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Opel a manqué en 2022 sa cible de CO2. Le constructeur inscrit 33 millions d'euros dans ses comptes."),
        ("de", "Opel hat 2022 das CO2-Flottenziel verfehlt. In den Büchern stehen dafür 33 Millionen Euro."),
        ("it", "Opel ha mancato nel 2022 il suo obiettivo di CO2. In bilancio ha messo 33 milioni di euro."),
    ],
)
def test_a_sum_behind_a_miss_is_its_bill_though_no_word_calls_it_so(language: str, text: str) -> None:
    row = chosen(language, "Opel", text)["Opel"]

    assert (row.outcome, row.penalty_eur) == ("missed", 33_000_000)
    assert "33" in row.evidence[-1].quote


@pytest.mark.parametrize(
    "text",
    [
        "Opel missed its CO2 target in 2022.\n\nKia sold cars for 33 million euros.",
        "Opel a manqué en 2022 sa cible de CO2. Les constructeurs investissent 33 millions d'euros dans des bornes.",
        "Opel a manqué en 2022 sa cible de CO2. Il pleut. Il vente. Il gèle. Un port ouvre pour 33 millions d'euros.",
    ],
)
def test_a_sum_of_others_or_far_behind_is_no_bill(text: str) -> None:
    language = "en" if "missed" in text else "fr"

    assert all(row.penalty_eur is None for row in chosen(language, "Opel", text).values())


def row_of_ford(by: dict[Part, Weights], **said: float | str) -> Compliance:
    """Ford's row of FLEETS, the rules having read what is said, by those weights."""
    document = Document("", FLEETS, "en", "2023-04-25")
    page = read_page(document, find_organizations(document))
    signs = PageSigns(page, possible_bodies(page, []))
    ford = next(one for one in signs.bodies if one.name == "Ford")
    row = Compliance("Ford", 2022, None, None, None, "unknown", None, "eu_fleet", 0.5, [])
    return with_numbers(PageNumbers(signs), ford, replace(row, **said), None, by)  # type: ignore[arg-type]


def test_what_the_rules_read_stays_where_nothing_speaks_for_another_number() -> None:
    row = row_of_ford(NOTHING, actual_g_km=121.0)

    assert (row.target_g_km, row.actual_g_km, row.gap_g_km, row.penalty_eur) == (None, 121.0, None, None)


def test_no_number_plays_two_parts() -> None:
    high = Weights(0.0, {"size 150": 9.0})  # 121 g, whatever the part
    row = row_of_ford(NOTHING | {"target_g_km": high, "actual_g_km": high})

    assert 121.0 in (row.target_g_km, row.actual_g_km)
    assert row.target_g_km != row.actual_g_km


def test_a_number_that_no_sentence_has_is_of_a_table_and_stays() -> None:
    assert row_of_ford(NOTHING, target_g_km=117.5).target_g_km == 117.5


@pytest.mark.parametrize(("outcome", "distance"), [("met", -4.0), ("at_risk", 4.0)])
def test_a_distance_without_a_side_has_that_of_the_outcome(outcome: str, distance: float) -> None:
    text = FLEETS.replace("was 4 grams over its limit of", "counts 4 grams, and")
    document = Document("", text, "en", "2023-04-25")
    page = read_page(document, find_organizations(document))
    signs = PageSigns(page, possible_bodies(page, []))
    renault = next(one for one in signs.bodies if one.name == "Renault")
    row = Compliance("Renault", 2022, None, None, None, outcome, None, "eu_fleet", 0.5, [])  # type: ignore[arg-type]
    by = NOTHING | {"gap_g_km": Weights(0.0, {"size 5": 9.0})}

    assert with_numbers(PageNumbers(signs), renault, row, None, by).gap_g_km == distance
