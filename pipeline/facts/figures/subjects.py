"""Who or what a figure may be about: makers, models, segments, markets, countries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.article import Segment
from pipeline.document import Document, Sentence
from pipeline.facts.figures.forms import FigureForms
from pipeline.organizations.mention import OrganizationMention

SubjectKind = Literal["maker", "model", "segment", "market", "place"]

_MODEL_WORD = re.compile(
    r"[ \u00a0](?!(?:19|20)\d\d(?![\w.]))(?P<word>[A-ZÀ-ÖØ-Ý][\w.’'/+!-]*|[a-z]{1,2}[-.]?[A-Z0-9][\w-]*|\d{1,4}(?![\d.,]*[ \u00a0]?[\d%])(?!\w)[a-zA-Z]?)"
)
_GROUP_BEFORE = re.compile(r"(?:[Gg]roupe|[Gg]ruppo|[Gg]rupo|GROUPE|[Aa]lliance)[ \u00a0]$")
_BARE = re.compile(r"(?<![\w-])(?P<word>[A-ZÀ-ÖØ-Ý][\w.-]*\w(?:[ \u00a0][A-Z0-9][\w.-]*){0,2}|\d{3}(?![\d.,]*[ \u00a0]?[\d%]))(?![\w])")


@dataclass(frozen=True, slots=True)
class Subject:
    """A mention of something that figures can be about; offsets count in the sentence."""

    kind: SubjectKind
    text: str
    start: int
    end: int
    segment: Segment | None = None
    country: str | None = None
    """Where a maker has its seat."""
    name: str | None = None
    """The table's name of the maker."""


class SubjectFinder:
    """Finds the subjects of a document's sentences; knows the models that the document names with their maker."""

    def __init__(self, document: Document, organizations: Sequence[OrganizationMention], forms: FigureForms) -> None:
        self._document = document
        self._forms = forms
        self._mentions = organizations
        self._numbered: dict[str, OrganizationMention] = {}
        self._models: dict[str, OrganizationMention] = {}
        for mention in organizations:
            model = self._model(getattr(document, mention.span.field), mention.span.end).strip()
            # A number alone ("Peugeot 208") is a model only behind its maker or an article.
            if model and not model.isdigit():
                self._models.setdefault(model, mention)
            elif model:
                self._numbered.setdefault(model, mention)

    def find(self, sentence: Sentence) -> list[Subject]:
        """The subjects of the sentence, in order."""
        makers = list(self._makers(sentence))
        taken = [(one.start, one.end) for one in makers]
        found = list(makers)
        for one in (*self._bare_models(sentence), *self._segments(sentence), *self._markets(sentence)):
            if not any(start < one.end and one.start < end for start, end in taken):
                found.append(one)
                taken.append((one.start, one.end))
        return sorted(found, key=lambda one: one.start)

    def _makers(self, sentence: Sentence) -> Iterator[Subject]:
        end_before = 0
        for mention in self._mentions:
            span = mention.span
            if span.field != sentence.field or not sentence.start <= span.start < sentence.end:
                continue
            start, end = span.start - sentence.start, span.end - sentence.start
            if start < end_before:
                continue  # the name of a model holds another maker's name
            model = self._model(sentence.text, end)
            group = _GROUP_BEFORE.search(sentence.text[:start])
            if group and not model:
                start = group.start()
            end += len(model)
            end_before = end
            record = mention.record
            yield Subject(
                "model" if model else "maker", sentence.text[start:end], start, end, None, record.country, record.name
            )

    def _model(self, text: str, position: int) -> str:
        """The words behind a maker's name that name its model, with the blanks between; empty where there are none."""
        if text.isupper():
            return ""  # a headline in capitals does not say where a name ends
        end = position
        for _ in range(3):
            match = _MODEL_WORD.match(text, end)
            if not match or match["word"].rstrip(".,") in self._forms.name_ends:
                break
            if self._forms.metric.fullmatch(match["word"]) or self._forms.segments.fullmatch(match["word"]):
                break
            end = match.end() - (len(match["word"]) - len(match["word"].rstrip(".'’")))
            if match["word"].endswith("."):
                break
        return text[position:end]

    def _bare_models(self, sentence: Sentence) -> Iterator[Subject]:
        """Models without their maker: known ones, or any name behind an article ("le Macan")."""
        for match in _BARE.finditer(sentence.text):
            word = match["word"]
            mention = self._models.get(word)
            if mention is None and self._forms.articles.search(sentence.text[: match.start()]):
                mention = self._numbered.get(word)
            if mention:
                record = mention.record
                yield Subject("model", word, match.start(), match.end(), None, record.country, record.name)

    def _segments(self, sentence: Sentence) -> Iterator[Subject]:
        for match in self._forms.segments.finditer(sentence.text):
            yield Subject("segment", match[0], match.start(), match.end(), self._forms.segment_of(match))

    def _markets(self, sentence: Sentence) -> Iterator[Subject]:
        for match in self._forms.markets.finditer(sentence.text):
            yield Subject("market", match[0], match.start(), match.end())
