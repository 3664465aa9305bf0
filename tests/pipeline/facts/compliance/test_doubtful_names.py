"""Makers whose names the table of organizations holds back, as bodies of a page about targets."""

from __future__ import annotations

import pytest

from pipeline.facts.compliance.doubtful_names import is_a_makers
from pipeline.facts.compliance.possible_bodies import possible_bodies
from tests.pipeline.facts.compliance.reading_rows import document, page_of


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Das CO2-Flottenziel trifft nicht alle. McLaren ist von der Vorgabe ausgenommen.", "McLaren"),
        ("fr", "La règle sur le CO2 ne vaut pas pour tous. Lotus en est dispensé jusqu'en 2028.", "Lotus"),
        ("it", "Il limite europeo di CO2 non spaventa tutti. Lo rispetta da anni Byd, senza pagare nulla.", "Byd"),
        ("es", "El límite de CO2 no obliga a todos. Lotus, con pocos coches al año, queda exenta.", "Lotus"),
        ("en", "The CO2 target does not bind all. McLaren is exempt until 2028.", "McLaren"),
    ],
)
def test_a_name_held_back_elsewhere_is_a_makers_on_a_page_about_targets(language: str, text: str, name: str) -> None:
    bodies = possible_bodies(page_of(document(language, text)), [])
    assert [one.kind for one in bodies if one.name == name] == ["organization"]


@pytest.mark.parametrize("word", ["Silence", "Arrival", "Acea", "Bruselas", "DS"])
def test_plain_words_associations_and_two_letters_are_no_makers(word: str) -> None:
    assert not is_a_makers(word)
