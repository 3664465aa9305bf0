"""Names of posts: a title is read with the words that belong to it, an office as the post it stands for."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.test_moves_posts_held_before import of, told_of


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "Ana Ruiz has been named chief software officer at Zelda.", "chief software officer"),
        ("en", "Ana Ruiz has been named used car manager at Zelda.", "used car manager"),
        ("en", "Zelda has named Ana Ruiz as quality chief.", "quality chief"),
        ("de", "Ana Ruiz wird Chefdesignerin bei Zelda.", "Chefdesignerin"),
        ("de", "Ana Ruiz wird Justiziarin bei Zelda.", "Justiziarin"),
        ("fr", "Ana Ruiz est nommée cheffe de marque de Zelda.", "cheffe de marque"),
        ("fr", "Ana Ruiz est nommée économiste en chef de Zelda.", "économiste en chef"),
        ("es", "Ana Ruiz ha sido nombrada jefa de taller de Zelda.", "jefa de taller"),
        ("it", "Ana Ruiz è stata nominata capo officina di Zelda.", "capo officina"),
        ("it", "Zelda ha affidato la direzione marketing a Ana Ruiz.", "direzione marketing"),
    ],
)
def test_a_title_has_all_its_words(language: str, text: str, role: str) -> None:
    assert of("Ana Ruiz", told_of(text, language)).role == role


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "fr",
            "Ana Ruiz rejoindra le comité exécutif de Kia en qualité de directrice des achats.",
            "directrice des achats",
        ),
        ("en", "Ana Ruiz joins the board of Kia UK as finance director.", "finance director"),
    ],
)
def test_the_position_told_with_a_seat_is_the_post(language: str, text: str, role: str) -> None:
    assert of("Ana Ruiz", told_of(text, language)).role == role


def test_the_double_family_name_alone_is_the_person() -> None:
    text = (
        "Samantha Moss Ward è la nuova direttrice generale di Kia Italia. Moss Ward, torinese, ha 50 anni. "
        "Prende il posto di Carl Weller, che lascia la società."
    )
    assert {move.person for move in told_of(text, "it")} == {"Samantha Moss Ward", "Carl Weller"}


def test_the_only_one_who_comes_follows_the_only_one_who_moves_on() -> None:
    text = (
        "Ana Ruiz is the new head of sales at Kia UK. Carl Moss leaves that job. "
        "He becomes head of fleet at Kia UK on 1 June."
    )
    moves = told_of(text, "en")
    assert of("Ana Ruiz", moves).predecessor == "Carl Moss"
