"""Who or what a figure may be about: makers, models, segments, markets, countries."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from pipeline.document import Document, Sentence
from pipeline.facts.figures.compound_name import whole_compound
from pipeline.facts.figures.forms import FigureForms
from pipeline.facts.figures.name_signs import is_small
from pipeline.facts.figures.subject import USED_AND, Subject, is_counted_with_cars, with_its_engine, without_used
from pipeline.facts.headline_company import TAKEN_UP
from pipeline.facts.places import Place, find_places
from pipeline.languages.united import any_of
from pipeline.organizations.mention import OrganizationMention, OrganizationRecord

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_SELLERS = frozenset(["brand", "maker", "group", "alliance", "importer", "dealer_group", "leasing", "rental"])
"""Kinds of organizations that have sales; a federation or an authority only counts those of others."""
_MAKERS = frozenset(["brand", "maker", "group", "alliance"])
_UNLISTED = "unlisted-"
_RESELLERS = frozenset(["dealer_group", "importer", "leasing", "rental"])
_MODEL_WORD = re.compile(
    r"[ \u00a0](?!(?:19|20)\d\d(?![\w.]))"  # a year is no model
    r"(?P<word>[A-ZÀ-ÖØ-Ý][\w.’'/+!-]*|[a-z]{1,2}[-.]?[A-Z0-9][\w-]*"
    r"|\d{1,4}(?![\d.,]*[ \u00a0]?[\d%])(?!\w)[a-zA-Z]?)"
)
_GROUP_BEFORE = re.compile(r"(?:[Gg]roupe|[Gg]ruppo|[Gg]rupo|GROUPE|[Aa]lliance)[ \u00a0]$")
_BRANCH = re.compile(
    r"[ \u00a0](?:(?:Motors?|Cars?|Automobiles|Co|Corp|Inc|Ltd|AG|Group)\.?[ \u00a0])*(?:of[ \u00a0])?"
)
_CHANGE_BEHIND = re.compile(r"[ \u00a0]\([+–−-][ \u00a0]?\d[\d.,]*[ \u00a0]?%")
_FEWEST = 10
"""A smaller number behind a maker is a model's."""
_CAUSE = re.compile(
    rf"(?<!\w){any_of('figures_words', 'owners', 'causes')}[ \u00a0]"
    r"(?:[^\W\d][\w’'-]*[ \u00a0]|[ld]['’]){0,4}$",
    re.IGNORECASE,
)
"""Before a segment that only moves what is counted: "driven by strong demand for"."""
_LONGEST_CAUSE = 70
_OWN_NUMBER = (
    rf"{any_of('figures_words', 'owners', 'apposed')}(?!\w)"
    rf"|{any_of('figures_words', 'owners', 'of_its_own')}[ \u00a0][^,;]*?\d"
)
_CLOSES = re.compile(rf"[.;]|,(?![ \u00a0](?:{_OWN_NUMBER}|\d))", re.IGNORECASE)
"""Behind it, where no number of its own follows: not "driven by hybrids, which reached 12,300"."""
_OWNED_MODEL = re.compile(r"['’]s[ \u00a0](?=[A-Z])")
_LONGEST_COUNTRY = 24
_LONGEST_BEFORE = 40
"""Characters before a name in which an article or the word for group is looked for."""
_ADJECTIVE = re.compile(r"[ \u00a0](?P<word>[a-zà-ÿß]{4,})[ \u00a0]$")
"""One word between an article and a model."""
_JOINED = re.compile(r"[ \u00a0](?:et|and|und|y|e|&)[ \u00a0](?:(?:l[ae]s?|the|die|los|las|i|gli)[ \u00a0])?")
"""Between two words for one segment."""
_WORDS = re.compile(r"\S+")
_LISTED = re.compile(r"(?:^|[|•;:]|^\s*[-–*]|\d[.)])\s*$|\d[ \u00a0]$")
"""Before a name, that it is an item of a list or begins the sentence."""
_BARE = re.compile(
    r"(?=[A-ZÀ-ÖØ-Ý\d])(?<![\w-])(?P<word>[A-ZÀ-ÖØ-Ý][\w.-]*\w(?:[ \u00a0][A-Z0-9][\w.-]*){0,2}"
    r"|(?<!\d[ \u00a0.,'’])\d{3}(?![\d.,]*[ \u00a0]?[\d%]))(?![\w])"  # the last digits of "1 812 500" are no model
)


@cache  # one small table
def _known_models() -> dict[str, str]:
    """The maker of each model of `models.toml`."""
    table = tomllib.loads(resources.files(__package__).joinpath("models.toml").read_text(encoding="utf-8"))
    return {model: maker for maker, models in table.items() for model in models}


