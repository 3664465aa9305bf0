"""The words around sales figures in one language, compiled from `languages/<language>/figures.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from pipeline.article import Metric, Segment
from pipeline.facts.alternatives import alternatives, with_any_blank
from pipeline.languages import LANGUAGES, vocabulary

VOLUME_METRICS: tuple[Metric, ...] = ("registrations", "sales", "deliveries", "orders")


_AND = (
    r"-?[ \u00a0](?:et|ou|and|or|plus|und|oder|sowie|y|o|e|ed)[ \u00a0]"
    r"(?:(?:de|di|les?|las?|los|the|die|der|i|gli|le)[ \u00a0]|d['’])?"
)
"""Between two nouns that are counted together."""


@dataclass(frozen=True, slots=True)
class FigureForms:
    """What the reader of figures looks for in one language."""

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
    prior: re.Pattern[str]
    """At the end of the text before the number: the value of an earlier period follows."""
    prior_share: re.Pattern[str]
    """The same of a share, at some distance: "compared with respective shares of"."""
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
    new_ones: re.Pattern[str]
    second_hand: re.Pattern[str]
    """What only used cars do: they change hands."""
    cars_before: re.Pattern[str]
    """At the end of the text before a segment: cars are counted with it ("voitures et …")."""
    cars_behind: re.Pattern[str]
    """The same right behind the segment."""
    new_before: re.Pattern[str]
    """At the end of the text before "used": new ones are counted with it ("neuves et d'occasion")."""
    new_behind: re.Pattern[str]
    """The same right behind "used"."""
    in_all: re.Pattern[str]
    """Words for the whole market that do not name it ("overall")."""
    respectively: re.Pattern[str]
    same_maker: re.Pattern[str]
    same_model: re.Pattern[str]
    """A body style that stands for the model of the headline."""
    federation_speaks: re.Pattern[str]
    """Somebody who speaks for a federation."""
    overtakes: re.Pattern[str]
    """Between two makers: the second is only the one left behind."""
    models: re.Pattern[str]
    """Behind a number: what is counted are models, and not vehicles."""
    averages: re.Pattern[str]
    """At the end of the text before a number: an average or a norm, and no total."""
    lessors: re.Pattern[str]
    """What a company is called that lets vehicles to fleets."""
    federations: re.Pattern[str]
    """Who counts what others sell, named as the source of a number."""
    longer_source: re.Pattern[str]
    """At the end of the text before a name: it ends the longer name of who is cited ("D'après Uni …")."""
    federation_tells: re.Pattern[str]
    """At the start of a clause: a federation is its subject ("l'association n'attend que …")."""
    announces: re.Pattern[str]
    """Verbs by which a company tells its number."""
    with_exports: re.Pattern[str]
    """Right behind a number: what went abroad is part of it."""
    there: re.Pattern[str]
    """The place that the sentence before named ("dort", "n'y a vendu que")."""
    exports: re.Pattern[str]
    """What is sold abroad, in no one country."""
    auctions: re.Pattern[str]
    """Words of an auction."""
    in_sum: re.Pattern[str]
    """At the start of a sentence: its number sums up what the sentence before speaks of."""
    insertions: re.Pattern[str]
    """Right behind a comma: what follows up to the next comma is an aside ("dont le X fait recette")."""
    inclusions: re.Pattern[str]
    """Between two commas what is counted in: ", rechargeables compris,"."""
    opened_with: re.Pattern[str]
    """At the start of a sentence before its number: whose it is stands behind ("Avec 4 012 ventes, la X …")."""
    year_before: re.Pattern[str]
    """At the end of the text before a bracket: the number in it is of the year before."""
    a_year_ago: re.Pattern[str]
    """At the start of a sentence: its number is of an earlier period ("Un an plus tôt : 5 400")."""
    looking_back: re.Pattern[str]
    """At the start of a sentence: its change is that of the number before."""
    of_money: re.Pattern[str]
    """Before a percentage: a margin, and no share of a market."""
    of_its_own: re.Pattern[str]
    """Right behind a percentage: a part of what one maker sold, and no share of a market."""
    volumes_behind: re.Pattern[str]
    """Right behind a share: it is one of sales; in an article about one maker, of that maker's own."""
    no_market: re.Pattern[str]
    """With a country's adjective a place, and nothing that is counted: "deutsche Straßen"."""
    divisions: re.Pattern[str]
    """Behind a maker's name, what makes it the maker of its vans: "Volkswagen Utilitaires"."""
    named_groups: re.Pattern[str]
    """A group or a dealer with its name."""
    markets: re.Pattern[str]
    kinds: re.Pattern[str]
    """Of the markets, kinds of vehicles, makers and buyers, which do not say that a market is counted."""
    private_buyers: re.Pattern[str]
    """Of the markets, those that are private people."""
    header_change: re.Pattern[str]
    """A table header over changes."""
    header_share: re.Pattern[str]
    header_rank: re.Pattern[str]
    header_thousands: re.Pattern[str]
    header_total: re.Pattern[str]
    maker_of_before: re.Pattern[str]
    """At the end of the text before a segment: it only says what a maker makes ("spécialiste de l'électrique")."""
    maker_of_behind: re.Pattern[str]
    """The same, right behind the segment ("EV maker")."""
    segments: re.Pattern[str]
    segment_codes: tuple[tuple[re.Pattern[str], Segment | None], ...]
    """The words of each segment; None for those of several of ours together ("plug-ins")."""
    dealings: re.Pattern[str]
    """Words of the trade in cars of others."""
    dealers_before: re.Pattern[str]
    """At the end of the text before a maker: a dealer's brand follows ("le concessionnaire X")."""
    dealers_behind: re.Pattern[str]
    """The same right behind it ("the X dealer")."""
    cars_counted: re.Pattern[str]
    """Right behind a number: it counts cars."""
    the_dealer: re.Pattern[str]
    """A dealer that the text has spoken of: "le distributeur", "the dealer group"."""
    towns: re.Pattern[str]
    """At the end of the text before a name: it is a town's."""
    articles: re.Pattern[str]
    name_ends: frozenset[str]

    def segment_of(self, match: re.Match[str]) -> Segment | None:
        """The segment that a match of `segments` names."""
        return next(code for words, code in self.segment_codes if words.match(match.string, match.start()))


