"""Whose each number is where a sentence lists names and numbers in the same order.

"X, Y and Z sold 1,200, 900 and 350 respectively": there the order alone tells, and no distance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.facts.figures.chosen import Chosen, chosen_place, chosen_subject
from pipeline.facts.figures.name_signs import is_small
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.setting import Setting
from pipeline.languages.united import any_of

_LISTED = re.compile(
    r"[ \u00a0]*(?:,|;|,?[ \u00a0](?:et|and|und|sowie|beziehungsweise|bzw\.|y|e|ed|&))[ \u00a0]*"
    r"(?:(?:de|di|to|à|a|auf|the|les?|las?|los|il|lo|gli|die|der|das|en|in|chez|bei|con|mit|with)[ \u00a0]|[ldL]['’])*"
    rf"{any_of('figures_words', 'lists', 'respectively')}?[ \u00a0]*",
    re.IGNORECASE,
)
"""Between two items of a list."""
_CLAUSE = re.compile(r"[;:]")
_CONJOINED = re.compile(rf"[\d,]|(?<!\w)(?:{any_of('figures_words', 'lists', 'and')}|&)(?!\w)")
"""Between the word for the order and the numbers: the word then orders something else."""
_EACH = "jeweils"
_WHERE_OR_WHEN = re.compile(
    rf"(?<!\w){any_of('figures_words', 'names', 'places_or_times_behind')}[ \u00a0]?$",
    re.IGNORECASE,
)
"""Before names that are towns or months, and nobody who sells."""
_NAME = r"[A-ZÀ-ÖØ-Ý][\w&.-]*\w(?:[ \u00a0][A-ZÀ-ÖØ-Ý][\w&.-]*\w)*"
_AND = rf"(?:,|,?[ \u00a0](?:{any_of('figures_words', 'lists', 'and')}|&))[ \u00a0]"
_SEPARATOR = re.compile(_AND)
_NAMES = re.compile(rf"{_NAME}(?:{_AND}{_NAME})+")
"""Names in one breath, also such as no table holds."""
_BETWEEN_NUMBERS = 24
"""Characters between two numbers of a list, whose nouns and signs stand there too."""
_LEAST = 2
_PARTS_OF_A_PERSON = 2


def subject_in_order(setting: Setting) -> Chosen | None:
    """The name in the number's own position of the list of names; None where the order says nothing."""
    passage = setting.passage
    if not passage.forms.respectively.search(passage.text):
        return None
    run = _run_of_numbers(setting)
    if len(run) < _LEAST or not _is_ordered(run, setting):
        return None
    place = [start for start, _ in run].index(setting.start)
    for names in _runs_of_names(setting):
        if len(names) == len(run):
            return names[place]
    return None


def _clause(setting: Setting) -> tuple[int, int]:
    """Where the clause with the number begins and ends."""
    text = setting.passage.text
    left = max((one.end() for one in _CLAUSE.finditer(text, 0, setting.start)), default=0)
    right = _CLAUSE.search(text, setting.end)
    return left, right.start() if right else len(text)


def _is_ordered(run: Sequence[tuple[int, int]], setting: Setting) -> bool:
    """Whether the word for the order is said of these numbers, and they count the same thing at the same time."""
    passage, text = setting.passage, setting.passage.text
    first, last = run[0], run[-1]
    if any(first[0] <= one.start < last[0] for one in passage.periods):
        return False  # "12,000 in 2022 and 14,000 in 2023": the order is that of the years
    ends = [start for start, _ in run[1:]] + [last[1] + _BETWEEN_NUMBERS]
    nouns = {_noun_behind(end, until, passage) for (_, end), until in zip(run, ends, strict=True)}
    if len(nouns - {None}) > 1:
        return False  # "12,000 cars and 5,000 vans" are both of everybody
    left, right = _clause(setting)
    for word in passage.forms.respectively.finditer(text, left, right):
        if word[0].lower() == _EACH:
            continue
        start = _behind_changes(run, passage)
        between = text[start : word.start()] if word.start() >= last[1] else text[word.end() : first[0]]
        if not _CONJOINED.search(between.strip(" \u00a0,")):
            return True
    return False


