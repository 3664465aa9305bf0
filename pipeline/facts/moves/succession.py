"""Phrases that tell of two: one takes the place of the other, or hands it over."""

from __future__ import annotations

from dataclasses import replace

from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.drafting import appointed, departed
from pipeline.facts.moves.memory import Memory, Subject, joined_people, of_marks
from pipeline.facts.moves.named_behind import named_behind, receivers
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.roles import RoleMark
from pipeline.facts.moves.taking_up import take_up


def succeed(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "A replaces B", also with a pronoun for B, or with nobody named where B has just left."""
    reading, trigger = clause.reading, clause.trigger
    passive = trigger.first > clause.verb and reading.has("context:be", clause.verb, trigger.first)
    if passive and reading.key(trigger.first) in reading.lexicon.passive_of_succession:
        return succeeded_by(clause, subject, memory)
    behind = clause.persons(trigger.last, clause.right)
    apposed = _successor_behind(clause, behind)
    if apposed is not None:
        subject = apposed
    if trigger.first == 0 and trigger.tail > trigger.last and reading.ends_with("context:prepositions", 1) is not None:
        inside = [mark for mark in behind if mark.first < trigger.tail]
        subject, behind = (
            of_marks([mark for mark in behind if mark.first >= trigger.end][:1]),
            inside,
        )  # "Auf B folgt A"
    subject, behind = _two_behind(clause, subject, behind)
    behind = [mark for mark in behind if mark.name not in subject.names]
    predecessor = behind[0].name if behind else None
    if predecessor is None and reading.lexicon.nouns_are_capital:
        before = [mark for mark in clause.persons(clause.left, trigger.first) if mark.name not in subject.names]
        predecessor = before[-1].name if before else None
    if predecessor is None and (
        reading.has("pronoun:object", clause.verb, trigger.first)
        or reading.has("pronoun:object_behind", trigger.last, trigger.last + 3)
    ):
        if not subject.names:
            return []
        predecessor = memory.other(reading, subject, clause)
    if predecessor is None:
        predecessor = memory.just_left(clause)
    if not subject.names:
        subject = named_behind(clause)
    if predecessor is None and clause.has("pronoun:possessive", trigger.first, trigger.end):
        spoken_of = memory.topic.names[:1] if reading.number - memory.topic_sentence <= _NEAR else ()
        predecessor = next((name for name in spoken_of if name not in subject.names), None)  # "takes her place"
    named_before = any(mark.last <= trigger.first for mark in subject.marks)
    takes_over = any(phrase.kind == "context:taken_over" for phrase in reading.starting(trigger.first))
    told = takes_over or bool(clause.roles(trigger.last, clause.right))
    if predecessor is None and (named_before or subject.linked) and told:
        return appointed(memory, clause, subject, "take_up")
    if predecessor is None or not subject.names or predecessor in subject.names:
        return []
    title = None
    if behind:  # what follows behind a comma is said of the predecessor
        title = _title_of(behind[0], clause)
        relative = any(phrase.kind == "context:relative" for phrase in reading.starting(behind[0].last))
        comma = next((at for at in range(behind[0].last, clause.right) if reading.key(at) == ","), clause.right)
        comma = behind[0].last if relative else comma
        clause = replace(clause, right=comma)
    return appointed(memory, clause, subject, "succeed", predecessor=predecessor, role=title)


_NEAR = 2
"""Sentences back to whom "her place" speaks of."""


def _two_behind(clause: Clause, subject: Subject, behind: list[PersonMark]) -> tuple[Subject, list[PersonMark]]:
    """Who comes, and who went, where nobody stands before the verb and two behind it."""
    before = subject.linked or any(mark.last <= clause.verb for mark in subject.marks)
    by_a_company = not before and bool(clause.employers(clause.left, clause.verb) or not subject.names)
    exchanged = _exchanged_for(clause, behind) if by_a_company else None
    if exchanged is not None:
        return Subject((exchanged.name,), (exchanged,)), behind[:1]  # "the group replaced A with B"
    if not subject.marks and not subject.linked and len(behind) > 1:
        return Subject((behind[0].name,), (behind[0],)), behind[1:]
    return subject, behind


def _exchanged_for(clause: Clause, behind: list[PersonMark]) -> PersonMark | None:
    """Who comes where others exchange two people: "replaced A with B", "remplace A par B"."""
    reading = clause.reading
    for mark in behind[1:2]:
        begins = (mark.first, reading.title_before(mark.first))
        if any(reading.ends_with("context:exchange", at) is not None for at in begins):
            return mark
    return None


def _successor_behind(clause: Clause, behind: list[PersonMark]) -> Subject | None:
    """Who is named behind the predecessor and a comma: "Der Nachfolger des Airbus-Chefs X, Y, hat angekündigt"."""
    reading, trigger = clause.reading, clause.trigger
    noun = any(phrase.kind == "context:successor_noun" for phrase in reading.starting(trigger.first))
    if not noun or trigger.first > 1 or len(behind) != 2:
        return None
    one, other = behind
    enclosed = reading.key(one.last) == "," and other.first == one.last + 1 and reading.key(other.last) == ","
    return Subject((other.name,), (other,)) if enclosed else None


def _title_of(predecessor: PersonMark, clause: Clause) -> RoleMark | None:
    """The position of the predecessor right before the name, where the clause names no other: "succeeds chairman B"."""
    roles = [mark for mark in clause.reading.roles if clause.left <= mark.first and mark.head < clause.right]
    behind = [mark for mark in roles if mark.first >= clause.trigger.last and mark.last == predecessor.first]
    others = [mark for mark in roles if mark not in behind and mark.last <= clause.right]
    return behind[0] if behind and not others else None


def succeeded_by(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "B was replaced by A"; after "have" it is A who replaces B."""
    reading, trigger = clause.reading, clause.trigger
    if (
        reading.has("context:have", clause.verb, trigger.first)
        and not reading.has("context:be", clause.verb, trigger.first)
        and trigger.kind == "frame:succeeded_by"
    ):
        return succeed(clause, subject, memory)
    rises = any(
        draft.event == "appointed" and draft.person in subject.names and reading.number - max(draft.sentences) <= 2
        for draft in memory.drafts
    )
    drafts = [] if rises else departed(memory, clause, subject, "succeeded_by")
    agents = [
        mark
        for mark in clause.persons(trigger.last, clause.right)
        if reading.ends_with("context:to", reading.title_before(mark.first)) is not None
    ]
    group = of_marks(agents) if agents else _described_agents(clause)
    if group.names:
        predecessor = next((name for name in subject.names if name not in group.names), None)
        drafts = appointed(memory, clause, group, "succeeded_by", predecessor=predecessor) + drafts
    return drafts


def _described_agents(clause: Clause) -> Subject:
    """Who does it, behind words for them and a colon: "replaced by two managers of the house: A and B"."""
    reading, at = clause.reading, clause.trigger.end
    if reading.ends_with("context:to", at) is None and not any(
        phrase.kind == "context:to" for phrase in reading.starting(at)
    ):
        return Subject(())
    colon = any(reading.key(ahead) == ":" for ahead in range(at, len(reading.tokens)))
    return named_behind(clause) if colon else Subject(())


def hand_over(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "B hands the post to A"."""
    to = receivers(clause)
    if not to:
        reading, verb, first = clause.reading, clause.verb, clause.trigger.first
        to_somebody = reading.has("pronoun:dative", verb, first)
        receiver = memory.other(reading, subject, clause) if to_somebody and subject.names else None
        if receiver is None and reading.has("pronoun:object", verb, first):
            return []  # "an interim head, who will hand it over one day"
        if receiver is None:
            return departed(memory, clause, subject, "hand_over")
        who = Subject((receiver,), linked=True)
        drafts = appointed(memory, clause, who, "hand_over", predecessor=subject.names[0])
        return drafts + _leaving(clause, subject, memory)
    predecessor = subject.names[0] if subject.names and subject.names[0] != to[0].name else None
    drafts = appointed(memory, clause, Subject((to[0].name,), (to[0],)), "hand_over", predecessor=predecessor)
    return drafts + _leaving(clause, subject, memory) if drafts and predecessor else drafts


def _leaving(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """The leaving of who hands over, where no phrase before told it: "X steps down and hands over to Y"."""
    told = any(
        draft.event == "departed" and draft.person in subject.names and clause.reading.number in draft.sentences
        for draft in memory.drafts
    )
    return [] if told else departed(memory, clause, subject, "hand_over")


def entrust(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "The post goes to A", "was taken over by A", with several people where there are several posts."""
    to = receivers(clause)
    if not to and _goes_to_a_company(clause, subject):
        return take_up(clause, subject, memory)  # "X è passato a Kia come responsabile"
    if len(to) == 1:
        group = joined_people(clause, to[0], clause.left, clause.right)
    else:
        group = of_marks(to) if to else _described_agents(clause)
    if any(phrase.kind == "context:role_only" for phrase in clause.reading.starting(clause.trigger.first)):
        return appointed(memory, clause, group, "entrust")  # "the board is completed by A and B"
    own = clause.has("pronoun:possessive", 0, 2) and bool(memory.topic.names)
    held = memory.topic_sentence == clause.reading.number - 1
    predecessor = memory.topic.names[0] if own and held else _who_left_the_post(clause, memory)
    if predecessor is None and own:
        predecessor = memory.topic.names[0]
    drafts = appointed(memory, clause, group, "entrust", predecessor=predecessor)
    if not (own and held):
        return drafts
    left = memory.position_of(predecessor or "", clause.reading.number - 1)
    return [draft.with_(role=draft.role or left) for draft in drafts]


def _goes_to_a_company(clause: Clause, subject: Subject) -> bool:
    """Whether it is a person who stands before the verb, and an organization to which they go right behind."""
    before = bool(subject.marks) and 0 <= clause.verb - subject.marks[-1].last <= 1
    return before and any(mark.first - clause.trigger.last in (0, 1) for mark in clause.reading.employers)


def _who_left_the_post(clause: Clause, memory: Memory) -> str | None:
    """Who just left, unless from another position than the one that the clause names."""
    left = memory.just_left(clause)
    posts = [clause.reading.text(mark.first, mark.last) for mark in clause.roles(clause.left, clause.verb)]
    held = {draft.role for draft in memory.drafts if left in (draft.person, draft.predecessor) and draft.role}
    words = {word.lower()[:6] for role in held for word in role.split()}
    if posts and held and not any(word.lower()[:6] in words for post in posts for word in post.split()):
        return None
    return left
