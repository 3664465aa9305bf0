"""Who a phrase of moving speaks of: the person before it, behind it, or one named in the sentences before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.memory import NOBODY, Memory, Subject
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading

_OBJECT_FRAMES = frozenset(
    f"frame:{name}"
    for name in (
        "appoint_actively",
        "dismiss_actively",
        "appointment_of",
        "departure_of",
        "entrust",
        "own_departure",
    )
)
"""Phrases in which the person who moves is not the subject."""


def find_subject(clause: Clause, before: Sequence[tuple[Clause, Subject]], memory: Memory) -> Subject:
    """The people who are the subject of a phrase; `before` are those of the phrases before it in the sentence."""
    return (
        _of_two(clause, memory)
        or _inverted(clause)
        or _named_before(clause, before, memory)
        or _standing_in(clause, before, memory)
    )


def _inverted(clause: Clause) -> Subject | None:
    """Who replaces somebody, named behind the verb where the other is a pronoun before it: "y le reemplaza X"."""
    reading, trigger = clause.reading, clause.trigger
    if trigger.kind != "frame:succeed" or not reading.has("pronoun:object", clause.verb, trigger.first):
        return None
    if reading.ends_with("context:inverting", clause.verb) is not None:
        return (
            joined_people(clause, named[0], trigger.last, clause.right)
            if (named := clause.persons(trigger.last, clause.right))
            else NOBODY
        )
    if not reading.lexicon.drops_pronouns:
        return None
    behind = [mark for mark in reading.persons if reading.title_before(mark.first) == trigger.last]
    return joined_people(clause, behind[0], trigger.last, clause.right) if behind else None


def _named_before(clause: Clause, before: Sequence[tuple[Clause, Subject]], memory: Memory) -> Subject | None:
    """A name or a pronoun before the verb; null where there is none."""
    reading, verb = clause.reading, clause.verb
    named = [mark for mark in reading.persons if mark.last <= verb]
    if named and reading.key(named[-1].last) == ":" and clause.has("pronoun:possessive", named[-1].last, verb):
        return NOBODY  # "X: her assistant leaves"
    if reading.ends_with("context:relative", verb) is not None and named:
        return joined_people(clause, named[-1], 0, verb)
    if reading.lexicon.nouns_are_capital:
        described = [
            mark
            for mark in named
            if mark.last < verb and (_opens_relative(clause, mark.last) or _opens_relative(clause, mark.last + 1))
        ]
        if described and described[-1] is named[-1]:
            return joined_people(clause, described[-1], 0, described[-1].last)
    if named and _is_chosen_for(clause, named):
        return Subject((named[-1].name,), (named[-1],))
    if named and named[-1].last == verb - 1 and _is_participle(clause):
        return joined_people(clause, named[-1], clause.left, verb)
    bare = clause.trigger.kind == "frame:succeeded_by" and clause.verb == clause.trigger.first
    if named and bare and reading.key(verb - 1) == ",":
        return Subject((named[-1].name,), (named[-1],))  # "le départ de X, directrice marketing, remplacée par Y"
    if _is_joined(clause) and before and before[-1][1].names and before[-1][0].trigger.kind not in _OBJECT_FRAMES:
        return before[-1][1]
    return _subject_before(clause, named, before, memory)


def _is_chosen_for(clause: Clause, named: list[PersonMark]) -> bool:
    """Whether a name behind a preposition is of who is to take somebody's place: "mise sur X pour remplacer Y"."""
    reading = clause.reading
    if clause.trigger.kind != "frame:succeed" or not reading.preposition_before(named[-1].first):
        return False
    if not clause.has("context:purpose", max(clause.verb - 1, named[-1].last), clause.trigger.first):
        return False
    return all(reading.preposition_before(mark.first) for mark in named)


