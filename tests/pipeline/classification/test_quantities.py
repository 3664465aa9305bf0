"""What kind of number a number is."""

import pytest

from pipeline.classification.folding import fold
from pipeline.classification.people import find_people
from pipeline.classification.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("148 752 unités", ["count"]),
        ("vendu 2,95 millions de véhicules", ["scale"]),
        ("2,3 millions d'euros", ["money"]),
        ("en baisse de 12,8 %", ["percent"]),
        ("95 g/km de CO2", ["grams"]),
        ("27.247 Autos im Jahr 2021", ["count", "year"]),
        ("£730 and 1,466 cars", ["money", "count"]),
        ("120 000 km et 450 salariés", []),
        ("12 voitures", ["count"]),
        ("un V12 de 612 ch", []),
    ],
)
def test_the_word_behind_a_number_says_what_it_is(text, kinds):
    text = f" {text} "
    assert [kind for _, _, kind in find_quantities(text, fold(text))] == kinds


def test_people_are_given_names_with_a_family_name_or_initials():
    text = "Jean-Dominique Senart, Rene Dumont et E.P. Casey visitent Land Rover avec Luca de Vico."
    assert [text[start:end] for start, end in find_people(text)] == [
        "Jean-Dominique Senart",
        "Rene Dumont",
        "Luca de Vico",
        "E.P. Casey",
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("et Thorvolde Brügge (51 ans), Yrsil de Moor, 44 ans, arrive.", ["Thorvolde Brügge", "Yrsil de Moor"]),
        ("Zenobrina Craddock Vale, aged 47, follows.", ["Zenobrina Craddock Vale"]),
        ("Thorvolde Brügge\n, 51 ans", []),  # the age stands in another line
        ("Yrsil Moor, 2024 geboren, und Grauburg (4711).", []),
    ],
)
def test_an_age_tells_a_name_whose_given_name_is_not_known(text, people):
    assert [text[start:end] for start, end in find_people(text)] == people
