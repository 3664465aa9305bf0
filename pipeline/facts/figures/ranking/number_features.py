"""What speaks for and against a number to be a figure of its own, as names of features."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.facts.figures.context import Context
from pipeline.facts.figures.passage import Passage
from pipeline.facts.numbers import Quantity

RULED = "ruled "
"""Begins the features that tell what the rules say."""

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,'’\u00a0\u202f]*|[%(:;,.!?|«»€$£–—-]")
_NEAR = 6
_WITHIN = 60
"""Characters before and behind a number whose words are looked at."""
_GROUPED = re.compile(r"\d\D\d{3}")
_PLACE_STEPS = ((2, "beside"), (12, "near"), (50, "far"))
"""Characters between a place and the number behind it, and what that is called."""
_OF_COUNTS = ("forecast", "metric", "direction", "included", "takes", "same_maker", "share_verbs", "levels", "excluded")
_OF_SHARES = ("forecast", "metric", "takes", "levels", "of_money")
"""Lists of words that are looked for in the clause before the number."""
_BEHIND_COUNTS, _BEHIND_SHARES = ("metric", "excluded", "partitives"), ("metric", "of_money")
"""The same behind it."""
_PRIOR_WITHIN = 40


class NumberFeatures:
    """The features of the numbers of one sentence."""

    def __init__(self, passage: Passage, before: Passage | None, context: Context, counts: int) -> None:
        """`counts`: how many counts the rules find in the sentence."""
        kinds = {one.kind for one in passage.subjects}
        self.passage = self._passage = passage
        self.tells_of_no_sales = context.counts_otherwise
        """Whether headline and lead speak of cars built, recalled or stolen."""
        self._lowered = passage.text.lower()
        self._counts = min(counts, 4)
        self._named = (
            ("m" if kinds & {"maker", "model"} else "-")
            + ("s" if "segment" in kinds else "-")
            + ("w" if "market" in kinds else "-")
        )
        self._around = (
            self._named + ("p" if any(one.code for one in passage.places) else "-") + ("d" if passage.periods else "-")
        )
        self._told = _told(passage, before, context)
        self._where = _where(passage)
        self._speaks = (
            ("here " if passage.speaks_of_shares else "")
            + ("near " if context.speaks_of_shares else "")
            + ("points" if any(one.kind == "points" for one in passage.quantities) else "")
        )
        self._unsigned = min(sum(one.kind == "percent" and not one.sign for one in passage.quantities), 4)

    def of(self, index: int, verdict: str) -> list[str]:
        """The features of the sentence's quantity of that index; `verdict` is what the rules say of it."""
        quantity, ruled = self._passage.quantities[index], f"{RULED}{verdict} "
        return [
            *self._of_its_form(quantity, index, ruled),
            *self._of_its_neighbours(quantity, ruled),
            *(self._as_a_share(quantity, ruled) if quantity.kind == "percent" else self._as_a_count(quantity, ruled)),
            *self._of_listed_words(quantity),
            *self._of_its_words(quantity),
        ]

    def _of_its_form(self, quantity: Quantity, index: int, ruled: str) -> Iterator[str]:
        numbers, size = self._passage.quantities, len(str(int(quantity.value)))
        form = f"{_form(quantity, self._passage.text[quantity.start : quantity.end])}{size}"
        last = numbers[index - 1].kind if index else "^"
        bracket = " (" if self._passage.in_brackets(quantity.start) else ""
        yield f"{ruled}{self._told}"
        yield f"{ruled}{form}"
        yield f"kind {quantity.kind}"
        yield f"form {form}"
        yield f"told {self._told}"
        yield f"last {last}"
        yield f"last {last}{bracket}"
        yield f"next {numbers[index + 1].kind if index + 1 < len(numbers) else '$'}"
        yield f"index {min(index, 3)}"
        yield f"{'round' if quantity.value % 1000 == 0 else 'exact'} {size}"

    def _of_its_neighbours(self, quantity: Quantity, ruled: str) -> Iterator[str]:
        subjects, text = self._passage.subjects, self._passage.text
        start, end = quantity.start, quantity.end
        before = next((one for one in reversed(subjects) if one.end <= start), None)
        behind = next((one for one in subjects if one.start >= end), None)
        for side, subject, gap in (
            ("<", before, text[before.end : start] if before else ""),
            (">", behind, text[end : behind.start] if behind else ""),
        ):
            kind, steps = (subject.kind, min(gap.count(" "), 6)) if subject else ("-", 9)
            crossed = "X" if any(sign.isdigit() for sign in gap) else ""
            yield f"subject {side}{kind}{steps}{crossed}"
            yield f"{ruled}{side}{kind}{crossed}"

    def _as_a_count(self, quantity: Quantity, ruled: str) -> Iterator[str]:
        unit = self._passage.forms.unit.match(self._passage.text, quantity.end)
        counted = next((name for name, got in unit.groupdict().items() if got), "?") if unit else "-"
        form = _form(quantity, self._passage.text[quantity.start : quantity.end])
        gap = min((quantity.start - one.end for one in self._passage.places if one.end <= quantity.start), default=99)
        yield ruled
        yield f"{ruled}{self._where}"
        yield f"{ruled}of {self._counts}"
        yield f"{ruled}place {next((name for most, name in _PLACE_STEPS if gap <= most), 'none')}"
        yield f"told {self._told} {counted}"
        yield f"counts {counted}"
        yield f"counts {counted} {form}{len(str(int(quantity.value)))}"
        yield f"around {self._around}"
        yield f"where {self._where}"

    def _as_a_share(self, quantity: Quantity, ruled: str) -> Iterator[str]:
        signed = "signed" if quantity.sign else "unsigned"
        yield f"{ruled}{self._named}"
        yield f"{ruled}{self._speaks}{signed}"
        yield f"shares {self._speaks}"
        yield f"shares {signed} {self._unsigned}"

    def _of_listed_words(self, quantity: Quantity) -> Iterator[str]:
        forms, text, share = self._passage.forms, self._passage.text, quantity.kind == "percent"
        before, behind = self._passage.clause_before(quantity.start), self._passage.clause_behind(quantity.end)
        for name in _OF_SHARES if share else _OF_COUNTS:
            if getattr(forms, name).search(before):
                yield f"listed < {name}"
        for name in _BEHIND_SHARES if share else _BEHIND_COUNTS:
            if getattr(forms, name).search(behind):
                yield f"listed > {name}"
        if forms.prior.search(text, max(0, quantity.start - _PRIOR_WITHIN), quantity.start):
            yield "listed prior"

    def _of_its_words(self, quantity: Quantity) -> Iterator[str]:
        start, end = quantity.start, quantity.end
        left = _words(self._lowered[max(0, start - _WITHIN) : start])[-_NEAR:]
        right = _words(self._lowered[end : end + _WITHIN])[:_NEAR]
        last, first = left[-1] if left else "^", right[0] if right else "$"
        yield f"<1 {last}"
        yield f"<> {last} {first}"
        for word in dict.fromkeys(left):  # in order, so that sums are the same in every process
            yield f"< {word}"
        if quantity.kind == "percent":
            return
        yield f">1 {first}"
        yield f">2 {' '.join(right[:2])}"
        for word in dict.fromkeys(right):
            yield f"> {word}"


def _where(passage: Passage) -> str:
    """The part of the article: headline, first sentence, first paragraphs, the rest."""
    sentence = passage.sentence
    if sentence.field == "headline":
        return "headline"
    return str(min(sentence.paragraph, 2)) if sentence.start else "lead"


def _told(passage: Passage, before: Passage | None, context: Context) -> str:
    """Where it is said how vehicles are counted: in the sentence, the one before, the lead, or somewhere."""
    if passage.metric_words:
        return "here"
    if before and before.metric_words:
        return "before"
    if context.metric:
        return "lead"
    return "text" if context.body_metric else "nowhere"


def _form(quantity: Quantity, written: str) -> str:
    """How it is written: in words, with a scale ("million"), with its thousands apart, or as digits alone."""
    if quantity.in_words:
        return "words"
    if any(sign.isalpha() for sign in written):
        return "scaled"
    return "grouped" if _GROUPED.search(written) else "digits"


def _words(text: str) -> list[str]:
    return ["0" if one[0].isdigit() else one for one in _WORD.findall(text)]
