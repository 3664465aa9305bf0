"""Which period, place and metric of the neighbourhood belong to a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.article import Metric, Span
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.setting import Setting
from pipeline.facts.periods import Period
from pipeline.facts.places import HOME, Place, joined, together

_BREAK = re.compile(r"[;)]|,[ \u00a0]|[ \u00a0](?:et|and|und|y|e)[ \u00a0]")
_CLAUSE_END = re.compile(r"[,;:(]")
_RANGE = re.compile(r"[ \u00a0]?(?:to|à|bis|an?d?|et|und|y|e|[–-])[ \u00a0]?(?:le |la |les |l['’]|the |dem |el |il )?")
_LAUNCHED = re.compile(
    r"(?<!\w)(?:lancée?s?|apparue?s?|née?s?|fondée?s?|créée?s?|launched|introduced|born|founded|"
    r"vorgestellt|eingeführt|gegründet|lanzad[oa]s?|presentad[oa]s?|fundad[oa]s?|"
    r"lanciat[aeio]|fondat[aeio]|presentat[aeio])[ \u00a0](?:en|in|im|nel|seit)?[ \u00a0]?$",
    re.IGNORECASE,
)
"""Before a year that says since when a model or company is there."""
_ASIDE_ENDS = re.compile(r"(?:[ \u00a0][^\W\d][\w’'-]*){0,3}[ \u00a0]?[,):]")
_OF_A_NOUN = re.compile(
    r"(?<!\w)(?!(?:mois|month|monats?|mes|mese|trimestre|semestre)[ \u00a0])[^\W\d]{4,}[ \u00a0]"
    r"(?:d['’]|(?:de|of|in|del?|di|vom|des|from|du)[ \u00a0])$",
    re.IGNORECASE,
)
"""Before a period that only dates a noun: "the reform of July"."""
_FIGURES_OF = re.compile(
    r"(?<!\w)(?:chiffres|données|résultats|figures|numbers|data|\w*[Zz]ahlen|Daten|cifras|datos|dati|cifre|numeri)"
    r"[ \u00a0](?:[^\W\d][\w’'-]*[ \u00a0]){0,3}?(?:d['’]|(?:de|du|of|for|für|vom|di|del|de)[ \u00a0])"
    r"(?:mois[ \u00a0](?:de[ \u00a0]|d['’]))?$"
)
"""Before the period of the figures that the next sentence tells: "die Zahlen des Amtes für Juli liegen vor"."""
_OPENING = 30
"""How far from its start a sentence names the period that the next one counts."""
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
    if period:
        value = period.value or _run(period, context.period)
        return Chosen(value, passage.sentence.span(period.start, period.end), 0.95, kind=period.kind)
    if any(_LAUNCHED.search(text, max(0, one.start - 24), one.start) for one in passage.periods if one.kind == "year"):
        return Chosen(None, None, 0.85)  # a total since the launch
    announced = _announced(before) if metric != "orders" else None
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


def _run(period: Period, current: Period | None) -> str | None:
    """What a run of months is, where the article's own period tells when it ended: "depuis janvier" in June a half."""
    if current is None or current.year is None or current.number is None or period.kind != "cumulative":
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


def _announced(before: Passage | None) -> Period | None:
    """The one period of a sentence that has no numbers and so speaks of those of the next."""
    if before is None or before.quantities_of_note or before.sentence.is_row:
        return None
    if any(one.kind == "percent" for one in before.quantities):
        return None  # it tells a change of its own
    named = [one for one in before.periods if not one.compared and one.kind != "day"]
    opens = len(named) == 1 and named[0].start <= _OPENING and named[0].kind != "year"
    opens = opens and not _OF_A_NOUN.search(before.text[: named[0].start])
    opens = opens or (len(named) == 1 and bool(_FIGURES_OF.search(before.text[: named[0].start])))
    return named[0] if opens else None


