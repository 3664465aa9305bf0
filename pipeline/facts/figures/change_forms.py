"""Words around shares of a market and changes, in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pipeline.facts.figures.form_patterns import any_pattern, compiled, word_pattern


@dataclass(frozen=True)
class ChangeForms:
    """What makes a percentage a share or a change."""

    roughly: re.Pattern[str]
    """At the end of the text before a factor: "plus que doublé" is no number."""
    share_words: re.Pattern[str]
    fractions: re.Pattern[str]
    """A fraction of the market in words: "a quarter of sales"."""
    than_planned: re.Pattern[str]
    """Close behind a percentage: it tells the distance from a plan."""
    fraction_words: re.Pattern[str]
    """A fraction in words, of whatever."""
    fraction_values: dict[str, float]
    share_bases: re.Pattern[str]
    share_verbs: re.Pattern[str]
    levels: re.Pattern[str]
    """A preposition of a level, at the end of the text before the number."""
    direction: re.Pattern[str]
    """A word for a rise (`rise`) or a fall (`fall`)."""
    direction_behind: re.Pattern[str]
    """The same, right behind the percentage: "de moins"."""
    difference_behind: re.Pattern[str]
    difference_before: re.Pattern[str]
    prior_share: re.Pattern[str]
    """The same of a share, at some distance: "compared with respective shares of"."""
    of_money: re.Pattern[str]
    """Before a percentage: a margin, and no share of a market."""
    of_its_own: re.Pattern[str]
    """Right behind a percentage: a part of what one maker sold, and no share of a market."""
    volumes_behind: re.Pattern[str]
    """Right behind a share: it is one of sales; in an article about one maker, of that maker's own."""


def change_forms(data: dict[str, Any]) -> ChangeForms:
    """Those of a language's `figures.toml`."""
    share, change, context = data["share"], data["change"], data["context"]
    fractions: dict[str, float] = data["fractions"]
    return ChangeForms(
        roughly=compiled(
            rf"(?<!\w)(?:{any_pattern(change['roughly'])})[ \u00a0]?"
            r"(?:(?:l[ea]|the|a|das|eine?[rmn]?|el|il|une?|una)[ \u00a0])?$"
        ),
        share_words=word_pattern(share["words"]),
        fractions=compiled(
            rf"(?<![\w-])(?P<part>{any_pattern(fractions)})"
            rf"(?=[ \u00a0](?:[\w’'-]+ )?(?:{any_pattern(share['bases'])})(?!\w))"
        ),
        than_planned=compiled(
            rf"(?:[ \u00a0][^\W\d][\w’'-]*){{0,3}}[ \u00a0](?:{any_pattern(change['than_planned'])})(?!\w)"
        ),
        fraction_words=compiled(rf"(?<![\w-])(?P<part>{any_pattern(fractions)})(?!\w)"),
        fraction_values={name.lower(): float(value) for name, value in fractions.items()},
        share_bases=compiled(rf"[ \u00a0](?:[\w’'-]+ )?(?:{any_pattern(share['bases'])})(?!\w)"),
        share_verbs=compiled(
            rf"(?<!\w)(?:{any_pattern(share['verbs'])})(?:[ \u00a0][\w’'-]+){{0,3}}[ \u00a0](?:l['’])?$"
        ),
        levels=compiled(rf"(?<!\w)(?:{any_pattern(share['levels'])})[ \u00a0]?$"),
        direction=compiled(
            rf"(?<!\w)(?:(?P<rise>{any_pattern(change['rises'])})|(?P<fall>{any_pattern(change['falls'])}))(?!\w)"
        ),
        direction_behind=compiled(
            rf"[ \u00a0]?(?:(?P<rise>{any_pattern(change['more'])})|(?P<fall>{any_pattern(change['less'])}))(?!\w)"
        ),
        difference_behind=compiled(
            rf"[ \u00a0](?:[\w’'-]+[ \u00a0])?(?:{any_pattern([*change['more'], *change['less']])})(?!\w)"
            r"(?![ \u00a0](?:de|d['’]|than|als|di)[ \u00a0]?"  # "de plus de huit tonnes" is no difference
            rf"(?:\d|[^\W\d]+[ \u00a0](?:{any_pattern(change['limits'])})(?!\w)))"
        ),
        difference_before=compiled(
            rf"(?<!\w)(?:{any_pattern(context['differences'])})[ \u00a0]?(?:[\w’'-]+[ \u00a0])?$"
        ),
        prior_share=compiled(
            rf"(?<!\w)(?:{any_pattern(context['prior'])})[ \u00a0](?:[\w’'-]+[ \u00a0]){{0,5}}"
            rf"(?:{any_pattern(share['words'])})[ \u00a0](?:[\w’'-]+[ \u00a0])?$"
        ),
        of_money=word_pattern(share["of_money"]),
        of_its_own=compiled(rf"[ \u00a0](?:{any_pattern(share['of_its_own'])})(?!\w)"),
        volumes_behind=compiled(rf"[ \u00a0](?:{any_pattern(share['of_volumes'])})(?!\w)(?![ \u00a0]\w+)"),
    )