@lru_cache(maxsize=len(LANGUAGES))
def figure_forms(language: str | None) -> FigureForms:
    """The forms of the language; of English where it is none of ours."""
    data = vocabulary(language if language in LANGUAGES else "en", "figures")
    metrics, share, change, context = data["metrics"], data["share"], data["change"], data["context"]
    fractions: dict[str, float] = data["fractions"]
    metric = "|".join(rf"(?P<{name}>{_any(metrics[name])})" for name in VOLUME_METRICS)
    unit_metric = "|".join(rf"(?P<metric_{name}>{_any(metrics[name])})" for name in VOLUME_METRICS)
    between = _any(data["between"])
    segments = data["segments"]
    codes = cast(Sequence[Segment | None], tuple(None if name == "mixed" else name for name in segments))
    segment = r"(?<![\w-])(?:{})(?![\w-])"
    return FigureForms(
        unit=_compiled(
            rf"[ \u00a0]?(?:(?:{between})[ \u00a0]?)*"
            rf"(?:(?P<vehicle>{_any(data['vehicles'])})|(?P<buyer>{_any(data['buyers'])})|{unit_metric})(?!\w)"
        ),
        loose_unit=_compiled(
            rf"[ \u00a0](?:(?!(?:{_any(data['never_between'])})(?!\w))[^\W\d_][\w’'-]+[ \u00a0]){{1,2}}"
            rf"(?:(?P<vehicle>{_any(data['vehicles'])}))(?!\w)"
        ),
        plain_units=_word(data["plain_units"]),
        unit_words=_word(data["vehicles"]),
        metric=_compiled(rf"(?<!\w)(?:{metric})(?!\w)"),
        roughly=_compiled(
            rf"(?<!\w)(?:{_any(change['roughly'])})[ \u00a0]?"
            r"(?:(?:l[ea]|the|a|das|eine?[rmn]?|el|il|une?|una)[ \u00a0])?$"
        ),
        share_words=_word(share["words"]),
        fractions=_compiled(
            rf"(?<![\w-])(?P<part>{_any(fractions)})(?=[ \u00a0](?:[\w’'-]+ )?(?:{_any(share['bases'])})(?!\w))"
        ),
        than_planned=_compiled(
            rf"(?:[ \u00a0][^\W\d][\w’'-]*){{0,3}}[ \u00a0](?:{_any(change['than_planned'])})(?!\w)"
        ),
        fraction_words=_compiled(rf"(?<![\w-])(?P<part>{_any(fractions)})(?!\w)"),
        fraction_values={name.lower(): float(value) for name, value in fractions.items()},
        share_bases=_compiled(rf"[ \u00a0](?:[\w’'-]+ )?(?:{_any(share['bases'])})(?!\w)"),
        share_verbs=_compiled(rf"(?<!\w)(?:{_any(share['verbs'])})(?:[ \u00a0][\w’'-]+){{0,3}}[ \u00a0](?:l['’])?$"),
        levels=_compiled(rf"(?<!\w)(?:{_any(share['levels'])})[ \u00a0]?$"),
        direction=_compiled(rf"(?<!\w)(?:(?P<rise>{_any(change['rises'])})|(?P<fall>{_any(change['falls'])}))(?!\w)"),
        direction_behind=_compiled(
            rf"[ \u00a0]?(?:(?P<rise>{_any(change['more'])})|(?P<fall>{_any(change['less'])}))(?!\w)"
        ),
        difference_behind=_compiled(
            rf"[ \u00a0](?:[\w’'-]+[ \u00a0])?(?:{_any([*change['more'], *change['less']])})(?!\w)"
            r"(?![ \u00a0](?:de|d['’]|than|als|di)[ \u00a0]?"  # "de plus de huit tonnes" is no difference
            rf"(?:\d|[^\W\d]+[ \u00a0](?:{_any(change['limits'])})(?!\w)))"
        ),
        difference_before=_compiled(rf"(?<!\w)(?:{_any(context['differences'])})[ \u00a0]?(?:[\w’'-]+[ \u00a0])?$"),
        prior=_compiled(rf"(?<!\w)(?:{_any(context['prior'])})[ \u00a0](?:[\w’'-]+[ \u00a0]){{0,2}}[~≈]?$"),
        prior_share=_compiled(
            rf"(?<!\w)(?:{_any(context['prior'])})[ \u00a0](?:[\w’'-]+[ \u00a0]){{0,5}}"
            rf"(?:{_any(share['words'])})[ \u00a0](?:[\w’'-]+[ \u00a0])?$"
        ),
        included=_compiled(rf"(?<!\w)(?:{_any(context['included'])})[ \u00a0](?:[\w’'-]+[ \u00a0])?$"),
        partitives=_compiled(rf"[ \u00a0](?:{_any(context['partitives'])})(?!\w)"),
        takes=_compiled(rf"(?<!\w)(?:{_any(context['takes'])})[ \u00a0](?:[\w’'-]+[ \u00a0]){{0,2}}$"),
        thresholds=_compiled(rf"(?<!\w)(?:{_any(context['thresholds'])})[ \u00a0](?:[\w’'-]+[ \u00a0])?$"),
        forecast=_word(context["forecast"]),
        excluded=_word(context["excluded"]),
        rates=_compiled(rf"[ \u00a0](?:{_any(context['rates'])})(?!\w)"),
        bare_followers=_compiled(rf"[ \u00a0](?:{_any(context['bare_followers'])})(?!\w)"),
        whole_market=_word([*context["whole_market"], *context["in_all"]]),
        new_ones=_word(context["new_ones"]),
        second_hand=_word(context["second_hand"]),
        cars_before=_compiled(rf"(?<!\w)(?:{_any(context['cars'])})(?:[ \u00a0][^\W\d][\w-]*)?{_AND}$"),
        cars_behind=_compiled(rf"{_AND}(?:{_any(context['cars'])})(?!\w)"),
        new_before=_compiled(rf"(?<!\w)(?:{_any(context['new_ones'])}){_AND}$"),
        new_behind=_compiled(rf"{_AND}(?:{_any(context['new_ones'])})(?!\w)"),
        in_all=_word(context["in_all"]),
        respectively=_word(context["respectively"]),
        same_maker=_word(context["same_maker"]),
        same_model=_word(context["same_model"]),
        federation_speaks=_compiled(
            rf"(?<!\w)(?:{_any(context['speakers'])})[ \u00a0](?:[^\W\d][\w-]*[ \u00a0]){{0,3}}(?:l['’]|dell['’])?"
            rf"(?:{_any(context['federations'])})(?!\w)"
        ),
        overtakes=_compiled(
            rf"(?:[ \u00a0][^\W\d][\w’'-]*){{0,2}}[ \u00a0](?:{_any(context['overtakes'])})[ \u00a0]"
            r"(?:(?:l[ae]|les|the|die|der|das|el|il|lo)[ \u00a0]|l['’])?"
        ),
        models=_compiled(rf"[ \u00a0](?:(?:{between})[ \u00a0]?)*(?:{_any(data['models'])})"),
        averages=_compiled(
            rf"(?<!\w)(?:{_any(context['averages'])})[ \u00a0]"
            r"(?:of |de |d['’]|von |di )?\(?[~≈]?(?:[\w’'-]+[ \u00a0])?$"
        ),
        lessors=_word(context["lessors"]),
        federations=_compiled(
            rf"(?<!\w)(?:{_any(context['according'])})[ \u00a0](?:[\w’'-]+[ \u00a0]){{0,8}}?(?:[ld]['’])?"
            rf"(?:{_any(context['federations'])})(?!\w)"
        ),
        longer_source=re.compile(
            rf"(?<!\w)(?i:{_any(context['according'])})[ \u00a0](?:(?:l[ae]|the|el|il)[ \u00a0]|l['’])?"
            r"(?P<first>[A-ZÀ-ÖØ-Ý][\w-]*)[ \u00a0]$"
        ),
        federation_tells=_compiled(
            rf"[ \u00a0]*(?:{_any(context['federation_articles'])})[ \u00a0]?(?:[\w-]+[ \u00a0])?"
            rf"(?:{_any(context['federations'])})(?!\w)"
        ),
        announces=_word(context["announces"]),
        with_exports=_compiled(
            rf"(?:[^;.:()\d]|(?<!\d)(?:19|20)\d\d(?!\d)){{0,50}}?(?<!\w)(?:{_any(context['with_exports'])})(?!\w)"
        ),
        there=_word(context["there"]),
        exports=_word(context["exports"]),
        auctions=_word(context["auctions"]),
        in_sum=_compiled(rf"(?:{_any(context['in_sum'])})(?!\w)"),
        insertions=_compiled(rf",[ \u00a0](?:{_any(context['insertions'])})(?!\w)"),
        inclusions=_compiled(rf",[ \u00a0][^,;:.\d]{{3,40}}[ \u00a0](?:{_any(context['inclusions'])})(?=,)"),
        opened_with=_compiled(rf"(?:{_any(context['opened_with'])})[ \u00a0](?:[\w’'-]+[ \u00a0]){{0,3}}$"),
        year_before=_compiled(rf"(?<!\w)(?:{_any(context['year_before'])})[ \u00a0]?$"),
        looking_back=_compiled(rf"(?:{_any(context['looking_back'])})(?!\w)"),
        a_year_ago=_compiled(rf"(?:{_any(context['a_year_ago'])})(?!\w)"),
        of_money=_word(share["of_money"]),
        of_its_own=_compiled(rf"[ \u00a0](?:{_any(share['of_its_own'])})(?!\w)"),
        volumes_behind=_compiled(rf"[ \u00a0](?:{_any(share['of_volumes'])})(?!\w)(?![ \u00a0]\w+)"),
        no_market=_word(context["no_market"]),
        divisions=re.compile(rf"[ \u00a0](?:{_any(context['divisions'], any_case=False)})(?!\w)"),
        named_groups=re.compile(rf"(?<!\w)(?:{_any(context['groups'], any_case=False)})(?!\w)"),
        markets=_word([*context["markets"], *context["kinds"]]),
        kinds=_word(context["kinds"]),
        private_buyers=_word(context["private_buyers"]),
        header_change=_word(data["table"]["change"]),
        header_share=_word(data["table"]["share"]),
        header_rank=_word(data["table"]["rank"]),
        header_thousands=_word(data["table"]["thousands"]),
        header_total=_word(data["table"]["total"]),
        maker_of_before=_compiled(rf"(?<!\w)(?:{_any(context['maker_of_before'])})[ \u00a0]?$"),
        maker_of_behind=_compiled(rf"[ \u00a0](?:{_any(context['maker_of_behind'])})(?!\w)"),
        segments=_compiled(segment.format(_any(word for words in segments.values() for word in words))),
        segment_codes=tuple(
            (_compiled(segment.format(_any(words))), code) for words, code in zip(segments.values(), codes, strict=True)
        ),
        dealings=_word(context["dealings"]),
        dealers_before=_compiled(
            rf"(?<!\w)(?:{_any(context['dealers'])})[ \u00a0](?:[a-zà-ÿ-]+[ \u00a0])?"
            r"(?:d['’]|(?:de|of|for|von|der|für|di|dei|del|des|pour|la|las|per|los)[ \u00a0])?"
            r"(?:(?:la[ \u00a0])?(?:marques?|brands?|Marken?|marcas?|marchi?o?)[ \u00a0])?$"
        ),
        dealers_behind=_compiled(rf"(?:['’]s)?[ \u00a0-](?:[a-z-]+[ \u00a0])?(?:{_any(context['dealers'])})(?!\w)"),
        cars_counted=_compiled(rf"(?<!\w)(?:{_any(context['cars'])})(?!\w)"),
        the_dealer=_compiled(
            rf"(?<!\w)(?:(?:l[ae]|il|lo|el|the|das|der|die)[ \u00a0]|l['’])(?:{_any(context['dealers'])})(?!\w)"
        ),
        towns=_compiled(rf"(?<!\w)(?:{_any(context['towns'])})[ \u00a0]$"),
        articles=_compiled(rf"(?<!\w)(?:{_any(context['articles'])})[ \u00a0]?$"),
        name_ends=frozenset(context["name_ends"]),
    )


def _any(patterns: Iterable[str], *, any_case: bool = True) -> str:
    return alternatives(map(with_any_blank, patterns), any_case=any_case)


def _word(patterns: Iterable[str]) -> re.Pattern[str]:
    return _compiled(rf"(?<!\w)(?:{_any(patterns)})(?!\w)")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
