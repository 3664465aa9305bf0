"""In which segment a number was counted, and where a word for one is none."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Au total, 48 200 voitures et utilitaires légers ont été immatriculés en Belgique en 2021."),
        ("en", "In all, 48,200 cars and vans were registered in Belgium in 2021."),
        ("de", "In Belgien wurden 2021 genau 48.200 Pkw und Transporter zugelassen."),
        ("es", "En Bélgica se matricularon 48.200 turismos y SUV en 2021."),
        ("it", "In Belgio sono state immatricolate 48.200 vetture e suv nel 2021."),
        ("fr", "En 2021, 48 200 voitures neuves et d'occasion ont été vendues en Belgique."),
        ("de", "2021 wurden in Belgien 48.200 Neu- und Gebrauchtwagen verkauft."),
    ],
)
def test_what_is_counted_together_with_cars_is_no_segment(language: str, text: str) -> None:
    found = figures(text, language=language)

    assert [(one.value, one.segment) for one in found] == [(48_200, None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Au total, 8 200 utilitaires légers ont été immatriculés en Belgique en 2021."),
        ("en", "In all, 8,200 vans were registered in Belgium in 2021."),
        ("de", "In Belgien wurden 2021 genau 8.200 Transporter zugelassen."),
    ],
)
def test_a_segment_alone_is_one(language: str, text: str) -> None:
    assert [one.segment for one in figures(text, language=language)] == ["lcv"]


def test_cars_and_vans_with_a_number_each_are_two() -> None:
    found = figures("En 2021, Ford a livré 12 000 voitures et 3 400 utilitaires en Belgique.")

    assert [(one.value, one.segment) for one in found] == [(12_000, None), (3_400, "lcv")]
