"""Reads the sentences of an article in order and drafts the moves they tell."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.facts.moves import counterparts, leaving, succession, taking_up
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.background import is_background
from pipeline.facts.moves.clause import Clause, clauses
from pipeline.facts.moves.days_of_others import is_on_another_change
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.listing import Listing
from pipeline.facts.moves.memory import Memory, Subject
from pipeline.facts.moves.old_days import is_old, is_old_by_its_opening
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.roles import RoleMark
from pipeline.facts.moves.several_posts import with_posts_besides
from pipeline.facts.moves.subjects import find_subject, takes_a_position
from pipeline.languages.united import united

_FRAMES: dict[str, Callable[[Clause, Subject, Memory], list[Draft]]] = {
    "frame:appoint": taking_up.appoint,
    "frame:appoint_actively": taking_up.appoint_actively,
    "frame:take_up": taking_up.take_up,
    "frame:introduce": taking_up.introduce,
    "frame:lead_dated": taking_up.lead_dated,
    "frame:at_head": taking_up.at_head,
    "frame:be_role": taking_up.be_role,
    "frame:be_dated": taking_up.be_dated,
    "frame:new_role": taking_up.new_role,
    "frame:appointment_of": taking_up.appointment_of,
    "frame:succeed": succession.succeed,
    "frame:succeeded_by": succession.succeeded_by,
    "frame:hand_over": succession.hand_over,
    "frame:entrust": succession.entrust,
    "frame:leave": leaving.leave,
    "frame:dismiss": leaving.dismiss,
    "frame:dismiss_actively": leaving.dismiss_actively,
    "frame:departure_of": leaving.departure_of,
    "frame:outgoing": leaving.outgoing,
    "frame:own_departure": leaving.own_departure,
}
"""How each kind of phrase is read; the kinds are the keys of the table `frames` of a vocabulary."""

_MOST_DRAFTS = 300
"""No article tells more; putting drafts together takes time with their square."""


def tell(view: ArticleView, *, about_moves: bool = False) -> list[Draft]:
    """Every draft of every sentence, in order."""
    memory = Memory(view)
    listing = Listing(view, about_moves)
    for reading in view.readings:
        if len(memory.drafts) >= _MOST_DRAFTS:
            break
        if not _is_obituary(reading, view):
            listed = listing.entry(reading)
            if listed is not None:
                memory.drafts.append(listed)
                if about_moves and len({mark.name for mark in reading.persons}) > 1:
                    _read(reading, memory)  # "– X, director, in place of Y, who retires"
                memory.follow(reading, (listed.person,))
            else:
                told = len(memory.drafts)
                _read(reading, memory)
                if told == len(memory.drafts):
                    memory.drafts += listing.in_brackets(reading)
                listing.follow(reading)
        memory.recent += [(mark.name, reading.number) for mark in reading.persons]
    return memory.drafts


def _is_obituary(reading: Reading, view: ArticleView) -> bool:
    """Whether the sentence tells that somebody died, and not only of whom somebody else takes the place."""
    deaths = reading.phrases("context:obituary")
    if not deaths:
        return False
    death = deaths[0].first
    told = [
        clause
        for clause in clauses(reading)
        if clause.trigger.kind in _ARRIVALS and clause.trigger.last <= death and not is_background(clause, view)
    ]
    aside = reading.key(death - 1) == "," or reading.ends_with("context:relative", death) is not None
    return not (told and aside)


_ARRIVALS = frozenset(
    f"frame:{name}" for name in ("appoint", "appoint_actively", "take_up", "succeed", "be_role", "appointment_of")
)


def _read(reading: Reading, memory: Memory) -> None:
    subjects: list[tuple[Clause, Subject]] = []
    told: tuple[str, ...] = ()
    begun = len(memory.drafts)
    for clause in clauses(reading):
        subject = find_subject(clause, subjects, memory)
        subjects.append((clause, subject))
        if (
            is_background(clause, memory.view)
            or _goes_on_leaving(clause, subjects)
            or _shares_an_old_day(clause, memory)
        ):
            continue
        drafted = _FRAMES[clause.trigger.kind](clause, subject, memory)
        memory.drafts += drafted
        memory.drafts += taking_up.with_the_same_verb(clause, drafted, memory)
        memory.drafts += taking_up.with_what_follows(clause, drafted, memory)
        memory.drafts += with_posts_besides(clause, drafted, memory)
        if drafted and not told:
            moving = {name for draft in drafted for name in (draft.person, draft.predecessor)}
            told = subject.names[:1] if moving.intersection(subject.names[:1]) else (drafted[0].person,)
    arrived = [draft.person for draft in memory.drafts[begun:] if draft.event == "appointed"]
    memory.follow(reading, told, tuple(dict.fromkeys(arrived)))
    if not reading.persons and len(memory.drafts) == begun:
        _note_post(reading, memory)
    counterparts.name_successor(reading, memory)
    counterparts.name_predecessor(reading, memory)
    counterparts.name_former_holder(reading, memory)
    if reading.has("context:appointment_noun", 0, 2):
        counterparts.follow_departure(reading, memory)
    if not reading.persons and (reading.has("context:takes_effect") or reading.has("context:all_take_effect")):
        _take_effect(reading, memory)
    if reading.has("context:last_day"):
        _end(reading, memory)


def _shares_an_old_day(clause: Clause, memory: Memory) -> bool:
    """Whether an old day opens the sentence, for this phrase as for the one it is joined to by "and" alone.

    "In 2014 X left A and was replaced by Y".
    """
    reading = clause.reading
    if not clause.is_joined or clause.dates(clause.trigger.first, clause.right):
        return False
    before = [one for one in clauses(reading) if one.trigger.end <= clause.trigger.first]
    return bool(before) and is_old_by_its_opening(before[-1], memory.view)


def _goes_on_leaving(clause: Clause, subjects: list[tuple[Clause, Subject]]) -> bool:
    """Whether the phrase only says what somebody leaves for: "left in January to run a start-up"."""
    leaves = any(before.trigger.kind == "frame:leave" for before, _ in subjects[:-1])
    if takes_a_position(clause):
        return False
    return leaves and any(
        phrase.kind == "context:destination" and phrase.first == clause.trigger.first
        for phrase in clause.reading.starting(clause.trigger.first)
    )


def _note_post(reading: Reading, memory: Memory) -> None:
    """Remember the position of a sentence that names nobody: "X parts with its finance director."."""
    if reading.has("context:past") or reading.has("context:before_now"):
        return
    announced = reading.has("context:opens_post", 0, 1)
    if memory.topic_moves and memory.topic_sentence == reading.number - 1 and not announced:
        return  # "The manager leaves": the position stands for the person just named
    for role in reading.roles:
        if reading.ends_with("context:old_role", role.first) is not None:
            continue
        office = role.last - role.head > 1 and reading.key(role.head) in reading.lexicon.offices
        counted = any(one.kind == "frame:take_up" and one.first == role.last for one in reading.triggers)
        if not (office or counted) and (  # "Four directors join the board": whoever the next sentence names
            reading.key(role.head) in reading.lexicon.bodies
            or reading.key(role.head) in reading.lexicon.collective_nouns
        ):
            continue
        ends = next((one.last for one in reading.employers if 0 <= one.first - role.last <= _OF), role.last)
        moves = any(one.trigger.first <= ends and not is_background(one, memory.view) for one in clauses(reading))
        announced = reading.has("context:opens_post", 0, role.first + 1)
        acts = [one for one in reading.triggers if role.last <= one.first]
        holder = any(one.kind != "frame:take_up" for one in acts) and not any(
            reading.key(at) in reading.lexicon.new_words for at in range(role.first, role.head)
        )  # "The chairman resigns", not "Four directors join the board"
        if moves or announced:
            post = reading.text(_without_new(reading, role), role.last)
            told = memory.post is not None and reading.number - memory.post_sentence == 1
            memory.post_left = holder
            memory.post = memory.post if told and post.lower() in reading.lexicon.vague_roles else post
            memory.post_sentence = reading.number
            return


_OF = 1
"""Words between a position and its organization: "the chairman of X resigns"."""


def _without_new(reading: Reading, role: RoleMark) -> int:
    first = role.first
    while first < role.head and reading.key(first) in reading.lexicon.new_words:
        first += 1
    return first


def _take_effect(reading: Reading, memory: Memory) -> None:
    """A sentence that says only when: "The appointment takes effect on 1 May"."""
    signs = (*reading.phrases("context:takes_effect"), *reading.phrases("context:all_take_effect"))
    dates = [
        mark.value
        for mark in reading.dates
        if mark.value
        and not is_old(mark.value, memory.view)
        and any(mark.first - one.last <= _NEAR and one.first - mark.last <= _NEAR for one in signs)
    ]
    if not dates or not memory.drafts or is_on_another_change(reading):
        return
    last = memory.drafts[-1]
    own = reading.has("pronoun:possessive", 0, 2) and memory.topic.names
    arrived = [draft.person for draft in memory.drafts if draft.event == "appointed"]
    people = set(memory.topic.names[:1]) if own else set()
    if own and arrived and not people.intersection(arrived):
        people = {arrived[-1]}
    if own and len(memory.topic_names) > 1 and reading.has("pronoun:theirs", 0, 2):
        people = set(memory.topic_names)
    people = (
        people
        or {
            name
            for draft in memory.drafts
            if reading.number - max(draft.sentences) <= 2
            for name in (draft.person, draft.predecessor if draft.frame == "hand_over" else None)
            if name
        }
        or {memory.drafts[0].person}
    )
    if last.frame == "listed" and last.person in people:
        people = {draft.person for draft in memory.drafts if draft.frame == "listed"}
    if reading.has("context:all_take_effect"):
        people = {draft.person for draft in memory.drafts if reading.number - max(draft.sentences) <= _FAR_BACK}
    both = reading.has("context:all_take_effect") or any(
        one.first < _OPENING and reading.key(one.last) not in _OF_WHAT for one in reading.phrases("context:change")
    )
    memory.drafts = [
        draft.with_(date=dates[0], sentences=draft.sentences | {reading.number})
        if draft.person in people
        and draft.date is None
        and (draft.event == "appointed" or draft.frame == "hand_over" or both)
        else draft
        for draft in memory.drafts
    ]


_OF_WHAT = frozenset(united("moves_words", "names", "behind_a_change"))
_OPENING = 2
"""Words of a sentence within which its subject begins."""
_NEAR = 12
"""Words between what takes effect and the day on which it does."""
_FAR_BACK = 6
"""Sentences between a move and the sentence that says when all of them take effect."""


def _end(reading: Reading, memory: Memory) -> None:
    """A sentence that says when somebody goes: "Her last day is May 3"."""
    dates = [mark.value for mark in reading.dates if mark.value]
    who = reading.persons[0].name if reading.persons else memory.topic.names[0] if memory.topic.names else None
    if not dates or who is None:
        return
    memory.drafts = [
        draft.with_(date=dates[0], sentences=draft.sentences | {reading.number})
        if draft.person == who and draft.event == "departed" and draft.date is None
        else draft
        for draft in memory.drafts
    ]
