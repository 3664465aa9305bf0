"""A clause on a name that has the number: "devant X, qui s'arrête à 52 900", "davanti a X, ferma a 52.900"."""

from __future__ import annotations

import re

from pipeline.facts.figures.setting import Setting
from pipeline.facts.figures.subject import Subject
from pipeline.languages.united import any_of

_CLAUSE_ON_IT = re.compile(
    rf",[ \u00a0](?:{any_of('figures_words', 'owners', 'of_its_own')}[ \u00a0](?:[^\W\d][\w’'-]*[ \u00a0]){{0,4}}"
    r"|[a-zà-ÿ]{4,}[ \u00a0](?:[^\W\d][\w’'-]*[ \u00a0]){0,1})",
    re.IGNORECASE,
)
"""Between a name and a level told of it in a clause of its own: ", which stopped at", ", ferma a", ", dont"."""
_OPENS_WITHIN = 12
"""Characters before the name that opens a sentence."""
_ASIDE = re.compile(r",[ \u00a0](?=[a-zß-ÿ])(?!(?:and|et|und|y|e)[ \u00a0])[^\d,;:.()]{2,60}[ \u00a0'’]")
_CLOSED = re.compile(r"(?:[ \u00a0][^\W\d][\w’'-]*){0,3},[ \u00a0](?=[a-zß-ÿ])(?!(?:and|et|und|y|e)[ \u00a0])")


def has_its_clause(one: Subject, setting: Setting) -> bool:
    """Whether the number stands in a clause on the name right before it: "devant X, qui s'arrête à 52 900"."""
    passage = setting.passage
    if setting.crosses_another(one.end, setting.start) or only_describes(one, setting):
        return False
    level = passage.forms.levels.search(passage.text, one.end, setting.start)
    return level is not None and bool(_CLAUSE_ON_IT.fullmatch(passage.text, one.end, level.start()))


def only_describes(one: Subject, setting: Setting) -> bool:
    """Whether it stands between two commas behind the name that opens the sentence: "X, owned by Y, climbed to"."""
    passage = setting.passage
    first = next((other for other in passage.subjects if other.kind in ("maker", "model")), one)
    if first.start > _OPENS_WITHIN or first.end >= one.start:
        return False
    return bool(_ASIDE.fullmatch(passage.text, first.end, one.start)) and bool(
        _CLOSED.match(passage.text, one.end, setting.start)
    )
