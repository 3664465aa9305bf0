"""What an article's words say of several types at once."""

from __future__ import annotations

from math import sqrt

import pytest

from pipeline.classification.article_terms import HEADLINE, LEAD, Terms
from pipeline.classification.wording import FEWEST_TERMS, Wording, WordingTable

NONE: frozenset[str] = frozenset()
WORDINGS = {
    "first": Wording(0.5, {"a": 1.25, "b": -2.0, HEADLINE + "a": -0.75, "a b": 0.3}),
    "second": Wording(-1.0, {"a": -3.5, "c": -0.001, "a b": -1.125, HEADLINE + "a": 2.0}),
    "third": Wording(0.0, {"b": 4.0, LEAD + "c": 2.5, "b c": 1.0}),
}


@pytest.mark.parametrize(
    "terms",
    [
        Terms(NONE, frozenset(), NONE, NONE),
        Terms({"a"}, frozenset(), NONE, NONE),
        Terms({"a", "b", "c", "unknown"}, {("a", "b"), ("b", "c"), ("c", "unknown")}, NONE, NONE),
        Terms({"a", "b", "c"}, {("b", "a")}, {"a"}, {"c"}),
        Terms({"b", *(f"word{number}" for number in range(200))}, {("b", "c")}, {"b"}, {"b"}),
    ],
)
def test_each_type_gets_its_own_sum(terms: Terms) -> None:
    said = WordingTable(WORDINGS).features(terms)
    written = set(terms.written())
    scale = sqrt(max(len(written), FEWEST_TERMS))
    for name, wording in WORDINGS.items():
        whole = sum(weight for term, weight in wording.weights.items() if term in written)
        lead = sum(weight for term, weight in wording.weights.items() if term in written and ":" in term)
        assert said[name]["wording"] == pytest.approx(wording.bias + whole / scale)
        assert said[name]["lead:wording"] == pytest.approx(lead / scale)


def test_sums_of_many_heavy_words_stay_apart() -> None:
    words = {f"word{number}" for number in range(6_000)}
    table = WordingTable(
        {"up": Wording(0.0, dict.fromkeys(words, 40.0)), "down": Wording(0.0, dict.fromkeys(words, -40.0))}
    )
    said = table.features(Terms(words, frozenset(), NONE, NONE))
    assert said["up"]["wording"] == pytest.approx(6_000 * 40 / sqrt(6_000))
    assert said["down"]["wording"] == -said["up"]["wording"]


def test_no_type_says_nothing() -> None:
    assert WordingTable({}).features(Terms({"a"}, frozenset(), NONE, NONE)) == {}
