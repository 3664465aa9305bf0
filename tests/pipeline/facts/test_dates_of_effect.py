"""Dates as written, resolved with the date of publication."""

from __future__ import annotations

import pytest

from pipeline.facts.dates_of_effect import Published, written_dates

PUBLISHED = Published(2022, 5, 10)  # a Tuesday


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "le 1er janvier 2021", "2021-01-01"),
        ("fr", "à compter du 1er septembre", "2022-09-01"),
        ("fr", "le 4 janvier", "2023-01-04"),
        ("fr", "en mars dernier", "2022-03"),
        ("fr", "lundi", "2022-05-09"),
        ("fr", "ce mardi", "2022-05-10"),
        ("fr", "le mois prochain", "2022-06"),
        ("fr", "hier", "2022-05-09"),
        ("en", "with effect from 3 May 2023", "2023-05-03"),
        ("en", "on January 1, 2023", "2023-01-01"),
        ("en", "next month", "2022-06"),
        ("en", "on 20th June", "2022-06-20"),
        ("de", "ab 1. März 2023", "2023-03-01"),
        ("de", "zum 01.07.2022", "2022-07-01"),
        ("de", "im kommenden Jahr", "2023"),
        ("es", "el 1 de noviembre de 2022", "2022-11-01"),
        ("es", "el próximo 30 de junio", "2022-06-30"),
        ("it", "dal 1° gennaio", "2023-01-01"),
        ("fr", "lundi prochain", "2022-05-16"),
        ("fr", "dès lundi", "2022-05-16"),
        ("fr", "elle prendra ses fonctions lundi", "2022-05-16"),
        ("fr", "il a été installé dès lundi", "2022-05-09"),
        ("fr", "mardi dernier", "2022-05-03"),
        ("en", "from Monday", "2022-05-16"),
        ("en", "she will join on Monday", "2022-05-16"),
        ("en", "Will Moss was appointed on Monday", "2022-05-09"),
        ("en", "the group will expand and has appointed Ana Ruiz on Monday", "2022-05-09"),
        ("en", "Ana Ruiz will be appointed on Monday", "2022-05-16"),
        ("en", "the board has said that she will join on Monday", "2022-05-16"),
        ("fr", "Laura Ruiz a été nommée lundi", "2022-05-09"),
        ("de", "der Konzern wird umgebaut und hat am Montag Ana Ruiz berufen", "2022-05-09"),
        ("es", "Beltrán llegó el lunes", "2022-05-09"),
        ("fr", "en juin-juillet 2024", "2024-06"),
        ("de", "im Jan. bei Kia", "2023-01"),
        ("fr", "en sept", "2022-09"),
        ("en", "he will retire, the company said Monday", "2022-05-09"),
        ("de", "ab Montag", "2022-05-16"),
        ("de", "zum Jahreswechsel", "2022-01-01"),
        ("en", "at the turn of the year", "2022-01-01"),
        ("it", "dal primo luglio", "2022-07-01"),
        ("es", "desde el primero de julio", "2022-07-01"),
        ("de", "zum ersten Juli", "2022-07-01"),
        ("fr", "dès le premier juillet", "2022-07-01"),
        ("de", "hat am Montagabend Ana Ruiz berufen", "2022-05-09"),
        ("es", "el lunes que viene", "2022-05-16"),
        ("es", "se incorporará el lunes", "2022-05-16"),
        ("it", "da lunedì prossimo", "2022-05-16"),
        ("it", "lunedì scorso", "2022-05-09"),
        ("it", "da aprile 2023", "2023-04"),
        ("de", "verlässt das Haus zum Quartalsende", "2022-06-30"),
        ("fr", "quittera le groupe à la fin du trimestre", "2022-06-30"),
        ("en", "leaves at the end of the quarter", "2022-06-30"),
        ("es", "dejará el cargo a final del semestre", "2022-06-30"),
        ("fr", "depuis le 1er du mois", "2022-05-01"),
        ("de", "zum Ersten des kommenden Monats", "2022-06-01"),
        ("en", "from the first of next month", "2022-06-01"),
        ("it", "dal primo del mese prossimo", "2022-06-01"),
        ("es", "cayeron esta mañana", "2022-05-10"),
        ("es", "lo anunció anoche", "2022-05-09"),
        ("it", "stamattina", "2022-05-10"),
        ("de", "hat heute Morgen angekündigt", "2022-05-10"),
        ("de", "tritt zum 1.10. an", "2022-10-01"),
        ("de", "zum Jahresende", "2022-12-31"),
        ("de", "bis Jahresende", "2022"),
        ("en", "retires at the end of the year", "2022-12-31"),
        ("it", "esce a fine anno", "2022-12-31"),
        ("fr", "prend place lundi 16", "2022-05-16"),
        ("it", "entra in carica lunedì 16", "2022-05-16"),
        ("fr", "lundi 16 mai", "2022-05-16"),
        ("es", "el pasado día 5", "2022-05-05"),
        ("en", "On Friday she retires", "2022-05-13"),
        ("de", "Am Montag übernimmt sie", "2022-05-16"),
        ("fr", "ce sera chose faite lundi", "2022-05-16"),
        ("es", "será directora el lunes", "2022-05-16"),
        ("de", "wird seit Montag geführt", "2022-05-09"),
    ],
)
def test_a_date_has_the_value_its_reader_understands(language: str, text: str, value: str) -> None:
    assert [date.value for date in written_dates(text, language, PUBLISHED)] == [value]