def _subject_before(
    clause: Clause, named: list[PersonMark], before: Sequence[tuple[Clause, Subject]], memory: Memory
) -> Subject | None:
    """A name in the nominative, an apposition or a pronoun before the verb."""
    reading, verb = clause.reading, clause.verb
    persons = [mark for mark in named if mark.first >= clause.left]
    nominative = [mark for mark in persons if not reading.preposition_before(mark.first)]
    if reading.key(verb - 1) == ",":
        apposed = [
            mark
            for mark in named
            if reading.key(mark.last) in (",", "(") and not _goes_with_a_preposition(clause, mark)
        ]
        listed = _listed_before(clause, apposed[-1]) if apposed else None
        if listed:
            return listed
        if apposed:
            own = [mark for mark in apposed if mark in persons]
            chosen = own[0] if own and not _starts_anew(clause, own) else apposed[-1]
            return joined_people(clause, chosen, clause.left if own else 0, verb)
    if reading.ends_with("pronoun:latter", verb) is not None:
        return memory.latter(reading)
    if reading.ends_with("pronoun:subject", verb) is not None:
        described = _described_before(clause, named)
        if described is not None:
            return Subject((described.name,))
        first = next((mark for mark in named if not reading.preposition_before(mark.first)), None)
        if first is not None and not before:
            return Subject((first.name,))
        return memory.pronoun(reading, before)
    if nominative:
        listed = _listed_before(clause, nominative[-1])
        return listed or joined_people(clause, nominative[-1], clause.left, verb)
    if persons and verb - persons[-1].last <= 1 and clause.trigger.kind == "frame:appoint":
        return joined_people(clause, persons[-1], clause.left, verb)  # "c'est au tour de X d'être nommé"
    if clause.has("pronoun:subject", clause.left, verb):
        return memory.pronoun(reading, before)
    return None


def _standing_in(clause: Clause, before: Sequence[tuple[Clause, Subject]], memory: Memory) -> Subject:
    """Who is named behind the verb, or is meant by a noun or by no word at all."""
    reading, verb = clause.reading, clause.verb
    if clause.trigger.kind in ("frame:succeed", "frame:succeeded_by") and _is_description(clause, memory):
        return memory.pronoun(reading)
    reach = 7 if clause.has("pronoun:object", verb, clause.trigger.first) else 1
    behind = [
        mark
        for mark in reading.persons
        if (
            clause.trigger.last <= mark.first <= clause.trigger.last + reach
            or (reading.lexicon.drops_pronouns and reading.title_before(mark.first) == clause.trigger.last)
        )
        and mark.first < clause.right
        and not _does_it(clause, mark)
    ]
    fronted = _behind_an_opening_verb(clause)
    if not behind and fronted is not None and clause.trigger.kind not in _OBJECT_FRAMES:
        return fronted
    chained = bool(before) and verb - before[-1][0].trigger.last <= 2  # "has chosen to leave", "wird Nachfolger von"
    if chained and clause.trigger.kind == "frame:succeed" and before[-1][1].names and reading.lexicon.nouns_are_capital:
        return before[-1][1]
    unnamed = (  # "Sustituye a X", "Sostituisce X": X is who goes
        clause.trigger.kind == "frame:succeed"
        and reading.lexicon.drops_pronouns
        and not reading.has("pronoun:object", verb, clause.trigger.first)
        and len(clause.persons(clause.trigger.last, clause.right)) == 1
    )
    if chained_by_purpose(clause, before):
        return before[-1][1]
    if behind and not unnamed and clause.trigger.kind not in _OBJECT_FRAMES:
        return joined_people(clause, behind[0], clause.trigger.last, clause.right)
    if before and (_is_joined(clause) or chained) and before[-1][1].names:
        return before[-1][1]
    apposed = [mark for mark in clause.persons(clause.left, verb) if reading.key(mark.last) == ","]
    if apposed and before and verb - apposed[-1].last <= 6:  # "… à X, parti en mars prendre les rênes de Y"
        return joined_people(clause, apposed[-1], clause.left, verb)
    if _is_description(clause, memory):
        return memory.pronoun(reading)
    if reading.lexicon.drops_pronouns and _has_no_subject(clause):
        return memory.pronoun(reading, before)
    return NOBODY


