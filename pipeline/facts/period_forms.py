"""The forms in which one language writes periods, compiled from `languages/<language>/periods.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.facts.alternatives import alternatives, openings_of
from pipeline.languages import vocabulary

PartKind = Literal["year", "half", "quarter", "month", "cumulative"]

_YEAR = r"(?:19[5-9]|20[0-6])\d"
_NO_UNIT = r"(?![\w%€$°²]|[.,’']\d|[ \u00a0]?%|-\d)"
_BLANK = r"[ \u00a0]"

_RUNS: dict[tuple[int, int], tuple[PartKind, int | None]] = {
    (1, 3): ("quarter", 1),
    (4, 6): ("quarter", 2),
    (7, 9): ("quarter", 3),
    (10, 12): ("quarter", 4),
    (1, 6): ("half", 1),
    (7, 12): ("half", 2),
    (1, 12): ("year", None),
}
"""Runs of months that have a name of their own, from the first month to the last."""


@dataclass(frozen=True, slots=True)
class PeriodForms:
    """What `find_periods` looks for in one language."""

    parts: re.Pattern[str]
    """Months, quarters, halves and runs of months, with the year behind them where there is one."""
    bare: re.Pattern[str]
    """A quarter or a half without its number: "im gesamten Halbjahr"; the group `definite` where it can be but one."""
    bare_words: tuple[str, ...]
    """One of these, in small letters, stands in every match of `bare`."""
    years: re.Pattern[str]
    relative: re.Pattern[str]
    cumulative: re.Pattern[str]
    """Runs without a name of their own; the group `new_year` where they begin with the year."""
    days: re.Pattern[str]
    compared: re.Pattern[str]
    """Words of comparison, before a period at some distance or at once."""
    capitals: bool
    """Whether a month without a capital is none."""
    months: dict[str, int]
    ordinals: dict[str, int]
    counts: dict[str, int]

    @classmethod
    def of(cls, language: str) -> PeriodForms:
        """The forms of that language."""
        data = vocabulary(language, "periods")
        months = _numbers(data["months"])
        ordinals, counts = _numbers(data["ordinals"]), _numbers(data["counts"])
        month, ordinal, digits = f"(?:{_words(months)})", _words(ordinals), "[2-9]|1[0-2]"
        count = rf"(?:{_words(counts)}|{digits})"
        # At its start a pattern shows by which letters it can begin.
        plainly = {"{month}": _plain(months), "{count}": f"{_plain(counts)}|{'|'.join(map(str, range(2, 13)))}"}

        def filled(key: str) -> list[str]:
            patterns = [_begun(pattern, plainly) for pattern in data[key]]
            return [pattern.replace("{count}", count).replace("{month}", month) for pattern in patterns]

        spans = "|".join(
            pattern.replace("{month}", f"(?P<until{position}>{month})")
            for position, pattern in enumerate(data["until"])
        )
        spans += "|" + "|".join(
            pattern.replace("{count}", f"(?P<length{position}>{count})").replace(
                "{month}", f"(?P<end{position}>{month})"
            )
            for position, pattern in enumerate(data["months_to"])
        )
        spans += "|" + "|".join(_between(pattern, month, position) for position, pattern in enumerate(data["between"]))
        firsts = "|".join(
            pattern.replace("{count}", f"(?P<count{position}>{count})")
            for position, pattern in enumerate(data["first_months"])
        )
        begin_spans = openings_of([*filled("until"), *filled("months_to"), *filled("between")])
        begin_firsts = openings_of(filled("first_months"))
        quarter, half = _words(data["quarter_words"]), _words(data["half_words"])
        quarter_sign, half_sign = "".join(data["quarter_signs"]), "".join(data["half_signs"])
        dated = rf"{_BLANK}?(?:(?:{_words(data['links'])}){_BLANK}?)?{_YEAR}"
        of_a_year = data["half_words_of_a_year"]
        halves = rf"{half}|(?:{_words(of_a_year)})(?={dated})" if of_a_year else half
        never = "".join(rf"(?<!\b{word}{_BLANK}\d{{4}})" for word in data["no_year_after"])
        relative = "|".join(
            rf"(?P<{key}>{alternatives(data[key])})" for key in ("last_year", "this_year", "next_year", "last_month")
        )
        relative += rf"|(?P<whole_year>(?:{alternatives(data['whole_year'])})(?!{dated}))"
        new_year = alternatives(data["since_new_year"])
        running = alternatives([*filled("cumulative"), *filled("partial")])
        days = alternatives(filled("day"))
        return cls(
            parts=re.compile(
                rf"(?<![\w-])(?:{begin_spans}(?P<span>{spans})|{begin_firsts}(?P<first>{firsts})"
                rf"|(?P<ordinal>{ordinal})[\s-]+(?:(?P<quarter>{quarter})|(?P<half>{halves}))(?!\w)"
                rf"|(?P<sign_lead>(?:{_words(data['before_signs'])}){_BLANK})?"
                rf"(?-i:[{quarter_sign}](?P<quarter_sign>[1-4])|[{half_sign}](?P<half_sign>[12]))(?!\w)"
                rf"|(?P<month>{month})(?!\w))"
                rf"(?:{_BLANK}?/?(?:{_BLANK}?(?:{_words(data['links'])}){_BLANK}?){{0,2}}(?P<year>{_YEAR}){_NO_UNIT})?",
                re.IGNORECASE,
            ),
            bare=re.compile(
                rf"(?<![\w-])(?P<definite>(?:{_words(data['before_bare'])}){_BLANK})?"
                rf"(?:(?P<quarter>{quarter})|(?P<half>{half}))(?!\w)",
                re.IGNORECASE,
            ),
            # What must not stand before is looked for behind: a pattern that opens with digits is found at once.
            bare_words=tuple(word.lower() for word in (*data["quarter_words"], *data["half_words"])),
            years=re.compile(rf"(?P<year>{_YEAR})(?<![\w.,/#°-]\d{{4}}){never}{_NO_UNIT}", re.IGNORECASE),
            relative=re.compile(rf"(?<!\w)(?:{relative})(?!\w)", re.IGNORECASE),
            cumulative=re.compile(
                rf"(?<!\w)(?:(?P<new_year>{new_year})|{running}"
                rf"|(?:{_words(data['since'])}) (?:{month} )?{_YEAR})(?!\w)",
                re.IGNORECASE,
            ),
            days=re.compile(rf"(?<![\w.,])(?:{days})(?:,? {_YEAR})?(?!\w)", re.IGNORECASE),
            compared=re.compile(
                rf"(?<!\w)(?:(?:{alternatives(data['compared'])})(?!\w)|(?:{alternatives(data['compared_directly'])}){_BLANK}*$)",
                re.IGNORECASE,
            ),
            capitals=data.get("capitals", False),
            months=months,
            ordinals=ordinals,
            counts=counts,
        )

    def part(self, match: re.Match[str]) -> tuple[PartKind, int | None] | None:
        """Which part of a year a match of `parts` is, and its number in the year; None where it is no period."""
        groups = match.groupdict()
        if groups["month"]:
            if self.capitals and groups["month"][0].islower():
                return None
            return "month", self.months[groups["month"].lower()]
        if groups["ordinal"]:
            number = self.ordinals[groups["ordinal"].lower()]
            return ("quarter", number) if groups["quarter"] else ("half", min(number, 2))
        if groups["quarter_sign"] or groups["half_sign"]:
            if not (groups["year"] or groups["sign_lead"]):
                return None
            number = int(groups["quarter_sign"] or groups["half_sign"])
            return ("quarter" if groups["quarter_sign"] else "half"), number
        if groups["first"]:
            count = next(value for name, value in groups.items() if name.startswith("count") and value)
            return _RUNS.get((1, self._count(count)), ("cumulative", None))
        ended = next((value for name, value in groups.items() if name.startswith("end") and value), None)
        if ended:
            length = next(value for name, value in groups.items() if name.startswith("length") and value)
            last = self.months[ended.lower()]
            return _RUNS.get((last - self._count(length) + 1, last), ("cumulative", None))
        until = next((value for name, value in groups.items() if name.startswith("until") and value), None)
        if until:
            return _RUNS.get((1, self.months[until.lower()]), ("cumulative", None))
        run = [self.months[value.lower()] for name, value in groups.items() if re.match(r"from|to", name) and value]
        return _RUNS.get((run[0], run[1]), ("cumulative", None))

    def length_of(self, written: str) -> int | None:
        """How many months a running period has: 6 in "sur six mois"; None where it does not say."""
        counts = [
            self._count(one.lower())
            for one in re.findall(r"\w+", written)
            if one.isdigit() or one.lower() in self.counts
        ]
        return counts[0] if counts else None

    def _count(self, written: str) -> int:
        return int(written) if written.isdigit() else self.counts[written.lower()]


def _numbers(table: dict[str, int]) -> dict[str, int]:
    return {name.lower(): number for name, number in table.items()}


def _between(pattern: str, month: str, position: int) -> str:
    """The pattern of a run of months, its two months named after its position."""
    first = pattern.replace("{month}", f"(?P<from{position}>{month})", 1)
    return first.replace("{month}", f"(?P<to{position}>{month})", 1)


def _begun(pattern: str, plainly: Mapping[str, str]) -> str:
    """The pattern with the words that it begins with written out."""
    for key, words in plainly.items():
        if pattern.startswith(key):
            return f"(?:{words}){pattern.removeprefix(key)}"
    return pattern


def _words(names: Iterable[str]) -> str:
    return alternatives(_plain(names).split("|"))


def _plain(names: Iterable[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", _BLANK) for name in sorted(names, key=len, reverse=True))
