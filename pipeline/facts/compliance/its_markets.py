"""Markets that a sentence names only to say which fleet of its maker is meant."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.compliance.bodies import Body
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.compliance.vocabulary import DEMONYM, MARKET_ADJECTIVE

_OF_A_FLEET = frozenset({"fleet", "average", "actual"})
"""What an adjective may say whose it is: "flota europea", "media europea"."""


def without_its_markets(bodies: Sequence[Body], cues: Sequence[Cue]) -> list[Body]:
    """The bodies without a market that only says which fleet of the maker is meant: "the group's European average"."""
    called = any(cue.label in ("described", "of_maker") or cue.label.startswith(DEMONYM) for cue in cues)
    if not called or any(body.kind == "organization" for body in bodies):
        return list(bodies)
    fleets = [cue for cue in cues if cue.label in _OF_A_FLEET]
    adjectives = {(cue.start, cue.end) for cue in cues if cue.label.startswith(MARKET_ADJECTIVE)}
    return [
        body
        for body in bodies
        if (body.start, body.end) not in adjectives
        or not any(cue.distance(body.start, body.end) <= 1 for cue in fleets)
    ]