def _maker_of(name: str) -> str | None:
    """The maker of a model, also of one whose name is two known ones: "C4 Picasso"."""
    known = _known_models()
    makers = {known.get(word) for word in name.split()}
    return known.get(name) or (makers.pop() if len(makers) == 1 else None)


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
        self._numbered: dict[str, OrganizationMention] = {}
        self._models: dict[str, OrganizationMention] = {}
        for mention in self._mentions:
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
        for one in (
            *self._named_groups(sentence),
            *self._bare_models(sentence),
            *self._segments(sentence),
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
            model = self._model(sentence.text, end)
            owned = _OWNED_MODEL.match(sentence.text, end)
            if owned and not model and self._model(sentence.text, owned.end() - 1):
                # "Ford's Transit Custom" is the model's
                name = self._model(sentence.text, owned.end() - 1)
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

    def _model(self, text: str, position: int) -> str:
        """The words behind a maker's name that name its model, with the blanks between; empty where there are none."""
        if text.isupper():
            return ""  # a headline in capitals does not say where a name ends
        end = position
        for _ in range(3):
            match = _MODEL_WORD.match(text, end)
            if not match or match["word"].rstrip(".,") in self._forms.name_ends:
                break
            if any(one.start == 0 for one in find_places(match["word"] + ".", self._document.language)):
                break  # "X Canada" is a company, no model
            if match["word"].isdigit() and self._is_a_count(match["word"], text, match.end()):
                break
            of_the_name = end > position and match["word"].isupper()  # "Han EV" is one name
            if self._forms.metric.fullmatch(match["word"]) or (
                self._forms.segments.fullmatch(match["word"]) and not of_the_name
            ):
                break
            end = match.end() - (len(match["word"]) - len(match["word"].rstrip(".'’")))
            if match["word"].endswith("."):
                break
        return text[position:end]

    def _is_a_count(self, word: str, text: str, end: int) -> bool:
        """Whether the number behind a maker counts what it sold: "Fiat 612 targhe", "Ford 198 (–3 %)"."""
        if word in _known_models() or int(word) < _FEWEST:
            return False
        unit = self._forms.unit.match(text, end)
        if unit and any(one.match(text, unit.end() + 1) for one in (self._forms.direction, self._forms.levels)):
            return False  # "BMW 320 sales rose"
        return bool(unit or _CHANGE_BEHIND.match(text, end))

    def _bare_models(self, sentence: Sentence) -> Iterator[Subject]:
        """Models without their maker: known ones, or any name behind an article ("le Macan")."""
        for match in _BARE.finditer(sentence.text):
            found = self._bare_model(sentence.text, match)
            if found:
                yield found

    def _bare_model(self, text: str, match: re.Match[str]) -> Subject | None:
        """The longest run of the matched words that is a model: "The Octavia" holds "Octavia"."""
        words = [one.span() for one in _WORDS.finditer(text, match.start(), match.end())]
        runs = [(words[i][0], words[j][1]) for i in range(len(words)) for j in range(i, len(words))]
        for start, end in sorted(runs, key=lambda run: run[0] - run[1]):
            name = text[start:end]
            mention = self._models.get(name)
            # "8.200 Transporter" are vans of any maker.
            maker = None if self._forms.segments.fullmatch(name) else _maker_of(name)
            behind_article = mention is None and (maker or name in self._numbered) and self._opens(text, start)
            if behind_article and maker:
                return Subject("model", name, start, end, name=maker)
            mention = mention or (self._numbered.get(name) if behind_article else None)
            if mention:
                return Subject("model", name, start, end, None, mention.record.country, mention.record.name)
        return None

    def _opens(self, text: str, position: int) -> bool:
        """Whether an article, the start of the sentence or of a list item stands before the position."""
        before = max(0, position - _LONGEST_BEFORE)
        described = _ADJECTIVE.search(text, before, position)  # "der elektrische Taycan"
        articles = self._forms.articles.search(text, before, position) or (
            described and self._forms.articles.search(text, before, described.start("word"))
        )
        return bool(articles) or _LISTED.search(text[:position]) is not None

    def _named_groups(self, sentence: Sentence) -> Iterator[Subject]:
        for match in self._forms.named_groups.finditer(sentence.text):
            yield Subject("maker", match[0], match.start(), match.end(), name=match[0], local=True)

    def _segments(self, sentence: Sentence) -> Iterator[Subject]:
        text, before = sentence.text, None
        for match in self._forms.segments.finditer(text):
            start, end = match.span()
            if self._forms.maker_of_before.search(text, max(0, start - 40), start) or self._forms.maker_of_behind.match(
                text, end
            ):
                continue  # "the EV maker" is a maker
            if _CAUSE.search(text, max(0, start - _LONGEST_CAUSE), start) and _CLOSES.match(text, end):
                continue
            found = Subject("segment", match[0], start, end, self._forms.segment_of(match))
            if is_counted_with_cars(found, text, self._forms):
                continue
            if before and text[before.end : start] == " (" and text[end : end + 1] == ")":
                before = replace(before, text=text[before.start : end + 1], end=end + 1)  # "plug-in hybrids (PHEVs)"
                continue
            same = before is not None and found.segment is not None and before.segment == found.segment
            if before and same and _JOINED.fullmatch(text, before.end, start):  # "les SUV et crossovers"
                before = replace(before, text=text[before.start : end], end=end)
                continue
            driven = None if before is None else with_its_engine(before, found, text)
            if driven:  # "fourgons à batterie"
                before = driven
                continue
            if before and USED_AND.fullmatch(text, before.end, start) and "used" in (before.segment, found.segment):
                powertrain = without_used([before, found])
                if len(powertrain) == 1:  # "électrique d'occasion" is one segment
                    before = replace(powertrain[0], text=text[before.start : end], start=before.start, end=end)
                    continue
            if before:
                yield before
            before = found
        if before:
            yield before

    def _markets(self, sentence: Sentence) -> Iterator[Subject]:
        for match in self._forms.markets.finditer(sentence.text):
            yield Subject("market", match[0], match.start(), match.end())
