"""One sentence of the document with everything in it that a figure may be made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.article import Metric
from pipeline.document import Sentence
from pipeline.facts.figures.forms import FigureForms
from pipeline.facts.figures.subject import Subject
from pipeline.facts.figures.subjects import SubjectFinder
from pipeline.facts.numbers import Quantity, find_quantities, has_shares
from pipeline.facts.periods import Period
from pipeline.facts.places import Place, find_places

_LONGEST_SENTENCE = 2_500
"""Characters."""
_LONGEST_ASIDE = 110
"""Characters between the two commas of an aside."""
_ASIDE_CLOSES = re.compile(r",(?=[ \u00a0])")
_OWNING = re.compile(r"['’]s?[ \u00a0]")
_HEADING = re.compile(r"[^\W\d_a-zß-ÿ]{4,}(?:[ \u00a0'’-][^\W\d_a-zß-ÿ]{2,})*(?=[ \u00a0]?[:–—(.,])")
_DIGIT = re.compile(r"\d")
_CLAUSE = re.compile(r"[;:()|]|,[ \u00a0]|[ \u00a0][–—-][ \u00a0](?!\d)")


def _with_small_letters(text: str) -> str:
    """The text, its first words in small letters where they are a heading in capitals: "AUSTRIA – …"."""
    heading = _HEADING.match(text)
    return text if heading is None else heading[0].title() + text[heading.end() :]


@dataclass(frozen=True)
class Passage:
    """A sentence, and what was found in it; all offsets count in the sentence."""

    sentence: Sentence
    forms: FigureForms
    language: str | None
    periods: Sequence[Period]
    finder: SubjectFinder

    @cached_property
    def subjects(self) -> Sequence[Subject]:
        """Makers, models, segments and markets; looked for only where a figure stands near."""
        return self.finder.find(self.sentence) if self.is_readable else ()

    @property
    def is_readable(self) -> bool:
        """Whether this is a sentence, and not a list without breaks in which nothing stands beside anything."""
        return len(self.text) <= _LONGEST_SENTENCE

    @cached_property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers, but for those inside names and periods."""
        taken = [(one.start, one.end) for one in self.subjects] + [
            (one.start, one.end) for one in self.periods if one.kind != "year"
        ]
        found = find_quantities(self.text, self.language)
        return [one for one in found if not any(start <= one.start < end for start, end in taken)]

    @cached_property
    def places(self) -> list[Place]:
        """The places."""
        # A headline in capitals names places in capitals too.
        found = find_places(self.text.title() if self.text.isupper() else _with_small_letters(self.text), self.language)
        makers = {one.start for one in self.subjects if one.kind == "maker"}
        return [one for one in found if not _owns_a_maker(one, self.text, makers)]

    @cached_property
    def metric_words(self) -> list[tuple[Metric, int, int]]:
        """Words that say how vehicles were counted, with their offsets."""
        return [(match.lastgroup, match.start(), match.end()) for match in self.forms.metric.finditer(self.text)]  # type: ignore[misc]

    @cached_property
    def speaks_of_shares(self) -> bool:
        """Whether a word for a share of the market stands here."""
        return self.forms.share_words.search(self.text) is not None

    @property
    def has_numbers(self) -> bool:
        """Whether a number may stand here: digits, a part of a whole ("one in five") or a fraction."""
        if _DIGIT.search(self.text):
            return True
        return has_shares(self.text, self.language) or bool(self.forms.fractions.search(self.text))

    @property
    def quantities_of_note(self) -> bool:
        """Whether a number stands here that could be a figure."""
        return any(one.kind in ("count", "percent") and one.value >= 100 for one in self.quantities)

    def clause_before(self, position: int, most: int = 80) -> str:
        """The text from the last break of the clause up to the position."""
        return _CLAUSE.split(self.text[max(0, position - most) : position])[-1]

    def clause_behind(self, position: int, most: int = 80) -> str:
        """The text from the position to the next break of the clause."""
        return _CLAUSE.split(self.text[position : position + most])[0]

    def in_brackets(self, position: int) -> bool:
        """Whether the position stands inside round brackets."""
        return self.text.rfind("(", 0, position) > self.text.rfind(")", 0, position)

    def is_aside(self, position: int) -> bool:
        """Whether the position stands between two commas in what only describes the name before."""
        return any(start < position < end for start, end in self._asides)

    @cached_property
    def _asides(self) -> list[tuple[int, int]]:
        found = [match.span() for match in self.forms.inclusions.finditer(self.text)]
        for match in self.forms.insertions.finditer(self.text):
            closed = _ASIDE_CLOSES.search(self.text, match.end())
            if closed and closed.start() - match.start() <= _LONGEST_ASIDE:
                found.append((match.start(), closed.start()))
        return found


def _owns_a_maker(place: Place, text: str, makers: set[int]) -> bool:
    """Whether the country only says where a maker comes from: "China's BYD"."""
    owning = _OWNING.match(text, place.end)
    return owning is not None and owning.end() in makers


def within(periods: Sequence[Period], sentence: Sentence, shift: int) -> list[Period]:
    """The periods that stand in the sentence, with offsets in it.

    Args:
        periods: with offsets in headline, line break and text joined.
        sentence: where to look.
        shift: the offset of the sentence's field in the joined text.
    """
    start, end = sentence.start + shift, sentence.end + shift
    return [
        replace(one, start=one.start - start, end=one.end - start)
        for one in periods
        if start <= one.start and one.end <= end
    ]


def neighbours(passages: Sequence[Passage], index: int) -> Passage | None:
    """The passage before this one, where it stands next to it in the text; headline and lead are no neighbours."""
    if index == 0 or passages[index - 1].sentence.field != passages[index].sentence.field:
        return None
    return passages[index - 1]
