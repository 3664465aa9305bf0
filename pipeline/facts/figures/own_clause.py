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


def has_its_clause(one: Subject, setting: Setting) -> bool:
    """Whether the number stands in a clause on the name right before it: "devant X, qui s'arrête à 52 900"."""
    if setting.crosses_another(one.end, setting.start):
        return False
    passage = setting.passage
    level = passage.forms.levels.search(passage.text, one.end, setting.start)
    return level is not None and bool(_CLAUSE_ON_IT.fullmatch(passage.text, one.end, level.start()))
