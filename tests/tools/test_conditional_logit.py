"""Which of several options is right, learned from examples."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from tools.conditional_logit import fit_options


def test_a_feature_of_right_options_weighs_more_than_one_of_wrong_ones() -> None:
    matrix = csr_matrix(np.array([[1.0, 0.0], [0.0, 1.0]] * 12))
    near, far = fit_options(matrix, [2] * 12, [1, 0] * 12, [1.0] * 12, 0.5)
    assert near > 0 > far


def test_a_question_of_more_weight_decides_where_two_disagree() -> None:
    matrix = csr_matrix(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]]))
    first, second = fit_options(matrix, [2, 2], [1, 0, 0, 1], [5.0, 1.0], 0.5)
    assert first > second


def test_a_penalty_for_each_column_keeps_the_punished_one_small() -> None:
    matrix = csr_matrix(np.array([[1.0, 1.0], [0.0, 0.0]] * 12))
    free, punished = fit_options(matrix, [2] * 12, [1, 0] * 12, [1.0] * 12, np.array([0.1, 100.0]))
    assert free > 10 * punished > 0
