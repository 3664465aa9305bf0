"""The periods that a number may be of, each with what speaks for and against it."""

from __future__ import annotations

from pipeline.article import Metric
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.ranking.option import Option, Way, nearest_first
from pipeline.facts.figures.setting import Setting
from pipeline.facts.periods import Period

_EARLIER = 4
_CERTAINTY = 0.75
_MONTH = len("2020-03")
_LONGEST_AGO = 14
"""Months."""


class PeriodOptions:
    """Periods by their values: those named near the number, in headline and lead, of the row before, and none."""

    def __init__(self, setting: Setting, metric: Metric, by_rules: Chosen, published: str | None) -> None:
        self._setting, self._ruled = setting, by_rules
        self._share = "%" if setting.is_share else metric[0]
        self._own = [one for one in setting.passage.periods if one.kind != "day"]
        self._several = min(len({one.value for one in self._own}), 3)
        self._any = min(self._several, 1)
        self._year = int(published[:4]) if published else None
        self._month = int(published[5:7]) if published and len(published) >= _MONTH else None
        passage = setting.passage
        self._foreseen = "foreseen" if passage.forms.forecast.search(passage.text) else ""
        self._found: dict[str | None, Option] = {}
        self._named: set[str | None] = set()

    def all(self) -> list[Option]:
        """The options, with their features."""
        self._of_the_sentence()
        self._of_other_sentences()
        self._named = set(self._found)
        self._of_the_article()
        ruled, said = self._ruled, "said" if self._ruled.span else "unsaid"
        self._add(
            ruled,
            "ruled",
            f"ruled {self._share} {self._several}",
            f"ruled {said} {ruled.kind} {self._several}",
        )
        for value, option in self._found.items():
            option.features += self._of_the_value(value)
        return list(self._found.values())

    def _add(self, chosen: Chosen, *features: str) -> None:
        option = self._found.get(chosen.value)
        if option is None:
            option = self._found[chosen.value] = Option(chosen)
        option.features.extend(features)

    def _mention(self, passage: Passage, period: Period, *features: str) -> None:
        if period.value not in self._found:
            span = passage.sentence.span(period.start, period.end)
            self._found[period.value] = Option(Chosen(period.value, span, _CERTAINTY, kind=period.kind))
        self._found[period.value].features.extend(features)

    def _of_the_sentence(self) -> None:
        setting = self._setting
        spans = [(one.start, one.end) for one in self._own]
        for rank, index in enumerate(nearest_first(spans, setting)):
            one = self._own[index]
            way = Way.of(one.start, one.end, setting)
            crossed, breaks = "X" if way.crossed else "", min(way.breaks, 2)
            self._mention(
                setting.passage,
                one,
                f"here {_compared(one)}{way.side} breaks {breaks}{crossed} #{min(rank, 2)}",
            )

    def _of_other_sentences(self) -> None:
        context = self._setting.context
        for distance, passage in enumerate(reversed(context.earlier[-_EARLIER:])):
            for one in passage.periods:
                if one.kind != "day":
                    scope = f"earlier {_compared(one)}{distance}"
                    self._mention(
                        passage,
                        one,
                        f"{scope} {self._any}",
                        f"{scope} {self._any} {one.kind}",
                    )
        for opening in (context.headline, context.lead):
            for one in opening.periods if opening else ():
                if opening and one.kind != "day":
                    self._mention(opening, one)

    def _of_the_article(self) -> None:
        context = self._setting.context
        if context.period:
            self._add(Chosen(context.period.value, context.period_span, 0.75, kind=context.period.kind))
            if context.period.year and self._foreseen:
                self._add(Chosen(str(context.period.year), context.period_span, 0.6, kind="year"), "of its year")
                self._add(Chosen(str(context.period.year + 1), None, 0.6, kind="year"), "of the year after")
        if self._year and self._foreseen:
            self._add(Chosen(str(self._year), None, 0.6, kind="year"), "of publication")
        self._add(Chosen(None, None, 0.7))

    def _of_the_value(self, value: str | None) -> list[str]:
        shape, age = _shape(value), self._age(value)
        said = "said" if value in self._named else "unsaid"
        found = [
            f"={shape}",
            f"={shape} {said}",
            f"={shape} {age} {said}",
            f"={shape} ruled {'none' if self._ruled.value is None else 'some'} {self._several}",
            f"={shape} {age} {self._share}",
            f"={shape} {age} {self._foreseen} {self._any}",
            f"={shape} {age} {self._foreseen} ruled {self._ruled.kind} {said}",
        ]
        if self._month and self._year and value and shape == "month" and age in ("this", "last"):
            ago = (self._year - int(value[:4])) * 12 + self._month - int(value[5:7])
            found.append(f"=months ago {max(-1, min(ago, _LONGEST_AGO))}")
        return found

    def _age(self, value: str | None) -> str:
        """The year of the value beside that of publication."""
        if value is None or self._year is None:
            return ""
        year = int(value[:4])
        if year >= self._year:
            return "this" if year == self._year else "next"
        return "last" if year == self._year - 1 else "old"


def _compared(period: Period) -> str:
    return "compared " if period.compared else ""


def _shape(value: str | None) -> str:
    if value is None:
        return "none"
    if len(value) < _MONTH:
        return "year"
    return {"Q": "quarter", "H": "half"}.get(value[5], "month")
