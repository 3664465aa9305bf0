"""The places that a number may be counted in, each with what speaks for and against it."""

from __future__ import annotations

from pipeline.article import Metric
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.ranking.option import Option, Way, about, nearest_first
from pipeline.facts.figures.setting import Setting
from pipeline.facts.places import HOME, Place

_EARLIER = 3
_MOST_TOWNS = 3
_CERTAINTY = 0.75
_WIDE = ("World", "Europe", "EU")


class PlaceOptions:
    """Places by their codes: those mentioned near the number, in headline and lead, the world, the readers' country."""

    def __init__(self, setting: Setting, subject: Chosen, metric: Metric, by_rules: Chosen) -> None:
        self._setting, self._subject, self._ruled = setting, subject, by_rules
        self._share = "%" if setting.is_share else metric[0]
        self._scene = f"{subject.kind} {self._share} {about(setting)}"
        self._home = setting.context.home
        self._own = [one for one in setting.passage.places if one.code]
        self._any = min(len(self._own), 1)
        self._found: dict[str | None, Option] = {}

    def all(self) -> list[Option]:
        """The options, with their features."""
        self._of_the_sentence()
        self._of_other_sentences()
        self._of_the_article()
        self._add(self._ruled, "ruled", f"ruled {self._scene}")
        for value, option in self._found.items():
            option.features += self._of_the_value(value, option.features)
        return list(self._found.values())

    def _add(self, chosen: Chosen, *features: str) -> None:
        option = self._found.get(chosen.value)
        if option is None:
            option = self._found[chosen.value] = Option(chosen)
        option.features.extend(features)

    def _mention(self, code: str | None, passage: Passage, place: Place, *features: str) -> None:
        if code not in self._found:
            self._found[code] = Option(Chosen(code, passage.sentence.span(place.start, place.end), _CERTAINTY))
        self._found[code].features.extend(features)

    def _of_the_sentence(self) -> None:
        setting, subject = self._setting, self._subject
        spans = [(one.start, one.end) for one in self._own]
        for index in nearest_first(spans, setting):
            one = self._own[index]
            way = Way.of(one.start, one.end, setting)
            form, crossed = _form(one), "X" if way.crossed else ""
            code = subject.country if one.code == HOME else one.code
            self._mention(
                code,
                setting.passage,
                one,
                f"here {form}{way.side}{way.size}{crossed}",
                f"here {form}{way.side} breaks {min(way.breaks, 2)}{crossed}",
            )

    def _of_other_sentences(self) -> None:
        context = self._setting.context
        for passage in reversed(context.earlier[-_EARLIER:]):
            for one in passage.places:
                if one.code not in (None, HOME):
                    located = "located" if one.located else "named"
                    self._mention(
                        one.code,
                        passage,
                        one,
                        f"earlier {located} {self._any}{self._share}",
                    )
        for scope, opening in (("headline", context.headline), ("lead", context.lead)):
            for one in opening.places if opening else ():
                if opening and one.code not in (None, HOME):
                    self._mention(
                        one.code,
                        opening,
                        one,
                        scope,
                        f"{scope} {self._scene}",
                    )

    def _of_the_article(self) -> None:
        context, subject = self._setting.context, self._subject
        if context.place:
            self._add(Chosen(context.place, context.place_span, 0.75), f"article {self._scene}")
        if context.lead_country:
            self._add(Chosen(context.lead_country, None, 0.7), "first", f"first {subject.kind} {self._any}")
        if subject.country:
            self._add(Chosen(subject.country, None, 0.6))
        if context.seat:
            self._add(Chosen(context.seat, None, 0.6))
        if self._home:
            self._add(Chosen(self._home, None, 0.6))
        self._add(Chosen("World", None, 0.7))
        self._add(Chosen(None, None, 0.7))

    def _of_the_value(self, value: str | None, features: list[str]) -> list[str]:
        context, subject = self._setting.context, self._subject
        name = self._class_of(value)
        said = any(one.startswith(("here", "earlier", "headline", "lead")) for one in features)
        ruled = "itself" if self._ruled.value == value else self._class_of(self._ruled.value)
        found = [
            f"={name}",
            f"={name} {'said' if said else 'unsaid'}",
            f"={name} {subject.kind}{' listed' if subject.country else ''}",
            f"={name} ruled {ruled}",
        ]
        if name in ("World", "none", "home"):
            found += [
                f"={name} {'placed' if context.place else ''} {subject.kind}",
                f"={name} towns {min(context.home_towns, _MOST_TOWNS)} {subject.kind}",
                f"={name} {'lets' if context.lets else ''}{'auctions' if context.auctions else ''}",
            ]
        return found

    def _class_of(self, value: str | None) -> str:
        if value is None:
            return "none"
        if value in _WIDE:
            return value
        return "home" if value == self._home else "country"


def _form(place: Place) -> str:
    if place.adjective:
        return "a"
    return "l" if place.located else "n"
