"""What goes with whom where one sentence, or two, name several people, posts, organizations and dates."""

from __future__ import annotations

import pytest

from pipeline.article import Move
from tests.pipeline.facts.reading_moves import moves_of, short


def of(person: str, moves: list[Move], event: str = "appointed") -> Move:
    return next(move for move in moves if (move.person, move.event) == (person, event))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Ana Ruiz prend officiellement la tête de Kia France.", [("appointed", "Ana Ruiz")]),
        ("fr", "Carl Moss fera, lui, valoir ses droits à la retraite.", [("departed", "Carl Moss")]),
        ("en", "Ana Ruiz has formally taken the helm at Kia UK.", [("appointed", "Ana Ruiz")]),
        ("it", "Ana Ruiz prende ora le redini di Kia Italia.", [("appointed", "Ana Ruiz")]),
    ],
)
def test_small_words_may_stand_inside_a_phrase(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert short(moves_of(text, language)) == expected


def test_a_sentence_on_all_changes_dates_all_moves_before_it() -> None:
    moves = moves_of(
        "Kia France a nommé Ana Ruiz directrice du réseau. Carl Moss devient directeur des ventes de Kia France. "
        "Alan Pratt est nommé directeur financier de Kia France. Ces changements sont effectifs au 1er octobre.",
        "fr",
        published="2024-09-16",
    )
    assert {move.effective_date for move in moves} == {"2024-10-01"}


def test_a_date_until_which_somebody_stays_is_not_when_a_post_is_taken_up() -> None:
    (move,) = moves_of("Ana Ruiz wird Geschäftsführerin von Kia Deutschland bis zum 30. Juni 2025.", "de")
    assert move.effective_date is None


def test_a_post_vacant_since_a_date_is_not_taken_up_then() -> None:
    moves = moves_of("Vacante depuis janvier, la présidence de Kia France revient à Ana Ruiz.", "fr")
    assert of("Ana Ruiz", moves).effective_date is None


def test_the_last_day_is_the_date_of_the_departure() -> None:
    text = "Kia UK said Carl Moss has resigned as finance director. Moss's last day is May 3."
    assert of("Carl Moss", moves_of(text, "en", published="2024-04-22"), "departed").effective_date == "2024-05-03"


def test_where_somebody_comes_from_is_not_where_they_go_also_in_a_list() -> None:
    (move,) = moves_of(
        "Kia France a nommé Ana Ruiz directrice du réseau. Passée par les groupes Chopard et Jean Lain, "
        "elle prend ses fonctions lundi.",
        "fr",
    )
    assert move.organization == "Kia France"


def test_the_organization_of_a_former_post_before_the_name_is_not_the_new_one() -> None:
    moves = moves_of("Directrice de Peugeot France depuis 2021, Ana Ruiz prend en charge la marque Jeep.", "fr")
    assert of("Ana Ruiz", moves).organization == "Jeep"


def test_the_brand_a_post_is_for_is_not_the_company_that_names() -> None:
    moves = moves_of("Kia UK has named Ana Ruiz as franchise director for Peugeot.", "en")
    assert of("Ana Ruiz", moves).organization == "Kia UK"


def test_a_heading_of_unknown_name_is_the_organization_of_its_paragraph() -> None:
    moves = moves_of("Orlane. Carl Moss quitte son poste de directeur marketing.", "fr", headline="Carnet")
    assert of("Carl Moss", moves, "departed").organization == "Orlane"


def test_a_verb_said_once_holds_for_two() -> None:
    moves = moves_of("Ana Ruiz devient directrice commerciale et Carl Moss directeur technique de Kia France.", "fr")
    assert [(move.person, move.role) for move in moves] == [
        ("Ana Ruiz", "directrice commerciale"),
        ("Carl Moss", "directeur technique"),
    ]


def test_who_helps_the_head_has_no_predecessor() -> None:
    moves = moves_of(
        "Ana Ruiz a été élue présidente de la Fiev. Elle succède à Carl Moss, qui quitte ses fonctions. "
        "Le bureau est complété par Alan Pratt et Odile Vernet, respectivement vice-président et trésorière.",
        "fr",
    )
    assert (of("Alan Pratt", moves).role, of("Odile Vernet", moves).role) == ("vice-président", "trésorière")
    assert of("Alan Pratt", moves).predecessor is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Carl Moss se jubila como director de Seat y le reemplaza Ana Ruiz."),
        ("de", "Auf Carl Moss folgt Ana Ruiz als Geschäftsführerin von Seat."),
        ("fr", "Seat a choisi Ana Ruiz pour prendre la suite de Carl Moss."),
        ("de", "Ana Ruiz hat die Leitung von Seat zum 1. Mai von Carl Moss übernommen."),
        ("en", "Seat has named Ana Ruiz director. She is taking over the role from Carl Moss."),
    ],
)
def test_who_comes_behind_whom(language: str, text: str) -> None:
    assert of("Ana Ruiz", moves_of(text, language)).predecessor == "Carl Moss"


def test_behind_where_the_subject_follows_the_verb() -> None:
    moves = moves_of(
        "Ana Ruiz rejoint Kia comme directrice. Elle vient de Renault, où lui a succédé comme directeur Carl Moss.",
        "fr",
    )
    assert (of("Carl Moss", moves).predecessor, of("Carl Moss", moves).organization) == ("Ana Ruiz", "Renault")


