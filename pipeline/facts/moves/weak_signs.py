"""Weak signs that somebody comes or goes, each with the person of the sentence it may speak of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from pipeline.article import MoveEvent
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.other_people import goes_as_predecessor, speaks_of_another
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.sign_people import before_sign, behind_sign, goes_on
from pipeline.facts.moves.speakers import CLOSING, EITHER, speaks
from pipeline.facts.moves.tokens import Found

_EVENTS: dict[str, MoveEvent] = {
    "tenor:comes": "appointed",
    "tenor:since": "appointed",
    "tenor:from_day": "appointed",
    "tenor:comes_to": "appointed",
    "tenor:goes": "departed",
    "tenor:goes_of": "departed",
}
_BEHIND = frozenset({"tenor:comes_to", "tenor:goes_of"})
"""Signs whose person stands behind them."""
_AS_SIGNS = {
    **dict.fromkeys(("take_up", "appoint", "succeed"), "tenor:comes"),
    **dict.fromkeys(("appoint_actively", "appointment_of"), "tenor:comes_to"),
    **dict.fromkeys(("leave", "dismiss"), "tenor:goes"),
    **dict.fromkeys(("dismiss_actively", "departure_of"), "tenor:goes_of"),
}
"""Phrases of moving that are weak signs where the rules found too little beside them."""
_ACTIVE = {"appoint": "tenor:comes_to", "dismiss": "tenor:goes_of"}
"""What participles are after "have", where somebody else is the subject."""
_DATING = frozenset({"tenor:since", "tenor:from_day"})
"""Signs that are only a day from which something holds."""
_BREAKS = frozenset(";|•*")
_FAR = 16
"""Words between a person and the sign that speaks of the person."""
_NEAR = 5
_LONGEST_BRACKETS = 8
_DENIED = 3
"""Words from "no longer" to what it denies."""
_OPEN = frozenset("«„")
_NE = frozenset(["ne", "n'", "n’"])
"""The first half of a French negation, whose second half may stand inside a phrase."""
_CLOSE_BEHIND = 3


@dataclass(frozen=True, slots=True)
class WeakSign:
    """One sign, and whom it speaks of: a person of its sentence, or nobody, where it goes on with the topic."""

    phrase: Found
    event: MoveEvent
    mark: PersonMark | None

    @property
    def behind(self) -> bool:
        """Whether the person stands behind the sign."""
        return self.mark is not None and self.mark.first >= self.phrase.last


def weak_signs(reading: Reading) -> Iterator[WeakSign]:
    """The signs of a sentence that are not in a quotation, the longest where several begin together, in order."""
    quoted = _quoted(reading)
    if reading.phrases("context:prize"):
        return
    if reading.sentence.text.rstrip('»”" ').endswith("?") and not reading.roles:
        return
    yield from _newcomers(reading)
    for kind, event in _EVENTS.items():
        for phrase in (*reading.phrases(kind), *_untold(reading, kind)):
            if phrase.first in quoted or _is_no_news(reading, phrase, event):
                continue
            if kind in _DATING:
                mark = _beside_a_day(reading, phrase)
                leaves = reading.phrases("tenor:goes") and not reading.phrases("tenor:comes")
                if mark is not None and not leaves:
                    yield WeakSign(phrase, event, mark)
                continue
            mark = behind_sign(reading, phrase) if kind in _BEHIND else before_sign(reading, phrase)
            if reading.sentence.is_row:
                mark = reading.persons[0] if reading.persons else None
            if event == "appointed" and mark is not None and speaks_of_another(reading, phrase, mark):
                continue
            if _turns(reading, phrase, mark):
                yield WeakSign(phrase, _OTHER[event], mark)
                continue
            for joined in _joined(reading, mark, phrase):
                yield WeakSign(phrase, event, joined)
            if mark is not None or (kind not in _BEHIND and goes_on(reading, phrase)):
                yield WeakSign(phrase, event, mark)


_OTHER: dict[MoveEvent, MoveEvent] = {"appointed": "departed", "departed": "appointed"}


def _is_no_news(reading: Reading, phrase: Found, event: MoveEvent) -> bool:
    """Whether it is denied, was so before the news, or has been so for long.

    "Je ne quitte pas le navire", "muss nicht gehen"; "her contract had not been renewed"; "lo affianca da anni".
    """
    own = [reading.key(at) for at in range(phrase.first, phrase.end)]
    behind = [reading.key(at) for at in range(phrase.first, phrase.end + 1)]
    if reading.key(phrase.first - 1) in _NE and "plus" not in behind and event == "departed":
        return True
    if event == "departed" and (reading.words.had_been & {*own, reading.key(phrase.first - 1)}):
        return True
    if event == "departed" and reading.lexicon.nouns_are_capital and reading.key(phrase.first - 1) == "nicht":
        return True
    return event == "appointed" and reading.has("tenor:for_long", phrase.first, phrase.end + _CLOSE_BEHIND)


def _turns(reading: Reading, phrase: Found, mark: PersonMark | None) -> bool:
    """Whether the sign tells the contrary here: of who had the post, of what is no longer, of who goes to a post."""
    if phrase.kind == "tenor:comes_to" and (_is_a_leaver(reading, phrase) or _is_denied(reading, phrase)):
        return True
    if mark is None:
        return False
    if _EVENTS[phrase.kind] == "appointed":
        return goes_as_predecessor(reading, phrase, mark)
    return _goes_as(reading, phrase, mark)


def _newcomers(reading: Reading) -> Iterator[WeakSign]:
    """Whoever is set to a task behind brackets that say where they were: "X (ex-Scania) as head of fleet"."""
    for mark in reading.persons:
        if reading.key(mark.last) != "(" or reading.preposition_before(mark.first):
            continue
        inside = reading.key(mark.last + 1)
        before = any(found.kind == "context:old_role" for found in reading.starting(mark.last + 1))
        stop = min(mark.last + _LONGEST_BRACKETS, len(reading.tokens))
        close = next((at for at in range(mark.last, stop) if reading.key(at) == ")"), None)
        if close is None or not (before or inside.startswith(reading.lexicon.old_prefixes or ("~",))):
            continue
        kinds = ("context:as", "context:to", "context:prepositions", "employer:prepositions")
        if any(found.kind in kinds for found in reading.starting(close + 1)):
            yield WeakSign(Found("tenor:comes", mark.last, close + 1, close + 1, close + 1), "appointed", mark)


def _untold(reading: Reading, kind: str) -> list[Found]:
    """The phrases of moving that say as much as a sign of that kind and stand where no sign does."""
    begun = {
        at
        for other in _EVENTS
        if other not in _DATING
        for phrase in reading.phrases(other)
        for at in range(phrase.first, phrase.last)
    }
    return [
        phrase._replace(kind=kind)
        for phrase in reading.triggers
        if phrase.first not in begun and _as_sign(reading, phrase) == kind and not _is_apposed(reading, phrase)
    ]


def _is_apposed(reading: Reading, phrase: Found) -> bool:
    """Whether a participle only describes who is named before it: "X, arrived in October, signed the decision"."""
    participle = reading.key(phrase.first).endswith(reading.lexicon.participles or ("~",))
    behind_a_name = any(mark.last == phrase.first - 1 for mark in reading.persons)
    return participle and behind_a_name and reading.key(phrase.first - 1) == ","


def _as_sign(reading: Reading, phrase: Found) -> str | None:
    """The kind of sign that a phrase of moving is; a participle after "have" is active: "has appointed X"."""
    name = phrase.kind.removeprefix("frame:")
    if name in _ACTIVE and reading.ends_with("context:have", phrase.first) is not None:
        return _ACTIVE[name]
    return _AS_SIGNS.get(name)


def _is_denied(reading: Reading, phrase: Found) -> bool:
    """Whether it is no longer so: "is no longer in the hands of X"."""
    return any(reading.ends_with("context:no_longer", phrase.first - gap) is not None for gap in range(_DENIED))


def _goes_as(reading: Reading, phrase: Found, mark: PersonMark) -> bool:
    """Whether somebody goes elsewhere to take a position there: "goes to Leeds as head of sales"."""
    if not any(found.last == phrase.last for found in reading.starting(phrase.first) if found.kind == "tenor:heads"):
        return False
    others = [one.first for one in reading.triggers if one.first > phrase.last]
    others += [one.first for one in reading.persons if one.first > phrase.last and one.name != mark.name]
    signs = [at for at in range(phrase.last, len(reading.tokens)) if reading.key(at) in _BREAKS]
    stop = min([*others, *signs], default=len(reading.tokens))
    return any(
        reading.ends_with("context:as", role.first) is not None
        for role in reading.roles
        if phrase.last < role.first < stop
    )


def _joined(reading: Reading, mark: PersonMark | None, phrase: Found) -> list[PersonMark]:
    """Who shares the sign with the person by "and": "X, of Y, and the lawyer Z join"."""
    if mark is None:
        return []
    if mark.first >= phrase.last:
        behind = [other for other in reading.persons if other.first >= mark.last]
        listed = any(reading.ends_with("context:and", reading.title_before(other.first)) for other in behind)
        return list(takewhile(lambda other: _is_joined(reading, mark.last, other, listed=listed), behind))
    joined: list[PersonMark] = []
    last = mark
    for other in reversed([one for one in reading.persons if one.last <= mark.first]):
        begins = reading.title_before(last.first)
        joins = reading.ends_with("context:and", begins)
        if joins == other.last or (joined and reading.key(begins - 1) == "," and begins - 1 == other.last):
            joined.append(other)
            last = other
        else:
            break
    return joined


def _is_joined(reading: Reading, first: int, other: PersonMark, *, listed: bool) -> bool:
    """Whether only descriptions and an "and" stand before another name; in a list of several a comma is enough."""
    begins = reading.title_before(other.first)
    parted = listed and reading.key(begins - 1) in (",", ";", ")")
    if reading.ends_with("context:and", begins) is None and not parted:
        return False
    kinds = ("frame:", "context:relative", "tenor:goes", "tenor:comes")
    return not any(
        phrase.kind.startswith(kinds) and phrase.kind not in _BEHIND
        for at in range(first, other.first)
        for phrase in reading.starting(at)
    )


def _beside_a_day(reading: Reading, phrase: Found) -> PersonMark | None:
    """Who is the subject of a clause with a day: "Since Monday X runs …", "From 1 May X …"."""
    if not any(phrase.first - 1 <= mark.first <= phrase.last + 1 for mark in reading.dates):
        return None
    for mark in reading.persons:
        distance = mark.first - phrase.last if mark.first >= phrase.last else phrase.first - mark.last
        low, high = min(mark.last, phrase.last), max(mark.first, phrase.first)
        if (
            0 <= distance <= _FAR
            and not speaks(reading, mark)
            and not reading.preposition_before(mark.first)
            and not any(reading.key(at) in _BREAKS or reading.key(at) == ":" for at in range(low, high))
        ):
            return mark
    return None


def _is_a_leaver(reading: Reading, phrase: Found) -> bool:
    """Whether the sentence names who goes: "La sortante se nomme X", "Ihr Vorgänger heißt X"."""
    return any(reading.has(kind, 0, phrase.first) for kind in ("tenor:leaver", "context:predecessor_noun"))


def _quoted(reading: Reading) -> set[int]:
    """The words between quotation marks, of quotations longer than a name."""
    inside: set[int] = set()
    opened: int | None = None
    for at, token in enumerate(reading.tokens):
        if opened is None and (token.text in _OPEN or token.text in EITHER):
            opened = at
        elif opened is not None and (token.text in CLOSING or token.text in EITHER):
            if at - opened > _NEAR:
                inside.update(range(opened, at))
            opened = None
    if opened is not None:
        inside.update(range(opened, len(reading.tokens)))
    return inside
