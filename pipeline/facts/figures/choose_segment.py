"""The segment of a number: its subject's, what is counted, what the sentence speaks of, or the headline's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from pipeline.article import Metric, Segment
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.context import OF_RANKINGS
from pipeline.facts.figures.context_place import GENERIC_MARKET
from pipeline.facts.figures.market_subject import speaks_of_new_ones
from pipeline.facts.figures.setting import Setting
from pipeline.facts.figures.subject import POWERTRAINS, Subject, without_used
from pipeline.languages.united import any_of

_APPOSED = re.compile(
    rf",?[ \u00a0]{any_of('figures_words', 'owners', 'apposed')}[ \u00a0](?:[^\W\d][\w’'-]*[ \u00a0]){{0,1}}",
    re.IGNORECASE,
)
"""Between a segment and a number that is told of it in an aside."""
_BESIDE_USED = 40
"""How far behind the number a powertrain of used cars may stand."""
_OPENING = 40
"""Characters within which a sentence names the market that it counts."""
_SHORT = 60
"""Characters of a sentence that only announces the next."""
_RANKING = 3
"""So many figures of makers in a sentence are a ranking in the headline's segment."""
_LABELLED = 0.9
"""Above this certainty, a subject is the label of its number."""


@dataclass(frozen=True, slots=True)
class SegmentChoice:
    """Which segment the number of a setting was counted in."""

    setting: Setting

    def of(self, subject: Chosen) -> Segment | None:
        """The segment of the number: its subject, what is counted, what the sentence speaks of, or the headline's."""
        setting, passage = self.setting, self.setting.passage
        segments = [one for one in passage.subjects if one.kind == "segment"]
        if subject.segment == "used":
            return self._powertrain_of_used(segments)
        if subject.kind == "market" and not subject.segment and passage.forms.lessors.search(subject.value or ""):
            return setting.context.segment if setting.context.segment in OF_RANKINGS else "fleet"
        if subject.segment or any(one.text == subject.value and one.segment is None for one in segments):
            return subject.segment  # hydrogen is none of ours, and not that of the headline either
        near = {one.segment for one in segments if setting.start < one.start and self._is_counted(one.start)}
        if near:
            return near.pop() if len(near) == 1 else None  # "hybrides et électriques" is no segment of ours
        summed = self._summed()
        if summed and not segments:
            return summed
        if passage.forms.whole_market.search(passage.text):
            return None
        clause_start = setting.start - len(passage.clause_before(setting.start))
        named = [one for one in segments if clause_start <= one.start < setting.start]
        if not named and subject.certainty > _LABELLED and passage.quantities:
            # A list under its title: "Voitures électriques : Seat 1 200 ; …"
            named = [one for one in segments if one.end <= min(number.start for number in passage.quantities)]
        named = named or [one for one in segments if self._is_apposed(one)]
        named = named or [one for one in segments if self._goes_on_to_the_number(one)][-1:]
        if named:
            return named[-1].segment
        told = None if segments or setting.is_share else self._told_by_the_neighbourhood()
        return told or self._of_the_article(subject, segments)

    def _of_the_article(self, subject: Chosen, segments: Sequence[Subject]) -> Segment | None:
        """What headline and first figures say of numbers whose sentence has no segment of its own."""
        setting = self.setting
        context, by_maker = setting.context, subject.kind in ("maker", "model")
        if by_maker and context.product and not segments:
            return context.product
        if context.segment in POWERTRAINS and self._counts_a_market(subject):
            return None
        if context.segment == "used" and speaks_of_new_ones(setting):
            return None
        if subject.resells and not segments and self._goes_on_about_used():
            return "used"
        if context.maker is None and by_maker and context.segment is None:
            return context.first_segment or (None if segments else self._of_ranking())
        return context.segment if context.maker is None or context.segment_leads else None

    def _goes_on_about_used(self) -> bool:
        """Whether the text of a dealer opened with used cars, and here has cars that it does not call new."""
        passage, context = self.setting.passage, self.setting.context
        if self.setting.is_share or passage.forms.new_ones.search(passage.text):
            return False
        return context.opening_segment == "used" and context.last_segment == "used"

    def _is_apposed(self, segment: Subject) -> bool:
        """Whether the number is set right behind the segment: "les électriques, dont 1 215"."""
        passage, start = self.setting.passage, self.setting.start
        return segment.end <= start and bool(_APPOSED.fullmatch(passage.text, segment.end, start))

    def _goes_on_to_the_number(self, segment: Subject) -> bool:
        """Whether neither a name nor another figure stands between, only an aside: "les VE, rares, sont 392"."""
        setting, start = self.setting, self.setting.start
        if segment.end > start or setting.crosses_another(segment.end, start):
            return False
        return not any(
            segment.end <= one.start < start
            for one in setting.passage.subjects
            if one.kind in ("maker", "model", "market")
        )

    def _told_by_the_neighbourhood(self) -> Segment | None:
        """Used, where cars change hands; what a short sentence before announces: "Bei Transportern war es anders."."""
        passage, before = self.setting.passage, self.setting.before
        if passage.forms.second_hand.search(passage.text):
            return "used"
        if before is None or len(before.text) > _SHORT or before.quantities:
            return None
        named = any(one.kind in ("maker", "model") for one in (*passage.subjects, *before.subjects))
        announced = {one.segment for one in before.subjects if one.kind == "segment"}
        if named or len(announced) != 1 or before.sentence.paragraph != passage.sentence.paragraph:
            return None
        return None if passage.forms.new_ones.search(passage.text) else announced.pop()

    def _counts_a_market(self, subject: Chosen) -> bool:
        """Whether the sentence names the market that it counts, which is of all powertrains."""
        passage, start = self.setting.passage, self.setting.start
        named = [one.start for one in passage.places if one.adjective and one.end <= start]
        named += [
            one.start
            for one in passage.subjects
            if one.kind == "market" and GENERIC_MARKET.search(one.text) and one.end <= start
        ]
        return subject.kind in ("market", "place") and any(one <= _OPENING for one in named)

    def _of_ranking(self) -> Segment | None:
        """The powertrain that the headline of a ranking of makers speaks of."""
        topic = self.setting.context.topic
        if topic is None or topic.segment in OF_RANKINGS or len(self.setting.numbers) < _RANKING:
            return None
        return topic.segment

    def _summed(self) -> Segment | None:
        """The one segment of the sentence before, where this one sums it up: "… electric cars. In all, 12,400."."""
        forms, text, before = self.setting.passage.forms, self.setting.passage.text, self.setting.before
        if before is None or not before.metric_words or not forms.in_sum.match(text):
            return None
        named = {one.segment for one in before.subjects if one.kind == "segment"}
        return named.pop() if len(named) == 1 else None

    def by_trade(self, subject: Chosen, metric: Metric, place: Chosen) -> Segment | None:
        """What the company of the article trades in: a lessor hands over to fleets, an auctioneer sells used cars."""
        context = self.setting.context
        # Makers in a country are a ranking, and not the lessor's.
        ranked = not subject.resells and subject.country is not None and place.span is not None
        if context.lets and metric == "deliveries" and not ranked:
            return "fleet"
        return "used" if context.auctions and metric == "sales" and not self.setting.is_share else None

    def _powertrain_of_used(self, segments: Sequence[Subject]) -> Segment:
        """ "Used", or the powertrain that stands beside it in the clause of the number."""
        setting, passage = self.setting, self.setting.passage
        left = setting.start - len(passage.clause_before(setting.start))
        right = setting.end + len(passage.clause_behind(setting.end, _BESIDE_USED))
        beside = [
            one for one in segments if left <= one.start < right and not setting.crosses_another(one.end, setting.start)
        ]
        known = {one.segment for one in without_used(beside)} - {None}
        return cast(Segment, known.pop()) if len(known) == 1 else "used"

    def _is_counted(self, position: int) -> bool:
        """Whether the position, behind the number, still belongs to what is counted."""
        end = self.setting.end
        return position <= end + 25 and not set(self.setting.passage.text[end:position]) & set(",;:.(0123456789")
