"""A second look at types in doubt: where the score of a type stands between yes and no, the facts are asked.

A move with its position in the lead speaks for an appointment, whatever words tell it; an article that seems to
be one and gives no move is less likely one. The weights stand in `second_look.json` beside each type's model;
`python -m tools.train_second_look` learns them from scores of models that had not seen the article.

Readers of facts learn from articles of their type alone: cars built, called back or on parade are figures to them.
Where the words speak against a type, facts do not bring it in unless one of them stands beside a word of the type.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log

from pipeline.article import Figure, Move
from pipeline.classification.classify import Scored
from pipeline.classification.features import SignFound
from pipeline.classification.model import Linear
from pipeline.classification.types import TypeDefinition, read_possible_facts, read_second_look
from pipeline.document import Document
from pipeline.fact_reader import Fact, FactReader

LEAD_CHARS = 300
"""Characters of the text that count as its lead, with the headline."""


@dataclass(frozen=True, slots=True)
class SecondLook:
    """The weights of a type, and between which scores they count."""

    least: float
    most: float
    threshold: float
    """From this corrected probability on the article has the type."""
    unspoken: float
    """From this score of the words on, facts count wherever they stand; below, one has to stand beside their words."""
    weights: Linear


def look_again(scores: Sequence[Scored], reader: FactReader) -> list[Scored]:
    """The scores, those in doubt corrected by what the readers of facts find."""
    return [_corrected(one, reader) for one in scores]


def signs_of(
    probability: float, name: str, reader: FactReader, likelihoods: Sequence[float] | None = None
) -> dict[str, float]:
    """What the score of the type and the facts say, by name: the log-odds, facts counted up to a few, certainties.

    `told_in_lead`, `told`: facts that say all that matters; `in_lead`, `any`: all; `none`: 1 where there is no fact;
    `by_tenor`: those that the rules would add with the type. `sure_in_lead`, `sure`: the certainty of the surest that
    says all, `sure_of_any` of any; those that begin with `then`, and `then_any`, of the facts if the type is given.
    `likeliest`, `second_likeliest` and `likely_in_all`: of all that might be a fact, how likely each is one.

    Args:
        probability: that the article has the type, by its words.
        name: the type.
        reader: of its facts.
        likelihoods: of what might be a fact; by the learned weights where none are given.
    """
    facts, then = reader.of(name), reader.if_of(name)
    told = [fact for fact in facts if _says_all(fact)]
    likely = sorted(likelihoods_of(name, reader) if likelihoods is None else likelihoods, reverse=True)
    return {
        "score": log(probability / (1 - probability)),
        "told_in_lead": float(min(sum(map(_in_lead, told)), 2)),
        "in_lead": float(min(sum(map(_in_lead, facts)), 2)),
        "told": float(min(len(told), 3)),
        "any": float(min(len(facts), 3)),
        "none": float(not facts),
        "by_tenor": float(min(reader.by_tenor(name), 3)),
        **_certainties("sure", facts),
        **_certainties("then_sure", then),
        "then_any": float(min(len(then), 4)),
        "likeliest": likely[0] if likely else 0.0,
        "second_likeliest": likely[1] if len(likely) > 1 else 0.0,
        "likely_in_all": min(sum(likely), 4.0),
    }


def likelihoods_of(name: str, reader: FactReader) -> list[float]:
    """How likely each possible fact of the type is one, by weights learned of articles with and without the type."""
    weights = _possible_facts(name)
    if weights is None:
        return []
    return [weights.probability_of(one.signs) for one in reader.possible(name)]


def _certainties(name: str, facts: Sequence[Fact]) -> dict[str, float]:
    told = [fact for fact in facts if _says_all(fact)]
    return {
        f"{name}_in_lead": max((fact.confidence for fact in told if _in_lead(fact)), default=0.0),
        name: max((fact.confidence for fact in told), default=0.0),
        f"{name}_of_any": max((fact.confidence for fact in facts), default=0.0),
    }


def _corrected(one: Scored, reader: FactReader) -> Scored:
    second = _second_look(one.kind.name)
    if second is None or not second.least <= one.part <= second.most:
        return one
    asked = reader.in_doubt()
    part = second.weights.probability(signs_of(one.part, one.kind.name, asked))
    facts = asked.of(one.kind.name)
    if one.part < min(part, second.unspoken) and not stand_beside_words(facts, one.kind, one.found, asked.document):
        part = one.part
    brought_in = one.part < one.threshold and part >= second.threshold
    # A type that facts in the lead have brought in is what the lead is about.
    lead = max(one.lead, part) if brought_in and any(map(_in_lead, facts)) else one.lead
    return replace(one, part=part, lead=lead, threshold=second.threshold)


def stand_beside_words(
    facts: Sequence[Fact], kind: TypeDefinition, found: Sequence[SignFound], document: Document
) -> bool:
    """Whether one of the facts stands in a sentence with a word that a sentence of the type cannot do without.

    Args:
        facts: what was read.
        kind: the type.
        found: the signs of the type that the article has, and in which sentences.
        document: what the facts were read from.
    """
    spoken = 0
    for sign, places in found:
        if sign.is_single and sign.name in kind.strength.core:
            spoken |= places
    headline = len(document.headline_sentences)
    starts = [sentence.start for sentence in document.sentences]
    for fact in facts:
        for span in fact.evidence[:1]:
            place = 0 if span.field == "headline" else headline + max(0, bisect_right(starts, span.start) - 1)
            if spoken >> place & 1:
                return True
    return False


def _in_lead(fact: Fact) -> bool:
    return any(span.field == "headline" or span.start < LEAD_CHARS for span in fact.evidence)


def _says_all(fact: Fact) -> bool:
    """Whether the fact has what makes it one of its type: a position in a firm, a number, a result."""
    if isinstance(fact, Move):
        return fact.organization is not None and fact.role is not None
    if isinstance(fact, Figure):
        return fact.value is not None and not fact.forecast
    return fact.outcome in ("met", "missed") or fact.actual_g_km is not None


@lru_cache(maxsize=64)  # one a type
def _second_look(name: str) -> SecondLook | None:
    data = read_second_look(name)
    if data is None:
        return None
    weights: Mapping[str, float] = data["weights"]
    linear = Linear(data["bias"], weights)
    return SecondLook(data["least"], data["most"], data["threshold"], data.get("unspoken", 0.0), linear)


@lru_cache(maxsize=64)  # one a type
def _possible_facts(name: str) -> Linear | None:
    data = read_possible_facts(name)
    return None if data is None else Linear(data["bias"], data["weights"])
