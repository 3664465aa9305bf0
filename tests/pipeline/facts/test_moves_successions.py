"""Successions: whose place is taken, who is exchanged for whom, and what of it belongs to the one who goes."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.reading_moves import moves_of, short
from tests.pipeline.facts.test_moves_bound_rightly import of
from tests.pipeline.facts.test_moves_by_tenor import told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Carl Moss quitte la direction de Kia France. Ana Ruiz prend sa place."),
        ("fr", "Carl Moss quitte la direction de Kia France. Ana Ruiz récupère le poste."),
        ("en", "Carl Moss has left Kia UK. Ana Ruiz takes his place as managing director."),
        ("en", "Carl Moss has left Kia UK. Ana Ruiz will fill his shoes."),
        ("de", "Carl Moss verlässt Kia Deutschland. Seine Nachfolge tritt Ana Ruiz an."),
        ("es", "Carl Moss deja Kia Iberia. Su puesto lo ocupará Ana Ruiz."),
        ("it", "Carl Moss lascia Kia Italia. Ana Ruiz prende il suo posto."),
    ],
)
def test_her_place_is_that_of_whom_the_text_speaks(language: str, text: str) -> None:
    assert of("Ana Ruiz", moves_of(text, language)).predecessor == "Carl Moss"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kia UK replaced managing director Carl Moss with Ana Ruiz late on Monday."),
        ("fr", "Kia France remplace Carl Moss, directeur général, par Ana Ruiz."),
        ("es", "Kia Iberia sustituye a su director Carl Moss por Ana Ruiz."),
        ("it", "Kia Italia sostituisce il direttore Carl Moss con Ana Ruiz."),
    ],
)
def test_who_is_exchanged_goes_and_who_is_named_last_comes(language: str, text: str) -> None:
    moves = told_of(text, language)
    assert of("Ana Ruiz", moves).predecessor == "Carl Moss"
    assert ("appointed", "Carl Moss") not in short(moves)


def test_who_replaces_whom_without_an_exchange_stays_as_it_was() -> None:
    moves = moves_of("Ana Ruiz replaced Carl Moss as managing director of Kia UK.", "en")
    assert of("Ana Ruiz", moves).predecessor == "Carl Moss"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Finanzchef Carl Moss von Kia Deutschland will seinen auslaufenden Vertrag nicht verlängern."),
        ("fr", "Carl Moss, directeur de Kia France, a annoncé qu'il ne briguerait pas de nouveau mandat."),
        ("es", "Carl Moss, director de Kia Iberia, se prejubilará a final de mes."),
        ("fr", "Le conseil de Kia France a démis Carl Moss de ses fonctions de président."),
    ],
)
def test_who_does_not_go_on_leaves(language: str, text: str) -> None:
    assert ("departed", "Carl Moss") in short(told_of(text, language))


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("it", "Carl Moss, patron di Seat, non è più presidente di Kia Italia.", "presidente"),
        ("fr", "Carl Moss, patron de Seat, n'est plus président de Kia France.", "président"),
        ("en", "Carl Moss, head of the design studio, will quit as head of Kia UK.", "head"),
    ],
)
def test_the_position_right_behind_the_verb_is_the_one_left(language: str, text: str, role: str) -> None:
    (move,) = moves_of(text, language)
    assert move.role == role
    assert move.organization is not None and move.organization.startswith("Kia")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kia UK has put finance chief Ana Ruiz in charge until it finds a permanent managing director."),
        ("fr", "Kia France nomme Ana Ruiz à sa tête, le temps de trouver une directrice générale."),
    ],
)
def test_a_holder_who_is_only_looked_for_gives_no_position(language: str, text: str) -> None:
    assert all(
        move.role not in ("permanent managing director", "directrice générale") for move in moves_of(text, language)
    )


def test_the_day_on_which_a_successor_is_named_is_not_that_of_who_goes() -> None:
    text = "Carl Moss quitte la présidence de Kia France. Son successeur sera désigné le 18 juillet."
    assert of("Carl Moss", told_of(text, "fr"), "departed").effective_date is None


def test_who_gets_a_chair_does_not_leave_it() -> None:
    text = "Kia France change. La directrice générale de Kia laissera son fauteuil à Carl Moss, venu de Seat."
    assert ("departed", "Carl Moss") not in short(told_of(text, "fr"))


def test_where_somebody_named_is_from_is_not_where_they_go() -> None:
    text = "Carl Moss has been ousted as chief executive of Kia UK. Ana Ruiz of Ford will take the wheel on August 1."
    assert of("Ana Ruiz", told_of(text, "en")).organization == "Kia UK"


def test_a_position_that_another_verb_gives_is_not_the_one_left() -> None:
    text = (
        "Ana Ruiz est devenue vendredi présidente de Kia France. Carl Moss, appelé à la direction de Seat, lui a "
        "remis les clés."
    )
    assert of("Carl Moss", told_of(text, "fr"), "departed").role == "présidente"
