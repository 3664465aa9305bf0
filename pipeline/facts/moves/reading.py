"""One sentence, read: which of its words are people, positions, organizations, dates, phrases of moving."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.document import Sentence
from pipeline.facts.dates_of_effect import WrittenDate
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.move_words import MoveWords
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.roles import RoleMark
from pipeline.facts.moves.tokens import Found, Token


@dataclass(frozen=True, slots=True)
class EmployerMark:
    """An organization in a sentence."""

    first: int
    last: int
    name: str
    """As written."""
    known: bool
    """Whether the table of organizations has it."""
    preposed: bool
    """Whether a preposition stands before it."""
    makes_cars: bool = False
    """Whether the table has it as a maker, a brand or a group of them, whose cars others sell."""


@dataclass(frozen=True, slots=True)
class DateMark:
    """A date in a sentence."""

    first: int
    last: int
    value: str | None
    since: bool


_FEW_WORDS = 2


@dataclass(slots=True)
class Reading:
    """A sentence and what was found in it."""

    number: int
    """Place among the article's sentences, the headline first."""
    sentence: Sentence
    lexicon: Lexicon
    tokens: list[Token]
    found: list[Found]
    persons: list[PersonMark] = field(default_factory=list)
    roles: list[RoleMark] = field(default_factory=list)
    employers: list[EmployerMark] = field(default_factory=list)
    dates: list[DateMark] = field(default_factory=list)
    triggers: list[Found] = field(default_factory=list)
    _kinds: dict[str, list[Found]] = field(default_factory=dict)
    _starts: dict[int, list[Found]] = field(default_factory=dict)
    _ends: dict[int, list[Found]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for phrase in self.found:
            self._kinds.setdefault(phrase.kind, []).append(phrase)
            self._starts.setdefault(phrase.first, []).append(phrase)
            self._ends.setdefault(phrase.last, []).append(phrase)

    @property
    def shouted(self) -> bool:
        """Whether all words are in capitals, which then say nothing."""
        return self.sentence.text.isupper() and len(self.tokens) > _FEW_WORDS

    @property
    def words(self) -> MoveWords:
        """Single words of the language, as in its lexicon."""
        return self.lexicon.words

    def phrases(self, kind: str) -> list[Found]:
        """The phrases of one kind of context, in order."""
        return self._kinds.get(kind, [])

    def has(self, kind: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a phrase of that kind begins between two tokens."""
        end = len(self.tokens) if last is None else last
        return any(first <= found.first < end for found in self._kinds.get(kind, ()))

    def ends_with(self, kind: str, at: int) -> int | None:
        """First token of a phrase of that kind that ends right before `at`."""
        for found in self._ends.get(at, ()):
            if found.kind == kind:
                return found.first
        return None

    def starting(self, at: int) -> list[Found]:
        """The phrases that begin at `at`."""
        return self._starts.get(at, [])

    def ending(self, at: int) -> list[Found]:
        """The phrases that end right before `at`."""
        return self._ends.get(at, [])

    def key(self, at: int) -> str:
        """The word at `at`; empty outside the sentence."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def text(self, first: int, last: int) -> str:
        """The characters from one token to before another."""
        return self.sentence.text[self.tokens[first].start : self.tokens[last - 1].end]

    def person_at(self, at: int) -> PersonMark | None:
        """The person whose name covers a token."""
        return _covering(self.persons, at)

    def preposition_before(self, at: int) -> bool:
        """Whether a preposition takes what begins at `at` away from the subject."""
        at = self.title_before(at)
        if any(phrase.kind == "context:genitive" for phrase in self.starting(at)):
            return True
        return self.ends_with("context:prepositions", at) is not None or self.ends_with("context:aside", at) is not None

    def title_before(self, at: int) -> int:
        """Where the name at `at` begins with its title."""
        while True:
            if at and self.key(at - 1) == "." and self.ends_with("pronoun:titles", at - 1) is not None:
                at -= 2
                continue
            if at > 1 and self.key(at - 1) == ",":
                before = self._position_before(at - 1)
                if before is None or self.ends_with("context:as", before) is not None:
                    return at  # "chose X as chairman, Y leaves": the position is X's
                at = before
                continue
            first = self.ends_with("pronoun:titles", at)
            role = next((mark for mark in self.roles if mark.last == at), None)
            if first is not None:
                at = first
            elif role is not None:
                at = self._with_its_employer(role)
            elif at and self._determiner_before(at):
                at -= 1
            elif (
                at > 1 and self.key(at - 1).isalpha() and self._determiner_before(at - 1) and not self.is_phrase(at - 1)
            ):
                at -= 2  # "le Britannique X", "the Frenchman X"
            else:
                return at

    def _with_its_employer(self, role: RoleMark) -> int:
        """Where a title begins with the organization right before it: "Triton Chairman X"."""
        before = next((mark for mark in self.employers if mark.last == role.first), None)
        return role.first if before is None else before.first

    def _determiner_before(self, at: int) -> bool:
        """Whether an article or a possessive stands right before: "the Frenchman X", "his daughter X"."""
        kinds = ("pronoun:article", "pronoun:possessive")
        return any(self.ends_with(kind, at) is not None for kind in kinds)

    def _position_before(self, at: int) -> int | None:
        """Where the position that ends at `at`, with its organization or without, begins."""
        employer = next((mark for mark in self.employers if mark.last == at), None)
        for mark in self.roles:
            if self.key(mark.head) in self.lexicon.bodies:
                continue
            if mark.last == at or (employer is not None and 0 < employer.first - mark.last <= 2):
                return mark.first
        return None

    def is_phrase(self, at: int) -> bool:
        """Whether the word at `at` begins a phrase of moving or a small word of the context."""
        return any(found.kind.startswith(("frame:", "context:")) for found in self.starting(at))


def _covering(marks: Iterable[PersonMark], at: int) -> PersonMark | None:
    for mark in marks:
        if mark.first <= at < mark.last:
            return mark
    return None


def token_range(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """First and one past the last token that touch the characters from start to end."""
    touched = [number for number, token in enumerate(tokens) if token.start < end and token.end > start]
    return (touched[0], touched[-1] + 1) if touched else None


def date_marks(
    tokens: Sequence[Token], dates: Iterable[WrittenDate], persons: Sequence[PersonMark] = ()
) -> list[DateMark]:
    """Dates by token, without a month that opens a name: "Julio Sanz"."""
    marks = []
    for written in dates:
        place = token_range(tokens, written.start, written.end)
        if place and not any(mark.first == place[0] and place[1] < mark.last for mark in persons):
            marks.append(DateMark(*place, written.value, written.since))
    return marks


def choose_triggers(found: Iterable[Found], blocked: Callable[[Found], bool]) -> list[Found]:
    """Phrases of moving, the longest where several cover the same words."""
    kept: list[Found] = []
    candidates = [phrase for phrase in found if phrase.kind.startswith("frame:") and not blocked(phrase)]
    for phrase in sorted(
        candidates, key=lambda one: (-(one.last - one.first + one.end - one.tail), one.end - one.first, one.first)
    ):
        if not any(_same_words(phrase, other) and not _beside(phrase, other) for other in kept):
            kept.append(phrase)
    kept.sort(key=lambda one: (one.first, one.kind))
    return [
        one
        for one in kept
        if one.kind not in _LINKING
        or not any(one.last <= other.first <= one.last + 3 and other.kind != "frame:new_role" for other in kept)
    ]


def _rank(phrase: Found) -> tuple[int, int, int]:
    """Most words first, then those with the smaller gap between them, then in the order of the text."""
    return -(phrase.last - phrase.first + phrase.end - phrase.tail), phrase.end - phrase.first, phrase.first


_LINKING = ("frame:be_dated", "frame:be_role")
"""Phrases that are only the auxiliary where a participle follows."""


def _same_words(one: Found, other: Found) -> bool:
    words = {*range(one.first, one.last), *range(one.tail, one.end)}
    return bool(words & {*range(other.first, other.last), *range(other.tail, other.end)})


def _beside(one: Found, other: Found) -> bool:
    """Whether two phrases may be read from the same words: who passes something on may also leave."""
    return {one.kind, other.kind} <= {"frame:leave", "frame:hand_over"} and one.kind != other.kind
