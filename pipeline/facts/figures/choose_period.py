"""Which period of the neighbourhood belongs to a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Metric
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.setting import Setting
from pipeline.facts.periods import Period
from pipeline.languages.united import any_of

_BREAK = re.compile(r"[;)]|,[ \u00a0]|[ \u00a0](?:et|and|und|y|e)[ \u00a0]")
_RANGE = re.compile(r"[ \u00a0]?(?:to|à|bis|an?d?|et|und|y|e|[–-])[ \u00a0]?(?:le |la |les |l['’]|the |dem |el |il )?")
_LAUNCHED = re.compile(
    rf"(?<!\w){any_of('figures_words', 'verbs', 'launched')}[ \u00a0]"
    rf"{any_of('figures_words', 'verbs', 'launched_in')}?[ \u00a0]?$",
    re.IGNORECASE,
)
"""Before a year that says since when a model or company is there."""
_ASIDE_ENDS = re.compile(r"(?:[ \u00a0][^\W\d][\w’'-]*){0,3}[ \u00a0]?[,):]")
_OF_A_NOUN = re.compile(
    rf"(?<!\w)(?!{any_of('figures_words', 'time', 'periods')}[ \u00a0])[^\W\d]{{4,}}[ \u00a0]"
    rf"(?:d['’]|{any_of('figures_words', 'time', 'of_a_noun')}[ \u00a0])$",
    re.IGNORECASE,
)
"""Before a period that only dates a noun: "the reform of July"."""
_FIGURES_OF = re.compile(
    rf"(?<!\w){any_of('figures_words', 'time', 'figures')}"
    rf"[ \u00a0](?:[^\W\d][\w’'-]*[ \u00a0]){{0,3}}?(?:d['’]|{any_of('figures_words', 'time', 'figures_of')}[ \u00a0])"
    r"(?:mois[ \u00a0](?:de[ \u00a0]|d['’]))?$"
)
"""Before the period of the figures that the next sentence tells: "die Zahlen des Amtes für Juli liegen vor"."""
_OPENING = 30
"""How far from its start a sentence names the period that the next one counts."""
_ROLLING = re.compile(any_of("figures_words", "time", "rolling"), re.IGNORECASE)
"""Within twelve months that end now."""
_WHOLE_YEAR = 12
"""Months."""
_AIMED_WITHIN = 80
"""Characters from a word of aiming to the year that is aimed at."""
_REACH = 60
"""How far behind a number its period may stand."""


def choose_period(setting: Setting, metric: Metric) -> Chosen:
    """The period of the number: behind it in its clause, before it in the sentence, or that of the article."""
    passage, start, end, context = setting.passage, setting.start, setting.end, setting.context
    text, next_start, before = passage.text, _behind_range(setting), setting.before
    named = [
        one
        for one in passage.periods
        if not one.compared
        and one.kind != "day"
        and not _LAUNCHED.search(text, max(0, one.start - 24), one.start)
        and not (one.kind == "cumulative" and _describes_a_name(one, start, text))
    ]
    if setting.is_share:
        paired = _between_two(setting, named)
        if paired:
            return Chosen(paired.value, passage.sentence.span(paired.start, paired.end), 0.85, kind=paired.kind)
    behind = [
        one
        for one in named
        if end <= one.start < min(next_start, end + _REACH) and not _BREAK.search(text[end : one.start])
    ]
    earlier = [one for one in named if one.end <= start] if metric != "orders" else []
    later = [one for one in named if end <= one.start < next_start] if context.period is None else []
    period = next(iter((*behind, *earlier[::-1], *later)), None)
    topic = context.period
    told = period and period.kind == "year" and period.value is None and topic and topic.kind == "year"
    if period and topic and told and not _is_aimed_at(setting):
        period = replace(period, value=topic.value)  # "last year", on a page without a date, is the year of the results
    if period:
        rolling = period.number == _WHOLE_YEAR and _ROLLING.search(text, period.start, period.end)
        run = None if rolling else _run(period, context.period)
        value = None if _goes_on(period, setting) else period.value or run
        return Chosen(value, passage.sentence.span(period.start, period.end), 0.95, kind=period.kind)
    years = [one for one in passage.periods if one.kind == "year" and not one.whole_year]
    if any(_LAUNCHED.search(text, max(0, one.start - 24), one.start) for one in years):
        return Chosen(None, None, 0.85)  # a total since the launch
    announced = _announced(before, setting) if metric != "orders" else None
    if before and announced:
        return Chosen(announced.value, before.sentence.span(announced.start, announced.end), 0.85, kind=announced.kind)
    if metric == "orders":  # a book of orders has no month
        return Chosen(None, None, 0.85)
    stated = context.stated
    if (
        stated
        and stated.value
        and context.stated_paragraph == passage.sentence.paragraph
        and _goes_on_in(stated, context)
    ):
        return Chosen(stated.value, stated.span, 0.8, kind=stated.kind)
    if context.period is None:
        return _by_comparison(setting) or Chosen(None, None, 0.85)
    return Chosen(context.period.value, context.period_span, 0.85, kind=context.period.kind)


def _is_aimed_at(setting: Setting) -> bool:
    """Whether the article's year is one that headline or lead only aim at: "X wants to sell 60,000 in 2023"."""
    context = setting.context
    headline, _, text = context.content.partition("\n")
    if context.period_span is None:
        return False
    start = context.period_span.start
    near = headline if context.period_span.field == "headline" else text[max(0, start - _AIMED_WITHIN) : start]
    return setting.passage.forms.forecast.search(near) is not None