def _behind_an_opening_verb(clause: Clause) -> Subject | None:
    """Who is named behind a verb that opens its clause, and its object: "Lascia invece il consiglio X".

    In German behind the position that stands before the verb: "Den Vorsitz übernimmt kommissarisch Finanzchefin X".
    """
    reading, trigger = clause.reading, clause.trigger
    if clause.persons(clause.left, clause.verb):
        return None
    if reading.lexicon.nouns_are_capital:
        posts = [mark for mark in clause.roles(clause.left, clause.verb) if mark.first <= clause.left + 1]
        opens = bool(posts) and trigger.kind == "frame:take_up"
    else:
        opens = reading.lexicon.drops_pronouns and clause.verb - clause.left <= 1
    if not opens or trigger.kind not in ("frame:take_up", "frame:leave"):
        return None
    behind = clause.persons(trigger.last, clause.right)
    near = [mark for mark in behind if not reading.preposition_before(mark.first)]
    if not near or near[0] is not behind[0] or near[0].first > trigger.end + _REACH:
        return None
    return joined_people(clause, near[0], trigger.last, clause.right)


_REACH = 6
"""Words of an object, an adverb and a title between a verb and its subject behind it."""


def chained_by_purpose(clause: Clause, before: Sequence[tuple[Clause, Subject]]) -> bool:
    """Whether the phrase says what somebody was chosen for: "was chosen by the owners to replace X"."""
    if not before or clause.trigger.kind != "frame:succeed" or before[-1][0].trigger.kind != "frame:appoint":
        return False
    told, subject = before[-1]
    purpose = clause.has("context:purpose", max(clause.verb - 1, told.trigger.last), clause.trigger.first)
    return purpose and bool(subject.names) and not clause.persons(told.trigger.last, clause.verb)


def _is_participle(clause: Clause) -> bool:
    """Whether the phrase follows a name and a comma without an auxiliary: "…, X, promu directeur"."""
    kinds = ("frame:appoint", "frame:leave", "frame:dismiss")
    reading, trigger = clause.reading, clause.trigger
    return (
        trigger.kind in kinds
        and clause.verb == trigger.first
        and reading.key(clause.verb - 1) == ","
        and not reading.key(trigger.first).endswith(reading.lexicon.gerunds)
        and (len(clause.persons(0, clause.verb)) > 1 or _is_behind_a_preposition(clause))
        and not clause.persons(trigger.last, clause.right)
    )


def _is_behind_a_preposition(clause: Clause) -> bool:
    """Whether the one named last before the verb is not the subject of the sentence: "replaces X, now retired"."""
    named = [mark for mark in clause.reading.persons if mark.last <= clause.verb]
    return bool(named) and clause.reading.preposition_before(named[-1].first)


def _is_joined(clause: Clause) -> bool:
    return clause.reading.ends_with("context:and", clause.verb) is not None


def _described_before(clause: Clause, named: list[PersonMark]) -> PersonMark | None:
    """Who is described by the relative clause that the pronoun stands in: "X, who said that he would be leaving"."""
    if not named:
        return None
    last = named[-1].last
    at = last + (clause.reading.key(last) == ",")
    return named[-1] if any(phrase.kind == "context:relative" for phrase in clause.reading.starting(at)) else None


def _starts_anew(clause: Clause, marks: list[PersonMark]) -> bool:
    """Whether another clause begins between the first and the last of them: "named A, …, while B, …, was promoted"."""
    first, last = marks[0].last, marks[-1].first
    return any(clause.has(kind, first, last) for kind in ("context:and", "context:break"))


def _goes_with_a_preposition(clause: Clause, mark: PersonMark) -> bool:
    """Whether a preposition stands before the name or before the list that it ends: "with A, head of x, and B"."""
    if clause.reading.preposition_before(mark.first):
        return True
    listed = _listed_before(clause, mark)
    return listed is not None and clause.reading.preposition_before(listed.marks[0].first)


