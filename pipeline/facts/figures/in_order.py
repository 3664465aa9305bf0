"""Whose each number is where a sentence lists names and numbers in the same order.

"X, Y and Z sold 1,200, 900 and 350 respectively": there the order alone tells, and no distance.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.facts.figures.chosen import Chosen, chosen_place, chosen_subject
from pipeline.facts.figures.name_signs import is_small
from pipeline.facts.figures.setting import Setting

_LISTED = re.compile(
    r"[ \u00a0]*(?:,|;|,?[ \u00a0](?:et|and|und|sowie|beziehungsweise|bzw\.|y|e|ed|&))[ \u00a0]*"
    r"(?:(?:de|di|to|à|a|auf|the|les?|las?|los|il|lo|gli|die|der|das|en|in|chez|bei|con|mit|with)[ \u00a0]|[ldL]['’])*"
    r"(?:respectivement|respectively|rispettivamente|respectivamente|jeweils)?[ \u00a0]*",
    re.IGNORECASE,
)
"""Between two items of a list."""
_NAME = r"[A-ZÀ-ÖØ-Ý][\w&.-]*\w(?:[ \u00a0][A-ZÀ-ÖØ-Ý][\w&.-]*\w)*"
_AND = r"(?:,|,?[ \u00a0](?:et|and|und|sowie|y|e|ed|&))[ \u00a0]"
_SEPARATOR = re.compile(_AND)
_NAMES = re.compile(rf"{_NAME}(?:{_AND}{_NAME})+")
"""Names in one breath, also such as no table holds."""
_BETWEEN_NUMBERS = 24
"""Characters between two numbers of a list, whose nouns and signs stand there too."""
_LEAST = 2


def subject_in_order(setting: Setting) -> Chosen | None:
    """The name in the number's own position of the list of names; None where the order says nothing."""
    passage = setting.passage
    if not passage.forms.respectively.search(passage.text):
        return None
    run = _run_of_numbers(setting)
    if len(run) < _LEAST:
        return None
    place = run.index(setting.start)
    for names in _runs_of_names(setting):
        if len(names) == len(run):
            return names[place]
    return None


def _run_of_numbers(setting: Setting) -> list[int]:
    """Where the numbers begin that stand in one list with the setting's, read as figures or not."""
    run: list[tuple[int, int]] = []
    kind = "percent" if setting.is_share else "count"
    for one in ((one.start, one.end) for one in setting.passage.quantities if one.kind == kind):
        if run and one[0] - run[-1][1] > _BETWEEN_NUMBERS:
            if any(start == setting.start for start, _ in run):
                break
            run = []
        run.append(one)
    starts = [start for start, _ in run]
    return starts if setting.start in starts else []


def _runs_of_names(setting: Setting) -> list[list[Chosen]]:
    """The lists of makers, models and segments of the sentence, those of places, and those of any names."""
    passage = setting.passage
    named = [
        (one.start, one.end, chosen_subject(passage, one, 0.95)) for one in passage.subjects if one.kind != "market"
    ]
    places = [(one.start, one.end, chosen_place(passage, one, 0.95)) for one in passage.places if one.code]
    found: list[list[Chosen]] = []
    for mentions in (named, places):
        runs: list[list[Chosen]] = [[one[2]] for one in mentions[:1]]
        for left, right in pairwise(mentions):
            if _LISTED.fullmatch(passage.text, left[1], right[0]):
                runs[-1].append(right[2])
            else:
                runs.append([right[2]])
        found += [one for one in runs if len(one) >= _LEAST]
    for match in _NAMES.finditer(passage.text):
        start, run = match.start(), []
        for found_name in _SEPARATOR.split(match[0]):
            first, _, rest = found_name.partition(" ")
            name = rest if rest and is_small(first, passage.forms) else found_name  # "Chez X, Y et Z"
            start = passage.text.index(name, start)
            run.append(Chosen(name, passage.sentence.span(start, start + len(name)), 0.85, kind="name"))
            start += len(name)
        found.append(run)
    return found
