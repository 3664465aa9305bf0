"""Every body that a page may say something of: makers, markets, classes of vehicles, and names nobody listed.

The rules read a row only where they see a statement; here stands everybody named, so that learned
weights can choose among them. Names of one body stand together, with each place where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.article import Compliance
from pipeline.facts.compliance.bodies import UNLISTED, Body
from pipeline.facts.compliance.body_names import name_of
from pipeline.facts.compliance.doubtful_names import is_a_makers
from pipeline.facts.compliance.offices import is_of_an_office
from pipeline.facts.compliance.page import CompliancePage
from pipeline.facts.compliance.proposed_names import proposed_names
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.rows import Candidate
from pipeline.facts.compliance.vehicle_policies import VEHICLES
from pipeline.facts.people import PersonMention

MOST_BODIES = 30
IN_TABLE = -1
"""Stands for the number of the sentence where a name stands in a table row."""
_FIRST_CELL = 25
"""Characters of a table row in which it names whom it is about."""
_MAKERS = ("makers", "small_makers")


class Place(NamedTuple):
    """Where a name stands: number of its sentence, start and end in it."""

    number: int
    start: int
    end: int


@dataclass(slots=True)
class PossibleBody:
    """A body that may have a row."""

    key: str
    kind: str
    """`organization`, `makers`, `market`, `vehicles`, `proposed`, `told` (only the rules name it), or the
    kind of an organization that has no target of its own."""
    name: str
    """As written first."""
    body: Body | None = None
    """As the rules see it."""
    places: list[Place] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    rows: list[Compliance] = field(default_factory=list)
    """What the rules read of it."""
    told: list[Candidate] = field(default_factory=list)
    """What the rules saw said of it, also where they dropped it."""


def possible_bodies(page: CompliancePage, people: Sequence[PersonMention]) -> list[PossibleBody]:
    """The bodies in the order they were found, those with a row of the rules never left out."""
    found = _Collected(page)
    for number, reading in enumerate(page.readings):
        found.add_named(number, reading)
        found.add_classes(number, reading)
    found.add_other_organizations()
    for proposed in proposed_names(page, people, found.taken):
        places = [Place(*place) for place in proposed.places]
        kind = "organization" if is_a_makers(proposed.name) else "proposed"
        found.at(f"organization {proposed.name.casefold()}", kind, proposed.name).places += places
    found.add_told()
    bodies = list(found.bodies.values())
    left = MOST_BODIES - sum(bool(one.rows) for one in bodies)
    kept = {id(one) for one in [one for one in bodies if not one.rows][: max(0, left)]}
    return [one for one in bodies if one.rows or id(one) in kept]


class _Collected:
    """The bodies found so far, by key."""

    def __init__(self, page: CompliancePage) -> None:
        self._page = page
        self.bodies: dict[str, PossibleBody] = {}
        self.taken: dict[int, list[tuple[int, int]]] = {}
        """By sentence, the places of names."""
        self._keys: dict[tuple[str, str], str] = {}
        """The key of each record and part, whatever it is called: "VW" and "Volkswagen" are one body."""

    def at(self, key: str, kind: str, name: str, body: Body | None = None) -> PossibleBody:
        """The body of that key, made where there is none."""
        if key not in self.bodies:
            self.bodies[key] = PossibleBody(key, kind, name, body)
        one = self.bodies[key]
        one.names.add(name)
        return one

    def add_named(self, number: int, reading: Reading) -> None:
        """The bodies that the rules see in a sentence."""
        for group in reading.groups:
            for body in group:
                key = self._key(body)
                if key not in self.bodies:
                    name = name_of(body, self._page.readings, self._page.book)
                    self.at(key, body.kind, name, body)
                self._place(self.at(key, body.kind, body.name), number, body.start, body.end)

    def add_classes(self, number: int, reading: Reading) -> None:
        """Classes of vehicles that a rule may bind, and makers in general that the rules passed over."""
        text = reading.sentence.text
        classes = [cue for cue in reading.cues if cue.label == VEHICLES]
        for cue in classes:
            if any(one is not cue and one.start <= cue.start and cue.end <= one.end for one in classes):
                continue
            name = text[cue.start : cue.end]
            self._place(self.at(f"{VEHICLES} {name.casefold()}", VEHICLES, name), number, cue.start, cue.end)
        for cue in reading.cues:
            passed_over = cue.label in _MAKERS and not self._is_taken(number, cue.start, cue.end)
            if passed_over and not is_of_an_office(cue, text):
                name = text[cue.start : cue.end]
                self._place(self.at(f"makers {cue.label}", "makers", name), number, cue.start, cue.end)

    def add_other_organizations(self) -> None:
        """Organizations of table rows, of kinds that have no target, and those that only stand as a source."""
        numbers = iter(range(len(self._page.readings)))
        sentences = [
            (sentence, IN_TABLE if sentence.is_row else next(numbers)) for sentence in self._page.document.all_sentences
        ]
        at = 0
        for mention in self._page.organizations:
            span = mention.span
            while at < len(sentences) and (sentences[at][0].field, sentences[at][0].end) < (span.field, span.end):
                at += 1  # "headline" comes before "text" in the alphabet too
            if at == len(sentences):
                break
            sentence, number = sentences[at]
            start, end = span.start - sentence.start, span.end - sentence.start
            if start < 0 or (number == IN_TABLE and start > _FIRST_CELL) or self._is_taken(number, start, end):
                continue
            kind = "organization" if number == IN_TABLE else mention.record.kind
            one = self.at(f"organization {span.quote.casefold()}", kind, span.quote)
            if number == IN_TABLE:
                one.places.append(Place(number, start, end))
            else:
                self._place(one, number, start, end)

    def add_told(self) -> None:
        """What the rules read and saw, each with its body."""
        by_name = {name.casefold(): one for one in reversed(self.bodies.values()) for name in one.names}
        for candidate in self._page.told:  # the rules may call a body by no name of it: "the French market"
            body = self.bodies.get(self._key(candidate.body))
            if body is not None:
                by_name.setdefault((candidate.row.organization or "").casefold(), body)
        for row in self._page.rows:
            name = row.organization or ""
            one = by_name.get(name.casefold()) or self.at(f"told {name}", "told", name)
            one.rows.append(row)
        for candidate in self._page.told:
            body = self.bodies.get(self._key(candidate.body)) or by_name.get(
                (candidate.row.organization or "").casefold()
            )
            if body is not None:
                body.told.append(candidate)

    def _key(self, body: Body) -> str:
        if body.kind != "organization":
            return f"{body.kind} {body.key}"
        own = f"organization {body.bare or body.key} {body.part}".rstrip()
        return own if own in self.bodies else self._keys.setdefault((body.key, body.part), own)

    def _place(self, one: PossibleBody, number: int, start: int, end: int) -> None:
        one.places.append(Place(number, start, end))
        self.taken.setdefault(number, []).append((start, end))

    def _is_taken(self, number: int, start: int, end: int) -> bool:
        return any(left < end and start < right for left, right in self.taken.get(number, ()))


def is_unlisted(one: PossibleBody) -> bool:
    """Whether only the text's own words make the name known."""
    return one.body is not None and one.body.key.startswith(UNLISTED)
