"""What stands near a move and is none of it: namesakes, other houses, other titles, other changes."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.reading_moves import moves_of


@pytest.mark.parametrize(
    ("language", "text", "leaves", "comes"),
    [
        (
            "es",
            "Carlos Ruiz deja la dirección comercial de Zelda. Le sustituye Juan Carlos Ruiz, jefe de ventas.",
            "Carlos Ruiz",
            "Juan Carlos Ruiz",
        ),
        (
            "en",
            "Paul Reed leaves Zelda, where he was sales director. John Paul Reed has been appointed in his place.",
            "Paul Reed",
            "John Paul Reed",
        ),
    ],
)
def test_a_longer_given_name_is_another_person(language: str, text: str, leaves: str, comes: str) -> None:
    events = {move.person: move.event for move in moves_of(text, language)}
    assert events[leaves] == "departed"
    assert events.get(comes) == "appointed"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Vauxhall has appointed Jane Carter as PR manager. Elsewhere, Paul Reed has left Volvo, where he was "
            "finance director, to become chief executive of Kia UK.",
        ),
        (
            "fr",
            "Claire Morel est nommée directrice de la communication de Renault France. Paul Girard quitte Peugeot et "
            "devient directeur général de Kia France.",
        ),
    ],
)
def test_who_leaves_another_house_is_nobodys_predecessor(language: str, text: str) -> None:
    assert {move.predecessor for move in moves_of(text, language)} == {None}


def test_a_title_elsewhere_told_later_is_not_the_post_left() -> None:
    text = (
        "Ford has appointed Jane Carter as sales director. She replaces Paul Reed, who leaves Ford after six years. "
        "Paul Reed, chairman of the local golf club, joined Ford in 2020."
    )
    (left,) = [move for move in moves_of(text, "en") if move.event == "departed"]
    assert left.role != "chairman"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Effective 10 March 2026: Jane Carter becomes sales director of Ford."),
        ("de", "Ab 10. März 2026: Jana Krüger wird Vertriebschefin von Opel."),
        ("fr", "Dès le 10 mars 2026 : Claire Morel devient directrice commerciale de Renault."),
        ("it", "Dal 10 marzo 2026: Giulia Ferri diventa direttrice vendite di Fiat."),
    ],
)
def test_a_day_that_opens_a_line_without_a_place_is_the_day_of_the_move(language: str, text: str) -> None:
    (move,) = moves_of(text, language, published="2026-03-10")
    assert move.effective_date == "2026-03-10"


def test_a_change_of_something_else_dates_nobody_who_leaves() -> None:
    text = (
        "Jane Carter has been appointed sales director of Vauxhall. She succeeds Paul Reed, who has left the company. "
        "The transition to zero-emission cars is due in 2035."
    )
    (left,) = [move for move in moves_of(text, "en", published="2026-03-10") if move.event == "departed"]
    assert left.effective_date is None
