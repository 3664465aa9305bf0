"""Which day goes with a move: days of the past, days that others point to, days of asides and of relative clauses."""

from __future__ import annotations

import pytest

from pipeline.facts.dates_of_effect import Published, written_dates
from tests.pipeline.facts.reading_moves import moves_of, short
from tests.pipeline.facts.test_moves_bound_rightly import of
from tests.pipeline.facts.test_moves_by_tenor import told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Ana Ruiz, installée depuis mai 2015 dans le fauteuil de Carl Moss, prendra sa retraite le 1er octobre.",
        ),
        ("it", "Ana Ruiz, nominata presidente nel 2012, lascerà Kia Italia il 1° ottobre."),
        ("es", "Ana Ruiz, nombrada presidenta en 2012, dejará Kia Iberia el 1 de octubre."),
    ],
)
def test_a_participle_with_an_old_day_is_no_news_and_leaves_the_verb_to_its_subject(language: str, text: str) -> None:
    (move,) = moves_of(text, language)
    assert (move.event, move.person, move.effective_date) == ("departed", "Ana Ruiz", "2022-10-01")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Ana Ruiz, classe 1964, lascia Kia Italia."),
        ("fr", "Ana Ruiz, qui avait dirigé Seat de 2008 à 2012, quitte Kia France."),
        ("en", "Ana Ruiz, born in 1964, leaves Kia UK."),
    ],
)
def test_an_old_year_that_only_ends_an_aside_makes_no_background(language: str, text: str) -> None:
    assert ("departed", "Ana Ruiz") in short(moves_of(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2014 Ana Ruiz left Kia UK and was replaced by Carl Moss."),
        ("es", "En enero de 2014 Ana Ruiz dejó Kia Iberia y fue sustituida por Carl Moss."),
        ("fr", "En janvier 2014, Ana Ruiz a quitté Kia France et a été remplacée par Carl Moss."),
    ],
)
def test_an_old_day_that_opens_the_sentence_holds_for_all_that_is_joined(language: str, text: str) -> None:
    assert moves_of(text, language) == []


def test_what_is_joined_to_news_is_news() -> None:
    moves = moves_of("On Monday Ana Ruiz left Kia UK and was replaced by Carl Moss.", "en")
    assert ("appointed", "Carl Moss") in short(moves)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "depuis septembre", "2021-09"),
        ("en", "since September", "2021-09"),
        ("de", "seit September", "2021-09"),
        ("it", "in carica dal 1° settembre", "2022-09-01"),
    ],
)
def test_what_has_lasted_since_a_month_has_begun(language: str, text: str, value: str) -> None:
    assert [date.value for date in written_dates(text, language, Published(2022, 5, 10))] == [value]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Carl Moss a quitté Kia France en décembre.", "2021-12"),
        ("fr", "Carl Moss quittera Kia France en décembre.", "2022-12"),
        ("fr", "Chez Kia France, le poste est vacant depuis le départ de Carl Moss, en décembre.", "2021-12"),
        ("es", "Carl Moss ha dejado Kia Iberia en diciembre.", "2021-12"),
        ("es", "Carl Moss dejará Kia Iberia en diciembre.", "2022-12"),
    ],
)
def test_the_tense_tells_which_december_is_meant(language: str, text: str, day: str) -> None:
    left = [move for move in moves_of(text, language) if move.event == "departed"]
    assert [move.effective_date for move in left] == [day]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "fr",
            "Ana Ruiz est nommée directrice générale de Kia France à compter du 1er juillet. Carl Moss partira en "
            "retraite la veille.",
            "2022-06-30",
        ),
        (
            "en",
            "Ana Ruiz becomes chief executive of Kia UK on July 1. Carl Moss leaves the company the previous day.",
            "2022-06-30",
        ),
        (
            "de",
            "Ana Ruiz wird zum 1. Juli Geschäftsführerin von Kia Deutschland. Carl Moss verlässt das Unternehmen am "
            "Tag darauf.",
            "2022-07-02",
        ),
        (
            "es",
            "Ana Ruiz será consejera delegada de Kia Iberia el 1 de julio. Carl Moss deja la empresa al día siguiente.",
            "2022-07-02",
        ),
        (
            "it",
            "Ana Ruiz sarà amministratrice delegata di Kia Italia dal 1° luglio. Carl Moss lascia l'azienda nella "
            "stessa data.",
            "2022-07-01",
        ),
    ],
)
def test_the_day_before_and_the_day_after_point_to_the_day_named_last(language: str, text: str, day: str) -> None:
    moves = moves_of(text, language)
    assert [move.effective_date for move in moves if move.person == "Carl Moss"] == [day]


