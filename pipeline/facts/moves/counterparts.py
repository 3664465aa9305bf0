"""Sentences that give the move told before them its other person: "his successor, X", "the former head of sales, X"."""

from __future__ import annotations

from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.details import Details
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.memory import Memory
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading


def name_successor(reading: Reading, memory: Memory) -> None:
    """ "His successor, X, …", "Nachfolger wird X": X takes up what the person before leaves."""
    drafted = {
        draft.person
        for draft in memory.drafts
        if reading.number in draft.sentences and draft.event == "appointed" and draft.predecessor
    }
    for phrase in reading.phrases("context:successor_noun"):
        mark = next((one for one in reading.persons if phrase.last <= one.first <= phrase.last + 4), None)
        mark = mark or _behind_a_colon(reading, phrase.last)
        if mark is None or mark.name in drafted or reading.has("context:rumour") or reading.has("context:stay"):
            continue
        clause = Clause(reading, phrase, 0, len(reading.tokens), phrase.first)
        predecessor = memory.just_left(clause)
        if predecessor is None or predecessor == mark.name:
            continue
        details = Details(clause, (mark,), "appointed", memory.view, active=False)
        memory.drafts.append(
            Draft(
                mark.name,
                "appointed",
                "succeed",
                frozenset({reading.number}),
                date=details.date(),
                predecessor=predecessor,
                certainty=0.85,
            )
        )


def _behind_a_colon(reading: Reading, first: int) -> PersonMark | None:
    """Who is named right behind the next colon: "has found a successor at its rival: X"."""
    colon = next((at for at in range(first, len(reading.tokens)) if reading.key(at) == ":"), None)
    if colon is None or any(first <= mark.first < colon for mark in reading.persons):
        return None
    return next((mark for mark in reading.persons if reading.title_before(mark.first) == colon + 1), None)


def name_predecessor(reading: Reading, memory: Memory) -> None:
    """ "His predecessor, X, …": X held the post of the one who takes it up in the sentence before."""
    for phrase in reading.phrases("context:predecessor_noun"):
        mark = next((one for one in reading.persons if phrase.last <= one.first <= phrase.last + 3), None)
        if mark is None:
            continue
        came = {draft.person for draft in memory.drafts if draft.event == "appointed"} - {mark.name}
        reach = _NEAR if len(came) > 1 else _NEAR_OF_ONE
        for index in range(len(memory.drafts) - 1, -1, -1):
            draft = memory.drafts[index]
            near = 0 <= reading.number - max(draft.sentences) <= reach
            if near and draft.event == "appointed" and draft.person != mark.name:
                if draft.predecessor is None:
                    memory.drafts[index] = draft.with_(
                        predecessor=mark.name, sentences=draft.sentences | {reading.number}
                    )
                return


def name_former_holder(reading: Reading, memory: Memory) -> None:
    """ "The former head of sales, X, leaves", right behind who was appointed: X held the post."""
    if not reading.persons or not memory.drafts:
        return
    goes = {one.person for one in memory.drafts if one.event == "departed" and reading.number in one.sentences}
    if reading.persons[0].name not in goes:
        return
    first = reading.title_before(reading.persons[0].first)
    begin = reading.ends_with("context:old_role", first)
    if begin is None or begin > 1:
        return
    holders = [
        number
        for number, one in enumerate(memory.drafts)
        if one.event == "appointed" and 0 < reading.number - max(one.sentences) <= 2 and one.predecessor is None
    ]
    nearest = max((max(memory.drafts[number].sentences) for number in holders), default=-1)
    for number in holders:
        draft = memory.drafts[number]
        if max(draft.sentences) == nearest and draft.person not in goes:
            memory.drafts[number] = draft.with_(
                predecessor=reading.persons[0].name, sentences=draft.sentences | {reading.number}
            )


def follow_departure(reading: Reading, memory: Memory) -> None:
    """ "Her appointment follows the departure of X": X held the post of who was appointed last."""
    left = [one.person for one in memory.drafts if one.event == "departed" and reading.number in one.sentences]
    came = [number for number, one in enumerate(memory.drafts) if one.event == "appointed" and one.predecessor is None]
    if len(left) != 1 or not came:
        return
    draft = memory.drafts[came[-1]]
    if draft.person != left[0] and 0 < reading.number - max(draft.sentences) <= _NEAR:
        memory.drafts[came[-1]] = draft.with_(predecessor=left[0], sentences=draft.sentences | {reading.number})
        memory.drafts = [
            one.with_(role=draft.role, sentences=one.sentences | draft.sentences)
            if one.person == left[0] and one.event == "departed" and one.role is None
            else one
            for one in memory.drafts
        ]


_NEAR = 2
"""Sentences between a move and the one that says what it follows."""
_NEAR_OF_ONE = 4
"""The same where only one person comes."""
