"""Which numbers of a passage count vehicles that were sold, registered, delivered or ordered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.article import Metric
from pipeline.facts.figures.bare_numbers import is_bare_count
from pipeline.facts.figures.count_forms import VOLUME_METRICS
from pipeline.facts.figures.passage import Passage
from pipeline.facts.numbers import Quantity
from pipeline.languages.united import any_of

_BARE_MINIMUM = 100
"""Below this, a number without its noun is more likely a rank, an age or a model."""
_LEAST = 10
"""Below this, what stands before a noun is part of a name ("Model 3 sedans") or of an anecdote."""
_MOST = 150_000_000
"""More vehicles than the world buys in a year are money or kilometres."""
_AIMED_WITHIN = 60
_LIST_LEAD = re.compile(r"(?:[:(;=–—-]|\|)[ \u00a0]?$")
_RANGE_END = re.compile(r"[ \u00a0](?:à|to|bis|a|and|et|und|y|e|ed)[ \u00a0]\d[\d.,'’ \u00a0]*\d[ \u00a0]")
_RANK_BEFORE = re.compile(r"(?<!\w)top[ \u00a0-]$", re.IGNORECASE)
_FEWEST_MODELS = 100
_YEAR_BEFORE = re.compile(r"(?<!\w)(?:de|en|of|from|in|von|aus|del?|di|del|nel)[ \u00a0]$", re.IGNORECASE)
_OF_A_RIVAL = re.compile(
    r"[ \u00a0](?:à|a|pour|for|für|bei|para|per|chez|de|di|al|alla|der|beim?)[ \u00a0]"
    r"(?:(?:la|le|les|l['’]|the|die|den|der|el|il|lo)[ \u00a0]?)?"
    r"|(?:[ \u00a0][^\W\d][\w’'-]*){0,3},?[ \u00a0]"
    r"(?:that|which|die|welche|den|das|(?:que|che)(?!\w)|qu['’])[ \u00a0]?",
    re.IGNORECASE,
)
"""Between a number and the rival that it is of: "to X", "than the 4,800 cars that X sold"."""
_SHORTEST_TOTAL = 1000
_NAME_BEFORE = re.compile(r"(?<![\w’'-])[A-ZÀ-ÖØ-Ý][\w-]*[ \u00a0]$")
_RECEIVED = re.compile(
    rf"(?<!\w){any_of('figures_words', 'owners', 'receivers')}[ \u00a0](?:[^\W\d][\w’'-]*[ \u00a0]){{0,2}}$",
    re.IGNORECASE,
)
"""Before those who took what is counted."""
_ENDS = re.compile(r"[ \u00a0]?(?:[,;.:!?)|]|[–—-][ \u00a0]|$|\()")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of vehicles; offsets count in the passage."""

    value: float
    start: int
    end: int
    """Of the number with its noun."""
    metric: Metric | None
    """Where its own noun says it ("ventes")."""
    noun: str | None
    """What is counted, as written; None for a number that stands alone."""
    prior: bool
    """Whether it is the value of an earlier period: "contre 4 100"."""
    certainty: float = 1.0
    """How sure it is that it counts vehicles; below 1 where the rules passed over it."""


def find_counts(passage: Passage, *, has_metric: bool) -> list[Count]:
    """The counts of the passage, in order.

    Args:
        passage: the sentence.
        has_metric: whether the neighbourhood says how vehicles were counted, where the sentence does not.
    """
    if not (has_metric or passage.metric_words):
        return []
    found = []
    for quantity in passage.quantities:
        count = _read(quantity, passage)
        if count:
            found.append(count)
    return [count for count in found if not _is_mark_passed(count, found, passage)]


def _is_of_another_kind(range_end: re.Match[str], passage: Passage) -> bool:
    """Whether the other end of a range has a unit that is none of vehicles: "between 28,800 and 38,800 yuan"."""
    return any(
        range_end.start() < one.start < range_end.end() and one.kind not in ("count", "year")
        for one in passage.quantities
    )


def _is_mark_passed(count: Count, counts: list[Count], passage: Passage) -> bool:
    """Whether the count is a round mark that the sentence then gives exactly: "plus de 50 000 (50 212)"."""
    before = passage.text[max(0, count.start - 40) : count.start]
    exact = any(count.value < one.value <= 1.15 * count.value for one in counts)
    return exact and bool(passage.forms.thresholds.search(before))


def _read(quantity: Quantity, passage: Passage) -> Count | None:
    if quantity.kind not in ("count", "year") or quantity.value > _MOST:
        return None
    unit = passage.forms.unit.match(passage.text, quantity.end) or _loosely(quantity, passage)
    if not unit and not _stands_alone(quantity, passage):
        return None
    if _is_told_otherwise(quantity, unit, passage):
        return None
    return _count(quantity, unit, passage)


