from __future__ import annotations

from tools.figures_fitting import Choice, Verdict, fit_choices, fit_verdicts


def test_learns_which_option_wins() -> None:
    choices = [Choice([["near", f"name{n}"], ["far", f"other{n}"]], [True, False]) for n in range(20)]

    ranker = fit_choices(choices, strength=1.0, head_start=0.3)

    assert ranker.best([["far"], ["near"]], ruled=0)[0] == 1
    assert ranker.bias == 0.3


def test_what_stands_in_few_examples_is_not_learned() -> None:
    choices = [Choice([["near", f"name{n}"], ["far"]], [True, False]) for n in range(20)]

    assert set(fit_choices(choices, strength=1.0, head_start=0.0).weights) == {"near", "far"}


def test_questions_without_a_right_option_teach_nothing() -> None:
    right = [Choice([["near"], ["far"]], [True, False])] * 5
    none = [Choice([["near"], ["far"]], [False, False])] * 50

    assert fit_choices([*right, *none], 1.0, 0.0) == fit_choices(right, 1.0, 0.0)


def test_learns_yes_and_no() -> None:
    verdicts = [Verdict(["cars"], True), Verdict(["euros"], False)] * 20

    ranker = fit_verdicts(verdicts, strength=1.0, threshold=0.8)

    assert ranker.probability(["cars"]) > 0.8 > 0.2 > ranker.probability(["euros"])
    assert ranker.threshold == 0.8


def test_the_same_examples_give_the_same_weights() -> None:
    verdicts = [Verdict(["cars", f"n{n % 7}"], n % 3 > 0, 0.5 + n % 2) for n in range(60)]

    assert fit_verdicts(verdicts, 1.0, 0.5) == fit_verdicts(verdicts, 1.0, 0.5)
