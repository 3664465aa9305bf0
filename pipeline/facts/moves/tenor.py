"""Moves read from the tenor of the article: people of whom no phrase of moving tells anything.

Journalists tell a move in more ways than a list of phrases holds. In an article about moves, somebody who is named
in full beside a position, a date or a word that only hints at coming or going has most likely come or gone. Each
person is weighed by all the weak signs of the article that speak of them; what those leave open stays unsaid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.article import MoveEvent
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.background import certainty_of, is_background, is_old
from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.details import Details
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.labels import labelled
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.tokens import Found
from pipeline.facts.moves.succession_rows import succession_rows
from pipeline.facts.moves.weak_signs import WeakSign, weak_signs

_ENOUGH = 1.0
"""How much has to speak for a move: one sign that is more than a copula."""
_ENOUGH_BESIDE = 1.5
"""How much has to speak for coming and going both, of one person in different sentences."""
_UNSURE = 0.5
"""How much less a sign counts beside a name that nothing else shows to be a person's."""
_COPULA = 4
"""Letters of the words that only say that somebody is or is called something."""
_FAR_BACK = 2
"""Sentences between a person and a sentence that goes on with them."""
_AS_FRAMES: dict[str, str] = {
    "tenor:comes": "frame:take_up",
    "tenor:since": "frame:take_up",
    "tenor:from_day": "frame:take_up",
    "tenor:comes_to": "frame:appoint_actively",
    "tenor:goes": "frame:leave",
    "tenor:goes_of": "frame:departure_of",
}
"""Phrases beside which position, organization and date stand as beside the weak sign."""


@dataclass(slots=True)
class _Case:
    """What speaks for one move of one person."""

    person: str
    event: MoveEvent
    weight: float = 0.0
    drafts: list[Draft] = field(default_factory=list)


def by_tenor(view: ArticleView, told: Sequence[Draft]) -> list[Draft]:
    """Drafts for people of whom `told` says nothing, where enough speaks for a move."""
    cases: dict[tuple[str, MoveEvent], _Case] = {}
    stay: set[str] = set()
    topic: str | None = None
    topic_sentence = last_label = -9
    for reading in view.readings:
        if reading.number == 0 or (reading.sentence.is_row and len({mark.name for mark in reading.persons}) != 1) or reading.phrases("context:obituary"):
            continue
        going_on = topic if reading.number - topic_sentence <= _FAR_BACK else None
        stay |= _staying(reading)
        labels = list(labelled(reading, in_a_list=reading.number - last_label == 1))
        last_label = reading.number if labels else last_label
        for draft in labels:
            if draft.person not in stay:
                case = cases.setdefault((draft.person, draft.event), _Case(draft.person, draft.event))
                case.weight += _ENOUGH
                case.drafts.append(draft)
        for sign in weak_signs(reading):
            person = sign.mark.name if sign.mark is not None else going_on
            if person is None or " " not in person or person in stay:
                continue
            draft, weight = _weigh(sign, person, reading, view)
            if draft is not None:
                case = cases.setdefault((person, sign.event), _Case(person, sign.event))
                case.weight += weight
                case.drafts.append(draft)
        first = next((mark for mark in reading.persons if not reading.preposition_before(mark.first)), None)
        if first is not None or reading.persons:
            topic, topic_sentence = (first or reading.persons[0]).name, reading.number
        elif going_on is not None:
            topic_sentence = max(topic_sentence, reading.number - 1)
    decided = [draft for case in _decided(cases, told) for draft in case.drafts]
    known = {(draft.person, draft.event) for draft in told}
    return [*decided, *(row for row in succession_rows(view) if (row.person, row.event) not in known)]


def _decided(cases: dict[tuple[str, MoveEvent], _Case], told: Sequence[Draft]) -> list[_Case]:
    """The cases with enough weight, of people who are not told of; of coming and going, what weighs more."""
    known = {(draft.person, draft.event) for draft in told}
    sure = {(draft.person, draft.event) for draft in told if not draft.linked}
    replaced = {draft.predecessor for draft in told if draft.predecessor}
    kept = []
    for (person, event), case in cases.items():
        other: MoveEvent = "departed" if event == "appointed" else "appointed"
        against = cases.get((person, other))
        if (person, event) in known or (person, other) in sure or case.weight < _ENOUGH:
            continue
        if event == "appointed" and person in replaced:
            continue
        apart = against is not None and _sentences(against).isdisjoint(_sentences(case))
        if against is not None and against.weight >= case.weight and not (event == "departed" and person in replaced):
            if not apart or case.weight < _ENOUGH_BESIDE:
                continue
        kept.append(case)
    return kept


def _is_human(mark: PersonMark, view: ArticleView) -> bool:
    """Whether the name was found among people before, or the text treats it as one of them."""
    return mark.known or mark.name in view.people.human


def _goes_on_a_name(reading: Reading, mark: PersonMark) -> bool:
    """Whether a capital word that is no title stands right before the name."""
    before = mark.first - 1
    return before > 0 and reading.tokens[before].capital and reading.title_before(mark.first) == mark.first


def _sentences(case: _Case) -> frozenset[int]:
    return frozenset(number for draft in case.drafts for number in draft.sentences)


