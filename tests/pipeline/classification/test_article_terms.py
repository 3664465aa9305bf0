"""The words of an article and its pairs of neighbours."""

from __future__ import annotations

import pytest

from pipeline.classification.article_terms import terms_of
from pipeline.classification.folding import fold
from pipeline.classification.matching import Reading


def reading(headline: str, text: str) -> Reading:
    folded = fold(f" {headline}   {text} ")
    return Reading((), (), (), (), (), folded, len(headline) + 4, ())


def test_headline_and_lead_count_once_more_and_no_pair_spans_them():
    terms = terms_of(reading("Nouvelle usine", "L'usine ouvre."))
    assert set(terms.written()) == {
        *("nouvelle", "usine", "l", "ouvre"),
        *("nouvelle usine", "l usine", "usine ouvre"),
        *("headline: nouvelle", "headline: usine", "lead: l", "lead: usine", "lead: ouvre"),
    }
    assert len(terms) == len(set(terms.written()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12 000 véhicules", {"0", "vehicules"}),
        ("La e208 à 31.500 €, +12%", {"la", "e", "0", "a", "%"}),
        ("Model3Plus", {"model", "0", "plus"}),
        ("5 %", {"0", "%"}),
        ("Ждут 2030 год: ٤٥", {"ждут", "0", "год"}),  # another alphabet is cut alike
    ],
)
def test_words_numbers_and_percent_signs_are_told_apart(text, words):
    assert terms_of(reading("", text)).words == words


def test_neighbours_are_kept_in_order():
    assert terms_of(reading("", "ventes: +5 % en mars")).pairs == {
        ("ventes", "0"),
        ("0", "%"),
        ("%", "en"),
        ("en", "mars"),
    }
