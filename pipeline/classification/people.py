"""Where the text seems to name a person in full. A quick look, for scoring; the facts have their own, thorough one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.classification.folding import fold
from pipeline.classification.types import SHARED, read_data
from pipeline.languages import LANGUAGES, vocabulary

_PARTICLES = (
    r"(?:(?:de|du|des|da|di|del|della|der|den|van|von|vom|zu|zum|zur|le|la|los|las|dos|do|ter|ten|bin|al) ){0,3}"
)
_FAMILY = r"(?:(?:[dDlLO]['’]|Ó |Mc|Mac)?[A-ZÀ-ÞĀ-Ž][\w'’-]+)"
_GIVEN_AND_FAMILY = re.compile(
    r"[A-ZÀ-Þ](?<!\w.)(?:[a-zß-ÿ]+ |[a-zß-ÿ]+-[A-ZÀ-Þ][a-zß-ÿ]+ )"
    rf"(?:[A-Z]\. )?{_PARTICLES}{_FAMILY}"
)
"""Letters with the blank or hyphen right behind them: the engine then knows at once where the rest cannot begin."""
_BEHIND_GIVEN = re.compile("[ -]")
_WITH_AGE = re.compile(
    rf"[A-ZÀ-Þ](?<!\w.)[a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)? {_PARTICLES}{_FAMILY}(?: {_FAMILY})?"
    r"(?=, (?:aged |de )?[2-8]\d(?:,| ans\b| años\b| anni\b| Jahre\b)| \([2-8]\d(?: ans| Jahre| años| anni)?\))"
)
_AGE = re.compile(r"[,(](?:(?<=,)(?: aged| de)? |(?<= \())[2-8]\d")
_AGE_MARKS = (re.compile(r",(?: aged| de)? [2-8]\d"), re.compile(r"\([2-8]\d"))
"""How an age begins, together and each by itself: what begins with one letter only is found far faster, and most texts
tell no age."""
_MOST_BEHIND = 10  # characters behind the figures of an age that say it is one
_INITIALS = re.compile(r"\.(?<=[A-Z]\.)(?<![\w.]..) ?(?:[A-Z]\. ?){0,2}[A-ZÀ-Þ][a-zß-ÿ]{2,}")
"""From the first stop on: stops are few, capitals many."""


def find_people(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each name: a known given name with a family name, initials with one, or two names and an age."""
    given = _given_names()
    for match in _GIVEN_AND_FAMILY.finditer(text):
        if _BEHIND_GIVEN.split(match[0], maxsplit=1)[0] in given:
            yield match.span()
    for match in _INITIALS.finditer(text):
        yield match.start() - 1, match.end()
    if any(mark.search(text) for mark in _AGE_MARKS):
        yield from _with_age(text)


def _with_age(text: str) -> Iterator[tuple[int, int]]:
    """The names right before an age, each looked for in its own line from the age before it on."""
    before = 0
    for age in _AGE.finditer(text):
        end = age.start() - (age[0][0] == "(")  # a blank stands before a bracket
        begins = max(before, text.rfind("\n", before, end) + 1)
        name = _WITH_AGE.search(text, begins, age.end() + _MOST_BEHIND)
        if name and name.end() == end:
            yield name.span()
        before = age.end()


@cache  # one table
def _given_names() -> frozenset[str]:
    """The first names of all five languages, less those that are words or brands as well, and a few more."""
    written: set[str] = set()
    doubtful: set[str] = set()
    for language in LANGUAGES:
        people = vocabulary(language, "people")
        for names in ("first_names", "first_names_abroad"):
            written.update(people.get(names, "").split())
        doubtful.update(people.get("doubtful_first_names", "").split())
    more = {name for names in read_data(SHARED, "given_names.toml").values() for name in names}
    known = written - doubtful | more
    return frozenset(known | {fold(name).capitalize() for name in known})  # "René" and "Rene"
