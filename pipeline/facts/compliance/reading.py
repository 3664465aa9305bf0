"""One sentence as compliance reads it: its phrases, bodies, grams, fines, years and verdicts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Sentence
from pipeline.facts.compliance.asides import without_asides
from pipeline.facts.compliance.bodies import Body, Group, find_bodies, groups_of
from pipeline.facts.compliance.days import without_days
from pipeline.facts.compliance.ellipses import bare_target, beside_a_target, continued, continuing, due, pairs
from pipeline.facts.compliance.fines import Fine, other_sums, read_fines
from pipeline.facts.compliance.gram_neighbours import (
    from_a_target,
    held_against,
    in_brackets,
    of_a_relative_clause,
    side_by_side,
)
from pipeline.facts.compliance.gram_reading import read_grams
from pipeline.facts.compliance.grams import Grams
from pipeline.facts.compliance.halves import with_halves
from pipeline.facts.compliance.its_markets import without_its_markets
from pipeline.facts.compliance.legends import of_a_legend
from pipeline.facts.compliance.other_fines import without_other_fines
from pipeline.facts.compliance.phrases import Cue, PhraseBook
from pipeline.facts.compliance.rankings import Introduction, introduction, of_a_ranking
from pipeline.facts.compliance.single_models import without_single_models
from pipeline.facts.compliance.target_years import YearMention, find_years, years_in
from pipeline.facts.compliance.tones import Tone, read_tones
from pipeline.facts.compliance.verdicts import Verdict, read_verdicts
from pipeline.facts.compliance.vocabulary import DEMONYM, MARKET
from pipeline.facts.numbers import Quantity, find_quantities
from pipeline.languages.united import any_of
from pipeline.organizations.mention import OrganizationMention

_HIGHEST_FLEET = 400.0
_DIGITS = 4
_NAMES_A_UNIT = re.compile(
    rf"[€$£¥%]|\bg\s?/\s?km|\dg|\d\sg|\bgr\b|\d\s?(?:bn|m)\b|{any_of('compliance_words', 'grams', 'worth_reading')}",
    re.IGNORECASE,
)
"""Sentences whose numbers are worth reading: those with grams, money or a percentage."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence and what was found in it; all places count in the sentence."""

    sentence: Sentence
    cues: tuple[Cue, ...]
    labels: frozenset[str]
    """What kinds of phrases there are."""
    groups: tuple[Group, ...]
    grams: tuple[Grams, ...]
    fines: tuple[Fine, ...]
    sums: tuple[Fine, ...]
    """Sums in euro that may be a bill though no word beside them says so."""
    years: tuple[YearMention, ...]
    verdicts: tuple[Verdict, ...]
    tones: tuple[Tone, ...]
    percentages: tuple[tuple[int, int], ...]
    """Places of the percentages: a target may be given as a reduction."""
    shares: tuple[tuple[float, int, int], ...]
    """The percentages themselves, each with its place."""
    counts: tuple[Quantity, ...]
    """Numbers without a unit that may be a fleet's grams or a distance."""
    currency: str | None
    """The currency of the last fine up to here."""

    def has(self, *labels: str) -> bool:
        """Whether a phrase of one of these kinds stands in the sentence."""
        return not self.labels.isdisjoint(labels)

    @property
    def nicknamed(self) -> bool:
        """Whether a maker is called by what is known of it: "the firm with the star", "the group from Turin"."""
        behind = [cue.start for cue in self.cues if cue.label in ("of", "beside")]
        return any(cue.label == "described" and any(0 <= start - cue.end <= 1 for start in behind) for cue in self.cues)

    @property
    def demonym(self) -> str | None:
        """The country by which a maker is called: "the Swedish firm", "die Stuttgarter"."""
        return next((cue.label.removeprefix(DEMONYM) for cue in self.cues if cue.label.startswith(DEMONYM)), None)

    @property
    def refers_back(self) -> bool:
        """Whether a maker is called by what stands for its name."""
        called = self.has("of_maker") and not self.groups_of_kind("organization")
        return called or self.has("described") or self.demonym is not None

    def is_noun(self, group: Group) -> bool:
        """Whether a market is named by its noun ("Germany"), and not by an adjective ("the German giant")."""
        place = (group[0].start, group[0].end)
        return any(cue.label.startswith(MARKET) and (cue.start, cue.end) == place for cue in self.cues)

    def groups_of_kind(self, kind: str) -> list[Group]:
        """The groups of that kind, in order."""
        return [group for group in self.groups if group[0].kind == kind]


