"""Chosen rows of one body and year become one where neither denies the other."""

from __future__ import annotations

from dataclasses import replace

from pipeline.article import Compliance, Span
from pipeline.facts.compliance.possible_bodies import PossibleBody
from pipeline.facts.compliance.ranked_doubles import without_doubles

ROW = Compliance("Renault", 2024, None, None, None, "met", None, "eu_fleet", 0.8, [Span("text", 0, 9, "Renault …")])
RENAULT = PossibleBody("organization renault", "organization", "Renault")


def test_a_row_takes_over_the_numbers_that_it_lacks() -> None:
    other = replace(ROW, target_g_km=118.0, actual_g_km=115.5, evidence=[Span("text", 20, 29, "Il a émis")])

    (row,) = without_doubles([(RENAULT, ROW), (RENAULT, other)])

    assert (row.target_g_km, row.actual_g_km, row.outcome) == (118.0, 115.5, "met")
    assert [span.start for span in row.evidence] == [0, 20]


def test_rows_that_contradict_each_other_stay_two() -> None:
    measured = replace(ROW, target_g_km=118.0, actual_g_km=115.5)
    cases = (
        replace(ROW, actual_g_km=112.0),  # another average
        replace(ROW, year=2023, gap_g_km=-3.0),  # another year
        replace(ROW, outcome="missed", gap_g_km=3.0, evidence=[Span("text", 20, 29, "Il a émis")]),  # another outcome
        replace(ROW, gap_g_km=-9.0),  # a distance that is not theirs
    )

    for other in cases:
        assert len(without_doubles([(RENAULT, measured), (RENAULT, other)])) == 2


def test_an_average_of_vans_does_not_join_a_target_for_cars() -> None:
    cars, vans = replace(ROW, target_g_km=93.6, outcome="unknown"), replace(ROW, actual_g_km=171.0, outcome="unknown")

    assert len(without_doubles([(RENAULT, cars), (RENAULT, vans)])) == 2


def test_a_row_of_a_longer_name_that_adds_nothing_falls() -> None:
    group = PossibleBody("organization renault group", "organization", "Renault Group")

    assert without_doubles([(RENAULT, ROW), (group, replace(ROW, organization="Renault Group"))]) == [ROW]


def test_a_short_name_without_numbers_gives_way_to_the_pool_that_has_them() -> None:
    pool = PossibleBody("organization renault-nissan", "organization", "Renault-Nissan")
    told = replace(ROW, organization="Renault-Nissan", gap_g_km=-3.0, evidence=[Span("text", 20, 29, "Le pool …")])

    assert without_doubles([(RENAULT, ROW), (pool, told)]) == [told]


def test_of_a_market_and_its_makers_in_one_sentence_the_surer_one_has_the_row() -> None:
    union = PossibleBody("market market-EU", "market", "Union")
    makers = PossibleBody("makers makers", "makers", "makers")
    of_the_makers = replace(ROW, organization="makers", year=2030, outcome="unknown")
    of_the_union = replace(of_the_makers, organization="Union")

    assert without_doubles([(makers, of_the_makers), (union, of_the_union)]) == [of_the_makers]
    assert without_doubles([(union, of_the_union), (makers, of_the_makers)]) == [of_the_union]
    assert len(without_doubles([(makers, of_the_makers), (union, replace(of_the_union, target_g_km=49.5))])) == 2
    assert len(without_doubles([(union, of_the_union), (RENAULT, replace(of_the_makers, organization="Renault"))])) == 2
