"""Words by which a number counts vehicles, and what it counts, in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pipeline.article import Metric
from pipeline.facts.figures.form_patterns import any_pattern, compiled, word_pattern

VOLUME_METRICS: tuple[Metric, ...] = ("registrations", "sales", "deliveries", "orders")


@dataclass(frozen=True)
class CountForms:
    """Which numbers count vehicles, of when and in what way."""

    unit: re.Pattern[str]
    """What is counted, right behind the number; groups `metric_…`, `vehicle`, `buyer`."""
    loose_unit: re.Pattern[str]
    """The same for vehicles, with one or two words between that no list knows: "1.318 abgerockten Kleinwagen"."""
    unit_words: re.Pattern[str]
    """A word for vehicles."""
    plain_units: re.Pattern[str]
    """A word that counts anything."""
    metric: re.Pattern[str]
    """A word that says how it was counted; the group is the metric."""
    prior: re.Pattern[str]
    """At the end of the text before the number: the value of an earlier period follows."""
    forecast: re.Pattern[str]
    excluded: re.Pattern[str]
    rates: re.Pattern[str]
    included: re.Pattern[str]
    """At the end of the text before the number: a part of the number before follows."""
    partitives: re.Pattern[str]
    """Right behind a number: it is a part of one told before ("of them", "de ces exemplaires")."""
    takes: re.Pattern[str]
    """At the end of the text before a number: somebody took so many ("absorbed")."""
    thresholds: re.Pattern[str]
    """At the end of the text before the number: a mark that was passed, not a level."""
    bare_followers: re.Pattern[str]
    whole_market: re.Pattern[str]
    in_all: re.Pattern[str]
    """Words for the whole market that do not name it ("overall")."""
    respectively: re.Pattern[str]
    models: re.Pattern[str]
    """Behind a number: what is counted are models, and not vehicles."""
    averages: re.Pattern[str]
    """At the end of the text before a number: an average or a norm, and no total."""
    announces: re.Pattern[str]
    """Verbs by which a company tells its number."""
    with_exports: re.Pattern[str]
    """Right behind a number: what went abroad is part of it."""
    there: re.Pattern[str]
    """The place that the sentence before named ("dort", "n'y a vendu que")."""
    exports: re.Pattern[str]
    """What is sold abroad, in no one country."""
    in_sum: re.Pattern[str]
    """At the start of a sentence: its number sums up what the sentence before speaks of."""
    year_before: re.Pattern[str]
    """At the end of the text before a bracket: the number in it is of the year before."""
    a_year_ago: re.Pattern[str]
    """At the start of a sentence: its number is of an earlier period ("Un an plus tôt : 5 400")."""
    looking_back: re.Pattern[str]
    """At the start of a sentence: its change is that of the number before."""
    cars_counted: re.Pattern[str]
    """Right behind a number: it counts cars."""


def count_forms(data: dict[str, Any]) -> CountForms:
    """Those of a language's `figures.toml`."""
    metrics, context = data["metrics"], data["context"]
    metric = "|".join(rf"(?P<{name}>{any_pattern(metrics[name])})" for name in VOLUME_METRICS)
    unit_metric = "|".join(rf"(?P<metric_{name}>{any_pattern(metrics[name])})" for name in VOLUME_METRICS)
    between = any_pattern(data["between"])
    return CountForms(
        unit=compiled(
            rf"[ \u00a0]?(?:(?:{between})[ \u00a0]?)*"
            rf"(?:(?P<vehicle>{any_pattern(data['vehicles'])})|(?P<buyer>{any_pattern(data['buyers'])})|{unit_metric})(?!\w)"
        ),
        loose_unit=compiled(
            rf"[ \u00a0](?:(?!(?:{any_pattern(data['never_between'])})(?!\w))[^\W\d_][\w’'-]+[ \u00a0]){{1,2}}"
            rf"(?:(?P<vehicle>{any_pattern(data['vehicles'])}))(?!\w)"
        ),
        unit_words=word_pattern(data["vehicles"]),
        plain_units=word_pattern(data["plain_units"]),
        metric=compiled(rf"(?<!\w)(?:{metric})(?!\w)"),
        prior=compiled(rf"(?<!\w)(?:{any_pattern(context['prior'])})[ \u00a0](?:[\w’'-]+[ \u00a0]){{0,2}}[~≈]?$"),
        forecast=word_pattern(context["forecast"]),
        excluded=word_pattern(context["excluded"]),
        rates=compiled(rf"[ \u00a0](?:{any_pattern(context['rates'])})(?!\w)"),
        included=compiled(rf"(?<!\w)(?:{any_pattern(context['included'])})[ \u00a0](?:[\w’'-]+[ \u00a0])?$"),
        partitives=compiled(rf"[ \u00a0](?:{any_pattern(context['partitives'])})(?!\w)"),
        takes=compiled(rf"(?<!\w)(?:{any_pattern(context['takes'])})[ \u00a0](?:[\w’'-]+[ \u00a0]){{0,2}}$"),
        thresholds=compiled(rf"(?<!\w)(?:{any_pattern(context['thresholds'])})[ \u00a0](?:[\w’'-]+[ \u00a0])?$"),
        bare_followers=compiled(rf"[ \u00a0](?:{any_pattern(context['bare_followers'])})(?!\w)"),
        whole_market=word_pattern([*context["whole_market"], *context["in_all"]]),
        in_all=word_pattern(context["in_all"]),
        respectively=word_pattern(context["respectively"]),
        models=compiled(rf"[ \u00a0](?:(?:{between})[ \u00a0]?)*(?:{any_pattern(data['models'])})"),
        averages=compiled(
            rf"(?<!\w)(?:{any_pattern(context['averages'])})[ \u00a0]"
            r"(?:of |de |d['’]|von |di )?\(?[~≈]?(?:[\w’'-]+[ \u00a0])?$"
        ),
        announces=word_pattern(context["announces"]),
        with_exports=compiled(
            rf"(?:[^;.:()\d]|(?<!\d)(?:19|20)\d\d(?!\d)){{0,50}}?(?<!\w)(?:{any_pattern(context['with_exports'])})(?!\w)"
        ),
        there=word_pattern(context["there"]),
        exports=word_pattern(context["exports"]),
        in_sum=compiled(rf"(?:{any_pattern(context['in_sum'])})(?!\w)"),
        year_before=compiled(rf"(?<!\w)(?:{any_pattern(context['year_before'])})[ \u00a0]?$"),
        a_year_ago=compiled(rf"(?:{any_pattern(context['a_year_ago'])})(?!\w)"),
        looking_back=compiled(rf"(?:{any_pattern(context['looking_back'])})(?!\w)"),
        cars_counted=compiled(rf"(?<!\w)(?:{any_pattern(context['cars'])})(?!\w)"),
    )
