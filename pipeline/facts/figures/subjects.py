"""Who or what a figure may be about: makers, models, segments, markets, countries."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.document import Document, Sentence
from pipeline.facts.figures.compound_name import whole_compound
from pipeline.facts.figures.forms import FigureForms
from pipeline.facts.figures.model_names import ModelNames
from pipeline.facts.figures.name_signs import is_small
from pipeline.facts.figures.segment_mentions import segments_of
from pipeline.facts.figures.subject import Subject
from pipeline.facts.headline_company import TAKEN_UP
from pipeline.facts.places import Place, find_places
from pipeline.organizations.mention import OrganizationMention, OrganizationRecord

_SELLERS = frozenset(["brand", "maker", "group", "alliance", "importer", "dealer_group", "leasing", "rental"])
"""Kinds of organizations that have sales; a federation or an authority only counts those of others."""
_MAKERS = frozenset(["brand", "maker", "group", "alliance"])
_UNLISTED = "unlisted-"
_RESELLERS = frozenset(["dealer_group", "importer", "leasing", "rental"])
_GROUP_BEFORE = re.compile(r"(?:[Gg]roupe|[Gg]ruppo|[Gg]rupo|GROUPE|[Aa]lliance)[ \u00a0]$")
_BRANCH = re.compile(
    r"[ \u00a0](?:(?:Motors?|Cars?|Automobiles|Co|Corp|Inc|Ltd|AG|Group)\.?[ \u00a0])*(?:of[ \u00a0])?"
)
_OWNED_MODEL = re.compile(r"['’]s[ \u00a0](?=[A-Z])")
_LONGEST_COUNTRY = 24
_LONGEST_BEFORE = 40
"""Characters before a name in which an article or the word for group is looked for."""


class SubjectFinder:
    """Finds the subjects of a document's sentences; knows the models that the document names with their maker."""

    def __init__(self, document: Document, organizations: Sequence[OrganizationMention], forms: FigureForms) -> None:
        self._document = document
        self._forms = forms
        self._mentions = [one for one in organizations if one.record.kind in _SELLERS]
        self._by_field = {
            field: sorted((one for one in self._mentions if one.span.field == field), key=lambda one: one.span.start)
            for field in ("headline", "text")
        }
        self._starts = {field: [one.span.start for one in found] for field, found in self._by_field.items()}
        self._models = ModelNames(document.language, forms)
        for mention in self._mentions:
            self._models.learn(getattr(document, mention.span.field), mention)

    def find(self, sentence: Sentence) -> list[Subject]:
        """The subjects of the sentence, in order."""
        makers = list(self._makers(sentence))
        taken = [(one.start, one.end) for one in makers]
        found = list(makers)
        for one in (
            *self._named_groups(sentence),
            *self._models.bare(sentence.text),
            *segments_of(sentence.text, self._forms),
            *self._markets(sentence),
        ):
            if not any(start < one.end and one.start < end for start, end in taken):
                found.append(one)
                taken.append((one.start, one.end))
        return sorted(found, key=lambda one: one.start)

    def _makers(self, sentence: Sentence) -> Iterator[Subject]:
        end_before = 0
        starts, mentions = self._starts[sentence.field], self._by_field[sentence.field]
        for mention in mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]:
            span = mention.span
            start, end = span.start - sentence.start, span.end - sentence.start
            if start < end_before:
                continue  # the name of a model holds another maker's name
            start, end = whole_compound(sentence.text, start, end, self._document.language)
            model = self._models.behind(sentence.text, end)
            owned = _OWNED_MODEL.match(sentence.text, end)
            if owned and not model and self._models.behind(sentence.text, owned.end() - 1):
                # "Ford's Transit Custom" is the model's
                name = self._models.behind(sentence.text, owned.end() - 1)
                end_before = owned.end() - 1 + len(name)
                yield Subject(
                    "model", name.strip(), owned.end(), end_before, None, mention.record.country, mention.record.name
                )
                continue
            division = None if model else self._forms.divisions.match(sentence.text, end)
            end = division.end() if division else end
            group = _GROUP_BEFORE.search(sentence.text, max(0, start - _LONGEST_BEFORE), start)
            if group and not model:
                start = group.start()
            end += len(model)
            record = mention.record
            branch = None if model else self._branch(sentence.text, end)
            end = branch.end if branch else end
            end_before = end
            if self._ends_a_source(sentence.text, start, end):
                continue  # "D'après Uni X" cites a federation
            if not branch and self._is_a_maker(record) and self._is_dealt_in(sentence.text, start, end):
                continue  # "the X dealer" is a dealer
            yield Subject(
                "model" if model else "maker",
                sentence.text[start:end],
                start,
                end,
                "lcv" if division else None,
                branch.code if branch else record.country,
                record.name,
                record.kind in ("dealer_group", "importer"),
                not record.id.startswith(_UNLISTED),
                record.kind in _RESELLERS or record.id.startswith(TAKEN_UP),
            )

    def _is_a_maker(self, record: OrganizationRecord) -> bool:
        return record.kind in _MAKERS and not record.id.startswith(_UNLISTED)

    def _ends_a_source(self, text: str, start: int, end: int) -> bool:
        """Whether the name ends a longer one that is only cited; German nouns and nations have capitals too."""
        if text[end : end + 1] in (" ", "\u00a0"):
            return False  # "According to X Ford sold 9,812 cars"
        before = max(0, start - _LONGEST_BEFORE)
        if self._document.language == "de" or _GROUP_BEFORE.search(text, before, start):
            return False
        cited = self._forms.longer_source.search(text, before, start)
        if cited is None or is_small(cited["first"], self._forms):
            return False
        return not find_places(cited["first"] + " market", self._document.language)

    def _is_dealt_in(self, text: str, start: int, end: int) -> bool:
        """Whether the maker is only the brand of the one dealer that the text speaks of."""
        before = self._forms.dealers_before.search(text, max(0, start - _LONGEST_BEFORE), start)
        return bool(before or self._forms.dealers_behind.match(text, end))

    def _branch(self, text: str, position: int) -> Place | None:
        """The country behind a maker's name that makes it the maker's company there: "X Canada", "X Co of Canada"."""
        opening = _BRANCH.match(text, position)
        if not opening or text.isupper():
            return None
        rest = text[opening.end() : opening.end() + _LONGEST_COUNTRY]
        named = next((one for one in find_places(rest, self._document.language) if one.start == 0 and one.code), None)
        return replace(named, start=opening.end(), end=opening.end() + named.end) if named else None

    def _named_groups(self, sentence: Sentence) -> Iterator[Subject]:
        for match in self._forms.named_groups.finditer(sentence.text):
            yield Subject("maker", match[0], match.start(), match.end(), name=match[0], local=True)

    def _markets(self, sentence: Sentence) -> Iterator[Subject]:
        for match in self._forms.markets.finditer(sentence.text):
            yield Subject("market", match[0], match.start(), match.end())
