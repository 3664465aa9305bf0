"""Periods as five languages write them."""

from __future__ import annotations

import pytest

from pipeline.facts.periods import Period, find_periods


def only(text: str, language: str, published: str | None = None) -> Period:
    found = find_periods(text, language, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "en 2020", "2020"),
        ("fr", "l'exercice 2019", "2019"),
        ("fr", "en janvier 2020", "2020-01"),
        ("fr", "Au 1er semestre 2021", "2021-H1"),
        ("fr", "au premier trimestre de l'année 2020", "2020-Q1"),
        ("fr", "entre janvier et juin 2020", "2020-H1"),
        ("fr", "les trois premiers mois de 2018", "2018-Q1"),
        ("fr", "au T3 2022", "2022-Q3"),
        ("fr", "durant la première moitié de 2022", "2022-H1"),
        ("de", "in der ersten Hälfte 2022", "2022-H1"),
        ("it", "nella prima metà del 2022", "2022-H1"),
        ("en", "in August 2024", "2024-08"),
        ("en", "the third quarter of 2022", "2022-Q3"),
        ("en", "the first half of 2022", "2022-H1"),
        ("en", "the first six months of 2022", "2022-H1"),
        ("en", "in Q2 2022", "2022-Q2"),
        ("en", "from July to September 2022", "2022-Q3"),
        ("de", "im Juni 2020", "2020-06"),
        ("de", "im ersten Halbjahr 2021", "2021-H1"),
        ("de", "im zweiten Quartal 2021", "2021-Q2"),
        ("de", "von Januar bis März 2021", "2021-Q1"),
        ("de", "in den ersten sechs Monaten 2021", "2021-H1"),
        ("es", "en enero de 2019", "2019-01"),
        ("es", "en el primer trimestre de 2019", "2019-Q1"),
        ("es", "en los seis primeros meses de 2019", "2019-H1"),
        ("it", "nel maggio 2021", "2021-05"),
        ("it", "nel primo semestre del 2021", "2021-H1"),
        ("it", "nei primi tre mesi del 2021", "2021-Q1"),
    ],
)
def test_named_periods(language: str, text: str, value: str) -> None:
    assert only(text, language).value == value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "sur dix mois"),
        ("fr", "depuis le début de l'année"),
        ("fr", "les onze premiers mois de 2019"),
        ("fr", "de janvier à avril 2002"),
        ("en", "year-to-date"),
        ("en", "the first ten months of 2022"),
        ("de", "seit Jahresbeginn"),
        ("es", "en el acumulado"),
        ("it", "da inizio anno"),
        ("it", "nei primi undici mesi del 2021"),
    ],
)
def test_runs_of_months_that_have_no_name_are_cumulative(language: str, text: str) -> None:
    found = only(text, language, "2022-11-02")

    assert (found.kind, found.value) == ("cumulative", None)


@pytest.mark.parametrize(
    ("language", "text", "published", "value"),
    [
        ("fr", "l'an dernier", "2020-01-04", "2019"),
        ("fr", "cette année", "2020-01-04", "2020"),
        ("fr", "le mois dernier", "2020-01-04", "2019-12"),
        ("en", "last year", "2020-01-04", "2019"),
        ("en", "last month", "2020-08", "2020-07"),
        ("de", "im vergangenen Jahr", "2023-01", "2022"),
        ("es", "el año pasado", "2019", "2018"),
        ("it", "lo scorso anno", "2019-05-01", "2018"),
        ("fr", "en décembre", "2020-01-04", "2019-12"),
        ("fr", "en juillet", "2020-08-01", "2020-07"),
        ("fr", "au quatrième trimestre", "2020-01-20", "2019-Q4"),
        ("de", "im ersten Halbjahr", "2021-07-05", "2021-H1"),
    ],
)
def test_the_date_of_publication_gives_the_year(language: str, text: str, published: str, value: str) -> None:
    assert only(text, language, published).value == value


@pytest.mark.parametrize("text", ["l'an dernier", "le mois dernier", "en décembre", "au premier trimestre"])
def test_without_a_date_nothing_is_guessed(text: str) -> None:
    assert only(text, "fr").value is None


def test_a_year_in_the_neighbourhood_dates_the_month() -> None:
    found = find_periods("En mars 2014, tout va bien. Le premier trimestre est du même tonneau.", "fr")

    assert [one.value for one in found] == ["2014-03", "2014-Q1"]


def test_the_month_it_is_compared_with_dates_the_month() -> None:
    found = find_periods("En mai, 4 100 voitures ont été vendues, contre 3 900 en mai 2009.", "fr")

    assert [(one.value, one.compared) for one in found] == [("2010-05", False), ("2009-05", True)]


def test_the_year_it_is_compared_with_dates_the_month() -> None:
    found = find_periods("A luglio le immatricolazioni calano del 5% rispetto al 2020.", "it")

    assert [one.value for one in found] == ["2021-07", "2020"]


def test_last_month_is_dated_by_the_month_it_is_compared_with() -> None:
    found = find_periods("Registrations came to 9,100 last month, against 9,500 in May 2023.", "en")

    assert [one.value for one in found] == ["2024-05", "2023-05"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "en hausse de 2 % par rapport à la même période de 2018"),
        ("fr", "16 % de moins qu'en octobre 2015"),
        ("en", "up from 4,000 in 2019"),
        ("de", "11 Prozent mehr als im Juni 2020"),
        ("es", "frente a las 400 de junio de 2018"),
        ("it", "contro le 914 del 2019"),
    ],
)
def test_periods_of_comparison_are_marked(language: str, text: str) -> None:
    assert only(text, language).compared


def test_a_comparison_ends_with_its_clause() -> None:
    found = find_periods("Le recul est net par rapport à 2018 ; en 2019, 400 voitures ont été vendues.", "fr")

    assert [one.compared for one in found] == [True, False]


@pytest.mark.parametrize("text", ["la Peugeot 2008", "le 2008", "2 008 voitures", "2020 %"])
def test_other_numbers_are_no_years(text: str) -> None:
    assert find_periods(text, "fr") == []


def test_a_day_is_no_month() -> None:
    assert only("le 21 novembre 2019", "fr").kind == "day"


def test_a_verb_is_no_month() -> None:
    assert find_periods("They may march on.", "en") == []


def test_a_model_is_no_quarter() -> None:
    assert find_periods("l'Audi Q3 et la A3", "fr") == []
    assert only("au Q3", "fr", "2022-11-02").value == "2022-Q3"


def test_a_year_far_behind_does_not_date_the_quarter() -> None:
    found = find_periods("Le deuxième trimestre est bon. On y sera en 2045.", "fr")

    assert found[0].value is None


def test_a_month_dated_by_comparison_dates_the_quarter() -> None:
    found = find_periods("En mars, 40 ventes contre 30 en mars 2009. Le premier trimestre est bon.", "fr")

    assert found[-1].value == "2010-Q1"


def test_a_year_of_a_distant_contract_does_not_date_the_year_that_the_text_speaks_of() -> None:
    found = find_periods(
        "Sales rose in 2024. The contract runs to 2029. Orders grew during the year.", "en", "2025-02-19"
    )

    assert [one.value for one in found] == ["2024", "2029", "2024"]
