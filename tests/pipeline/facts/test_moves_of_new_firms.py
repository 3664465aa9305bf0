"""Moves at organizations outside the table, and moves told in lists, in tables and by a neighbouring sentence."""

from __future__ import annotations

import pytest

from pipeline.article import Move
from tests.pipeline.facts.reading_moves import moves_of, short


def only(moves: list[Move]) -> Move:
    assert len(moves) == 1, moves
    return moves[0]


@pytest.mark.parametrize(
    ("language", "text", "firm"),
    [
        ("fr", "La start-up lyonnaise Vendrelle annonce l'arrivée d'Ana Ruiz au poste de directrice.", "Vendrelle"),
        ("fr", "Ana Ruiz a été recrutée par Vendrelle au poste de directrice des achats.", "Vendrelle"),
        ("en", "Meanwhile, Brindall Fleet has hired Ana Ruiz as finance director.", "Brindall Fleet"),
        ("en", "Brindall Savings said it named Ana Ruiz as president.", "Brindall Savings"),
        ("en", "Ana Ruiz steps down as managing director of Nordin Tire UK.", "Nordin Tire UK"),
        ("de", "Die Hauptversammlung der Bertram AG wählte Ana Ruiz in den Aufsichtsrat.", "Bertram AG"),
        ("de", "Ana Ruiz wird Geschäftsführerin des Zulieferers Vorlach.", "Vorlach"),
        ("de", "Die Weiland-Gruppe ernennt Ana Ruiz zur Geschäftsführerin.", "Weiland-Gruppe"),
        ("es", "La plataforma Motrilia ha nombrado a Ana Ruiz directora general.", "Motrilia"),
        ("it", "La startup Vendrella ha nominato Ana Ruiz direttrice generale.", "Vendrella"),
    ],
)
def test_the_words_around_it_show_an_organization(language: str, text: str, firm: str) -> None:
    move = only(moves_of(text, language))
    assert (move.person, move.organization) == ("Ana Ruiz", firm)


def test_what_one_sentence_shows_to_be_a_company_is_one_everywhere() -> None:
    text = "Forza Power se sépare d'Ana Ruiz. Elle était directrice financière de Forza Power depuis 2019."
    moves = moves_of(text, "fr", headline="Forza Power perd Ana Ruiz")
    assert {move.person for move in moves} == {"Ana Ruiz"}


def test_rows_of_a_table_are_moves_where_its_header_says_so() -> None:
    rows = ("Nom | Poste | Entreprise", "Ana Ruiz | Directrice générale | Groupe Vernet")
    text = "\n".join((*rows, "Luc Moreau | Responsable flottes | Lotra"))
    moves = moves_of(text, "fr", headline="Qui est qui ?")
    assert [(move.person, move.role, move.organization) for move in moves] == [
        ("Ana Ruiz", "Directrice générale", "Groupe Vernet"),
        ("Luc Moreau", "Responsable flottes", "Lotra"),
    ]
    assert all(len(move.evidence) == 2 for move in moves), "the row and its header"


def test_rows_that_name_people_without_a_position_are_no_moves() -> None:
    assert moves_of("Pilote | Temps\nAna Ruiz | 1:32,4\nLuc Moreau | 1:33,0", "fr", headline="Les essais") == []


def test_lines_of_a_list_name_organization_person_and_position() -> None:
    text = "Carlow Vans: Ana Ruiz, finance director.\nBrindall Fleet: Luc Moreau, head of sales."
    moves = moves_of(text, "en", headline="People on the move")
    assert [(move.person, move.role, move.organization) for move in moves] == [
        ("Ana Ruiz", "finance director", "Carlow Vans"),
        ("Luc Moreau", "head of sales", "Brindall Fleet"),
    ]


def test_two_people_have_two_positions_respectively() -> None:
    text = "Ana Ruiz and Luc Moreau were named head of sales and finance director respectively."
    assert [(move.person, move.role) for move in moves_of(text, "en")] == [
        ("Ana Ruiz", "head of sales"),
        ("Luc Moreau", "finance director"),
    ]


def test_the_sentence_before_may_name_the_position() -> None:
    text = "Renault se sépare de son directeur financier. Luc Moreau quittera ses fonctions le 30 juin."
    move = only(moves_of(text, "fr"))
    assert (move.event, move.role, move.organization) == ("departed", "directeur financier", "Renault")


def test_who_stands_in_whose_place() -> None:
    text = "Luc Moreau non è più il direttore di Seat Italia. Al suo posto è stata nominata Ana Ruiz."
    moves = moves_of(text, "it")
    assert short(moves) == [("departed", "Luc Moreau"), ("appointed", "Ana Ruiz")]
    assert moves[1].predecessor == "Luc Moreau"


@pytest.mark.parametrize(
    "text",
    [
        "Seat said Luc Moreau will be president effective May 1.",
        "Seat said that Luc Moreau would become president on 1 May.",
        "Seat said its president Luc Moreau had been dismissed.",
    ],
)
def test_the_month_of_may_and_indirect_speech_are_no_rumour(text: str) -> None:
    assert [move.person for move in moves_of(text, "en", published="2022-04-20")] == ["Luc Moreau"]


def test_may_in_small_letters_is_no_month() -> None:
    move = only(moves_of("Seat has named Ana Ruiz director, who may have a seat on the board.", "en"))
    assert move.effective_date is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Quand j'ai été nommé directeur, le marché était en plein doute », dit Luc Moreau."),
        ("en", "Luc Moreau, a retired general, spoke to Seat dealers."),
        ("en", "Ana Ruiz, the founder of Seat Fleet, left more than a year ago."),
        ("fr", "Luc Moreau continuera d'assurer la présidence de Seat."),
    ],
)
def test_what_is_told_of_before_or_of_oneself_is_no_move(language: str, text: str) -> None:
    assert moves_of(text, language) == []


def test_the_day_from_which_it_holds_goes_before_the_day_it_was_decided() -> None:
    text = "Le conseil a nommé lundi Ana Ruiz directrice de Seat. Elle prendra ses fonctions le 1er septembre."
    assert only(moves_of(text, "fr")).effective_date == "2022-09-01"
