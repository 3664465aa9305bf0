"""The names of models: behind their maker's, or alone where a table or the document knows whose they are."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import resources

from pipeline.facts.figures.forms import FigureForms
from pipeline.facts.figures.subject import Subject
from pipeline.facts.places import find_places
from pipeline.organizations.mention import OrganizationMention

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_MODEL_WORD = re.compile(
    r"[ \u00a0](?!(?:19|20)\d\d(?![\w.]))"  # a year is no model
    r"(?P<word>[A-ZÀ-ÖØ-Ý][\w.’'/+!-]*|[a-z]{1,2}[-.]?[A-Z0-9][\w-]*"
    r"|\d{1,4}(?![\d.,]*[ \u00a0]?[\d%])(?!\w)[a-zA-Z]?)"
)
_CHANGE_BEHIND = re.compile(r"[ \u00a0]\([+–−-][ \u00a0]?\d[\d.,]*[ \u00a0]?%")
_FEWEST = 10
"""A smaller number behind a maker is a model's."""
_LONGEST_BEFORE = 40
"""Characters before a name in which an article is looked for."""
_ADJECTIVE = re.compile(r"[ \u00a0](?P<word>[a-zà-ÿß]{4,})[ \u00a0]$")
"""One word between an article and a model."""
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


class ModelNames:
    """The models of one document, with the makers that it names them with."""

    def __init__(self, language: str | None, forms: FigureForms) -> None:
        self._language = language
        self._forms = forms
        self._numbered: dict[str, OrganizationMention] = {}
        self._models: dict[str, OrganizationMention] = {}

    def learn(self, text: str, mention: OrganizationMention) -> None:
        """Keeps the model behind the mention of its maker, if there is one."""
        model = self.behind(text, mention.span.end).strip()
        # A number alone ("Peugeot 208") is a model only behind its maker or an article.
        if model and not model.isdigit():
            self._models.setdefault(model, mention)
        elif model:
            self._numbered.setdefault(model, mention)

    def behind(self, text: str, position: int) -> str:
        """The words behind a maker's name that name its model, with the blanks between; empty where there are none."""
        if text.isupper():
            return ""  # a headline in capitals does not say where a name ends
        end = position
        for _ in range(3):
            match = _MODEL_WORD.match(text, end)
            if not match or match["word"].rstrip(".,") in self._forms.name_ends:
                break
            if any(one.start == 0 for one in find_places(match["word"] + ".", self._language)):
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

    def bare(self, text: str) -> Iterator[Subject]:
        """Models without their maker: known ones, or any name behind an article ("le Macan")."""
        for match in _BARE.finditer(text):
            found = self._bare_model(text, match)
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
