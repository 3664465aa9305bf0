"""What speaks for or against somebody's coming or going: words, phrases and marks around every mention of the name."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.dates_of_effect import Published
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.ranking.day_signs import day_signs, days_beside
from pipeline.facts.moves.ranking.shape import PERSON, Shape
from pipeline.facts.moves.speakers import speaks

MOST_MENTIONS = 6
_BAG = 9
"""Items of either side that count wherever they stand."""
_KINDS = ("frame:", "tenor:", "context:", "role:interim", "pronoun:titles", "pronoun:subject", "pronoun:possessive")


Mention = tuple[Shape, int, PersonMark]
"""A sentence, the item of it that is the name, and the name."""


def person_signs(
    name: str,
    mentions: Sequence[Mention],
    shapes: Sequence[Shape],
    published: Published | None,
    *,
    rank: int,
    people: int,
) -> set[str]:
    """The signs of one person: of every mention, of the sentences beside that go on with the person, and of all.

    The person is named as the `rank`-th, from 0, of so many `people`.
    """
    signs: set[str] = {f"rank {min(rank, 3)}", f"people {min(people, 5)}", f"rank {min(rank, 3)} of {min(people, 4)}"}
    numbers = [one.reading.number for one, _, _ in mentions]
    first = numbers[0]
    signs.add(f"first {min(first, 4)}")
    signs.add(f"times {min(len(mentions), 4)}")
    if 0 in numbers:
        signs.add("in headline")
    if any(0 < number <= 2 for number in numbers):
        signs.add("in lead")
    if any(mark.known for _, _, mark in mentions):
        signs.add("known")
    seen: set[int] = set()
    for one, item, mark in mentions[:MOST_MENTIONS]:
        signs |= mention_signs(one, item, mark)
        signs.update(days_beside(one.reading, mark, published))
        number = one.reading.number
        if number in seen:
            continue
        seen.add(number)
        signs.update(day_signs(one.reading, published, "day"))
        if number + 1 < len(shapes):
            following = shapes[number + 1]
            if not following.people and following.reading.sentence.paragraph == one.reading.sentence.paragraph:
                last = one.people[-1][1].name == name
                _of_sentence("next" if last else "after", following, signs)
                signs.update(day_signs(following.reading, published, "next day"))
        if number > 1 and one.people[0][1].name == name:
            before = shapes[number - 1]
            if not before.people:
                _of_sentence("prev", before, signs)
                signs.update(day_signs(before.reading, published, "day before"))
    return signs


def mention_signs(one: Shape, item: int, mark: PersonMark) -> set[str]:
    """The signs of the sentence around one mention."""
    word = one.word
    reading = one.reading
    one_behind, two_behind, one_before, two_before = word(item + 1), word(item + 2), word(item - 1), word(item - 2)
    signs = {
        f"+1 {one_behind}",
        f"+2 {two_behind}",
        f"-1 {one_before}",
        f"-2 {two_before}",
        f"+ {one_behind} {two_behind}",
        f"- {two_before} {one_before}",
        f"+3 {word(item + 3)}",
        f"-3 {word(item - 3)}",
    }
    words = one.words
    for at in range(item + 1, min(item + 1 + _BAG, len(words))):
        if words[at] == PERSON:
            signs.add("> PER")
            break
        signs.add(f"> {words[at]}")
    for at in range(item - 1, max(item - 1 - _BAG, -1), -1):
        if words[at] == PERSON:
            signs.add("< PER")
            break
        signs.add(f"< {words[at]}")
    if reading.sentence.is_row:
        signs.add("in row")
    if reading.number and speaks(reading, mark):
        signs.add("speaks")
    if reading.preposition_before(mark.first):
        signs.add("behind preposition")
    _phrases(one, item, mark, signs)
    return signs


def _phrases(one: Shape, item: int, mark: PersonMark, signs: set[str]) -> None:
    """The kinds of phrases of the sentence, with side, distance and whether somebody else stands between."""
    people = one.people
    for kind, first, last, begin, end in one.telling(_KINDS):
        if first >= mark.last:
            side, distance = ">", begin - item
            between = any(item < other < item + distance for other, _ in people)
        elif last <= mark.first:
            side, distance = "<", item - end
            between = any(item - distance < other < item for other, _ in people)
        else:
            continue
        if between:
            signs.add(f"k {kind} {side} PER")
        else:
            signs.add(f"k {kind} {side}{1 if distance < 3 else 2 if distance < 8 else 3}")
            signs.add(f"k {kind} {side}")


def _of_sentence(where: str, one: Shape, signs: set[str]) -> None:
    words = one.words
    for at in range(min(5, len(words))):
        signs.add(f"{where} {words[at]}")
    if words:
        signs.add(f"{where}1 {words[0]} {one.word(1)}")
    for phrase in one.reading.found:
        if phrase.kind.startswith(("frame:", "tenor:")):
            signs.add(f"{where} {phrase.kind}")


def rule_signs(name: str, event: str, rows: Sequence[Draft]) -> set[str]:
    """What the rules say of the person and event, and of others."""
    signs: set[str] = set()
    for row in rows:
        if row.person == name:
            if row.event == event:
                signs.add("rule")
                signs.add(f"rule {row.frame}")
                signs.add(f"rule sure {int(row.certainty * 10)}")
                signs.add(f"rule told {row.told}")
                if row.linked:
                    signs.add("rule linked")
            else:
                signs.add("rule other event")
        elif row.predecessor == name and row.event == "appointed":
            signs.add("rule predecessor")
    if not any(row.person == name for row in rows):
        signs.add("rule silent")
    signs.add(f"rule rows {min(len(rows), 4)}")
    return signs
