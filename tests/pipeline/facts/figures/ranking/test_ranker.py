from __future__ import annotations

import pytest

from pipeline.facts.figures.ranking.ranker import Ranker, learned_ranker
from pipeline.facts.figures.ranking.rankers import FIELDS, NUMBERS


def test_the_option_whose_weights_sum_highest_is_taken() -> None:
    ranker = Ranker({"near": 1.0, "headline": 0.4, "crossed": -2.0})

    best, probability = ranker.best([["headline"], ["near"], ["near", "crossed"]], ruled=0)

    assert best == 1
    assert probability == pytest.approx(0.594, abs=0.001)


def test_the_choice_of_the_rules_has_a_head_start() -> None:
    ranker = Ranker({"near": 0.5, "named": 0.5}, bias=0.6)

    assert ranker.best([["unknown"], ["near"]], ruled=0)[0] == 0
    assert ranker.best([["unknown"], ["near", "named"]], ruled=0)[0] == 1
    assert ranker.best([["unknown"], ["near", "near"]], ruled=0)[0] == 0  # each feature counts once, as it was learned


def test_features_that_were_never_learned_weigh_nothing() -> None:
    assert Ranker({"near": 3.0}).probability(["far", "unheard of"]) == 0.5


@pytest.mark.parametrize("question", [*FIELDS, *NUMBERS])
def test_something_was_learned_of_each_question(question: str) -> None:
    ranker = learned_ranker(question)

    assert ranker is not None
    assert len(ranker.weights) > 50


def test_of_other_questions_nothing_was_learned() -> None:
    assert learned_ranker("weather") is None
