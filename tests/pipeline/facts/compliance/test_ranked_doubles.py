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


MEASURED = replace(ROW, target_g_km=118.0, actual_g_km=115.5)
ELSEWHERE = [Span("text", 20, 29, "Il a émis")]


def test_of_rows_that_contradict_each_other_the_one_that_says_more_stays() -> None:
    cases = (
        replace(ROW, actual_g_km=112.0),  # another average
        replace(ROW, outcome="missed", gap_g_km=3.0, evidence=ELSEWHERE),  # another outcome
        replace(ROW, gap_g_km=-9.0),  # a distance that is not theirs
    )

    for other in cases:
        assert without_doubles([(RENAULT, MEASURED), (RENAULT, other)]) == [MEASURED]
        assert without_doubles([(RENAULT, other), (RENAULT, MEASURED)]) == [MEASURED]


def test_rows_of_two_years_and_of_two_whole_fleets_stay_two() -> None:
    vans = replace(ROW, target_g_km=154.0, actual_g_km=171.0, outcome="missed", evidence=ELSEWHERE)

    for other in (replace(ROW, year=2023, gap_g_km=-3.0), vans):
        assert len(without_doubles([(RENAULT, MEASURED), (RENAULT, other)])) == 2


def test_the_bill_of_a_row_that_falls_is_not_lost() -> None:
    missed = replace(MEASURED, actual_g_km=121.0, outcome="missed")
    billed = replace(ROW, outcome="at_risk", penalty_eur=9e6, evidence=ELSEWHERE)

    (row,) = without_doubles([(RENAULT, billed), (RENAULT, missed)])

    assert (row.actual_g_km, row.penalty_eur, row.evidence[-1:]) == (121.0, 9e6, ELSEWHERE)


def test_a_market_in_a_sentence_of_a_makers_row_tells_nothing_of_its_own() -> None:
    union = PossibleBody("market market-EU", "market", "Union")
    named = replace(ROW, organization="Union", outcome="unknown")
    told = replace(ROW, evidence=[*ROW.evidence, *ELSEWHERE])

    assert without_doubles([(RENAULT, told), (union, named)]) == [told]
    assert len(without_doubles([(RENAULT, told), (union, replace(named, year=2030))])) == 2
    assert len(without_doubles([(RENAULT, told), (union, replace(named, target_g_km=93.6))])) == 2


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
