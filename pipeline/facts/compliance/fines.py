"""What there is to pay, in total: rates ("95 euros a gram") are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.numbers import Quantity
from pipeline.languages.united import any_of

_SMALLEST_FINE, _MILLION = 100_000, 1_000_000
_LISTED_WITHIN = 45
"""Characters between two fines of one list."""
_FINE_REACH, _NEAR_FINE = 90, 60
"""Characters to the word for a fine: where the currency is written, and where it is only meant."""
_COUNTED = re.compile(
    rf"\s(?:{any_of('compliance_words', 'fines', 'before_counted')}\s?)?"
    rf"{any_of('compliance_words', 'fines', 'counted')}",
    re.IGNORECASE,
)
"""Behind a number that counts cars, and not what they cost."""
_SAME_IN_EURO = re.compile(
    rf"[\w\s]{{0,12}}?(?:\s\(|,?\s{any_of('compliance_words', 'fines', 'equals')}\s(?!(?:[^\W\d]+\s){{2}}))"
    r"(?:[^\W\d]+\s){0,3}[€]?\s?",
    re.IGNORECASE,
)
"""Between a sum and what it is in euro."""

_CLAUSE_ENDS = re.compile(r"[;:()]|,(?=\s)|\.(?=\s)")
_OTHER_SUM = re.compile(rf"(?<!\w){any_of('compliance_words', 'fines', 'other_sums')}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fine:
    """A total to pay; null where it is not in euro."""

    euro: float | None
    currency: str
    """ISO 4217."""
    start: int
    end: int


def read_fines(
    text: str, quantities: Sequence[Quantity], cues: Sequence[Cue], currency: str | None, *, rated: bool = False
) -> list[Fine]:
    """The totals to pay that a sentence names, without rates ("95 euros a gram").

    Args:
        text: the sentence.
        quantities: its numbers.
        cues: its phrases.
        currency: the currency of the fine before, in which "half a billion" is meant as well.
        rated: whether the sentence before names what a gram costs: then the sum behind it is the bill.
    """
    rated = rated or any(cue.label == "rate" for cue in cues)
    if not rated and not any(cue.label == "penalty" for cue in cues):
        return []
    if any(cue.label == "no_fine" for cue in cues):
        return []
    if rated and currency is None:
        currency = next((one.unit for one in quantities if one.kind == "money"), "EUR")
    rates = [cue for cue in cues if cue.label == "rate"]
    penalties = [cue for cue in cues if cue.label == "penalty"]
    fines: list[Fine] = []
    for one in quantities:
        currency = fines[-1].currency if fines else currency
        unit = one.unit if one.kind == "money" else None
        if _is_of_millions(one, text):
            unit = currency
        if unit is None or one.value < _SMALLEST_FINE or any(0 <= cue.start - one.end <= 20 for cue in rates):
            continue
        reach = _FINE_REACH if one.kind == "money" else _NEAR_FINE
        listed = (
            bool(fines) and one.start - fines[-1].end <= _LISTED_WITHIN
        )  # "A owes 2.4 billion euros, B 1.8 billion"
        near = any(cue.distance(one.start, one.end) <= reach for cue in penalties)
        rounded = rated and one.value >= _MILLION and one.value % 1000 == 0
        if (listed or near or rounded) and not _is_other_money(one, text, penalties):
            if (
                unit == "EUR"
                and fines
                and fines[-1].euro is None
                and _SAME_IN_EURO.fullmatch(text[fines[-1].end : one.start])
            ):
                fines.pop()  # "90 million pounds (about 99 million euros)" is one sum
            fines.append(Fine(one.value if unit == "EUR" else None, unit, one.start, one.end))
    return fines


def other_sums(text: str, quantities: Sequence[Quantity], fines: Sequence[Fine], currency: str | None) -> list[Fine]:
    """The sums in euro that no word of the sentence makes a bill: the sentence before may, or "has set aside".

    Args:
        text: the sentence.
        quantities: its numbers.
        fines: its bills.
        currency: that of the last bill, in which a number of millions is meant as well.
    """
    return [
        Fine(one.value, "EUR", one.start, one.end)
        for one in quantities
        if one.value >= _SMALLEST_FINE
        and (one.unit == "EUR" if one.kind == "money" else currency == "EUR" and _is_of_millions(one, text))
        and all(one.start != fine.start for fine in fines)
        and not _is_other_money(one, text)
    ]


def _is_other_money(one: Quantity, text: str, penalties: Sequence[Cue] = ()) -> bool:
    """Whether its clause says that the sum is earned, invested or borrowed, and nothing of what is to pay."""
    left = max((match.end() for match in _CLAUSE_ENDS.finditer(text, 0, one.start)), default=0)
    behind = _CLAUSE_ENDS.search(text, one.end)
    right = behind.start() if behind else len(text)
    if any(left <= cue.start < right for cue in penalties):
        return False
    return _OTHER_SUM.search(text, left, right) is not None


def _is_of_millions(one: Quantity, text: str) -> bool:
    """Whether a number without a unit may be a sum."""
    large = one.kind == "count" and one.value >= _MILLION and one.value % 1000 == 0
    return large and not _COUNTED.match(text, one.end)