def test_a_new_year_is_the_next_one_in_the_second_half_of_a_year() -> None:
    (date,) = written_dates("zum Jahreswechsel", "de", Published(2022, 11, 4))
    assert date.value == "2023-01-01"


@pytest.mark.parametrize(
    ("language", "text"), [("es", "por la mañana"), ("de", "am frühen Morgen"), ("es", "a las diez de la mañana")]
)
def test_a_part_of_the_day_is_not_tomorrow(language: str, text: str) -> None:
    assert [date.value for date in written_dates(text, language, PUBLISHED)] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Mme Escoffier-Mars part"), ("fr", "ramenées de onze à sept."), ("de", "Jan Müller leitet")],
)
def test_a_name_or_a_number_is_no_month(language: str, text: str) -> None:
    assert written_dates(text, language, PUBLISHED) == []


def test_the_middle_of_a_month_is_in_the_month() -> None:
    assert [date.value for date in written_dates("mi-juin", "fr", PUBLISHED)] == ["2022-06"]


def test_a_whole_date_of_the_same_sentence_completes_a_day_where_publication_is_unknown() -> None:
    dates = written_dates("Réuni le 18 décembre 2018, le conseil l'a nommé au 1er janvier", "fr", None)
    assert [date.value for date in dates] == ["2018-12-18", "2019-01-01"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Entré dans la maison en 2009, il en prendra la direction le 2 mars"),
        ("en", "With the firm since 2009, she takes over on 2 March"),
        ("de", "Seit 2009 im Haus, übernimmt sie am 2. März"),
        ("es", "En la casa desde 2009, asume el cargo el 2 de marzo"),
        ("it", "In azienda dal 2009, assumerà la guida il 2 marzo"),
    ],
)
def test_a_year_alone_completes_no_day(language: str, text: str) -> None:
    assert [date.value for date in written_dates(text, language, None)] == ["2009", None]


def test_without_publication_a_date_without_a_year_has_no_value() -> None:
    assert [date.value for date in written_dates("le 3 mai", "fr", None)] == [None]


def test_a_whole_date_named_before_completes_a_day_where_publication_is_unknown() -> None:
    dates = written_dates("le 3 mai", "fr", None, Published(2019, 4, 30))
    assert [date.value for date in dates] == ["2019-05-03"]


def test_a_date_named_before_counts_less_than_publication() -> None:
    dates = written_dates("le 3 mai", "fr", Published(2022, 4, 20), Published(2019, 4, 30))
    assert [date.value for date in dates] == ["2022-05-03"]


def test_since_is_kept_apart() -> None:
    (date,) = written_dates("depuis juillet 2020", "fr", PUBLISHED)
    assert (date.value, date.since) == ("2020-07", True)


def test_a_span_of_years_is_no_date() -> None:
    assert written_dates("il triennio 2022-2025", "it", PUBLISHED) == []


def test_an_impossible_day_leaves_the_month() -> None:
    assert [date.value for date in written_dates("le 31 juin 2022", "fr", PUBLISHED)] == ["2022-06"]


@pytest.mark.parametrize(
    ("written", "read"), [("2022", (2022, None, None)), ("2022-05", (2022, 5, None)), ("soon", None)]
)
def test_the_date_of_publication_may_be_partial(written: str, read: tuple[int, int | None, int | None] | None) -> None:
    published = Published.read(written)
    assert (None if published is None else (published.year, published.month, published.day)) == read
