"""The ways in which a number of vehicles may be counted, each with what speaks for and against it."""

from __future__ import annotations

from pipeline.article import Metric
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.count_forms import VOLUME_METRICS
from pipeline.facts.figures.ranking.option import Option, Way, nearest_first, words_of
from pipeline.facts.figures.setting import Setting

_NEAR_WORDS = 6
_BEFORE = 50
"""Characters before the number whose words are looked at."""


def metric_options(setting: Setting, by_rules: Metric) -> list[Option]:
    """Registrations, sales, deliveries and orders, with their features."""
    found = {name: Option(Chosen(name, None, 0.9)) for name in VOLUME_METRICS}
    several = min(len({name for name, _, _ in setting.passage.metric_words}), 2)
    _of_the_sentence(found, setting, several)
    _of_the_article(found, setting, several)
    found[by_rules].features.append(f"ruled {by_rules} {several}")
    near = _near(setting)
    for name, option in found.items():
        option.features += [
            f"={name}",
            f"={name} {'market' if setting.context.is_market else 'maker'}",
            f"={name} ruled {by_rules} {min(several, 1)}",
            *(f"{name}:{word}" for word in near),
        ]
    return list(found.values())


def _of_the_sentence(found: dict[Metric, Option], setting: Setting, several: int) -> None:
    words = setting.passage.metric_words
    for rank, index in enumerate(nearest_first([(start, end) for _, start, end in words], setting)):
        name, start, end = words[index]
        way = Way.of(start, end, setting)
        crossed = "X" if way.crossed else ""
        found[name].features += [
            "here",
            f"here {way.side} breaks {min(way.breaks, 2)}{crossed} #{min(rank, 1)}",
            f"here {way.side} {name}",
            f"{name} {setting.passage.text[start:end].lower()}",
        ]


def _of_the_article(found: dict[Metric, Option], setting: Setting, several: int) -> None:
    context, some = setting.context, min(several, 1)
    for name, _, _ in setting.before.metric_words if setting.before else ():
        found[name].features += [f"before {several}", f"before {name} {some}"]
    for scope, opening in (("headline", context.headline), ("lead", context.lead)):
        for name, _, _ in opening.metric_words if opening else ():
            found[name].features += [f"{scope} {some}", f"{scope} {name} {some}"]
    if context.metric and context.metric in found:
        found[context.metric].features += ["article"]
    if context.body_metric and context.body_metric in found:
        found[context.body_metric].features += ["text", f"text {some}"]


def _near(setting: Setting) -> list[str]:
    """The words just before the number."""
    before = words_of(setting.passage.text[max(0, setting.start - _BEFORE) : setting.start])[-_NEAR_WORDS:]
    return [word for word in dict.fromkeys(before) if len(word) > 2]