def passed_over(quantity: Quantity, passage: Passage) -> Count | None:
    """The count that a number may be of which the rules know nothing; None where they know that it is none."""
    if quantity.kind not in ("count", "year") or not _LEAST <= quantity.value <= _MOST:
        return None
    unit = passage.forms.unit.match(passage.text, quantity.end)
    if _is_told_otherwise(quantity, unit, passage) or (not unit and _is_of_a_name(quantity, passage)):
        return None
    count = _count(quantity, unit, passage)
    return None if count.prior else count


def _is_of_a_name(quantity: Quantity, passage: Passage) -> bool:
    """Whether a short number stands right behind a word with a capital: "Corvo 125"."""
    return quantity.value < _SHORTEST_TOTAL and bool(_NAME_BEFORE.search(passage.text, 0, quantity.start))


def _count(quantity: Quantity, unit: re.Match[str] | None, passage: Passage) -> Count:
    end = unit.end() if unit else quantity.end
    metric = next((name for name in VOLUME_METRICS if unit and unit.groupdict().get(f"metric_{name}")), None)
    noun = passage.text[quantity.end : end].strip() if unit else None
    before = _text_before(quantity, passage)
    return Count(quantity.value, quantity.start, end, metric, noun, _is_prior(before, quantity, passage))


def _text_before(quantity: Quantity, passage: Passage) -> str:
    return passage.text[max(0, quantity.start - 45) : quantity.start]


def _is_told_otherwise(quantity: Quantity, unit: re.Match[str] | None, passage: Passage) -> bool:
    """Whether the number, or something beside it, says that it is no number of vehicles that were sold."""
    text, forms = passage.text, passage.forms
    end = unit.end() if unit else quantity.end
    if quantity.value < (_BARE_MINIMUM if quantity.in_words else _LEAST):
        return True
    if quantity.kind == "year" and _is_year(quantity, passage, has_unit=bool(unit)):
        return True
    before = _text_before(quantity, passage)
    if (
        forms.averages.search(before)
        or forms.difference_before.search(before)
        or forms.difference_behind.match(text, end)
    ):
        return True
    until = _RANGE_END.match(text, end)  # "de 80 000 à 160 000 m2"
    if until and not unit and (forms.excluded.match(text, until.end()) or _is_of_another_kind(until, passage)):
        return True
    if _RANK_BEFORE.search(text, max(0, quantity.start - 8), quantity.start):
        return True
    if unit and quantity.value < _FEWEST_MODELS and forms.models.fullmatch(text, quantity.end, end):
        return True  # "16 nouveaux modèles" will be launched
    return bool(forms.rates.match(text, end)) or _counts_something_else(quantity, end, passage)


def _loosely(quantity: Quantity, passage: Passage) -> re.Match[str] | None:
    """What is counted, behind one or two words that no list knows; of a number that is written like a total."""
    if quantity.value < _BARE_MINIMUM or quantity.kind != "count" or quantity.in_words:
        return None
    return passage.forms.loose_unit.match(passage.text, quantity.end)


def _stands_alone(quantity: Quantity, passage: Passage) -> bool:
    """Whether a number without a noun may still be a count: "à 6 300", "Renault 88 120", "totalled 7,310"."""
    if any(one.kind == "model" and one.start - quantity.end == 1 for one in passage.subjects):  # "540 Model Y"
        of_the_name = (
            quantity.value < 1000
            and (  # "les modèles 718 Boxster", "la 500 X"
                passage.forms.articles.search(passage.text[: quantity.start])
                or passage.forms.models.search(passage.text, max(0, quantity.start - 12), quantity.start)
            )
        )
        return quantity.value >= _LEAST and not of_the_name
    if is_bare_count(quantity, passage) or _is_labelled(quantity, passage):
        return True
    if quantity.value < _BARE_MINIMUM or quantity.in_words:
        return False
    text = passage.text
    scaled = any(sign.isalpha() for sign in text[quantity.start : quantity.end])
    counted = passage.metric_words or passage.forms.unit_words.search(text)
    paid = passage.forms.of_money.search(text) or any(one.kind == "money" for one in passage.quantities)
    if scaled and not counted and paid:
        return False  # "a funding round of 45 million" is money
    if passage.forms.opened_with.fullmatch(text[: quantity.start]):  # "Mit 108.200 blieb …"
        return True
    written = text[quantity.start : quantity.end]
    if _is_aimed_at(quantity, passage):
        return True
    # "Peugeot 3008 et 5008": a short number without marks is a model, unless it stands in a list.
    if not (re.search(r"\d[^\d]\d{3}|[^\W\d]", written) or quantity.value >= 10_000 or _in_list(quantity, passage)):
        return False
    if any(
        subject.end <= quantity.start and not text[subject.end : quantity.start].strip(" \u00a0:")
        for subject in passage.subjects
    ):
        return True
    if any(not one.located and quantity.start - one.end == 1 for one in passage.places):  # "… l'Espagne 1 980"
        return True
    if any(
        subject.start - quantity.end in (0, 1) and subject.kind != "market" for subject in passage.subjects
    ):  # "52 300 Ibiza"
        return True
    if passage.forms.included.search(text[max(0, quantity.start - 25) : quantity.start]):
        return True
    if any(one.start - quantity.end == 1 for one in passage.periods):  # "sold 5,586 last year"
        return True
    return bool(_ENDS.match(text, quantity.end) or passage.forms.bare_followers.match(text, quantity.end))


