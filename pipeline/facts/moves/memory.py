"""What the reading of moves remembers from sentence to sentence: who was spoken of, and what was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.facts.moves.article_view import ArticleView, is_heading
from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.speakers import is_quoted

_NEAR_THE_HEADLINE = 3
_COMMENTED = 2
"""Sentences behind the news within which others comment on it."""
_OPENING = 3
"""Words of a sentence within which its subject stands."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does or undergoes what a phrase tells."""

    names: tuple[str, ...]
    marks: tuple[PersonMark, ...] = ()
    """Where they are named, if in the same sentence."""
    linked: bool = False
    """Whether they are named in another sentence and a pronoun stands for them."""


NOBODY = Subject(())


def of_marks(marks: Sequence[PersonMark]) -> Subject:
    """The people of those marks."""
    return Subject(tuple(mark.name for mark in marks), tuple(marks))


def joined_people(clause: Clause, mark: PersonMark, first: int, last: int) -> Subject:
    """The person with those joined to the name by "and" between two tokens."""
    return of_marks(clause.joined(mark, first, last))


@dataclass(slots=True)
class Memory:
    """What is known when a sentence is read."""

    view: ArticleView
    drafts: list[Draft] = field(default_factory=list)
    topic: Subject = NOBODY
    """Whom the last sentences are about."""
    topic_sentence: int = -9
    topic_moves: bool = False
    """Whether the topic is somebody who moves."""
    topic_names: tuple[str, ...] = ()
    """All who moved in the sentence of the topic: "they"."""
    pair: list[str] = field(default_factory=list)
    """The people of the last sentence that names several: "the former", "the latter"."""
    post: str | None = None
    """A position that the last sentences named without its holder."""
    post_sentence: int = -9
    post_left: bool = False
    """Whether that sentence is about who had the position, and not about who gets it."""
    recent: list[tuple[str, int]] = field(default_factory=list)
    """People named, the latest last, each with the number of the sentence."""

    def follow(self, reading: Reading, told: tuple[str, ...], moved: tuple[str, ...] = ()) -> None:
        """Take in whom a sentence was about: who moved in it, or else whom it names first; `moved` are all of them."""
        first = next((mark.name for mark in reading.persons if not self._is_no_topic(reading, mark)), None)
        if told or first is not None:
            self.topic = Subject(told or (first or "",), linked=True)
            self.topic_names = moved or self.topic.names
            self.topic_sentence, self.topic_moves = reading.number, bool(told)
        names = list(dict.fromkeys(mark.name for mark in reading.persons))
        if len(names) > 1:
            self.pair = names

    def _is_no_topic(self, reading: Reading, mark: PersonMark) -> bool:
        """Whether the sentence is not on the person: behind a preposition, or who only comments on somebody's move."""
        if reading.preposition_before(mark.first):
            return True
        movers = {draft.person for draft in self.drafts}
        near = 0 < reading.number - self.topic_sentence <= _COMMENTED and not movers.isdisjoint(self.topic.names)
        return near and mark.name not in movers and is_quoted(reading, mark)

    def open_post(self, reading: Reading) -> str | None:
        """The position that the sentence right before names without its holder, or the headline, for the first move."""
        if self.post_sentence == 0 and reading.number <= _NEAR_THE_HEADLINE and not self.drafts:
            return self.post
        return self.post if reading.number - self.post_sentence == 1 else None

    def position_of(self, person: str, number: int) -> str | None:
        """What stands behind the name and a comma in that sentence: "X, head of sales, …"."""
        reading = self.view.readings[number]
        for mark in reading.persons:
            if mark.name != person or reading.key(mark.last) != ",":
                continue
            for role in reading.roles:
                if 0 < role.first - mark.last <= 2:
                    return reading.text(role.first, role.last)
        return None

    def latter(self, reading: Reading) -> Subject:
        """Whom "ce dernier", "the latter" stands for: the person named last."""
        if self.recent and reading.number - self.recent[-1][1] <= 2:
            return Subject((self.recent[-1][0],), linked=True)
        return NOBODY

    def pronoun(self, reading: Reading, before: Sequence[tuple[Clause, Subject]] = ()) -> Subject:
        """Whom "he", "she" stands for: the subject of this sentence, or else the topic."""
        for _, subject in before:
            if subject.names:
                return Subject(subject.names[:1])
        if (
            self.topic.names
            and reading.number - self.topic_sentence <= 3
            and not self._is_under_another_heading(reading)
        ):
            if len(self.topic_names) > 1 and reading.has("pronoun:plural", 0, _OPENING):
                return Subject(self.topic_names, linked=True)
            return self.topic
        return NOBODY

    def _is_under_another_heading(self, reading: Reading) -> bool:
        """Whether a heading, a sentence of few words, stands between the topic and the sentence."""
        return any(
            one.sentence.paragraph != self.view.readings[self.topic_sentence].sentence.paragraph
            and one.sentence.paragraph == reading.sentence.paragraph
            and is_heading(one, self.view)
            for one in self.view.readings[max(self.topic_sentence + 1, 0) : reading.number]
        )

    def other(self, reading: Reading, subject: Subject, clause: Clause) -> str | None:
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

    def just_left(self, clause: Clause) -> str | None:
        """Who left in the sentence before or in this one: "his duties are taken over by …"."""
        interim = clause.has("role:interim", clause.left, clause.right)
        for draft in reversed(self.drafts):
            near = clause.reading.has("pronoun:possessive", 0, 2) or clause.reading.has("context:in_place")
            reach = 2 if near else 1
            if interim:
                reach = 3
            if clause.reading.number - max(draft.sentences) > reach:
                return None
            if draft.event == "departed" and not (draft.linked and self._arrived(draft.person)):
                return self._who_had_the_post(draft, clause) if interim else draft.person
            if interim and draft.event == "appointed" and draft.predecessor:
                return draft.predecessor  # until then, somebody stands in for who goes
        return None

    def _who_had_the_post(self, last: Draft, clause: Clause) -> str:
        """Of those who left in the same sentence, whose position somebody has for the time being; else the last."""
        posts = [clause.reading.text(mark.first, mark.last).lower() for mark in clause.roles(clause.left, clause.right)]
        left = (one for one in self.drafts if one.event == "departed" and one.sentences == last.sentences and one.role)
        return next(
            (one.person for one in left if any((one.role or "").lower() in post for post in posts)), last.person
        )

    def _arrived(self, person: str) -> bool:
        """Whether the person has just been told to take somebody's place: who leaves another post for it."""
        return any(draft.event == "appointed" and draft.person == person and draft.predecessor for draft in self.drafts)