def test_without_publication_a_plan_does_not_make_the_days_before_it_old() -> None:
    text = "Ana Ruiz wird am 22. Mai 2019 Geschäftsführerin von Kia Deutschland. Für 2021 ist ein Neubau geplant."
    (move,) = moves_of(text, "de", published=None)
    assert move.effective_date == "2019-05-22"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Kia France a révoqué Carl Moss avec effet immédiat.", "2022-05-10"),
        ("en", "Kia UK said on Monday that it had dismissed Carl Moss with immediate effect.", "2022-05-09"),
        ("de", "Carl Moss verlässt Kia Deutschland mit sofortiger Wirkung.", "2022-05-10"),
        ("es", "Kia Iberia ha destituido a Carl Moss con efecto inmediato.", "2022-05-10"),
        ("it", "Carl Moss lascia Kia Italia con effetto immediato.", "2022-05-10"),
        ("fr", "Kia France a révoqué Carl Moss.", None),
    ],
)
def test_what_takes_effect_at_once_does_so_on_the_day_it_was_decided(language: str, text: str, day: str | None) -> None:
    assert of("Carl Moss", told_of(text, language), "departed").effective_date == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kia France a révoqué lundi, avec effet au 30 novembre, son directeur général, Carl Moss."),
        ("en", "Kia UK on Monday dismissed its finance director Carl Moss with effect from 30 November."),
        ("it", "Kia Italia ha licenziato lunedì il direttore Carl Moss a partire dal 30 novembre."),
    ],
)
def test_a_day_from_which_it_holds_is_not_the_day_of_the_decision(language: str, text: str) -> None:
    assert of("Carl Moss", told_of(text, language), "departed").effective_date == "2022-11-30"


def test_a_day_for_all_changes_is_also_that_of_who_goes() -> None:
    text = (
        "Ana Ruiz est nommée directrice générale de Kia France en remplacement de Carl Moss, qui prend sa retraite. "
        "Ces changements prendront effet le 1er juin."
    )
    assert {move.effective_date for move in told_of(text, "fr")} == {"2022-06-01"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Odile Ferrandon a rejoint Citroën en 2009. Elle est nommée directrice générale de Citroën le 2 mars."),
        ("en", "Odile Ferrandon joined Citroën in 2009. She becomes managing director of Citroën on 2 March."),
        ("de", "Odile Ferrandon kam 2009 zu Citroën. Sie wird am 2. März Geschäftsführerin von Citroën."),
    ],
)
def test_a_year_of_the_career_dates_no_move_where_publication_is_unknown(language: str, text: str) -> None:
    moves = moves_of(text, language, published=None)
    assert [(move.person, move.event, move.effective_date) for move in moves] == [
        ("Odile Ferrandon", "appointed", None)
    ]


def test_a_birthday_dates_no_move_where_publication_is_unknown() -> None:
    text = (
        "Née le 3 avril 1968, passée par Seat en 1999, Odile Ferrandon est nommée directrice générale de Citroën. "
        "Elle prendra ses fonctions le 2 mai."
    )
    (move,) = moves_of(text, "fr", published=None)
    assert move.effective_date is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kia France, fondée le 12 juin 1987, nomme Ana Ruiz directrice générale."),
        ("en", "Kia UK, founded on 12 June 1987, names Ana Ruiz managing director."),
        ("de", "Die am 12. Juni 1987 gegründete Kia Deutschland beruft Ana Ruiz zur Geschäftsführerin."),
        ("es", "Kia España, fundada el 12 de junio de 1987, nombra a Ana Ruiz directora general."),
        ("it", "Kia Italia, fondata il 12 giugno 1987, nomina Ana Ruiz amministratrice delegata."),
    ],
)
@pytest.mark.parametrize("published", [None, "1987-06-20"])
def test_the_day_of_a_founding_is_of_no_move(language: str, text: str, published: str | None) -> None:
    assert [move.effective_date for move in moves_of(text, language, published=published)] == [None]
