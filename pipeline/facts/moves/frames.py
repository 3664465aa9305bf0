"""From phrases of moving to drafts of moves: who plays which part in each kind of phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.background import is_background, certainty_of
from pipeline.facts.moves.clause import Clause, clauses
from pipeline.facts.moves.details import Details
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.roles import RoleMark
from pipeline.article import MoveEvent


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does or undergoes what a phrase tells."""

    names: tuple[str, ...]
    marks: tuple[PersonMark, ...] = ()
    """Where they are named, if in the same sentence."""
    linked: bool = False
    """Whether they are named in another sentence and a pronoun stands for them."""


NOBODY = Subject(())


@dataclass(slots=True)
class Teller:
    """Reads the sentences in order and remembers whom a pronoun stands for."""

    view: ArticleView
    drafts: list[Draft] = field(default_factory=list)
    topic: Subject = NOBODY
    """Whom the last sentences are about."""
    topic_sentence: int = -9
    recent: list[tuple[str, int]] = field(default_factory=list)
    """People named, the latest last, each with the number of the sentence."""

    def tell(self) -> list[Draft]:
        """Every draft of every sentence."""
        for reading in self.view.readings:
            if not reading.has("context:obituary"):
                self._sentence(reading)
            self.recent += [(mark.name, reading.number) for mark in reading.persons]
        return self.drafts

    def _sentence(self, reading: Reading) -> None:
        subjects: list[tuple[Clause, Subject]] = []
        told: Subject = NOBODY
        for clause in clauses(reading):
            frame = clause.trigger.kind.removeprefix("frame:")
            subject = self._subject(clause, subjects)
            subjects.append((clause, subject))
            if is_background(clause, self.view):
                continue
            drafted = self._frame(frame, clause, subject)
            self.drafts += drafted
            if subject.names and not told.names and drafted:
                told = subject
        if told.names:
            self.topic, self.topic_sentence = Subject(told.names[:1], linked=True), reading.number
        else:
            first = next((mark for mark in reading.persons if not reading.preposition_before(mark.first)), None)
            if first is not None:
                self.topic, self.topic_sentence = Subject((first.name,), linked=True), reading.number
            elif self.drafts and reading.number == 0 and self.drafts:
                self.topic = Subject((self.drafts[-1].person,), linked=True)

    # --- who ---------------------------------------------------------------------------------

    def _subject(self, clause: Clause, before: Sequence[tuple[Clause, Subject]]) -> Subject:
        reading, verb = clause.reading, clause.verb
        relative = reading.ends_with("context:relative", verb)
        named = [mark for mark in reading.persons if mark.last <= verb]
        if relative is not None and named:
            return self._marks(clause, named[-1], 0, verb)
        persons = [mark for mark in named if mark.first >= clause.left]
        shared = before[-1][1] if before else NOBODY
        joined = reading.ends_with("context:and", verb) is not None
        if joined and shared.names and before[-1][0].trigger.kind not in _OBJECT_FRAMES:
            return shared
        nominative = [mark for mark in persons if not reading.preposition_before(mark.first)]
        if reading.key(verb - 1) == ",":
            apposed = [mark for mark in nominative if reading.key(mark.last) in (",", "(")]
            if apposed:
                return self._marks(clause, apposed[-1], clause.left, verb)
        pronoun = reading.ends_with("pronoun:subject", verb)
        if pronoun is not None:
            return self._pronoun(reading)
        if nominative:
            return self._marks(clause, nominative[-1], clause.left, verb)
        if any(phrase.kind == "pronoun:subject" and clause.left <= phrase.first < verb for phrase in reading.found):
            return self._pronoun(reading)
        behind = [mark for mark in reading.persons if clause.trigger.last <= mark.first <= clause.trigger.last + 1]
        if behind and clause.trigger.kind not in _OBJECT_FRAMES:
            return self._marks(clause, behind[0], clause.trigger.last, clause.right)
        if joined and shared.names:
            return shared
        if self._is_description(clause):
            return self._pronoun(reading)
        return NOBODY

    def _marks(self, clause: Clause, mark: PersonMark, first: int, last: int) -> Subject:
        group = clause.joined(mark, first, last)
        return Subject(tuple(one.name for one in group), tuple(group))

    def _pronoun(self, reading: Reading) -> Subject:
        if self.topic.names and reading.number - self.topic_sentence <= 3:
            return self.topic
        return NOBODY

    def _is_description(self, clause: Clause) -> bool:
        """Whether the subject is a noun with an article that may stand for the person: "l'Allemande", "the Frenchman"."""
        reading = clause.reading
        start = clause.left
        if start != 0 or reading.ends_with("pronoun:article", 1) is None or clause.employers(0, clause.verb):
            return False
        return (
            clause.verb <= 4
            and not clause.persons(0, clause.verb)
            and reading.key(1) not in reading.lexicon.collective_nouns
        )

    def _other(self, reading: Reading, subject: Subject, clause: Clause) -> str | None:
        """Whom an object pronoun stands for: the person named last who is not the subject."""
        here = [mark.name for mark in reading.persons if mark.last <= clause.verb and mark.name not in subject.names]
        if here:
            return here[-1]
        if subject.linked or not self.topic.names or self.topic.names[0] in subject.names:
            return next(
                (
                    name
                    for name, number in reversed(self.recent)
                    if name not in subject.names and reading.number - number <= 2
                ),
                None,
            )
        return self.topic.names[0]

    # --- frames ------------------------------------------------------------------------------

    def _frame(self, frame: str, clause: Clause, subject: Subject) -> list[Draft]:
        teller = getattr(self, f"_{frame}", None)
        return teller(clause, subject) if teller else []

    def _appoint(self, clause: Clause, subject: Subject) -> list[Draft]:
        reading, trigger = clause.reading, clause.trigger
        have = reading.has("context:have", clause.verb, trigger.first)
        be = reading.has("context:be", clause.verb, trigger.first) or reading.has(
            "context:be_past", clause.verb, trigger.first
        )
        if have and not be:
            return self._appoint_actively(clause, subject)
        marks = self._behind(clause)
        if subject.names and not (marks and subject.linked and not reading.ends_with("pronoun:subject", clause.verb)):
            return self._appointed(clause, subject, "appoint")
        return self._appointed(clause, Subject(tuple(mark.name for mark in marks), tuple(marks)), "appoint")

    def _appoint_actively(self, clause: Clause, subject: Subject) -> list[Draft]:
        reading = clause.reading
        marks = self._behind(clause)
        if not marks and reading.lexicon.nouns_are_capital:
            marks = [mark for mark in clause.persons(clause.left, clause.trigger.first)][-1:]
        if marks:
            return self._appointed(
                clause, Subject(tuple(mark.name for mark in marks), tuple(marks)), "appoint_actively", active=True
            )
        if reading.has("pronoun:object", clause.verb, clause.trigger.first) and self.topic.names:
            return self._appointed(clause, self.topic, "appoint_actively", active=True)
        return []

    def _take_up(self, clause: Clause, subject: Subject) -> list[Draft]:
        return self._appointed(clause, subject, "take_up")

    def _be_role(self, clause: Clause, subject: Subject) -> list[Draft]:
        trigger = clause.trigger
        roles = clause.roles(trigger.last, min(trigger.last + 5, clause.right))
        if not roles or not subject.names:
            return []
        return self._appointed(clause, subject, "be_role")

    def _new_role(self, clause: Clause, subject: Subject) -> list[Draft]:
        reading, trigger = clause.reading, clause.trigger
        role = next(
            (mark for mark in reading.roles if mark.first <= trigger.last < mark.last or mark.first == trigger.last),
            None,
        )
        if role is None:
            return []
        before = [
            mark
            for mark in reading.persons
            if 0 <= trigger.first - mark.last <= 1 and reading.key(mark.last) in (",", reading.key(trigger.first), "(")
        ]
        after = [mark for mark in reading.persons if role.last <= mark.first <= role.last + 6]
        mark = before[-1] if before else after[0] if after else None
        if mark is None:
            return []
        return self._appointed(clause, Subject((mark.name,), (mark,)), "new_role", role=role)

    def _succeed(self, clause: Clause, subject: Subject) -> list[Draft]:
        reading, trigger = clause.reading, clause.trigger
        behind = clause.persons(trigger.last, clause.right)
        if not subject.marks and not subject.linked and len(behind) > 1:
            subject, behind = Subject((behind[0].name,), (behind[0],)), behind[1:]
        behind = [mark for mark in behind if mark.name not in subject.names]
        predecessor = behind[0].name if behind else None
        if predecessor is None and reading.lexicon.nouns_are_capital:
            before = [mark for mark in clause.persons(clause.left, trigger.first) if mark.name not in subject.names]
            predecessor = before[-1].name if before else None
        if predecessor is None and (
            reading.has("pronoun:object", clause.verb, trigger.first)
            or reading.has("pronoun:object", trigger.last, trigger.last + 3)
        ):
            if not subject.names:
                return []
            predecessor = self._other(reading, subject, clause)
        if predecessor is None or not subject.names:
            return []
        return self._appointed(clause, subject, "succeed", predecessor=predecessor)

    def _succeeded_by(self, clause: Clause, subject: Subject) -> list[Draft]:
        reading, trigger = clause.reading, clause.trigger
        if (
            reading.has("context:have", clause.verb, trigger.first)
            and not reading.has("context:be", clause.verb, trigger.first)
            and trigger.kind == "frame:succeeded_by"
        ):
            return self._succeed(clause, subject)
        drafts = self._departed(clause, subject, "succeeded_by")
        agents = [
            mark
            for mark in clause.persons(trigger.last, clause.right)
            if reading.ends_with("context:to", reading.title_before(mark.first)) is not None
        ]
        if agents:
            predecessor = subject.names[0] if subject.names else None
            group = Subject(tuple(mark.name for mark in agents), tuple(agents))
            drafts = self._appointed(clause, group, "succeeded_by", predecessor=predecessor) + drafts
        return drafts

    def _leave(self, clause: Clause, subject: Subject) -> list[Draft]:
        return self._departed(clause, subject, "leave")

    def _dismiss(self, clause: Clause, subject: Subject) -> list[Draft]:
        reading, trigger = clause.reading, clause.trigger
        if reading.has("context:have", clause.verb, trigger.first) and not reading.has(
            "context:be", clause.verb, trigger.first
        ):
            return self._dismiss_actively(clause, subject)
        if not subject.names:
            marks = self._behind(clause)
            subject = Subject(tuple(mark.name for mark in marks), tuple(marks))
        return self._departed(clause, subject, "dismiss")

    def _dismiss_actively(self, clause: Clause, subject: Subject) -> list[Draft]:
        marks = self._behind(clause)
        if not marks and clause.reading.lexicon.nouns_are_capital:
            marks = clause.persons(clause.left, clause.trigger.first)[-1:]
        return self._departed(clause, Subject(tuple(mark.name for mark in marks), tuple(marks)), "dismiss_actively")

    def _hand_over(self, clause: Clause, subject: Subject) -> list[Draft]:
        to = self._to(clause)
        if not to:
            return []
        predecessor = subject.names[0] if subject.names and subject.names[0] != to[0].name else None
        return self._appointed(clause, Subject((to[0].name,), (to[0],)), "hand_over", predecessor=predecessor)

    def _entrust(self, clause: Clause, subject: Subject) -> list[Draft]:
        to = self._to(clause)
        return self._appointed(clause, Subject(tuple(mark.name for mark in to), tuple(to)), "entrust") if to else []

    def _appointment_of(self, clause: Clause, subject: Subject) -> list[Draft]:
        marks = self._behind(clause, 8)
        return self._appointed(clause, Subject(tuple(mark.name for mark in marks), tuple(marks)), "appointment_of")

    def _departure_of(self, clause: Clause, subject: Subject) -> list[Draft]:
        marks = self._behind(clause, 8)
        return self._departed(clause, Subject(tuple(mark.name for mark in marks), tuple(marks)), "departure_of")

    def _own_departure(self, clause: Clause, subject: Subject) -> list[Draft]:
        here = clause.persons(0, clause.trigger.first)
        if here:
            return self._departed(clause, Subject((here[-1].name,), (here[-1],)), "own_departure")
        return self._departed(clause, self._pronoun(clause.reading), "own_departure")

    # --- helpers -----------------------------------------------------------------------------

    def _behind(self, clause: Clause, reach: int = 40) -> list[PersonMark]:
        """The people behind the phrase, with those joined to the first, each with a position of their own or without."""
        persons = [
            mark
            for mark in clause.persons(clause.trigger.last, min(clause.trigger.last + reach, clause.right))
            if not self._is_aside(clause, mark)
        ]
        if not persons:
            return []
        group = [persons[0]]
        for mark in persons[1:]:
            start = group[-1].last
            if not clause.has("context:and", start, mark.first):
                break
            group.append(mark)
        return group

    def _is_aside(self, clause: Clause, mark: PersonMark) -> bool:
        reading = clause.reading
        at = reading.title_before(mark.first)
        if (
            reading.ends_with("context:aside", at) is not None
            or reading.ends_with("context:predecessor", at) is not None
        ):
            return True
        return False

    def _to(self, clause: Clause) -> list[PersonMark]:
        reading = clause.reading
        last = clause.trigger.last
        stop = clause.right
        return [
            mark
            for mark in clause.persons(last - 1, stop)
            if reading.ends_with("context:to", reading.title_before(mark.first)) is not None
            or reading.title_before(mark.first) == last
        ]

    def _appointed(
        self,
        clause: Clause,
        subject: Subject,
        frame: str,
        *,
        predecessor: str | None = None,
        role: RoleMark | None = None,
        active: bool = False,
    ) -> list[Draft]:
        return self._draft("appointed", clause, subject, frame, predecessor=predecessor, role=role, active=active)

    def _departed(self, clause: Clause, subject: Subject, frame: str) -> list[Draft]:
        return self._draft("departed", clause, subject, frame)

    def _draft(
        self,
        event: MoveEvent,
        clause: Clause,
        subject: Subject,
        frame: str,
        *,
        predecessor: str | None = None,
        role: RoleMark | None = None,
        active: bool = False,
    ) -> list[Draft]:
        drafts = []
        number = clause.reading.number
        sentences = (
            frozenset({number, self.topic_sentence})
            if subject.linked and self.topic_sentence >= 0
            else frozenset({number})
        )
        details = Details(clause, subject.marks, event, active=active)
        for index, name in enumerate(subject.names):
            written = details.role(index, role)
            employer = details.employer(index, written)
            drafts.append(
                Draft(
                    person=name,
                    event=event,
                    frame=frame,
                    sentences=sentences,
                    role=details.role_text(written),
                    employer=employer,
                    employer_stated=employer is not None,
                    date=details.date(),
                    predecessor=(predecessor or details.predecessor(name)) if event == "appointed" else None,
                    certainty=certainty_of(frame, clause, linked=subject.linked),
                )
            )
        return drafts


_OBJECT_FRAMES = frozenset(
    {
        "frame:appoint_actively",
        "frame:dismiss_actively",
        "frame:appointment_of",
        "frame:departure_of",
        "frame:entrust",
        "frame:own_departure",
    }
)
