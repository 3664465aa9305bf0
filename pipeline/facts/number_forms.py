"""The forms in which one language writes numbers, compiled from `languages/<language>/numbers.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.facts.alternatives import alternatives, openings_of
from pipeline.languages import vocabulary

UnitKind = Literal["percent", "points", "grams", "measure"]

BLANK = r"[ \t\u00a0\u2000-\u200a\u202f]"
"""Blanks that stand inside a number or between it and its unit; a line break does not."""

_GROUPED = rf"\d{{1,3}}(?P<mark>{BLANK}|['’ʼ.,])\d{{3}}(?:(?P=mark)\d{{3}})*(?:[.,]\d{{1,2}})?(?![\d])"
_DIGITS = rf"{_GROUPED}|\d+(?:[.,]\d+)?"
_SIGNS = r"+\-−–—‐‑‒"
_SIGN = rf"(?<![\w.,/'’)\]%-])[{_SIGNS}]{BLANK}?"
_ORDINAL = r"(?:er|re|ère|e|è|ème|eme|nd|nde|st|rd|th|º|ª|°|o|a)(?!\w)"


@dataclass(frozen=True, slots=True)
class NumberForms:
    """What `find_quantities` looks for in one language."""

    decimal: str
    digits: re.Pattern[str]
    words: re.Pattern[str]
    shares: re.Pattern[str]
    one_of: re.Pattern[str] | None
    factors: re.Pattern[str]
    pieces: re.Pattern[str]
    """The words that number words are made of."""
    kinds: dict[str, UnitKind]
    currencies: dict[str, str]
    scales: dict[str, float]
    word_values: dict[str, float]
    factor_values: dict[str, float]
    one_of_values: dict[str, float]
    joins: frozenset[str]
    halves: frozenset[str]

    @classmethod
    def of(cls, language: str) -> NumberForms:
        """The forms of that language."""
        data = vocabulary(language, "numbers")
        kinds = {unit.lower(): kind for kind, units in data["units"].items() for unit in units}
        currencies = {name.lower(): code for code, names in data["money"].items() for name in names}
        words = {word.lower(): float(value) for word, value in data["words"].items()}
        grammar = data["grammar"]
        one_of: dict[str, Any] = dict(data.get("one_of", {}))
        leads = one_of.pop("leads", ())
        unit = _alternatives([*kinds, *currencies])
        scale = _alternatives(data["scales"])
        word = _alternatives([*words, *grammar["joins"]])
        # A compound has no blanks ("zweihunderttausend"); elsewhere a blank or a hyphen joins the words.
        between = rf"(?:{BLANK}|-)?" if grammar.get("compounds") else r"[ \u00a0-]"
        run = rf"(?:{word})(?:{between}(?:{word}))*"
        number = rf"(?:\d{{1,3}}|{run})"
        begins = openings_of(map(re.escape, currencies), also=rf"\d{_SIGNS}")
        return cls(
            decimal=data["decimal"],
            digits=re.compile(
                rf"""{begins}
                (?:(?<!\w)(?P<currency>{_alternatives(currencies)}){BLANK}?)?
                (?P<sign>{_SIGN})?
                (?(currency)|(?=\d)(?<![\w/#@])(?<!\d[,'’])(?<!\w[._-])(?<!\w[–−])
                (?<!n°)(?<!n°[ ])(?<!n°\d\d[ ])(?<!n°\d[ ]))
                (?P<digits>{_DIGITS})
                (?!{_ORDINAL}) (?![\d/]\d) (?!-[A-Za-z]{{1,2}}\b) (?![.,:]\d)
                (?:(?:{BLANK}|-)?(?P<scale>{scale})\b\.?)?
                (?:(?:{BLANK}|-)?(?:d['’]|de{BLANK}|of{BLANK}|di{BLANK})?(?P<unit>{unit})(?![\w]))?
                (?![\w])""".replace("[ ]", r"\ "),
                re.VERBOSE | re.IGNORECASE,
            ),
            words=re.compile(
                rf"(?<![\w-])(?P<words>{run})(?:(?:{BLANK}|-)?(?:d['’]|de{BLANK}|di{BLANK})?(?P<unit>{unit}))?(?!\w)",
                re.IGNORECASE,
            ),
            shares=re.compile(
                rf"(?<![\w.,])(?:{_two_numbers(grammar['share'], number)})(?![\w.,]?\d|\w)", re.IGNORECASE
            ),
            one_of=re.compile(rf"\b(?:{_alternatives(leads)}) (?P<whole>{_alternatives(one_of)})\b", re.IGNORECASE)
            if one_of
            else None,
            factors=re.compile(rf"\b(?:{_alternatives(data['factors'])})\b", re.IGNORECASE),
            pieces=re.compile(_alternatives([*words, *grammar["joins"]], any_case=False)),
            kinds=kinds,
            currencies=currencies,
            scales={name.lower(): float(value) for name, value in data["scales"].items()},
            word_values=words,
            factor_values={name.lower(): float(value) for name, value in data["factors"].items()},
            one_of_values={name.lower(): float(value) for name, value in one_of.items()},
            joins=frozenset(grammar["joins"]),
            halves=frozenset(grammar["halves"]),
        )

    def scale(self, written: str | None) -> float:
        """What the scale word multiplies by; 1 where there is none."""
        return self.scales[written.lower()] if written else 1.0


def read_digits(written: str, decimal: str, *, fraction: bool) -> float | None:
    """The value of digits with their marks.

    Args:
        written: "1 234,5", "7.310", "2'345'678".
        decimal: the decimal sign of the language.
        fraction: whether the number may have three decimals: "1,234 million" has, a count has not.
    """
    if written.isdigit():
        return float(written)
    compact = re.sub(rf"{BLANK}|['’ʼ]", "", written)
    marks = re.findall(r"[.,]", compact)
    if not marks:
        return float(compact)
    if len(set(marks)) == 2:  # the last one is the decimal sign
        thousands = marks[0]
        return float(compact.replace(thousands, "").replace(",", "."))
    if len(marks) > 1:
        return float(compact.replace(marks[0], "")) if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", compact) else None
    if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", compact) and not (fraction and marks[0] == decimal):
        # "7.310" is eight thousand in any language, unless a unit with decimals follows the language's own sign.
        return float(compact.replace(marks[0], ""))
    return float(compact.replace(",", "."))


def read_words(written: str, forms: NumberForms) -> float | None:
    """The value of number words: "deux cent mille", "un demi-million"; None where they make no number."""
    total, current, scale = 0.0, 0.0, 1.0
    pieces = forms.pieces.findall(written.lower())
    for position, word in enumerate(pieces):
        value = forms.word_values.get(word, 0.0)
        last = position == len(pieces) - 1
        if word in forms.joins and not (position == 0 and not last):
            continue
        if word in forms.halves:
            if total and not current:  # "deux millions et demi"
                total += scale / 2
            else:  # "un demi-million" is a half; "one and a half million" is not
                joined = any(before in forms.joins for before in pieces[1:position])
                current = current + 0.5 if joined else 0.5
        elif value >= 1000:
            scale = value
            if 0 < total < value:  # "mil quinientos millones": all before it counts the millions
                total, current = (total + current) * value, 0.0
            else:
                total, current = total + (current or 1) * value, 0.0
        elif value == 100 or (value == 20 and current == 4):  # "deux cents", "quatre-vingts"
            current = (current or 1) * value
        else:
            current += value
    return total + current or None


def _two_numbers(pattern: str, number: str) -> str:
    return pattern.replace("{n}", f"(?P<part>{number})", 1).replace("{n}", f"(?P<whole>{number})", 1)


def _alternatives(names: Iterable[str], *, any_case: bool = True) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return alternatives((re.escape(name).replace(r"\ ", BLANK) for name in longest_first), any_case=any_case)
