"""Companies of a country, and joint ventures, named as they call themselves."""

from __future__ import annotations

import pytest

from pipeline.facts.compliance.subsidiaries import subsidiary_at
from tests.pipeline.facts.compliance.reading_rows import document, names_in


@pytest.mark.parametrize(
    ("text", "end", "country"),
    [
        ("Peugeot Suisse zahlt", 7, "CH"),
        ("Opel Switzerland muss", 4, "CH"),
        ("BMW of North America wrote", 3, "US"),
        ("Ford Motor Company (Switzerland), deuxième", 18, "CH"),
        ("Kia España", 3, "ES"),
        ("Toyota in Deutschland", 6, None),
        ("Ford (Switzerland", 4, None),
        ("Ford", 4, None),
    ],
)
def test_a_country_behind_a_name_is_part_of_it_in_any_language(text: str, end: int, country: str | None) -> None:
    found = subsidiary_at(text, end)
    assert (found.country if found else None) == country


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Auch Opel Switzerland hat die CO2-Vorgabe verfehlt.", "Opel Switzerland"),
        ("fr", "Hyundai Motor India doit 28 milliards.", "Hyundai Motor India"),
        ("en", "Dongfeng Honda ended the year with a credit deficit.", "Dongfeng Honda"),
    ],
)
def test_such_a_company_is_one_body(language: str, text: str, name: str) -> None:
    assert names_in(document(language, text))[1] == [name]
