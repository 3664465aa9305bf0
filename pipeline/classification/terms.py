"""How a term is written in the vocabulary files, and the patterns it stands for.

    immatricul*          any word that begins so; `*zulassung*` and `*vorstand` work alike
    nommé(e)(s)          the part in parentheses may be missing
    [est|a été] nommé    one of the alternatives
    voiture de l'année   the words one after the other

Case, accents and punctuation do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.classification.folding import fold

_OPTIONAL = re.compile(r"\(([^()]*)\)")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")


class TermError(ValueError):
    """A term of a vocabulary file that cannot be read."""


def patterns_of(term: str) -> Iterator[str]:
    """The literal patterns of the term; a blank at an end stands for the end of a word."""
    if choice := _CHOICE.search(term):
        for part in choice[1].split("|"):
            yield from patterns_of(term[: choice.start()] + part + term[choice.end() :])
    elif optional := _OPTIONAL.search(term):
        for part in ("", optional[1]):
            yield from patterns_of(term[: optional.start()] + part + term[optional.end() :])
    else:
        yield _literal(term)


def _literal(term: str) -> str:
    open_left, open_right = term.startswith("*"), term.endswith("*")
    words = " ".join(fold(term.strip("*")).split())
    if not words or "*" in term.strip("*"):
        raise TermError(f"{term!r}: a term needs a word, and * only at its ends")
    return ("" if open_left else " ") + words + ("" if open_right else " ")
