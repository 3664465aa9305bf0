"""Numbers in a text and what they are numbers of: a count, a percentage, points, grams, money, a year.

The way a language writes them is data: `languages/<language>/numbers.toml` with
`decimal` (its decimal sign), `scales` ("million"), `units` ("%", "points"),
`money`, `words` ("deux"), `grammar` ("sur" in "un sur cinq") and `factors` ("doublé").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.facts.number_forms import BLANK, NumberForms, read_digits, read_words
from pipeline.languages import LANGUAGES

QuantityKind = Literal["count", "percent", "points", "grams", "money", "measure", "factor", "year"]
"""`count`: nothing more is known; `measure`: kilometres, days, … ; `factor`: "doubled" is 2."""

_DIGIT = re.compile(r"\d")
_SEVERAL_WORDS = re.compile(rf"{BLANK}|-")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit."""

    value: float
    """The size without its sign; a percentage is 12.5 for 12.5 %."""
    kind: QuantityKind
    start: int
    end: int
    """Sign, number and unit in the text it was found in."""
    sign: int = 0
    """+1 or -1 where a sign is written before the number, else 0. Words ("down") are not looked at."""
    unit: str | None = None
    """The unit as written; for money its ISO 4217 code."""
    in_words: bool = False
    """Whether the number is written in words: "deux", "un sur cinq"."""

    @property
    def signed(self) -> float:
        """The value with its written sign."""
        return -self.value if self.sign < 0 else self.value


def find_quantities(text: str, language: str | None) -> list[Quantity]:
    """Every number of the text, in order; ordinals and digits inside names ("e-208", "CO2", "16e") are left out.

    Args:
        text: a sentence or more.
        language: ISO 639-1; English forms are read where it is none of ours.
    """
    forms = _forms(language if language in LANGUAGES else "en")
    found: list[Quantity] = []
    end = 0
    for quantity in sorted(_candidates(text, forms), key=lambda one: (one.start, -one.end)):
        if quantity.start >= end:
            found.append(quantity)
            end = quantity.end
    return found


def has_shares(text: str, language: str | None) -> bool:
    """Whether a part of a whole stands in the text: "one in five"."""
    forms = _forms(language if language in LANGUAGES else "en")
    return bool(forms.shares.search(text) or (forms.one_of and forms.one_of.search(text)))


@lru_cache(maxsize=len(LANGUAGES))
def _forms(language: str) -> NumberForms:
    return NumberForms.of(language)


def _candidates(text: str, forms: NumberForms) -> Iterator[Quantity]:
    for match in forms.shares.finditer(text):
        measured = (form.match(text, match.start("whole")) for form in (forms.digits, forms.words))
        if any(one and one["unit"] for one in measured):  # "ein Zielwert von 95 Gramm" is no share
            continue
        part, whole = (_plain_value(match[name], forms) for name in ("part", "whole"))
        if part and whole and part < whole <= 100:
            yield Quantity(100 * part / whole, "percent", match.start(), match.end(), unit=match[0], in_words=True)
    for match in forms.one_of.finditer(text) if forms.one_of else ():
        whole = forms.one_of_values[match["whole"].lower()]
        yield Quantity(100 / whole, "percent", match.start(), match.end(), unit=match[0], in_words=True)
    for match in forms.factors.finditer(text):
        yield Quantity(forms.factor_values[match[0].lower()], "factor", match.start(), match.end(), in_words=True)
    for match in forms.digits.finditer(text) if _DIGIT.search(text) else ():
        quantity = _from_digits(match, forms)
        if quantity:
            yield quantity
    for match in forms.words.finditer(text):
        value = read_words(match["words"], forms)
        # "un" and "a" are articles, unless a unit follows them: "un gramme".
        if value and (value != 1 or match["unit"] or _SEVERAL_WORDS.search(match["words"])):
            kind, unit = _kind(match, forms)
            yield Quantity(value, kind, match.start(), match.end(), unit=unit, in_words=True)


def _from_digits(match: re.Match[str], forms: NumberForms) -> Quantity | None:
    kind, unit = _kind(match, forms)
    written, scale = match["digits"], forms.scale(match["scale"])
    value = read_digits(written, forms.decimal, fraction=scale > 1 or kind not in ("count", "money"))
    if value is None:
        return None
    if kind == "count" and scale == 1 and re.fullmatch(r"(?:18|19|20)\d\d", written) and not match["sign"]:
        kind = "year"
    sign = {"+": 1, "": 0}.get((match["sign"] or "").strip(), -1)
    if kind in ("count", "year", "money") and sign < 0:
        sign = 0  # a dash before a count opens a list item or an aside
        return Quantity(value * scale, kind, match.start("digits"), match.end(), sign, unit)
    return Quantity(value * scale, kind, match.start(), match.end(), sign, unit)


def _kind(match: re.Match[str], forms: NumberForms) -> tuple[QuantityKind, str | None]:
    before, after = match["currency"] if "currency" in match.re.groupindex else None, match["unit"]
    if before:
        return "money", forms.currencies[before.lower()]
    if not after:
        return "count", None
    unit = after.lower()
    if unit in forms.currencies:
        return "money", forms.currencies[unit]
    return forms.kinds.get(unit) or forms.kinds[re.sub(r"\s", " ", unit)], after


def _plain_value(written: str, forms: NumberForms) -> float | None:
    return float(written) if written.isdigit() else read_words(written, forms)
