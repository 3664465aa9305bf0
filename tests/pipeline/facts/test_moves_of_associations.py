"""Associations: their names are those of organizations, with all that belongs to them."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.test_moves_posts_held_before import of, told_of


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "fr",
            "Réunie jeudi à Dax, la Chambre régionale des carrossiers a porté Ana Ruiz à sa présidence.",
            "Chambre régionale des carrossiers",
        ),
        (
            "fr",
            "Ana Ruiz, 49 ans, préside depuis lundi la Fédération nationale des loueurs indépendants.",
            "Fédération nationale des loueurs indépendants",
        ),
        (
            "es",
            "Reunida el jueves, la Asociación Española de Talleres ha elegido presidenta a Ana Ruiz.",
            "Asociación Española de Talleres",
        ),
        ("en", "The board of the Irish Motor Council has chosen Ana Ruiz as director.", "Irish Motor Council"),
    ],
)
def test_an_association_is_named_with_all_its_words(language: str, text: str, name: str) -> None:
    assert of("Ana Ruiz", told_of(text, language)).organization == name


def test_who_leaves_an_association_leaves_it_and_not_the_company_named_before() -> None:
    text = (
        "Kia UK has promoted Ana Ruiz to head of fleet.\n"
        "Carl Moss is leaving the Garage Ombudsman, where he was head of data."
    )
    assert of("Carl Moss", told_of(text, "en"), "departed").organization == "Garage Ombudsman"


def test_a_cricket_club_is_no_employer() -> None:
    text = "Ana Ruiz, who bats for the Leeds Cricket Club, has been named head of fleet at Zelda."
    assert of("Ana Ruiz", told_of(text, "en")).organization == "Zelda"


def test_a_department_with_a_capital_is_no_organization() -> None:
    text = "Seat releva a Carl Moss. Confía Logística a Ana Ruiz, que asume la dirección de Remarketing de Seat."
    assert "Remarketing" not in {move.organization for move in told_of(text, "es", headline="Seat mueve ficha")}
