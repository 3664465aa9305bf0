"""Tests of attributes in XPath, answered once for each value instead of for each element.

`re:test(@class, '...')` calls back into Python for every element of every expression, and libxml2 takes a microsecond
for the plain tests beside it. The elements of a page share few values. So each value is matched once, the elements that
match bear the numbers of their tests in an attribute of ours, and the expressions ask for these numbers. An expression
whose number no element of the page bears is not asked at all.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.extraction.numbered_patterns import NumberedPatterns

_MARK = "data-tested"
_NAMES = r"@[\w-]+(?:\|@[\w-]+)?"
_TEST = re.compile(
    rf"re:test\((?P<matched>{_NAMES}), '(?P<pattern>[^']*)'(?:, '(?P<flags>i?)')?\)"
    rf"|(?P<function>contains|starts-with)\("
    rf"(?:translate\((?P<translated>{_NAMES}), ?'(?P<capitals>[A-Z]*)', ?'[a-z]*'\)|(?P<searched>{_NAMES})), "
    r"'(?P<words>[^']*)'\)"
    r"|(?P<compared>@[\w-]+)='(?P<value>[^']*)'"
    r"|(?<![\w(|-])(?P<had>@[\w-]+)(?![\w|=(-])"
)
_ONE_TEST = re.sub(r"\?P<\w+>", "?:", _TEST.pattern)
_ALTERNATIVES = re.compile(rf"(?:{_ONE_TEST})(?:\s+or\s+(?:{_ONE_TEST}))*")
_BEARING = re.compile(
    rf"(?P<open>\(?)\.//\*(?P<tags>\[self::[\w\s:]+\])?\[\s*contains\(@{_MARK}, ' (?P<number>\d+) '\)\s*\]"
    r"(?P<rest>|\[[^|]+\]|\)\[1\])"
)
"""An expression whose elements all bear one number; a plain `[1]` would count the elements between them."""
_MAX_REMEMBERED, _MAX_REMEMBERED_CHARS = 20_000, 300
"""Values longer than that are matched anew: remembered, those of hostile pages would fill the memory."""
_BEARERS = XPath("//@*/..")

Test = tuple[tuple[str, ...], str]
"""Names of attributes, of which the first that an element has is tested, and the pattern to be found in it."""
Tests = tuple[Test, ...]
"""Tests of which one is enough: alternatives that stand side by side in an expression are asked for at once."""
Values = tuple[tuple[str, str], ...]
"""Attributes of an element, in its order."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An XPath expression that asks for marks."""

    select: XPath
    number: str | None
    """What all elements that it selects bear; None where they need not bear one."""

    def __call__(self, tree: HtmlElement, marks: Container[str]) -> list[HtmlElement]:
        """The elements of the marked tree that the original expression selects; marks are those of the whole page."""
        return self.select(tree) if self.number is None or self.number in marks else []


class AttributeTests:
    """Rewrites expressions, and marks trees for them."""

    def __init__(self) -> None:
        self._numbers: dict[Tests, int] = {}
        self._names: set[str] = set()
        self._known: dict[Values, str] = {}
        """The numbers of values met before: the pages of a site have the same ones."""
        self._patterns_of = lru_cache(maxsize=1_000)(self._patterns)

    def rewritten(self, expressions: Sequence[XPath]) -> list[Expression]:
        """The expressions, asking for marks; on a marked tree they select what they selected.

        Raises:
            ValueError: an expression has a test of another form.
        """
        return [self._rewritten(expression.path) for expression in expressions]

    def mark(self, tree: HtmlElement) -> frozenset[str]:
        """Gives each element the numbers of the tests that it passes; a tree is marked before it is changed.

        Returns:
            All numbers given.
        """
        given = set()
        for element in _BEARERS(tree):
            values = tuple([value for value in element.items() if value[0] in self._names])
            numbers = self._known.get(values)
            if numbers is None:
                numbers = self._matching(values)
                if sum([len(value) for _, value in values]) <= _MAX_REMEMBERED_CHARS:
                    self._remember(values, numbers)
            if numbers:
                element.set(_MARK, numbers)
                given.add(numbers)
        return frozenset(number for numbers in given for number in numbers.split())

    def _remember(self, values: Values, numbers: str) -> None:
        if len(self._known) >= _MAX_REMEMBERED:
            self._known.clear()
        self._known[values] = numbers

    def _rewritten(self, path: str) -> Expression:
        path = " ".join(_ALTERNATIVES.sub(self._number, path).split())
        left = path.replace(f"@{_MARK}", "")
        if "@" in left or " and " in left or "re:" in left:
            raise ValueError(f"a test that is not understood: {path}")
        bearing = _BEARING.fullmatch(path)
        if bearing is None or bearing["rest"] == "[1]":
            return Expression(XPath(path), None)
        # By the attributes there are: a test of all elements takes five times as long.
        marked = f".//*/@{_MARK}[contains(., ' {bearing['number']} ')]/parent::*{bearing['tags'] or ''}"
        return Expression(XPath(bearing["open"] + marked + bearing["rest"]), bearing["number"])

    def _number(self, alternatives: re.Match[str]) -> str:
        tests = tuple(map(_read, _TEST.finditer(alternatives[0])))
        self._names.update(name for names, _ in tests for name in names)
        number = self._numbers.setdefault(tests, len(self._numbers))
        return f"contains(@{_MARK}, ' {number} ')"

    def _matching(self, values: Values) -> str:
        """The numbers of the tests that the values pass, each between blanks."""
        passed: set[int] = set()
        patterns = self._patterns_of(tuple([name for name, _ in values]))
        for (_, value), numbered in zip(values, patterns, strict=True):
            passed |= numbered.found_in(value)
        return f" {' '.join(map(str, sorted(passed)))} " if passed else ""

    def _patterns(self, had: tuple[str, ...]) -> list[NumberedPatterns]:
        """What is looked for in each of those attributes."""
        tested: dict[str, list[tuple[int, str]]] = {name: [] for name in had}
        for tests, number in self._numbers.items():
            for names, pattern in tests:
                if first := next((name for name in had if name in names), None):
                    tested[first].append((number, pattern))
        return [_numbered(tuple(patterns)) for patterns in tested.values()]


@lru_cache(maxsize=100)  # attributes before or behind change little of what an attribute is tested for
def _numbered(patterns: tuple[tuple[int, str], ...]) -> NumberedPatterns:
    return NumberedPatterns(patterns)


def _read(test: re.Match[str]) -> Test:
    named = test["matched"] or test["translated"] or test["searched"] or test["compared"] or test["had"]
    return tuple(named.replace("@", "").split("|")), _pattern(test)


def _pattern(test: re.Match[str]) -> str:
    """The test as a pattern: a translated text is one whose letters may be capitals."""
    if test["matched"]:
        return f"(?i:{test['pattern']})" if test["flags"] else str(test["pattern"])
    if test["compared"]:
        return rf"\A{re.escape(test['value'])}\Z"
    if test["had"]:
        return "(?:)"
    capitals = test["capitals"] or ""
    letters = "".join(f"[{x}{x.upper()}]" if x.upper() in capitals else _escaped(x) for x in test["words"])
    return rf"\A(?:{letters})" if test["function"] == "starts-with" else letters


def _escaped(character: str) -> str:
    return character if character in " -:" else re.escape(character)
