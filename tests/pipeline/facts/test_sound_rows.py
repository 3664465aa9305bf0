"""Facts made of pieces that do not belong together: such rows are not given."""

import pytest

from pipeline.document import Document
from pipeline.facts.compliance import read_compliance
from pipeline.facts.figures.read import read_figures
from pipeline.organizations.find import find_organizations


def rows_of(language, headline, text, published="2022-02-01"):
    document = Document(headline, text, language, published)
    return read_compliance(document, find_organizations(document))


def numbers_of(rows):
    return {(row.organization, row.target_g_km, row.actual_g_km, row.gap_g_km) for row in rows}


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        ("en", "Carmakers and their fleet CO2 targets", "Manufacturers risk heavy fines over their CO2 targets."),
        ("de", "CO2-Flottenziele: die Lage", "Zwei Konzerne sind schon am Ziel und erfüllen die CO2-Vorgabe."),
        ("fr", "CO2 : les objectifs européens", "Les constructeurs en défaut devront payer une amende pour leur CO2."),
    ],
)
def test_makers_at_large_without_numbers_stand_nowhere(language, headline, text):
    assert [row for row in rows_of(language, headline, text) if row.outcome != "unknown"] == []


@pytest.mark.parametrize(
    ("language", "headline", "text", "name"),
    [
        (
            "de",
            "Mazda und die CO2-Flottenziele",
            "Mazda legt die CO2-Bilanz vor. Der Hersteller hat den CO2-Grenzwert 2021 um vier Gramm überschritten.",
            "Mazda",
        ),
        (
            "en",
            "Honda and the EU fleet CO2 targets",
            "Honda published its fleet emissions. The carmaker missed its CO2 target for 2021 by 3 g/km.",
            "Honda",
        ),
    ],
)
def test_the_maker_is_the_one_that_was_named_and_the_evidence_names_it(language, headline, text, name):
    (row,) = rows_of(language, headline, text)
    assert (row.organization, row.outcome) == (name, "missed")
    assert any(name in span.quote for span in row.evidence)


def test_who_lends_its_cars_to_a_pool_is_in_no_danger():
    rows = rows_of(
        "it",
        "Renault, patto per la CO2",
        "Renault ha trovato l'accordo con Tesla: saranno conteggiate insieme a Panda, 500 e Jeep per la CO2.",
    )
    assert {row.organization for row in rows} <= {"Renault"}


@pytest.mark.parametrize(
    ("language", "headline", "text", "first", "second"),
    [
        (
            "fr",
            "CO2 : les objectifs des constructeurs",
            "L'objectif de CO2 dépend du poids : il est de 91 g/km chez Peugeot, mais de 113 g/km chez BMW.",
            "Peugeot",
            "BMW",
        ),
        (
            "en",
            "Fleet CO2 targets of the carmakers",
            "The CO2 target depends on weight: it is 91 g/km for Peugeot, but 113 g/km for BMW.",
            "Peugeot",
            "BMW",
        ),
    ],
)
def test_targets_set_side_by_side_stay_with_their_makers(language, headline, text, first, second):
    assert numbers_of(rows_of(language, headline, text)) == {(first, 91, None, None), (second, 113, None, None)}


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        (
            "fr",
            "CO2 : Fiat fait mieux que les autres",
            "Fiat affiche une moyenne de 112 g/km de CO2, soit 9 g de mieux que le marché.",
        ),
        (
            "en",
            "CO2: how Fiat compares on fleet emissions",
            "Fiat averaged 112 g/km of CO2, 9 g lower than the market.",
        ),
    ],
)
def test_a_distance_from_the_market_is_none_from_a_target(language, headline, text):
    rows = rows_of(language, headline, text)
    assert rows
    assert all(row.gap_g_km is None and row.outcome == "unknown" for row in rows)


def test_an_alarm_without_a_name_or_a_target_is_no_row():
    text = (
        "Les objectifs de CO2 de 2025 inquiètent Bruxelles. Suzuki ouvre une concession à Lille et parle de CO2.\n"
        "Pourquoi une telle urgence ? On prépare la suite."
    )
    assert "Suzuki" not in {row.organization for row in rows_of("fr", "Objectifs de CO2 : le débat", text)}


def test_of_a_fear_and_a_result_with_numbers_the_result_is_given():
    text = (
        "Honda missed its CO2 target for 2021 by 3 g/km.\nIn 2021 Honda risks a fine, as it has not met its CO2 target."
    )
    assert [(row.outcome, row.gap_g_km) for row in rows_of("en", "EU fleet CO2 targets", text)] == [("missed", 3)]


def test_a_nickname_that_may_be_of_several_makers_takes_no_number():
    text = (
        "Fiat pointe à 114,3 g/km de CO2 en moyenne, Skoda à 119,2 g/km et Audi à 131,6 g/km. "
        "La firme au blason affiche encore 141,5 g/km."
    )
    rows = rows_of("fr", "CO2 : le classement des constructeurs", text)
    assert {row.actual_g_km for row in rows} == {114.3, 119.2, 131.6}


def test_a_month_is_dated_by_the_last_of_the_years_it_is_compared_with():
    text = (
        "Registrations grew in May, though they were 18% down from May 2019. "
        "Diesel fell to 20% of the market, compared to 31% in May 2021.\n"
        "Kia registered 1,204 cars in May."
    )
    document = Document("Car registrations in Denmark", text, "en", None)
    figures = read_figures(document, find_organizations(document))
    assert [one.period for one in figures if one.value == 1204] == ["2022-05"]
