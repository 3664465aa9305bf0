"""What speaks for and against each text that the subject of a number may be, as names of features."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.article import Metric
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.ranking.option import Way, about, words_of
from pipeline.facts.figures.ranking.subject_options import Mentions, SubjectOption
from pipeline.facts.figures.setting import Setting

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_NAMED = frozenset(["maker", "model", "name", "place", "label"])
"""Kinds whose words are names, of which nothing is to be learned."""
_COMPANIES = frozenset(["maker", "model", "name"])
_MOST_MENTIONS = 4
_BEFORE = 24
"""Characters before a mention in which its last word is looked for."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is the same for all options of a number."""

    share: str
    metric: Metric
    article: str
    """Whether it is a share, what the article is about, and whether its text opens with a market."""
    beside: str
    """Which kinds of options the sentence itself has: makers, segments, places, markets."""
    makers: int
    """How many makers there are among the options, up to 3."""
    most: int
    """How often the company is named that is named most."""


def subject_features(
    options: Sequence[SubjectOption], by_rules: Chosen, setting: Setting, metric: Metric, mentions: Mentions
) -> list[list[str]]:
    """The features of each option."""
    times = [mentions.times(one.chosen.value, setting.context.content) for one in options]
    scene = _scene(options, times, setting, metric)
    return [
        [
            *_of_its_place(one, count, scene),
            *_of_the_rules(one, by_rules, scene),
            *_of_its_words(one),
            *_of_its_way(one, setting),
        ]
        for one, count in zip(options, times, strict=True)
    ]


def _scene(options: Sequence[SubjectOption], times: Sequence[int], setting: Setting, metric: Metric) -> _Scene:
    kinds = {one.chosen.kind for one in options if one.scope in ("before", "behind")}
    share = "%" if setting.is_share else "n"
    return _Scene(
        share,
        metric,
        f"{share} {about(setting)}{' market first' if setting.context.market_lead else ''}",
        ("m" if kinds & {"maker", "model"} else "-")
        + ("s" if "segment" in kinds else "-")
        + ("p" if "place" in kinds else "-")
        + ("w" if kinds & {"market", "whole", "noun"} else "-"),
        min(len({one.chosen.value for one in options if one.chosen.kind == "maker"}), 3),
        max((n for one, n in zip(options, times, strict=True) if one.chosen.kind in ("maker", "name")), default=0),
    )


def _of_its_place(one: SubjectOption, mentions: int, scene: _Scene) -> list[str]:
    kind, where = one.chosen.kind, f"{one.chosen.kind} {one.scope}"
    also = " ".join(sorted(name for name in one.also if name != "rules"))
    headline = " headline" if one.scope == "headline" or "headline" in one.also else ""
    features = [
        kind,
        where,
        f"{where} {scene.article}",
        f"{where} among {scene.beside}",
        f"{kind} among {scene.beside}{scene.share}",
        f"{kind} also {also}",
        f"{kind} times {min(mentions, _MOST_MENTIONS)}{headline}",
        f"{where} #{min(one.rank, 3)}",
        f"{kind} {scene.metric}",
    ]
    if kind in _COMPANIES:
        most = "most" if mentions and mentions == scene.most else "less"
        lead = " lead" if one.scope == "lead" or "lead" in one.also else ""
        features += [
            f"{where} {most} of {scene.makers}",
            f"{kind} {most} {min(mentions, 3)}{headline} {scene.share}",
            f"{kind} {most}{lead}{headline} among {scene.beside}",
        ]
    return features


def _of_the_rules(one: SubjectOption, by_rules: Chosen, scene: _Scene) -> list[str]:
    if one.scope == "rules" or (one.chosen.value or "").casefold() == (by_rules.value or "").casefold():
        return ["ruled", f"ruled {one.chosen.kind} among {scene.beside}"]
    return [f"ruled {by_rules.kind}, not {one.chosen.kind}"]


def _of_its_words(one: SubjectOption) -> list[str]:
    if one.chosen.kind in _NAMED or not one.chosen.value:
        return []
    return [f"word {word}" for word in _LETTERS.findall(one.chosen.value.casefold())[:3]]


def _of_its_way(one: SubjectOption, setting: Setting) -> list[str]:
    kind = one.chosen.kind
    if one.scope not in ("before", "behind"):
        return []
    way = Way.of(one.start, one.end, setting)
    if way.side == "=":
        return [f"{kind} inside"]
    words, side = way.words, way.side
    features = [f"{kind} {side} breaks {way.breaks}{'X' if way.crossed else ''} #{min(one.rank, 2)}"]
    if words:
        features += [f"{side} first {words[0]}", f"{side} last {words[-1]}"]
    if side == "<":
        before = words_of(setting.passage.text[max(0, one.start - _BEFORE) : one.start])
        features.append(f"{kind} behind {before[-1] if before else '^'}")
    return features