def _staying(reading: Reading) -> set[str]:
    """Who is said to remain what they are."""
    names: set[str] = set()
    if reading.has("context:renewed"):
        return names  # "was confirmed and remains"
    for phrase in reading.phrases("tenor:stays"):
        before = [mark for mark in reading.persons if mark.last <= phrase.first]
        behind = [mark for mark in reading.persons if phrase.last <= reading.title_before(mark.first) <= phrase.last + 2]
        if before:
            names.add(before[-1].name)
        elif behind:
            names.add(behind[0].name)
    return names


def _weigh(sign: WeakSign, person: str, reading: Reading, view: ArticleView) -> tuple[Draft | None, float]:
    """The draft that the sign would give, and how much speaks for it."""
    clause = _clause(sign, reading)
    told_as_past = sign.event == "departed" and any(
        reading.phrases(kind) for kind in ("tenor:leaver", "context:predecessor_noun")
    )
    if not told_as_past and is_background(clause, view):
        return None, 0.0
    marks = () if sign.mark is None else (sign.mark,)
    details = Details(clause, marks, sign.event, view, active=sign.phrase.kind == "tenor:comes_to")
    role = details.role(0, None)
    employer = details.workplace(0, role)
    date = details.date()
    weight = 1.0 if sign.mark is not None else 0.8
    if sign.mark is not None and not _is_human(sign.mark, view):
        if _goes_on_a_name(reading, sign.mark) and not reading.lexicon.nouns_are_capital:
            return None, 0.0
        weight -= _UNSURE
    if sign.phrase.kind == "tenor:comes_to" and len(reading.key(sign.phrase.first)) <= _COPULA and sign.phrase.last - sign.phrase.first == 1:
        weight = 0.4
    if sign.phrase.kind in ("tenor:since", "tenor:from_day") and not _is_fresh(sign.phrase, reading, view):
        return None, 0.0
    weight += 1.0 if role is not None else 0.0
    weight += 0.8 if date is not None else 0.0
    weight += 0.5 if employer is not None else 0.0
    weight += 0.6 if sign.event == "departed" else 0.0
    weight += 0.4 if sign.phrase.end - sign.phrase.first > 1 else 0.0
    draft = Draft(
        person=person,
        event=sign.event,
        frame="tenor",
        sentences=frozenset({reading.number}),
        role=details.role_text(role) or _what_goes(sign, reading),
        employer=employer,
        employer_stated=employer is not None,
        date=date,
        predecessor=details.predecessor(person) if sign.event == "appointed" else None,
        linked=sign.mark is None,
        certainty=certainty_of("tenor", clause, linked=sign.mark is None),
    )
    return draft, weight


def _is_fresh(phrase: Found, reading: Reading, view: ArticleView) -> bool:
    """Whether the day behind "since" or "from" lies within weeks of the article."""
    published = view.published
    if published is None or published.month is None:
        return False
    for mark in reading.dates:
        if mark.value and len(mark.value) >= len("2021-05") and phrase.first - 1 <= mark.first <= phrase.last + 1:
            months = (int(mark.value[:4]) - published.year) * 12 + int(mark.value[5:7]) - published.month
            return -1 <= months <= (0 if phrase.kind == "tenor:since" else _MONTHS_AHEAD)
    return False


_MONTHS_AHEAD = 8


def _what_goes(sign: WeakSign, reading: Reading) -> str | None:
    """What is given to the person, where it stands before the verb: "Purchasing goes to X"."""
    phrase = sign.phrase
    if phrase.kind != "tenor:comes_to" or phrase.last - phrase.first < len("to") or not sign.behind:
        return None
    begin = max((at for at in range(phrase.first) if not reading.key(at).isalnum() and reading.key(at)[-1:] != "'"), default=-1) + 1
    while begin < phrase.first and (reading.key(begin) in reading.lexicon.articles or reading.is_phrase(begin)):
        begin += 1
    words = phrase.first - begin
    if not 0 < words <= _LONGEST_FIELD or any(begin <= mark.first < phrase.first for mark in reading.persons):
        return None
    if reading.key(begin) in reading.lexicon.titles or any(
        one.kind.startswith("pronoun:") for one in reading.starting(begin)
    ):
        return None
    return reading.text(begin, phrase.first)


_LONGEST_FIELD = 4
"""Words of a field of work that is given to somebody."""


def _clause(sign: WeakSign, reading: Reading) -> Clause:
    """The words between the people before and behind, in which the sign speaks of its person."""
    phrase, mark = sign.phrase, sign.mark
    own = (mark.first, mark.last) if mark is not None else (phrase.first, phrase.first)
    left = max((one.last for one in reading.persons if one.last <= min(own[0], phrase.first)), default=0)
    right = min(
        (reading.title_before(one.first) for one in reading.persons if one.first >= max(own[1], phrase.end)),
        default=len(reading.tokens),
    )
    behind = max(own[1], phrase.end)
    relative = (
        at
        for at in range(behind, right)
        if reading.key(at) == "," and any(one.kind == "context:relative" for one in reading.starting(at + 1))
    )
    right = next(relative, right)
    trigger = Found(_AS_FRAMES[phrase.kind], phrase.first, phrase.last, phrase.tail, phrase.end)
    return Clause(reading, trigger, left, max(right, phrase.end), phrase.first)
