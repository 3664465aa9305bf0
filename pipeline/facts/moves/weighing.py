"""How much a weak sign says: the draft that it gives, and what beside it speaks for a move."""

from __future__ import annotations

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.background import certainty_of, is_background
from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.details import Details
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.fresh_days import is_fresh
from pipeline.facts.moves.handed_over import what_goes, what_is_led
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.origins import comes_from
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.tokens import Found
from pipeline.facts.moves.weak_signs import WeakSign

_UNSURE = 0.4
"""How much less a sign counts beside a name that nothing else shows to be a person's."""
_COPULA = 4
"""Letters of the words that only say that somebody is or is called something."""
_AS_FRAMES: dict[str, str] = {
    "tenor:comes": "frame:take_up",
    "tenor:since": "frame:take_up",
    "tenor:from_day": "frame:take_up",
    "tenor:comes_to": "frame:appoint_actively",
    "tenor:goes": "frame:leave",
    "tenor:goes_of": "frame:departure_of",
}
"""Phrases beside which position, organization and date stand as beside the weak sign."""


def weigh(sign: WeakSign, person: str, reading: Reading, view: ArticleView) -> tuple[Draft | None, float]:
    """The draft that the sign would give, and how much speaks for it."""
    clause = _clause(sign, reading)
    leaver = any(reading.phrases(kind) for kind in ("tenor:leaver", "context:predecessor_noun"))
    before = sign.event == "departed" and (leaver or sign.phrase.kind == "tenor:goes_of")
    if is_background(clause, view, past_is_news=before):
        return None, 0.0
    marks = () if sign.mark is None else (sign.mark,)
    details = Details(clause, marks, sign.event, view, active=sign.phrase.kind == "tenor:comes_to")
    role = details.role(0, None)
    if role is not None and reading.has("tenor:leaver", role.first, role.last):
        role = None  # "the outgoing one is called X"
    employer = details.workplace(0, role)
    if sign.event == "appointed" and any(
        one.name == employer and comes_from(reading, one) for one in reading.employers
    ):
        employer = None
    date = details.date()
    weight = 1.0 if sign.mark is not None else 0.8
    if sign.mark is not None and not _is_human(sign.mark, view):
        if _goes_on_a_name(reading, sign.mark) and not reading.lexicon.nouns_are_capital:
            return None, 0.0
        weight -= _UNSURE
    if _says_little(sign, reading):
        weight = 0.4
    if sign.phrase.kind in ("tenor:since", "tenor:from_day") and not is_fresh(sign.phrase, reading, view):
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
        role=details.role_text(role) or _what_is_given(sign, reading),
        field=_what_is_led(sign, reading),
        employer=employer,
        employer_stated=employer is not None,
        date=date,
        predecessor=details.predecessor(person) if sign.event == "appointed" else None,
        linked=sign.mark is None,
        certainty=certainty_of("tenor", clause, linked=sign.mark is None),
    )
    return draft, weight


def _says_little(sign: WeakSign, reading: Reading) -> bool:
    """Whether the sign is one small word: a copula or a preposition."""
    phrase = sign.phrase
    if phrase.end - phrase.first > 1 or phrase.kind not in ("tenor:comes_to", "tenor:comes"):
        return False
    if phrase.kind == "tenor:comes_to" and len(reading.key(phrase.first)) <= _COPULA:
        return True
    kinds = ("context:be", "context:prepositions")
    return any(found.kind in kinds and found.last == phrase.last for found in reading.starting(phrase.first))


def _what_is_given(sign: WeakSign, reading: Reading) -> str | None:
    """The field of work that is handed to the person, where no position is named."""
    several = sign.phrase.last - sign.phrase.first > 1
    return what_goes(reading, sign.phrase) if sign.phrase.kind == "tenor:comes_to" and several and sign.behind else None


def _what_is_led(sign: WeakSign, reading: Reading) -> str | None:
    """The field of work that the person is said to lead from now on."""
    return what_is_led(reading, sign.phrase) if sign.event == "appointed" else None


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


def _is_human(mark: PersonMark, view: ArticleView) -> bool:
    """Whether the name was found among people before, or the text treats it as one of them."""
    return mark.known or mark.name in view.people.human


def _goes_on_a_name(reading: Reading, mark: PersonMark) -> bool:
    """Whether a capital word that is no title stands right before the name."""
    before = mark.first - 1
    return before > 0 and reading.tokens[before].capital and reading.title_before(mark.first) == mark.first
