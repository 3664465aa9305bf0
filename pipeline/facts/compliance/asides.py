"""Names that a sentence only mentions beside whom it is about: owners, suppliers, brands that are represented."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.compliance.bodies import COORDINATION, UNLISTED, Body, is_before
from pipeline.facts.compliance.phrases import Cue

_INSERTED = re.compile(r", [^\d,;:]{2,60}")
_INSERTION_CLOSES = re.compile(r"[^\d,;:.]{0,40},")
_POOLED_WITHIN = 12
"""Characters between "part of" and the pool that it is said of."""


def without_asides(bodies: Sequence[Body], cues: Sequence[Cue], text: str) -> list[Body]:
    """The bodies without those that are only mentioned beside another.

    Args:
        bodies: those of a sentence, in order.
        cues: its phrases.
        text: the sentence.
    """
    return _without_insertions(_without_others(bodies, cues, text), text)


def _without_others(bodies: Sequence[Body], cues: Sequence[Cue], text: str) -> list[Body]:
    """The bodies without owners, suppliers and brands of an importer: "the maker, part of X, faces a fine"."""
    introducing = [cue for cue in cues if cue.label == "of_another" and not _is_of_a_pool(cue, cues)]
    kept: list[Body] = []
    other: Body | None = None
    for body in bodies:
        listed = other is not None and COORDINATION.fullmatch(text[other.end : body.start])
        if body.kind == "organization" and (listed or any(is_before(cue, body, text) for cue in introducing)):
            other = body
        else:
            other = None
            kept.append(body)
    return kept


def _is_of_a_pool(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether somebody is part of a pool: its members keep the target together."""
    return any(one.label == "pool" and 0 <= one.start - cue.end <= _POOLED_WITHIN for one in cues)


def _without_insertions(bodies: Sequence[Body], text: str) -> list[Body]:
    """The bodies without names that stand in an insertion behind another: "Stellantis, owner of Jeep, paid"."""
    kept: list[Body] = []
    aside: Body | None = None
    for body in bodies:
        if aside and COORDINATION.fullmatch(text[aside.end : body.start]):
            aside = body
            continue
        aside = None
        insertion = text[kept[-1].end : body.start] if kept else ""
        if (
            _INSERTED.fullmatch(insertion)
            and kept[-1].kind != "market"
            and not (
                kept[-1].imports or kept[-1].key.startswith(UNLISTED)
            )  # "the importer X, who sells Y": it is Y that has a target
            and not COORDINATION.fullmatch(insertion)
            and _INSERTION_CLOSES.match(text, body.end)
        ):
            aside = body
        else:
            kept.append(body)
    return kept
