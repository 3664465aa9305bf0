"""Phrases of taking up a position: named by others, taking it, holding it since a date."""

from __future__ import annotations

from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.details import Details
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.drafting import appointed
from pipeline.facts.moves.leaving import gone_elsewhere
from pipeline.facts.moves.memory import NOBODY, Memory, Subject, joined_people, of_marks
from pipeline.facts.moves.named_behind import named_behind, people_behind
from pipeline.facts.moves.old_days import is_old
from pipeline.facts.moves.other_people import names_predecessor
from pipeline.facts.moves.tellings import is_body


def appoint(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "X was appointed"; after "have" somebody appoints X."""
    reading, trigger = clause.reading, clause.trigger
    have = reading.has("context:have", clause.verb, trigger.first)
    be = reading.has("context:be", clause.verb, trigger.first) or reading.has(
        "context:be_past", clause.verb, trigger.first
    )
    if have and not be:
        return appoint_actively(clause, subject, memory)
    marks = people_behind(clause)
    if len(marks) > len(subject.marks) > 0 and all(mark.first >= trigger.last for mark in subject.marks):
        return appointed(memory, clause, of_marks(marks), "appoint")  # "named A to the post of x and B y"
    if subject.names and not (marks and subject.linked and not reading.ends_with("pronoun:subject", clause.verb)):
        return appointed(memory, clause, subject, "appoint")
    return appointed(memory, clause, of_marks(marks), "appoint")


def appoint_actively(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "The group appoints X"."""
    reading = clause.reading
    if subject.names and reading.has("context:be", clause.verb, clause.trigger.first):
        return appointed(memory, clause, subject, "appoint")  # "X has been named chairman and stays on as …"
    marks = people_behind(clause)
    if not marks and reading.lexicon.nouns_are_capital:
        held = "context:predecessor"
        marks = [
            mark
            for mark in clause.persons(clause.left, clause.trigger.first)
            if reading.ends_with(held, reading.title_before(mark.first)) is None
        ][-1:]
    if marks:
        return appointed(memory, clause, of_marks(marks), "appoint_actively", active=True)
    if reading.has("pronoun:object", clause.verb, clause.trigger.first) and memory.topic.names:
        return appointed(memory, clause, memory.topic, "appoint_actively", active=True)
    return []


def take_up(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "X becomes", "X takes the helm"."""
    if _is_auxiliary(clause) or _is_told_in_passing(clause, memory):
        return []
    if not subject.names:
        subject = named_behind(clause)
    drafts = appointed(memory, clause, subject, "take_up")
    gone = gone_elsewhere(clause, subject, memory)
    if not subject.marks or not names_predecessor(clause.reading, subject.marks[0]):
        return gone + drafts
    bodies = clause.reading.lexicon.bodies  # "her predecessor, X, has moved to a tourism board": X has left
    return gone + [draft for draft in drafts if not (draft.role and is_body(draft.role, bodies))]


def _is_told_in_passing(clause: Clause, memory: Memory) -> bool:
    """Whether a participle only describes somebody: "signed by X, arrivé à la tête de Y en 2015".

    Of a name that a preposition takes out of the sentence, or with a year that is over, and no day that is fresh.
    """
    reading, at = clause.reading, clause.trigger.first
    mark = next((one for one in reading.persons if one.last == at - 1), None)
    if (
        mark is None
        or reading.key(at - 1) != ","
        or not reading.key(at).endswith(reading.lexicon.participles or ("~",))
    ):
        return False
    behind = [one for one in reading.dates if at <= one.first <= at + _DESCRIBED and one.value]
    if any(not is_old(one.value or "", memory.view) for one in behind):
        return False
    years = [reading.key(one) for one in range(at, at + _DESCRIBED)]
    over = any(year.isdigit() and len(year) == len("2015") and int(year) < (memory.view.now or 0) for year in years)
    begins = reading.title_before(mark.first)
    if reading.key(begins - 1).endswith("."):
        begins -= 1  # "M."
    return over or reading.ends_with("employer:of", begins) is not None or reading.key(begins - 1) in ("de", "d'", "d’")


_DESCRIBED = 12
"""Words of the description of somebody."""


def _is_auxiliary(clause: Clause) -> bool:
    """Whether "wird" only forms the future of an infinitive that ends the clause: "wird das Amt räumen"."""
    reading, trigger = clause.reading, clause.trigger
    if not any(phrase.kind == "context:future" for phrase in reading.starting(trigger.first)):
        return False
    if trigger.end - trigger.first > 1:
        return False
    bounds = (",", ".", ";", ":", "–")
    end = next((at for at in range(trigger.end, clause.right) if reading.key(at) in bounds), clause.right)
    last = reading.tokens[end - 1]
    if any(phrase.kind == "context:holding" for phrase in reading.starting(end - 1)):
        return False
    return not last.capital and last.key.endswith(("en", "ern", "eln")) and end - trigger.end > 1


def introduce(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "It is X", behind a sentence that speaks of a new holder of a position."""
    if memory.open_post(clause.reading) is None:
        return []
    return appointed(memory, clause, named_behind(clause), "take_up")


def lead_dated(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "Leads": a move where a date says since when, and that is not long ago."""
    dates = [mark.value for mark in clause.dates(0, clause.right) if mark.value and len(mark.value) >= 7]
    if not dates or any(is_old(value, memory.view) for value in dates):
        return []
    behind = not subject.marks or subject.marks[0].first >= clause.trigger.last
    if behind and clause.reading.ends_with("context:relative", clause.verb) is not None:
        return []  # "the board that X chairs": who leads what is named besides
    if not subject.names:
        subject = named_behind(clause)
    return appointed(memory, clause, subject, "be_role")


def at_head(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """No verb, as in a headline: "X at the helm"."""
    if any(other.first < clause.trigger.first for other in clause.reading.triggers):
        return []  # "X replaces Y at the helm": the verb says who takes it
    now = clause.has("context:now", clause.verb, clause.trigger.first)
    start = clause.verb if now else clause.trigger.first
    before = [
        mark
        for mark in clause.persons(clause.left, clause.trigger.first)
        if start - mark.last <= 1
        and not clause.reading.preposition_before(mark.first)
        and not (clause.reading.number > 1 and clause.reading.key(mark.last) == ",")
    ]
    return appointed(memory, clause, Subject((before[-1].name,), (before[-1],)), "at_head") if before else []


def be_role(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "X will be", "X is now", with a position close behind."""
    trigger = clause.trigger
    roles = clause.roles(trigger.last, min(trigger.last + 7, clause.right))
    if not roles and clause.has("context:in_place", 0, clause.right):
        return appointed(memory, clause, named_behind(clause), "be_role")  # "a sostituirlo sarà X"
    if not roles or not subject.names:
        return []
    return appointed(memory, clause, subject, "be_role")


def be_dated(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "Is … director": a move where a date says since when, and that is not long ago."""
    reading, trigger = clause.reading, clause.trigger
    if not subject.names:
        behind = [
            mark
            for mark in clause.persons(trigger.last, trigger.last + 5)
            if not reading.preposition_before(mark.first)
        ]
        subject = joined_people(clause, behind[0], trigger.last, clause.right) if behind else NOBODY
    roles = clause.roles(trigger.last, clause.right)
    dates = [mark for mark in clause.dates(clause.left, clause.right) if mark.value and len(mark.value) >= 7]
    if not subject.names or not roles or not dates or roles[0].head - trigger.last > 9:
        return []
    return appointed(memory, clause, subject, "be_role")


def new_role(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "The new head, X", "X, new head of Y"; in an apposition only where the article opens."""
    reading, trigger = clause.reading, clause.trigger
    role = next(
        (
            mark
            for mark in reading.roles
            if mark.first <= trigger.first < mark.last or 0 <= mark.first - trigger.last <= 1
        ),
        None,
    )
    if role is None:
        return []
    before = [
        mark
        for mark in reading.persons
        if 0 <= trigger.first - mark.last <= 1
        and (
            mark.last == trigger.first
            or reading.key(mark.last) in (",", "(", ":", "–")
            or reading.key(mark.last) in reading.lexicon.articles
        )
    ]
    after = [mark for mark in reading.persons if role.last <= mark.first <= role.last + 6]
    mark = before[-1] if before else after[0] if after else None
    if mark is not None and any(
        other.kind in ("frame:appoint", "frame:appoint_actively") and other.first > trigger.first
        for other in reading.triggers
    ):
        return []  # "two new board members, X and Y, were named …": the verb says to what
    apposed = bool(before) and mark is not None and reading.key(mark.last) == ","
    if mark is None or (apposed and (reading.number > 1 or (reading.number == 1 and mark.first > 2))):
        return []
    return appointed(memory, clause, Subject((mark.name,), (mark,)), "new_role", role=role)


def appointment_of(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "The appointment of X"."""
    marks = people_behind(clause, 8)
    return appointed(memory, clause, of_marks(marks), "appointment_of")


def with_what_follows(clause: Clause, drafted: list[Draft], memory: Memory) -> list[Draft]:
    """The post that comes after the first: "becomes deputy on 1 May, then chief executive on 1 January"."""
    reading = clause.reading
    if len(drafted) != 1 or drafted[0].event != "appointed" or drafted[0].role is None:
        return []
    for phrase in reading.phrases("context:afterwards"):
        article = any(found.kind == "pronoun:article" for found in reading.starting(phrase.last))
        role = next((one for one in reading.roles if one.first - phrase.last in (0, int(article))), None)
        apart = reading.key(phrase.first - 1) == "," or reading.ends_with("context:and", phrase.first) is not None
        if role is None or not apart or not clause.trigger.end <= phrase.first:
            continue
        begins = [one.first for one in reading.triggers] + [one.first for one in reading.persons]
        if any(clause.trigger.end <= at < phrase.first for at in begins):
            continue
        days = [mark.value for mark in reading.dates if role.last <= mark.first <= role.last + _NEAR and mark.value]
        text = reading.text(role.first, role.last)
        return [drafted[0].with_(role=text, date=days[0] if days else None, predecessor=None, additional=True)]
    return []


_NEAR = 4
"""Words between a position and its day."""


def with_the_same_verb(clause: Clause, drafted: list[Draft], memory: Memory) -> list[Draft]:
    """ "A becomes head of x and B head of y": B with the position behind the name, where the verb is not said again."""
    reading = clause.reading
    if len(drafted) != 1 or drafted[0].event != "appointed" or drafted[0].role is None:
        return []
    for mark in clause.persons(clause.trigger.last, len(reading.tokens)):
        at = mark.last + (reading.key(mark.last) in reading.lexicon.articles)
        role = next((one for one in reading.roles if one.first == at), None)
        joined = reading.ends_with("context:and", mark.first) is not None
        if role is None or not joined or mark.name == drafted[0].person:
            continue
        if any(mark.first <= one.first for one in reading.triggers if one.first < role.last):
            continue
        told = Details(clause, (mark,), "appointed", memory.view, active=False)
        memory.view.people.human.add(mark.name)
        return [
            drafted[0].with_(
                person=mark.name, role=told.role_text(role), employer=told.employer(0, role) or drafted[0].employer
            )
        ]
    return []
