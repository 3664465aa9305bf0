"""What an article's words say of several types at once."""

from __future__ import annotations

from math import sqrt

import pytest

from pipeline.classification.wording import FEWEST_TERMS, HEADLINE, LEAD, Wording, WordingTable

WORDINGS = {
    "first": Wording(0.5, {"a": 1.25, "b": -2.0, HEADLINE + "a": -0.75}),
    "second": Wording(-1.0, {"a": -3.5, "c": -0.001}),
    "third": Wording(0.0, {"b": 4.0, LEAD + "c": 2.5}),
}


@pytest.mark.parametrize(
    "terms",
    [
        frozenset(),
        frozenset({"a"}),
        frozenset({"a", "b", "c", "unknown"}),
        frozenset({"a", "b", "c", HEADLINE + "a", LEAD + "c"}),
        frozenset({"b", *(f"word{number}" for number in range(200))}),
    ],
)
def test_each_type_gets_its_own_sum(terms: frozenset[str]) -> None:
    said = WordingTable(WORDINGS).features(terms)
    scale = sqrt(max(len(terms), FEWEST_TERMS))
    for name, wording in WORDINGS.items():
        whole = sum(weight for term, weight in wording.weights.items() if term in terms)
        lead = sum(weight for term, weight in wording.weights.items() if term in terms and ":" in term)
        assert said[name]["wording"] == pytest.approx(wording.bias + whole / scale)
        assert said[name]["lead:wording"] == pytest.approx(lead / scale)


def test_sums_of_many_heavy_words_stay_apart() -> None:
    words = {f"word{number}" for number in range(6_000)}
    table = WordingTable(
        {"up": Wording(0.0, dict.fromkeys(words, 40.0)), "down": Wording(0.0, dict.fromkeys(words, -40.0))}
    )
    said = table.features(frozenset(words))
    assert said["up"]["wording"] == pytest.approx(6_000 * 40 / sqrt(6_000))
    assert said["down"]["wording"] == -said["up"]["wording"]


def test_no_type_says_nothing() -> None:
    assert WordingTable({}).features(frozenset({"a"})) == {}
