"""Lists and tables of moves: lines that have a name and a position side by side, and no verb."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from pipeline.article import MoveEvent
from pipeline.document import CELL_SEPARATOR
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.fresh_days import day_of_a_list
from pipeline.facts.moves.labels import has_long_had_it
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.old_days import is_old
from pipeline.facts.moves.origins import comes_from
from pipeline.facts.moves.reading import EmployerMark, Reading
from pipeline.facts.moves.roles import RoleMark

_OPENS_A_LIST = frozenset(f"frame:{name}" for name in ("appoint", "appoint_actively", "appointment_of", "take_up"))
_BULLETS = frozenset("-–—•*·►▪■●")
_BETWEEN = frozenset([*":,|–—-(/", "→", ">"])
_LONGEST_LINE = 24
"""Words of a line of a list; what is longer is a sentence."""
_LONGEST_BRACKETS = 10
"""Words of brackets between a name and a position."""


@dataclass(slots=True)
class Listing:
    """What is known of the list or the table that the article is in."""

    view: ArticleView
    about_moves: bool = False
    """Whether the article is known to be about moves, so that any list of people with positions tells some."""
    announced: bool = False
    """Whether headline or lead announce moves: "Nominations"."""
    opened: bool = False
    """Whether the sentence before opened a list with a colon, or a line of the list stands before."""
    employer: str | None = None
    date: str | None = None
    """The day that the sentence names which opened the list."""
    event: MoveEvent = "appointed"
    header: int | None = None
    """Number of the row that heads the table."""
    _cells: list[str] = field(default_factory=list)
    """What each column of the table is: `person`, `role`, `employer`, `date` or nothing."""

    def follow(self, reading: Reading) -> None:
        """Take in a sentence that is no line of a list."""
        text = reading.sentence.text
        if reading.number <= 1 or len(reading.tokens) <= _LONGEST_LINE // 2:
            self.announced = self.announced or reading.has("context:announces_moves")
        if reading.has("context:announces_departures") and not reading.persons and not reading.triggers:
            self.event = "departed"
        elif reading.has("context:announces_moves") and not reading.persons:
            self.event = "appointed"
        self.opened = text.endswith(":") and (
            self.announced
            or (self.about_moves and not reading.persons)
            or any(one.kind in _OPENS_A_LIST for one in reading.triggers)
        )
        self.employer = reading.employers[-1].name if self.opened and reading.employers else None
        if self.opened and not any(one.kind in _OPENS_A_LIST for one in reading.triggers) and self.about_moves:
            self.date = day_of_a_list(self.view, reading.number)
        elif self.opened:
            self.date = None
        if reading.sentence.is_row:
            self._read_header(reading)
        else:
            self.header = None

    def entry(self, reading: Reading) -> Draft | None:
        """The draft of a line; null where the line is none."""
        if reading.number == 0 or not reading.persons or len(reading.tokens) > _LONGEST_LINE:
            return None
        if reading.phrases("tenor:stays") or has_long_had_it(reading, reading.persons[0], self.view):
            return None  # "Finance | X | unchanged", "Chair: X, since 2009"
        if reading.sentence.is_row:
            return self._row(reading)
        return self._line(reading)

    def in_brackets(self, reading: Reading) -> list[Draft]:
        """The drafts of a sentence that lists people with their positions in brackets."""
        new = reading.has("context:opens_post") or (
            bool(self.view.readings) and self.view.readings[0].has("context:opens_post")
        )
        if not (new or self.announced or reading.triggers):
            return []
        employer = reading.employers[0] if reading.employers and not reading.employers[0].preposed else None
        return [
            self._draft(reading, person, reading.text(role.first, role.last), employer)
            for person, role in bracketed(reading)
        ]

    def _line(self, reading: Reading) -> Draft | None:
        person = reading.persons[0]
        bullet = reading.key(0) in _BULLETS
        others = [mark for mark in reading.persons if mark.name != person.name and not _is_replaced(reading, mark)]
        if any(one.first <= person.last for one in reading.triggers) or (others and not reading.triggers):
            return None
        if reading.triggers and reading.key(0) not in _BULLETS and _label(reading, 0) is None:
            return None
        starts = 1 if bullet else 0
        label = _label(reading, starts)
        if label is not None:
            starts = label[1] + 1
        role = next((mark for mark in reading.roles if _side_by_side(reading, person, mark)), None)
        if role is None or min(person.first, role.first) > starts + 1:
            return None
        if self.event == "appointed" and _goes(reading, person, role):
            return None
        alone = reading.sentence.text[-1:] not in ".!?"
        alone = alone or label is not None or (self.announced and not reading.triggers and person.first <= starts)
        if not ((self.opened and (bullet or alone or person.first <= 1)) or (self.announced and (bullet or alone))):
            return None
        behind = [mark for mark in reading.employers if mark.first >= role.last and not comes_from(reading, mark)]
        if role.last <= person.first and ":" in (reading.key(at) for at in range(role.last, person.first)):
            behind = []  # "Treasurer: X, Dunmore Garage": where the person is from
        if label is not None:
            draft = self._draft(reading, person, reading.text(role.first, role.last), None)
            return draft.with_(employer=reading.text(*label), employer_stated=True)
        return self._draft(reading, person, reading.text(role.first, role.last), behind[0] if behind else None)

    def _row(self, reading: Reading) -> Draft | None:
        """A row with a name in one cell and a position in another, under a header or in an article of moves."""
        cells = cells_of(reading)
        person = reading.persons[0]
        place = next((number for number, (first, last) in enumerate(cells) if first <= person.first < last), None)
        if place is None or len({mark.name for mark in reading.persons}) > 1:
            return None
        named = self._cells if self.header is not None and len(self._cells) == len(cells) else [""] * len(cells)
        if named[place] == "past":
            return None
        role = _role_cell(reading, cells, named, place)
        if role is None or not (self.announced or self.opened or "role" in named):
            return None
        employer = next(
            (
                mark
                for number, (first, last) in enumerate(cells)
                if number not in (place, role) and named[number] in ("", "employer")
                for mark in reading.employers
                if first <= mark.first < last
            ),
            None,
        )
        written = [reading.text(*cells[number]) for number, kind in enumerate(named) if kind == "employer"]
        draft = self._draft(reading, person, reading.text(*cells[role]), employer)
        if written and written[0] and employer is None:
            draft = draft.with_(employer=written[0], employer_stated=True)
        return draft

    def _draft(self, reading: Reading, person: PersonMark, role: str, employer: EmployerMark | None) -> Draft:
        name = employer.name if employer else self.employer
        dates = [mark.value for mark in reading.dates if mark.value and not is_old(mark.value, self.view)]
        self.view.people.human.add(person.name)
        return Draft(
            person=person.name,
            event=self.event,
            frame="listed",
            sentences=frozenset({reading.number}),
            role=role,
            employer=name,
            employer_stated=name is not None,
            date=dates[0] if dates else self.date,
            support=frozenset() if self.header is None else frozenset({self.header}),
            certainty=0.85,
        )

    def _read_header(self, reading: Reading) -> None:
        kinds = [_kind_of_column(reading, first, last) for first, last in cells_of(reading)]
        if "role" in kinds or "person" in kinds:
            self.header, self._cells = reading.number, kinds


def _is_replaced(reading: Reading, mark: PersonMark) -> bool:
    """Whether somebody is only named as who had the post: "– X, director, in place of Y"."""
    begins = reading.title_before(mark.first)
    return any(reading.ends_with(kind, begins) is not None for kind in ("context:predecessor", "tenor:predecessor"))


def _goes(reading: Reading, person: PersonMark, role: RoleMark) -> bool:
    """Whether the line says of the person, behind the position, that they leave: "X, treasurer, leaves in May"."""
    leaving = next((one for one in reading.triggers if one.first >= max(person.last, role.last)), None)
    if leaving is None or leaving.kind not in ("frame:leave", "frame:dismiss", "frame:own_departure"):
        return False
    return not any(mark.name != person.name and mark.first < leaving.first for mark in reading.persons)


def _label(reading: Reading, first: int) -> tuple[int, int] | None:
    """The organization that a line begins with, before a colon: "X : Ana Ruiz, director"."""
    colon = next((at for at in range(first, min(first + 6, len(reading.tokens))) if reading.key(at) == ":"), None)
    if colon is None or colon == first or not reading.tokens[first].capital:
        return None
    named = any(mark.first < colon for mark in reading.persons) or any(role.first < colon for role in reading.roles)
    return None if named else (first, colon)


def bracketed(reading: Reading) -> list[tuple[PersonMark, RoleMark]]:
    """People who each have their position in brackets behind the name: "A (chairman), B (treasurer)"."""
    found = [
        (person, role)
        for person in reading.persons
        for role in reading.roles
        if reading.key(person.last) == "(" and role.first == person.last + 1 and reading.key(role.last) == ")"
    ]
    return found if len(found) > 1 else []


def _kind_of_column(reading: Reading, first: int, last: int) -> str:
    if reading.has("tenor:column_before", first, last) or any(
        reading.has(f"context:{kind}", first, last) for kind in ("old_role", "until", "origin", "presently")
    ):
        return "past"
    for kind in ("person", "role", "employer", "date"):
        if reading.has(f"column:{kind}", first, last):
            return kind
    return ""


def _role_cell(reading: Reading, cells: list[tuple[int, int]], named: list[str], person: int) -> int | None:
    """The cell of the position: the one under that header, or the first that holds one."""
    if "role" in named:
        place = named.index("role")
        return place if place != person and cells[place][0] < cells[place][1] else None
    for number, (first, last) in enumerate(cells):
        if number != person and any(first <= mark.head < last for mark in reading.roles):
            return number
    return None


def cells_of(reading: Reading) -> list[tuple[int, int]]:
    """First and one past the last token of each cell of a row."""
    separator = CELL_SEPARATOR.strip()
    bounds = [-1, *(at for at in range(len(reading.tokens)) if reading.key(at) == separator), len(reading.tokens)]
    return [(left + 1, right) for left, right in itertools.pairwise(bounds)]


def _side_by_side(reading: Reading, person: PersonMark, role: RoleMark) -> bool:
    """Whether name and position stand beside each other, with signs alone between them.

    Brackets behind the name may say where the person is from: "Ana Ruiz (Ruiz Motors, Leeds), treasurer".
    """
    first, last = (person.last, role.first) if person.last <= role.first else (role.last, person.first)
    if first == person.last and reading.key(first) == "(":
        inside = range(first, min(last, first + _LONGEST_BRACKETS))
        first = next((at + 1 for at in inside if reading.key(at) == ")"), first)
    if last < first or last - first > 3:
        return False
    return all(reading.key(at) in _BETWEEN or reading.key(at) in reading.lexicon.articles for at in range(first, last))
