"""The two sides of a succession: the house and the position they share, and whose place a clause behind a name says."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.test_moves_posts_held_before import of, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ana Ruiz, 40 ans, est nommée directrice de Zelda. Carl Moss, auquel elle succède, part à la retraite."),
        ("en", "Ana Ruiz, 40, has been named director of Zelda. Carl Moss, whom she succeeds, retires in June."),
        ("de", "Ana Ruiz wird Chefin der Zelda GmbH. Carl Moss, dem sie nachfolgt, geht in den Ruhestand."),
        ("es", "Ana Ruiz ha sido nombrada directora de Zelda. Carl Moss, a quien releva, se jubila."),
        ("it", "Ana Ruiz è la nuova direttrice di Zelda. Carl Moss, a cui subentra, va in pensione."),
    ],
)
def test_a_clause_behind_the_name_says_whose_place_it_is(language: str, text: str) -> None:
    assert of("Ana Ruiz", told_of(text, language)).predecessor == "Carl Moss"


def test_her_desk_is_that_of_whom_the_text_speaks() -> None:
    text = "Carl Moss left Kia UK on Friday. Ana Ruiz took over his desk on Monday."
    assert of("Ana Ruiz", told_of(text, "en")).predecessor == "Carl Moss"


def test_a_long_description_stands_for_who_has_just_come() -> None:
    text = (
        "Ana Ruiz est nommée directrice de Zelda. À 46 ans, cette diplômée des Mines, entrée chez Kia en 2001, "
        "y succède à Carl Moss."
    )
    assert of("Ana Ruiz", told_of(text, "fr")).predecessor == "Carl Moss"


def test_where_somebody_goes_is_not_the_house_of_the_succession() -> None:
    text = (
        "Ana Ruiz sera la directrice des ventes de la marque Dacia, a indiqué Dacia. "
        "Elle remplace Carl Moss, en partance pour Mobilize. Dacia a vendu 100 voitures."
    )
    moves = told_of(text, "fr", headline="Dacia : Ana Ruiz pilotera les ventes")
    assert {move.organization for move in moves} == {"Dacia"}


def test_a_leaving_told_twice_has_the_day_of_the_second() -> None:
    text = (
        "Zelda has promoted Ana Ruiz to head of sales following the departure of Carl Moss. "
        "Moss, who spent eight years with the broker, left on 3 May."
    )
    assert of("Carl Moss", told_of(text, "en"), "departed").effective_date == "2022-05-03"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "Kia ha nombrado a Ana Ruiz directora en sustitución de Carl Moss, que se jubila. "
            "El relevo será efectivo el 1 de junio.",
        ),
        ("en", "Kia UK has named Ana Ruiz director. Carl Moss steps down. The handover takes effect on 1 June."),
    ],
)
def test_a_change_of_hands_has_one_day_for_both(language: str, text: str) -> None:
    assert {move.effective_date for move in told_of(text, language)} == {"2022-06-01"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Madrid, 10 may (Agencias).- Carl Moss deja la dirección de Kia Iberia."),
        ("en", "LEEDS, 10 May 2022. Carl Moss has stepped down as managing director of Kia UK."),
        ("it", "Milano, 10 maggio 2022 - Carl Moss lascia la direzione di Kia Italia."),
    ],
)
def test_the_day_of_the_dateline_is_no_day_of_a_move(language: str, text: str) -> None:
    assert of("Carl Moss", told_of(text, language), "departed").effective_date is None


def test_an_association_is_called_as_headline_and_text_call_it() -> None:
    text = (
        "Der Verband der Reifenhändler Sachsens (VRS) hat Ana Ruiz zur Präsidentin gewählt. "
        "Der VRS vertritt 40 Betriebe."
    )
    assert of("Ana Ruiz", told_of(text, "de", headline="VRS: Ana Ruiz gewählt")).organization == "VRS"


def test_a_town_that_opens_the_only_paragraph_is_no_company() -> None:
    text = (
        "Aalen. Carl Moss hört auf. Er verlässt die Zelda Guss AG zum 30. Juni.\n"
        "Die Zelda Guss AG beschäftigt 90 Menschen."
    )
    moves = told_of(text, "de", headline="Zelda Guss AG sucht einen Chef")
    assert "Aalen" not in {move.organization for move in moves}


def test_who_leaves_has_the_title_beside_the_name() -> None:
    text = "Ana Ruiz übernimmt die Leitung der Presse von Zelda. Der bisherige Pressechef Carl Moss geht in Rente."
    assert of("Carl Moss", told_of(text, "de"), "departed").role == "Pressechef"