def _is_aimed_at(quantity: Quantity, passage: Passage) -> bool:
    """Whether the number is a target that no noun follows: "Para este año se ha puesto el listón en 210."."""
    text, forms = passage.text, passage.forms
    before = passage.clause_before(quantity.start, _AIMED_WITHIN)
    if quantity.kind != "count" or not forms.forecast.search(before) or forms.of_money.search(text):
        return False
    return bool(_ENDS.match(text, quantity.end) or forms.bare_followers.match(text, quantity.end))


def _is_labelled(quantity: Quantity, passage: Passage) -> bool:
    """Whether the number stands alone in brackets behind a maker or model, beside another count: "the X (84)"."""
    text, start, end = passage.text, quantity.start, quantity.end
    if quantity.kind != "count" or quantity.in_words or quantity.value < _LEAST:
        return False
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    named = any(one.kind in ("maker", "model") and one.end == start - 2 for one in passage.subjects)
    others = [one for one in passage.quantities if one.kind == "count" and one is not quantity]
    return named and any(
        passage.forms.unit.match(text, one.end) or text[one.start - 1 : one.start] == "(" for one in others
    )


def _in_list(quantity: Quantity, passage: Passage) -> bool:
    text = passage.text
    several = len(re.findall(r"[(:][ \u00a0]?\d", text)) > 1
    return (several or quantity.value >= 1000) and bool(_LIST_LEAD.search(text[: quantity.start]))


def _is_year(quantity: Quantity, passage: Passage, *, has_unit: bool) -> bool:
    named = any(one.start <= quantity.start < one.end for one in passage.periods)
    # "a roadster of 1930 delivered to …": a participle counts nothing.
    dated = passage.forms.metric.match(passage.text, quantity.end + 1) and _YEAR_BEFORE.search(
        passage.text, max(0, quantity.start - 6), quantity.start
    )
    return named or not has_unit or bool(dated)


def _counts_something_else(quantity: Quantity, end: int, passage: Passage) -> bool:
    """Whether a word beside the number says that it counts cars built, recalled, stolen, or no cars at all."""
    forms, text = passage.forms, passage.text
    numbers = [one for one in passage.quantities if one is not quantity and one.kind in ("count", "year")]
    left = max((one.end for one in numbers if one.end <= quantity.start), default=0)
    right = min((one.start for one in numbers if one.start >= end), default=len(text))
    before = passage.clause_before(quantity.start, min(70, quantity.start - left))
    behind = passage.clause_behind(quantity.end, min(70, max(0, right - quantity.end)))
    wrong_behind, wrong_before = forms.excluded.search(behind), forms.excluded.search(before)
    if wrong_behind and end > quantity.end and _RECEIVED.search(behind[: wrong_behind.start()]):
        wrong_behind = None  # "delivered 41,200 cars to Indian dealers"
    if not (wrong_behind or wrong_before):
        return False
    right_behind, right_before = forms.metric.search(behind), forms.metric.search(before)
    if wrong_before and not right_before:  # "rappelle 5 000 voitures vendues …"
        return True
    if right_behind and (not wrong_behind or right_behind.start() < wrong_behind.start()):
        return False
    return bool(wrong_behind)


def _is_a_rivals(quantity: Quantity, passage: Passage) -> bool:
    """Whether the value compared with is another maker's: "contre 130 à la X", "against 40 for X"."""
    return any(
        one.kind in ("maker", "model") and _OF_A_RIVAL.fullmatch(passage.text, quantity.end, one.start)
        for one in passage.subjects
        if one.start > quantity.end
    )


def _is_prior(before: str, quantity: Quantity, passage: Passage) -> bool:
    if passage.forms.prior.search(before):
        return not _is_a_rivals(quantity, passage)
    if not passage.in_brackets(quantity.start):
        return False
    opening = passage.text.rfind("(", 0, quantity.start)
    if passage.forms.prior.search(passage.text[opening : quantity.start]):
        return True
    if passage.forms.year_before.search(passage.text[max(0, opening - 30) : opening]):
        return True
    # "par rapport à 2017 (12 300 unités)": the bracket explains the period of comparison.
    return any(one.compared and 0 <= opening - one.end <= 2 for one in passage.periods)
