"""From phrases of moving to drafts of moves: who plays which part in each kind of phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.background import certainty_of, is_background, is_old
from pipeline.facts.moves.clause import Clause, clauses
from pipeline.facts.moves.details import Details, is_employer_noun
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


_BULLETS = frozenset("-–—•*·►▪")


@dataclass(slots=True)
class Teller:
    """Reads the sentences in order and remembers whom a pronoun stands for."""

    view: ArticleView
    drafts: list[Draft] = field(default_factory=list)
    topic: Subject = NOBODY
    """Whom the last sentences are about."""
    topic_sentence: int = -9
    topic_moves: bool = False
    """Whether the topic is somebody who moves."""
    list_open: bool = False
    """Whether the last sentence opened a list of people who take up positions."""
    list_employer: str | None = None
    pair: list[str] = field(default_factory=list)
    """The people of the last sentence that names several: "the former", "the latter"."""
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
        if self._listed(reading):
            return
        self._clauses(reading)
        self._name_successor(reading)
        self._name_predecessor(reading)
        if reading.has("context:takes_effect") and not reading.persons:
            self._take_effect(reading)
        self.list_open = reading.sentence.text.endswith(":") and any(
            trigger.kind in ("frame:appoint", "frame:appoint_actively", "frame:appointment_of", "frame:take_up") for trigger in reading.triggers
        )
        if self.list_open:
            employers = [mark.name for mark in reading.employers]
            self.list_employer = employers[-1] if employers else None

    def _listed(self, reading: Reading) -> bool:
        """A line of a list that a sentence with a colon opened: a name and a position."""
        if not self.list_open or not reading.sentence.paragraph > 0:
            return False
        if reading.key(0) not in _BULLETS and not (reading.persons and reading.persons[0].first <= 1):
            return False
        for mark in reading.persons[:1]:
            role = next((role for role in reading.roles if role.first - mark.last in (1, 2) or mark.first - role.last in (0, 1)), None)
            if role is None:
                return False
            self.drafts.append(
                Draft(
                    person=mark.name,
                    event="appointed",
                    frame="listed",
                    sentences=frozenset({reading.number}),
                    role=reading.text(role.first, role.last),
                    employer=self.list_employer,
                    employer_stated=self.list_employer is not None,
                    certainty=0.85,
                )
            )
            return True
        return False

    def _take_effect(self, reading: Reading) -> None:
        """A sentence that says only when: "The appointment takes effect on 1 May"."""
        dates = [mark.value for mark in reading.dates if mark.value and not mark.since and not is_old(mark.value, self.view)]
        if not dates or not self.drafts:
            return
        people = {draft.person for draft in self.drafts if reading.number - max(draft.sentences) <= 2} or {self.drafts[0].person}
        self.drafts = [
            draft.with_(date=dates[0], sentences=draft.sentences | {reading.number})
            if draft.person in people and draft.event == "appointed" and draft.date is None
            else draft
            for draft in self.drafts
        ]

    def _clauses(self, reading: Reading) -> None:
        subjects: list[tuple[Clause, Subject]] = []
        told: tuple[str, ...] = ()
        for clause in clauses(reading):
            frame = clause.trigger.kind.removeprefix("frame:")
            subject = self._subject(clause, subjects)
            subjects.append((clause, subject))
            if is_background(clause, self.view):
                continue
            drafted = self._frame(frame, clause, subject)
            self.drafts += drafted
            if drafted and not told:
                told = subject.names[:1] or (drafted[0].person,)
        if told:
            self.topic, self.topic_sentence, self.topic_moves = Subject(told, linked=True), reading.number, True
        else:
            first = next((mark for mark in reading.persons if not reading.preposition_before(mark.first)), None)
            if first is not None:
                self.topic, self.topic_sentence, self.topic_moves = Subject((first.name,), linked=True), reading.number, False
        names = list(dict.fromkeys(mark.name for mark in reading.persons))
        if len(names) > 1:
            self.pair = names

    # --- who ---------------------------------------------------------------------------------

    def _subject(self, clause: Clause, before: Sequence[tuple[Clause, Subject]]) -> Subject:
        reading, verb = clause.reading, clause.verb
        of_two = self._of_two(clause)
        if of_two is not None:
            return of_two
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
            apposed = [
                mark for mark in named if reading.key(mark.last) in (",", "(") and not reading.preposition_before(mark.first)
            ]
            if apposed:
                return self._marks(clause, apposed[-1], clause.left if apposed[-1] in persons else 0, verb)
        pronoun = reading.ends_with("pronoun:subject", verb)
        if reading.ends_with("pronoun:latter", verb) is not None:
            return self._latter(reading)
        if pronoun is not None:
            if nominative and not before:
                return Subject((nominative[0].name,), linked=True)
            return self._pronoun(reading, before)
        if nominative:
            return self._marks(clause, nominative[-1], clause.left, verb)
        if persons and verb - persons[-1].last <= 1 and clause.trigger.kind == "frame:appoint":
            return self._marks(clause, persons[-1], clause.left, verb)  # "c'est au tour de X d'être nommé"
        if clause.has("pronoun:subject", clause.left, verb):
            return self._pronoun(reading, before)
        if clause.trigger.kind == "frame:succeed" and self._is_description(clause):
            return self._pronoun(reading)
        reach = 7 if clause.has("pronoun:object", verb, clause.trigger.first) and not nominative else 1
        behind = [mark for mark in reading.persons if clause.trigger.last <= mark.first <= clause.trigger.last + reach and mark.first < clause.right]
        if behind and clause.trigger.kind not in _OBJECT_FRAMES:
            return self._marks(clause, behind[0], clause.trigger.last, clause.right)
        if joined and shared.names:
            return shared
        apposed = [mark for mark in persons if reading.key(mark.last) == "," and verb - mark.last <= 6]
        if apposed and before:  # "… à X, parti en mars prendre les rênes de Y"
            return self._marks(clause, apposed[-1], clause.left, verb)
        if self._is_description(clause):
            return self._pronoun(reading)
        if reading.lexicon.drops_pronouns and self._has_no_subject(clause):
            return self._pronoun(reading, before)
        return NOBODY

    def _has_no_subject(self, clause: Clause) -> bool:
        """Whether nothing before the verb can be its subject: it opens its clause, but for a date."""
        reading, at = clause.reading, clause.verb
        while at > clause.left:
            date = next((mark for mark in reading.dates if mark.last == at), None)
            if date is not None:
                at = date.first
            elif reading.key(at - 1) in (",", ":", "«") or reading.ends_with("context:and", at) is not None:
                return True
            elif reading.ends_with("employer:prepositions", at) is not None or reading.ends_with("context:prepositions", at) is not None:
                at -= 1
            else:
                opening = reading.tokens[clause.left : clause.verb]
                preposed = reading.has("context:prepositions", clause.left, clause.left + 1)
                return preposed and len(opening) <= 5 and not any(token.capital for token in opening[1:])
        return True

    def _marks(self, clause: Clause, mark: PersonMark, first: int, last: int) -> Subject:
        group = clause.joined(mark, first, last)
        return Subject(tuple(one.name for one in group), tuple(group))

    def _latter(self, reading: Reading) -> Subject:
        """Whom "ce dernier", "the latter" stands for: the person named last."""
        if self.recent and reading.number - self.recent[-1][1] <= 2:
            return Subject((self.recent[-1][0],), linked=True)
        return NOBODY

    def _pronoun(self, reading: Reading, before: Sequence[tuple[Clause, Subject]] = ()) -> Subject:
        for _, subject in before:
            if subject.names:
                return Subject(subject.names[:1])
        if self.topic.names and reading.number - self.topic_sentence <= 3:
            return self.topic
        return NOBODY

    def _is_description(self, clause: Clause) -> bool:
        """Whether the subject is a noun with an article that may stand for the person: "l'Allemande", "the Frenchman"."""
        reading = clause.reading
        if clause.left or not self.topic_moves or clause.persons(0, clause.verb):
            return False
        if any(not mark.preposed for mark in clause.employers(0, clause.verb)):
            return False
        for phrase in reading.phrases("pronoun:article"):
            noun = reading.key(phrase.last)
            if phrase.first and reading.key(phrase.first - 1) not in (",", "»", "-", "–"):
                continue
            if phrase.last < clause.verb <= phrase.last + (9 if "," in (t.key for t in reading.tokens[: clause.verb]) else 4):
                return noun not in reading.lexicon.collective_nouns and noun not in reading.lexicon.employer_nouns
        return False

    def _of_two(self, clause: Clause) -> Subject | None:
        """ "The former", "the latter": one of the two whom the last sentence names."""
        if len(self.pair) < 2:
            return None
        if clause.has("context:former_of_two", clause.left, clause.verb):
            return Subject((self.pair[0],), linked=True)
        if clause.has("context:latter_of_two", clause.left, clause.verb):
            return Subject((self.pair[1],), linked=True)
        return None

    def _other(self, reading: Reading, subject: Subject, clause: Clause) -> str | None:
        """Whom an object pronoun stands for: the person named last who is not the subject."""
        here = [mark.name for mark in reading.persons if mark.last <= clause.verb and mark.name not in subject.names]
        if here:
            return here[-1]
        if subject.linked or not self.topic.names or self.topic.names[0] in subject.names:
            return next((name for name, number in reversed(self.recent) if name not in subject.names and reading.number - number <= 2), None)
        return self.topic.names[0]

    # --- frames ------------------------------------------------------------------------------

    def _frame(self, frame: str, clause: Clause, subject: Subject) -> list[Draft]:
        teller = getattr(self, f"_{frame}", None)
        return teller(clause, subject) if teller else []

    def _appoint(self, clause: Clause, subject: Subject) -> list[Draft]:
        reading, trigger = clause.reading, clause.trigger
        have = reading.has("context:have", clause.verb, trigger.first)
        be = reading.has("context:be", clause.verb, trigger.first) or reading.has("context:be_past", clause.verb, trigger.first)
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
            return self._appointed(clause, Subject(tuple(mark.name for mark in marks), tuple(marks)), "appoint_actively", active=True)
        if reading.has("pronoun:object", clause.verb, clause.trigger.first) and self.topic.names:
            return self._appointed(clause, self.topic, "appoint_actively", active=True)
        return []

    def _take_up(self, clause: Clause, subject: Subject) -> list[Draft]:
        if not subject.names:
            subject = self._named_behind(clause)
        return self._appointed(clause, subject, "take_up")

    def _lead_dated(self, clause: Clause, subject: Subject) -> list[Draft]:
        """ "Leads": a move where a date says since when, and that is not long ago."""
        dates = [mark.value for mark in clause.dates(0, clause.right) if mark.value and len(mark.value) >= 7]
        if not dates or any(is_old(value, self.view) for value in dates):
            return []
        if not subject.names:
            subject = self._named_behind(clause)
        return self._appointed(clause, subject, "be_role")

    def _named_behind(self, clause: Clause) -> Subject:
        """Who is named behind the verb: straight after it, or behind a colon that announces the name."""
        reading, last = clause.reading, clause.trigger.last
        colon = next((at for at in range(clause.trigger.end, len(reading.tokens)) if reading.key(at) == ":"), None)
        for mark in reading.persons:
            near = last <= mark.first <= last + 6 and mark.first < clause.right
            if (near and not reading.preposition_before(mark.first)) or (colon is not None and colon < mark.first <= colon + 3):
                return self._marks(clause, mark, last, len(reading.tokens))
        return NOBODY

    def _at_head(self, clause: Clause, subject: Subject) -> list[Draft]:
        """No verb, as in a headline: "X at the helm"."""
        before = [mark for mark in clause.persons(clause.left, clause.trigger.first) if clause.trigger.first - mark.last <= 1]
        return self._appointed(clause, Subject((before[-1].name,), (before[-1],)), "at_head") if before else []

    def _be_role(self, clause: Clause, subject: Subject) -> list[Draft]:
        trigger = clause.trigger
        roles = clause.roles(trigger.last, min(trigger.last + 7, clause.right))
        if not roles or not subject.names:
            return []
        return self._appointed(clause, subject, "be_role")

    def _be_dated(self, clause: Clause, subject: Subject) -> list[Draft]:
        """ "Is … director": a move where a date says since when, and that is not long ago."""
        reading, trigger = clause.reading, clause.trigger
        if not subject.names:
            behind = [mark for mark in clause.persons(trigger.last, trigger.last + 5) if not reading.preposition_before(mark.first)]
            subject = self._marks(clause, behind[0], trigger.last, clause.right) if behind else NOBODY
        roles = clause.roles(trigger.last, clause.right)
        dates = [mark for mark in clause.dates(clause.left, clause.right) if mark.value and len(mark.value) >= 7]
        if not subject.names or not roles or not dates or roles[0].head - trigger.last > 9:
            return []
        return self._appointed(clause, subject, "be_role")

    def _new_role(self, clause: Clause, subject: Subject) -> list[Draft]:
        reading, trigger = clause.reading, clause.trigger
        role = next((mark for mark in reading.roles if mark.first <= trigger.first < mark.last or mark.first == trigger.last), None)
        if role is None:
            return []
        before = [mark for mark in reading.persons if 0 <= trigger.first - mark.last <= 1 and (mark.last == trigger.first or reading.key(mark.last) in (",", "(") or reading.key(mark.last) in reading.lexicon.articles)]
        after = [mark for mark in reading.persons if role.last <= mark.first <= role.last + 6]
        mark = before[-1] if before else after[0] if after else None
        if mark is None or (reading.number > 1 and reading.key(mark.last) == "," and mark in before):
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
            reading.has("pronoun:object", clause.verb, trigger.first) or reading.has("pronoun:object_behind", trigger.last, trigger.last + 3)
        ):
            if not subject.names:
                return []
            predecessor = self._other(reading, subject, clause)
        if predecessor is None:
            predecessor = self._just_left(clause)
        if not subject.names:
            subject = self._named_behind(clause)
        if predecessor is None or not subject.names or predecessor in subject.names:
            return []
        if behind:  # what follows behind a comma is said of the predecessor
            comma = next((at for at in range(behind[0].last, clause.right) if reading.key(at) == ","), clause.right)
            clause = replace(clause, right=comma)
        return self._appointed(clause, subject, "succeed", predecessor=predecessor)

    def _name_successor(self, reading: Reading) -> None:
        """ "His successor, X, …", "Nachfolger wird X": X takes up what the person before leaves."""
        drafted = {draft.person for draft in self.drafts if reading.number in draft.sentences and draft.event == "appointed" and draft.predecessor}
        for phrase in reading.phrases("context:successor_noun"):
            mark = next((one for one in reading.persons if phrase.last <= one.first <= phrase.last + 4), None)
            if mark is None or mark.name in drafted or reading.has("context:rumour") or reading.has("context:stay"):
                continue
            clause = Clause(reading, phrase, 0, len(reading.tokens), phrase.first)
            predecessor = self._just_left(clause)
            if predecessor is None or predecessor == mark.name:
                continue
            details = Details(clause, (mark,), "appointed", self.view, active=False)
            self.drafts.append(
                Draft(mark.name, "appointed", "succeed", frozenset({reading.number}), date=details.date(), predecessor=predecessor, certainty=0.85)
            )

    def _name_predecessor(self, reading: Reading) -> None:
        """ "His predecessor, X, …": X held the post of the one who takes it up in the sentence before."""
        for phrase in reading.phrases("context:predecessor_noun"):
            mark = next((one for one in reading.persons if phrase.last <= one.first <= phrase.last + 3), None)
            if mark is None:
                continue
            for index in range(len(self.drafts) - 1, -1, -1):
                draft = self.drafts[index]
                near = 0 <= reading.number - max(draft.sentences) <= 2
                if near and draft.event == "appointed" and draft.person != mark.name:
                    if draft.predecessor is None:
                        self.drafts[index] = draft.with_(predecessor=mark.name, sentences=draft.sentences | {reading.number})
                    return

    def _succeeded_by(self, clause: Clause, subject: Subject) -> list[Draft]:
        reading, trigger = clause.reading, clause.trigger
        if reading.has("context:have", clause.verb, trigger.first) and not reading.has("context:be", clause.verb, trigger.first) and trigger.kind == "frame:succeeded_by":
            return self._succeed(clause, subject)
        drafts = self._departed(clause, subject, "succeeded_by")
        agents = [mark for mark in clause.persons(trigger.last, clause.right) if reading.ends_with("context:to", reading.title_before(mark.first)) is not None]
        if agents:
            predecessor = subject.names[0] if subject.names else None
            group = Subject(tuple(mark.name for mark in agents), tuple(agents))
            drafts = self._appointed(clause, group, "succeeded_by", predecessor=predecessor) + drafts
        return drafts

    def _leave(self, clause: Clause, subject: Subject) -> list[Draft]:
        return self._departed(clause, subject, "leave")

    def _dismiss(self, clause: Clause, subject: Subject) -> list[Draft]:
        reading, trigger = clause.reading, clause.trigger
        if reading.has("context:have", clause.verb, trigger.first) and not reading.has("context:be", clause.verb, trigger.first):
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
        if not to:
            return []
        group = Subject(tuple(mark.name for mark in to), tuple(to))
        return self._appointed(clause, group, "entrust", predecessor=self._just_left(clause))

    def _just_left(self, clause: Clause) -> str | None:
        """Who left in the sentence before or in this one: "his duties are taken over by …"."""
        for draft in reversed(self.drafts):
            reach = 2 if clause.reading.has("pronoun:possessive", 0, 2) else 1
            if clause.reading.number - max(draft.sentences) > reach:
                return None
            if draft.event == "departed":
                return draft.person
        return None

    def _appointment_of(self, clause: Clause, subject: Subject) -> list[Draft]:
        marks = self._behind(clause, 8)
        return self._appointed(clause, Subject(tuple(mark.name for mark in marks), tuple(marks)), "appointment_of")

    def _departure_of(self, clause: Clause, subject: Subject) -> list[Draft]:
        marks = self._behind(clause, 8)
        return self._departed(clause, Subject(tuple(mark.name for mark in marks), tuple(marks)), "departure_of")

    def _own_departure(self, clause: Clause, subject: Subject) -> list[Draft]:
        here = clause.persons(0, clause.trigger.first)
        if clause.has("pronoun:latter", clause.trigger.first, clause.trigger.last):
            return self._departed(clause, self._latter(clause.reading), "own_departure")
        if here:
            return self._departed(clause, Subject((here[-1].name,), (here[-1],)), "own_departure")
        return self._departed(clause, self._pronoun(clause.reading), "own_departure")

    # --- helpers -----------------------------------------------------------------------------

    def _behind(self, clause: Clause, reach: int = 40) -> list[PersonMark]:
        """The people behind the phrase, with those joined to the first, each with a position of their own or without."""
        persons = [mark for mark in clause.persons(clause.trigger.last, clause.right) if not self._is_aside(clause, mark)]
        if not persons or persons[0].first > clause.trigger.last + reach:
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
        if reading.ends_with("context:aside", at) is not None or reading.ends_with("context:predecessor", at) is not None:
            return True
        return False

    def _to(self, clause: Clause) -> list[PersonMark]:
        reading = clause.reading
        last = clause.trigger.last
        first = clause.left if reading.lexicon.nouns_are_capital else last - 1
        return [
            mark
            for mark in clause.persons(first, clause.right)
            if reading.ends_with("context:to", reading.title_before(mark.first)) is not None or reading.title_before(mark.first) == last
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
        sentences = frozenset({number, self.topic_sentence}) if subject.linked and self.topic_sentence >= 0 else frozenset({number})
        details = Details(clause, subject.marks, event, self.view, active=active)
        for index, name in enumerate(subject.names):
            written = details.role(index, role)
            employer = details.employer(index, written)
            if not self._believable(clause, name, written is not None, employer is not None or predecessor is not None, linked=subject.linked, replaces=predecessor is not None):
                continue
            self.view.people.human.add(name)
            if predecessor is not None:
                self.view.people.human.add(predecessor)
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
                    interim=details.interim(),
                    predecessor=(predecessor or details.predecessor(name) or self._held_for(clause, name)) if event == "appointed" else None,
                    certainty=certainty_of(frame, clause, linked=subject.linked),
                )
            )
            for other in details.further_roles(written):
                drafts.append(drafts[-1].with_(role=details.role_text(other), employer=details.employer(index, other) or employer))
        return drafts

    def _held_for(self, clause: Clause, name: str) -> str | None:
        """For an interim head, who left just before."""
        if not clause.has("role:interim", clause.left, clause.right):
            return None
        left = self._just_left(clause)
        return left if left != name else None

    def _believable(self, clause: Clause, name: str, has_role: bool, has_more: bool, *, linked: bool, replaces: bool) -> bool:
        """Whether enough speaks for a move: a name treated as a person's, and more than a weak verb."""
        human = name in self.view.people.human or any(draft.predecessor == name for draft in self.drafts)
        reading = clause.reading
        if any(phrase.kind == "context:role_only" and phrase.last == clause.trigger.last for phrase in reading.starting(clause.trigger.first)):
            return has_role or replaces
        weak = any(
            phrase.kind == "context:weak" and phrase.last == clause.trigger.last and phrase.end == clause.trigger.end
            for phrase in clause.reading.starting(clause.trigger.first)
        )
        if any(
            draft.person == name and draft.event == "appointed" and 0 <= reading.number - max(draft.sentences) <= 2 for draft in self.drafts
        ):
            has_more = True
        if any(draft.predecessor == name and max(draft.sentences) == reading.number for draft in self.drafts):
            has_more = True
        if weak and not has_more and not linked and reading.ends_with("context:relative", clause.verb) is None:
            has_more = any(
                is_employer_noun(reading.key(at), reading.lexicon) for at in range(clause.trigger.last, clause.trigger.last + 3)
            )
        if not human:
            return has_role
        if weak and clause.trigger.kind in ("frame:appoint", "frame:appoint_actively"):
            return has_role
        if weak:
            return has_role or (has_more and human and (not linked or replaces))
        return has_role or has_more or human


_OBJECT_FRAMES = frozenset(
    {"frame:appoint_actively", "frame:dismiss_actively", "frame:appointment_of", "frame:departure_of", "frame:entrust", "frame:own_departure"}
)
