"""Words for what is counted of a market: segments, kinds of buyers, new and used, in one language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from pipeline.article import Segment
from pipeline.facts.figures.form_patterns import any_pattern, compiled, word_pattern

_AND = (
    r"-?[ \u00a0](?:et|ou|and|or|plus|und|oder|sowie|y|o|e|ed)[ \u00a0]"
    r"(?:(?:de|di|les?|las?|los|the|die|der|i|gli|le)[ \u00a0]|d['’])?"
)
"""Between two nouns that are counted together."""


@dataclass(frozen=True)
class MarketForms:
    """Which market, or which part of one, is counted."""

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
    no_market: re.Pattern[str]
    """With a country's adjective a place, and nothing that is counted: "deutsche Straßen"."""
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
    segments: re.Pattern[str]
    segment_codes: tuple[tuple[re.Pattern[str], Segment | None], ...]
    """The words of each segment; None for those of several of ours together ("plug-ins")."""

    def segment_of(self, match: re.Match[str]) -> Segment | None:
        """The segment that a match of `segments` names."""
        return next(code for words, code in self.segment_codes if words.match(match.string, match.start()))


def market_forms(data: dict[str, Any]) -> MarketForms:
    """Those of a language's `figures.toml`."""
    context, segments = data["context"], data["segments"]
    codes = cast(Sequence[Segment | None], tuple(None if name == "mixed" else name for name in segments))
    segment = r"(?<![\w-])(?:{})(?![\w-])"
    return MarketForms(
        new_ones=word_pattern(context["new_ones"]),
        second_hand=word_pattern(context["second_hand"]),
        cars_before=compiled(rf"(?<!\w)(?:{any_pattern(context['cars'])})(?:[ \u00a0][^\W\d][\w-]*)?{_AND}$"),
        cars_behind=compiled(rf"{_AND}(?:{any_pattern(context['cars'])})(?!\w)"),
        new_before=compiled(rf"(?<!\w)(?:{any_pattern(context['new_ones'])}){_AND}$"),
        new_behind=compiled(rf"{_AND}(?:{any_pattern(context['new_ones'])})(?!\w)"),
        no_market=word_pattern(context["no_market"]),
        markets=word_pattern([*context["markets"], *context["kinds"]]),
        kinds=word_pattern(context["kinds"]),
        private_buyers=word_pattern(context["private_buyers"]),
        header_change=word_pattern(data["table"]["change"]),
        header_share=word_pattern(data["table"]["share"]),
        header_rank=word_pattern(data["table"]["rank"]),
        header_thousands=word_pattern(data["table"]["thousands"]),
        header_total=word_pattern(data["table"]["total"]),
        segments=compiled(segment.format(any_pattern(word for words in segments.values() for word in words))),
        segment_codes=tuple(
            (compiled(segment.format(any_pattern(words))), code)
            for words, code in zip(segments.values(), codes, strict=True)
        ),
    )
