"""Days as press pages write them; none rather than a wrong one."""

from __future__ import annotations

import pytest

from pipeline.dates import day_in_address, stated_day, stated_moment, written_dates


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-01-11", "2021-01-11"),
        ("2021-01-11T23:30:00+01:00", "2021-01-11"),
        ("2021-01-11T23:30:00Z", "2021-01-11"),
        ("2021/01/11 09:00", "2021-01-11"),
        ("20210111", "2021-01-11"),
        ("20210111T093000Z", "2021-01-11"),
        ("1610323200", "2021-01-11"),
        ("1610323200000", "2021-01-11"),
        ("Mon, 11 Jan 2021 09:00:00 GMT", "2021-01-11"),
        ("January 11, 2021", "2021-01-11"),
        ("11 janvier 2021 à 9h", "2021-01-11"),
        ("11. Jänner 2021", "2021-01-11"),
        ("11 de enero de 2021", "2021-01-11"),
        ("11.01.21", "2021-01-11"),
        ("25/01/2021", "2021-01-25"),
        ("01/25/2021", "2021-01-25"),
        ("11/11/2021", "2021-11-11"),
        ("11/01/2021", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("2021-02-30", None),
        ("2021-13-01", None),
        ("janvier 2021", None),
        ("2021", None),
        ("", None),
        (None, None),
        ("x" * 10_000, None),
    ],
)
def test_statements(value: str | None, day: str | None) -> None:
    found = stated_day(value)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("locale", "day"),
    [
        ("fr", "2021-03-04"),
        ("de-DE", "2021-03-04"),
        ("en-GB", "2021-03-04"),
        ("en-US", "2021-04-03"),
        ("en", None),
        (None, None),
    ],
)
def test_whether_day_or_month_comes_first_is_a_matter_of_the_locale(locale: str | None, day: str | None) -> None:
    found = stated_day("04/03/2021", locale)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    "text",
    [
        "Publié le 1er mars 2021 à 10h",
        "le lundi 1 mars 2021",
        "Posted on March 1st, 2021 by staff",
        "Mar. 1, 2021",
        "1 March 2021",
        "Veröffentlicht am 1. März 2021",
        "Montag, 01.03.2021, 10:00 Uhr",
        "Publicado el 1 de marzo del 2021",
        "Pubblicato il 1° marzo 2021",
        "01-03-2021",
        "1-mars-2021",
        "(2021-03-01)",
    ],
)
def test_days_in_words_of_five_languages(text: str) -> None:
    locale = "en-GB" if "Mar" in text and "ch" in text else "fr"
    assert [found.day.isoformat() for found in written_dates(text, locale)] == ["2021-03-01"]


@pytest.mark.parametrize(
    "text", ["3.1.2.2021", "12 345 678", "tél. 01.02.03.04.05", "version 1.2.34.5", "mars 2021", "31 avril 2021"]
)
def test_figures_that_are_no_days(text: str) -> None:
    assert list(written_dates(text, "fr")) == []


def test_places_of_several_days_in_order() -> None:
    text = "du 3 mars 2021 au 05/03/2021"
    assert [text[found.start : found.end] for found in written_dates(text, "fr")] == ["3 mars 2021", "05/03/2021"]


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://lefil.example/2021/01/11/valmoret", "2021-01-11"),
        ("https://lefil.example/actu/2021-01-11-valmoret.html", "2021-01-11"),
        ("https://lefil.example/valmoret-20210111.html", "2021-01-11"),
        ("https://lefil.example/2021/01/valmoret", None),
        ("https://lefil.example/2021/13/45/a", None),
        ("https://lefil.example/2021/01/11/et/2021/01/12/a", None),
        ("https://lefil.example/article-120210111345", None),
        ("https://lefil.example/a?d=2021/01/11", None),
        ("http://[", None),
        (None, None),
    ],
)
def test_days_in_addresses(url: str | None, day: str | None) -> None:
    found = day_in_address(url)
    assert (found.isoformat() if found else None) == day


def test_moments_need_a_time_and_an_offset() -> None:
    moment = stated_moment("2021-01-11T23:30:00.123+0100")
    assert moment == stated_moment("2021-01-11 22:30:00Z")
    assert stated_moment("2021-01-11T23:30+01") is not None
    assert stated_moment("2021-01-11T23:30:00") is None
    assert stated_moment("2021-01-11T99:30:00Z") is None
    assert stated_moment("2021-01-11") is None
