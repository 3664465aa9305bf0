"""From a phrase of moving and its people to drafts, where enough speaks for a move."""

from __future__ import annotations

from pipeline.article import MoveEvent
from pipeline.facts.moves.background import certainty_of
from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.details import Details
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.handed_over import what_goes, what_is_led
from pipeline.facts.moves.memory import Memory, Subject
from pipeline.facts.moves.other_people import names_predecessor
from pipeline.facts.moves.post_marks import is_employer_noun
from pipeline.facts.moves.roles import RoleMark

_OF_PEOPLE = frozenset(f"frame:{name}" for name in ("leave", "dismiss", "departure_of", "appoint", "hand_over"))
"""Phrases that with an organization beside them speak of a person, even of one that nothing else shows to be one."""


def appointed(
    memory: Memory,
    clause: Clause,
    subject: Subject,
    frame: str,
    *,
    predecessor: str | None = None,
    role: RoleMark | None = None,
    active: bool = False,
) -> list[Draft]:
    """Drafts of taking up; `active` where the organization is the subject of the phrase."""
    return _draft(memory, "appointed", clause, subject, frame, predecessor=predecessor, role=role, active=active)


def departed(memory: Memory, clause: Clause, subject: Subject, frame: str) -> list[Draft]:
    """Drafts of leaving."""
    return _draft(memory, "departed", clause, subject, frame)


def _draft(
    memory: Memory,
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
        frozenset({number, memory.topic_sentence})
        if subject.linked and memory.topic_sentence >= 0
        else frozenset({number})
    )
    details = Details(clause, subject.marks, event, memory.view, active=active)
    for index, name in enumerate(subject.names):
        written = details.role(index, role)
        employer = details.workplace(index, written)
        held = _held_for(memory, clause, name) if event == "appointed" else None
        post = memory.open_post(clause.reading) if written is None else None
        left = any(draft.person == name and draft.event == "departed" for draft in memory.drafts)
        if event == "appointed" and ((memory.post_left and predecessor is None) or left):
            post = None
        if not _believable(
            memory,
            clause,
            name,
            written is not None or post is not None or details.interim() is not None,
            employer is not None or predecessor is not None or held is not None,
            linked=subject.linked,
            bare=employer is None,
            replaces=predecessor is not None
            or held is not None
            or (event == "appointed" and details.predecessor(name) is not None),
            adjacent=subject.linked
            or any(
                mark.first >= clause.trigger.last or clause.verb - mark.last <= 2
                for mark in subject.marks[index : index + 1]
            ),
        ):
            continue
        memory.view.people.human.add(name)
        if predecessor is not None:
            memory.view.people.human.add(predecessor)
        drafts.append(
            Draft(
                person=name,
                event=event,
                frame=frame,
                sentences=sentences | {memory.post_sentence} if post else sentences,
                role=details.role_text(written) or post,
                field=_field_of_work(clause, event),
                employer=employer,
                employer_stated=employer is not None,
                date=details.date(index),
                interim=details.interim(),
                additional=written is not None and clause.has("context:additional", clause.left, written.last + 1),
                predecessor=(predecessor or details.predecessor(name) or held) if event == "appointed" else None,
                linked=subject.linked,
                certainty=certainty_of(frame, clause, linked=subject.linked),
            )
        )
        for other in details.further_roles(written):
            drafts.append(
                drafts[-1].with_(
                    role=details.role_text(other),
                    employer=details.employer(index, other) or employer,
                    additional=True,
                )
            )
    return drafts


def _field_of_work(clause: Clause, event: MoveEvent) -> str | None:
    """What is entrusted to somebody or led by them, where the clause names no position."""
    if event == "departed":
        return None
    if clause.trigger.kind == "frame:entrust":
        opens = clause.reading.key(0) in clause.reading.lexicon.articles and not clause.left
        field = what_goes(clause.reading, clause.trigger) if opens else None
        return field if field is not None and clause.reading.sentence.text.find(field) <= _ARTICLE else None
    return what_is_led(clause.reading, clause.trigger)


_ARTICLE = len("the ")
"""Characters before what opens a sentence."""


def _where_an_object_stands(clause: Clause) -> range:
    """Right behind the verb; before one that ends its clause, as in German: "…, das Haus im Mai zu verlassen"."""
    reading, trigger = clause.reading, clause.trigger
    last = reading.key(trigger.end) in _CLAUSE_ENDS or reading.ends_with("context:and", trigger.end + 1) is not None
    if not (reading.lexicon.nouns_are_capital and last):
        return range(trigger.last, trigger.last + 3)
    first = next((at for at in range(trigger.first - 1, clause.left, -1) if reading.key(at) == ","), clause.left)
    return range(max(first, trigger.first - _OBJECT), trigger.first)


_CLAUSE_ENDS = frozenset([",", ".", ";", ":", "–", "", "und"])
_OBJECT = 8
"""Words between the object of a German verb and the verb that ends the clause."""