def _listed_before(clause: Clause, last: PersonMark) -> Subject | None:
    """A list of people, each with a position behind the name: "A, head of x; B, head of y, and C, head of z, left"."""
    reading = clause.reading
    group = [last]
    for other in reversed([mark for mark in reading.persons if mark.last <= last.first]):
        between = range(other.last, group[0].first)
        described = any(role.first in between for role in reading.roles)
        if reading.ends_with("context:predecessor", reading.title_before(other.first)) is not None:
            break  # "succeeding A, and head of sales B was named …"
        if not described or reading.key(other.last) != "," or not all(_is_in_a_list(reading, at) for at in between):
            break
        group.insert(0, other)
    joined = len(group) > 1 and reading.has("context:and", group[-2].last, last.first)
    return Subject(tuple(one.name for one in group), tuple(group)) if joined else None


def _is_in_a_list(reading: Reading, at: int) -> bool:
    """Whether a word may stand between two people of a list."""
    marks = [
        *((mark.first, mark.last) for mark in reading.roles),
        *((one.first, one.last) for one in reading.employers),
    ]
    if any(first <= at < last for first, last in marks) or reading.key(at) in (",", ";", "-"):
        return True
    kinds = ("context:and", "employer:prepositions", "pronoun:article")
    return any(found.kind in kinds for found in reading.starting(at)) or reading.ends_with(kinds[1], at + 1) is not None


def joined_people(clause: Clause, mark: PersonMark, first: int, last: int) -> Subject:
    """The person with those joined to the name by "and"."""
    group = clause.joined(mark, first, last)
    return Subject(tuple(one.name for one in group), tuple(group))


def named_behind(clause: Clause) -> Subject:
    """Who is named behind the verb: straight after it, or behind a colon that announces the name."""
    reading, last = clause.reading, clause.trigger.last
    colon = next((at for at in range(clause.trigger.end, len(reading.tokens)) if reading.key(at) == ":"), None)
    for mark in reading.persons:
        near = last <= mark.first <= last + 6 and mark.first < clause.right
        if (near and not reading.preposition_before(mark.first)) or (
            colon is not None and colon < mark.first <= colon + 3
        ):
            listed = people_behind(replace(clause, right=len(reading.tokens)))
            if len(listed) > 1 and listed[0] == mark:
                return Subject(tuple(one.name for one in listed), tuple(listed))
            return joined_people(clause, mark, last, len(reading.tokens))
    return NOBODY


def people_behind(clause: Clause, reach: int = 40, *, asides: bool = False) -> list[PersonMark]:
    """The people behind the phrase, with those joined to the first, each with a position of their own or without.

    `asides` takes in those behind "following the resignation of", "reporting to".
    """
    persons = [
        mark
        for mark in clause.persons(clause.trigger.last, clause.right)
        if (asides or not _is_aside(clause, mark)) and not _does_it(clause, mark)
    ]
    if not persons or persons[0].first > clause.trigger.end + reach:
        return []
    group = [persons[0]]
    for mark in persons[1:]:
        start = group[-1].last
        if not (clause.has("context:and", start, mark.first) or _in_brackets(clause, start, mark.first)):
            break
        group.append(mark)
    return group


def _does_it(clause: Clause, mark: PersonMark) -> bool:
    """Whether the name stands right behind the phrase and "by": "dismissed by X, the director …"."""
    by = clause.reading.ends_with("employer:agent", clause.reading.title_before(mark.first))
    return by == clause.trigger.end and clause.trigger.kind in ("frame:appoint", "frame:dismiss")


def _opens_relative(clause: Clause, at: int) -> bool:
    """Whether a comma and a relative pronoun stand there, in whose clause the verb comes last."""
    reading = clause.reading
    return reading.key(at) == "," and any(phrase.kind == "context:relative" for phrase in reading.starting(at + 1))


