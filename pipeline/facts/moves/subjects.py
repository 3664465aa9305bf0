"""Who a phrase of moving speaks of: the person before it, behind it, or one named in the sentences before."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.memory import NOBODY, Memory, Subject, joined_people
from pipeline.facts.moves.named_before import named_before
from pipeline.facts.moves.named_behind import inverted_subject, is_agent, subject_behind_an_opening_verb
from pipeline.facts.moves.post_marks import is_employer_noun


def find_subject(clause: Clause, before: Sequence[tuple[Clause, Subject]], memory: Memory) -> Subject:
    """The people who are the subject of a phrase; `before` are those of the phrases before it in the sentence."""
    return (
        _of_two(clause, memory)
        or inverted_subject(clause)
        or named_before(clause, before, memory)
        or _standing_in(clause, before, memory)
    )


def _of_two(clause: Clause, memory: Memory) -> Subject | None:
    """ "The former", "the latter": one of the two whom the last sentence names."""
    if len(memory.pair) < 2:
        return None
    if clause.has("context:former_of_two", clause.left, clause.verb):
        return Subject((memory.pair[0],), linked=True)
    if clause.has("context:latter_of_two", clause.left, clause.verb):
        return Subject((memory.pair[1],), linked=True)
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
        and not is_agent(clause, mark)
        and not (clause.trigger.kind in _IN_THE_NOMINATIVE and reading.preposition_before(mark.first))
    ]
    fronted = subject_behind_an_opening_verb(clause)
    if not behind and fronted is not None and not clause.moves_its_object:
        return fronted
    chained = bool(before) and verb - before[-1][0].trigger.last <= 2  # "has chosen to leave", "wird Nachfolger von"
    if chained and clause.trigger.kind == "frame:succeed" and before[-1][1].names and reading.lexicon.nouns_are_capital:
        return before[-1][1]
    unnamed = (  # "Sustituye a X", "Sostituisce X": X is who goes
        clause.trigger.kind == "frame:succeed"
        and reading.lexicon.drops_pronouns
        and not reading.has("pronoun:object", verb, clause.trigger.first)
        and not clause.has("pronoun:possessive", clause.trigger.first, clause.trigger.end)  # "su puesto lo ocupa X"
        and len(clause.persons(clause.trigger.last, clause.right)) == 1
    )
    if _is_chained_by_purpose(clause, before) or _is_left_for(clause, before):
        return before[-1][1]
    if behind and not unnamed and not clause.moves_its_object:
        return joined_people(clause, behind[0], clause.trigger.last, clause.right)
    if before and (clause.is_joined or chained) and before[-1][1].names:
        return before[-1][1]
    apposed = [mark for mark in clause.persons(clause.left, verb) if reading.key(mark.last) == ","]
    if apposed and before and verb - apposed[-1].last <= 6:  # "… à X, parti en mars prendre les rênes de Y"
        return joined_people(clause, apposed[-1], clause.left, verb)
    if _is_description(clause, memory):
        return memory.pronoun(reading)
    if reading.lexicon.drops_pronouns and reading.key(verb - 1) == ":":
        named = [mark for mark in reading.persons if mark.last < verb]
        if len({mark.name for mark in named}) == 1:
            return Subject((named[0].name,), (named[0],))  # "Ascenso para X: dirigirá la planta"
    if reading.lexicon.drops_pronouns and _has_no_subject(clause):
        return memory.pronoun(reading, before)
    return NOBODY


_IN_THE_NOMINATIVE = ("frame:leave", "frame:hand_over")
"""Phrases behind which a name with a preposition is that of a receiver: "leaves the chair to X"."""


def _is_chained_by_purpose(clause: Clause, before: Sequence[tuple[Clause, Subject]]) -> bool:
    """Whether the phrase says what somebody was chosen for: "was chosen by the owners to replace X"."""
    if not before or clause.trigger.kind != "frame:succeed" or before[-1][0].trigger.kind != "frame:appoint":
        return False
    told, subject = before[-1]
    purpose = clause.has("context:purpose", max(clause.verb - 1, told.trigger.last), clause.trigger.first)
    return purpose and bool(subject.names) and not clause.persons(told.trigger.last, clause.verb)


def _is_left_for(clause: Clause, before: Sequence[tuple[Clause, Subject]]) -> bool:
    """Whether the phrase says with a position what somebody leaves for: "quitte la filiale pour devenir directeur"."""
    if not before or clause.trigger.kind != "frame:take_up" or before[-1][0].trigger.kind != "frame:leave":
        return False
    told, trigger = before[-1][0].trigger, clause.trigger
    goes = any(told.last <= one.first <= trigger.first for one in clause.reading.phrases("context:destination"))
    between = clause.persons(told.last, trigger.last)
    return goes and bool(before[-1][1].names) and not between and takes_a_position(clause)


def takes_a_position(clause: Clause) -> bool:
    """Whether a position stands right behind the phrase, with an article or without."""
    last = clause.trigger.last
    return any(last <= role.first <= last + _ARTICLE for role in clause.reading.roles)


_ARTICLE = 1


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
    if _is_enclosed_description(clause, memory):
        return True
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
        succeeds = clause.trigger.kind == "frame:succeed" and _has_just_moved(clause, memory)
        reach = _REACH_OF_WHO_SUCCEEDS if succeeds else _REACH_OF_A_LONG_ONE if long else _REACH
        if phrase.last < clause.verb <= phrase.last + reach:
            return noun not in reading.lexicon.collective_nouns and noun not in reading.lexicon.employer_nouns
    return False


_REACH = 4
"""Words between the article of a description and the verb."""
_REACH_OF_A_LONG_ONE = 9
"""The same of one with commas: "the Frenchman, who …, leaves"."""
_REACH_OF_WHO_SUCCEEDS = 18
"""The same where somebody has just come, and the verb says in whose place: "this graduate, with X since 2001, …"."""


def _is_enclosed_description(clause: Clause, memory: Memory) -> bool:
    """Whether an article and a noun open the sentence, and commas enclose all that stands between them and the verb.

    "Der 49-Jährige, der seit 1997 im Haus ist, folgt auf X", "Ce polytechnicien de 55 ans, chargé des achats, …".
    """
    reading = clause.reading
    if not memory.topic_moves or not _has_just_moved(clause, memory) or reading.key(clause.verb - 1) != ",":
        return False
    if reading.ends_with("pronoun:article", 1) is None or clause.persons(0, clause.verb):
        return False
    commas = [at for at in range(1, clause.verb) if reading.key(at) == ","]
    opened = commas[0]
    noun = reading.key(1)
    things = reading.lexicon.collective_nouns | reading.lexicon.employer_nouns | reading.lexicon.post_nouns
    if noun in things or is_employer_noun(noun, reading.lexicon) or opened > _LONGEST_DESCRIPTION:
        return False
    return commas[1:] == [clause.verb - 1] and not any(mark.first < opened for mark in reading.employers)


_LONGEST_DESCRIPTION = 6
"""Words of a description of a person up to its first comma: "Ce polytechnicien de 55 ans"."""


def _has_just_moved(clause: Clause, memory: Memory) -> bool:
    return memory.topic_sentence == clause.reading.number - 1 > 0


def _is_position(clause: Clause, memory: Memory) -> bool:
    """Whether the subject is a position with an article, right behind the sentence that names its holder."""
    near = _has_just_moved(clause, memory)
    return near and any(role.first <= _OPENING and role.last <= clause.verb for role in clause.reading.roles)


_OPENING = 3
"""Words of a sentence within which its subject begins: "The X manufacturing director"."""
