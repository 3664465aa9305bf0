"""The signature of a text's words: texts that share most of their phrases have signatures that agree in most places."""

from __future__ import annotations

import re

from rensa import RMinHash

PERMUTATIONS = 64
"""Numbers in a signature: the share of equal ones estimates the texts' likeness to within six hundredths."""
SEED = 1
PHRASE_WORDS = 3
MIN_WORDS = 30
"""Shorter texts share their phrases by chance."""

_WORD = re.compile(r"\w+")


def signature(text: str) -> bytes | None:
    """MinHash over the phrases of three words, four bytes a number, the same on every machine; None for short texts."""
    words = _WORD.findall(text.casefold())
    if len(words) < MIN_WORDS:
        return None
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update([" ".join(words[i : i + PHRASE_WORDS]) for i in range(len(words) - PHRASE_WORDS + 1)])
    return b"".join(number.to_bytes(4, "big") for number in minhash.digest())


def likeness(first: bytes, second: bytes) -> float:
    """The estimated share of phrases that two texts have in common, 0 to 1."""
    pairs = range(0, min(len(first), len(second)), 4)
    return sum(first[i : i + 4] == second[i : i + 4] for i in pairs) / PERMUTATIONS
