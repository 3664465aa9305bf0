"""Regular expressions over `class` and `id` in XPath, answered once for each value instead of for each element.

`re:test(@class, '...')` calls back into Python for every element of every expression, which is most of the time that
such expressions take. The elements of a page share few values. So each value is matched once, the elements that
match bear the numbers of their patterns in an attribute of ours, and the expressions ask for these numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lxml.etree import XPath
from lxml.html import HtmlElement

_MARK = "data-tested"
_TEST = re.compile(r"re:test\((?P<attributes>@[\w-]+(?:\|@[\w-]+)?), '(?P<pattern>[^']*)'(?:, '(?P<flags>i?)')?\)")
_ONE_TEST = r"re:test\([^']*'[^']*'(?:, 'i?')?\)"
_ALTERNATIVES = re.compile(rf"{_ONE_TEST}(?:\s+or\s+{_ONE_TEST})*")
_MAX_REMEMBERED_CHARS = 300
"""Values longer than that are matched anew: remembered, those of hostile pages would fill the memory."""
_BEARERS = XPath("//@class/.. | //@id/.. | //@style/..")

Test = tuple[tuple[str, ...], re.Pattern[str]]
"""Names of attributes, of which the first that an element has is tested, and the pattern to be found in it."""
Tests = tuple[Test, ...]
"""Tests of which one is enough: alternatives that stand side by side in an expression are asked for at once."""


class AttributeTests:
    """Rewrites expressions, and marks trees for them."""

    def __init__(self) -> None:
        self._numbers: dict[Tests, int] = {}
        self._numbers_of = lru_cache(maxsize=20_000)(self._matching)  # the pages of a site have the same values

    def rewritten(self, expressions: Sequence[XPath]) -> list[XPath]:
        """The expressions, asking for marks; on a marked tree they select what they selected.

        Raises:
            ValueError: an expression has a test of another form, or of another attribute.
        """
        return [XPath(self._rewritten(expression.path)) for expression in expressions]

    def mark(self, tree: HtmlElement) -> None:
        """Gives each element the numbers of the tests that it passes; a tree is marked before it is changed."""
        for element in _BEARERS(tree):
            values = tuple((name, value) for name, value in element.items() if name in ("class", "id", "style"))
            short = sum(len(value) for _, value in values) <= _MAX_REMEMBERED_CHARS
            if numbers := (self._numbers_of if short else self._matching)(values):
                element.set(_MARK, numbers)

    def _rewritten(self, path: str) -> str:
        rewritten = _ALTERNATIVES.sub(self._number, path)
        if "re:" in rewritten:
            raise ValueError(f"a test that is not understood: {rewritten}")
        return rewritten

    def _number(self, alternatives: re.Match[str]) -> str:
        tests = tuple(map(_read, _TEST.finditer(alternatives[0])))
        if len(tests) < len(re.findall(_ONE_TEST, alternatives[0])):
            raise ValueError(f"a test that is not understood: {alternatives[0]}")
        number = self._numbers.setdefault(tests, len(self._numbers))
        return f"contains(@{_MARK}, ' {number} ')"

    def _matching(self, values: tuple[tuple[str, str], ...]) -> str:
        passed = []
        for tests, number in self._numbers.items():
            for names, pattern in tests:
                tested = next((value for name, value in values if name in names), None)
                if tested is not None and pattern.search(tested):
                    passed.append(number)
                    break
        return f" {' '.join(map(str, passed))} " if passed else ""


def _read(test: re.Match[str]) -> Test:
    names = tuple(test["attributes"].replace("@", "").split("|"))
    if not {"class", "id", "style"}.issuperset(names):
        raise ValueError(f"a test of an attribute that is not looked at: {test[0]}")
    return names, re.compile(test["pattern"], re.IGNORECASE if test["flags"] else 0)
