"""How near an extraction comes to the gold of a page: text by shingles of four words, fields by their words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from statistics import mean

_WORD = re.compile(r"\w+")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " « ")
_BETWEEN_NAMES = frozenset({"par", "by", "von", "por", "di", "and", "et", "und", "y", "with", "avec", "mit"})
_WORDS_A_SHINGLE = 4


def precision_and_recall(gold: str, found: str) -> tuple[float | None, float | None]:
    """Share of the found shingles that are gold, and of the gold ones that are found; None of nothing."""
    wanted, given = _shingles(gold), _shingles(found)
    common = (wanted & given).total()
    precision = common / given.total() if given else None
    return precision, common / wanted.total() if wanted else None


def average(scores: Sequence[tuple[float | None, float | None]]) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean, pages weighing alike."""
    precision = mean([p for p, _ in scores if p is not None] or [0.0])
    recall = mean([r for _, r in scores if r is not None] or [0.0])
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def same_headline(gold: str, found: str | None) -> bool:
    """Equal but for case and marks, with or without a site's name at either end, or nine words of ten in common."""
    if not found:
        return False
    if _forms(gold) & _forms(found) & {_folded(gold), _folded(found)}:
        return True
    wanted, given = set(_folded(gold).split()), set(_folded(found).split())
    return bool(wanted) and len(wanted & given) / len(wanted | given) >= 0.9


def same_authors(gold: str | list[str], found: str | None) -> bool:
    """Three words of four in common, whatever the order and what stands between the names."""
    named = gold if isinstance(gold, str) else "; ".join(gold)
    wanted, given = (set(_folded(names).split()) - _BETWEEN_NAMES for names in (named, found or ""))
    return bool(wanted and given) and len(wanted & given) / len(wanted | given) >= 0.75


def same_day(gold: str, found: str | None) -> bool:
    """The same day."""
    return (found or "")[:10] == gold[:10]


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(_INVISIBLE.sub("", text))
    return Counter(
        tuple(words[start : start + _WORDS_A_SHINGLE])
        for start in range(max(1, len(words) - _WORDS_A_SHINGLE + 1))
        if words
    )


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).lower()))


def _forms(text: str) -> set[str]:
    forms = {_folded(text)}
    for separator in _SEPARATORS:
        if separator in text:
            forms |= {_folded(text.partition(separator)[0]), _folded(text.rpartition(separator)[2])}
    if ": " in text:
        forms.add(_folded(text.partition(": ")[2]))
    return {form for form in forms if len(form) > 5} or forms
