"""Moves as agencies and newspapers tell them: short forms, parts of companies, titles, those who have just gone."""

from __future__ import annotations

import pytest

from pipeline.article import Move
from tests.pipeline.facts.reading_moves import moves_of, short


def of(person: str, moves: list[Move]) -> Move:
    found = [move for move in moves if move.person == person]
    assert len(found) == 1, moves
    return found[0]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        (
            "Ana Ruiz has been appointed treasurer of the Northern Harvest Fund, succeeding Carl Moss.",
            "Northern Harvest Fund",
        ),
        ("Dunmore Corp said it named Ana Ruiz as president of its Brindall Airways unit.", "Brindall Airways"),
        ("Milton Gas and Light Co said it named Ana Ruiz as president.", "Milton Gas and Light Co"),
        ("Dunmore Corp said Ana Ruiz, chairman of Dunmore's Tarvin-Lee Corp unit, will retire.", "Tarvin-Lee Corp"),
        ("Farm Credits Guarantee Department has named Ana Ruiz director.", "Farm Credits Guarantee Department"),
        ("<Dunmore and Pratt Group> said Ana Ruiz has resigned as president of <Brindall Grain>.", "Brindall Grain"),
    ],
)
def test_institutions_and_parts_of_companies_are_no_people(text: str, firm: str) -> None:
    moves = moves_of(text, "en")
    assert of("Ana Ruiz", moves).organization == firm
    assert {move.person for move in moves} <= {"Ana Ruiz", "Carl Moss"}


def test_the_company_of_a_title_is_not_the_one_that_appoints() -> None:
    moves = moves_of("Dunmore Corp also elected Ana Ruiz, vice president of Brindall Tyres, as treasurer.", "en")
    move = of("Ana Ruiz", moves)
    assert (move.role, move.organization) == ("treasurer", "Dunmore Corp")
    moves = moves_of("Dunmore Corp said it named Brindall Co chairman Ana Ruiz to its board.", "en")
    assert of("Ana Ruiz", moves).organization == "Dunmore Corp"


def test_what_the_successor_does_so_far_is_not_the_post_that_is_left() -> None:
    text = (
        "Dunmore Corp said Carl Moss, chairman of Dunmore Corp, will retire. The company said he will be replaced by"
        " Ana Ruiz, vice president of Brindall Tyres and president of Tarvin Tyres."
    )
    moves = moves_of(text, "en")
    assert of("Carl Moss", moves).role == "chairman"
    assert of("Ana Ruiz", moves).predecessor == "Carl Moss"


@pytest.mark.parametrize(
    ("language", "text", "full"),
    [
        (
            "en",
            "The Board of Rice and Barley Growers (BRBG) met in Leeds. Ana Ruiz was elected chairman of the BRBG.",
            "Board of Rice and Barley Growers",
        ),
        (
            "en",
            "Tarvin Assurance Corp held its meeting. Ana Ruiz was named vice president at TAC.",
            "Tarvin Assurance Corp",
        ),
        ("de", "Der HFV wählte gestern Ana Ruiz zur neuen Präsidentin.", "HFV"),
    ],
)
def test_letters_stand_for_the_name_that_the_article_writes_in_full(language: str, text: str, full: str) -> None:
    assert of("Ana Ruiz", moves_of(text, language)).organization == full


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz wird Nachfolgerin von Vortex-Chef Kurt Amberg.",
        "Ana Ruiz wurde zur Nachfolgerin von Vortex-Chef Kurt Amberg gewählt.",
        "Jetzt steht fest, dass Ana Ruiz Nachfolgerin von Vortex-Chef Kurt Amberg wird.",
    ],
)
def test_the_title_of_the_predecessor_is_the_post(text: str) -> None:
    move = of("Ana Ruiz", moves_of(text, "de"))
    assert (move.role, move.organization, move.predecessor) == ("Vortex-Chef", "Vortex", "Kurt Amberg")


def test_the_top_of_a_body_is_a_position() -> None:
    move = of("Ana Ruiz", moves_of("Ana Ruiz wird künftig an der Spitze des Aufsichtsrats stehen.", "de"))
    assert move.role == "Spitze des Aufsichtsrats"


def test_each_of_a_list_with_positions_leaves() -> None:
    text = (
        "The company said Carl Moss, president; Ana Ruiz, executive vice president and secretary, and Alan Pratt, "
        "vice president sales, resigned."
    )
    assert short(moves_of(text, "en")) == [("departed", name) for name in ("Carl Moss", "Ana Ruiz", "Alan Pratt")]


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "Dunmore Corp will name a successor to its outgoing chairman Carl Moss.", "Carl Moss"),
        ("de", "Der Nachfolger des am Montag zurückgetretenen Vortex-Chefs Kurt Amberg steht fest.", "Kurt Amberg"),
    ],
)
def test_who_is_called_outgoing_goes(language: str, text: str, left: str) -> None:
    assert short(moves_of(text, language)) == [("departed", left)]


def test_outgoing_alone_is_no_departure() -> None:
    assert moves_of("Dunmore Corp praised the outgoing calls that Carl Moss had made.", "en") == []


def test_who_leaves_the_same_post_beside_is_the_predecessor() -> None:
    text = (
        "Dunmore Corp said Carl Moss resigned as chairman of the board. "
        "Dunmore Corp said Ana Ruiz was elected to the post of chairman."
    )
    assert of("Ana Ruiz", moves_of(text, "en")).predecessor == "Carl Moss"


def test_the_place_of_a_report_is_no_organization() -> None:
    moves = moves_of("NUEVA ALBA.- Ana Ruiz fue nombrada directora general.", "es")
    assert of("Ana Ruiz", moves).organization is None
