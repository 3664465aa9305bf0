"""Where a value stands to the mentions of the person it may belong to."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.ranking.shape import Shape
from pipeline.facts.moves.ranking.values import Value

TELLING = ("frame:", "tenor:", "employer:strong", "employer:lead_in", "context:", "role:interim")
"""Kinds of phrases that tell something of the words beside them."""


def person_place_signs(value: Value, name: str, numbers: Sequence[int], shapes: Sequence[Shape]) -> list[str]:
    """Where the value stands to the person's mentions; `numbers` are the sentences that have them."""
    one = value.shape
    begin, end = one.at[value.first], one.at[value.last - 1]
    own = [item for item, mark in one.people if mark.name == name and not begin <= item <= end]
    others = [item for item, mark in one.people if mark.name != name and not begin <= item <= end]
    if own:
        item = min(own, key=lambda at: min(abs(at - begin), abs(at - end)))
        low, high = (item, begin) if item < begin else (end, item)
        side = "R" if item < begin else "L"
        distance = high - low - 1
        between = list(range(low + 1, high))
        words = one.words
        signs = [f"same {side}", f"same {side}{_step(distance)}"]
        if distance <= 3:
            signs.append(f"btw {side} {' '.join(words[at] for at in between)}")
        signs += [f"b{side} {words[at]}" for at in between[:8]]
        crossing = sum(low < at < high for at in others)
        if crossing:
            signs.append(f"crossing {side}")
        nearer = [at for at in others if min(abs(at - begin), abs(at - end)) - 1 < distance]
        signs.append(f"nearer {side} {bool(nearer)}")
        signs += _path(one, low, high, side)
        return signs
    return _signs_elsewhere(value, name, numbers, shapes)


def _path(one: Shape, low: int, high: int, side: str) -> list[str]:
    """What leads from the person to the value: phrases of moving and small words, signs that part clauses."""
    kinds = {kind for kind, _, _, opens, closes in one.telling(TELLING) if low < opens and closes < high}
    signs = [f"path {side} {kind}" for kind in sorted(kinds)]
    moves = sorted(kind for kind in kinds if kind.startswith("frame:"))
    signs.append(f"path {side} by {' '.join(moves[:2]) or 'none'}")
    parted = sum(one.words[at] == "," for at in range(low + 1, high))
    hard = any(one.words[at] in (";", ":", "|", "(", "–") for at in range(low + 1, high))
    signs.append(f"path {side} parted {'hard' if hard else min(parted, 3)}")
    return signs


def _signs_elsewhere(value: Value, name: str, numbers: Sequence[int], shapes: Sequence[Shape]) -> list[str]:
    """The same of a sentence that does not name the person."""
    one = value.shape
    number = one.reading.number
    begin, end = one.at[value.first], one.at[value.last - 1]
    others = [item for item, _ in one.people if not begin <= item <= end]
    before = [at for at in numbers if at < number]
    behind = [at for at in numbers if at > number]
    signs = ["elsewhere", f"elsewhere opens {one.word(0)}", *_of_the_paragraph(value, numbers, shapes)]
    if others:
        signs.append("others here")
        left = [at for at in others if at < begin]
        right = [at for at in others if at > end]
        if left and begin - left[-1] <= 4:
            signs.append("other right before")
        if right and right[0] - end <= 3:
            signs.append("other right behind")
    elif before or behind:
        last = next((at for at in range(number - 1, -1, -1) if shapes[at].people), None)
        if last is not None:
            names = {mark.name for _, mark in shapes[last].people}
            topic = "alone" if names == {name} else "among" if name in names else "no"
            signs.append(f"topic {topic} {min(number - last, 4)}")
            if topic == "among":
                spot = "first" if shapes[last].people[0][1].name == name else "later"
                signs.append(f"topic {spot}")
        else:
            signs.append("topic none")
    if before:
        signs.append(f"before {min(number - before[-1], 5)}")
        if shapes[before[-1]].reading.sentence.paragraph == one.reading.sentence.paragraph:
            signs.append("same paragraph")
    if behind:
        signs.append(f"behind {min(behind[0] - number, 5)}")
    return signs


def _of_the_paragraph(value: Value, numbers: Sequence[int], shapes: Sequence[Shape]) -> list[str]:
    """Whether the value stands in a paragraph that names the person, and whether it heads it."""
    reading = value.shape.reading
    paragraph, number = reading.sentence.paragraph, reading.number
    own = any(shapes[at].reading.sentence.paragraph == paragraph for at in numbers)
    before = shapes[number - 1].reading.sentence.paragraph if number else None
    heads = value.first <= 1 and before != paragraph
    return [f"own paragraph {own}", f"heads paragraph {heads} own {own}"]


def _step(distance: int) -> int:
    return distance if distance < 4 else 4 if distance < 7 else 5 if distance < 12 else 6