def _leads(clause: Clause) -> bool:
    """Whether the clause says without a position that somebody is to lead: "élue à la tête de", "chosen to run"."""
    kinds = ("frame:at_head", "context:to_lead")
    return any(clause.has(kind, clause.left, clause.right) for kind in kinds)


def _went_on(memory: Memory, number: int, name: str) -> bool:
    """Whether that person leaves in this sentence or the one before, or is replaced there, and goes elsewhere."""
    return any(
        (draft.predecessor == name or (draft.person == name and draft.event == "departed"))
        and number - max(draft.sentences) <= 1
        for draft in memory.drafts
    )


def _leaves_as_told(memory: Memory, number: int, name: str, linked: bool, bare: bool) -> bool:
    """Whether the sentences before tell of the leaving, or of the post that somebody named leaves for.

    "The departure of X. … X, after eight years there, left in June"; "X will succeed Y. She leaves Z for it".
    """
    if linked:
        return not bare and _has_a_new_post(memory, name)
    return any(
        draft.person == name and draft.event == "departed" and number - max(draft.sentences) <= _RETOLD
        for draft in memory.drafts
    )


_RETOLD = 4
"""Sentences within which a leaving may be told once more."""


def _has_a_new_post(memory: Memory, name: str) -> bool:
    """Whether that person has been told to take a position, or somebody's place."""
    return any(
        draft.person == name and draft.event == "appointed" and (draft.role or draft.predecessor)
        for draft in memory.drafts
    )


def _held_for(memory: Memory, clause: Clause, name: str) -> str | None:
    """For an interim head, or who stands "in his place": who left just before."""
    if not clause.has("role:interim", clause.left, clause.right) and not clause.has(
        "context:in_place", 0, clause.right
    ):
        return None
    left = memory.just_left(clause)
    moved_on = memory.topic_moves and memory.topic_sentence == clause.reading.number - 1
    if left is None and moved_on and clause.has("context:in_place", 0, clause.right):
        left = memory.topic.names[0]  # "X joins another company. To succeed him, the board has named Y"
    return left if left != name else None


def _is_replaced_here(memory: Memory, clause: Clause, name: str) -> bool:
    """Whether the sentence names the person as replaced: "Her predecessor, X, has left the plant"."""
    reading = clause.reading
    if any(draft.predecessor == name and max(draft.sentences) == reading.number for draft in memory.drafts):
        return True
    leaves = clause.trigger.kind == "frame:leave"
    return leaves and any(mark.name == name and names_predecessor(reading, mark) for mark in reading.persons)


def _believable(
    memory: Memory,
    clause: Clause,
    name: str,
    has_role: bool,
    has_more: bool,
    *,
    linked: bool,
    bare: bool,
    replaces: bool,
    adjacent: bool,
) -> bool:
    """Whether enough speaks for a move: a name treated as a person's, and more than a weak verb."""
    human = name in memory.view.people.human or any(draft.predecessor == name for draft in memory.drafts)
    reading = clause.reading
    if any(
        phrase.kind == "context:role_only" and phrase.last == clause.trigger.last
        for phrase in reading.starting(clause.trigger.first)
    ):
        return has_role or replaces
    weak = any(
        phrase.kind == "context:weak" and phrase.last == clause.trigger.last and phrase.end == clause.trigger.end
        for phrase in clause.reading.starting(clause.trigger.first)
    )
    retold = False
    if any(
        draft.person == name and draft.event == "appointed" and 0 <= reading.number - max(draft.sentences) <= 2
        for draft in memory.drafts
    ):
        has_more = retold = True
    if clause.trigger.kind == "frame:departure_of" and any(
        draft.event == "appointed" and 0 <= reading.number - max(draft.sentences) <= 2 for draft in memory.drafts
    ):
        has_more = True  # somebody has just been said to arrive: "fait suite au départ de X"
    if _is_replaced_here(memory, clause, name):
        has_more = True
    if weak and not has_more and not linked and reading.ends_with("context:relative", clause.verb) is None:
        has_more = any(
            is_employer_noun(reading.key(at), reading.lexicon) or reading.key(at) in reading.lexicon.post_nouns
            for at in _where_an_object_stands(clause)
        )
    if not human and weak and not adjacent:
        return False
    if clause.trigger.kind == "frame:appoint" and reading.key(clause.trigger.end) == ":":
        return True  # "Ont été élus : X, Y et Z"
    if not human and clause.trigger.kind.startswith("frame:appoint") and has_more and _leads(clause):
        return True
    if not human:  # things are appointed and replaced, but seldom leave or are dismissed
        return has_role or (has_more and clause.trigger.kind in _OF_PEOPLE)
    if weak and clause.trigger.kind in ("frame:appoint", "frame:appoint_actively"):
        return has_role or (replaces and human) or (human and _leads(clause)) or (retold and linked)
    if weak and clause.trigger.kind == "frame:leave" and _leaves_as_told(memory, reading.number, name, linked, bare):
        return True
    if weak:
        went_on = _went_on(memory, reading.number, name) and not bare
        return has_role or (retold and bare) or (has_more and human and (not linked or replaces or went_on))
    return has_role or has_more or human
