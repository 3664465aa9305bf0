"""The segments that a number may have been counted in, each with what speaks for and against it."""

from __future__ import annotations

from pipeline.article import Metric, Segment
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.ranking.article_segments import ArticleSegments
from pipeline.facts.figures.ranking.option import Option, Way, about, nearest_first
from pipeline.facts.figures.setting import Setting

_EARLIER = 3
_MOST_TIMES = 4
_NEW_WITHIN = 8
"""Characters behind a number in which it may be said that new cars are counted."""


class SegmentOptions:
    """Segments named near the number, in headline and lead, of the row before, or anywhere in the article, and none."""

    def __init__(
        self, setting: Setting, subject: Chosen, metric: Metric, by_rules: Segment | None, article: ArticleSegments
    ) -> None:
        """`subject`: as the rules have it; what is counted stays so whoever is told to have sold it."""
        self._setting, self._subject, self._ruled, self._article = setting, subject, by_rules, article
        self._share = "%" if setting.is_share else metric[0]
        self._scene = f"{subject.kind} {self._share} {about(setting)}"
        self._own = [one for one in setting.passage.subjects if one.kind == "segment"]
        self._names = [one for one in setting.passage.subjects if one.kind in ("maker", "model")]
        self._any = min(len({one.segment for one in self._own}), 2)
        self._counted, self._trade = self._what_is_counted(), self._what_is_traded()
        self._found: dict[str | None, Option] = {None: Option(Chosen(None, None, 0.9))}

    def all(self) -> list[Option]:
        """The options, with their features."""
        self._of_the_sentence()
        self._of_other_sentences()
        self._of_the_article()
        self._add(self._ruled, "ruled", f"ruled {self._scene}", f"ruled {self._ruled} {self._any}")
        for value, option in self._found.items():
            option.features += self._of_the_value(value)
        return list(self._found.values())

    def _add(self, segment: Segment | None, *features: str) -> None:
        option = self._found.get(segment)
        if option is None:
            option = self._found[segment] = Option(Chosen(segment, None, 0.9))
        option.features.extend(features)

    def _of_the_sentence(self) -> None:
        setting = self._setting
        spans = [(one.start, one.end) for one in self._own]
        for rank, index in enumerate(nearest_first(spans, setting)):
            one = self._own[index]
            way = Way.of(one.start, one.end, setting)
            crossed, side = "X" if way.crossed else "", way.side
            left, right = (one.end, setting.start) if side == "<" else (setting.end, one.start)
            if any(left < name.start < right for name in self._names):
                # "Despite weak diesels, X sold 1,900 cars": of a segment on the other side of a name little is known.
                self._add(one.segment, f"past {side} {self._share}", f"past {side} {self._any}{crossed}")
                continue
            features = [
                f"here {side}{way.size}{crossed}",
                f"here {side} breaks {min(way.breaks, 2)}{crossed} #{min(rank, 2)}",
                f"here {side}{crossed} {self._subject.kind} {self._share}",
                f"here {one.segment} {one.text.lower()}",
            ]
            if way.words:
                features += [f"here {side} first {way.words[0]}", f"here {side} last {way.words[-1]}"]
            self._add(one.segment, *features)

    def _of_other_sentences(self) -> None:
        setting, context = self._setting, self._setting.context
        for distance, passage in enumerate(reversed(context.earlier[-_EARLIER:])):
            near = "" if passage.sentence.paragraph == setting.passage.sentence.paragraph else " far"
            for segment in _segments(passage):
                self._add(segment, f"earlier {distance}{near} {self._any}", f"earlier {self._any} {self._scene}")
        for scope, opening in (("headline", context.headline), ("lead", context.lead)):
            if opening and opening is not setting.passage:
                for segment in _segments(opening):
                    self._add(segment, f"{scope} {segment} {self._any}", f"{scope} {self._any} {self._scene}")

    def _of_the_article(self) -> None:
        context, subject = self._setting.context, self._subject
        for name, segment in (
            ("topic", context.segment),
            ("product", context.product),
            ("opening", context.opening_segment),
            ("last", context.last_segment),
        ):
            if segment:
                self._add(segment, f"{name} {self._any} {subject.kind}", f"{name} {segment} {self._any}")
        for segment in self._article.beside(subject.value):
            self._add(segment, f"beside {subject.kind} {self._any}", f"beside {segment}")

    def _of_the_value(self, value: str | None) -> list[str]:
        ruled = "itself" if value == self._ruled else str(self._ruled)
        times, most = (self._article.times(value) if value else self._article.most), ""
        if value and times == self._article.most:
            most = "most "
        return [
            f"={value}",
            f"={value} {self._scene}",
            f"={value} ruled {ruled}",
            f"={value} among {self._any}",
            f"={value} times {min(times, _MOST_TIMES)}",
            f"{'some' if value else 'none'} {most}times {min(times, _MOST_TIMES)} {self._any} {self._subject.kind}",
            f"={value} {self._counted}",
            f"={value} {self._trade}",
        ]

    def _what_is_counted(self) -> str:
        """Whether the sentence names the whole market, or the number new cars, beside the segments that it names."""
        passage, start, end = self._setting.passage, self._setting.start, self._setting.end
        whole = "whole" if passage.forms.whole_market.search(passage.text) else ""
        new = "new" if passage.forms.new_ones.search(passage.text, start, end + _NEW_WITHIN) else ""
        return f"{whole}{new}{self._any}"

    def _what_is_traded(self) -> str:
        context = self._setting.context
        signs = (("lets", context.lets), ("auctions", context.auctions), ("deals", context.deals))
        return f"{''.join(name for name, seen in signs if seen)} {self._share}"


def _segments(passage: Passage) -> list[Segment]:
    named = (one.segment for one in passage.subjects if one.kind == "segment" and one.segment)
    return list(dict.fromkeys(named))