def _noun_behind(end: int, until: int, passage: Passage) -> str | None:
    """What the number that ends there counts, by the first segment or unit behind it."""
    segments = [one.start for one in passage.subjects if one.kind == "segment" and end <= one.start < until]
    unit = passage.forms.unit_words.search(passage.text, end, until)
    start = min([*segments, *([unit.start()] if unit else [])], default=None)
    return passage.text[start:].lower().split(maxsplit=1)[0].strip(",.") if start is not None else None


def _behind_changes(run: Sequence[tuple[int, int]], passage: Passage) -> int:
    """Where the numbers end, or the list of as many percentages next to them: "1,200 and 900, up 3% and 5%"."""
    end = run[-1][1]
    changes = [one for one in passage.quantities if one.kind == "percent" and one.start >= end][: len(run)]
    gaps = [one.start - left for one, left in zip(changes, [end, *(one.end for one in changes)], strict=False)]
    return changes[-1].end if len(changes) == len(run) and max(gaps) <= _BETWEEN_NUMBERS else end


def _run_of_numbers(setting: Setting) -> list[tuple[int, int]]:
    """Where the numbers stand that are in one list with the setting's, read as figures or not."""
    run: list[tuple[int, int]] = []
    kind = "percent" if setting.is_share else "count"
    for one in ((one.start, one.end) for one in setting.passage.quantities if one.kind == kind):
        if run and one[0] - run[-1][1] > _BETWEEN_NUMBERS:
            if any(start == setting.start for start, _ in run):
                break
            run = []
        run.append(one)
    return run if any(start == setting.start for start, _ in run) else []


def _has_a_maker(setting: Setting, *beside: tuple[int, int]) -> bool:
    """Whether the clause, or the article, has a maker that the numbers are of, and that is none of the names listed."""
    passage, (left, right) = setting.passage, _clause(setting)
    if passage.forms.same_maker.search(passage.text, left, right):
        return True
    makers = [one for one in passage.subjects if one.kind in ("maker", "model") and left <= one.start < right]
    listed = [one for one in makers if any(start <= one.start < end for start, end in beside)]
    topic = setting.context.maker
    return len(listed) < len(makers) or bool(topic and topic.text not in {one.text for one in listed})


def _runs_of_names(setting: Setting) -> list[list[Chosen]]:
    """The lists of makers and models of the clause; without a maker, those of segments, places and any names."""
    passage, (left, right), sold = setting.passage, _clause(setting), _has_a_maker(setting)
    named = [
        (one.start, one.end, chosen_subject(passage, one, 0.95))
        for one in passage.subjects
        if left <= one.start < right and one.kind in (("maker", "model") if sold else ("maker", "model", "segment"))
    ]
    places = [
        (one.start, one.end, chosen_place(passage, one, 0.95))
        for one in passage.places
        if one.code and left <= one.start < right
    ]
    found: list[list[Chosen]] = []
    for mentions in (named,) if sold else (named, places):
        runs: list[list[Chosen]] = [[one[2]] for one in mentions[:1]]
        for earlier, later in pairwise(mentions):
            if _LISTED.fullmatch(passage.text, earlier[1], later[0]):
                runs[-1].append(later[2])
            else:
                runs.append([later[2]])
        found += [one for one in runs if len(one) >= _LEAST]
    return [*found, *_runs_of_any_names(setting)]


def _runs_of_any_names(setting: Setting) -> list[list[Chosen]]:
    """The lists of names that a table need not hold; none of towns, months or people, and none beside a maker."""
    passage, (left, right) = setting.passage, _clause(setting)
    taken = [(one.start, one.end) for one in passage.periods] + [(one.start, one.end) for one in passage.places]
    found = []
    for match in _NAMES.finditer(passage.text, left, right):
        start, run = match.start(), []
        located = bool(_WHERE_OR_WHEN.search(passage.text, left, start))
        for found_name in _SEPARATOR.split(match[0]):
            first, _, rest = found_name.partition(" ")
            name = rest if rest and is_small(first, passage.forms) else found_name  # "Chez X, Y et Z"
            located = located or (name is rest and bool(_WHERE_OR_WHEN.fullmatch(first)))
            start = passage.text.index(name, start)
            run.append(Chosen(name, passage.sentence.span(start, start + len(name)), 0.85, kind="name"))
            start += len(name)
        people = all(one.value and len(one.value.split()) == _PARTS_OF_A_PERSON for one in run)
        other = any(begin < match.end() and match.start() < end for begin, end in taken)
        if not (located or people or other or _has_a_maker(setting, match.span())):
            found.append(run)
    return found
