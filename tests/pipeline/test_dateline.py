"""The day in the dateline that opens a text."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.dateline import date_of_text, day_of_dateline


@pytest.mark.parametrize(
    "text",
    [
        "MADRID, 4 de marzo de 2024. Las flotas compran motos como nunca.",
        "Saint-Ouen (Seine-Saint-Denis), le 4 mars 2024 – Valmoret publie ses livraisons.",
        "Köln, 4. März 2024 – Der Hersteller meldet Zulassungen.",
        "Reggio di Calabria, 4 marzo 2024. Il mercato cresce.",
        "LONDON (March 4, 2024): Registrations rose.",
        "Karlsruhe, (4.3.2024). Der Hersteller meldet Zulassungen.",
        "Pressemitteilung vom 4. März 2024 | Berlin – Der Hersteller meldet Zulassungen.",
        "Communiqué de presse du 4 mars 2024\nValmoret publie ses livraisons.",
        "Paris, le 4 mars 2024\nValmoret publie ses livraisons.",
    ],
)
def test_a_place_and_a_day_that_open_the_text(text: str) -> None:
    assert day_of_dateline(text) == date(2024, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Le 4 mars 2024, Valmoret avait annoncé une hausse.",
        "Réunis à Paris le 4 mars 2024, les dirigeants ont voté.",
        "Valmoret, le 4 mars 2024, avait annoncé une hausse.",
        "Dal 4 marzo 2024 Antoine Duval guida la filiale.",
        "Our VP for vans hangs up her hi-vis on 4 March 2024 after twelve years.",
        "Immatriculations en hausse. Paris, le 4 mars 2024 – Valmoret publie ses livraisons.",
        "MADRID, 4 de marzo. Las flotas compran.",
        "",
    ],
)
def test_a_day_that_the_text_tells_of_is_none(text: str) -> None:
    assert day_of_dateline(text) is None


@pytest.mark.parametrize(
    ("day", "month", "counted_from"),
    [
        ("2024-03-06", None, "2024-03-06"),
        (None, "2024-03", "2024-03-04"),
        (None, "2024-05", "2024-05"),
        (None, None, "2024-03-04"),
    ],
)
def test_a_dateline_says_the_day_of_a_month_that_the_page_states(
    day: str | None, month: str | None, counted_from: str
) -> None:
    assert date_of_text(day, month, "LONDON, 4 March 2024. The chairman leaves tomorrow.") == counted_from
