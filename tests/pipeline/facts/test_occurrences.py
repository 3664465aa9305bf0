"""Where a name stands in a text as a word of its own."""

from __future__ import annotations

import pytest

from pipeline.facts.occurrences import occurrences


@pytest.mark.parametrize(
    ("name", "text", "starts"),
    [
        ("Volmeer", "Volmeer sold more. So did Volmeers, and Volmeer.", [0, 40]),
        ("Volmeer", "Neu-Volmeer, l'usine d'Volmeer", [23]),
        ("Nord", "Nordnord Nord", [9]),
        ("Nord", "NordNord", []),
        ("", "anything", []),
    ],
)
def test_a_name_is_found_as_a_whole_word(name: str, text: str, starts: list[int]) -> None:
    assert [start for start, _ in occurrences(name, text)] == starts
    assert all(text[start:end] == name for start, end in occurrences(name, text))
