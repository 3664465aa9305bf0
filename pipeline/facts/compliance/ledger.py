"""The statements found so far, and whom a sentence without a name speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.facts.compliance.binding import is_institution
from pipeline.facts.compliance.bodies import UNLISTED, Body, Group, same_body
from pipeline.facts.compliance.protagonists import Protagonists
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.statement import Statement

_QUOTES = '«“„"'
_SHORT = 36
"""Characters of a sentence of a few words."""


class Ledger:
    """The statements of a page, by the sentence they begin in."""

    def __init__(self, readings: Sequence[Reading], page: Protagonists) -> None:
        self.readings = readings
        self.page = page
        self.found: list[Statement] = []
        self.of_sentence: dict[int, list[Statement]] = defaultdict(list)

    def statement(self, number: int, body: Body, place: int, basis: str, *, carried: bool) -> Statement:
        """The statement of that body in that sentence: the one known, or a new one."""
        for known in self.of_sentence[number]:
            same = same_body(known.body, body) and known.body.part == body.part
            if same and (body.kind != "market" or known.body.start == body.start):
                known.parts.append(basis)
                return known
        statement = Statement(body, {number}, place, basis, carried=carried)
        self.found.append(statement)
        self.of_sentence[number].append(statement)
        return statement

    def carried(self, number: int, *, alone: bool = True) -> Group | None:
        """The body that a sentence without one speaks of: that of the sentence before, else the page's only maker.

        Args:
            number: the sentence.
            alone: whether only a sentence without a body of its own may look back.
        """
        before = self._of_before(number, alone=alone)
        maker = self.page.maker_near(number) if alone else None
        if before and before[0].key.startswith(UNLISTED) and maker and not maker[0].key.startswith(UNLISTED):
            return maker  # not the supplier, dealer or adviser of whom the sentence before told
        return before or maker

    def _of_before(self, number: int, *, alone: bool) -> Group | None:
        """The body of the sentence before that one without a body of its own speaks of."""
        reading = self.readings[number]
        quoted = reading.has("we") and any(mark in reading.sentence.text for mark in _QUOTES)
        # "The group … with several makers": who acts is called by what stands for its name.
        others = ("organization",) if reading.refers_back else ("organization", "makers")
        if alone and not quoted and any(group[0].kind in others for group in reading.groups):
            return None
        reach = 4 if reading.refers_back else 2
        if reading.demonym:
            return self._of_country(reading.demonym, number, reach)
        for back in self._sentences_before(number, reach):
            before = self.readings[back]
            if not self.same_paragraph(back, number) and not reading.refers_back:
                return None
            # A headline gives its maker to the first sentence, but not its market.
            markets = not reading.refers_back and before.sentence.field == reading.sentence.field
            said = [one.body for one in self.of_sentence[back] if one.body.kind != "market"]
            said = said or [
                one.body for one in self.of_sentence[back] if markets and not is_institution((one.body,), before)
            ]
            if (
                reading.nicknamed
                and len({one.key for group in before.groups_of_kind("organization") for one in group}) > 1
            ):
                return None  # "the firm with the star" may be any of several
            if not said and before.refers_back and not before.groups_of_kind("organization"):
                return self._of_before(back, alone=True)  # "the maker … its cars": both are of whom the first one means
            if said and len(said) > 1 and reading.has("the_first"):
                return (said[0],)
            if said:
                return tuple(said) if reading.has("they") and len(said) > 1 else (said[-1],)
            for kind in ("organization", "makers", "market") if markets else ("organization",):
                groups = [
                    group
                    for group in before.groups_of_kind(kind)
                    if kind != "market" or before.is_noun(group) or before.has("fleet")
                ]
                if groups:
                    return groups[-1] if kind != "organization" else groups[0]
        return None

    def _sentences_before(self, number: int, reach: int) -> Iterator[int]:
        """So many sentences before; those of a few words ("Ten grams.") do not count."""
        for back in range(number - 1, -1, -1):
            yield back
            reach -= len(self.readings[back].sentence.text) >= _SHORT
            if not reach:
                return

    def _of_country(self, country: str, number: int, reach: int) -> Group | None:
        """The last maker of that country that is named before, or the only maker named whose seat is not known."""
        unknown: dict[str, Body] = {}
        for back in range(number - 1, max(-1, number - 1 - reach), -1):
            bodies = [body for group in self.readings[back].groups_of_kind("organization") for body in group]
            own = [body for body in bodies if body.country == country]
            if own:
                return (own[0],) if len({body.key for body in own}) == 1 else None
            unknown.update({body.key: body for body in bodies if body.country is None})
        return tuple(unknown.values()) if len(unknown) == 1 else None

    def neighbours(self, number: int) -> list[Statement]:
        """The statements of the sentence alone, where the next one stands in its paragraph."""
        if number < 0 or not self.same_paragraph(number, number + 1):
            return []
        return [one for one in self.of_sentence[number] if one.window == {number}]

    def same_paragraph(self, one: int, other: int) -> bool:
        """Whether both sentences stand in one paragraph."""
        first, second = self.readings[one].sentence, self.readings[other].sentence
        return first.paragraph == second.paragraph or (first.field == "headline" and other == one + 1)