def read_sentence(
    sentence: Sentence,
    book: PhraseBook,
    mentions: Sequence[OrganizationMention],
    *,
    language: str | None,
    published: int | None,
    before: Reading | None,
    last_named: int | None = None,
) -> Reading:
    """Reads a sentence.

    Args:
        sentence: the sentence.
        book: the language's phrases.
        mentions: the organizations named in it.
        language: ISO 639-1, for the forms of numbers.
        published: the year of publication.
        before: the sentence before: where it gives grams, "three more to go" are grams too.
        last_named: the year named last before the sentence.
    """
    text = sentence.text
    found = book.find(text)
    cues = without_other_fines(found, text)
    named = without_asides(find_bodies(sentence, cues, mentions), cues, text)
    bodies: list[Body] = without_its_markets(named, cues)
    follows_numbers = before is not None and (bool(before.grams or before.fines) or before.has("rate"))
    introduced = _introduction(before)
    has_numbers = follows_numbers or introduced.told or _NAMES_A_UNIT.search(text) is not None
    quantities = find_quantities(text, language) if has_numbers else []
    quantities = without_single_models(quantities, cues, text)
    quantities = with_halves(without_days(quantities, text), cues) if quantities else quantities
    bare = bool(before and before.grams) or any(one.kind == "grams" for one in quantities)
    grams = [in_brackets(one, bodies, text, cues) for one in read_grams(text, quantities, cues, bare=bare)]
    grams = side_by_side(held_against(grams, bodies, cues), bodies, text)
    grams = of_a_relative_clause(from_a_target(grams, cues), text)
    grams = of_a_legend(text, quantities, bodies, cues) or grams
    if quantities and before and before.sentence.paragraph == sentence.paragraph:
        told = bare or before.has("grams", "topic")
        grams = continuing(text, grams, bodies, before.grams) or continued(text, quantities, bodies, before.grams)
        held = pairs(text, quantities, cues) if told else []
        held = held or ([] if grams else bare_target(text, quantities, cues, before.grams))
        grams = [*held, *(one for one in grams if not _overlaps(one, held))]
    if quantities:
        grams = sorted([*grams, *of_a_ranking(text, quantities, bodies, grams, introduced)], key=_start)
    if grams:
        listed = [one for one in continued(text, quantities, bodies, grams) if not _overlaps(one, grams)]
        grams = sorted([*grams, *listed], key=_start)
        grams = sorted([*grams, *beside_a_target(text, quantities, grams)], key=_start)
        grams = due(grams, [(one, start, start + _DIGITS) for one, start in years_in(text)], published)
    rated = before is not None and before.has("rate") and before.sentence.paragraph == sentence.paragraph
    fines = read_fines(text, quantities, cues, before.currency if before else None, rated=rated)
    currency = fines[-1].currency if fines else before.currency if before else None
    gap = next((one.value for one in grams if one.role == "gap"), None)
    return Reading(
        sentence,
        tuple(cues),
        frozenset(cue.label for cue in cues),
        tuple(groups_of(bodies, text)),
        tuple(grams),
        tuple(fines),
        tuple(other_sums(text, quantities, fines, currency) if len(cues) == len(found) else ()),
        tuple(find_years(text, cues, grams, published=published, before=_latest(before), last_named=last_named)),
        tuple(read_verdicts(text, cues, gap=gap, fined=any(cue.label == "penalty" for cue in cues))),
        tuple(read_tones(text, cues)),
        tuple((one.start, one.end) for one in quantities if one.kind == "percent"),
        tuple((one.value, one.start, one.end) for one in quantities if one.kind == "percent"),
        tuple(one for one in quantities if _may_be_grams(one, grams)),
        currency,
    )


def _introduction(before: Reading | None) -> Introduction:
    if before is None:
        return Introduction()
    bodies = [body for group in before.groups for body in group]
    return introduction(before.sentence.text, before.grams, before.cues, bodies)


def _start(one: Grams) -> int:
    return one.start


def _overlaps(one: Grams, others: Sequence[Grams]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _may_be_grams(one: Quantity, grams: Sequence[Grams]) -> bool:
    """Whether a number without a unit could be grams that no word shows as such."""
    free = all(one.end <= other.start or other.end <= one.start for other in grams)
    return one.kind == "count" and 0 < one.value <= _HIGHEST_FLEET and free


def _latest(reading: Reading | None) -> int | None:
    return max((one.year for one in reading.years), default=None) if reading else None