def _goes_on_in(stated: Chosen, context: Context) -> bool:
    """Whether the paragraph has turned from a part of a year to the whole of it."""
    topic = context.period.value if context.period else None
    of_that_year = topic and stated.value and topic[:4] == stated.value and topic != stated.value
    return bool(of_that_year and stated.kind == "year" and not context.titled)


def _describes_a_name(run: Period, number: int, text: str) -> bool:
    """Whether "since 2018" stands in an aside on the name before: "the brand, independent since 2018, sold …"."""
    opening = max(text.rfind(mark, 0, run.start) for mark in ",(")
    aside = text[opening + 1 : run.start]
    if opening <= 0 or run.end > number or not _ASIDE_ENDS.match(text, run.end):
        return False
    return bool(re.search(r"[^\W\d]{4}", aside)) and not re.search(r"\d", aside)


def _between_two(setting: Setting, named: Sequence[Period]) -> Period | None:
    """Of "between spring 2017 and spring 2018 … by 4 points (40 % against 36 %)", the period by order."""
    passage, start = setting.passage, setting.start
    if not passage.in_brackets(start):
        return None
    opening, closing = passage.text.rfind("(", 0, start), passage.text.find(")", start)
    inside = sorted(left for left, _ in setting.numbers if opening < left < closing)
    dated = [one for one in named if one.end <= opening and one.value]
    if len(inside) != 2 or len(dated) != 2 or not _RANGE.fullmatch(passage.text, dated[0].end, dated[1].start):
        return None
    # "(40 % against …)" opens with the earlier one where the range does.
    return dated[inside.index(start)]


def _by_comparison(setting: Setting) -> Chosen | None:
    """The period after the one compared with, where the text names no other: "9,6 % de mieux qu'en 2022" is 2023."""
    passage, end = setting.passage, setting.end
    for one in passage.periods:
        if one.compared and one.value and one.year and end <= one.start < min(setting.next_start, end + 2 * _REACH):
            value = f"{one.year + 1}{one.value[4:]}"
            return Chosen(value, passage.sentence.span(one.start, one.end), 0.7, kind=one.kind)
    return None


def _goes_on(period: Period, setting: Setting) -> bool:
    """Whether the year is not over when the article tells of one of its months: "au cours de l'année", in November."""
    current, passage = setting.context.period, setting.passage
    if not period.whole_year or current is None or current.kind != "month":
        return False
    foreseen = passage.forms.forecast.search(passage.text)
    return not foreseen and period.year == current.year and current.number != _WHOLE_YEAR


def _run(period: Period, current: Period | None) -> str | None:
    """What a run of months is, where the article's own period tells when it ended: "depuis janvier" in June a half."""
    if current is None or current.year is None or period.kind != "cumulative":
        return None
    if current.kind == "year":
        return current.value if period.number == _WHOLE_YEAR else None  # "over the twelve months"
    if current.number is None:
        return None
    length = {"month": 1, "quarter": 3, "half": 6}.get(current.kind)
    if length is None or not (period.since_new_year or period.number):
        return None
    if period.number == length:
        return current.value  # "sur six mois", in an article on a half
    end = current.number * length
    part = {3: "-Q1", 6: "-H1", 12: ""}.get(end) if period.since_new_year or period.number == end else None
    return None if part is None else f"{current.year}{part}"


def _behind_range(setting: Setting) -> int:
    """Where the next figure begins that is not the upper end of the same range: "60,000 to 70,000 in 2023"."""
    starts = sorted(one for one, _ in setting.numbers if one > setting.start)
    for position, start in enumerate(starts):
        if position or not _RANGE.fullmatch(setting.passage.text[setting.end : start]):
            return start
    return len(setting.passage.text)


def _announced(before: Passage | None, setting: Setting) -> Period | None:
    """The one period of a sentence that has no numbers and so speaks of those of the next.

    A year does so where the next tells what is foreseen: "2026 will be hard. The target is 4,800."
    """
    if before is None or before.quantities_of_note or before.sentence.is_row:
        return None
    if any(one.kind == "percent" for one in before.quantities):
        return None  # it tells a change of its own
    named = [one for one in before.periods if not one.compared and one.kind != "day"]
    current = setting.context.period
    foreseen = setting.passage.forms.forecast.search(setting.passage.text) and not (
        named and current and (named[0].year or 0) < (current.year or 0)  # a record of years ago is no target's
    )
    opens = len(named) == 1 and named[0].start <= _OPENING and bool(named[0].kind != "year" or foreseen)
    opens = opens and not _OF_A_NOUN.search(before.text[: named[0].start])
    opens = opens or (len(named) == 1 and bool(_FIGURES_OF.search(before.text[: named[0].start])))
    return named[0] if opens else None