def _in_brackets(clause: Clause, first: int, last: int) -> bool:
    """Whether between two names stand only brackets and a comma, as in lists: "X (finance), Y (sales)"."""
    keys = [clause.reading.key(at) for at in range(first, last)]
    return len(keys) > 2 and keys[0] == "(" and keys[-2:] == [")", ","]


def receivers(clause: Clause) -> list[PersonMark]:
    """The people to whom something is handed or by whom it is done."""
    reading = clause.reading
    last = clause.trigger.last
    fronted = any(one.kind == "context:relative" for one in reading.starting(clause.verb))  # "C'est à X que revient …"
    first = clause.left if reading.lexicon.nouns_are_capital or fronted else last - 1
    return [
        mark
        for mark in clause.persons(first, clause.right)
        if reading.ends_with("context:to", reading.title_before(mark.first)) is not None
        or reading.title_before(mark.first) == last
    ]


def _has_no_subject(clause: Clause) -> bool:
    """Whether nothing before the verb can be its subject: it opens its clause, but for a date."""
    reading, at = clause.reading, clause.verb
    while at > clause.left:
        date = next((mark for mark in reading.dates if mark.last == at), None)
        if date is not None:
            at = date.first
        elif reading.key(at - 1) in (",", ":", "«") or reading.ends_with("context:and", at) is not None:
            return True
        elif (
            reading.ends_with("employer:prepositions", at) is not None
            or reading.ends_with("context:prepositions", at) is not None
        ):
            at -= 1
        else:
            opening = reading.tokens[clause.left : clause.verb]
            preposed = reading.has("context:prepositions", clause.left, clause.left + 1)
            return preposed and len(opening) <= 5 and not any(token.capital for token in opening[1:])
    return True


def _is_description(clause: Clause, memory: Memory) -> bool:
    """Whether the subject is a noun with an article that may stand for the person: "l'Allemande", "the Frenchman"."""
    reading = clause.reading
    if clause.left or clause.persons(0, clause.verb):
        return False
    if not memory.topic_moves and not _is_position(clause, memory):
        return False
    if _is_position(clause, memory) and reading.ends_with("pronoun:article", 1) is not None:
        return True
    former = reading.has("context:old_role", 0, 3)
    if not former and any(not mark.preposed for mark in clause.employers(0, clause.verb)):
        return False
    for phrase in reading.phrases("pronoun:article"):
        noun = reading.key(phrase.last)
        if phrase.first and reading.key(phrase.first - 1) not in (",", "»", "-", "–"):
            continue
        long = former or "," in (token.key for token in reading.tokens[: clause.verb])
        long = long or (clause.trigger.kind == "frame:succeed" and _has_just_moved(clause, memory))
        if phrase.last < clause.verb <= phrase.last + (9 if long else 4):
            return noun not in reading.lexicon.collective_nouns and noun not in reading.lexicon.employer_nouns
    return False


def _has_just_moved(clause: Clause, memory: Memory) -> bool:
    return memory.topic_sentence == clause.reading.number - 1 > 0


def _is_position(clause: Clause, memory: Memory) -> bool:
    """Whether the subject is a position with an article, right behind the sentence that names its holder."""
    near = _has_just_moved(clause, memory)
    return near and any(role.first <= _OPENING and role.last <= clause.verb for role in clause.reading.roles)


_OPENING = 3
"""Words of a sentence within which its subject begins: "The X manufacturing director"."""


def _of_two(clause: Clause, memory: Memory) -> Subject | None:
    """ "The former", "the latter": one of the two whom the last sentence names."""
    if len(memory.pair) < 2:
        return None
    if clause.has("context:former_of_two", clause.left, clause.verb):
        return Subject((memory.pair[0],), linked=True)
    if clause.has("context:latter_of_two", clause.left, clause.verb):
        return Subject((memory.pair[1],), linked=True)
    return None


def _is_aside(clause: Clause, mark: PersonMark) -> bool:
    reading = clause.reading
    at = reading.title_before(mark.first)
    return (
        reading.ends_with("context:aside", at) is not None or reading.ends_with("context:predecessor", at) is not None
    )
