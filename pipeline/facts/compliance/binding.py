"""Which body of a sentence a number or a verdict belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.compliance.bodies import LINK, Group
from pipeline.facts.compliance.grams import Grams
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.verdicts import Verdict
from pipeline.languages.united import any_of, united

_ATTRIBUTE_REACH = 16
"""Characters between a market and the target that is the market's rule: "EU fleet target"."""
PREPOSITION_REACH = 5
"""Characters between "with" and the name it stands before."""
_LISTED = re.compile(r"(?:(?:the|le|la|les|die|el|los|las|il|i)\s)?(?:[A-Z0-9][\w-]*(?:,|\s(?:et|and|und|y|e|&))?\s)*")
"""Other names of a list before one of it: "together with Panda, 500 and X"."""
_LIST_ENDS = frozenset(united("compliance_words", "unions", "list_ends"))
_OF_A_LIST = _LIST_ENDS | {*united("compliance_words", "unions", "between"), "27"}
"""Words that may stand between the Union and the last country of a list that it opens, beside other countries."""
_LONGEST_LIST = 60
_BREAK = re.compile(r"[;]|\.\s")
_RELATIVE = re.compile(rf",\s{any_of('compliance_words', 'clauses', 'relative')}\s")
_BESIDE = 2
_QUOTES = '«“„"‹'
_WE_WITHIN = 40
"""Characters between "we" and what it says of itself."""
_OPENS = 12
"""Characters that may stand before the subject of a sentence."""
_LIST_BEHIND = re.compile(r"[^;.]{0,60}:\s*(?:\w+\s){0,2}")


def body_of_number(number: Grams, reading: Reading) -> Group | None:
    """The group that a number is of: the one before it, unless a short link ties it to the one behind."""
    text = reading.sentence.text
    before = _without_lawgivers([group for group in reading.groups if group[-1].end <= number.start], reading)
    before = _without_helpers(before, reading)
    behind = next((group for group in reading.groups if group[0].start >= number.end), None)
    if behind and LINK.fullmatch(text[number.end : behind[0].start]):
        organization = next((g for g in reversed(before) if g[0].kind == "organization"), None)
        # "BMW emitted 105 g in Europe": the place does not take the number from its maker.
        if not (behind[0].kind == "market" and organization):
            return behind
    if not before:
        # "At 110.1 g, Renault leads": nothing stands before, so what follows closely has it.
        return behind if behind and behind[0].start - number.end <= 40 and not _holds_number(reading, behind) else None
    nearest = before[-1]
    if nearest[0].kind == "market":
        nearest = _first_of_its_list(before, text)
        taken = max((one.end for one in reading.grams if one.end <= number.start), default=0)
        for group in reversed(before):
            beside = group[0].kind == "makers" and nearest[0].start - group[-1].end <= 1  # "Swiss importers"
            if (group[0].kind == "organization" or beside) and group[-1].end >= taken:
                return group
    return nearest


def _first_of_its_list(markets: Sequence[Group], text: str) -> Group:
    """The Union, where the last market is only named beside it: "in the Union, in Iceland and in Norway"."""
    last = markets[-1]
    unions = [one for one in markets[:-1] if one[0].kind == "market" and one[0].bare == "europe"]
    between = text[unions[-1][-1].end : last[0].start] if unions else ""
    words = re.findall(r"\w+|[^\w\s,]", between)
    listed = any(word in _LIST_ENDS for word in words) and len(between) <= _LONGEST_LIST
    return unions[-1] if listed and all(word in _OF_A_LIST or word[0].isupper() for word in words) else last


def _without_lawgivers(groups: Sequence[Group], reading: Reading) -> list[Group]:
    """The groups without the market whose target it is, where a maker is named: "X missed its EU target, at 99 g"."""
    if not any(group[0].kind == "organization" for group in groups) and not reading.refers_back:
        return list(groups)
    return [group for group in groups if group[0].kind != "market" or not is_whose_rule(group, reading)]


def is_whose_rule(group: Group, reading: Reading) -> bool:
    """Whether a market only says whose rule the target is: "the EU's CO2 limits"."""
    aims = [cue for cue in reading.cues if cue.label in ("objective", "ceiling", "norm", "required")]
    return any(cue.distance(group[0].start, group[-1].end) <= _ATTRIBUTE_REACH for cue in aims)


