"""What speaks for a value belonging to a move: the words around it, where the person stands, what the rules say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.ranking.person_places import TELLING
from pipeline.facts.moves.ranking.values import Value


def place_signs(value: Value) -> list[str]:
    """The signs of the value where it stands, whoever moves."""
    one = value.shape
    reading = one.reading
    begin, end = one.at[value.first], one.at[value.last - 1]
    word = one.word
    signs = [f"own {sign}" for sign in value.own]
    signs += [
        f"-1 {word(begin - 1)}",
        f"-2 {word(begin - 2)}",
        f"- {word(begin - 2)} {word(begin - 1)}",
        f"+1 {word(end + 1)}",
        f"+ {word(end + 1)} {word(end + 2)}",
        f"-3 {word(begin - 3)}",
        f"sentence {min(reading.number, 3)}",
    ]
    for at in range(begin - 4, begin - 8, -1):
        if at >= 0:
            signs.append(f"< {word(at)}")
    for at in range(end + 2, end + 6):
        if at < len(one.words):
            signs.append(f"> {word(at)}")
    for kind, first, last, opens, closes in one.telling(TELLING):
        if last <= value.first:
            distance = begin - closes
            signs.append(f"k {kind} <{1 if distance < 2 else 2 if distance < 6 else 3}")
        elif first >= value.last:
            distance = opens - end
            signs.append(f"k {kind} >{1 if distance < 2 else 2 if distance < 6 else 3}")
        else:
            signs.append(f"k {kind} in")
    if reading.sentence.is_row:
        signs.append("row")
    if not one.people:
        signs.append("nobody")
    return signs


def rule_value_signs(value: Value, field: str, row: Draft | None, others: Sequence[Draft]) -> list[str]:
    """What the rules say of the value: whether it is theirs for the row, or for another."""
    signs = []
    if row is not None:
        said = getattr(row, field)
        if said is None:
            signs.append("rule none")
        elif _alike(said, value.text):
            near = value.number in row.sentences
            signs += ["rule same" if near else "rule same far", f"rule same by {row.frame} {near}"]
            if field == "employer":
                signs.append(f"rule same stated {row.employer_stated}")
        else:
            signs.append("rule other")
        if value.number in row.sentences:
            signs.append("rule sentence")
    else:
        signs.append("rule no row")
    for other in others:
        said = getattr(other, field)
        if said is not None and _alike(said, value.text):
            succession = row is not None and (other.person == row.predecessor or other.predecessor == row.person)
            signs.append(f"rule of {'pair' if succession else 'another'} {other.event[0]}")
            if value.number in other.sentences:
                signs.append("rule of another here")
    return signs


def _alike(one: str, other: str) -> bool:
    return one == other or one.casefold() == other.casefold()


_OWN = frozenset(f"own {sign}" for sign in ("known", "run", "read", "run opens", "new", "old", "main", "main sure"))
"""Signs of a value that weigh otherwise near the person than elsewhere."""


def article_signs(
    value: Value, place: Sequence[str], rows: Sequence[Draft], *, field: str, movers: int, times: Mapping[str, int]
) -> list[str]:
    """How often the article has the value, and what the place means where so many people move."""
    signs = [f"times {min(times[value.text.casefold()], 4)}"]
    near = [sign for sign in place if sign.startswith(("same R", "same L", "topic", "others here"))]
    own = [f"own {sign}" for sign in value.own]
    own = [sign for sign in own if " ahead " in sign or sign in _OWN]
    signs += [f"{one} & {other}" for one in near for other in own]
    signs += [f"movers {min(movers, 3)} & {one}" for one in near]
    if field == "predecessor":
        gone = {row.person for row in rows if row.event == "departed"}
        come = {row.person for row in rows if row.event == "appointed"}
        signs.append(f"goes {value.text in gone}")
        signs.append(f"comes {value.text in come}")
        signs.append(f"alone {len(gone) == 1} {len(come) <= 1} goes {value.text in gone}")
    return signs


def nothing_signs(
    name: str, row: Draft | None, others: Sequence[Draft], *, field: str, offered: int, movers: int
) -> list[str]:
    """The signs for no value at all."""
    silent = "no row" if row is None else str(getattr(row, field) is None)
    gone = {other.person for other in others if other.event == "departed"} - {name}
    pair = [one for one in others if row is not None and (one.person == row.predecessor or one.predecessor == name)]
    told = any(getattr(one, field) is not None for one in pair)
    return [
        f"none by {'no row' if row is None else row.frame} {silent}",
        f"none pair {'no' if not pair else told}",
        "none",
        f"none of {min(offered, 5)}",
        f"none rule {silent}",
        f"none others {min(len({other.person for other in others}), 3)}",
        f"none movers {min(movers, 3)}",
        f"none gone {min(len(gone), 2)}",
    ]
