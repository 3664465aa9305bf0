"""Rows that learned weights choose in articles known to be about targets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.article import Compliance
from pipeline.document import Document
from pipeline.facts.compliance import ComplianceReader, read_compliance
from pipeline.facts.compliance.outcome_bounds import open_outcomes
from pipeline.facts.compliance.page import read_page
from pipeline.facts.compliance.ranking import ranked_rows
from pipeline.facts.compliance.weights import OUTCOMES, PARTS, RankerWeights, Weights, learned_weights
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations

UNUSUAL = Document(
    "Renault respire",
    "Il y a un an, personne n'aurait parié dessus. Pour 2020, le CO2 moyen des voitures de Renault aura fini du bon "
    "côté, a glissé hier la directrice financière, Jeanne Obrecht, sans livrer de chiffre.",
    "fr",
    "2021-01-19",
)
WITH_A_SUPPLIER = Document(
    "CO2: Volkswagen muss zittern",
    "Die Flotte von Volkswagen kommt in diesem Jahr nach eigenen Angaben nicht ohne Hilfe über die Latte. Lieferant "
    "Brennwerk, der Heizungen für Elektroautos baut, hofft auf Aufträge.\n„Wir liefern, was bestellt wird“, sagt "
    "Geschäftsführerin Hanna Brück.",
    "de",
    "2025-09-10",
)
WITH_NUMBERS = Document(
    "Ford paie pour son CO2",
    "L'an dernier, Ford a émis 128 g de CO2 par kilomètre en moyenne, contre 122 g autorisés. Le constructeur a "
    "provisionné 40 millions d'euros.\nValérie Mazda, analyste, n'est pas surprise.",
    "fr",
    "2021-02-10",
)
STAGES = Document(
    "Bruselas endurece la norma de CO2 de los camiones",
    "La Comisión Europea propone que los camiones nuevos emitan un 45 % menos de CO2 en 2030 y un 65 % menos en 2035. "
    "Los fabricantes lo ven difícil.",
    "es",
    "2023-02-14",
)
NO_NUMBERS: dict[str, Any] = {
    "organization": "Ford",
    "year": None,
    "target_g_km": None,
    "actual_g_km": None,
    "gap_g_km": None,
    "outcome": "unknown",
    "penalty_eur": None,
    "rule": "eu_fleet",
    "confidence": 0.5,
    "evidence": [],
}
DOCUMENTS = (UNUSUAL, WITH_A_SUPPLIER, WITH_NUMBERS, STAGES)


def chosen(document: Document) -> list[Compliance]:
    organizations = find_organizations(document)
    reader = ComplianceReader(document, organizations, find_people(document, organizations))
    return reader.read(about_targets=True)


def test_reads_a_result_that_no_idiom_tells() -> None:
    assert not read_compliance(UNUSUAL, find_organizations(UNUSUAL))

    (row,) = chosen(UNUSUAL)

    assert (row.organization, row.year, row.outcome) == ("Renault", 2020, "met")
    assert "fini du bon côté" in row.evidence[0].quote


def test_a_supplier_that_only_comments_has_no_row() -> None:
    assert {row.organization for row in chosen(WITH_A_SUPPLIER)} == {"Volkswagen"}


def test_numbers_that_the_rules_read_stay_with_their_evidence() -> None:
    (row,) = chosen(WITH_NUMBERS)

    assert (row.organization, row.year, row.outcome) == ("Ford", 2020, "missed")
    assert (row.target_g_km, row.actual_g_km) == (122, 128)
    assert any("128 g" in span.quote for span in row.evidence)


def test_a_person_is_no_maker() -> None:
    assert not any("Mazda" in (row.organization or "") for row in chosen(WITH_NUMBERS))


def test_each_stage_of_a_law_has_its_row() -> None:
    assert {(row.organization, row.year) for row in chosen(STAGES)} >= {("camiones nuevos", 2030)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.headline)
def test_every_row_quotes_the_text_and_has_a_probability(document: Document) -> None:
    for row in chosen(document):
        assert row.evidence
        assert 0 < row.confidence <= 1
        for span in row.evidence:
            assert getattr(document, span.field)[span.start : span.end] == span.quote


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.headline)
def test_an_article_in_doubt_is_read_by_the_rules_alone(document: Document) -> None:
    organizations = find_organizations(document)
    assert ComplianceReader(document, organizations).read() == read_compliance(document, organizations)


def test_says_met_and_missed_only_on_the_side_that_the_numbers_of_the_row_give() -> None:
    lines = (Path(__file__).parents[3] / "quality" / "compliance_unseen_forms.jsonl").read_text("utf-8").splitlines()
    for article in map(json.loads, lines):
        for row in chosen(Document(article["title"], article["text"], article["lang"], article["published"])):
            if row.outcome in ("met", "missed") and row.target_g_km and row.actual_g_km:
                assert (row.actual_g_km <= row.target_g_km) == (row.outcome == "met")


def test_nothing_named_gives_nothing() -> None:
    assert chosen(Document("", "", None)) == []
    assert chosen(Document("Regen", "Es regnet | und regnet.\nOft | genug", "de")) == []


def test_weights_are_readable_and_small() -> None:
    weights = learned_weights()
    assert 0 < weights.threshold_of_read <= weights.threshold < 1
    assert weights.body.of["rules: row"] > 0
    assert weights.body.of["helper"] < 0


def under(bias: float, document: Document) -> list[Compliance]:
    """What is chosen by weights that know nothing but how likely a body is."""
    nothing = Weights(0.0, {})
    weights = RankerWeights(
        0.32, 0.2, Weights(bias, {}), nothing, dict.fromkeys(OUTCOMES, nothing), dict.fromkeys(PARTS, nothing)
    )
    organizations = find_organizations(document)
    return ranked_rows(read_page(document, organizations), find_people(document, organizations), weights)


@pytest.mark.parametrize("document", [UNUSUAL, WITH_NUMBERS, STAGES], ids=lambda one: one.headline)
def test_an_article_known_to_be_about_targets_has_a_row_however_unlikely_each_is(document: Document) -> None:
    assert under(-6.0, document)


def test_of_unlikely_bodies_that_is_taken_which_the_rules_read_too() -> None:
    assert {row.organization for row in under(-6.0, STAGES)} == {"camiones nuevos"}


@pytest.mark.parametrize(
    ("row", "day", "expected"),
    [
        (Compliance(**NO_NUMBERS | {"year": 2025}), 2025, {"met", "at_risk", "exempt", "unknown"}),
        (Compliance(**NO_NUMBERS | {"year": 2024}), 2025, {"met", "missed", "exempt", "unknown"}),
        (Compliance(**NO_NUMBERS | {"year": 2024}), None, {"met", "missed", "at_risk", "exempt", "unknown"}),
        (Compliance(**NO_NUMBERS | {"year": 2024, "gap_g_km": 3.0}), 2025, {"missed", "exempt"}),
        (Compliance(**NO_NUMBERS | {"year": 2025, "gap_g_km": 3.0}), 2025, {"at_risk", "exempt"}),
        (Compliance(**NO_NUMBERS | {"year": 2025, "gap_g_km": -3.0}), 2025, {"met", "exempt"}),
        (
            Compliance(**NO_NUMBERS | {"year": 2024, "target_g_km": 95.0, "actual_g_km": 97.0}),
            2025,
            {"missed", "exempt"},
        ),
    ],
)
def test_numbers_and_the_day_of_publication_bar_outcomes(row: Compliance, day: int | None, expected: set[str]) -> None:
    assert set(open_outcomes(row, day)) == expected


@pytest.mark.parametrize(
    ("language", "text", "published", "outcome"),
    [
        (
            "fr",
            "La Norvège en était, l'an passé, à 61 g de CO2 par kilomètre en moyenne pour un objectif de 87 g.",
            "2024-03-05",
            "met",
        ),
        (
            "de",
            "Neue Pkw kamen 2022 in Österreich im Schnitt auf 124 Gramm CO2 je Kilometer, das Ziel lag bei 117 g.",
            "2023-05-02",
            "missed",
        ),
        (
            "it",
            "In Italia la media delle auto nuove era nel 2022 di 122 grammi di CO2 per km, l'obiettivo 119.",
            "2023-05-02",
            "missed",
        ),
    ],
)
def test_a_market_is_on_the_side_of_its_target_that_its_average_is_on(
    language: str, text: str, published: str, outcome: str
) -> None:
    rows = chosen(Document("CO2: le bilan", text, language, published))
    assert {row.outcome for row in rows if row.target_g_km and row.actual_g_km} == {outcome}