def _without_helpers(groups: Sequence[Group], reading: Reading) -> list[Group]:
    """The groups without those behind another that only help it: "X, in a pool with Y, stands at 61 g"."""
    return [
        group
        for place, group in enumerate(groups)
        if not any(one[0].kind == "organization" for one in groups[:place]) or not is_helper(group, reading)
    ]


def is_helper(group: Group, reading: Reading) -> bool:
    """Whether a name, or the list it is in, stands behind "with"."""
    start, text = group[0].start, reading.sentence.text
    return any(
        0 <= start - cue.end <= PREPOSITION_REACH
        or (cue.end < start and bool(_LISTED.fullmatch(text[cue.end : start].lstrip())))
        for cue in reading.cues
        if cue.label == "beside"
    )


def body_of_verdict(verdict: Verdict, reading: Reading) -> Group | None:
    """The group a verdict is passed on: before the verb, else inside the phrase, else in a list behind it."""
    text = reading.sentence.text
    if _speaks_of_itself(verdict, reading):
        return None  # "with X's technology we will meet the target": who speaks was named before
    groups = reading.groups_of_kind("organization") or reading.groups_of_kind("makers")
    groups = _of_a_class(groups, reading)
    before = [group for group in groups if group[-1].end <= verdict.start]
    acting = [group for group in before if not is_helper(group, reading)]
    if before and not acting and reading.refers_back and before[-1][0].kind == "organization":
        return None  # "thanks to X the maker met its target": the maker was named before
    before = acting or before
    if len(before) > 1 and _explained(before[0], text, verdict.start):
        before = before[:1]
    inside = [group for group in groups if verdict.start <= group[0].start and group[-1].end <= verdict.end]
    behind = [group for group in groups if group[0].start >= verdict.end]
    if behind and _LIST_BEHIND.fullmatch(text[verdict.end : behind[0][0].start]):
        return behind[0]
    if before and _BREAK.search(text[before[-1][-1].end : verdict.start]) and (inside or behind):
        before = []
    for candidates, position in ((before, -1), (inside, 0), (behind, 0)):
        if candidates:
            return candidates[position]
    return None


def _speaks_of_itself(verdict: Verdict, reading: Reading) -> bool:
    """Whether the verdict is what a quoted "we" says of itself."""
    text = reading.sentence.text
    opened = max(text.rfind(mark, 0, verdict.start) for mark in _QUOTES)
    if opened < 0:
        return False
    return any(
        cue.label == "we" and opened <= cue.start <= verdict.end and verdict.start - cue.end <= _WE_WITHIN
        for cue in reading.cues
    )


def _of_a_class(groups: list[Group], reading: Reading) -> list[Group]:
    """The class itself where the names are only examples of it: "small makers such as X and Y are let off"."""
    small = next((small for one in groups for small in [class_of_example(one, reading)] if small), None)
    return [small] if small else groups


def class_of_example(group: Group, reading: Reading) -> Group | None:
    """The small makers of whom names are only examples."""
    for small in reading.groups_of_kind("makers"):
        between = [cue for cue in reading.cues if cue.label == "such_as" and 0 <= cue.start - small[-1].end <= _BESIDE]
        if small[0].key == "small_makers" and any(0 <= group[0].start - cue.end <= _BESIDE for cue in between):
            return small
    return None


def is_institution(group: Group, reading: Reading) -> bool:
    """Whether a market is named by those who rule it: "Brussels", "the European Parliament"."""
    ruling = [cue for cue in reading.cues if cue.label == "institution"]
    return group[0].kind == "market" and any(cue.distance(group[0].start, group[0].end) == 0 for cue in ruling)


def _explained(group: Group, text: str, until: int) -> bool:
    """Whether the names between stand in a clause on the one that opens the sentence: "X, which sold Y, met"."""
    opening = _RELATIVE.match(text, group[-1].end)
    return group[0].start <= _OPENS and opening is not None and "," in text[opening.end() : until]


def share_out(grams: Sequence[Grams], group: Group) -> list[tuple[Grams, Group]]:
    """Several numbers of one kind among as many bodies, in order ("3 and 5 g respectively")."""
    if len(grams) == len(group) > 1:
        return [(one, (body,)) for one, body in zip(grams, group, strict=True)]
    return [(one, group) for one in grams]


def _holds_number(reading: Reading, group: Group) -> bool:
    return any(0 <= one.start - group[-1].end <= 25 for one in reading.grams)