def test_a_relative_is_no_mover() -> None:
    moves = moves_of("Ana Ruiz, Tochter des Unternehmers Carl Moss, wird Geschäftsführerin von Seat.", "de")
    assert short(moves) == [("appointed", "Ana Ruiz")]


def test_who_dismisses_is_not_dismissed() -> None:
    moves = moves_of("Limogé par Carl Moss, le directeur de Kia France Alan Pratt quitte l'entreprise.", "fr")
    assert ("departed", "Carl Moss") not in short(moves)


def test_the_body_that_elects_is_not_the_post() -> None:
    text = "Ana Ruiz, 45 ans, a été élue par le conseil d'administration de la Fiev. Elle succède à Carl Moss."
    assert of("Ana Ruiz", moves_of(text, "fr")).role is None


def test_a_seat_gives_way_to_the_position_behind_as() -> None:
    moves = moves_of("Kia UK has appointed Ana Ruiz to its board as an independent non-executive director.", "en")
    assert of("Ana Ruiz", moves).role == "independent non-executive director"


def test_a_post_held_for_years_is_not_the_one_taken_up() -> None:
    text = "Tras once años como responsable de ventas, Ana Ruiz asume la dirección de Marketing de Seat."
    moves = moves_of(text, "es")
    assert "responsable" not in (of("Ana Ruiz", moves).role or "")


def test_who_leaves_and_joins_another_moves_twice() -> None:
    moves = moves_of("Carl Moss quitte Kia France. Il a accepté un poste chez Renault.", "fr")
    assert [(move.event, move.organization) for move in moves] == [("departed", "Kia France"), ("appointed", "Renault")]


def test_a_future_tense_is_no_becoming() -> None:
    assert short(moves_of("Der Botschafter Carl Moss wird bald seinen Posten bei Seat räumen.", "de")) in (
        [("departed", "Carl Moss")],
        [],
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Carl Moss denies he will step down as chief executive of Kia UK."),
        ("fr", "Carl Moss espère être élu président de la Fiev."),
        ("en", "The board withdrew the nomination of Carl Moss as director of Kia UK."),
        ("fr", "Carl Moss bientôt nommé directeur général de Kia France ?"),
        ("fr", "Depuis son départ de Kia France, Carl Moss élève des chèvres."),
    ],
)
def test_what_is_denied_hoped_or_asked_is_no_move(language: str, text: str) -> None:
    assert moves_of(text, language) == []


def test_who_takes_a_dead_mans_place_moves() -> None:
    moves = moves_of("Kia UK has elected Ana Ruiz chairman, succeeding Carl Moss, who died in May.", "en")
    assert of("Ana Ruiz", moves).predecessor == "Carl Moss"


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Ulf Brandner ist am Montag als Präsident des Verbands zurückgetreten.", "Ulf Brandner"),
        ("Ulf Brandner ist am 3. Mai als Chef der Nordwagen AG ausgeschieden.", "Ulf Brandner"),
        ("Ulf Brandner wird zum 30. Juni als Finanzchef der Nordwagen AG ausscheiden.", "Ulf Brandner"),
        ("Jan Voss wird den Konzern Kia verlassen.", "Jan Voss"),
    ],
)
def test_an_auxiliary_goes_with_the_verb_that_ends_the_clause(text: str, gone: str) -> None:
    assert short(moves_of(text, "de")) == [("departed", gone)]


def test_an_auxiliary_of_its_own_clause_still_tells() -> None:
    text = "Ulf Brandner wird am 3. Mai Chef von Kia, Jan Voss wird ausscheiden."
    assert short(moves_of(text, "de")) == [("appointed", "Ulf Brandner"), ("departed", "Jan Voss")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Marius Delorne prend la direction générale de Kia. Passé par Citroën, Porsche et Skoda, "
            "il remplace Lise Jarvan.",
        ),
        (
            "en",
            "Martin Dellow becomes managing director of Kia. After stints at Citroën, Porsche and Skoda, "
            "he succeeds Liza Jarvis.",
        ),
    ],
)
def test_a_list_of_where_somebody_was_is_not_where_they_go(language: str, text: str) -> None:
    assert {move.organization for move in moves_of(text, language)} == {"Kia"}


def test_who_stands_in_has_the_place_of_whoever_had_that_post() -> None:
    text = (
        "Corvane said that chief executive Dora Blunt and chief operating officer Piers Noakes would both "
        "stand down. Edith Varley, a director, will run the business as interim chief executive."
    )
    taken = {move.person: move.predecessor for move in moves_of(text, "en") if move.event == "appointed"}
    assert taken == {"Edith Varley": "Dora Blunt"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Nordal a un nouveau chef, Luc Bielmont. Luc Bielmont prendra la présidence du directoire de Nordal.",
        ),
        ("en", "Nordal has a new chief: Luke Bielmont will become managing director on 1 May."),
    ],
)
def test_a_word_for_any_head_gives_way_to_the_post(language: str, text: str) -> None:
    (move,) = (one for one in moves_of(text, language) if one.event == "appointed")
    assert move.role in ("présidence du directoire", "managing director")
