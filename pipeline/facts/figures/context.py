"""What headline and lead say for the whole article: its maker, segment, place, period and way of counting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from pipeline.article import Metric, Segment, Span
from pipeline.document import Sentence
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.subject import Subject, SubjectKind
from pipeline.facts.periods import Period, PeriodKind

OF_RANKINGS: tuple[Segment, ...] = ("lcv", "used", "fleet")
"""Segments in which a whole article ranks makers once its first figure is in them; powertrains are told one by one."""


@dataclass(slots=True)
class Context:
    """What a sentence may leave unsaid because headline or lead said it, each with its words."""

    maker: Subject | None = None
    """The one maker of the headline; None for an article about a market or about several makers."""
    maker_span: Span | None = None
    first_maker: Subject | None = None
    """The first maker of the headline, where it names several."""
    model: Subject | None = None
    """The one model of the headline, also beside its maker."""
    topic: Subject | None = None
    """The segment or market of the headline."""
    topic_span: Span | None = None
    first_market: str | None = None
    """What headline or lead call the market first: "le marché", "voitures neuves"."""
    first_market_span: Span | None = None
    segment: Segment | None = None
    segment_leads: bool = False
    """Whether the headline names its segment before its maker: "Utilitaires : X coupe dans ses objectifs"."""
    product: Segment | None = None
    """The segment of the one product of a maker that the headline is about: "X's small EV", "El eléctrico de X"."""
    place: str | None = None
    place_span: Span | None = None
    region: Chosen | None = None
    """The region that the headline of an article on a market is about."""
    period: Period | None = None
    period_span: Span | None = None
    titled: bool = False
    """Whether the headline names the month of the article."""
    metric: Metric | None = None
    body_metric: Metric | None = None
    """How the text first says that vehicles are counted, behind headline and lead."""
    counts_otherwise: bool = False
    """Whether headline and lead speak of cars built, recalled or stolen, and of none sold."""
    is_market: bool = True
    """Whether the article is about a market, and not about one or more makers."""
    rivals: bool = False
    """Whether the text gives numbers of two or more makers besides that of the headline."""
    lets: bool = False
    """Whether headline or lead speak of a lessor: what it hands over goes to fleets."""
    deals: bool = False
    """Whether the company of headline and lead is a dealer, of which no table knows: it sells in one country."""
    auctions: bool = False
    """Whether headline or lead speak of an auction: what goes under the hammer is used."""
    last_segment: Segment | None = None
    """The segment of the text's last row, and its sentence: a table right behind it is in that segment."""
    last_sentence: Sentence | None = None
    heading: Subject | None = None
    """The maker or model of the heading that the reader is under."""
    heading_span: Span | None = None
    market_lead: bool = False
    """Whether the first figures of the text are those of a market or a segment, though the headline names a maker."""
    headline_change: tuple[float, Span] | None = None
    """The one change that the headline tells without a count of its own."""
    speaks_of_shares: bool = False
    """Whether one of the sentences just before speaks of market shares."""
    headline: Passage | None = None
    lead: Passage | None = None
    """The first sentence of the text."""
    people: frozenset[str] = frozenset()
    """Full names and family names of those whom the article names."""
    content: str = ""
    """Headline and text."""
    earlier: Sequence[Passage] = ()
    """The sentences of the same paragraph before the one that is read."""
    actor: Subject | None = None
    """The maker or model that the last row of the text was about, by its own sentence."""
    actor_span: Span | None = None
    actor_paragraph: int = -1
    seller: Chosen | None = None
    """The dealer, lessor or importer that the last row of one was about."""
    stated: Chosen | None = None
    """The period that the last row's own sentence named, and its paragraph: the paragraph goes on in it."""
    stated_paragraph: int = -1
    opens_with_maker: bool = False
    """Whether the text's first figure is a maker's: those behind it without a name are that maker's too."""
    first_segment: Segment | None = None
    """The segment of the text's first figure, where that is a market's: its ranking of makers is in it."""
    home: str | None = None
    """The country that the article is written for."""
    home_towns: int = 0
    """How many of its towns the article names."""
    seat: str | None = None
    """The country that headline or lead say the company to be of: a dealer without a place sells there."""
    opening_segment: Segment | None = None
    """The segment of the text's first figure, whosever it is."""
    lead_place: str | None = None
    """The world, where the text's first figure says so: what follows without a place is counted there too."""
    lead_country: str | None = None
    """Where the text's first figure was sold, where that is a maker's and says so."""
    settled: bool = False
    """Whether the first figure of the text has said the period and the place of those behind it."""

    def is_headlined(self, name: str | None) -> bool:
        """Whether the headline names the company: the article is about it, and not about a market of several."""
        return bool(name and self.headline and name.split()[0] in self.headline.text)

    def _is_earlier(self, value: str | None) -> bool:
        """Whether the period lies in a year well before that of headline or lead: "73 % in 2012" opens a story."""
        known = self.period.year if self.period else None
        return bool(known and value and int(value[:4]) < known - 1)

    def remember(self, subject: Chosen, segment: Segment | None, sentence: Sentence) -> None:
        """Keeps whom a row of the text was about; to be called before `settle`."""
        self.last_segment, self.last_sentence = segment, sentence
        makers = subject.kind in ("maker", "model")
        if not self.settled:
            self.opens_with_maker, self.opening_segment = makers, segment
            self.first_segment = segment if not makers and segment in OF_RANKINGS else None
        span = subject.span
        if makers and span:
            kind: SubjectKind = "model" if subject.kind == "model" else "maker"
            self.actor = Subject(kind, subject.value or "", 0, 0, country=subject.country, resells=subject.resells)
            self.actor_span, self.actor_paragraph = span, sentence.paragraph
        if subject.kind == "maker" and subject.resells and span:
            self.seller = subject

    def state(self, period: Chosen, sentence: Sentence) -> None:
        """Keeps the period that the sentence of a row names."""
        if period.span and period.value and sentence.start <= period.span.start < sentence.end:
            self.stated, self.stated_paragraph = period, sentence.paragraph

    def settle(self, period: Chosen, place: Chosen, sentence: Sentence) -> None:
        """Takes period and place of the text's first figure for those that name none, where its sentence names them."""
        self.settled = True
        start = sentence.start
        if (
            period.span
            and period.span.field == sentence.field
            and (period.span.start >= start or self.period is None)
            and not self._is_earlier(period.value)
            and not self.titled
        ):
            self.period = Period(
                period.value,
                cast(PeriodKind, period.kind),
                period.span.start,
                period.span.end,
                *_parts(period.value),
            )
            self.period_span = period.span
        self.lead_place = place.value if place.value == "World" and place.span else None
        named = place.span and place.span.field == sentence.field and place.span.start >= start
        self.lead_country = place.value if named and self.opens_with_maker and place.value != "World" else None
        of_a_market = self.maker is None or (self.rivals and not self.opens_with_maker)
        if of_a_market and place.value and named:
            self.place, self.place_span = place.value, place.span


def _parts(value: str | None) -> tuple[int | None, int | None]:
    """Year and number of a period's value: of `2020-03`, 2020 and 3."""
    year, _, part = (value or "").partition("-")
    number = part.lstrip("QH")
    return int(year) if year else None, int(number) if number else None
