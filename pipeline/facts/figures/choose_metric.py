"""How a number was counted: registered, sold, delivered or ordered."""

from __future__ import annotations

import re

from pipeline.article import Metric
from pipeline.facts.figures.setting import Setting

_CLAUSE_END = re.compile(r"[,;:(]")


def choose_metric(setting: Setting) -> tuple[Metric, float]:
    """How the number was counted: the nearest word that says it, in the sentence, the one before, or the lead."""

    passage, start, end, before = setting.passage, setting.start, setting.end, setting.before

    def distance(word: tuple[Metric, int, int]) -> float:
        gap = word[1] - end if word[1] >= end else (start - word[2]) * 1.3
        crossed = passage.text[min(end, word[2]) : max(start, word[1])]
        return gap + 40 * len(re.findall(r"[;()]|,[ \u00a0]", crossed))

    nouns = [span for span in setting.numbers if span[0] != start]
    meant = [one for one in passage.metric_words if not _is_a_cause(one, end, passage.text)]
    words = [one for one in meant if not any(left <= one[1] < right for left, right in nouns)]
    if words:
        return min(words, key=distance)[0], 0.92
    if meant:
        return min(meant, key=distance)[0], 0.8
    if before and before.metric_words:
        said = [one[0] for one in before.metric_words]
        topic = setting.context.metric
        return (topic if topic in said else said[0]), 0.85
    return setting.context.metric or setting.context.body_metric or "sales", 0.8


def _is_a_cause(word: tuple[Metric, int, int], end: int, text: str) -> bool:
    """Whether orders are only spoken of behind the number: "… à 1 774 729, porté par des commandes passées avant"."""
    return word[0] == "orders" and word[1] >= end and bool(_CLAUSE_END.search(text[end : word[1]]))
