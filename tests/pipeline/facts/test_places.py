"""Places as five languages write them."""

from __future__ import annotations

import pytest

from pipeline.facts.places import HOME, find_institution, find_places, home_market


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("fr", "en France et outre-Rhin", ["FR", "DE"]),
        ("fr", "le marché automobile américain", ["US"]),
        ("fr", "dans l'Union européenne", ["EU"]),
        ("fr", "les ventes mondiales du groupe", ["World"]),
        ("fr", "en Asie-Pacifique", [None]),
        ("en", "UK new car registrations", ["GB"]),
        ("en", "U.S. sales tell us little", ["US"]),
        ("de", "auf dem deutschen Markt", ["DE"]),
        ("de", "in Europa ohne Deutschland", ["Europe"]),
        ("es", "el mercado español", ["ES"]),
        ("it", "il mercato italiano", ["IT"]),
        ("fr", "sur son marché national", [HOME]),
    ],
)
def test_names_and_adjectives(language: str, text: str, codes: list[str | None]) -> None:
    assert [place.code for place in find_places(text, language)] == codes


def test_the_nationality_of_a_maker_is_no_place_of_sale() -> None:
    assert find_places("le constructeur français et les marques allemandes", "fr") == []


def test_a_preposition_locates_and_an_agent_does_not() -> None:
    located = [place.located for place in find_places("En Italie, la France bat l'Espagne", "fr")]

    assert located == [True, False, False]


def test_who_publishes_figures_tells_the_country() -> None:
    place = find_institution("selon AAA Data", "fr")

    assert place is not None
    assert place.code == "FR"
    assert find_institution("selon nos calculs", "fr") is None


def test_only_languages_of_one_market_have_a_home_market() -> None:
    assert home_market("de") == "DE"
    assert home_market("en") is None
    assert home_market(None) is None