def choose_place(setting: Setting, subject: Chosen, metric: Metric) -> Chosen:
    """The place of the number: its subject, one beside it, that of headline or lead, or the world for a maker."""
    passage, start, end, context = setting.passage, setting.start, setting.end, setting.context
    text, places, next_start = passage.text, passage.places, setting.next_start
    if subject.span and subject.span.field == passage.sentence.field:
        offset = subject.span.start - passage.sentence.start
        own = [one for one in places if offset <= one.start < offset + len(subject.span.quote)]
        if own:
            return placed(passage, own[:1], subject, 0.95)
    maker = subject.kind in ("maker", "model")
    abroad = _exported(setting)
    if abroad:
        return Chosen(None, abroad, 0.85)
    sentence = passage.sentence
    named_here = bool(
        subject.span and subject.span.field == sentence.field and sentence.start <= subject.span.start < sentence.end
    )
    reach = min(next_start, end + _REACH)
    behind = [
        one for one in places if one.located and end <= one.start < reach and not _break_before(text[end : one.start])
    ]
    opening = min((one.start for one in passage.subjects if one.kind in ("maker", "model")), default=len(text))
    earlier = [
        one
        for one in places
        if one.end <= start
        and (
            one.located
            or not (maker and named_here)
            or one.start <= min(25, opening)
            or _explained(text[one.end : start])
        )
    ]
    later = [one for one in places if one.located and end <= one.start < next_start] if not maker else []
    if behind:
        return placed(passage, _breath(behind, text), subject, 0.9)
    if earlier:
        return placed(passage, _breath(earlier[::-1], text), subject, 0.9)
    if later:
        return placed(passage, later[:1], subject, 0.8)
    if context.place:
        return Chosen(context.place, context.place_span, 0.85 if context.place_span else 0.6)
    if context.lead_country and (subject.resells or subject.kind in ("maker", "model")):
        return Chosen(context.lead_country, None, 0.7)
    home = context.home
    used = subject.country is None and any(one.segment == "used" for one in passage.subjects)  # no maker sells those
    trades = used or context.auctions or (context.lets and metric == "deliveries")
    if subject.resells or (trades and maker and home):
        # A dealer without a place is one of its own country, or else of the readers'.
        return Chosen((subject.country if subject.resells else None) or context.seat or home, None, 0.6)
    if maker and context.lead_place and not context.is_market and metric == "registrations":
        return Chosen(context.lead_place, None, 0.7)
    if (maker or context.maker) and metric in ("registrations", "market_share") and home:
        return Chosen(home, None, 0.7)  # both are those of a country; the world has sales
    if maker or context.maker:
        return Chosen("World", None, 0.8)
    return Chosen(None, None, 0.75)


def _exported(setting: Setting) -> Span | None:
    """The word that says that the number went abroad, between it and the figure before."""
    passage, start = setting.passage, setting.start
    last = max((end for _, end in setting.numbers if end <= start), default=0)
    found = passage.forms.exports.search(passage.text, last, start)
    return passage.sentence.span(*found.span()) if found else None


def _explained(between: str) -> bool:
    """Whether the number stands in the bracket behind the place: "des États-Unis (+ 3 % avec 5 000)"."""
    return "(" in between and ")" not in between and len(between) < 25


def _break_before(text: str) -> bool:
    return bool(re.search(r"[;(]|,[ \u00a0]|\.[ \u00a0]", text))


def _breath(places: Sequence[Place], text: str) -> list[Place]:
    """The first place with those that are joined to it."""
    run = [places[0]]
    for place in places[1:]:
        left, right = sorted((run[-1], place), key=lambda one: one.start)
        if not joined(left, right, text):
            break
        run.append(place)
    return run


def placed(passage: Passage, places: Sequence[Place], subject: Chosen, certainty: float) -> Chosen:
    """The code of places named in one breath, the maker's own country for "home"."""
    code = together(list(places))
    if code is None and len(places) > 1 and all(one.code for one in places):
        code = places[0].code
        certainty -= 0.3
    if code == HOME:
        code = subject.country
    first, last = min(one.start for one in places), max(one.end for one in places)
    return Chosen(code, passage.sentence.span(first, last), certainty)


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
